/** Products as rows of the catalogue's file. Runs in the worker. */
import type { Database } from 'better-sqlite3';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';

export const PRODUCT_COLUMNS =
  'product_id AS productId, barcode, name, price_won AS priceWon, tax_class AS taxClass, category, key_page AS keyPage, key_place AS keyPlace, by_weight AS byWeight, photo';

export type ProductRow = {
  readonly productId: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly priceWon: number;
  readonly taxClass: CatalogueProduct['taxClass'];
  readonly category: string;
  readonly keyPage: string | null;
  readonly keyPlace: number | null;
  readonly byWeight: number;
  readonly photo: string | null;
};

export type ProductRows = {
  readonly get: (productId: string) => CatalogueProduct | null;
  readonly ownerOfBarcode: (barcode: string) => string | null;
  readonly ownerOfKey: (page: string, place: number) => string | null;
  /** Gives up barcode and key, so that others may take them in the same transaction. */
  readonly release: (productId: string) => void;
  readonly put: (product: CatalogueProduct) => void;
  readonly remove: (productId: string) => void;
};

export function productRows(db: Database): ProductRows {
  const get = db.prepare<[string], ProductRow>(`SELECT ${PRODUCT_COLUMNS} FROM products WHERE product_id = ?`);
  const barcode = db.prepare<[string], string>('SELECT product_id FROM products WHERE barcode = ?').pluck();
  const key = db.prepare<[string, number], string>('SELECT product_id FROM products WHERE key_page = ? AND key_place = ?').pluck();
  const release = db.prepare('UPDATE products SET barcode = NULL, key_page = NULL, key_place = NULL WHERE product_id = ?');
  const remove = db.prepare('DELETE FROM products WHERE product_id = ?');
  const put = db.prepare(`INSERT INTO products (product_id, barcode, name, price_won, tax_class, category, key_page, key_place, by_weight, photo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (product_id) DO UPDATE SET barcode = excluded.barcode, name = excluded.name, price_won = excluded.price_won, tax_class = excluded.tax_class,
      category = excluded.category, key_page = excluded.key_page, key_place = excluded.key_place, by_weight = excluded.by_weight, photo = excluded.photo`);
  return {
    get(productId) {
      const row = get.get(productId);
      return row === undefined ? null : productOf(row);
    },
    ownerOfBarcode: (text) => barcode.get(text) ?? null,
    ownerOfKey: (page, place) => key.get(page, place) ?? null,
    release: (productId) => void release.run(productId),
    put: (product) => {
      const { productId, name, priceWon, taxClass, category, quickKey, byWeight, photo } = product;
      put.run(productId, product.barcode === '' ? null : product.barcode, name, priceWon, taxClass, category, quickKey?.page ?? null, quickKey?.place ?? null, byWeight === true ? 1 : 0, photo ?? null);
    },
    remove: (productId) => void remove.run(productId),
  };
}

export function productOf({ keyPage, keyPlace, barcode, byWeight, photo, ...rest }: ProductRow): CatalogueProduct {
  const quickKey = keyPage === null || keyPlace === null ? null : { page: keyPage, place: keyPlace };
  return { ...rest, barcode: barcode ?? '', quickKey, ...(byWeight === 1 ? { byWeight: true } : {}), ...(photo === null ? {} : { photo }) };
}
