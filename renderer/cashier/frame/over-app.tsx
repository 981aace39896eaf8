import type { CounterView } from '../../../contract/views.ts';
import type { Language } from '../../../domain/failure.ts';
import { useClient } from '../../bridge.ts';
import { useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';
import { useSpecialAct } from '../approval/special-acts.tsx';
import { PinChange } from '../people/pin-change.tsx';
import { SwitchDialog } from '../people/switch-dialog.tsx';
import { useIdle } from '../people/use-idle.ts';
import type { Room } from './menu.tsx';
import { Menu } from './menu.tsx';

/** What lies over every screen alike; one at a time. */
export type OverApp = 'nothing' | 'menu' | 'switch' | 'pin';

export type OverAppProps = {
  readonly view: CounterView;
  readonly open: OverApp;
  readonly onOpen: (open: OverApp) => void;
  readonly onRoom: (room: Room) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  readonly onPractice: (() => void) | null;
};

export function OpenOverApp({ view, open, onOpen, onRoom, onLanguage, onSignOut, onPractice }: OverAppProps) {
  useIdle(view);
  const client = useClient();
  const special = useSpecialAct();
  const { drawer } = useWords(staffWords).menu;
  const close = () => onOpen('nothing');
  const openDrawer = () => void special({ saleId: null, what: drawer }, (given) => client.call('drawer.open', given));
  const person = view.signedIn;
  switch (open) {
    case 'nothing':
      return null;
    case 'menu':
      return <Menu view={view} onRoom={onRoom} onDrawer={openDrawer} onOver={onOpen} onLanguage={onLanguage} onSignOut={onSignOut} onPractice={onPractice} onClose={close} />;
    case 'switch':
      return person === null ? null : <SwitchDialog view={view} onClose={close} />;
    case 'pin':
      return person === null ? null : <PinChange userId={person.userId} name={person.name} given={null} onDone={close} onClose={close} />;
  }
}
