import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import type { CatalogueFile } from './catalogue.ts';
import { CatalogueError, MAX_PAGE_PRODUCTS, openCatalogueFile } from './catalogue.ts';
import { openCatalogueDatabase } from './database.ts';
import { CATALOGUE_MIGRATIONS } from './migrations/all.ts';

let dir = '';
let file = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  file = path.join(dir, 'catalogue.db');
});
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

const product = (productId: string, over: Partial<CatalogueProduct> = {}): CatalogueProduct => ({ productId, barcode: '', name: `상품 ${productId}`, priceWon: 1000, taxClass: 'taxable', category: '음료', quickKey: null, ...over });

async function open(): Promise<CatalogueFile> {
  const opened = await openCatalogueFile(file);
  if (!opened.ok) throw new Error(opened.detail);
  return opened.file;
}

describe('the catalogue on disk', () => {
  it('keeps every field over a restart, and how far it has followed the journal', async () => {
    const first = await open();
    const all = [product('a', { barcode: '2000010000012', quickKey: { page: '음료', place: 1 } }), product('b', { taxClass: 'exempt', priceWon: 0 })];
    await first.put(all, 17);
    await first.close();
    const again = await open();
    expect(await again.page('', 10)).toEqual(all);
    expect(await again.followedSeq()).toBe(17);
    await again.put([product('b', { name: '다른 이름' })], null);
    expect(await again.page('a', 10)).toEqual([product('b', { name: '다른 이름' })]);
    expect(await again.followedSeq()).toBe(17);
    await again.close();
  });

  it('reads page by page, in order, bounded', async () => {
    const store = await open();
    await store.put(Array.from({ length: 7 }, (_, index) => product(`p${index}`)), null);
    expect((await store.page('', 3)).map(({ productId }) => productId)).toEqual(['p0', 'p1', 'p2']);
    expect((await store.page('p2', 100)).map(({ productId }) => productId)).toEqual(['p3', 'p4', 'p5', 'p6']);
    expect(await store.count()).toBe(7);
    await expect(store.page('', MAX_PAGE_PRODUCTS + 1)).rejects.toThrow(CatalogueError);
    await store.close();
    await expect(store.count()).rejects.toThrow(CatalogueError);
  });

  it('takes a barcode or a key once, and all of a batch or none', async () => {
    const store = await open();
    await store.put([product('a', { barcode: '111', quickKey: { page: '빵', place: 1 } })], 3);
    await expect(store.put([product('b'), product('c', { barcode: '111' })], 4)).rejects.toThrow(CatalogueError);
    await expect(store.put([product('d', { quickKey: { page: '빵', place: 1 } })], 4)).rejects.toThrow(CatalogueError);
    expect(await store.count()).toBe(1);
    expect(await store.followedSeq()).toBe(3);
    await store.put([product('e'), product('f')], null);
    expect(await store.count(), 'goods without a barcode are not each other').toBe(3);
    await store.close();
  });

  it('is in write-ahead mode with full synchronisation, for its owner alone', () => {
    const db = openCatalogueDatabase(file, CATALOGUE_MIGRATIONS);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    db.close();
  });

  it('starts from an empty file, and carries its steps out once', () => {
    openCatalogueDatabase(file, []).close();
    const db = openCatalogueDatabase(file, CATALOGUE_MIGRATIONS);
    expect(db.pragma('user_version', { simple: true })).toBe(CATALOGUE_MIGRATIONS.length);
    db.close();
    openCatalogueDatabase(file, CATALOGUE_MIGRATIONS).close();
  });

  it('refuses a file of a newer program, of another program, and one that is no database, and leaves it as it is', async () => {
    const newer = openCatalogueDatabase(file, CATALOGUE_MIGRATIONS);
    newer.pragma(`user_version = ${CATALOGUE_MIGRATIONS.length + 1}`);
    newer.close();
    expect(await openCatalogueFile(file)).toMatchObject({ ok: false });
    const other = path.join(dir, 'other.db');
    const theirs = new Database(other);
    theirs.exec('CREATE TABLE theirs (a)');
    theirs.close();
    expect(await openCatalogueFile(other)).toMatchObject({ ok: false, detail: expect.stringContaining('not a catalogue') });
    const text = path.join(dir, 'text.db');
    writeFileSync(text, 'no database, but long enough to look at: '.repeat(200));
    expect(await openCatalogueFile(text)).toMatchObject({ ok: false });
  });
});
