import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVirtualPrinterProcess, type VirtualPrinterProcess } from '../../native/printer/virtual/process.ts';
import { openWorld, payCash, type RunningCounter, startCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let second: VirtualPrinterProcess;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
  second = await startVirtualPrinterProcess({ dir: path.join(world.root, 'second'), columns: 42 });
  counter = await startCounter(world, (settings) => ({ ...settings, backupPrinter: { address: second.address, columns: 42 } }));
}, 60_000);
afterAll(async () => {
  await counter.stop();
  await second.stop();
  await world.close();
});

async function slips(saleId: string) {
  const { prints } = await counter.cashier.must('history.sale', { saleId });
  return prints.filter(({ kind }) => kind === 'slip');
}

async function atRest(saleId: string) {
  await expect.poll(async () => (await slips(saleId)).every(({ state }) => state !== 'queued' && state !== 'sent'), { timeout: 30_000 }).toBe(true);
  return slips(saleId);
}

/** A sale whose customer wanted a slip, on the screen until `sale.next`. */
async function sell(): Promise<string> {
  const { cashier } = counter;
  const saleId = await payCash(cashier);
  await cashier.must('receipt.decline', { saleId });
  await cashier.until('the question of the slip', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: true });
  await atRest(saleId);
  return saleId;
}

const openPrints = async () => (await counter.cashier.look()).status.prints.count;

describe('a slip that did not come out', () => {
  it('comes out of the second printer when a person says so, and only then', async () => {
    const { cashier } = counter;
    await world.lane.printer.tell({ tell: 'cover-open' });
    const saleId = await sell();
    expect(await openPrints()).toBe(1);
    expect((await second.state()).slipCount).toBe(0);
    await cashier.must('slip.printAgain', { saleId, reason: 'not-out', printer: 'second' });
    expect(await atRest(saleId)).toMatchObject([
      { state: 'failed', reason: 'original', printer: 'first' },
      { state: 'confirmed', reason: 'other-printer', printer: 'second', askedBy: '김', copyNumber: 1 },
    ]);
    expect(await openPrints()).toBe(0);
    // The first never had paper of it: what came out here is the original, and nothing marks it.
    expect(await second.slipText(1)).not.toContain('재발행');
    await world.lane.printer.tell({ tell: 'recover' });
    await cashier.must('sale.next', { saleId });
  }, 60_000);

  it('is never silent: in doubt it stays a case, whatever is sold meanwhile, until a person says how it ended', async () => {
    const { cashier } = counter;
    await world.lane.printer.tell({ tell: 'cover-open' });
    const saleId = await sell();
    await cashier.must('slip.printAgain', { saleId, reason: 'not-out' });
    await atRest(saleId);
    await world.lane.printer.tell({ tell: 'recover' });
    await cashier.must('sale.next', { saleId });
    await cashier.must('sale.next', { saleId: await sell() });
    expect(await openPrints()).toBe(1);
    expect(await cashier.ask('slip.settle', { saleId, how: 'came-out' })).toMatchObject({ ok: false, code: 'slip.not-in-doubt' });
    await cashier.must('slip.settle', { saleId, how: 'not-wanted' });
    expect(await openPrints()).toBe(0);
    // Two attempts failed; the word about the newest is the word about both.
    expect((await cashier.must('history.filters', {})).openSales).toBe(0);
  }, 60_000);

  it('that the printer calls done and nobody has seen ends with what the customer was given instead', async () => {
    const { cashier } = counter;
    const saleId = await sell();
    expect(await cashier.ask('slip.settle', { saleId, how: 'not-wanted' }), 'a slip that came out is not given up').toMatchObject({ ok: false, code: 'slip.not-in-doubt' });
    await cashier.must('slip.settle', { saleId, how: 'shown' });
    expect(await slips(saleId)).toMatchObject([{ state: 'settled', settled: { how: 'shown', was: 'confirmed', by: '김' } }]);
    // It may be out all the same: the next one is a copy.
    await cashier.must('slip.printAgain', { saleId, reason: 'not-out' });
    expect(await atRest(saleId)).toMatchObject([{ copyNumber: 1 }, { copyNumber: 2, state: 'confirmed' }]);
    await cashier.must('sale.next', { saleId });
  }, 60_000);

  it('takes no money and opens no drawer on any step of the way', async () => {
    const { sales } = await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 50 });
    for (const { saleId } of sales) {
      const { prints } = await counter.cashier.must('history.sale', { saleId });
      expect(prints.filter(({ kind }) => kind === 'drawer')).toHaveLength(1);
    }
    expect((await counter.cashier.must('shift.close', { counted: [] })).saleCount).toBe(sales.length);
  }, 60_000);
});

describe('without a second printer', () => {
  it('nobody is led astray: it is said that there is none, and nothing is asked of the first', async () => {
    const alone = await startCounter(world);
    const saleId = await payCash(alone.cashier);
    await alone.cashier.must('receipt.decline', { saleId });
    await alone.cashier.until('the question of the slip', (view) => view.sale.stage === 'slip-question');
    await alone.cashier.must('slip.answer', { saleId, wants: false });
    expect(await alone.cashier.ask('slip.printAgain', { saleId, printer: 'second' })).toMatchObject({ ok: false, code: 'printer.no-second' });
    expect((await alone.cashier.must('history.sale', { saleId })).prints.filter(({ kind }) => kind === 'slip')).toEqual([]);
    expect((await alone.cashier.look()).status.prints).toMatchObject({ backup: false, off: false });
    await alone.stop();
  }, 60_000);
});
