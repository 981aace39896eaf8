/** What main would answer in the history: a few days of sales, some of them unfinished. */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { FoundSaleView, HistoryFilters } from '../../contract/history.ts';
import { comparable } from '../../domain/catalogue/jamo.ts';
import { readSearch } from '../../domain/history/search.ts';
import { DAY_MS, seoulDay } from '../../domain/seoul-time.ts';
import { sampleSales } from './sale-samples.ts';

const CASHIERS: HistoryFilters['cashiers'] = [
  { userId: 'practice-cashier', name: '김' },
  { userId: 'practice-manager', name: '점장' },
];
export const SAMPLE_FILTERS: HistoryFilters = { cashiers: CASHIERS, openSales: 3 };

/** Some of today, some of the days before, and the last ones of two years ago. */
const DAYS_BACK = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 700] as const;

function found(index: number): FoundSaleView | null {
  const row = sampleSales[index];
  if (row === undefined) return null;
  const back = DAYS_BACK[Math.min(DAYS_BACK.length - 1, Math.floor(index / 3))] ?? 0;
  const paidAt = new Date(Date.parse(row.paidAt) - back * DAY_MS).toISOString();
  const open = row.cashReceipt !== null && row.cashReceipt.failure !== null;
  return { ...row, paidAt, businessDay: seoulDay(paidAt), cashierName: CASHIERS[index % 2]?.name ?? '', matched: [], open };
}

const ROWS = Array.from(sampleSales, (_, index) => found(index)).filter((row) => row !== null);

export function findAnswer({ search, beforeSaleNumber, limit }: CallPayload<'history.find'>): CallAnswer<'history.find'> {
  const { words } = readSearch(search.text, '2026-11-21');
  const fitting = ROWS.filter((row) => beforeSaleNumber === null || row.saleNumber < beforeSaleNumber)
    .filter((row) => search.only !== 'open-cases' || row.open)
    .filter(() => search.tender !== 'card' && search.only !== 'refunds')
    .flatMap((row) => {
      const matched = words.map((word) => word.filter((term) => fits(row, term)).map(({ kind }) => kind));
      return matched.every((kinds) => kinds.length > 0) ? [{ ...row, matched: [...new Set(matched.flat())] }] : [];
    });
  const sales = fitting.slice(0, limit);
  return { sales, nextBefore: fitting.length > limit ? (sales.at(-1)?.saleNumber ?? null) : null, reachedDay: null };
}

function fits(row: FoundSaleView, term: ReturnType<typeof readSearch>['words'][number][number]): boolean {
  switch (term.kind) {
    case 'sale-number':
      return row.saleNumber === term.saleNumber;
    case 'amount':
      return row.totalWon === term.amountWon;
    case 'approval':
      return row.cashReceipt?.approvalNumber === term.approvalNumber;
    case 'product':
      return comparable(row.firstName).includes(term.part);
    case 'card-tail':
      return false;
    default:
      return term satisfies never;
  }
}
