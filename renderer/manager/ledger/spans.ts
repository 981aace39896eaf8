/** The days the print ledger is looked at over. Pure. */
import type { LedgerSpan } from '../../words/ledger.ts';
import { dayBefore } from '../history/list.ts';

export const SPANS = ['today', 'week', 'month'] as const satisfies readonly LedgerSpan[];
const DAYS_BACK = { today: 0, week: 6, month: 29 } as const satisfies Record<LedgerSpan, number>;

/** Both included. `today` YYYY-MM-DD. */
export function daysOfSpan(span: LedgerSpan, today: string): { readonly from: string; readonly to: string } {
  return { from: dayBefore(today, DAYS_BACK[span]), to: today };
}

/** The next of a few, round and round. */
export function beside<T>(all: readonly T[], now: T, by: number): T {
  return all[(all.indexOf(now) + by + all.length) % all.length] ?? now;
}
