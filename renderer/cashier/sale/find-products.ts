/** Finding a product as it is typed: part of the name, its initial consonants (초성), part of the barcode. */
import type { ProductView } from '../../../contract/views.ts';

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** 21 vowels × 28 finals share one initial. */
const SYLLABLES_PER_INITIAL = 588;

/** `아메리카노 큰컵` → `ㅇㅁㄹㅋㄴㅋㅋ`; blanks go, other characters stay. */
export function initialsOf(text: string): string {
  let initials = '';
  for (const character of text.replaceAll(/\s/g, '')) {
    const code = character.codePointAt(0) ?? 0;
    const syllable = code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
    initials += syllable ? (INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] ?? '') : character.toLowerCase();
  }
  return initials;
}

export type Shelf = readonly { readonly product: ProductView; readonly name: string; readonly initials: string }[];

/** What is compared is worked out once per catalogue, not once per key. */
export function makeShelf(products: readonly ProductView[]): Shelf {
  return products.map((product) => ({ product, name: product.name.replaceAll(/\s/g, '').toLowerCase(), initials: initialsOf(product.name) }));
}

/** Names that begin with the text first, then names that contain it, then barcodes; each in catalogue order. */
export function findProducts(shelf: Shelf, text: string): readonly ProductView[] {
  const wanted = text.replaceAll(/\s/g, '').toLowerCase();
  if (wanted === '') return shelf.map(({ product }) => product);
  const onlyInitials = [...wanted].every((character) => INITIALS.includes(character));
  const ranked: ProductView[][] = [[], [], []];
  for (const { product, name, initials } of shelf) {
    const at = onlyInitials ? initials.indexOf(wanted) : name.indexOf(wanted);
    if (at === 0) ranked[0]?.push(product);
    else if (at > 0) ranked[1]?.push(product);
    else if (product.barcode.includes(wanted)) ranked[2]?.push(product);
  }
  return ranked.flat();
}

export function categoriesOf(products: readonly ProductView[]): readonly string[] {
  return [...new Set(products.map(({ category }) => category))];
}

/** `3*` in the search box: the next product comes three times. Null when the text is no such thing. */
export function timesOf(text: string): number | null {
  const digits = /^(\d{1,4})\*$/.exec(text)?.[1];
  const times = digits === undefined ? 0 : Number(digits);
  return times >= 1 && times <= 9_999 ? times : null;
}
