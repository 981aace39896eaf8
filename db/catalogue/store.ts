/** The catalogue's statements. Synchronous: runs in the worker. */
import type { Database } from 'better-sqlite3';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import type { CatalogueChange } from '../../domain/journal-entry.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { CatalogueStep } from '../reads/catalogue.ts';
import { type ImportOperations, importStore } from './imports.ts';
import { type PhotoOperations, photoStore } from './photos.ts';
import { PRODUCT_COLUMNS, productOf, type ProductRow, productRows } from './rows.ts';

export const MAX_PAGE_PRODUCTS = 5_000;

export type StoreOperations = ImportOperations & PhotoOperations & {
  /** By id; pass the last id of the page before. */
  readonly page: (afterId: string, limit: number) => readonly CatalogueProduct[];
  readonly count: () => number;
  /** The pages of the quick keys that somebody has put in order. */
  readonly keyPages: () => readonly string[];
  /** Adds or replaces, all or none. A barcode or key that another product has is refused. `throughSeq` moves the file on in the journal. */
  readonly put: (products: readonly CatalogueProduct[], throughSeq: number | null) => void;
  /** Carries out what the journal says, in its order, all or none; answers the lists it names whose rows are not here. */
  readonly follow: (steps: readonly CatalogueStep[], throughSeq: number) => readonly string[];
  /** How far into the journal this file has followed it. */
  readonly followedSeq: () => number;
};

export function catalogueStore(db: Database): StoreOperations {
  const products = productRows(db);
  const imports = importStore(db, products);
  const page = db.prepare<[string, number], ProductRow>(`SELECT ${PRODUCT_COLUMNS} FROM products WHERE product_id > ? ORDER BY product_id LIMIT ?`);
  const count = db.prepare<[], number>('SELECT count(*) FROM products').pluck();
  const follow = db.prepare('UPDATE followed SET journal_seq = ?');
  const followed = db.prepare<[], number>('SELECT journal_seq FROM followed').pluck();
  const keyPages = db.prepare<[], string>('SELECT page FROM key_pages ORDER BY position').pluck();
  const putPage = db.prepare('INSERT INTO key_pages (page, position) VALUES (?, ?)');

  /** Everybody lets go first: two products may change places. */
  function change({ changes, pages }: CatalogueChange): void {
    for (const { before, after } of changes) products.release((after ?? before)?.productId ?? '');
    for (const { before, after } of changes) {
      if (after !== null) products.put(after);
      else if (before !== null) products.remove(before.productId);
    }
    if (pages === null) return;
    db.exec('DELETE FROM key_pages');
    for (const [position, name] of pages.after.entries()) putPage.run(name, position);
  }

  /** The list that is missing, or null. */
  function carryOut({ seq, entry }: CatalogueStep): string | null {
    switch (entry.kind) {
      case 'catalogue.product-saved':
        products.put(entry.payload.after);
        return null;
      case 'catalogue.changed':
        change(entry.payload);
        return null;
      case 'catalogue.imported':
        return imports.steps.apply(entry.payload.importId, entry.payload.batchSha256, seq) ? null : entry.payload.importId;
      case 'catalogue.import-undone':
        imports.steps.undo(entry.payload.importId);
        return null;
      default:
        return unreachable(entry);
    }
  }

  return {
    ...imports.operations,
    ...photoStore(db),
    page(afterId, limit) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_PRODUCTS) throw new RangeError(`a page holds 1 to ${MAX_PAGE_PRODUCTS} products`);
      return page.all(afterId, limit).map(productOf);
    },
    count: () => count.get() ?? 0,
    keyPages: () => keyPages.all(),
    put(given, throughSeq) {
      db.transaction(() => {
        for (const product of given) products.put(product);
        if (throughSeq !== null) follow.run(throughSeq);
      }).immediate();
    },
    follow: (steps, throughSeq) =>
      db
        .transaction(() => {
          const lost = steps.flatMap((step) => carryOut(step) ?? []);
          follow.run(throughSeq);
          return lost;
        })
        .immediate(),
    followedSeq: () => followed.get() ?? 0,
  };
}
