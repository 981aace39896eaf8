/** Products deleted, keys arranged, both taken back; what the file refuses; goods from the scale. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueFile } from '../../db/catalogue/catalogue.ts';
import { CatalogueError } from '../../db/catalogue/catalogue.ts';
import { checkDigitOf } from '../../domain/catalogue/barcode.ts';
import type { World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { asManager } from './testing/lists.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const AMERICANO = 'practice-1-1';
const LARGE = 'practice-1-2';
const CODE = '2000010000012';
const keysOn = async (cashier: Awaited<ReturnType<typeof startCounter>>['cashier'], page: string) =>
  (await cashier.must('catalogue.list', {})).filter(({ quickKey }) => quickKey?.page === page).map(({ name, quickKey }) => `${quickKey?.place} ${name}`);

describe('deleting', () => {
  it('takes products away at once and for good, leaves what is in a basket, and brings them back whole', async () => {
    const { cashier, dataDir, stop } = await startCounter(world);
    await cashier.must('sale.scan', { code: CODE });
    await cashier.must('sale.hold', { saleId: await basketId(cashier) });
    await asManager(cashier);
    const before = await cashier.must('catalogue.search', { query: CODE, limit: 1 });
    await cashier.must('catalogue.delete', { productIds: [AMERICANO, LARGE] });
    expect((await cashier.look()).catalogue.undo).toEqual({ act: 'products-deleted', name: '', products: 2 });
    expect(await cashier.ask('sale.scan', { code: CODE })).toMatchObject({ ok: false, code: 'sale.product-unknown' });
    const [held] = (await cashier.look()).held;
    await cashier.must('sale.recall', { saleId: held?.saleId ?? '' });
    expect((await cashier.look()).sale).toMatchObject({ stage: 'basket', lines: [{ name: '아메리카노', amountWon: 2500 }] });
    expect(await cashier.ask('catalogue.delete', { productIds: [AMERICANO] })).toMatchObject({ ok: false, code: 'catalogue.product-unknown' });

    await cashier.must('catalogue.undo', {});
    expect((await cashier.must('catalogue.search', { query: CODE, limit: 1 })).products).toEqual(before.products);
    expect(await cashier.ask('catalogue.undo', {})).toMatchObject({ ok: false, code: 'catalogue.nothing-to-undo' });
    await cashier.must('catalogue.delete', { productIds: [AMERICANO] });
    await stop();
    const again = await restartCounter(world, dataDir);
    expect(await again.cashier.ask('sale.addProduct', { productId: AMERICANO })).toMatchObject({ ok: false });
    await again.stop();
  });

  it('is not taken back over what has been made in its place since', async () => {
    const { cashier, stop } = await startCounter(world);
    await asManager(cashier);
    await cashier.must('catalogue.delete', { productIds: [AMERICANO] });
    await cashier.must('catalogue.save', { productId: null, product: { name: '새 커피', barcode: CODE, priceWon: 3000, taxClass: 'taxable', category: '음료', onQuickKey: false, byWeight: false } });
    expect(await cashier.ask('catalogue.undo', {})).toMatchObject({ ok: false, code: 'catalogue.changed-since', detail: '새 커피' });
    await stop();
  });
});

async function basketId(cashier: Awaited<ReturnType<typeof startCounter>>['cashier']): Promise<string> {
  const { sale } = await cashier.look();
  return sale.stage === 'basket' ? sale.saleId : '';
}

describe('the quick keys', () => {
  it('change places, pages and names, are taken back step by step, and stay over a restart', async () => {
    const { cashier, dataDir, stop } = await startCounter(world);
    await asManager(cashier);
    const first = await keysOn(cashier, '음료');
    await cashier.must('catalogue.editKeys', { edit: { kind: 'place', productId: AMERICANO, page: '음료', place: 2 } });
    expect((await keysOn(cashier, '음료')).slice(0, 2)).toEqual(['1 아메리카노 큰컵', '2 아메리카노']);
    await cashier.must('catalogue.editKeys', { edit: { kind: 'rename-page', page: '음료', name: '마실 것' } });
    await cashier.must('catalogue.editKeys', { edit: { kind: 'move-page', page: '마실 것', by: 1 } });
    expect((await cashier.must('catalogue.keyPages', {})).slice(0, 2)).toEqual(['빵', '마실 것']);
    await stop();
    const again = await restartCounter(world, dataDir);
    expect((await again.cashier.must('catalogue.keyPages', {})).slice(0, 2)).toEqual(['빵', '마실 것']);
    expect((await keysOn(again.cashier, '마실 것')).slice(0, 2)).toEqual(['1 아메리카노 큰컵', '2 아메리카노']);
    await again.stop();

    const third = await startCounter(world);
    await asManager(third.cashier);
    await third.cashier.must('catalogue.editKeys', { edit: { kind: 'place', productId: AMERICANO, page: '음료', place: 2 } });
    await third.cashier.must('catalogue.editKeys', { edit: { kind: 'remove-page', page: '음료' } });
    expect(await keysOn(third.cashier, '음료')).toEqual([]);
    await third.cashier.must('catalogue.undo', {});
    await third.cashier.must('catalogue.undo', {});
    expect(await keysOn(third.cashier, '음료')).toEqual(first);
    await third.stop();
  });

  it('keep their renamed page when the product is saved', async () => {
    const { cashier, stop } = await startCounter(world);
    await asManager(cashier);
    await cashier.must('catalogue.editKeys', { edit: { kind: 'rename-page', page: '음료', name: '마실 것' } });
    const product = { name: '아메리카노', barcode: CODE, priceWon: 2600, taxClass: 'taxable', category: '음료', onQuickKey: true, byWeight: false } as const;
    expect(await cashier.must('catalogue.save', { productId: AMERICANO, product })).toMatchObject({ quickKey: { page: '마실 것', place: 1 } });
    await stop();
  });
});

describe('a file that does not take what the journal has', () => {
  it('leaves the refused change without effect, now and after a restart', async () => {
    let broken = false;
    const failing = (file: CatalogueFile): CatalogueFile => ({ ...file, follow: (steps, seq) => (broken ? Promise.reject(new CatalogueError('the disk is full')) : file.follow(steps, seq)) });
    const { cashier, dataDir, stop } = await startCounter(world, (settings) => settings, { now: () => new Date(), wrap: (parts) => ({ ...parts, catalogueFile: failing(parts.catalogueFile) }) });
    await asManager(cashier);
    broken = true;
    const product = { name: '유자차', barcode: '8801234000010', priceWon: 9000, taxClass: 'taxable', category: '음료', onQuickKey: false, byWeight: false } as const;
    expect(await cashier.ask('catalogue.save', { productId: null, product })).toMatchObject({ ok: false, code: 'catalogue.unavailable' });
    expect(await cashier.ask('catalogue.delete', { productIds: [AMERICANO] })).toMatchObject({ ok: false, code: 'catalogue.unavailable' });
    await stop();
    const again = await restartCounter(world, dataDir);
    expect(await again.cashier.ask('sale.scan', { code: '8801234000010' })).toMatchObject({ ok: false, code: 'sale.product-unknown' });
    await again.cashier.must('sale.scan', { code: CODE });
    await again.stop();
  });
});

describe('goods from the scale', () => {
  const label = (body: string) => body + checkDigitOf(body);

  it('ask for their weight, and are weighed again on their line', async () => {
    const { cashier, stop } = await startCounter(world);
    const [sweetPotato] = (await cashier.must('catalogue.search', { query: '햇고구마', limit: 1 })).products;
    expect(sweetPotato).toMatchObject({ byWeight: true, priceWon: 480 });
    expect(await cashier.ask('sale.scan', { code: '2100101' })).toMatchObject({ ok: false, code: 'sale.weight-needed' });
    await cashier.must('sale.addProduct', { productId: sweetPotato?.productId ?? '', grams: 1_351 });
    const { sale } = await cashier.look();
    if (sale.stage !== 'basket') throw new Error(sale.stage);
    expect(sale.lines).toMatchObject([{ name: '햇고구마', grams: 1_351, unitPriceWon: 480, amountWon: 6_485 }]);
    const { saleId } = sale;
    const lineId = sale.lines[0]?.lineId ?? '';
    await cashier.must('sale.weighLine', { saleId, lineId, grams: 1_000 });
    expect((await cashier.look()).sale).toMatchObject({ lines: [{ grams: 1_000, amountWon: 4_800 }] });
    expect(await cashier.ask('sale.weighLine', { saleId, lineId, grams: 0 })).toMatchObject({ ok: false, code: 'sale.weight-out-of-range' });
    expect(await cashier.ask('sale.addProduct', { productId: AMERICANO, grams: 100 })).toMatchObject({ ok: false, code: 'sale.weight-out-of-range' });
    await stop();
  });

  it('ring up by their label, as price or as grams, whichever the scale prints', async () => {
    const asPrice = await startCounter(world);
    await asPrice.cashier.must('sale.scan', { code: label('210010104860') });
    expect((await asPrice.cashier.look()).sale).toMatchObject({ lines: [{ name: '햇고구마', amountWon: 4_860, quantity: 1 }] });
    expect(await asPrice.cashier.ask('sale.scan', { code: label('210099904860') })).toMatchObject({ ok: false, code: 'sale.product-unknown' });
    await asPrice.stop();
    const asGrams = await startCounter(world, (settings) => ({ ...settings, scale: { itemDigits: 5, value: 'grams' } }));
    await asGrams.cashier.must('sale.scan', { code: label('210010101000') });
    expect((await asGrams.cashier.look()).sale).toMatchObject({ lines: [{ grams: 1_000, amountWon: 4_800 }] });
    await asGrams.stop();
  });
});
