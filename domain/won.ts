/**
 * Won is an integer; there are no minor units and no floating point touches an amount (rules of the counter, §2).
 * Amounts are plain numbers named `…Won`; these helpers keep them inside the range where a number is exact.
 */

/** 1 조 원: far above any counter sale, far below the loss of integer precision even after a multiplication. */
export const MAX_AMOUNT_WON = 1_000_000_000_000;

/** Above this a cash payment is a slip of the finger: ten times 50,000-won bundles still fit. */
export const MAX_RECEIVED_WON = 100_000_000;

export function isWon(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= MAX_AMOUNT_WON;
}

/** Returns the value, or throws a RangeError: an amount that is not whole won is a bug of the caller. */
export function won(value: number): number {
  if (!isWon(value)) throw new RangeError(`not an amount in won: ${value}`);
  return value;
}

export function sumWon(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total = won(total + won(value));
  return total;
}

/**
 * Splits `amountWon` in proportion to `weights` so that the parts add up to it, to the won: whole shares first,
 * then one won each to the largest remainders (ties go to the earlier part). Exact: the arithmetic is on BigInt.
 * Weights are integers ≥ 0; when all are 0 nothing can be allocated and `amountWon` must be 0.
 */
export function allocateWon(amountWon: number, weights: readonly number[]): number[] {
  won(amountWon);
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) {
    if (amountWon !== 0) throw new RangeError('nothing to allocate the amount to');
    return weights.map(() => 0);
  }
  // On the magnitude, so that a refund is spread exactly as the sale was.
  const amount = BigInt(Math.abs(amountWon));
  const shares = weights.map((weight) => (amount * BigInt(weight)) / total);
  const remainders = weights.map((weight, index) => ({ index, rest: (amount * BigInt(weight)) % total }));
  let left = amount - shares.reduce((sum, share) => sum + share, 0n);
  const byRemainder = remainders.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((share) => (amountWon < 0 && share > 0n ? -Number(share) : Number(share)));
}

/** `52500` → `52,500`, `-500` → `-500`: the digits as every screen and slip groups them. */
export function groupWon(amountWon: number): string {
  return String(won(amountWon)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
