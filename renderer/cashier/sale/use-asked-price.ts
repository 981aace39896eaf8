import { useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { useClient } from '../../bridge.ts';
import { dialogOpen } from '../../ui/keys.ts';
import type { AskedPrice } from './price-dialog.tsx';

/** The price or the weight that is being asked for; one at a time, so that a burst of scans never replaces what she is typing. */
export function useAskedPrice() {
  const client = useClient();
  const [asked, setAsked] = useState<AskedPrice | null>(null);
  const asking = useRef(false);
  const ask = (next: AskedPrice) => {
    if (asking.current) return;
    asking.current = true;
    setAsked(next);
  };
  return {
    asked,
    ask,
    /** A scan that main would not take without a price or a weight. False when nobody can be asked now: the scan then comes back as a note. */
    askForCode: async (code: string, quantity: number): Promise<boolean> => {
      if (asking.current || dialogOpen()) return false;
      const found = await client.call('catalogue.search', { query: code, limit: 1 });
      const product: ProductView | undefined = found.ok ? found.res.products[0] : undefined;
      // A dialog may have opened while main was looking.
      if (product?.barcode !== code || asking.current || dialogOpen()) return false;
      ask({ product, quantity });
      return true;
    },
    close: () => {
      asking.current = false;
      setAsked(null);
    },
  };
}

/** What a scan is refused with that only needs to be asked for. */
export function isToBeAsked(code: FailureCode): boolean {
  return code === 'sale.price-needed' || code === 'sale.weight-needed';
}
