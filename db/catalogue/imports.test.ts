/** Lists on the stage, applied and taken back: over any catalogue, and whatever was changed in between. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { CatalogueEntry } from '../reads/catalogue.ts';
import { openCatalogueDatabase } from './database.ts';
import { MAX_KEPT_IMPORTS, type StagedRow } from './imports.ts';
import { CATALOGUE_MIGRATIONS } from './migrations/all.ts';
import { catalogueStore, type StoreOperations } from './store.ts';

let dir = '';
let db: Database;
let store: StoreOperations;
let seq = 0;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'imports-'));
  db = openCatalogueDatabase(path.join(dir, 'catalogue.db'), CATALOGUE_MIGRATIONS);
  store = catalogueStore(db);
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

const product = (productId: string, over: Partial<CatalogueProduct> = {}): CatalogueProduct => ({ productId, barcode: '', name: `상품 ${productId}`, priceWon: 1000, taxClass: 'taxable', category: '음료', quickKey: null, ...over });
const AT = '2026-11-24T00:00:00.000Z';
const about: Pick<JournalEntry, 'at' | 'businessDay' | 'actor' | 'saleId'> = { at: AT, businessDay: '2026-11-24', actor: null, saleId: null };
const COUNTS = { added: 0, changed: 0, same: 0, skipped: 0, bad: 0 };

function follow(body: Pick<CatalogueEntry, 'kind' | 'payload'>): readonly string[] {
  seq += 1;
  // Kind and payload come from one literal of the caller.
  return store.follow([{ seq, entry: { ...about, ...body } as CatalogueEntry }], seq);
}

function bringIn(importId: string, rows: readonly StagedRow[]): readonly string[] {
  store.stage(importId, 0, rows);
  const batchSha256 = store.seal({ importId, fileName: `${importId}.csv`, at: AT });
  return follow({ kind: 'catalogue.imported', payload: { importId, fileName: 'a', batchSha256, counts: COUNTS } });
}
const undo = (importId: string) => follow({ kind: 'catalogue.import-undone', payload: { importId, restored: 0, kept: 0 } });
const save = (before: CatalogueProduct | null, after: CatalogueProduct) => follow({ kind: 'catalogue.product-saved', payload: { before, after } });
const all = () => store.page('', 5_000);

describe('a list in the catalogue’s file', () => {
  it('is taken back to exactly what was there, over any catalogue', () => {
    const given = fc.uniqueArray(fc.record({ n: fc.nat(30), priceWon: fc.nat(9_999), key: fc.boolean() }), { selector: ({ n }) => n, maxLength: 20 });
    const change = fc.uniqueArray(fc.record({ n: fc.nat(40), priceWon: fc.nat(9_999) }), { selector: ({ n }) => n, maxLength: 30 });
    let run = 0;
    fc.assert(
      fc.property(given, change, (products, changes) => {
        run += 1;
        db.exec('DELETE FROM products');
        const before = products.map(({ n, priceWon, key }) => product(`p${n}`, { barcode: `88${n}`, priceWon, quickKey: key ? { page: '쪽', place: n + 1 } : null }));
        store.put(before, null);
        const sorted = all();
        const rows = changes.map(({ n, priceWon }): StagedRow => {
          const old = before.find(({ productId }) => productId === `p${n}`) ?? null;
          return { before: old, after: product(`p${n}`, { barcode: `99${n}`, priceWon, name: '새 이름', quickKey: old?.quickKey ?? null }) };
        });
        expect(bringIn(`list-${run}`, rows)).toEqual([]);
        expect(all().filter(({ name }) => name === '새 이름')).toHaveLength(rows.length);
        undo(`list-${run}`);
        expect(all()).toEqual(sorted);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves alone whoever was changed since, and whoever finds the place taken by them', () => {
    const [x, y] = [product('x', { barcode: 'A' }), product('y', { barcode: 'Y', quickKey: { page: '쪽', place: 1 } })];
    store.put([x, y], null);
    const after = [{ ...x, barcode: 'B' }, { ...y, priceWon: 2_000 }] as const;
    bringIn('list', [{ before: x, after: after[0] }, { before: y, after: after[1] }]);
    // y takes what x had before: x cannot go back to it.
    save(after[1], { ...after[1], barcode: 'A' });
    expect(store.undoPlan('list')).toEqual({ restored: 0, kept: 2, keptNames: ['상품 x', '상품 y'] });
    undo('list');
    expect(all()).toEqual([after[0], { ...after[1], barcode: 'A' }]);
    expect(store.undoPlan('list')).toBeNull();
  });

  it('is not brought back from the dead: what was deleted since stays deleted', () => {
    const added = product('new');
    bringIn('list', [{ before: null, after: added }]);
    follow({ kind: 'catalogue.changed', payload: { act: 'products-deleted', changes: [{ before: added, after: null }], pages: null } });
    expect(store.undoPlan('list')).toEqual({ restored: 0, kept: 1, keptNames: ['상품 new'] });
    undo('list');
    expect(all()).toEqual([]);
  });

  it('is named as lost when its rows are not there or are not those that were sealed, and changes nothing', () => {
    expect(follow({ kind: 'catalogue.imported', payload: { importId: 'nobody', fileName: 'a', batchSha256: 'x', counts: COUNTS } })).toEqual(['nobody']);
    store.stage('list', 0, [{ before: null, after: product('a') }]);
    const batchSha256 = store.seal({ importId: 'list', fileName: 'a', at: AT });
    db.exec("UPDATE import_rows SET after = replace(after, '1000', '1')");
    expect(follow({ kind: 'catalogue.imported', payload: { importId: 'list', fileName: 'a', batchSha256, counts: COUNTS } })).toEqual(['list']);
    expect(all()).toEqual([]);
    expect(store.followedSeq()).toBe(seq);
  });

  it('keeps the undo of the newest few, and nothing that nobody asked for', () => {
    for (let n = 0; n < MAX_KEPT_IMPORTS + 2; n += 1) bringIn(`list-${n}`, [{ before: null, after: product(`p${n}`) }]);
    expect(store.imports()).toHaveLength(MAX_KEPT_IMPORTS);
    expect(store.imports()[0]?.importId).toBe(`list-${MAX_KEPT_IMPORTS + 1}`);
    expect(store.undoPlan('list-0')).toBeNull();
    store.stage('orphan', 0, [{ before: null, after: product('o') }]);
    store.stage('sealed', 0, [{ before: null, after: product('s') }]);
    store.seal({ importId: 'sealed', fileName: 'a', at: AT });
    store.discardOrphans();
    expect(db.prepare("SELECT count(*) FROM import_rows WHERE import_id IN ('orphan', 'sealed')").pluck().get()).toBe(0);
    expect(store.imports()).toHaveLength(MAX_KEPT_IMPORTS);
  });
});
