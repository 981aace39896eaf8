import type { CounterView } from '../../../contract/views.ts';
import type { Language } from '../../../domain/failure.ts';
import { useProgram } from '../../setup/program-context.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { openKeyMap } from '../../ui/key-map.tsx';
import { named } from '../../ui/keys.ts';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { handwrittenWords } from '../../words/handwritten.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { useWords } from '../../words/language.tsx';
import { meterWords } from '../../words/meter.ts';
import { practiceWords } from '../../words/practice.ts';
import { setupWords } from '../../words/setup.ts';
import { strayWords } from '../../words/stray.ts';

export type Room = 'today' | 'slips' | 'strays' | 'products' | 'close' | 'status' | 'meter' | 'settings' | 'setup';

export type MenuProps = {
  readonly view: CounterView;
  readonly onRoom: (room: Room) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  /** Null in a shop: there is nothing to practise with. */
  readonly onPractice: (() => void) | null;
  readonly onClose: () => void;
};

const row = 'min-h-16! justify-between! text-left text-[1.1875rem]!';

export function Menu({ view, onRoom, onLanguage, onSignOut, onPractice, onClose }: MenuProps) {
  const words = useWords(cashierWords).menu;
  const keyWords = useWords(keyMapWords);
  const products = useWords(catalogueWords).menu;
  const slips = useWords(handwrittenWords).menu;
  const strays = useWords(strayWords).menu;
  const practice = useWords(practiceWords).menu;
  const go = (room: Room) => () => {
    onClose();
    onRoom(room);
  };
  const practise = (open: () => void) => () => {
    onClose();
    open();
  };
  const manages = view.signedIn !== null && view.signedIn.role !== 'cashier';
  return (
    <Dialog title={words.title} onClose={onClose} testId="menu" keys={{ F3: go('today'), F4: named(slips, go('slips')), F5: named(strays, go('strays')), F12: named(words.status, go('status')), ...(onPractice === null ? {} : { F11: named(practice, practise(onPractice)) }) }}>
      <div className="grid grid-cols-2 gap-2">
        <Button onPress={go('today')} keyHint="F3" testId="menu-today" className={row}>
          {words.today}
        </Button>
        <Button onPress={go('products')} testId="menu-products" className={row}>
          {products}
        </Button>
        <CardRooms go={go} />
        <Button onPress={go('close')} testId="menu-close" className={row}>
          {words.close}
        </Button>
        <Button onPress={go('status')} keyHint="F12" testId="menu-status" className={row}>
          {words.status}
        </Button>
        {manages ? <ManagerRooms go={go} /> : null}
        {onPractice === null ? null : (
          <Button
            onPress={practise(onPractice)}
            keyHint="F11"
            testId="menu-practice"
            className={row}
          >
            {practice}
          </Button>
        )}
        <Places view={view} manages={manages} onSetUp={go('setup')} onClose={onClose} />
        <Button
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
        <Button onPress={onSignOut} testId="menu-sign-out" className={row}>
          {words.signOut}
          <span className="font-medium text-ink-2">{view.signedIn?.name ?? ''}</span>
        </Button>
      </div>
      <div className="grid gap-2">
        <span aria-hidden="true" className="text-[0.9375rem] text-ink-2">
          {words.language}
        </span>
        <LanguageChoice onLanguage={onLanguage} className="grid! grid-cols-3" />
      </div>
      <small className="text-[0.8125rem] text-ink-2">{words.about(view.shellName, view.appVersion)}</small>
    </Dialog>
  );
}

function CardRooms({ go }: { readonly go: (room: Room) => () => void }) {
  const slips = useWords(handwrittenWords).menu;
  const strays = useWords(strayWords).menu;
  return (
    <>
      <Button onPress={go('slips')} keyHint="F4" testId="menu-slips" className={row}>
        {slips}
      </Button>
      <Button onPress={go('strays')} keyHint="F5" testId="menu-strays" className={row}>
        {strays}
      </Button>
    </>
  );
}

function ManagerRooms({ go }: { readonly go: (room: Room) => () => void }) {
  const meter = useWords(meterWords).menu;
  const places = useWords(setupWords).menu;
  return (
    <>
      <Button onPress={go('meter')} testId="menu-meter" className={row}>
        {meter}
      </Button>
      <Button onPress={go('settings')} testId="menu-settings" className={row}>
        {places.settings}
      </Button>
    </>
  );
}

type PlacesProps = { readonly view: CounterView; readonly manages: boolean; readonly onSetUp: () => void; readonly onClose: () => void };

/** The way to the other place: from practice to the shop, or to making it; from the shop to practice, for whoever manages it. */
function Places({ view, manages, onSetUp, onClose }: PlacesProps) {
  const words = useWords(setupWords).menu;
  const program = useProgram();
  const act = useAct();
  const go = (place: 'practice' | 'shop') => () => {
    onClose();
    void act('program.goTo', { place });
  };
  if (view.mode === 'shop') {
    return manages ? (
      <Button onPress={go('practice')} testId="menu-practise" className={row}>
        {words.toPractice}
      </Button>
    ) : null;
  }
  return program?.shopExists === true ? (
    <Button onPress={go('shop')} testId="menu-to-shop" className={row}>
      {words.toShop}
    </Button>
  ) : (
    <Button onPress={onSetUp} testId="menu-set-up" className={row}>
      {words.setUp}
    </Button>
  );
}
