/**
 * Won is an integer; there are no minor units and no floating point touches an amount (rules of the counter, §2).
 * Amounts are plain numbers named `…Won`; these helpers keep them inside the range where a number is exact.
 */

/** 1 조 원: far above any counter sale, far below the loss of integer precision even after a multiplication. */
export const MAX_AMOUNT_WON = 1_000_000_000_000;

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
  const amount = BigInt(amountWon);
  const shares = weights.map((weight) => (amount * BigInt(weight)) / total);
  const remainders = weights.map((weight, index) => ({ index, rest: (amount * BigInt(weight)) % total }));
  let left = amount - shares.reduce((sum, share) => sum + share, 0n);
  const step = left < 0n ? -1n : 1n;
  const byRemainder = remainders.toSorted((a, b) => {
    const difference = a.rest < 0n ? a.rest - b.rest : b.rest - a.rest;
    return difference < 0n ? -1 : difference > 0n ? 1 : a.index - b.index;
  });
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + step;
    left -= step;
  }
  return shares.map(Number);
}

/** `52500` → `52,500`, `-500` → `-500`: the digits as every screen and slip groups them. */
export function groupWon(amountWon: number): string {
  return String(won(amountWon)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
