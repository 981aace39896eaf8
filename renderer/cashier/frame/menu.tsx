import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { CounterView } from '../../../contract/views.ts';
import type { Language } from '../../../domain/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useLanguage, useWords } from '../../words/language.tsx';

export type Room = 'today' | 'close' | 'status';

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
  const current = useLanguage();
  const go = (room: Room) => () => {
    onClose();
    onRoom(room);
  };
  const row = 'justify-between';
  return (
    <Dialog title={words.title} onClose={onClose} testId="menu" keys={{ F3: go('today') }}>
      <div className="grid gap-2">
        <Button size="large" onPress={go('today')} keyHint="F3" testId="menu-today" className={row}>
          {words.today}
        </Button>
        <Button size="large" onPress={go('close')} testId="menu-close" className={row}>
          {words.close}
        </Button>
        <Button size="large" onPress={go('status')} testId="menu-status" className={row}>
          {words.status}
        </Button>
        <Button size="large" onPress={onSignOut} testId="menu-sign-out" className={row}>
          {words.signOut}
          <span className="font-medium text-ink-2">{view.signedIn?.name ?? ''}</span>
        </Button>
      </div>
      <div className="grid gap-2">
        <span className="text-[0.9375rem] text-ink-2" id="menu-language">
          {words.language}
        </span>
        <ToggleButtonGroup
          aria-labelledby="menu-language"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[current]}
          onSelectionChange={(keys) => {
            const chosen = LANGUAGES.find(({ language }) => keys.has(language));
            if (chosen !== undefined) onLanguage(chosen.language);
          }}
          className="grid grid-cols-3 gap-2"
        >
          {LANGUAGES.map(({ language, name }) => (
            <ToggleButton
              key={language}
              id={language}
              className="min-h-12 rounded-full border border-line font-semibold text-ink-2 data-selected:border-ink data-selected:bg-ink data-selected:text-paper"
              data-testid={`language-${language}`}
            >
              <span lang={language}>{name}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <small className="text-[0.8125rem] text-ink-2">{words.about(view.shellName, view.appVersion)}</small>
    </Dialog>
  );
}
