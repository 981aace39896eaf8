/**
 * The customer display as a signature pad. Its page is shown a field and sends what is drawn on it, in batches that count from 0; what is
 * out of turn, or of another field, is dropped, and the page learns which number is waited for.
 *
 * Only the page ends a signature: its button, or its own clock once the pen rests. A page that falls silent in the middle is broken, so
 * half a name is never taken for a whole one. A page that begins anew has lost its ink, and so has main.
 */
import type { PenPiece } from '../../contract/signature.ts';
import { SIGN_FIELD } from '../../contract/limits.ts';
import type { PadInfoOutcome, PadLimits, SignaturePad, SignOutcome, SignRequest } from '../../native/signature-pad/port.ts';
import { DEFAULT_PAD_LIMITS } from '../../native/signature-pad/port.ts';
import type { StrokeCollector } from '../../native/signature-pad/strokes.ts';
import { createStrokeCollector, isEmptySignature } from '../../native/signature-pad/strokes.ts';
import { createTurns } from '../../native/wire/turns.ts';

/** A person who has just been given a card back takes longer than a pen that is held out to her; the way out is on both screens. */
export const DISPLAY_PAD_LIMITS: PadLimits = { ...DEFAULT_PAD_LIMITS, firstPointTimeoutMs: 45_000, silenceMs: 15_000, signingTimeoutMs: 90_000 };
/** A page that loads again and again never gets a name done. */
const MAX_OPENINGS = 3;

type Word = { readonly signId: string; readonly seq: number };
/** The number waited for next; null: nothing of this field is waited for. */
export type Taken = { readonly next: number | null };

/** What comes from the customer's window. */
export type FieldPage = {
  /** The page shows the field. */
  readonly opened: (signId: string) => Taken;
  readonly drawn: (batch: Word & { readonly pieces: readonly PenPiece[] }) => Taken;
  readonly cleared: (word: Word) => Taken;
  readonly done: (word: Word) => Taken;
  readonly cancelled: (signId: string) => Taken;
};

export type DisplayPad = SignaturePad & {
  readonly page: FieldPage;
};

type Field = {
  readonly signId: string;
  readonly onPen: NonNullable<SignRequest['onPen']>;
  readonly strokes: StrokeCollector;
  readonly settle: (outcome: SignOutcome) => void;
  openings: number;
  nextSeq: number;
  /** Since when nothing is drawn on it: shown, cleared, or begun anew. */
  emptySinceMs: number;
  firstMs: number | null;
  /** The last word of its page, while there is ink. */
  heardMs: number | null;
  penDown: boolean;
};

export type DisplayPadOptions = {
  /** The name of the field that is shown next. */
  readonly nextId: () => string;
  /** Whether the page is known to be alive; asked for `info` alone. */
  readonly isAlive: () => boolean;
  readonly limits?: Partial<PadLimits>;
};

const NOT_HERE = { state: 'absent', cause: 'refused', detail: 'numbers and messages have screens of their own' } as const;

export function createDisplayPad({ nextId, isAlive, limits: given }: DisplayPadOptions): DisplayPad {
  const limits = { ...DISPLAY_PAD_LIMITS, ...given };
  const turns = createTurns(limits.maxRequests);
  const absent = (why: 'busy' | 'closed') => ({ state: 'absent', cause: why, detail: why === 'busy' ? 'too many requests wait for this pad' : 'the pad was closed' }) as const;
  let field: Field | null = null;
  let timer: NodeJS.Timeout | undefined;

  function ask({ onPen = () => undefined }: SignRequest): Promise<SignOutcome> {
    return new Promise((resolve) => {
      const strokes = createStrokeCollector(SIGN_FIELD.width, SIGN_FIELD.height, limits.maxPoints);
      const settle = (outcome: SignOutcome) => {
        clearTimeout(timer);
        field = null;
        resolve(outcome);
      };
      field = { signId: nextId(), onPen, strokes, settle, openings: 0, nextSeq: 0, emptySinceMs: performance.now(), firstMs: null, heardMs: null, penDown: false };
      wait(field);
    });
  }

  function wait(on: Field): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (field !== on) return;
      const nowMs = performance.now();
      const over = nowMs < deadlineOf(on, limits) ? null : outcomeAtEnd(on, nowMs, limits);
      if (over === null) wait(on);
      else on.settle(over);
    }, Math.max(0, deadlineOf(on, limits) - performance.now()));
  }

  /** Each word of the page: what it does, then the clock is set anew. */
  function heard(signId: string, act: (on: Field) => void): Taken {
    if (field === null || field.signId !== signId) return { next: null };
    const on = field;
    act(on);
    // What it did may have settled it.
    if (field !== on) return { next: null };
    wait(on);
    return { next: on.nextSeq };
  }

  function inTurn({ signId, seq }: Word, act: (on: Field) => void): Taken {
    return heard(signId, (on) => {
      if (on.openings === 0 || seq !== on.nextSeq) return;
      on.nextSeq += 1;
      act(on);
    });
  }

  const page: FieldPage = {
    opened: (signId) => heard(signId, openAnew),
    drawn: ({ pieces, ...word }) => inTurn(word, (on) => (drawOn(on, pieces) ? undefined : on.settle(finished(on)))),
    cleared: (word) => inTurn(word, wipe),
    done: (word) => inTurn(word, (on) => on.settle(finished(on))),
    cancelled: (signId) => heard(signId, (on) => on.settle({ state: 'cancelled', by: 'customer' })),
  };

  return {
    capabilities: { signature: true, numberEntry: false, messages: false, lineBytes: 0, lines: 0, grid: SIGN_FIELD, saysDone: true },
    page,
    sign: (request) => turns.take(() => ask(request), absent),
    askNumber: async () => NOT_HERE,
    show: async () => NOT_HERE,
    abort: () => {
      const asked = field;
      asked?.settle({ state: 'cancelled', by: 'counter' });
      return asked !== null;
    },
    info: async () => infoOf(isAlive()),
    close: async () => {
      const closed = turns.close();
      field?.settle(absent('closed'));
      await closed;
    },
  };
}

function infoOf(alive: boolean): PadInfoOutcome {
  return alive ? { state: 'answers', model: '', serial: '', version: '' } : { state: 'absent', cause: 'silent', detail: 'the customer display says nothing' };
}

function deadlineOf({ openings, emptySinceMs, firstMs, heardMs }: Field, limits: PadLimits): number {
  if (openings === 0) return emptySinceMs + limits.wakeTimeoutMs;
  const resting = heardMs === null ? emptySinceMs + limits.firstPointTimeoutMs : heardMs + limits.silenceMs;
  return firstMs === null ? resting : Math.min(resting, firstMs + limits.signingTimeoutMs);
}

function outcomeAtEnd(on: Field, nowMs: number, limits: PadLimits): SignOutcome {
  if (on.openings === 0) return { state: 'absent', cause: 'silent', detail: `the customer display did not show the field within ${limits.wakeTimeoutMs} ms` };
  if (on.heardMs === null) return { state: 'time-over' };
  if (nowMs >= on.heardMs + limits.silenceMs) return { state: 'failed', reason: 'no-answer', detail: `the customer display fell silent for ${limits.silenceMs} ms while it was signed on` };
  // Alive, and drawn on without an end.
  return finished(on);
}

function openAnew(on: Field): void {
  on.openings += 1;
  on.nextSeq = 0;
  if (on.openings > MAX_OPENINGS) on.settle({ state: 'failed', reason: 'reset', detail: `the customer display began anew ${MAX_OPENINGS} times` });
  else wipe(on);
}

function wipe(on: Field): void {
  on.emptySinceMs = performance.now();
  if (on.heardMs !== null) {
    on.strokes.add({ kind: 'cleared' });
    on.onPen({ kind: 'cleared' });
  }
  on.heardMs = null;
  on.penDown = false;
}

/** False once there are more points than a pad may hold. */
function drawOn(on: Field, pieces: readonly PenPiece[]): boolean {
  on.heardMs = performance.now();
  on.firstMs ??= on.heardMs;
  for (const { starts, points } of pieces) {
    if (starts && on.penDown) put(on, { kind: 'pen-up' });
    on.penDown = true;
    for (const [x, y] of points) if (!put(on, { kind: 'point', point: { x, y } })) return false;
  }
  return true;
}

function put(on: Field, event: Parameters<StrokeCollector['add']>[0]): boolean {
  if (!on.strokes.add(event)) return false;
  on.onPen(event);
  return true;
}

function finished({ strokes }: Field): SignOutcome {
  const signature = strokes.signature();
  return isEmptySignature(signature) ? { state: 'empty' } : { state: 'signed', signature };
}
