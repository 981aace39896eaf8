import { startTransition, useEffect, useState } from 'react';
import type { Found } from './use-product-search.ts';

/** More than the list shows without being scrolled on a screen as wide as it is drawn for. */
const FIRST_ROWS = 9;
/** Longer than between two characters of whoever is still typing. */
const PAUSE_MS = 150;

/** How many of the rows are drawn: what can be seen at once, the rest when typing pauses or the one in hand comes near it. */
export function useDrawnRows(found: Found | null, inHand: number): number {
  const [whole, setWhole] = useState<Found | null>(null);
  const count = found?.products.length ?? 0;
  useEffect(() => {
    if (count <= FIRST_ROWS) return undefined;
    const timer = setTimeout(() => startTransition(() => setWhole(found)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [found, count]);
  return whole === found || inHand >= FIRST_ROWS - 1 ? count : Math.min(count, FIRST_ROWS);
}
