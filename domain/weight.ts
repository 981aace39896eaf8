/** Goods sold by weight: whole grams, a price for 100 g, whole won. */
import { isWon } from './won.ts';

/** One below 100 kg: more does not lie on a counter's scale. */
export const MAX_GRAMS = 99_999;
export const PRICED_GRAMS = 100;

export function isGrams(grams: number): boolean {
  return Number.isInteger(grams) && grams >= 1 && grams <= MAX_GRAMS;
}

/** What `grams` come to, rounded half up to the won. Exact: both are whole and their product is far below 2^53. */
export function weightWon(pricePer100gWon: number, grams: number): number {
  if (!isGrams(grams) || !isWon(pricePer100gWon) || pricePer100gWon < 0) throw new RangeError(`not a weight at a price: ${grams} g at ${pricePer100gWon}`);
  const product = pricePer100gWon * grams;
  if (!Number.isSafeInteger(product)) throw new RangeError(`${grams} g at ${pricePer100gWon} is no amount`);
  return Math.floor((product + PRICED_GRAMS / 2) / PRICED_GRAMS);
}
