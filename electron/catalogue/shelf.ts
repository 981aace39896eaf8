/** Every product in memory: by id, by barcode, by search, and those on the quick keys. Filled from the catalogue's file at the start. */
import type { Product } from '../../domain/cart.ts';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import type { SearchIndex } from '../../domain/catalogue/search.ts';
import { createIndex, searchProducts, withProduct } from '../../domain/catalogue/search.ts';

/** Products saved since the index was built; one more builds it anew. */
const MAX_RECENT = 500;

export type Shelf = {
  readonly size: () => number;
  readonly get: (productId: string) => CatalogueProduct | null;
  /** As it goes into a sale. */
  readonly product: (productId: string) => Product | null;
  readonly productWithBarcode: (barcode: string) => Product | null;
  readonly search: (query: string, limit: number) => { readonly products: readonly CatalogueProduct[]; readonly total: number };
  /** By page, in the order the pages came to be, and place. Bounded by the number of keys there can be. */
  readonly keys: () => readonly CatalogueProduct[];
  readonly categories: () => readonly string[];
  readonly restock: (products: readonly CatalogueProduct[]) => void;
  readonly put: (product: CatalogueProduct) => void;
};

export function createShelf(): Shelf {
  let byId = new Map<string, CatalogueProduct>();
  let byBarcode = new Map<string, CatalogueProduct>();
  let index: SearchIndex = createIndex([]);

  function put(given: CatalogueProduct): void {
    const product = withOpenPrice(given);
    const before = byId.get(product.productId);
    if (before !== undefined) byBarcode.delete(before.barcode);
    byId.set(product.productId, product);
    if (product.barcode !== '') byBarcode.set(product.barcode, product);
    index = withProduct(index, product);
    if (index.recent.products.length > MAX_RECENT) index = createIndex([...byId.values()]);
  }

  return {
    size: () => byId.size,
    get: (productId) => byId.get(productId) ?? null,
    product: (productId) => forSale(byId.get(productId)),
    productWithBarcode: (barcode) => forSale(byBarcode.get(barcode)),
    search: (query, limit) => searchProducts(index, query, limit),
    keys: () => keysOf(byId.values()),
    categories: () => [...new Set([...byId.values()].map(({ category }) => category))].toSorted((a, b) => a.localeCompare(b, 'ko')),
    restock: (given) => {
      const products = given.map(withOpenPrice);
      byId = new Map(products.map((product) => [product.productId, product]));
      byBarcode = new Map(products.filter(({ barcode }) => barcode !== '').map((product) => [product.barcode, product]));
      index = createIndex(products);
    },
    put,
  };
}

/** Nothing is sold for nothing by its price alone: goods kept at 0 won have their price asked for at the counter. */
function withOpenPrice(product: CatalogueProduct): CatalogueProduct {
  return product.priceWon === 0 ? { ...product, openPrice: true } : product;
}

function forSale(product: CatalogueProduct | undefined): Product | null {
  if (product === undefined) return null;
  const { quickKey: _, ...rest } = product;
  return rest;
}

/** A page stands where its first product does: the order of ids, which a shop's pages keep. */
function keysOf(products: Iterable<CatalogueProduct>): readonly CatalogueProduct[] {
  const pages = new Map<string, CatalogueProduct[]>();
  for (const product of products) {
    if (product.quickKey === null) continue;
    const { page } = product.quickKey;
    pages.set(page, [...(pages.get(page) ?? []), product]);
  }
  return [...pages.values()].flatMap((page) => page.toSorted((a, b) => (a.quickKey?.place ?? 0) - (b.quickKey?.place ?? 0)));
}
