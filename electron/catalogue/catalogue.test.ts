/** Products through the counter's own door: found, saved, sold; and what a crash leaves between journal and catalogue. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journal } from '../../db/journal.ts';
import { openCatalogueFile } from '../../db/catalogue/catalogue.ts';
import { startApp } from '../app.ts';
import { type Cashier, createCashier } from '../testing/cashier.ts';
import type { World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { headlessShell } from '../testing/headless-shell.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const YUJA = { name: '유자 식빵', barcode: '8801234000010', priceWon: 4700, taxClass: 'taxable', category: '빵', onQuickKey: false, byWeight: false } as const;

async function asManager({ must }: Cashier): Promise<void> {
  await must('people.signOut', {});
  await must('people.signIn', { userId: 'practice-manager', pin: '5678' });
}

describe('the catalogue at the counter', () => {
  it('answers a search, lists the quick keys alone, and tells a cashier that products are not hers to change', async () => {
    const { cashier, stop } = await startCounter(world);
    const { products } = await cashier.must('catalogue.search', { query: 'ㅇㅁㄹㅋㄴ', limit: 5 });
    expect(products[0]?.name).toBe('아메리카노');
    const all = await cashier.must('catalogue.search', { query: '', limit: 200 });
    expect(all.total).toBeGreaterThanOrEqual(300);
    expect(all.products).toHaveLength(200);
    const keys = await cashier.must('catalogue.list', {});
    expect(keys.every(({ quickKey }) => quickKey !== null)).toBe(true);
    expect(keys.length).toBeLessThan(all.total);
    expect(await cashier.ask('catalogue.save', { productId: null, product: YUJA })).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect(await cashier.ask('sale.scan', { code: YUJA.barcode })).toMatchObject({ ok: false, code: 'sale.product-unknown' });
    await stop();
  });

  it('sells a product the moment it is saved, by scan and by search, and after a restart', async () => {
    const first = await startCounter(world);
    await asManager(first.cashier);
    const saved = await first.cashier.must('catalogue.save', { productId: null, product: { ...YUJA, name: '  유자  식빵 ', onQuickKey: true } });
    expect(saved).toMatchObject({ name: '유자 식빵', quickKey: { page: '빵', place: 7 } });
    await first.cashier.must('sale.scan', { code: YUJA.barcode });
    const changed = await first.cashier.must('catalogue.save', { productId: saved.productId, product: { ...YUJA, priceWon: 5200 } });
    expect(changed).toMatchObject({ priceWon: 5200, quickKey: null });
    await first.cashier.must('sale.scan', { code: YUJA.barcode });
    const { sale } = await first.cashier.look();
    expect(sale, 'a line keeps the price it was rung up at').toMatchObject({ stage: 'basket', lines: [{ unitPriceWon: 4700 }, { unitPriceWon: 5200 }] });
    await first.stop();
    const again = await restartCounter(world, first.dataDir);
    expect((await again.cashier.must('catalogue.search', { query: '유자 식', limit: 5 })).products).toEqual([changed]);
    await again.stop();
  });

  it.each([
    ['catalogue.barcode-taken', { barcode: '2000010000012' }],
    ['catalogue.barcode-invalid', { barcode: '가나다' }],
    ['catalogue.price-not-won', { priceWon: 99.5 }],
    ['catalogue.not-printable', { name: '유자 🍋' }],
    ['catalogue.name-missing', { name: ' ' }],
    ['catalogue.category-invalid', { category: '' }],
  ] as const)('refuses %s, and saves nothing', async (code, wrong) => {
    const { cashier, stop } = await startCounter(world);
    await asManager(cashier);
    const before = await cashier.must('catalogue.search', { query: '', limit: 1 });
    expect(await cashier.ask('catalogue.save', { productId: null, product: { ...YUJA, ...wrong } })).toMatchObject({ ok: false, code });
    expect((await cashier.must('catalogue.search', { query: '', limit: 1 })).total).toBe(before.total);
    await stop();
  });

  it('lets a product keep its own barcode, and refuses one that is not there', async () => {
    const { cashier, stop } = await startCounter(world);
    await asManager(cashier);
    const saved = await cashier.must('catalogue.save', { productId: null, product: YUJA });
    expect(await cashier.ask('catalogue.save', { productId: saved.productId, product: { ...YUJA, priceWon: 1 } })).toMatchObject({ ok: true });
    expect(await cashier.ask('catalogue.save', { productId: 'nobody', product: { ...YUJA, barcode: '' } })).toMatchObject({ ok: false, code: 'catalogue.product-unknown' });
    await stop();
  });

  it('finishes at the next start what was in the journal and not yet in the catalogue', async () => {
    const entries: unknown[] = [];
    const seen = (journal: Journal): Journal => ({ ...journal, append: (list) => (entries.push(...list), journal.append(list)) });
    const first = await startCounter(world, (settings) => settings, { now: () => new Date(), wrap: (parts) => ({ ...parts, journal: seen(parts.journal) }) });
    await asManager(first.cashier);
    const saved = await first.cashier.must('catalogue.save', { productId: null, product: YUJA });
    await first.stop();
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'catalogue.product-saved', actor: expect.objectContaining({ role: 'manager' }), payload: { before: null, after: saved } }));

    // As after a crash between the two: the file is what it was before any of it.
    for (const end of ['', '-wal', '-shm']) rmSync(path.join(first.dataDir, `catalogue.db${end}`), { force: true });
    const again = await restartCounter(world, first.dataDir);
    expect((await again.cashier.must('catalogue.search', { query: YUJA.barcode, limit: 5 })).products).toEqual([saved]);
    await again.stop();
  });

  it('says so when the file cannot be used, and sells nothing by it', async () => {
    const first = await startCounter(world);
    await first.stop();
    const opened = await openCatalogueFile(path.join(first.dataDir, 'catalogue.db'));
    if (!opened.ok) throw new Error(opened.detail);
    // Still held by another program.
    const app = await startApp(headlessShell(first.dataDir));
    const view = await createCashier(app).look();
    expect(view.trouble?.code).toBe('catalogue.unavailable');
    await app.stop();
    await opened.file.close();
  });
});
