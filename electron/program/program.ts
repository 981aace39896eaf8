/**
 * The program around the counter: it knows its folder, opens one place at a time (practice or the shop, or the welcome before either),
 * and goes from one to the other without ending. Composition root of everything that is not a counter's own.
 */
import process from 'node:process';
import type { WindowKind } from '../../contract/calls.ts';
import { isProgramCall } from '../../contract/calls.ts';
import { callFrame, type PushFrame } from '../../contract/envelope.ts';
import type { ProgramView } from '../../contract/program.ts';
import type { Mode } from '../../domain/shop.ts';
import type { NetworkHost } from '../../native/printer/find/networks.ts';
import { startApp, type Outside } from '../app.ts';
import { randomIds } from '../ids.ts';
import { keyProtection } from '../place-journal.ts';
import type { Refusal, Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { createRouter } from '../router.ts';
import type { App, PlaceApp, ShellPort } from '../shell-port.ts';
import { openDraft } from './draft.ts';
import { createProgramHandlers } from './handlers.ts';
import { keepPlace, lastPlace, openHome, shopExists } from './home.ts';
import { parseJson } from './files.ts';
import { createSearch } from './printer-search.ts';
import { openWelcome } from './welcome.ts';

/** Calls that are being answered while a place is to be left get this long. */
const ANSWER_WITHIN_MS = 5_000;

export type ProgramOptions = {
  /** Opened straight away; null: where it was last, or the welcome. */
  readonly place: Mode | null;
  /** Asked in a search for printers beside this computer's own networks. */
  readonly alsoAsk: readonly NetworkHost[];
};

export type Where = { readonly place: Mode | null; readonly app: PlaceApp };

/** How the program's own use cases move it. */
export type Mover = {
  readonly at: () => Where;
  /** Goes there. `first` is the last look: nobody sells meanwhile, and its refusal leaves all as it was. */
  readonly go: (to: Mode, first: () => Promise<Result<null>>) => Promise<Result<null>>;
  /** Opens the place it is at again, with whoever is signed in. */
  readonly again: (first: () => Promise<Result<null>>) => Promise<Result<null>>;
};

/** `shell.dataDir` is the program's folder. */
export async function startProgram(shell: ShellPort, options: ProgramOptions, outside?: Outside): Promise<App> {
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const home = openHome(shell.dataDir);
  const listeners: ((window: WindowKind, raw: string) => void)[] = [];
  const send = (window: WindowKind, raw: string): void => {
    for (const listener of listeners) listener(window, raw);
  };
  let where: Where = { place: null, app: openWelcome(0, log) };
  let changing = false;
  let answering = 0;
  let revision = 1;

  async function open(place: Mode, signedIn: ReturnType<PlaceApp['seat']>['signedIn']): Promise<void> {
    const afterRevision = where.app.revision();
    const app = await startApp({ ...shell, dataDir: home.folder(place) }, outside, { place, afterRevision, signedIn });
    app.onPush((window, raw) => {
      if (where.app === app) send(window, raw);
    });
    where = { place, app };
    keepPlace(home, place);
  }

  let moving: Promise<unknown> = Promise.resolve();
  function move(first: () => Promise<Result<null>>, to: () => Mode, keepsPerson: boolean): Promise<Result<null>> {
    if (changing) return Promise.resolve(refuse('program.changing-place'));
    const moved = moveNow(first, to, keepsPerson);
    moving = moved.catch(() => undefined);
    return moved;
  }

  /** One move at a time; while it lasts every other call is refused in words, and one that is being answered is waited for. */
  async function moveNow(first: () => Promise<Result<null>>, to: () => Mode, keepsPerson: boolean): Promise<Result<null>> {
    changing = true;
    programChanged();
    const from = where;
    try {
      await settled();
      if (from.app.seat().saleOpen) return refuse('program.sale-open');
      const may = await first();
      if (!may.ok) return may;
      const { signedIn } = from.app.seat();
      await from.app.stop();
      return await arrive(to(), keepsPerson ? signedIn : null, from);
    } finally {
      changing = false;
      where.app.pushNow();
      programChanged();
    }
  }

  /** A place that cannot be opened is told by its own screen; only a bug throws, and then the way back is the one place that was good. */
  async function arrive(to: Mode, signedIn: ReturnType<PlaceApp['seat']>['signedIn'], from: Where): Promise<Result<null>> {
    try {
      await open(to, signedIn);
      return DONE;
    } catch (problem) {
      log(`the ${to} could not be opened: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
      if (from.place === null) where = { place: null, app: openWelcome(from.app.revision(), log) };
      else await open(from.place, null);
      return refuse('program.bug', to);
    }
  }

  async function settled(): Promise<void> {
    const until = performance.now() + ANSWER_WITHIN_MS;
    // The call that moves is one of them.
    while (answering > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  let scheduled = false;
  function programChanged(): void {
    revision += 1;
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      send('cashier', JSON.stringify({ ev: 'program.changed', data: view() } satisfies PushFrame));
    });
  }

  const drafts = openDraft(home.draftFile);
  const search = createSearch({ alsoAsk: options.alsoAsk, changed: programChanged, log });
  const view = (): ProgramView => {
    const { draft, secretKey } = drafts.get();
    return {
      revision,
      place: changing ? 'changing' : (where.place ?? 'none'),
      shopExists: shopExists(home),
      draft,
      secretKept: secretKey !== '',
      search: search.view(),
      shellName: shell.shellName,
      appVersion: shell.appVersion,
    };
  };
  const mover: Mover = {
    at: () => where,
    go: (to, first) => move(first, () => to, false),
    again: (first) => move(first, () => where.place ?? 'practice', true),
  };
  const handlers = createProgramHandlers({ home, drafts, search, mover, view, changed: programChanged, log, protect: keyProtection(shell), ids: randomIds(), now: outside?.now ?? (() => new Date()) });
  const programRoute = createRouter(handlers, { admit: () => DONE, log });

  const first = options.place ?? lastPlace(home);
  if (first !== null) await open(first, null);

  return {
    handle: async (raw, sender) => {
      const frame = callFrame.safeParse(parseJson(raw));
      if (frame.success && isProgramCall(frame.data.call)) return programRoute(raw, sender);
      if (changing) return refused(frame.success ? frame.data.id : null, refuse('program.changing-place'));
      answering += 1;
      try {
        return await where.app.handle(raw, sender);
      } finally {
        answering -= 1;
      }
    },
    onPush: (listener) => void listeners.push(listener),
    stop: async () => {
      search.stop();
      await moving;
      await where.app.stop();
    },
  };
}

function refused(id: number | null, { code, detail }: Refusal): string {
  return JSON.stringify({ id, ok: false, code, detail });
}
