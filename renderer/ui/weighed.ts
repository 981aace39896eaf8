import type { LineView } from '../../contract/views.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { weightWords } from '../words/weight.ts';

/** `350 g × 1,200원/100g`, and how often; null for goods that are not weighed. */
export function useWeighed({ grams, quantity, unitPriceWon }: Pick<LineView, 'grams' | 'quantity' | 'unitPriceWon'>): string | null {
  const words = useWords(weightWords);
  const format = useFormat();
  if (grams === undefined) return null;
  const once = words.line(format.number(grams), format.won(unitPriceWon));
  return quantity === 1 ? once : `${quantity} × ${once}`;
}
