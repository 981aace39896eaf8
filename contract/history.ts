/** The history: finished sales, found by what is remembered of them. */
import { z } from 'zod';
import { MAX_SEARCH_CHARS } from '../domain/history/search.ts';
import { businessDay, id } from './primitives.ts';
import { saleRow } from './views.ts';

export const tender = z.enum(['cash', 'card']);
export const searchTermKind = z.enum(['sale-number', 'amount', 'card-tail', 'approval', 'product']);

/** What is typed is read by domain/history/search.ts; a day typed there goes before the days chosen. */
export const saleSearch = z.object({
  text: z.string().max(MAX_SEARCH_CHARS),
  days: z.object({ from: businessDay, to: businessDay }).nullable(),
  tender: tender.nullable(),
  cashierId: id.nullable(),
  only: z.enum(['open-cases', 'refunds']).nullable(),
});
export type SaleSearchView = z.infer<typeof saleSearch>;

export const foundSale = saleRow.extend({
  businessDay,
  /** Who took the money; empty when nobody's name is known. */
  cashierName: z.string(),
  /** By what it was found, in the order of the words. */
  matched: z.array(searchTermKind),
  /** Somebody still has to look after something of it. */
  open: z.boolean(),
});
export type FoundSaleView = z.infer<typeof foundSale>;

export const MAX_FOUND_PAGE = 100;

export const findRequest = z.object({ search: saleSearch, beforeSaleNumber: z.int().min(1).nullable(), limit: z.int().min(1).max(MAX_FOUND_PAGE) });

/** Newest first. `nextBefore`: where the next page begins; null at the end. */
export const foundPage = z.object({
  sales: z.array(foundSale),
  nextBefore: z.int().nullable(),
  /** The day the search has reached, when it stopped before the page was full. */
  reachedDay: businessDay.nullable(),
});

export const historyFilters = z.object({
  /** Everyone who has taken money here. */
  cashiers: z.array(z.object({ userId: id, name: z.string() })),
  /** Sales somebody still has to look after. */
  openSales: z.int(),
});
export type HistoryFilters = z.infer<typeof historyFilters>;
