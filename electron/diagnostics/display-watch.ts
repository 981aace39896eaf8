/**
 * The customer display: whether its page is alive, and the picture that tests it. A page that stands says so every few seconds; a picture
 * counts as shown only when the page itself says that it drew it.
 */
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { ShellPort } from '../shell-port.ts';
import type { Health } from './health.ts';

/** A page that is not in front may be let sleep for a minute by its browser. */
const SILENT_AFTER_MS = 150_000;
const LOOK_EVERY_MS = 10_000;
const TEST_STANDS_MS = 8_000;
/** A page that is well draws the next frame. */
const TEST_SHOWN_WITHIN_MS = 3_000;

export type Size = { readonly widthPx: number; readonly heightPx: number };
type Test = { readonly testId: string; readonly askedAt: string; readonly shownAt: string | null };

export type DisplayWatch = {
  readonly health: () => Health;
  readonly report: () => { readonly monitor: ReturnType<ShellPort['customerMonitor']>; readonly lastHeardAt: string | null; readonly size: Size | null; readonly test: Omit<Test, 'testId'> | null };
  readonly here: (size: Size) => void;
  readonly shown: (testId: string) => void;
  /** Refused while a customer is asked something, or has paid and her sale is not over. */
  readonly test: () => Result<null>;
  /** The test whose picture is to be on the display now. */
  readonly picture: () => string | null;
  readonly start: () => void;
  readonly stop: () => void;
};

export function createDisplayWatch(counter: Counter, monitor: ShellPort['customerMonitor']): DisplayWatch {
  let heardAtMs: number | null = null;
  let size: Size | null = null;
  let test: Test | null = null;
  let picture: string | null = null;
  let health: Health = { state: 'checking', failure: null, since: counter.now().toISOString(), address: '' };
  const startedMs = counter.now().getTime();
  const timers = new Set<NodeJS.Timeout>();

  function set(state: Health['state']): void {
    if (health.state === state) return;
    health = { ...health, state, failure: state === 'down' ? 'display.silent' : null, since: counter.now().toISOString() };
    counter.changed();
  }

  function look(): void {
    const silentMs = counter.now().getTime() - (heardAtMs ?? startedMs);
    if (silentMs > SILENT_AFTER_MS) set('down');
  }

  function heard(): void {
    heardAtMs = counter.now().getTime();
    set('ok');
  }

  function after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms).unref();
    timers.add(timer);
  }

  function begin(): Result<null> {
    if (customerIsBusy(counter)) return refuse('display.in-use');
    const testId = counter.ids.next('t');
    test = { testId, askedAt: counter.now().toISOString(), shownAt: null };
    picture = testId;
    after(TEST_SHOWN_WITHIN_MS, () => {
      if (test?.testId === testId && test.shownAt === null) set('down');
    });
    after(TEST_STANDS_MS, () => {
      if (picture !== testId) return;
      picture = null;
      counter.changed();
    });
    counter.changed();
    return DONE;
  }

  return {
    health: () => health,
    report: () => ({ monitor: monitor(), lastHeardAt: heardAtMs === null ? null : new Date(heardAtMs).toISOString(), size, test: test === null ? null : { askedAt: test.askedAt, shownAt: test.shownAt } }),
    here: (now) => {
      size = now;
      heard();
    },
    shown: (testId) => {
      if (test?.testId !== testId) return;
      if (test.shownAt === null) test = { ...test, shownAt: counter.now().toISOString() };
      heard();
    },
    test: begin,
    picture: () => picture,
    start: () => void timers.add(setInterval(look, LOOK_EVERY_MS).unref()),
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** Goods may be covered for a moment, and the thanks of a sale that is over; not a question, not what the card is asked for, and not the change while the sale goes on. */
export function customerIsBusy(counter: Pick<Counter, 'memory'>): boolean {
  return counter.memory.signing !== null || saleNeedsDisplay(counter);
}

export function saleNeedsDisplay({ memory }: Pick<Counter, 'memory'>): boolean {
  if (memory.draft !== null) return true;
  const stage = memory.sale?.stage;
  return stage === 'tendering' || stage === 'receipt-choice' || stage === 'receipt-issuing' || stage === 'slip-question';
}
