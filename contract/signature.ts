/**
 * Signing, as it crosses: the field on the customer display and what is drawn on it, and what the cashier's window sees of a signature
 * while it is being given. Ink is personal: it is in no view, and goes to the cashier's window only while the customer signs.
 */
import { z } from 'zod';
import { MAX_BATCH_POINTS, MAX_PIECES, SIGN_FIELD } from './limits.ts';
import { id, isoTime, won } from './primitives.ts';

const x = z.int().min(0).max(SIGN_FIELD.width - 1);
const y = z.int().min(0).max(SIGN_FIELD.height - 1);
/** A part of a stroke: `starts` where the pen came down, else it goes on where the last piece ended. */
export const penPiece = z.object({ starts: z.boolean(), points: z.array(z.tuple([x, y])).min(1).max(MAX_BATCH_POINTS) });
export type PenPiece = z.infer<typeof penPiece>;

function fitsInOne(pieces: readonly PenPiece[]): boolean {
  return pieces.reduce((sum, { points }) => sum + points.length, 0) <= MAX_BATCH_POINTS;
}

/** `seq` counts everything said about one field, from 0; what comes out of turn is dropped. */
const ofField = { signId: id, seq: z.int().min(0).max(1_000_000) };
export const penBatch = z.object({ ...ofField, pieces: z.array(penPiece).min(1).max(MAX_PIECES).refine(fitsInOne) });
export const penWord = z.object(ofField);
export const fieldNamed = z.object({ signId: id });
/** The number main waits for next; null: this field is not being signed on (any more). */
export const penAnswer = z.object({ next: z.int().nullable() });

/** Whom the counter waits for to sign, where, since when. `test`: tried from the page of devices; nothing is kept of it. */
export const signatureAsk = z.object({
  signId: id,
  on: z.enum(['display', 'koces-pad']),
  test: z.boolean(),
  saleId: id.nullable(),
  amountWon: won,
  attempt: z.int().min(1),
  askedAt: isoTime,
});
export type SignatureAsk = z.infer<typeof signatureAsk>;

/** Most points of a signature that cross to be looked at; of more, some are left out. */
export const MAX_LIVE_POINTS = 2_000;
/** The whole of the ink so far: x and y in turn, stroke by stroke. `seq` goes up with each. */
export const liveInk = z.object({
  signId: id,
  seq: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
  strokes: z.array(z.array(z.int().min(0)).max(MAX_LIVE_POINTS * 2)).max(MAX_LIVE_POINTS),
});
export type LiveInk = z.infer<typeof liveInk>;

export const padKind = z.enum(['none', 'display', 'koces-pad']);
export type PadKind = z.infer<typeof padKind>;

/** How the newest test of the pad went; `points` of it, never the ink itself. */
export const padTest = z.object({ at: isoTime, outcome: z.enum(['signed', 'too-short', 'cancelled', 'silent', 'broken', 'absent', 'given-up']), points: z.int().min(0) });
export type PadTest = z.infer<typeof padTest>;
