/** Photos of products through the counter's own door: kept, shown, replaced, taken back; and never more than a hash in the journal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhotoChangeRequest } from '../../contract/catalogue.ts';
import type { CatalogueFile } from '../../db/catalogue/catalogue.ts';
import { CatalogueError } from '../../db/catalogue/catalogue.ts';
import type { Journal } from '../../db/journal.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTO_SIDE_PX } from '../../domain/catalogue/photo.ts';
import { createCanvas } from '../practice/pictures/canvas.ts';
import { drawGoods } from '../practice/pictures/goods.ts';
import type { Cashier } from '../testing/cashier.ts';
import type { World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { asManager, bringIn, csvOf } from './testing/lists.ts';
import { hashOf as hash, keptOf, picture } from './testing/pictures.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const CODE = '2000010000012';
const AMERICANO = 'practice-1-1';
const PRODUCT = { name: '아메리카노', barcode: CODE, priceWon: 2500, taxClass: 'taxable', category: '음료', onQuickKey: true, byWeight: false } as const;
const set = (bytes: Uint8Array): PhotoChangeRequest => ({ act: 'set', base64: Buffer.from(bytes).toString('base64') });
const save = ({ must }: Cashier, photo: PhotoChangeRequest, priceWon = 2500) => must('catalogue.save', { productId: AMERICANO, product: { ...PRODUCT, priceWon }, photo });
const photoNow = async ({ must }: Cashier) => (await must('catalogue.search', { query: CODE, limit: 1 })).products[0]?.photo;

describe('a product’s photo', () => {
  it('is kept with it, shown to the cashier’s window alone, and still there after a restart', async () => {
    const { cashier, dataDir, stop } = await startCounter(world);
    await asManager(cashier);
    const saved = await save(cashier, set(picture(1)));
    expect(saved.photo).toBe(hash(picture(1)));
    const wanted = { photos: [hash(picture(1)), hash(picture(2))] };
    const shown = [{ photo: hash(picture(1)), type: 'image/png', base64: picture(1).toString('base64') }];
    expect(await cashier.must('catalogue.photos', wanted)).toEqual(shown);
    expect(await cashier.ask('catalogue.photos', wanted, 'customer')).toMatchObject({ ok: false, code: 'bridge.forbidden' });
    expect((await cashier.must('catalogue.list', {})).find(({ productId }) => productId === AMERICANO)?.photo).toBe(saved.photo);
    await save(cashier, { act: 'keep' }, 2600);
    expect(await photoNow(cashier), 'a save that says nothing of it leaves it').toBe(saved.photo);
    await stop();
    const again = await restartCounter(world, dataDir);
    expect(await again.cashier.must('catalogue.photos', wanted)).toEqual(shown);
    await again.stop();
  });

  it('is in the journal and in a sale by no more than its hash, there before its entry', async () => {
    const seen: string[] = [];
    const watched = (journal: Journal): Journal => ({ ...journal, append: (list) => (seen.push(JSON.stringify(list)), journal.append(list)) });
    const staged = (file: CatalogueFile): CatalogueFile => ({ ...file, stagePhoto: (bytes, named) => (seen.push('staged'), file.stagePhoto(bytes, named)) });
    const { cashier, stop } = await startCounter(world, (settings) => settings, { now: () => new Date(), wrap: (parts) => ({ ...parts, journal: watched(parts.journal), catalogueFile: staged(parts.catalogueFile) }) });
    await asManager(cashier);
    seen.length = 0;
    await save(cashier, set(picture(1)));
    expect(seen.map((line) => (line === 'staged' ? line : line.includes(hash(picture(1)))))).toEqual(['staged', true]);
    await cashier.must('sale.scan', { code: CODE });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.slice(2).join('')).not.toContain(hash(picture(1)));
    expect(seen.join('')).not.toContain(picture(1).toString('base64').slice(0, 60));
    await stop();
  });

  it.each([
    ['catalogue.photo-not-a-picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['catalogue.photo-too-large', Buffer.concat([picture(3), Buffer.alloc(MAX_PHOTO_BYTES + 1 - picture(3).length)])],
    ['catalogue.photo-too-many-pixels', createCanvas(MAX_PHOTO_SIDE_PX + 1, [1, 2, 3]).png()],
    ['bridge.bad-request', Buffer.alloc(MAX_PHOTO_BYTES + 3)],
  ] as const)('is refused with %s, and nothing of the product is saved', async (code, bytes) => {
    const { cashier, stop } = await startCounter(world);
    await asManager(cashier);
    const before = await cashier.must('catalogue.search', { query: CODE, limit: 1 });
    expect(await cashier.ask('catalogue.save', { productId: AMERICANO, product: { ...PRODUCT, priceWon: 1 }, photo: set(bytes) })).toMatchObject({ ok: false, code });
    expect(await cashier.must('catalogue.search', { query: CODE, limit: 1 })).toEqual(before);
    await stop();
  });

  it('is a manager’s to change', async () => {
    const { cashier, stop } = await startCounter(world);
    expect(await cashier.ask('catalogue.save', { productId: AMERICANO, product: PRODUCT, photo: set(picture(1)) })).toMatchObject({ ok: false, code: 'people.forbidden' });
    await cashier.must('people.signOut', {});
    expect(await cashier.ask('catalogue.photos', { photos: [hash(picture(1))] })).toMatchObject({ ok: false, code: 'people.not-signed-in' });
    await stop();
  });
});

describe('taken back', () => {
  it('is the photo alone: what was changed of the product since stays', async () => {
    const { cashier, dataDir, stop } = await startCounter(world);
    await asManager(cashier);
    const drawn = hash(drawGoods('아메리카노') ?? Buffer.alloc(0));
    expect(await photoNow(cashier)).toBe(drawn);
    await save(cashier, set(picture(1)));
    await save(cashier, { act: 'remove' });
    expect((await cashier.look()).catalogue.undo).toEqual({ act: 'photo-changed', name: '아메리카노', products: 1 });
    await save(cashier, { act: 'keep' }, 2900);
    await cashier.must('catalogue.undo', {});
    expect((await cashier.must('catalogue.search', { query: CODE, limit: 1 })).products[0]).toMatchObject({ photo: hash(picture(1)), priceWon: 2900 });
    await cashier.must('catalogue.undo', {});
    expect(await photoNow(cashier)).toBe(drawn);
    await stop();
    const again = await restartCounter(world, dataDir);
    expect(await again.cashier.must('catalogue.photos', { photos: [drawn] })).toHaveLength(1);
    await again.stop();
    expect(await keptOf(dataDir, 1), 'after a start nothing can be taken back that would name it').toEqual([]);
  });

  it('comes back with a product that was deleted, whatever was given a photo meanwhile', async () => {
    const { cashier, stop } = await startCounter(world);
    await asManager(cashier);
    await save(cashier, set(picture(1)));
    await cashier.must('catalogue.delete', { productIds: [AMERICANO] });
    // Something else is given a photo meanwhile: whatever nobody names makes room for it.
    const saved = await cashier.must('catalogue.save', { productId: null, product: { ...PRODUCT, name: '유자 식빵', barcode: '8801234000010', category: '빵' }, photo: set(picture(2)) });
    expect(saved.photo).toBe(hash(picture(2)));
    await cashier.must('catalogue.undo', {});
    expect(await photoNow(cashier)).toBe(hash(picture(1)));
    expect(await cashier.must('catalogue.photos', { photos: [hash(picture(1)), hash(picture(2))] })).toHaveLength(2);
    await cashier.must('catalogue.delete', { productIds: [AMERICANO] });
    await cashier.must('catalogue.undo', {});
    await cashier.must('catalogue.undo', {});
    expect(await photoNow(cashier), 'the photo before that').not.toBe(hash(picture(1)));
    await stop();
  });
});

describe('a list', () => {
  it('leaves the photos of what it changes, also when it is taken back', async () => {
    const { cashier, dataDir, stop } = await startCounter(world);
    await asManager(cashier);
    await save(cashier, set(picture(1)));
    const { importId } = await bringIn(cashier, 'list.csv', csvOf([[CODE, '아메리카노 새 이름', '2700', '과세', '음료']]));
    expect((await cashier.must('catalogue.search', { query: CODE, limit: 1 })).products[0]).toMatchObject({ name: '아메리카노 새 이름', photo: hash(picture(1)) });
    await stop();
    const again = await restartCounter(world, dataDir);
    await asManager(again.cashier);
    await again.cashier.must('import.undo', { importId });
    expect(await photoNow(again.cashier)).toBe(hash(picture(1)));
    expect(await again.cashier.must('catalogue.photos', { photos: [hash(picture(1))] })).toHaveLength(1);
    await again.stop();
  });

  it('keeps the photo it would go back to, until it can no longer be taken back', async () => {
    const { cashier, dataDir, stop } = await startCounter(world);
    await asManager(cashier);
    await save(cashier, set(picture(1)));
    const { importId } = await bringIn(cashier, 'list.csv', csvOf([[CODE, '아메리카노', '2700', '과세', '음료']]));
    await save(cashier, { act: 'remove' }, 2700);
    await stop();
    expect(await keptOf(dataDir, 1)).toEqual([1]);
    const again = await restartCounter(world, dataDir);
    await asManager(again.cashier);
    expect(await again.cashier.must('import.undo', { importId })).toMatchObject({ restored: 0, kept: 1 });
    await again.stop();
    const third = await restartCounter(world, dataDir);
    await third.stop();
    expect(await keptOf(dataDir, 1)).toEqual([]);
  });
});

describe('a disk that does not take it', () => {
  it('leaves product, photo and journal as they were, now and after a restart', async () => {
    let broken: 'stagePhoto' | 'follow' | null = null;
    const kinds: string[] = [];
    const failing = (file: CatalogueFile): CatalogueFile => ({
      ...file,
      stagePhoto: (bytes, named) => (broken === 'stagePhoto' ? Promise.reject(new CatalogueError('the disk is full')) : file.stagePhoto(bytes, named)),
      follow: (steps, seq) => (broken === 'follow' && steps.length > 0 ? Promise.reject(new CatalogueError('the disk is full')) : file.follow(steps, seq)),
    });
    const watched = (journal: Journal): Journal => ({ ...journal, append: (list) => (kinds.push(...list.map(({ kind }) => kind)), journal.append(list)) });
    const { cashier, dataDir, stop } = await startCounter(world, (settings) => settings, { now: () => new Date(), wrap: (parts) => ({ ...parts, journal: watched(parts.journal), catalogueFile: failing(parts.catalogueFile) }) });
    await asManager(cashier);
    await save(cashier, set(picture(1)));
    kinds.length = 0;
    broken = 'stagePhoto';
    expect(await cashier.ask('catalogue.save', { productId: AMERICANO, product: PRODUCT, photo: set(picture(2)) })).toMatchObject({ ok: false, code: 'catalogue.unavailable' });
    expect(kinds).toEqual([]);
    broken = 'follow';
    expect(await cashier.ask('catalogue.save', { productId: AMERICANO, product: PRODUCT, photo: set(picture(2)) })).toMatchObject({ ok: false, code: 'catalogue.unavailable' });
    expect(kinds).toEqual(['catalogue.product-saved', 'catalogue.changed']);
    expect(await photoNow(cashier)).toBe(hash(picture(1)));
    await stop();
    const again = await restartCounter(world, dataDir);
    expect(await photoNow(again.cashier)).toBe(hash(picture(1)));
    expect(await again.cashier.must('catalogue.photos', { photos: [hash(picture(1))] })).toHaveLength(1);
    await again.stop();
    expect(await keptOf(dataDir, 1, 2)).toEqual([1]);
  });
});
