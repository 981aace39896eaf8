/** When a receipt that could not be settled is taken up again: each has a turn of its own, so a stuck one never blocks another. */

/** The first wait, then twice as long, and so on. */
export const FIRST_DELAY_MS = 5_000;
export const LONGEST_DELAY_MS = 10 * 60_000;

/** By receipt. One entry for each that is unsettled and was tried since the counter started; `at` in ms since 1970. */
export type Turns = Map<string, { readonly delayMs: number; readonly at: number }>;

export function waitForTurn(turns: Turns, cashReceiptId: string, nowMs: number): void {
  const before = turns.get(cashReceiptId);
  const delayMs = before === undefined ? FIRST_DELAY_MS : Math.min(before.delayMs * 2, LONGEST_DELAY_MS);
  turns.set(cashReceiptId, { delayMs, at: nowMs + delayMs });
}

/** A receipt that was never tried is due at once; so is one whose last try lies in the future: the clock was put back. */
export function isDue(turns: Turns, cashReceiptId: string, nowMs: number): boolean {
  const turn = turns.get(cashReceiptId);
  return turn === undefined || turn.at <= nowMs || nowMs < turn.at - turn.delayMs;
}
