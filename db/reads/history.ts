/** Finding finished sales by what is remembered of them. Synchronous and bounded: it runs in the worker, between two sales. */
import type { Database } from 'better-sqlite3';
import type { DayRange, MinuteRange, ReadSearch, SearchTerm, SearchTermKind } from '../../domain/history/search.ts';
import { DAY_MS, seoulDay, seoulTime } from '../../domain/seoul-time.ts';
import { listLimit } from '../limits.ts';
import type { FoundSales, SaleRecord } from '../records.ts';
import { finder } from './finder.ts';
import { agreed, anyOf, from, type Postings, sieve, type Steps } from './postings.ts';

export type SaleSearch = ReadSearch & {
  readonly tender: 'cash' | 'card' | null;
  readonly cashierId: string | null;
  readonly only: 'open-cases' | 'refunds' | null;
};

export type HistoryPage = { readonly limit: number; /** Only sales with smaller numbers. */ readonly beforeSaleNumber?: number };

export type HistoryReads = {
  readonly findSales: (search: SaleSearch, page: HistoryPage) => FoundSales;
  /** How many finished sales somebody still has to look after. */
  readonly openSales: () => number;
  /** Everyone who has ever taken money here, by the name she had last. */
  readonly historyCashiers: () => readonly { readonly userId: string; readonly name: string }[];
};

/** Looks into an index that one question may cost: some 40 ms on a slow counter. Whoever wants more asks again from there. */
export const STEPS_PER_QUESTION = 8_000;
const CASHIERS = 500;

type When = { readonly paidAt: string | null; readonly businessDay: string };

/** `salesByNumber` keeps the order it is given. */
export function historyReads(db: Database, salesByNumber: (saleNumbers: readonly number[]) => readonly SaleRecord[]): HistoryReads {
  const find = finder(db);
  const when = db.prepare<[number], When>('SELECT paid_at AS paidAt, business_day AS businessDay FROM sales WHERE sale_number = ?');
  const firstOn = db.prepare<[string], number>('SELECT sale_number FROM sales WHERE business_day >= ? ORDER BY business_day, sale_number LIMIT 1').pluck();
  const openSales = db.prepare<[], number>(`SELECT count(*) FROM (SELECT DISTINCT o.sale_number FROM open_cases o JOIN sales s ON s.sale_number = o.sale_number WHERE s.stage = 'done')`).pluck();
  const cashiers = db.prepare<[number], { userId: string; name: string }>(`SELECT word AS userId, label AS name FROM history_words WHERE kind = 'cashier' ORDER BY label, word LIMIT ?`);

  /** A sale after midnight is of two days: that on which its shift was opened, and that on the customer's clock. */
  function inTime({ days, minutes }: SaleSearch, saleNumber: number): boolean {
    const about = when.get(saleNumber);
    if (about === undefined || about.paidAt === null) return false;
    const day = seoulDay(about.paidAt);
    return (days === null || isWithin(days, about.businessDay) || isWithin(days, day)) && (minutes === null || isWithin(minutes, minuteOfDay(about.paidAt)));
  }

  /** Numbers grow with the business days: a range of days is a range of numbers. */
  function bounds(days: DayRange | null, before: number): { readonly before: number; readonly least: number } {
    if (days === null) return { before, least: 1 };
    return { before: Math.min(before, firstOn.get(dayAfter(days.to, 1)) ?? before), least: firstOn.get(dayAfter(days.from, -1)) ?? before };
  }

  return {
    findSales(search, { limit, beforeSaleNumber }) {
      const steps: Steps = { left: STEPS_PER_QUESTION };
      const words = search.words.map((word) => word.map((term) => ({ kind: term.kind, list: find.term(term, steps) })));
      const { before, least } = bounds(search.days, beforeSaleNumber ?? Number.MAX_SAFE_INTEGER);
      const lists: Postings[] = [from(least), ...words.map((word) => anyOf(word.map(({ list }) => list))), ...find.filters(search, steps), find.finished(steps)];
      if (search.days !== null || search.minutes !== null) lists.push(sieve((saleNumber) => inTime(search, saleNumber)));
      const { numbers, reached } = agreed(lists, { before, limit: listLimit(limit), steps });
      const found = salesByNumber(numbers).map((sale) => ({ sale, matched: matchesOf(words, sale.saleNumber), open: find.isOpen(sale.saleNumber) }));
      return { found, nextBefore: reached };
    },
    openSales: () => openSales.get() ?? 0,
    historyCashiers: () => cashiers.all(CASHIERS),
  };
}

/** By what the sale was found, each way once. */
function matchesOf(words: readonly (readonly { readonly kind: SearchTerm['kind']; readonly list: Postings }[])[], saleNumber: number): readonly SearchTermKind[] {
  return [...new Set(words.flatMap((word) => word.filter(({ list }) => list.has(saleNumber)).map(({ kind }) => kind)))];
}

function isWithin<T extends string | number>(range: { readonly from: T; readonly to: T }, value: T): boolean {
  return value >= range.from && value <= range.to;
}

function minuteOfDay(iso: string): MinuteRange['from'] {
  const [hour = 0, minute = 0] = seoulTime(iso).split(':').map(Number);
  return hour * 60 + minute;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
