/**
 * Ink on its way to main: in batches, one at a time, each with its number. Main says which number it waits for next; anything else means
 * that something was lost on the way, and what stands on the glass is not what main has.
 */
import type { PenPiece } from '../../../contract/signature.ts';
import { BATCH_EVERY_MS, MAX_BATCH_POINTS, MAX_PIECES } from '../../../contract/limits.ts';

type Word = { readonly signId: string; readonly seq: number };

/** Each answers the number waited for next: `over` when the field is not waited for any more, null when no answer came. */
export type FieldCalls = {
  readonly pen: (batch: Word & { readonly pieces: PenPiece[] }) => Promise<number | 'over' | null>;
  readonly clear: (word: Word) => Promise<number | 'over' | null>;
  readonly done: (word: Word) => Promise<number | 'over' | null>;
};

export type InkSender = {
  readonly draw: (starts: boolean, x: number, y: number) => void;
  readonly clear: () => void;
  /** After everything that was drawn before. */
  readonly done: () => void;
  readonly stop: () => void;
};

export type InkSenderOptions = {
  readonly signId: string;
  readonly calls: FieldCalls;
  readonly wait: (ms: number) => Promise<void>;
  /** Ink was lost: the field must begin anew. */
  readonly onLost: () => void;
};

export function createInkSender({ signId, calls, wait, onLost }: InkSenderOptions): InkSender {
  let pieces: PenPiece[] = [];
  let clears = false;
  let ends = false;
  let seq = 0;
  let running = false;
  let stopped = false;

  /** The next thing to say, taken out of what waits; null when there is nothing. */
  function next(): Promise<number | 'over' | null> | null {
    const word = { signId, seq };
    if (clears) {
      clears = false;
      return calls.clear(word);
    }
    if (pieces.length > 0) {
      const batch = batchOf(pieces);
      pieces = batch.rest;
      return calls.pen({ ...word, pieces: batch.pieces });
    }
    if (!ends) return null;
    ends = false;
    return calls.done(word);
  }

  async function run(): Promise<void> {
    if (running || stopped) return;
    running = true;
    for (let saying = next(); saying !== null && !stopped; saying = next()) {
      const answer = await saying;
      seq += 1;
      if (answer === 'over') stopped = true;
      else if (answer !== seq && !stopped) {
        stopped = true;
        onLost();
      }
      // What is drawn meanwhile goes together; a customer who is done waits for nothing.
      if (!stopped && !ends) await wait(BATCH_EVERY_MS);
    }
    running = false;
  }

  return {
    draw: (starts, x, y) => {
      const last = pieces.at(-1);
      if (starts || last === undefined) pieces.push({ starts, points: [[x, y]] });
      else last.points.push([x, y]);
      void run();
    },
    clear: () => {
      pieces = [];
      clears = true;
      void run();
    },
    done: () => {
      ends = true;
      void run();
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** As much as one batch holds; a stroke that does not fit goes on in the next. */
function batchOf(waiting: readonly PenPiece[]): { readonly pieces: PenPiece[]; readonly rest: PenPiece[] } {
  const pieces: PenPiece[] = [];
  let room = MAX_BATCH_POINTS;
  for (const [index, piece] of waiting.entries()) {
    if (room === 0 || pieces.length === MAX_PIECES) return { pieces, rest: waiting.slice(index) };
    if (piece.points.length > room) {
      pieces.push({ starts: piece.starts, points: piece.points.slice(0, room) });
      return { pieces, rest: [{ starts: false, points: piece.points.slice(room) }, ...waiting.slice(index + 1)] };
    }
    pieces.push(piece);
    room -= piece.points.length;
  }
  return { pieces, rest: [] };
}
