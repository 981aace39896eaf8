/** A product as the shop keeps it. `barcode` is empty for goods that have none. */
import type { Product } from '../cart.ts';
import { isWon } from '../won.ts';
import type { PhotoHash } from './photo.ts';

/** A touch key on the sale screen. `page` is its tab, `place` counts from 1. */
export type QuickKey = { readonly page: string; readonly place: number };
export type CatalogueProduct = Product & { readonly quickKey: QuickKey | null; readonly photo?: PhotoHash | undefined };

/** The same product with this photo, or with none. */
export function withPhoto(product: CatalogueProduct, photo: PhotoHash | undefined): CatalogueProduct {
  const { photo: _, ...rest } = product;
  return photo === undefined ? rest : { ...rest, photo };
}

/** What a person fills in. The page of a quick key is the category; its place is the next free one. */
export type ProductDraft = Pick<Product, 'name' | 'barcode' | 'priceWon' | 'taxClass' | 'category'> & { readonly onQuickKey: boolean; readonly byWeight: boolean };

export const MAX_PRODUCTS = 200_000;
export const MAX_NAME_CHARS = 60;
export const MAX_BARCODE_CHARS = 32;
export const MAX_CATEGORY_CHARS = 20;
/** 1 억 원, as in any price a counter can mean. */
export const MAX_PRICE_WON = 100_000_000;
export const MAX_KEY_PAGES = 12;
export const MAX_KEYS_PER_PAGE = 40;

export type ProductProblem = 'name-missing' | 'name-too-long' | 'barcode-invalid' | 'price-not-won' | 'category-invalid';

/** Everything that can be judged without knowing the other products or the printer; null when it is good. The order is that of the form. */
export function judgeDraft(draft: ProductDraft): ProductProblem | null {
  if (draft.name.trim() === '') return 'name-missing';
  if (draft.name.length > MAX_NAME_CHARS) return 'name-too-long';
  if (draft.barcode !== '' && !isBarcode(draft.barcode)) return 'barcode-invalid';
  if (!isWon(draft.priceWon) || draft.priceWon < 0 || draft.priceWon > MAX_PRICE_WON) return 'price-not-won';
  if (draft.category.trim() === '' || draft.category.length > MAX_CATEGORY_CHARS) return 'category-invalid';
  return null;
}

/** What a scanner can read and a person can type: digits, Latin letters and the signs of Code 39. */
export function isBarcode(text: string): boolean {
  return text.length <= MAX_BARCODE_CHARS && /^[0-9A-Za-z][0-9A-Za-z .$/+%-]*$/.test(text) && text.trim() === text;
}

/** As it is kept: no blanks around it, one blank between words. */
export function tidyDraft(draft: ProductDraft): ProductDraft {
  const tidy = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return { ...draft, name: tidy(draft.name), barcode: draft.barcode.trim(), category: tidy(draft.category) };
}

/** The place for a new key on a page: the first that is free, null when page or keys are full. */
export function freePlace(keys: readonly QuickKey[], page: string): number | null {
  const taken = new Set(keys.filter((key) => key.page === page).map(({ place }) => place));
  if (taken.size === 0 && new Set(keys.map((key) => key.page)).size >= MAX_KEY_PAGES) return null;
  for (let place = 1; place <= MAX_KEYS_PER_PAGE; place += 1) if (!taken.has(place)) return place;
  return null;
}
