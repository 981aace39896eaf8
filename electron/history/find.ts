/** Finding a finished sale among all there are. The journal answers in bounded slices, between which the counter goes on selling. */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { FoundSaleView } from '../../contract/history.ts';
import type { FoundSale, FoundSales, SaleSearch } from '../../db/journal.ts';
import type { DayRange } from '../../domain/history/search.ts';
import { readSearch } from '../../domain/history/search.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import { settledOf } from '../cash-receipt/settled.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import { rowOf } from './rows.ts';

/** Slices one call looks through before it shows what it has: well below a second of the journal's time, and others wait for one at most. */
const SLICES = 12;

export async function findSales(counter: Counter, { search, beforeSaleNumber, limit }: CallPayload<'history.find'>): Promise<Result<CallAnswer<'history.find'>>> {
  const { journal } = counter;
  const wanted = searchOf(search, seoulDay(counter.now().toISOString()));
  const sales: FoundSaleView[] = [];
  let before: number | null = beforeSaleNumber ?? Number.MAX_SAFE_INTEGER;
  for (let slice = 0; slice < SLICES && before !== null && sales.length < limit && !counter.isStopping(); slice += 1) {
    const page: FoundSales = await journal.findSales(wanted, { limit: limit - sales.length, beforeSaleNumber: before });
    const settled = await settledOf(counter, page.found.map(({ sale }) => sale));
    sales.push(...page.found.flatMap((found) => viewOf(found, settled)));
    before = page.nextBefore;
  }
  const reached = before === null || sales.length === limit ? null : ((await journal.salesByNumber([before]))[0]?.businessDay ?? null);
  return ok({ sales, nextBefore: before, reachedDay: reached });
}

export async function historyFilters({ journal }: Counter): Promise<Result<CallAnswer<'history.filters'>>> {
  const [cashiers, openSales] = await Promise.all([journal.historyCashiers(), journal.openSales()]);
  return ok({ cashiers: [...cashiers], openSales });
}

/** A day that is typed goes before the days that were chosen: it was typed last. */
function searchOf({ text, days, tender, cashierId, only }: CallPayload<'history.find'>['search'], today: string): SaleSearch {
  const read = readSearch(text, today);
  return { ...read, days: read.days ?? inOrder(days), tender, cashierId, only };
}

function inOrder(days: DayRange | null): DayRange | null {
  return days !== null && days.from > days.to ? { from: days.to, to: days.from } : days;
}

function viewOf({ sale, matched, open }: FoundSale, settled: ReadonlySet<string>): readonly FoundSaleView[] {
  // Only sales that are over are ever found.
  if (sale.state?.stage !== 'done') return [];
  return [{ ...rowOf(sale, sale.state, sale.cashReceipts, settled), businessDay: sale.businessDay, cashierName: sale.actor?.name ?? '', matched: [...matched], open }];
}
