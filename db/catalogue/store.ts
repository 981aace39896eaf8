/** The catalogue's statements. Synchronous: runs in the worker. */
import type { Database } from 'better-sqlite3';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';

export const MAX_PAGE_PRODUCTS = 5_000;

export type StoreOperations = {
  /** By id; pass the last id of the page before. */
  readonly page: (afterId: string, limit: number) => readonly CatalogueProduct[];
  readonly count: () => number;
  /** Adds or replaces, all or none. A barcode or key that another product has is refused. `throughSeq` moves the file on in the journal. */
  readonly put: (products: readonly CatalogueProduct[], throughSeq: number | null) => void;
  /** How far into the journal this file has followed it. */
  readonly followedSeq: () => number;
};

type Row = {
  readonly productId: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly priceWon: number;
  readonly taxClass: CatalogueProduct['taxClass'];
  readonly category: string;
  readonly keyPage: string | null;
  readonly keyPlace: number | null;
};

export function catalogueStore(db: Database): StoreOperations {
  const page = db.prepare<[string, number], Row>(
    `SELECT product_id AS productId, barcode, name, price_won AS priceWon, tax_class AS taxClass, category, key_page AS keyPage, key_place AS keyPlace
      FROM products WHERE product_id > ? ORDER BY product_id LIMIT ?`,
  );
  const put = db.prepare(`INSERT INTO products (product_id, barcode, name, price_won, tax_class, category, key_page, key_place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (product_id) DO UPDATE SET barcode = excluded.barcode, name = excluded.name, price_won = excluded.price_won,
      tax_class = excluded.tax_class, category = excluded.category, key_page = excluded.key_page, key_place = excluded.key_place`);
  const count = db.prepare<[], number>('SELECT count(*) FROM products').pluck();
  const follow = db.prepare('UPDATE followed SET journal_seq = ?');
  const followed = db.prepare<[], number>('SELECT journal_seq FROM followed').pluck();
  return {
    page(afterId, limit) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_PRODUCTS) throw new RangeError(`a page holds 1 to ${MAX_PAGE_PRODUCTS} products`);
      return page.all(afterId, limit).map(productOf);
    },
    count: () => count.get() ?? 0,
    put(products, throughSeq) {
      db.transaction(() => {
        for (const { productId, barcode, name, priceWon, taxClass, category, quickKey } of products) {
          put.run(productId, barcode === '' ? null : barcode, name, priceWon, taxClass, category, quickKey?.page ?? null, quickKey?.place ?? null);
        }
        if (throughSeq !== null) follow.run(throughSeq);
      }).immediate();
    },
    followedSeq: () => followed.get() ?? 0,
  };
}

function productOf({ keyPage, keyPlace, barcode, ...rest }: Row): CatalogueProduct {
  return { ...rest, barcode: barcode ?? '', quickKey: keyPage === null || keyPlace === null ? null : { page: keyPage, place: keyPlace } };
}
