import { useCallback, useEffect, useRef, useState } from 'react';
import type { FoundSaleView, HistoryFilters, SaleSearchView } from '../../../contract/history.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { isAll, MAX_LISTED_SALES, merged, PAGE_SALES } from './list.ts';

export type Found = {
  /** Null until the first answer to this search; the rows of the search before stay until then. */
  readonly rows: readonly FoundSaleView[] | null;
  /** There is more, and the list may still grow. */
  readonly more: boolean;
  /** The list is as long as it gets. */
  readonly full: boolean;
  /** Where the search stopped before it had a page; null when it did not. */
  readonly reachedDay: string | null;
  readonly loading: boolean;
  readonly refusal: CallRefusal | null;
  readonly loadMore: () => void;
};

type Loaded = { readonly search: SaleSearchView; readonly rows: readonly FoundSaleView[]; readonly nextBefore: number | null; readonly reachedDay: string | null };

/** A hand types faster than it reads: the search goes out when it rests. */
const REST_MS = 120;

/** `search` must be the same object while it is the same search. `revision`: main has news; a list without a search shows them by itself. */
export function useFound(search: SaleSearchView, revision: number): Found {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [loading, setLoading] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const everything = isAll(search);
  const news = everything ? revision : 0;
  const first = useRef(true);

  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void client.call('history.find', { search, beforeSaleNumber: null, limit: PAGE_SALES }).then((result) => {
        if (!current) return;
        setRefusal(result.ok ? null : result);
        if (!result.ok) return;
        const { sales, nextBefore, reachedDay } = result.res;
        setLoaded((before) => (before?.search === search && before.rows.length > sales.length ? { ...before, rows: merged(before.rows, sales) } : { search, rows: sales, nextBefore, reachedDay }));
      });
    }, first.current || everything ? 0 : REST_MS);
    first.current = false;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, search, everything, news]);

  const nextBefore = loaded?.search === search ? loaded.nextBefore : null;
  const loadMore = useCallback(() => {
    if (nextBefore === null || loading) return;
    setLoading(true);
    void client.call('history.find', { search, beforeSaleNumber: nextBefore, limit: PAGE_SALES }).then((result) => {
      setLoading(false);
      setRefusal(result.ok ? null : result);
      if (!result.ok) return;
      const { sales, nextBefore: next, reachedDay } = result.res;
      setLoaded((before) => (before?.search === search ? { search, rows: merged(before.rows, sales), nextBefore: next, reachedDay } : before));
    });
  }, [client, search, nextBefore, loading]);

  const count = loaded?.rows.length ?? 0;
  const full = nextBefore !== null && count >= MAX_LISTED_SALES;
  return { rows: loaded?.rows ?? null, more: nextBefore !== null && !full, full, reachedDay: loaded?.reachedDay ?? null, loading, refusal, loadMore };
}

/** Who has sold here, and how much is unfinished. */
export function useFilters(revision: number): HistoryFilters {
  const client = useClient();
  const [filters, setFilters] = useState<HistoryFilters>({ cashiers: [], openSales: 0 });
  useEffect(() => {
    let current = true;
    void client.call('history.filters', {}).then((result) => {
      if (current && result.ok) setFilters(result.res);
    });
    return () => {
      current = false;
    };
  }, [client, revision]);
  return filters;
}
