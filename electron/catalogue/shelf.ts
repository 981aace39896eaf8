/** Every product in memory: by id, by barcode, by search, and those on the quick keys. Filled from the catalogue's file at the start. */
import { setImmediate } from 'node:timers/promises';
import type { Product } from '../../domain/cart.ts';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import { MAX_KEYS_PER_PAGE } from '../../domain/catalogue/product.ts';
import type { SearchIndex } from '../../domain/catalogue/search.ts';
import { createIndex, indexSteps, searchProducts, withoutProduct, withProduct } from '../../domain/catalogue/search.ts';

/** Products saved since the index was built; one more builds it anew. */
const MAX_RECENT = 500;

export type Shelf = {
  readonly size: () => number;
  readonly get: (productId: string) => CatalogueProduct | null;
  /** As the catalogue keeps it: without what only the sale adds. */
  readonly kept: (productId: string) => CatalogueProduct | null;
  /** As it goes into a sale. */
  readonly product: (productId: string) => Product | null;
  readonly productWithBarcode: (barcode: string) => Product | null;
  readonly byBarcode: (barcode: string) => CatalogueProduct | null;
  /** By id, in pages: for whoever must go through all of them. */
  readonly all: () => IterableIterator<CatalogueProduct>;
  readonly search: (query: string, limit: number, offset?: number) => { readonly products: readonly CatalogueProduct[]; readonly total: number };
  /** By page, in the order the pages came to be, and place. Bounded by the number of keys there can be. */
  readonly keys: () => readonly CatalogueProduct[];
  /** The pages that were put in order, then those that were not. */
  readonly keyPages: () => readonly string[];
  readonly categories: () => readonly string[];
  /** In steps between which the counter does what else is asked of it. */
  readonly restock: (products: readonly CatalogueProduct[], pages: readonly string[]) => Promise<void>;
  readonly put: (product: CatalogueProduct) => void;
  readonly remove: (productId: string) => void;
  readonly orderPages: (pages: readonly string[]) => void;
};

export function createShelf(): Shelf {
  let byId = new Map<string, CatalogueProduct>();
  let byBarcode = new Map<string, CatalogueProduct>();
  let index: SearchIndex = createIndex([]);
  let pages: readonly string[] = [];

  function put(given: CatalogueProduct): void {
    const product = withOpenPrice(given);
    const before = byId.get(product.productId);
    // It may have been given to another in the same change.
    if (before !== undefined && byBarcode.get(before.barcode)?.productId === product.productId) byBarcode.delete(before.barcode);
    byId.set(product.productId, product);
    if (product.barcode !== '') byBarcode.set(product.barcode, product);
    index = withProduct(index, product);
    if (index.replaced.size > MAX_RECENT) index = createIndex([...byId.values()]);
  }

  function remove(productId: string): void {
    const before = byId.get(productId);
    if (before === undefined) return;
    if (byBarcode.get(before.barcode)?.productId === productId) byBarcode.delete(before.barcode);
    byId.delete(productId);
    index = withoutProduct(index, productId);
    if (index.replaced.size > MAX_RECENT) index = createIndex([...byId.values()]);
  }

  return {
    size: () => byId.size,
    get: (productId) => byId.get(productId) ?? null,
    kept: (productId) => asKept(byId.get(productId)),
    product: (productId) => forSale(byId.get(productId)),
    productWithBarcode: (barcode) => forSale(byBarcode.get(barcode)),
    byBarcode: (barcode) => byBarcode.get(barcode) ?? null,
    all: () => byId.values(),
    search: (query, limit, offset) => searchProducts(index, query, limit, offset),
    keys: () => keysOf(byId.values(), pages),
    keyPages: () => pagesOf(byId.values(), pages),
    categories: () => [...new Set([...byId.values()].map(({ category }) => category))].toSorted((a, b) => a.localeCompare(b, 'ko')),
    restock: async (given, ordered) => {
      const products = given.map(withOpenPrice);
      const steps = indexSteps(products);
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          byId = new Map(products.map((product) => [product.productId, product]));
          byBarcode = new Map(products.filter(({ barcode }) => barcode !== '').map((product) => [product.barcode, product]));
          index = step.value;
          pages = ordered;
          return;
        }
        await setImmediate();
      }
    },
    put,
    remove,
    orderPages: (next) => {
      pages = next;
    },
  };
}

/** Nothing is sold for nothing by its price alone: goods kept at 0 won have their price asked for at the counter. */
function withOpenPrice(product: CatalogueProduct): CatalogueProduct {
  return product.priceWon === 0 ? { ...product, openPrice: true } : product;
}

function asKept(product: CatalogueProduct | undefined): CatalogueProduct | null {
  if (product === undefined) return null;
  const { openPrice: _, ...kept } = product;
  return kept;
}

function forSale(product: CatalogueProduct | undefined): Product | null {
  if (product === undefined) return null;
  const { quickKey: _, photo: __, ...rest } = product;
  return rest;
}

function keysOf(products: Iterable<CatalogueProduct>, ordered: readonly string[]): readonly CatalogueProduct[] {
  const onKeys = [...products].filter(({ quickKey }) => quickKey !== null);
  const position = new Map(pagesOf(onKeys, ordered).map((page, index) => [page, index]));
  const of = ({ quickKey }: CatalogueProduct) => (position.get(quickKey?.page ?? '') ?? 0) * (MAX_KEYS_PER_PAGE + 1) + (quickKey?.place ?? 0);
  return onKeys.toSorted((a, b) => of(a) - of(b));
}

/** A page that nobody has put in order stands where its first product does: the order of ids, which a shop's pages keep. */
function pagesOf(products: Iterable<CatalogueProduct>, ordered: readonly string[]): readonly string[] {
  const pages = new Set(ordered);
  for (const { quickKey } of products) if (quickKey !== null) pages.add(quickKey.page);
  return [...pages];
}
