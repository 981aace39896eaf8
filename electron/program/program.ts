/**
 * The program around the counter: it knows its folder, opens one place at a time (practice or the shop, or the welcome before either),
 * and goes from one to the other without ending. Composition root of everything that is not a counter's own.
 */
import type { WindowKind } from '../../contract/calls.ts';
import { isProgramCall } from '../../contract/calls.ts';
import { callFrame, type PushFrame } from '../../contract/envelope.ts';
import type { ProgramView } from '../../contract/program.ts';
import type { Mode } from '../../domain/shop.ts';
import type { NetworkHost } from '../../native/printer/find/networks.ts';
import type { Opening, Outside } from '../app.ts';
import { randomIds } from '../ids.ts';
import { createLog } from '../log.ts';
import { keyProtection } from '../place-journal.ts';
import { DONE } from '../result.ts';
import { createRouter } from '../router.ts';
import type { App, ShellPort } from '../shell-port.ts';
import { openDraft, type DraftKeeper } from './draft.ts';
import { parseJson } from './files.ts';
import { createProgramHandlers } from './handlers.ts';
import { lastPlace, openHome, shopExists, type Home } from './home.ts';
import type { Places } from './places.ts';
import { createPlaces } from './places.ts';
import { createSearch, type Search } from './printer-search.ts';

export type ProgramOptions = {
  /** Opened straight away; null: where it was last, or the welcome. */
  readonly place: Mode | null;
  /** Asked in a search for printers beside this computer's own networks. */
  readonly alsoAsk: readonly NetworkHost[];
  /** Hears from the beginning what the windows are told; whoever comes by `App.onPush` hears what comes after the first place is open. */
  readonly onPush?: (window: WindowKind, raw: string) => void;
};

/** `shell.dataDir` is the program's folder. */
export async function startProgram(shell: ShellPort, options: ProgramOptions, outside?: Outside): Promise<App> {
  const now = outside?.now ?? (() => new Date());
  const log = createLog(now);
  const home = openHome(shell.dataDir);
  const listeners: ((window: WindowKind, raw: string) => void)[] = options.onPush === undefined ? [] : [options.onPush];
  const send = (window: WindowKind, raw: string): void => {
    for (const listener of listeners) listener(window, raw);
  };
  const teller = createTeller((revision) => send('cashier', JSON.stringify({ ev: 'program.changed', data: view(revision) } satisfies PushFrame)));
  const drafts = openDraft(home.draftFile);
  const search = createSearch({ alsoAsk: options.alsoAsk, changed: teller.changed, log });
  const places = createPlaces({ shell, home, outside, send, changed: teller.changed, onFolding: tellFolding((raw) => send('cashier', raw)), log });
  const view = (revision: number) => programView({ shell, home, drafts, search, places }, revision);
  const handlers = createProgramHandlers({ home, drafts, search, mover: places, view: () => view(teller.revision()), changed: teller.changed, log, protect: keyProtection(shell), ids: randomIds(), now });
  const route = createRouter(handlers, { admit: () => DONE, log });

  const first = options.place ?? lastPlace(home);
  if (first !== null) await places.open(first);

  return {
    handle: async (raw, sender) => {
      const frame = callFrame.safeParse(parseJson(raw));
      if (frame.success && isProgramCall(frame.data.call)) return route(raw, sender);
      return places.answer((app) => app.handle(raw, sender)) ?? JSON.stringify({ id: frame.success ? frame.data.id : null, ok: false, code: 'program.changing-place', detail: '' });
    },
    onPush: (listener) => void listeners.push(listener),
    stop: async () => {
      search.stop();
      await places.stop();
    },
  };
}

/** Tells at most once per turn of the event loop; the number only rises. */
function createTeller(tell: (revision: number) => void): { readonly changed: () => void; readonly revision: () => number } {
  let revision = 1;
  let scheduled = false;
  return {
    revision: () => revision,
    changed: () => {
      revision += 1;
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        tell(revision);
      });
    },
  };
}

/** In thousandths, however many rows there are. */
function tellFolding(send: (raw: string) => void): Opening['onFolding'] {
  let told = -1;
  return ({ done, total }) => {
    const thousandths = Math.floor((done / total) * 1_000);
    if (thousandths === told) return;
    told = thousandths;
    send(JSON.stringify({ ev: 'journal.folding', data: { done, total } } satisfies PushFrame));
  };
}

type Parts = { readonly shell: ShellPort; readonly home: Home; readonly drafts: DraftKeeper; readonly search: Search; readonly places: Places };

function programView({ shell, home, drafts, search, places }: Parts, revision: number): ProgramView {
  const { draft, secretKey } = drafts.get();
  return {
    revision,
    place: places.leaving() ? 'changing' : (places.at().place ?? 'none'),
    shopExists: shopExists(home),
    draft,
    secretKept: secretKey !== '',
    search: search.view(),
    shellName: shell.shellName,
    appVersion: shell.appVersion,
  };
}
