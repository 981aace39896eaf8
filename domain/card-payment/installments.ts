/**
 * 할부: paying by months, from an amount up (rules of the counter, §4). What counts is the amount charged to the card, not the whole sale.
 * 0 is a lump sum; there is no plan of one month.
 */
import type { CardSettings } from '../shop.ts';
import { isWon } from '../won.ts';

export type InstallmentSettings = { readonly fromWon: number; readonly maxMonths: number };

export const DEFAULT_INSTALLMENTS: InstallmentSettings = { fromWon: 50_000, maxMonths: 36 };
/** What the shop offers, and no more than the terminal can do. */
export function installmentsOffered(card: Pick<CardSettings, 'installmentsFromWon' | 'maxMonths'>, terminalMaxMonths: number): InstallmentSettings {
  return { fromWon: card.installmentsFromWon, maxMonths: Math.min(card.maxMonths, terminalMaxMonths) };
}

export const LUMP_SUM = 0;
export const FEWEST_MONTHS = 2;

export type InstallmentRefusal = 'card.installments-from' | 'card.installments-range';

/** null: this charge may be paid so. */
export function installmentRefusal(settings: InstallmentSettings, amountWon: number, months: number): InstallmentRefusal | null {
  if (months === LUMP_SUM) return null;
  if (!Number.isSafeInteger(months) || months < FEWEST_MONTHS || months > settings.maxMonths) return 'card.installments-range';
  return isWon(amountWon) && amountWon >= settings.fromWon ? null : 'card.installments-from';
}

/** What can be chosen for this amount, the lump sum first. */
export function installmentChoices(settings: InstallmentSettings, amountWon: number): readonly number[] {
  const months = Array.from({ length: Math.max(0, settings.maxMonths - FEWEST_MONTHS + 1) }, (_, index) => index + FEWEST_MONTHS);
  return [LUMP_SUM, ...months.filter((count) => installmentRefusal(settings, amountWon, count) === null)];
}

/** As slips and screens write it. */
export function installmentWords(months: number): string {
  return months === LUMP_SUM ? '일시불' : `${String(months).padStart(2, '0')}개월`;
}
