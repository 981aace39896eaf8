import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JournalError } from '../../db/journal.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Outside } from '../app.ts';
import { issueReceipt, openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;
/** The disk: what it does to an append. Null = it is well. */
let disk: ((entries: readonly JournalEntry[]) => JournalError | null) | null = null;
let refused = 0;
/** What reading the day's sales meets. */
let unreadable: JournalError | null = null;
let written: string[] = [];

const outside: Outside = {
  now: () => new Date(),
  wrap: (parts) => ({
    ...parts,
    journal: {
      ...parts.journal,
      salesOfDay: async (day, page) => {
        if (unreadable !== null) throw unreadable;
        return parts.journal.salesOfDay(day, page);
      },
      append: async (entries) => {
        const trouble = disk?.(entries) ?? null;
        if (trouble === null) {
          const rows = await parts.journal.append(entries);
          written.push(...entries.map((entry) => entry.kind));
          return rows;
        }
        refused += 1;
        throw trouble;
      },
    },
  }),
};

const full = () => new JournalError('journal.disk-full', 'no room');
const fullFor = (...kinds: readonly JournalEntry['kind'][]) => (entries: readonly JournalEntry[]) => (entries.some((entry) => kinds.includes(entry.kind)) ? full() : null);

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  refused = 0;
  written = [];
});
afterEach(async () => {
  disk = null;
  unreadable = null;
  await counter.stop();
  await world.lane.sandbox.clearFaults();
});
afterAll(() => world.close());

const issuedAtGateway = async () => (await world.lane.sandbox.state()).receipts.length;
async function aRefusal(): Promise<void> {
  await expect.poll(() => refused).toBeGreaterThan(0);
}

describe('a disk that is full for a while', () => {
  it('refuses each step in plain words, changes nothing on the screen, and takes the same step when there is room again', async () => {
    counter = await startCounter(world, undefined, outside);
    const { cashier } = counter;
    const products = await cashier.must('catalogue.list', {});
    const code = products[0]?.barcode ?? '';

    /** Tried on a full disk, then on a well one. */
    async function twice(step: () => Promise<{ ok: boolean }>): Promise<void> {
      const { sale, draft } = await cashier.look();
      disk = full;
      expect(await step()).toMatchObject({ ok: false, code: 'journal.disk-full' });
      const after = await cashier.look();
      expect([after.sale, after.draft]).toEqual([sale, draft]);
      expect(after.notices).toContainEqual(expect.objectContaining({ code: 'journal.disk-full' }));
      expect(after.trouble, 'the disk may be well again any moment').toBeNull();
      disk = null;
      expect(await step()).toMatchObject({ ok: true });
    }

    await twice(() => cashier.ask('sale.scan', { code }));
    const { sale } = await cashier.look();
    if (sale.stage !== 'basket') throw new Error(sale.stage);
    const { saleId } = sale;
    expect(sale.saleNumber, 'a refused line takes no number').toBe(1);
    await twice(() => cashier.ask('sale.tenderCash', { saleId, dueWon: sale.breakdown.totalWon, receivedWon: 3_000 }));
    const number = { saleId, purpose: 'income-deduction', form: 'phone', digits: '01012345678' } as const;
    await cashier.must('receipt.draft', number);
    await cashier.must('receipt.readBack', { saleId });
    await twice(() => cashier.ask('receipt.issue', number));
    await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    await twice(() => cashier.ask('slip.answer', { saleId, wants: true }));
    const next = await payCash(cashier);
    await cashier.must('receipt.decline', { saleId: next });
    await cashier.must('slip.answer', { saleId: next, wants: false });
    const { sales } = await cashier.must('history.today', { beforeSaleNumber: null, limit: 10 });
    expect(sales.map((row) => [row.saleNumber, row.changeWon, row.cashReceipt?.state ?? null])).toEqual([[2, 0, null], [1, 500, 'issued']]);
    await twice(() => cashier.ask('shift.close', { counted: [] }));
  });

  it.each([
    ['the gateway’s answer', 'cash-receipt.issued'],
    ['the sale’s next step', 'sale.receipt-settled'],
  ] as const)('%s cannot be written: the sale goes on by itself when there is room, issued once', async (_what, kind) => {
    counter = await startCounter(world, undefined, outside);
    const before = await issuedAtGateway();
    const saleId = await payCash(counter.cashier);
    disk = fullFor(kind, 'sale.receipt-settled');
    await issueReceipt(counter.cashier, saleId);
    await aRefusal();
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-issuing', saleId });
    disk = null;
    const { sale } = await counter.cashier.until('the sale to go on', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ saleId, cashReceipt: { state: 'issued' } });
    expect((await issuedAtGateway()) - before).toBe(1);
  });

  it('where the rule answers the slip question, it answers again when there is room', async () => {
    counter = await startCounter(world, (settings) => ({ ...settings, slip: { copies: 1, use: 'merchant' } }), outside);
    const saleId = await payCash(counter.cashier);
    disk = fullFor('sale.slip-answered');
    await counter.cashier.must('receipt.decline', { saleId });
    await aRefusal();
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'slip-question', saleId });
    disk = null;
    await counter.cashier.until('the slip', (view) => view.sale.stage === 'done' && view.sale.prints.some((print) => print.kind === 'slip' && print.state === 'confirmed'));
  });

  it.each([
    ['that it is being sent', 'print.sent'],
    ['that it came out', 'print.confirmed'],
  ] as const)('a slip of which cannot be written %s comes out once and can be printed again', async (_what, kind) => {
    counter = await startCounter(world, undefined, outside);
    const before = (await world.lane.printer.state()).slipCount;
    const saleId = await payCash(counter.cashier);
    await expect.poll(() => written, { message: 'the drawer is through' }).toContain('print.confirmed');
    await counter.cashier.must('receipt.decline', { saleId });
    disk = fullFor(kind);
    await counter.cashier.must('slip.answer', { saleId, wants: true });
    await aRefusal();
    disk = null;
    const printed = (copies: number) =>
      counter.cashier.until('the paper', (view) => view.sale.stage === 'done' && view.sale.prints.filter((print) => print.kind === 'slip' && print.state === 'confirmed').length === copies);
    await printed(1);
    expect((await world.lane.printer.state()).slipCount - before).toBe(1);
    await counter.cashier.must('slip.printAgain', { saleId });
    await printed(2);
  });
});

describe('a journal that cannot be read', () => {
  it('says so in its own words, not as a bug', async () => {
    counter = await startCounter(world, undefined, outside);
    unreadable = new JournalError('journal.unavailable', 'no answer');
    expect(await counter.cashier.ask('history.today', { beforeSaleNumber: null, limit: 10 })).toMatchObject({ ok: false, code: 'journal.unavailable', detail: 'no answer' });
  });
});

describe('a disk of which nobody knows whether it has written', () => {
  it('stops selling with the reason on the screen; after a restart the journal says how far it got', async () => {
    counter = await startCounter(world, undefined, outside);
    const saleId = await payCash(counter.cashier);
    await counter.cashier.must('receipt.decline', { saleId });
    disk = () => new JournalError('journal.unavailable', 'fsync failed', 'unknown');
    expect(await counter.cashier.ask('slip.answer', { saleId, wants: false })).toMatchObject({ ok: false, code: 'journal.unavailable' });
    disk = null;
    const view = await counter.cashier.look();
    expect(view.trouble).toEqual({ code: 'journal.unavailable', detail: 'fsync failed' });
    expect(view.sale, 'nothing is shown as done that may not be').toMatchObject({ stage: 'slip-question', saleId });
    expect(await counter.cashier.ask('slip.answer', { saleId, wants: false }), 'not even when the disk seems well').toMatchObject({ ok: false, code: 'journal.unavailable' });
    expect(await counter.cashier.ask('shift.close', { counted: [] })).toMatchObject({ ok: false });
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    const again = await counter.cashier.look();
    expect([again.trouble, again.sale.stage]).toEqual([null, 'slip-question']);
    await counter.cashier.must('slip.answer', { saleId, wants: false });
  });
});
