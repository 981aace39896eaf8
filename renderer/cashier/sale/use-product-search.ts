import { useEffect, useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { useSteady } from '../../ui/steady.ts';
import { timesOf } from './find-products.ts';
import type { AskedPrice } from './price-dialog.tsx';

/** As many as the list shows without becoming a catalogue of its own. */
const RESULTS = 40;

export type Found = { readonly query: string; readonly products: readonly ProductView[]; readonly total: number };

export type ProductSearch = {
  /** The newest answer; while the next is on its way the last one stays. Null before the first, and when nothing is typed. */
  readonly found: Found | null;
  /** The one Enter adds. */
  readonly chosen: number;
  /** False when there is nothing to walk through: the keys belong to the basket then. */
  readonly move: (by: -1 | 1) => boolean;
  readonly pick: (product: ProductView) => void;
  readonly submit: () => Promise<void>;
};

/** What main finds for what is typed, and which of it is in hand. */
export function useProductSearch(query: string, onQuery: (text: string) => void, onAskPrice: (asked: AskedPrice) => void): ProductSearch {
  const act = useAct();
  const [answer, setAnswer] = useState<Found | null>(null);
  const [walked, setWalked] = useState<{ readonly query: string; readonly to: number } | null>(null);
  const text = timesOf(query) === null ? query.trim() : '';
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
    if (text === '') return;
    void act('catalogue.search', { query: text, limit: RESULTS }).then((result) => {
      if (result.ok && latest.current === text) setAnswer({ query: text, ...result.res });
    });
  }, [act, text]);

  const found = text === '' ? null : answer;
  const last = (found?.products.length ?? 0) - 1;
  const chosen = walked !== null && walked.query === text ? Math.min(walked.to, Math.max(0, last)) : 0;
  const pick = useSteady((product: ProductView) => {
    const quantity = timesOf(query) ?? 1;
    if (product.openPrice === true || product.byWeight === true) onAskPrice({ product, quantity });
    else void act('sale.addProduct', { productId: product.productId, quantity });
    onQuery('');
    leaveSearch();
  });
  const submit = async () => {
    if (text === '') return;
    // Enter may be quicker than the answer: then it is the answer to what is typed now that counts, not the one on the screen.
    const current = answer?.query === text ? answer.products[chosen] : await firstFor(text);
    if (latest.current === text && current !== undefined) pick(current);
  };
  const firstFor = async (wanted: string): Promise<ProductView | undefined> => {
    const result = await act('catalogue.search', { query: wanted, limit: 1 });
    return result.ok ? result.res.products[0] : undefined;
  };
  const move = (by: -1 | 1) => {
    if (last < 0) return false;
    setWalked({ query: text, to: Math.max(0, Math.min(last, chosen + by)) });
    return true;
  };
  return { found, chosen, move, pick, submit };
}

export function leaveSearch(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.id === 'product-search') active.blur();
}
