/**
 * Mandatory cash receipts that were put off (의무발행, rules of the counter, §3): the law gives five days, and the list of a later
 * day's sales does not hold them. So they are looked for, listed after today's sales, and called to mind when their time runs out.
 */
import type { SaleRecord } from '../../db/journal.ts';
import { hasReceipt } from '../../domain/cash-receipt/standing.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { daysLeft, deadlineAt, isPastDeadline } from '../../domain/mandatory.ts';
import { DAY_MS, seoulDay } from '../../domain/seoul-time.ts';
import { MANDATORY_ISSUE_DEADLINE_DAYS } from '../../domain/shop.ts';
import type { Counter } from '../counter.ts';
import { notify } from '../counter.ts';
import { settledOf } from './settled.ts';

/** `settled`: which of its receipts were seen to by hand. */
export type OwedSale = { readonly sale: SaleRecord; readonly state: CheckoutState & { stage: 'done' }; readonly settled: ReadonlySet<string> };

/** A shift may have been opened the day before its last sale; and a day past the time limit is still said. */
const DAYS_BACK = MANDATORY_ISSUE_DEADLINE_DAYS + 2;
/** Whole days left, in Seoul, from which on it is called to mind: today and tomorrow. */
const NEAR_DAYS = 1;
const PAGE = 200;
const PAGES_PER_DAY = 20;
/** Listed at most, and called to mind at most: those that run out first. */
const OWED_LIMIT = 50;
const REMINDERS = 10;

/** Newest first. Nothing is looked for where no receipt is mandatory. */
export async function owedReceipts(counter: Counter): Promise<readonly OwedSale[]> {
  if (!counter.settings.cashReceipt.mandatorySector) return [];
  const found: OwedSale[] = [];
  const nowMs = counter.now().getTime();
  // Oldest days first: where there are too many, those that run out first are among them.
  for (let back = DAYS_BACK; back >= 0 && found.length < OWED_LIMIT && !counter.isStopping(); back -= 1) {
    found.push(...(await owedOfDay(counter, seoulDay(new Date(nowMs - back * DAY_MS).toISOString()))));
  }
  return found.slice(0, OWED_LIMIT).toSorted((a, b) => b.sale.saleNumber - a.sale.saleNumber);
}

async function owedOfDay(counter: Counter, businessDay: string): Promise<OwedSale[]> {
  const found: OwedSale[] = [];
  let last: SaleRecord | undefined;
  // In pages, so that a sale at the counter waits for none of this longer than for one of them.
  for (let page = 0; page < PAGES_PER_DAY; page += 1) {
    const sales: readonly SaleRecord[] = await counter.journal.salesOfDay(businessDay, last === undefined ? { limit: PAGE } : { limit: PAGE, beforeSaleNumber: last.saleNumber });
    const settled = await settledOf(counter, sales.filter(({ state }) => state?.stage === 'done' && state.payment.mandatory));
    found.push(...sales.flatMap((sale) => owedBy(sale, settled)));
    last = sales.at(-1);
    if (sales.length < PAGE) break;
  }
  return found;
}

function owedBy(sale: SaleRecord, settled: ReadonlySet<string>): OwedSale[] {
  const { state } = sale;
  if (state?.stage !== 'done' || !state.payment.mandatory || sale.refundedWon >= sale.totalWon) return [];
  return hasReceipt(sale.cashReceipts, settled) ? [] : [{ sale, state, settled }];
}

/** At the start of the program, when a shift opens and when it closes. */
export async function remindOfOwed(counter: Counter): Promise<void> {
  const nowIso = counter.now().toISOString();
  const due = (await owedReceipts(counter))
    .map(({ sale, state }) => ({ sale, deadline: deadlineAt(state.payment.paidAt) }))
    .filter(({ deadline }) => daysLeft(deadline, nowIso) <= NEAR_DAYS)
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  for (const { sale, deadline } of due.slice(0, REMINDERS)) {
    notify(counter, isPastDeadline(deadline, nowIso) ? 'cash-receipt.past-deadline' : 'cash-receipt.deadline-near', sale.saleId, sale.saleNumber);
  }
}
