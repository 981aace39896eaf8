import { useEffect, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';

export type Keys = { readonly products: readonly ProductView[]; readonly pages: readonly string[] };

/** The keys as main has them; asked again after every change. Null before the first answer. */
export function useKeys(revision: number): Keys | null {
  const act = useAct();
  const [keys, setKeys] = useState<Keys | null>(null);
  useEffect(() => {
    let gone = false;
    void Promise.all([act('catalogue.list', {}), act('catalogue.keyPages', {})]).then(([products, pages]) => {
      if (!gone && products.ok && pages.ok) setKeys({ products: products.res, pages: pages.res });
    });
    return () => {
      gone = true;
    };
  }, [act, revision]);
  return keys;
}
