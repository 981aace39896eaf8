/**
 * The one owner of the counter's signature pad, whatever it is. One signature at a time, watched while it is given; giving up is answered
 * at once, whatever the pad is at, and the pad is put down behind that.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveInk, SignatureAsk } from '../../contract/signature.ts';
import { createNoPad } from '../../native/signature-pad/none.ts';
import type { NumberOutcome, NumberRequest, PadInfoOutcome, SignaturePad, SignOutcome } from '../../native/signature-pad/port.ts';
import { createTurns } from '../../native/wire/turns.ts';
import type { Counter } from '../counter.ts';
import type { FieldPage } from './display-pad.ts';
import { createDisplayPad } from './display-pad.ts';
import type { InkWatch } from './live-ink.ts';
import { watchInk } from './live-ink.ts';
import { padLines } from './pad-lines.ts';
import { createNumberAsks } from './pad-numbers.ts';

/** The pad by the settings: what hangs on a line is opened there, the customer display is made here. */
export type PadDevice = { readonly kind: 'none' } | { readonly kind: 'display' } | { readonly kind: 'koces-pad'; readonly pad: SignaturePad; readonly address: string };
export type PadOutside = { readonly push: (ink: LiveInk) => void; readonly displayIsAlive: () => boolean };

export type Asking = Omit<SignatureAsk, 'signId' | 'on' | 'askedAt'>;
/** `points` counts what the pen did, whatever became of it. */
export type Came = { readonly outcome: SignOutcome; readonly points: number };

export type PadOwner = {
  /** Null: the counter is closing, and nothing came of it. */
  readonly sign: (asking: Asking) => Promise<Came | null>;
  /** A number for a cash receipt; whoever has to sign comes first. Null: the counter is closing. */
  readonly askNumber: (request: NumberRequest, isWanted: () => boolean) => Promise<NumberOutcome | null>;
  /** Whether there was anything to give up; without a name, whatever there is. */
  readonly giveUp: (signId?: string) => boolean;
  readonly live: () => LiveInk | null;
  /** Null while somebody signs, or the pad is being asked already. */
  readonly info: () => Promise<PadInfoOutcome | null>;
  /** Null where the customer display is no pad. */
  readonly page: FieldPage | null;
  readonly stop: () => Promise<void>;
};

type Why = 'given-up' | 'closing';
type Asked = { readonly view: SignatureAsk; readonly watch: InkWatch; readonly end: (why: Why) => void };

const MAX_WAITING = 4;
/** A pad that is still being reached cannot be stopped yet: it is told again until it has stopped. */
const ABORT_EVERY_MS = 100;

export function createPadOwner(counter: Counter, device: PadDevice, { push, displayIsAlive }: PadOutside): PadOwner {
  const turns = createTurns(MAX_WAITING);
  let asked: Asked | null = null;
  let asksInfo: Promise<unknown> | null = null;
  let stopped = false;
  const display = device.kind === 'display' ? createDisplayPad({ nextId: () => asked?.view.signId ?? counter.ids.next('sign'), isAlive: displayIsAlive }) : null;
  const pad: SignaturePad = display ?? (device.kind === 'koces-pad' ? device.pad : createNoPad());

  const numbers = createNumberAsks({ askNumber: (request) => onPad(() => pad.askNumber(request)), putDown: (pending) => counter.background(putDown(pad, pending)) });

  function put(next: Asked | null): void {
    asked = next;
    counter.memory.signing = next?.view ?? null;
    counter.changed();
  }

  /** Whoever only asks how it is gives way to a customer. */
  async function onPad<Outcome>(ask: () => Promise<Outcome>): Promise<Outcome | Fault> {
    if (asksInfo !== null) await putDown(pad, asksInfo);
    return ask().catch((problem: unknown) => faultOf(counter, problem));
  }

  async function askOnce(asking: Asking): Promise<Came | null> {
    if (stopped) return null;
    if (device.kind === 'none') return { outcome: await pad.sign({ lines: [] }), points: 0 };
    const { promise: ended, resolve: end } = Promise.withResolvers<Why>();
    const signId = counter.ids.next('sign');
    const watch = watchInk(signId, pad.capabilities.grid, push);
    const mine: Asked = { view: { ...asking, signId, on: device.kind, askedAt: counter.now().toISOString() }, watch, end };
    put(mine);
    const pending = onPad(() => pad.sign({ lines: padLines(mine.view), onPen: watch.add }));
    const outcome = await Promise.race([pending, ended]);
    watch.stop();
    put(null);
    if (typeof outcome !== 'string') return { outcome, points: watch.points() };
    counter.background(putDown(pad, pending));
    return outcome === 'closing' ? null : { outcome: { state: 'cancelled', by: 'counter' }, points: watch.points() };
  }

  async function info(): Promise<PadInfoOutcome | null> {
    if (asked !== null || numbers.isAsking() || asksInfo !== null || stopped) return null;
    const asking = pad.info();
    asksInfo = asking;
    try {
      const told = await asking;
      // Stopped for a customer: what it said then says nothing of the pad.
      return asked === null && !numbers.isAsking() && !stopped ? told : null;
    } finally {
      asksInfo = null;
    }
  }

  return {
    sign: (asking) => {
      numbers.end('given-up');
      return turns.take(() => askOnce(asking), refused);
    },
    askNumber: (request, isWanted) => turns.take<NumberOutcome | null>(async () => (stopped ? null : numbers.ask(request, isWanted)), (why) => ({ state: 'absent', cause: why, detail: TOO_MUCH })),
    giveUp: (signId) => {
      if (asked === null || (signId !== undefined && asked.view.signId !== signId)) return false;
      asked.end('given-up');
      return true;
    },
    live: () => asked?.watch.ink() ?? null,
    info,
    page: display?.page ?? null,
    stop: async () => {
      stopped = true;
      asked?.end('closing');
      numbers.end('closing');
      await display?.close();
    },
  };
}

/** Until what the pad is at has ended; bounded by the pad's own limits. */
async function putDown(pad: SignaturePad, pending: Promise<unknown>): Promise<void> {
  const ended = pending.then(
    () => true,
    () => true,
  );
  do pad.abort();
  while (!(await Promise.race([ended, pause(ABORT_EVERY_MS, false)])));
}

type Fault = { readonly state: 'failed'; readonly reason: 'no-answer'; readonly detail: string };

function faultOf({ log }: Counter, problem: unknown): Fault {
  log(`signature pad: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
  return { state: 'failed', reason: 'no-answer', detail: 'a fault in the program' };
}

const TOO_MUCH = 'too much waits for the pad';

function refused(why: 'busy' | 'closed'): Came {
  return { outcome: { state: 'absent', cause: why, detail: TOO_MUCH }, points: 0 };
}
