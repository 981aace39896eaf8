/** The quick keys as somebody arranges them: what one act changes, or why it cannot be done. */
import type { CatalogueProduct, QuickKey } from './product.ts';
import { freePlace, MAX_CATEGORY_CHARS, MAX_KEY_PAGES, MAX_KEYS_PER_PAGE } from './product.ts';

export type KeysEdit =
  /** To this place, with a key already or without. Whoever stands there changes places with it, or moves to the next free place. */
  | { readonly kind: 'place'; readonly productId: string; readonly page: string; readonly place: number }
  | { readonly kind: 'remove'; readonly productId: string }
  | { readonly kind: 'add-page'; readonly page: string }
  | { readonly kind: 'rename-page'; readonly page: string; readonly name: string }
  | { readonly kind: 'move-page'; readonly page: string; readonly by: -1 | 1 }
  /** With every key on it. */
  | { readonly kind: 'remove-page'; readonly page: string };

export type KeysRefusal = 'product-unknown' | 'page-unknown' | 'page-name-invalid' | 'page-taken' | 'keys-full';
export type KeyChange = { readonly before: CatalogueProduct; readonly after: CatalogueProduct };
export type KeysEdited =
  | { readonly ok: true; readonly changes: readonly KeyChange[]; /** Null: their order stays. */ readonly pages: readonly string[] | null }
  | { readonly ok: false; readonly refusal: KeysRefusal };

export type Keys = {
  /** Those that have a key. */
  readonly products: readonly CatalogueProduct[];
  /** All pages in their order, empty ones among them. */
  readonly pages: readonly string[];
  /** Any product of the catalogue. */
  readonly get: (productId: string) => CatalogueProduct | null;
};

const refused = (refusal: KeysRefusal): KeysEdited => ({ ok: false, refusal });
const moved = (before: CatalogueProduct, quickKey: QuickKey | null): KeyChange => ({ before, after: { ...before, quickKey } });

export function editKeys(keys: Keys, edit: KeysEdit): KeysEdited {
  const { products, pages } = keys;
  if (edit.kind === 'place') return place(keys, edit);
  if (edit.kind === 'remove') {
    const product = keys.get(edit.productId);
    if (product === null) return refused('product-unknown');
    return { ok: true, changes: product.quickKey === null ? [] : [moved(product, null)], pages: keys.pages };
  }
  if (edit.kind === 'add-page') {
    const name = pageName(edit.page);
    if (name === null) return refused('page-name-invalid');
    if (pages.includes(name)) return refused('page-taken');
    return pages.length >= MAX_KEY_PAGES ? refused('keys-full') : { ok: true, changes: [], pages: [...pages, name] };
  }
  const at = pages.indexOf(edit.page);
  if (at < 0) return refused('page-unknown');
  const onPage = products.filter(({ quickKey }) => quickKey?.page === edit.page);
  if (edit.kind === 'remove-page') return { ok: true, changes: onPage.map((product) => moved(product, null)), pages: pages.toSpliced(at, 1) };
  if (edit.kind === 'move-page') {
    const to = Math.max(0, Math.min(pages.length - 1, at + edit.by));
    return { ok: true, changes: [], pages: pages.toSpliced(at, 1).toSpliced(to, 0, edit.page) };
  }
  const name = pageName(edit.name);
  if (name === null) return refused('page-name-invalid');
  if (name !== edit.page && pages.includes(name)) return refused('page-taken');
  return { ok: true, changes: name === edit.page ? [] : onPage.map((product) => moved(product, { page: name, place: product.quickKey?.place ?? 1 })), pages: pages.with(at, name) };
}

function place(keys: Keys, { productId, page, place: at }: Extract<KeysEdit, { kind: 'place' }>): KeysEdited {
  const product = keys.get(productId);
  if (product === null) return refused('product-unknown');
  if (!keys.pages.includes(page)) return refused('page-unknown');
  if (!Number.isInteger(at) || at < 1 || at > MAX_KEYS_PER_PAGE) return refused('keys-full');
  const there = keys.products.find(({ quickKey }) => quickKey?.page === page && quickKey.place === at);
  if (there?.productId === productId) return { ok: true, changes: [], pages: null };
  const mine = moved(product, { page, place: at });
  if (there === undefined) return { ok: true, changes: [mine], pages: keys.pages };
  if (product.quickKey !== null) return { ok: true, changes: [mine, moved(there, product.quickKey)], pages: keys.pages };
  const taken = keys.products.flatMap(({ quickKey }) => (quickKey === null ? [] : [quickKey]));
  const free = freePlace(taken, page);
  return free === null ? refused('keys-full') : { ok: true, changes: [mine, moved(there, { page, place: free })], pages: keys.pages };
}


function pageName(text: string): string | null {
  const name = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return name === '' || name.length > MAX_CATEGORY_CHARS ? null : name;
}
