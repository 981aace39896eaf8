/** Photos in the catalogue's file: there once, as long as somebody names them. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PHOTOS } from '../../domain/catalogue/photo.ts';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import { openCatalogueFile } from './catalogue.ts';
import { openCatalogueDatabase } from './database.ts';
import { CATALOGUE_MIGRATIONS } from './migrations/all.ts';
import { MAX_PHOTOS_AT_ONCE } from './photos.ts';
import { catalogueStore, type StoreOperations } from './store.ts';

let dir = '';
let db: Database;
let store: StoreOperations;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'photos-'));
  db = openCatalogueDatabase(path.join(dir, 'catalogue.db'), CATALOGUE_MIGRATIONS);
  store = catalogueStore(db);
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

const product = (productId: string, photo?: string): CatalogueProduct => ({ productId, barcode: '', name: `상품 ${productId}`, priceWon: 1000, taxClass: 'taxable', category: '음료', quickKey: null, ...(photo === undefined ? {} : { photo }) });
const picture = (n: number) => Buffer.from(`picture ${n}`);
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = () => new Set(db.prepare<[], string>('SELECT sha256 FROM photos').pluck().all());
const writes = () => db.prepare('SELECT total_changes()').pluck().get();

describe('photos in the catalogue’s file', () => {
  it('are known by what they are, there once, and never written again', () => {
    const first = store.stagePhoto(picture(1), []);
    expect(first).toBe(hash(picture(1)));
    store.put([product('a', hash(picture(1)))], null);
    const before = writes();
    expect(store.stagePhoto(picture(1), [])).toBe(first);
    expect(writes()).toBe(before);
    expect(store.photos([hash(picture(2)), first ?? ''])).toEqual([{ sha256: first, bytes: new Uint8Array(picture(1)) }]);
    expect(store.page('', 10)).toEqual([product('a', hash(picture(1)))]);
    store.put([product('a')], null);
    expect(store.page('', 10)).toEqual([product('a')]);
  });

  it('go when nobody names them: no product, no list that can be taken back, no change that can be undone', () => {
    for (const n of [1, 2, 3, 4]) store.stagePhoto(picture(n), [1, 2, 3, 4].map((other) => hash(picture(other))));
    store.put([product('a', hash(picture(1)))], null);
    const about = { importId: 'list', fileName: 'a.csv', at: '2026-11-24T00:00:00.000Z' };
    store.stage('list', 0, [{ before: product('b', hash(picture(2))), after: product('b', hash(picture(2))) }]);
    store.seal(about);
    expect(store.sweepPhotos([hash(picture(3))])).toBe(0);
    expect(kept()).toEqual(new Set([1, 2, 3].map((n) => hash(picture(n)))));
    // Nobody asked for that list.
    store.discardOrphans();
    store.put([product('a')], null);
    store.sweepPhotos([]);
    expect(kept()).toEqual(new Set());
  });

  it('are exactly those that are named, whatever is put, replaced and taken away', () => {
    const act = fc.record({ productId: fc.constantFrom('a', 'b', 'c'), photo: fc.option(fc.nat(4)) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), fc.nat(4), (acts, undone) => {
        for (const { productId, photo } of acts) {
          const staged = photo === null ? undefined : (store.stagePhoto(picture(photo), [hash(picture(undone))]) ?? 'no room');
          store.put([product(productId, staged)], null);
        }
        expect(store.sweepPhotos([])).toBe(0);
        const named = store.page('', 10).flatMap(({ photo }) => photo ?? []);
        expect(kept()).toEqual(new Set(named));
        for (const sha256 of named) expect(store.photos([sha256]).map(({ bytes }) => hash(bytes))).toEqual([sha256]);
      }),
      { numRuns: 50 },
    );
  });

  it('are refused beyond their number, and what is damaged on the disk is not shown', () => {
    const names = Array.from({ length: MAX_PHOTOS }, (_, n) => hash(picture(n)));
    const put = db.prepare('INSERT INTO photos (sha256, bytes) VALUES (?, ?)');
    db.transaction(() => names.forEach((name, n) => put.run(name, picture(n))))();
    expect(store.stagePhoto(picture(MAX_PHOTOS), names)).toBeNull();
    expect(store.stagePhoto(picture(7), names)).toBe(hash(picture(7)));
    // One that nobody names any more makes room.
    expect(store.stagePhoto(picture(MAX_PHOTOS), names.slice(1))).toBe(hash(picture(MAX_PHOTOS)));
    db.prepare('UPDATE photos SET bytes = ? WHERE sha256 = ?').run(picture(8), hash(picture(7)));
    expect(store.photos([hash(picture(7)), hash(picture(8))])).toHaveLength(1);
    expect(() => store.photos(names.slice(0, MAX_PHOTOS_AT_ONCE + 1))).toThrow(RangeError);
  });

  it('that a product names and nobody has are counted', () => {
    store.put([product('a', hash(picture(1))), product('b')], null);
    expect(store.sweepPhotos([])).toBe(1);
  });

  it('come into a file of before there were any, and cross to its thread and back', async () => {
    db.close();
    const file = path.join(dir, 'older.db');
    const older = openCatalogueDatabase(file, CATALOGUE_MIGRATIONS.slice(0, 2));
    older.exec("INSERT INTO products (product_id, barcode, name, price_won, tax_class, category) VALUES ('a', NULL, '상품 a', 1000, 'taxable', '음료')");
    older.close();
    const opened = await openCatalogueFile(file);
    if (!opened.ok) throw new Error(opened.detail);
    expect(await opened.file.page('', 10)).toEqual([product('a')]);
    const sha256 = await opened.file.stagePhoto(picture(1), []);
    expect(await opened.file.photos([sha256 ?? ''])).toEqual([{ sha256: hash(picture(1)), bytes: new Uint8Array(picture(1)) }]);
    expect(await opened.file.sweepPhotos([])).toBe(0);
    expect(await opened.file.photos([sha256 ?? ''])).toEqual([]);
    await opened.file.close();
    db = openCatalogueDatabase(path.join(dir, 'catalogue.db'), CATALOGUE_MIGRATIONS);
  });
});
