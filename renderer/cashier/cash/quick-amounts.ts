/** The amounts a customer is likely to hand over: exactly what is due, and the next whole notes above it. */
import { MAX_RECEIVED_WON } from '../../../domain/checkout/machine.ts';

/** 1,000 · 5,000 · 10,000 · 50,000 won notes, and two of the largest. */
const STEPS_WON = [1_000, 5_000, 10_000, 50_000, 100_000] as const;

/** Rising, without repeats, the exact amount first; at most six. Nothing due, nothing to propose. */
export function quickAmounts(dueWon: number): readonly number[] {
  if (dueWon <= 0) return [];
  const rounded = STEPS_WON.map((stepWon) => Math.ceil(dueWon / stepWon) * stepWon);
  return [...new Set([dueWon, ...rounded])].filter((amountWon) => amountWon <= MAX_RECEIVED_WON);
}

/** Digits as they are typed: `6` then `000` is 6,000. Null when it would be more than can be taken at once. */
export function appendDigits(receivedWon: number | null, digits: string): number | null {
  const next = Number(`${receivedWon ?? ''}${digits}`);
  return next <= MAX_RECEIVED_WON ? next : null;
}

export function dropDigit(receivedWon: number | null): number | null {
  if (receivedWon === null || receivedWon < 10) return null;
  return Math.floor(receivedWon / 10);
}
