/** The found sales as a list that grows page by page and is drawn by days. Pure. */
import type { FoundSaleView, SaleSearchView } from '../../../contract/history.ts';
import { DAY_MS } from '../../../domain/seoul-time.ts';
import type { DayChoice } from '../../words/history.ts';

export const PAGE_SALES = 50;
/** Nobody reads further: whoever has not found it by then says more of it. */
export const MAX_LISTED_SALES = 2_000;

export const ALL_SALES: SaleSearchView = { text: '', days: null, tender: null, cashierId: null, only: null };

export function isAll(search: SaleSearchView): boolean {
  return search.text.trim() === '' && search.days === null && search.tender === null && search.cashierId === null && search.only === null;
}

/** Fresh rows replace older ones of the same sale. Newest first. */
export function merged(listed: readonly FoundSaleView[], fresh: readonly FoundSaleView[]): readonly FoundSaleView[] {
  const byNumber = new Map([...listed, ...fresh].map((row) => [row.saleNumber, row]));
  return [...byNumber.values()].toSorted((a, b) => b.saleNumber - a.saleNumber).slice(0, MAX_LISTED_SALES);
}

export type DayOfSales = { readonly businessDay: string; readonly sales: readonly FoundSaleView[] };

/** Neighbours of one business day stand under one heading. */
export function byDay(rows: readonly FoundSaleView[]): readonly DayOfSales[] {
  const days: { businessDay: string; sales: FoundSaleView[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.businessDay === row.businessDay) last.sales.push(row);
    else days.push({ businessDay: row.businessDay, sales: [row] });
  }
  return days;
}

/** The sale `step` rows from the chosen one; from none, the first. */
export function neighbour(rows: readonly FoundSaleView[], saleId: string | null, step: number): string | null {
  const at = rows.findIndex((row) => row.saleId === saleId);
  if (at === -1) return rows[0]?.saleId ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.saleId ?? null;
}

export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

/** `chosen` keeps the days there are, or begins with today. */
export function daysOf(choice: DayChoice, today: string, before: SaleSearchView['days']): SaleSearchView['days'] {
  switch (choice) {
    case 'all':
      return null;
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: dayBefore(today, 1), to: dayBefore(today, 1) };
    case 'week':
      return { from: dayBefore(today, 6), to: today };
    case 'month':
      return { from: dayBefore(today, 29), to: today };
    default:
      return before ?? { from: today, to: today };
  }
}

/** Which choice these days are; any others were chosen by hand. */
export function choiceOf(days: SaleSearchView['days'], today: string): DayChoice {
  const same = (choice: DayChoice) => JSON.stringify(daysOf(choice, today, null)) === JSON.stringify(days);
  return (['all', 'today', 'yesterday', 'week', 'month'] as const).find(same) ?? 'chosen';
}
