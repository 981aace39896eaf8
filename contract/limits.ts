/**
 * What both sides count by, as plain numbers: a window carries these, and of everything else in here only the types. The schemas are
 * main's (docs/decisions/0011-light-windows.md).
 */

/** The most a price typed at the counter can be; more is a slip of the finger. */
export const MAX_OPEN_PRICE_WON = 10_000_000;

/** A file crosses in pieces of this many bytes; as text each fits into a call. */
export const PIECE_BYTES = 45_000;

/** Whoever types more than this left something on the keyboard; longer than this nobody was at work on it. */
export const MAX_COUNTED = 9_999;
export const MAX_TIMED_MS = 60 * 60_000;

/** The field on the customer display, in points of its own: x to the right, y downwards, whatever the glass measures. */
export const SIGN_FIELD = { width: 1_000, height: 600 } as const;
/** The page calls a pen that rests this long done, after there is something to keep; main never does. */
export const PEN_RESTS_MS = 6_000;
/** Ink is sent this often at most, in pieces of at most this much. */
export const BATCH_EVERY_MS = 50;
export const MAX_PIECES = 64;
export const MAX_BATCH_POINTS = 1_024;

/** Photos of one answer: their bytes share the way with the keys of the sale. */
export const MAX_PHOTOS_PER_CALL = 4;
