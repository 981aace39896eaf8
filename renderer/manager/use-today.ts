import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallAnswer } from '../../contract/calls.ts';
import type { SaleRow } from '../../contract/views.ts';
import type { CallRefusal } from '../bridge.ts';
import { useClient } from '../bridge.ts';
import { MAX_LISTED_SALES, MAX_PAGE_SALES, mergeSales, PAGE_SALES } from './sale-list.ts';

export type Today = {
  /** Null until the first answer. */
  readonly rows: readonly SaleRow[] | null;
  /** Which business day is listed; null until the first answer. */
  readonly businessDay: string | null;
  readonly more: boolean;
  readonly loading: boolean;
  readonly refusal: CallRefusal | null;
  readonly loadMore: () => void;
};

type Loaded = { readonly businessDay: string; readonly rows: readonly SaleRow[]; readonly more: boolean };

/** Asks again whenever main says that something changed: a receipt that was issued meanwhile shows by itself. */
export function useToday(revision: number): Today {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [loading, setLoading] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const count = loaded?.rows.length ?? 0;
  const listed = useRef(count);
  useEffect(() => {
    listed.current = count;
  }, [count]);

  useEffect(() => {
    let current = true;
    const limit = Math.min(MAX_PAGE_SALES, Math.max(PAGE_SALES, listed.current));
    void client.call('history.today', { beforeSaleNumber: null, limit }).then((result) => {
      if (!current) return;
      setRefusal(result.ok ? null : result);
      if (result.ok) setLoaded((before) => refreshed(before, result.res));
    });
    return () => {
      current = false;
    };
  }, [client, revision]);

  const oldest = loaded?.rows.at(-1)?.saleNumber ?? null;
  const loadMore = useCallback(() => {
    if (oldest === null || loading) return;
    setLoading(true);
    void client.call('history.today', { beforeSaleNumber: oldest, limit: PAGE_SALES }).then((result) => {
      setLoading(false);
      setRefusal(result.ok ? null : result);
      if (result.ok) setLoaded((before) => ({ businessDay: result.res.businessDay, rows: mergeSales(before?.rows ?? [], result.res.sales), more: result.res.more }));
    });
  }, [client, oldest, loading]);

  return { rows: loaded?.rows ?? null, businessDay: loaded?.businessDay ?? null, more: (loaded?.more ?? false) && count < MAX_LISTED_SALES, loading, refusal, loadMore };
}

/** The newest page again. Whether there is more below is known only by the page that reaches the bottom. */
function refreshed(before: Loaded | null, page: CallAnswer<'history.today'>): Loaded {
  const { businessDay } = page;
  // Another day has begun: nothing of the one before is kept.
  if (before === null || before.businessDay !== businessDay) return { businessDay, rows: page.sales, more: page.more };
  const rows = mergeSales(before.rows, page.sales);
  return { businessDay, rows, more: page.more && before.more };
}

export type SaleDetails = CallAnswer<'history.sale'>;
export type LoadedSale = { readonly saleId: string; readonly details: SaleDetails | null; readonly refusal: CallRefusal | null };

/** One sale in full, fresh after every change; null while the first answer is on its way. */
export function useSale(saleId: string | null, revision: number): LoadedSale | null {
  const client = useClient();
  const [loaded, setLoaded] = useState<LoadedSale | null>(null);
  useEffect(() => {
    if (saleId === null) return;
    let current = true;
    void client.call('history.sale', { saleId }).then((result) => {
      if (!current) return;
      setLoaded(result.ok ? { saleId, details: result.res, refusal: null } : { saleId, details: null, refusal: result });
    });
    return () => {
      current = false;
    };
  }, [client, saleId, revision]);
  return loaded?.saleId === saleId ? loaded : null;
}

export type SlipPicture = { readonly key: string; readonly pngBase64: string | null };

/** `version` names what the picture depends on: another print makes another picture. */
export function useSlipPicture(saleId: string, version: string): SlipPicture | null {
  const client = useClient();
  const [picture, setPicture] = useState<SlipPicture | null>(null);
  const key = `${saleId} ${version}`;
  useEffect(() => {
    let current = true;
    void client.call('slip.picture', { saleId }).then((result) => {
      if (current) setPicture({ key, pngBase64: result.ok ? result.res.pngBase64 : null });
    });
    return () => {
      current = false;
    };
  }, [client, saleId, key]);
  return picture?.key.startsWith(`${saleId} `) === true ? picture : null;
}
