/**
 * What a list of products does to the catalogue, line by line. Every line finds its product in the catalogue as it is before the import
 * (by its number, else by its barcode), and may only take a barcode or a key that is free or its own: so lines never depend on one another
 * beyond being the first to want something, and taking all of it back needs no order either.
 */
import type { CatalogueProduct } from '../product.ts';
import { MAX_KEY_PAGES, MAX_PRODUCTS, withPhoto } from '../product.ts';
import type { LineDraft, LineFault, LineProblem } from './line.ts';
import type { ImportField } from './columns.ts';

export type Existing = 'update' | 'skip';

/** The catalogue before the import. */
export type Standing = {
  readonly size: number;
  readonly byId: (productId: string) => CatalogueProduct | null;
  readonly byBarcode: (barcode: string) => CatalogueProduct | null;
  /** Every product that has a key. */
  readonly keys: readonly CatalogueProduct[];
};

export type PlannedLine =
  | { readonly what: 'added'; readonly after: CatalogueProduct }
  | { readonly what: 'changed'; readonly before: CatalogueProduct; readonly after: CatalogueProduct }
  | { readonly what: 'same' | 'skipped'; readonly product: CatalogueProduct }
  | { readonly what: 'bad'; readonly fault: LineFault };

export type Planner = (line: number, draft: LineDraft) => PlannedLine;

/** Goods whose list names no category stand here. */
export const DEFAULT_CATEGORY = '기타';

/** `idOf`: the id of a new product that comes in this line. */
export function createPlanner(standing: Standing, existing: Existing, idOf: (line: number) => string): Planner {
  const owners = new Map(standing.keys.flatMap((product) => (product.quickKey === null ? [] : [[keyText(product.quickKey), product.productId] as const])));
  const pages = new Set(standing.keys.flatMap(({ quickKey }) => (quickKey === null ? [] : [quickKey.page])));
  const barcodes = new Set<string>();
  const products = new Set<string>();
  let size = standing.size;
  const bad = (field: ImportField | null, problem: LineProblem, value: string): PlannedLine => ({ what: 'bad', fault: { field, problem, value } });

  return (line, draft) => {
    const found = find(standing, draft);
    const { before } = found;
    const { barcode } = found;
    if (barcode === null) return bad('barcode', 'barcode-zeros-lost', draft.barcode);
    const productId = before?.productId ?? draft.productId ?? idOf(line);
    if (products.has(productId)) return bad(draft.productId === null ? 'barcode' : 'productId', draft.productId === null ? 'barcode-twice' : 'product-twice', draft.productId ?? barcode);
    if (barcode !== '' && barcodes.has(barcode)) return bad('barcode', 'barcode-twice', barcode);
    const holder = barcode === '' ? null : standing.byBarcode(barcode);
    if (holder !== null && holder.productId !== productId) return bad('barcode', 'barcode-taken', `${barcode} ${holder.name}`);
    if (before === null && size >= MAX_PRODUCTS) return bad(null, 'catalogue-full', '');
    const skip = before !== null && existing === 'skip';
    const key = skip || draft.key === undefined ? (before?.quickKey ?? null) : draft.key;
    if (key !== null) {
      const owner = owners.get(keyText(key));
      if (owner !== undefined && owner !== productId) return bad('key', 'key-taken', keyText(key));
      if (!pages.has(key.page) && pages.size >= MAX_KEY_PAGES) return bad('key', 'key-pages-full', keyText(key));
      pages.add(key.page);
      owners.set(keyText(key), productId);
    }
    products.add(productId);
    if (barcode !== '') barcodes.add(barcode);
    if (before === null) {
      size += 1;
      return { what: 'added', after: productFrom(draft, { productId, barcode, quickKey: key }, null) };
    }
    if (skip) return { what: 'skipped', product: before };
    const after = productFrom(draft, { productId, barcode, quickKey: key }, before);
    return sameProduct(before, after) ? { what: 'same', product: before } : { what: 'changed', before, after };
  };
}

/** The product a line is about. A code that lost its zeros stands for the one that has them; where nobody knows it, the line is refused. */
function find({ byId, byBarcode }: Standing, draft: LineDraft): { readonly before: CatalogueProduct | null; readonly barcode: string | null } {
  const byNumber = draft.productId === null ? null : byId(draft.productId);
  const known = draft.barcode === '' ? null : byBarcode(draft.barcode);
  if (draft.lostZeros !== null && known === null && byNumber?.barcode !== draft.barcode) {
    const whole = byBarcode(draft.lostZeros);
    return whole === null ? { before: null, barcode: null } : { before: byNumber ?? whole, barcode: draft.lostZeros };
  }
  // A list that was kept without barcodes takes none away.
  const barcode = draft.barcode === '' && byNumber !== null ? byNumber.barcode : draft.barcode;
  return { before: byNumber ?? known, barcode };
}

function productFrom(draft: LineDraft, given: Pick<CatalogueProduct, 'productId' | 'barcode' | 'quickKey'>, before: CatalogueProduct | null): CatalogueProduct {
  const byWeight = draft.byWeight ?? before?.byWeight ?? false;
  const product = {
    ...given,
    name: draft.name,
    priceWon: draft.priceWon,
    taxClass: draft.taxClass ?? before?.taxClass ?? 'taxable',
    category: draft.category ?? before?.category ?? DEFAULT_CATEGORY,
    ...(byWeight ? { byWeight } : {}),
  };
  // No list brings a photo or takes one away.
  return withPhoto(product, before?.photo);
}

export function sameProduct(a: CatalogueProduct, b: CatalogueProduct): boolean {
  return (
    a.productId === b.productId &&
    a.barcode === b.barcode &&
    a.name === b.name &&
    a.priceWon === b.priceWon &&
    a.taxClass === b.taxClass &&
    a.category === b.category &&
    (a.byWeight ?? false) === (b.byWeight ?? false) &&
    a.photo === b.photo &&
    a.quickKey?.page === b.quickKey?.page &&
    a.quickKey?.place === b.quickKey?.place
  );
}

function keyText({ page, place }: { readonly page: string; readonly place: number }): string {
  return `${page}:${place}`;
}
