/** What the window decides of a search by itself: the quantity before it, and the pages of the quick keys. Main finds the products. */
import type { ProductView } from '../../../contract/views.ts';

/** Pages in the order their first key comes. */
export function pagesOf(products: readonly ProductView[]): readonly string[] {
  return [...new Set(products.flatMap(({ quickKey }) => (quickKey === null ? [] : [quickKey.page])))];
}

/** `3*` in the search box: the next product comes three times. Null when the text is no such thing. */
export function timesOf(text: string): number | null {
  const digits = /^(\d{1,4})\*$/.exec(text)?.[1];
  const times = digits === undefined ? 0 : Number(digits);
  return times >= 1 && times <= 9_999 ? times : null;
}
