import type { CounterView } from '../../../contract/views.ts';
import type { Language } from '../../../domain/failure.ts';
import type { Act } from '../../../domain/people/rights.ts';
import { mayHere } from '../approval/people-context.ts';
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
import { ledgerWords } from '../../words/ledger.ts';
import { meterWords } from '../../words/meter.ts';
import { practiceWords } from '../../words/practice.ts';
import { staffWords } from '../../words/staff.ts';
import type { OverApp } from './over-app.tsx';
import { setupWords } from '../../words/setup.ts';
import { strayWords } from '../../words/stray.ts';

export type Room = 'today' | 'slips' | 'strays' | 'products' | 'close' | 'status' | 'meter' | 'settings' | 'setup' | 'people' | 'acts' | 'ledger';

export type MenuProps = {
  readonly view: CounterView;
  readonly onRoom: (room: Room) => void;
  /** Without a sale: why, and by whose right, is asked then. */
  readonly onDrawer: () => void;
  readonly onOver: (open: OverApp) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  /** Null in a shop: there is nothing to practise with. */
  readonly onPractice: (() => void) | null;
  readonly onClose: () => void;
};

const row = 'min-h-14! justify-between! text-left text-[1.1875rem]!';

export function Menu({ view, onRoom, onDrawer, onOver, onLanguage, onSignOut, onPractice, onClose }: MenuProps) {
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
  const people = useWords(staffWords).menu;
  const may = (act: Act) => mayHere(view, act);
  const practise = (open: () => void) => () => {
    onClose();
    open();
  };
  return (
    <Dialog kind="wide" title={words.title} onClose={onClose} testId="menu" keys={{ F3: go('today'), F4: named(slips, go('slips')), F5: named(strays, go('strays')), F11: named(people.switch, () => onOver('switch')), F12: named(words.status, go('status')), ...(onPractice === null ? {} : { Insert: named(practice, practise(onPractice)) }) }}>
      <div className="grid grid-cols-3 gap-2 cramped:grid-cols-2">
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
        <ManagerRooms may={may} go={go} />
        {onPractice === null ? null : (
          <Button onPress={practise(onPractice)} keyHint="Insert" testId="menu-practice" className={row}>
            {practice}
          </Button>
        )}
        <Places view={view} manages={may('settings')} onSetUp={go('setup')} onClose={onClose} />
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
        <OwnActs name={view.signedIn?.name ?? ''} onDrawer={() => (onClose(), onDrawer())} onOver={onOver} onSignOut={onSignOut} />
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

/** What whoever stands here does about herself, and the drawer. */
function OwnActs({ name, onDrawer, onOver, onSignOut }: { readonly name: string } & Pick<MenuProps, 'onDrawer' | 'onOver' | 'onSignOut'>) {
  const people = useWords(staffWords).menu;
  const { signOut } = useWords(cashierWords).menu;
  return (
    <>
      <Button onPress={onDrawer} testId="menu-drawer" className={row}>
        {people.drawer}
      </Button>
      <Button onPress={() => onOver('pin')} testId="menu-pin" className={row}>
        {people.pin}
      </Button>
      <Button onPress={() => onOver('switch')} keyHint="F11" testId="menu-switch" className={row}>
        {people.switch}
      </Button>
      <Button onPress={onSignOut} testId="menu-sign-out" className={row}>
        {signOut}
        <span className="font-medium text-ink-2">{name}</span>
      </Button>
    </>
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

/** What is behind a right: whoever lacks it does not see the way. */
function ManagerRooms({ may, go }: { readonly may: (act: Act) => boolean; readonly go: (room: Room) => () => void }) {
  const meter = useWords(meterWords).menu;
  const { settings } = useWords(setupWords).menu;
  const people = useWords(staffWords).menu;
  const ledger = useWords(ledgerWords).menu;
  const ways = [
    { room: 'meter', right: 'reports', name: meter },
    { room: 'settings', right: 'settings', name: settings },
    { room: 'acts', right: 'reports', name: people.acts },
    { room: 'ledger', right: 'reports', name: ledger },
    { room: 'people', right: 'people', name: people.people },
  ] as const satisfies readonly { readonly room: Room; readonly right: Act; readonly name: string }[];
  return ways
    .filter(({ right }) => may(right))
    .map(({ room, name }) => (
      <Button key={room} onPress={go(room)} testId={`menu-${room}`} className={row}>
        {name}
      </Button>
    ));
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
