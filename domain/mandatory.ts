/**
 * 의무발행: merchants of a mandatory sector issue a cash receipt for every cash payment from a limit up, to nobody (자진발급)
 * if need be, "within five days of the day the money was received" (rules of the counter, §3).
 *
 * Our reading: periods in tax law follow the Civil Act, where the first day is not counted and the last day counts to its end
 * (민법 제157조, 제159조). Money taken at any hour on the 1st can be receipted until 23:59:59.999 of the 6th, Seoul time.
 * The Act would also move a deadline on a Sunday or holiday to the next day; the counter does not, so it can only be early.
 */
import { daysBetween, DAY_MS, endOfSeoulDay, epochMsOf, seoulDay } from './seoul-time.ts';
import type { CashReceiptSettings } from './shop.ts';
import { MANDATORY_ISSUE_DEADLINE_DAYS } from './shop.ts';

/** Whether a cash payment of `totalWon` (VAT included) must be receipted even if the customer declines. */
export function isMandatory(settings: CashReceiptSettings, totalWon: number): boolean {
  return settings.mandatorySector && totalWon >= settings.mandatoryFromWon;
}

/** The last moment to issue, ISO 8601 UTC, for money taken at `paidAtIso`. */
export function deadlineAt(paidAtIso: string): string {
  return endOfSeoulDay(seoulDay(new Date(epochMsOf(paidAtIso) + MANDATORY_ISSUE_DEADLINE_DAYS * DAY_MS).toISOString()));
}

/** Whole days left in Seoul: 0 on the last day, negative once it has passed. */
export function daysLeft(deadlineAtIso: string, nowIso: string): number {
  return daysBetween(seoulDay(nowIso), seoulDay(deadlineAtIso));
}

export function isPastDeadline(deadlineAtIso: string, nowIso: string): boolean {
  return epochMsOf(nowIso) > epochMsOf(deadlineAtIso);
}
