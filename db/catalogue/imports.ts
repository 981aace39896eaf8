/**
 * Lists on their way into the catalogue: staged with what each product was before, applied when the journal says so, taken back when it
 * says that. Runs in the worker.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { sameProduct } from '../../domain/catalogue/import/plan.ts';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import { parseStored, parseStoredOrNull } from '../stored.ts';
import type { ProductRows } from './rows.ts';

/** Lists whose undo is kept; the oldest gives way. */
export const MAX_KEPT_IMPORTS = 5;
/** Names a screen is told of products that an undo leaves alone. */
const MAX_NAMED = 50;

export type StagedRow = { readonly before: CatalogueProduct | null; readonly after: CatalogueProduct };
export type StagedAbout = { readonly importId: string; readonly fileName: string; readonly at: string };
export type KeptImport = StagedAbout & { readonly state: 'applied' | 'undone'; readonly rows: number };
/** `kept`: changed since the import, or something took the place they would go back to. */
export type UndoPlan = { readonly restored: number; readonly kept: number; readonly keptNames: readonly string[] };

export type ImportOperations = {
  /** More rows of a list that nothing knows of yet. */
  readonly stage: (importId: string, from: number, rows: readonly StagedRow[]) => void;
  /** The list is whole: answers the SHA-256 over its rows, which the journal will name. */
  readonly seal: (about: StagedAbout) => string;
  readonly discard: (importId: string) => void;
  /** Everything that was staged and that no entry has asked for. */
  readonly discardOrphans: () => void;
  /** Newest first. */
  readonly imports: () => readonly KeptImport[];
  readonly undoPlan: (importId: string) => UndoPlan | null;
};

/** Inside the transaction that follows the journal. False: the rows are not there, or not those the journal knows. */
export type ImportSteps = { readonly apply: (importId: string, sha256: string, seq: number) => boolean; readonly undo: (importId: string) => boolean };

type GoingBack = { readonly productId: string; readonly before: CatalogueProduct | null };
type Row = { readonly productId: string; readonly before: string | null; readonly after: string };

export function importStore(db: Database, products: ProductRows): { readonly operations: ImportOperations; readonly steps: ImportSteps } {
  const put = db.prepare('INSERT INTO import_rows (import_id, n, product_id, before, after) VALUES (?, ?, ?, ?, ?)');
  const photos = namedPhotos(db);
  const rows = db.prepare<[string], Row>('SELECT product_id AS productId, before, after FROM import_rows WHERE import_id = ? ORDER BY n');
  const about = db.prepare('INSERT INTO imports (import_id, file_name, at, sha256, state) VALUES (?, ?, ?, ?, ?)');
  const sha256 = db.prepare<[string], string>("SELECT sha256 FROM imports WHERE import_id = ? AND state = 'staged'").pluck();
  const state = db.prepare<[string], string>('SELECT state FROM imports WHERE import_id = ?').pluck();
  const mark = db.prepare('UPDATE imports SET state = ?, journal_seq = coalesce(?, journal_seq) WHERE import_id = ?');
  const dropRows = db.prepare('DELETE FROM import_rows WHERE import_id = ?');
  const dropAbout = db.prepare('DELETE FROM imports WHERE import_id = ?');
  const kept = db.prepare<[], KeptImport>(
    "SELECT import_id AS importId, file_name AS fileName, at, state, (SELECT count(*) FROM import_rows r WHERE r.import_id = i.import_id) AS rows FROM imports i WHERE state <> 'staged' ORDER BY journal_seq DESC",
  );

  const forget = (importId: string) => {
    dropRows.run(importId);
    photos.forget(importId);
  };
  const drop = (importId: string) => {
    forget(importId);
    dropAbout.run(importId);
  };

  const planUndo = (importId: string) => planBack(rows.all(importId), products);

  return {
    operations: {
      stage(importId, from, staged) {
        db.transaction(() => {
          for (const [index, { before, after }] of staged.entries()) {
            put.run(importId, from + index, after.productId, before === null ? null : JSON.stringify(before), JSON.stringify(after));
            photos.name(importId, before, after);
          }
        }).immediate();
      },
      seal({ importId, fileName, at }) {
        const hash = hashOf(rows.iterate(importId));
        about.run(importId, fileName, at, hash, 'staged');
        return hash;
      },
      discard: (importId) => db.transaction(() => drop(importId)).immediate(),
      discardOrphans() {
        db.transaction(() => {
          db.exec("DELETE FROM imports WHERE state = 'staged'; DELETE FROM import_rows WHERE import_id NOT IN (SELECT import_id FROM imports); DELETE FROM import_photos WHERE import_id NOT IN (SELECT import_id FROM imports)");
        }).immediate();
      },
      imports: () => kept.all(),
      undoPlan(importId) {
        if (state.get(importId) !== 'applied') return null;
        const { back, names } = planUndo(importId);
        return { restored: back.length, kept: names.length, keptNames: names.slice(0, MAX_NAMED) };
      },
    },
    steps: {
      apply(importId, wanted, seq) {
        if (sha256.get(importId) !== wanted || hashOf(rows.iterate(importId)) !== wanted) return false;
        const all = rows.all(importId);
        for (const { productId } of all) products.release(productId);
        for (const { after } of all) products.put(parseStored<CatalogueProduct>(after));
        mark.run('applied', seq, importId);
        for (const old of kept.all().slice(MAX_KEPT_IMPORTS)) drop(old.importId);
        return true;
      },
      undo(importId) {
        if (state.get(importId) !== 'applied') return false;
        takeBack(products, planUndo(importId).back);
        mark.run('undone', null, importId);
        forget(importId);
        return true;
      },
    },
  };
}

/** The photos a list would bring back when it is taken back: as long as it can be, they are kept. */
function namedPhotos(db: Database) {
  const put = db.prepare('INSERT INTO import_photos (import_id, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const drop = db.prepare('DELETE FROM import_photos WHERE import_id = ?');
  return {
    name(importId: string, ...products: readonly (CatalogueProduct | null)[]) {
      for (const product of products) if (product?.photo !== undefined) put.run(importId, product.photo);
    },
    forget: (importId: string) => void drop.run(importId),
  };
}

/** Those that can go back, and the names of those that stay. */
function planBack(rows: readonly Row[], products: ProductRows): { readonly back: readonly GoingBack[]; readonly names: readonly string[] } {
  const all = rows.map(({ productId, before, after }) => ({ productId, now: products.get(productId), before: parseStoredOrNull<CatalogueProduct>(before), after: parseStored<CatalogueProduct>(after) }));
  let back = all.filter(({ now, after }) => now !== null && sameProduct(now, after));
  // Whoever stays keeps a place that another would go back to: then that one stays too, and so on until nobody is in the way.
  for (;;) {
    const leaving = new Set(back.map(({ productId }) => productId));
    const fitting = back.filter(({ before }) => before === null || hasRoom(products, before, leaving));
    if (fitting.length === back.length) break;
    back = fitting;
  }
  const gone = new Set(back.map(({ productId }) => productId));
  return { back, names: all.filter(({ productId }) => !gone.has(productId)).map(({ now, after }) => now?.name ?? after.name) };
}

function takeBack(products: ProductRows, back: readonly GoingBack[]): void {
  for (const { productId } of back) products.release(productId);
  for (const { productId, before } of back) {
    if (before === null) products.remove(productId);
    else products.put(before);
  }
}

function hasRoom(products: ProductRows, { productId, barcode, quickKey }: CatalogueProduct, leaving: ReadonlySet<string>): boolean {
  const owners = [barcode === '' ? null : products.ownerOfBarcode(barcode), quickKey === null ? null : products.ownerOfKey(quickKey.page, quickKey.place)];
  return owners.every((owner) => owner === null || owner === productId || leaving.has(owner));
}

function hashOf(rows: Iterable<Row>): string {
  const hash: Hash = createHash('sha256');
  for (const { before, after } of rows) hash.update(`${before ?? ''}\n${after}\n`);
  return hash.digest('hex');
}
