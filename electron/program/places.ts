/** The place the program is at, and the way to another: one counter open at a time, closed in good order before the next is opened. */
import type { WindowKind } from '../../contract/calls.ts';
import type { Mode } from '../../domain/shop.ts';
import { startApp, type Opening, type Outside } from '../app.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { PlaceApp, Seat, ShellPort } from '../shell-port.ts';
import type { Home } from './home.ts';
import { keepPlace, placeFolder } from './home.ts';
import { openWelcome } from './welcome.ts';

/** Calls that are being answered while a place is to be left get this long. */
const ANSWER_WITHIN_MS = 5_000;

export type Where = { readonly place: Mode | null; readonly app: PlaceApp };
/** The last look before a place is left: nobody sells meanwhile, and its refusal leaves all as it was. */
export type LastLook = () => Promise<Result<null>>;

/** How the program's own use cases move it. */
export type Mover = {
  readonly at: () => Where;
  readonly go: (to: Mode, last: LastLook) => Promise<Result<null>>;
  /** Opens the place it is at again, with whoever is signed in. */
  readonly again: (last: LastLook) => Promise<Result<null>>;
};

export type Places = Mover & {
  readonly open: (place: Mode) => Promise<void>;
  /** A call for the counter of this place; null while there is none to answer it. */
  readonly answer: (call: (app: PlaceApp) => Promise<string>) => Promise<string> | null;
  /** On the way to another place. Opening the same one again is too short to be said. */
  readonly leaving: () => boolean;
  readonly stop: () => Promise<void>;
};

export type PlacesOptions = {
  readonly shell: ShellPort;
  readonly home: Home;
  readonly outside: Outside | undefined;
  readonly send: (window: WindowKind, raw: string) => void;
  readonly changed: () => void;
  readonly onFolding: Opening['onFolding'];
  readonly log: (line: string) => void;
};

export function createPlaces({ shell, home, outside, send, changed, onFolding, log }: PlacesOptions): Places {
  let where: Where = { place: null, app: follow(openWelcome(0, log)) };
  let changing: 'no' | 'again' | 'leaving' = 'no';
  let moving: Promise<unknown> = Promise.resolve();
  const answering = new Set<Promise<string>>();

  function follow(app: PlaceApp): PlaceApp {
    app.onPush((window, raw) => {
      if (where.app === app) send(window, raw);
    });
    return app;
  }

  async function open(place: Mode, signedIn: Seat['signedIn'] = null): Promise<void> {
    const app = await startApp({ ...shell, dataDir: placeFolder(home, place) }, outside, { place, afterRevision: where.app.revision(), signedIn, onFolding });
    where = { place, app: follow(app) };
    keepPlace(home, place);
  }

  /** A place that cannot be opened is told by its own screen; only a bug throws, and then the way back is the one place that was good. */
  async function arrive(to: Mode, signedIn: Seat['signedIn'], from: Where): Promise<Result<null>> {
    try {
      await open(to, signedIn);
      return DONE;
    } catch (problem) {
      log(`the ${to} could not be opened: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
      if (from.place === null) where = { place: null, app: follow(openWelcome(from.app.revision(), log)) };
      else await open(from.place);
      return refuse('program.bug', to);
    }
  }

  async function moveNow(last: LastLook, to: Mode, keepsPerson: boolean): Promise<Result<null>> {
    changing = keepsPerson ? 'again' : 'leaving';
    changed();
    const from = where;
    try {
      await within(ANSWER_WITHIN_MS, Promise.allSettled(answering));
      if (from.app.seat().saleOpen) return refuse('program.sale-open');
      const may = await last();
      if (!may.ok) return may;
      const { signedIn } = from.app.seat();
      await from.app.stop();
      return await arrive(to, keepsPerson ? signedIn : null, from);
    } finally {
      changing = 'no';
      where.app.pushNow();
      changed();
    }
  }

  /** One move at a time; while it lasts every call for a counter is refused in words. */
  function move(last: LastLook, to: Mode, keepsPerson: boolean): Promise<Result<null>> {
    if (changing !== 'no') return Promise.resolve(refuse('program.changing-place'));
    const moved = moveNow(last, to, keepsPerson);
    moving = moved.catch(() => undefined);
    return moved;
  }

  return {
    at: () => where,
    open: (place) => open(place),
    go: (to, last) => move(last, to, false),
    again: (last) => move(last, where.place ?? 'practice', true),
    answer: (call) => {
      if (changing !== 'no') return null;
      const answer = call(where.app);
      answering.add(answer);
      void answer.catch(() => undefined).finally(() => answering.delete(answer));
      return answer;
    },
    leaving: () => changing === 'leaving',
    stop: async () => {
      await moving;
      await where.app.stop();
    },
  };
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
