import type { CounterView } from '../../../contract/views.ts';
import type { Language } from '../../../domain/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { openKeyMap } from '../../ui/key-map.tsx';
import { named } from '../../ui/keys.ts';
import { Segments } from '../../ui/segments.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { meterWords } from '../../words/meter.ts';

export type Room = 'today' | 'products' | 'close' | 'status' | 'meter';

/** Each in its own language, so that whoever needs it can find it. */
const LANGUAGES = [
  { language: 'ko', name: '한국어' },
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '中文' },
] as const satisfies readonly { readonly language: Language; readonly name: string }[];

export type MenuProps = {
  readonly view: CounterView;
  readonly onRoom: (room: Room) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
};

export function Menu({ view, onRoom, onLanguage, onSignOut, onClose }: MenuProps) {
  const words = useWords(cashierWords).menu;
  const keyWords = useWords(keyMapWords);
  const products = useWords(catalogueWords).menu;
  const meter = useWords(meterWords).menu;
  const manages = view.signedIn !== null && view.signedIn.role !== 'cashier';
  const current = useLanguage();
  const go = (room: Room) => () => {
    onClose();
    onRoom(room);
  };
  const row = 'justify-between!';
  return (
    <Dialog title={words.title} onClose={onClose} testId="menu" keys={{ F3: go('today'), F12: named(words.status, go('status')) }}>
      <div className="grid gap-2">
        <Button size="large" onPress={go('today')} keyHint="F3" testId="menu-today" className={row}>
          {words.today}
        </Button>
        <Button size="large" onPress={go('products')} testId="menu-products" className={row}>
          {products}
        </Button>
        <Button size="large" onPress={go('close')} testId="menu-close" className={row}>
          {words.close}
        </Button>
        <Button size="large" onPress={go('status')} keyHint="F12" testId="menu-status" className={row}>
          {words.status}
        </Button>
        {manages ? (
          <Button size="large" onPress={go('meter')} testId="menu-meter" className={row}>
            {meter}
          </Button>
        ) : null}
        <Button
          size="large"
          onPress={() => {
            onClose();
            openKeyMap();
          }}
          keyHint="F1"
          testId="menu-keys"
          className={row}
        >
          {keyWords.open}
        </Button>
        <Button size="large" onPress={onSignOut} testId="menu-sign-out" className={row}>
          {words.signOut}
          <span className="font-medium text-ink-2">{view.signedIn?.name ?? ''}</span>
        </Button>
      </div>
      <div className="grid gap-2">
        <span aria-hidden="true" className="text-[0.9375rem] text-ink-2">
          {words.language}
        </span>
        <Segments
          label={words.language}
          value={current}
          options={LANGUAGES.map(({ language, name }) => ({ id: language, content: <span lang={language}>{name}</span>, testId: `language-${language}` }))}
          onChange={onLanguage}
          className="grid! grid-cols-3"
        />
      </div>
      <small className="text-[0.8125rem] text-ink-2">{words.about(view.shellName, view.appVersion)}</small>
    </Dialog>
  );
}
