/** Lists brought in through the counter's own door, and out again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import type { Cashier } from '../../testing/cashier.ts';
import type { RunningCounter, World } from '../../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../../testing/counter-fixture.ts';
import { asManager, bringIn, csvOf, HEADINGS, manyRows, send, standing } from '../testing/lists.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

async function managersCounter(): Promise<RunningCounter> {
  const counter = await startCounter(world);
  await asManager(counter.cashier);
  return counter;
}

const found = async ({ must }: Cashier, query: string) => (await must('catalogue.search', { query, limit: 200 })).products;
const everything = async (cashier: Cashier) => {
  const all = [];
  for (let offset = 0; ; offset += 200) {
    const { products } = await cashier.must('catalogue.search', { query: '', limit: 200, offset });
    all.push(...products);
    if (products.length < 200) return all.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
  }
};
/** As many as the largest shop brings in: with `FULL_STORM=1`; otherwise enough for sales in between. */
const LINES = process.env['FULL_STORM'] === '1' ? 100_000 : 8_000;
const AMERICANO = '2000010000012';
const ROWS = [['8801234000010', '유자 식빵', '4,700원', '과세', '빵'], [AMERICANO, '아메리카노', '2700', '과세', '음료'], ['8801234000027', '햇감자 1kg', '3600', '면세', '채소'], ['8.80123E+12', '보리차', '900', '과세', '음료']];

describe('a list of products', () => {
  it('is read, told before anything happens, taken, and named where it is bad', async () => {
    const { cashier, dataDir, stop } = await managersCounter();
    const before = await everything(cashier);
    const importId = await send(cashier, 'list.csv', csvOf(ROWS));
    const ready = await standing(cashier, 'ready');
    expect(ready).toMatchObject({ table: { format: 'csv', encoding: 'utf-8', delimiter: ',', lines: 4, mapping: { barcode: 0, name: 1, price: 2, tax: 3, category: 4 } } });
    expect(ready.plan).toMatchObject({ counts: { added: 2, changed: 1, same: 0, skipped: 0, bad: 1 }, faults: [{ line: 5, field: 'barcode', problem: 'barcode-rounded', value: '8.80123E+12' }] });
    expect(ready.plan?.samples[0]).toMatchObject({ line: 2, what: 'added', name: '유자 식빵', priceWon: 4700 });
    expect(await everything(cashier), 'nothing has happened yet').toEqual(before);
    expect(await cashier.ask('import.begin', { fileName: 'x', sizeBytes: 0 })).toMatchObject({ ok: false, code: 'import.file-empty' });

    await cashier.must('import.commit', { importId });
    const { result } = await standing(cashier, 'done');
    expect(result?.counts).toEqual({ added: 2, changed: 1, same: 0, skipped: 0, bad: 1 });
    expect((await found(cashier, AMERICANO))[0]).toMatchObject({ priceWon: 2700, quickKey: { page: '음료', place: 1 } });
    await cashier.must('sale.scan', { code: '8801234000010' });

    expect(path.dirname(result?.badFile ?? '')).toBe(path.join(dataDir, 'exports'));
    const badFile = readFileSync(result?.badFile ?? '');
    const [headings, bad] = await readSheet(new Uint8Array(badFile).buffer);
    expect(headings?.slice(0, 5)).toEqual(HEADINGS);
    expect(bad).toEqual(expect.arrayContaining(['8.80123E+12', '보리차', '5', expect.stringContaining('엑셀')]));
    const again = await bringIn(cashier, 'corrected.xlsx', badFile);
    expect(again.result?.counts, 'the file of bad lines is a list like any other').toMatchObject({ added: 0, bad: 1 });
    await stop();
  });

  it('is found out in CP949 and in a workbook, and read otherwise when told so', async () => {
    const { cashier, stop } = await managersCounter();
    await send(cashier, '목록.csv', iconv.encode(csvOf(ROWS).toString(), 'cp949'));
    const old = await standing(cashier, 'ready');
    expect([old.table?.encoding, old.plan?.samples[0]?.name]).toEqual(['cp949', '유자 식빵']);
    await cashier.must('import.setEncoding', { importId: old.importId, encoding: 'utf-8' });
    await cashier.until('the other reading', ({ catalogue }) => catalogue.import?.table?.encoding === 'utf-8' && catalogue.import.stage === 'ready');
    await send(cashier, 'semicolon.csv', Buffer.from('﻿상품명;판매가\r\n유자 식빵;"1.000"\r\n감자;500\r\n'));
    expect((await standing(cashier, 'ready')).plan?.counts).toMatchObject({ added: 1, bad: 1 });
    const workbook = await writeWorkbook([[...HEADINGS], [8_801_234_000_010, '유자 식빵', 4700, '과세', '빵'], [], ['8801234000027', '햇감자', 3600.5, '면세', '채소']], { sheet: 'a' }).toBuffer();
    await send(cashier, 'list.xlsx', workbook);
    const book = await standing(cashier, 'ready');
    expect(book).toMatchObject({ table: { format: 'xlsx', encoding: null }, plan: { counts: { added: 1, bad: 1 }, faults: [{ line: 4, field: 'price', problem: 'price-not-won' }] } });
    expect(book.plan?.samples[0]).toMatchObject({ barcode: '8801234000010', priceWon: 4700 });
    await stop();
  });

  it('follows the columns and the choice for what is there already', async () => {
    const { cashier, stop } = await managersCounter();
    const importId = await send(cashier, 'odd.csv', csvOf([[AMERICANO, '아메리카노 새 이름', '2600']], ['무엇', '어떤', '얼마']));
    const first = await standing(cashier, 'ready');
    expect(first.plan, 'without a name and a price there is nothing to tell').toBeNull();
    expect(await cashier.ask('import.commit', { importId })).toMatchObject({ ok: false, code: 'import.gone' });
    // One after the other, without a look between: each holds.
    await Promise.all([cashier.must('import.setMapping', { importId, mapping: { barcode: 0, name: 1 }, existing: null }), cashier.must('import.setMapping', { importId, mapping: { price: 2 }, existing: null }), cashier.must('import.setMapping', { importId, mapping: {}, existing: 'skip' })]);
    const skipped = await cashier.until('the plan', ({ catalogue }) => catalogue.import?.plan?.counts.skipped === 1);
    expect(skipped.catalogue.import?.plan?.counts).toMatchObject({ changed: 0, bad: 0 });
    expect(skipped.catalogue.import).toMatchObject({ existing: 'skip', table: { mapping: { productId: null, barcode: 0, name: 1, price: 2, tax: null, category: null, key: null, unit: null } } });
    await stop();
  });

  it('is refused whole, in words, where it is no list: nothing but its own thread comes to harm', async () => {
    const { cashier, stop } = await managersCounter();
    const refusalOf = async (bytes: Buffer) => {
      await send(cashier, 'bad', bytes);
      return (await standing(cashier, 'failed')).failure?.code;
    };
    expect(await cashier.ask('import.begin', { fileName: 'x', sizeBytes: 30_000_000 })).toMatchObject({ ok: false, code: 'import.file-too-large' });
    expect(await refusalOf(Buffer.from('상품명,판매가\r\n'))).toBe('import.file-empty');
    expect(await refusalOf(Buffer.from(`${'a,'.repeat(20_000)}\r\n`))).toBe('import.too-many-columns');
    expect(await refusalOf(Buffer.alloc(5_000, 0))).toBe('import.file-unreadable');
    expect(await refusalOf(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(500, 7)]))).toBe('import.file-unreadable');
    expect(await refusalOf(Buffer.from(`상품명,판매가\r\n"${'x'.repeat(70_000)}"`))).toBe('import.file-unreadable');
    await cashier.must('sale.scan', { code: AMERICANO });
    await stop();
  });

  it('leaves no trace when it is cancelled on its way', async () => {
    const { cashier, dataDir, stop } = await managersCounter();
    const before = await everything(cashier);
    const importId = await send(cashier, 'many.csv', csvOf(manyRows(20_000, 100)));
    await standing(cashier, 'ready');
    await cashier.must('import.commit', { importId });
    await cashier.until('its first thousand lines', ({ catalogue }) => (catalogue.import?.progress.done ?? 0) > 0 && catalogue.import?.stage === 'applying');
    await cashier.must('import.close', { importId });
    expect((await cashier.look()).catalogue.import).toBeNull();
    // The next change waits until the cancelled one has cleared away.
    await cashier.must('catalogue.save', { productId: null, product: { name: '표', barcode: '', priceWon: 1, taxClass: 'taxable', category: '빵', onQuickKey: false, byWeight: false } });
    const after = await everything(cashier);
    expect(after.filter(({ name }) => name !== '표')).toEqual(before);
    expect(await cashier.must('import.kept', {})).toEqual([]);
    expect(existsSync(path.join(dataDir, 'exports')) ? readdirSync(path.join(dataDir, 'exports')) : []).toEqual([]);
    await stop();
  });

  it('is taken back whole, but for what was changed since, which is named', async () => {
    const { cashier, stop } = await managersCounter();
    const before = await everything(cashier);
    const { importId, result } = await bringIn(cashier, 'list.csv', csvOf(ROWS));
    expect(result?.counts.added).toBe(2);
    const [potato] = await found(cashier, '8801234000027');
    await cashier.must('catalogue.save', { productId: potato?.productId ?? '', product: { name: '햇감자 2kg', barcode: '8801234000027', priceWon: 7000, taxClass: 'exempt', category: '채소', onQuickKey: false, byWeight: false } });
    expect(await cashier.must('import.undoPlan', { importId })).toEqual({ restored: 2, kept: 1, keptNames: ['햇감자 2kg'] });
    await cashier.must('import.undo', { importId });
    const after = await everything(cashier);
    expect(after.filter(({ name }) => name !== '햇감자 2kg')).toEqual(before);
    expect(await cashier.ask('import.undo', { importId })).toMatchObject({ ok: false, code: 'import.nothing-to-undo' });
    expect(await cashier.must('import.kept', {})).toMatchObject([{ importId, state: 'undone' }]);
    await stop();
  });

  it('is a manager’s, to bring in and to take back', async () => {
    const { cashier, stop } = await startCounter(world);
    const answers = await Promise.all([
      cashier.ask('import.begin', { fileName: 'a', sizeBytes: 1 }),
      cashier.ask('import.undo', { importId: 'a' }),
      cashier.ask('catalogue.export', { format: 'csv' }),
      cashier.ask('catalogue.delete', { productIds: ['a'] }),
      cashier.ask('catalogue.editKeys', { edit: { kind: 'add-page', page: 'a' } }),
      cashier.ask('catalogue.undo', {}),
    ]);
    // The list may leave the house with a manager's leave, asked for on the spot; nothing else of it is hers.
    const wanted = ['people.forbidden', 'people.forbidden', 'people.approval-needed', 'people.forbidden', 'people.forbidden', 'people.forbidden'];
    expect(answers.map((answer) => (answer.ok ? 'granted' : answer.code))).toEqual(wanted);
    await stop();
  });
});

describe('the whole catalogue', () => {
  it.each(['csv', 'xlsx'] as const)('goes out as %s and comes back the same, here and at a counter that has none of it', async (format) => {
    const { cashier, dataDir, stop } = await managersCounter();
    await cashier.must('catalogue.save', { productId: null, product: { name: '=특가 "사과", 1봉', barcode: '', priceWon: 0, taxClass: 'exempt', category: '@과일', onQuickKey: true, byWeight: false } });
    const before = await everything(cashier);
    const { file, products } = await cashier.must('catalogue.export', { format });
    expect([path.dirname(file), products]).toEqual([path.join(dataDir, 'exports'), before.length]);
    const bytes = readFileSync(file);
    const same = await bringIn(cashier, 'same', bytes);
    expect(same.result?.counts).toEqual({ added: 0, changed: 0, same: before.length, skipped: 0, bad: 0 });
    for (let from = 0; from < before.length; from += 200) await cashier.must('catalogue.delete', { productIds: before.slice(from, from + 200).map(({ productId }) => productId) });
    expect(await everything(cashier)).toEqual([]);
    await bringIn(cashier, 'back', bytes);
    // A list holds no photos: what was deleted comes back without.
    const plain = before.map(({ photo: _photo, ...product }) => product);
    expect(await everything(cashier)).toEqual(plain);
    await stop();
    const again = await restartCounter(world, dataDir);
    expect(await everything(again.cashier)).toEqual(plain);
    await again.stop();
  });

  it('takes ten thousands of lines of which one in a hundred is bad, while the counter goes on', async () => {
    const { cashier, stop } = await managersCounter();
    const lastCode = String(8_800_000_000_000 + LINES - 1);
    const importId = await send(cashier, 'all.csv', csvOf(manyRows(LINES, 100)));
    const ready = await standing(cashier, 'ready');
    expect(ready.plan?.counts).toEqual({ added: (LINES / 100) * 99, changed: 0, same: 0, skipped: 0, bad: LINES / 100 });
    await cashier.must('import.commit', { importId });
    await cashier.must('sale.scan', { code: AMERICANO });
    const done = await standing(cashier, 'done');
    expect(done.result?.counts).toMatchObject({ added: (LINES / 100) * 99, bad: LINES / 100 });
    const rows = await readSheet(new Uint8Array(readFileSync(done.result?.badFile ?? '')).buffer);
    expect(rows).toHaveLength(LINES / 100 + 1);
    await cashier.must('sale.scan', { code: lastCode });
    await cashier.must('import.undo', { importId });
    expect(await cashier.ask('sale.scan', { code: lastCode })).toMatchObject({ ok: false, code: 'sale.product-unknown' });
    await stop();
  }, 400_000);
});
