import { useEffect, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';

/** More is found by typing: nobody scrolls through a hundred thousand. */
const SHOWN = 100;

export type Listed = { readonly products: readonly ProductView[]; readonly total: number };

/** What the search leaves of the catalogue; asked again after every save. */
export function useProductList(text: string, saves: number): Listed | null {
  const act = useAct();
  const [listed, setListed] = useState<Listed | null>(null);
  const query = text.trim();
  useEffect(() => {
    let gone = false;
    void act('catalogue.search', { query, limit: SHOWN }).then((result) => {
      if (!gone && result.ok) setListed(result.res);
    });
    return () => {
      gone = true;
    };
  }, [act, query, saves]);
  return listed;
}

export function useCategories(saves: number): readonly string[] {
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
  }, [act, saves]);
  return categories;
}
