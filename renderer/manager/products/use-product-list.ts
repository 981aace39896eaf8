import { useEffect, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';

/** Products on one page of the list. */
export const PAGE_PRODUCTS = 100;

export type Listed = { readonly products: readonly ProductView[]; readonly total: number };

/** A page of what the search leaves of the catalogue; asked again after every change. */
export function useProductList(text: string, page: number, revision: number): Listed | null {
  const act = useAct();
  const [listed, setListed] = useState<Listed | null>(null);
  const query = text.trim();
  useEffect(() => {
    let gone = false;
    void act('catalogue.search', { query, limit: PAGE_PRODUCTS, offset: page * PAGE_PRODUCTS }).then((result) => {
      if (!gone && result.ok) setListed(result.res);
    });
    return () => {
      gone = true;
    };
  }, [act, query, page, revision]);
  return listed;
}

export function useCategories(revision: number): readonly string[] {
  const act = useAct();
  const [categories, setCategories] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    void act('catalogue.categories', {}).then((result) => {
      if (!gone && result.ok) setCategories(result.res);
    });
    return () => {
      gone = true;
    };
  }, [act, revision]);
  return categories;
}
