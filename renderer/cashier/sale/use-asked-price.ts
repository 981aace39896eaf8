import { useRef, useState } from 'react';
import type { ProductView } from '../../../contract/views.ts';
import { dialogOpen } from '../../ui/keys.ts';
import type { AskedPrice } from './price-dialog.tsx';

/** The price that is being asked for; one at a time, so that a burst of scans never replaces what she is typing. */
export function useAskedPrice(products: readonly ProductView[] | null) {
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
    /** A scan that main would not take without a price. False when nobody can be asked now: the scan then comes back as a note. */
    askForCode: (code: string, quantity: number): boolean => {
      const product = products?.find(({ barcode }) => barcode === code);
      if (product === undefined || asking.current || dialogOpen()) return false;
      ask({ product, quantity });
      return true;
    },
    close: () => {
      asking.current = false;
      setAsked(null);
    },
  };
}
