import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import type { Outside } from '../app.ts';
import { openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;
let skewMs = 0;
const outside = { now: () => new Date(Date.now() + skewMs), wrap: <T>(parts: T) => parts };

beforeAll(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await counter.stop();
  skewMs = 0;
});
afterAll(() => world.close());

async function sell(): Promise<string> {
  const saleId = await payCash(counter.cashier, { count: 2, receivedWon: 10_000 });
  await counter.cashier.must('receipt.decline', { saleId });
  await counter.cashier.must('slip.answer', { saleId, wants: false });
  return saleId;
}

async function basketOfOne(): Promise<{ saleId: string; lineId: string }> {
  const products = await counter.cashier.must('catalogue.list', {});
  await counter.cashier.must('sale.scan', { code: products[0]?.barcode ?? '' });
  const { sale } = await counter.cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  return { saleId: sale.saleId, lineId: sale.lines[0]?.lineId ?? '' };
}

describe('the day', () => {
  it('closes with a blind count; the difference is recorded, never corrected; Z numbers go on', async () => {
    counter = await startCounter(world);
    await sell();
    await sell();
    const result = await counter.cashier.must('shift.close', { counted: [{ valueWon: 50_000, count: 2 }, { valueWon: 1_000, count: 11 }, { valueWon: 100, count: 5 }] });
    // Float 100,000 and two sales of 5,700.
    expect(result).toMatchObject({ zNumber: 1, floatWon: 100_000, cashSalesWon: 11_400, saleCount: 2, expectedWon: 111_400, countedWon: 111_500, differenceWon: 100 });
    expect((await counter.cashier.look()).shift).toBeNull();
    await counter.cashier.must('shift.open', { floatWon: 0 });
    const { sales } = await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 10 });
    expect(sales.map((sale) => sale.saleNumber)).toEqual([2, 1]);
    expect(await counter.cashier.must('shift.close', { counted: [] })).toMatchObject({ zNumber: 2, expectedWon: 0, countedWon: 0, differenceWon: 0 });
  });

  it('stays on the list after midnight: while its shift is open, and closed late until the next one opens', async () => {
    // 23:50 in Seoul.
    const evening = Date.parse('2026-11-21T14:50:00Z');
    skewMs = evening - Date.now();
    const listed = () => counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 10 });
    counter = await startCounter(world, undefined, outside);
    await sell();
    skewMs += 30 * 60_000;
    await sell();
    expect(await listed()).toMatchObject({ businessDay: '2026-11-21', sales: [{ saleNumber: 2 }, { saleNumber: 1 }] });
    await counter.cashier.must('shift.close', { counted: [] });
    expect(await listed()).toMatchObject({ businessDay: '2026-11-21', sales: [{ saleNumber: 2 }, { saleNumber: 1 }] });
    await counter.cashier.must('shift.open', { floatWon: 0 });
    expect(await listed()).toMatchObject({ businessDay: '2026-11-22', sales: [] });
  });

  it('stays open over a basket and over unanswered questions', async () => {
    counter = await startCounter(world);
    const saleId = await payCash(counter.cashier);
    expect(await counter.cashier.ask('shift.close', { counted: [] })).toMatchObject({ ok: false, code: 'shift.sale-open' });
    await counter.cashier.must('receipt.decline', { saleId });
    expect(await counter.cashier.ask('shift.close', { counted: [] })).toMatchObject({ ok: false, code: 'shift.sale-open' });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    expect(await counter.cashier.ask('shift.close', { counted: [{ valueWon: 7, count: 1 }] })).toMatchObject({ ok: false, code: 'shift.count-invalid' });
    await counter.cashier.must('shift.close', { counted: [] });
  });

  it('takes an emptied basket with it: the next shift’s first sale is its own, also after a restart', async () => {
    counter = await startCounter(world);
    const { saleId, lineId } = await basketOfOne();
    await counter.cashier.must('sale.cancelLine', { saleId, lineId });
    await counter.cashier.must('shift.close', { counted: [{ valueWon: 50_000, count: 2 }] });
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    expect((await counter.cashier.look()).sale, 'nothing of the closed shift is on the screen').toEqual({ stage: 'idle', saleNumber: 2 });
    await sell();
    const { sales } = await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 10 });
    expect(sales.map((sale) => sale.saleNumber)).toEqual([2]);
    expect(await counter.cashier.must('shift.close', { counted: [] })).toMatchObject({ zNumber: 2, saleCount: 1, cashSalesWon: 5_700, expectedWon: 105_700 });
  });

  it('puts away an emptied basket that an earlier version left open in a closed shift', async () => {
    const withoutAbandoning: Outside = {
      now: () => new Date(),
      wrap: (parts) => ({ ...parts, journal: { ...parts.journal, append: (entries) => parts.journal.append(entries.filter((row) => row.kind !== 'sale.abandoned')) } }),
    };
    counter = await startCounter(world, undefined, withoutAbandoning);
    await counter.cashier.must('sale.cancelLine', await basketOfOne());
    await counter.cashier.must('shift.close', { counted: [] });
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    expect((await counter.cashier.look()).sale).toEqual({ stage: 'idle', saleNumber: 2 });
  });

  it('a scan that meets the close is either before it or refused: no sale is rung up into a closed shift', async () => {
    counter = await startCounter(world);
    const products = await counter.cashier.must('catalogue.list', {});
    const [closed, scanned] = await Promise.all([
      counter.cashier.ask('shift.close', { counted: [] }),
      counter.cashier.ask('sale.scan', { code: products[0]?.barcode ?? '' }),
    ]);
    expect(closed.ok).toBe(true);
    expect(scanned).toMatchObject({ ok: false, code: 'shift.not-open' });
    const view = await counter.cashier.look();
    expect([view.shift, view.sale.stage]).toEqual([null, 'idle']);
  });

  it('opens once, and not with half a won or a negative float', async () => {
    counter = await startCounter(world);
    expect(await counter.cashier.ask('shift.open', { floatWon: 0 })).toMatchObject({ ok: false, code: 'shift.already-open' });
    expect(await counter.cashier.ask('shift.open', { floatWon: -1 })).toMatchObject({ ok: false, code: 'bridge.bad-request' });
  });

  it('survives a restart with its shift, its numbers and its basket', async () => {
    // A clock of which no two looks are the same: the moment and the day are those of the row.
    let ms = Date.parse('2026-11-21T05:00:00.000Z');
    counter = await startCounter(world, undefined, { now: () => new Date((ms += 1)), wrap: (parts) => parts });
    await sell();
    const products = await counter.cashier.must('catalogue.list', {});
    await counter.cashier.must('sale.scan', { code: products[3]?.barcode ?? '', quantity: 4 });
    const before = await counter.cashier.look();
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    const after = await counter.cashier.look();
    expect(after.shift).toEqual(before.shift);
    expect(after.sale).toMatchObject({ stage: 'basket', saleNumber: 2, lines: [{ name: products[3]?.name, quantity: 4 }] });
  });
});

describe('signing in', () => {
  it('locks after five wrong PINs, also across a restart, and opens again after a while', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('people.signOut', {});
    const guess = (pin: string) => counter.cashier.ask('people.signIn', { userId: 'practice-cashier', pin });
    for (let wrong = 0; wrong < 4; wrong += 1) expect(await guess('0000')).toMatchObject({ ok: false, code: 'people.pin-wrong' });
    expect(await guess('0000')).toMatchObject({ ok: false, code: 'people.locked' });
    expect(await guess('1234'), 'the right PIN does not open a locked door').toMatchObject({ ok: false, code: 'people.locked' });
    skewMs = 61_000;
    expect(await guess('1234')).toMatchObject({ ok: true });
  });

  it('a lock made by a clock that ran ahead ends when the clock is set right', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('people.signOut', {});
    skewMs = 365 * 24 * 60 * 60_000;
    const guess = (pin: string) => counter.cashier.ask('people.signIn', { userId: 'practice-cashier', pin });
    for (let wrong = 0; wrong < 5; wrong += 1) await guess('0000');
    expect(await guess('1234')).toMatchObject({ ok: false, code: 'people.locked' });
    skewMs = 0;
    expect(await guess('1234')).toMatchObject({ ok: true });
  });

  it('guesses made all at once are counted one by one', async () => {
    counter = await startCounter(world, undefined, outside);
    await counter.cashier.must('people.signOut', {});
    const answers = await Promise.all(Array.from({ length: 8 }, () => counter.cashier.ask('people.signIn', { userId: 'practice-cashier', pin: '0000' })));
    expect(answers.filter((answer) => !answer.ok && answer.code === 'people.locked')).toHaveLength(4);
  });
});

/** Float 100,000 and nothing sold. */
const COUNTED = { short: [{ valueWon: 50_000, count: 1 }], withinLimit: [{ valueWon: 10_000, count: 9 }], over: [{ valueWon: 50_000, count: 3 }] };
const SHORT = { act: 'close-over-difference', saleId: null, amountWon: -50_000, reason: 'not-found' } as const;

describe('a day that does not add up', () => {
  let written: JournalEntry[] = [];
  const listening: Outside = {
    now: () => new Date(),
    wrap: (parts) => ({ ...parts, journal: { ...parts.journal, append: (rows) => parts.journal.append(rows).finally(() => void written.push(...rows)) } }),
  };
  const start = () => startCounter(world, (settings) => ({ ...settings, shift: { differenceLimitWon: 10_000 } }), listening);
  const approve = async () => (await counter.cashier.must('people.approve', { ...SHORT, userId: 'practice-manager', pin: '5678' })).approvalId;
  const close = (counted: typeof COUNTED.short, given: { reason?: string; approvalId?: string } = {}) => counter.cashier.ask('shift.close', { counted, ...given });
  const shiftIsOpen = async () => (await counter.cashier.look()).shift !== null;

  it('takes a reason and a manager’s yes above the limit: the blind count is written before its difference is told, and the yes stands with the close', async () => {
    written = [];
    counter = await start();
    expect(await close(COUNTED.short)).toMatchObject({ ok: false, code: 'people.reason-needed', detail: 'close-over-difference -50000' });
    expect(written.at(-1)).toMatchObject({ kind: 'shift.counted', payload: { countedWon: 50_000, expectedWon: 100_000, differenceWon: -50_000 } });
    expect(await close(COUNTED.short, { reason: 'x' })).toMatchObject({ ok: false, code: 'people.reason-needed' });
    expect(await close(COUNTED.short, { reason: 'not-found' })).toMatchObject({ ok: false, code: 'people.approval-needed', detail: 'close-over-difference' });
    const approvalId = await approve();
    expect(await close(COUNTED.over, { reason: 'not-found', approvalId }), 'as much too much is something else').toMatchObject({ ok: false, code: 'people.approval-other-content' });
    expect(await close(COUNTED.short, { reason: 'owner-knows', approvalId })).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    expect(await shiftIsOpen()).toBe(true);
    expect(await close(COUNTED.short, { reason: 'not-found', approvalId })).toMatchObject({ ok: true, res: { zNumber: 1, differenceWon: -50_000 } });
    expect(written.slice(-2)).toMatchObject([
      { kind: 'people.approval-used', payload: { act: 'close-over-difference', amountWon: -50_000, reason: 'not-found', approver: { role: 'manager' }, alone: false } },
      { kind: 'shift.closed', payload: { differenceWon: -50_000 } },
    ]);
    expect(written.filter(({ kind }) => kind === 'shift.counted')).toHaveLength(1);
    const today = seoulDay(new Date().toISOString());
    expect(await counter.cashier.ask('ledger.counts', { from: today, to: today })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    await counter.cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
    const sums = { countedWon: 50_000, expectedWon: 100_000, differenceWon: -50_000, closedWon: 50_000, zNumber: 1, actor: { role: 'cashier' } };
    expect(await counter.cashier.must('ledger.counts', { from: today, to: today })).toMatchObject({
      more: false,
      rows: [
        { kind: 'closed', ...sums, allowed: 'approved', reason: 'not-found', approver: { role: 'manager' }, alone: false },
        { kind: 'counted', ...sums, allowed: null, reason: null, approver: null },
      ],
    });
  });

  it('asks nobody within the limit, and a manager for her reason alone: the list of the day names both', async () => {
    written = [];
    counter = await start();
    expect(await close(COUNTED.withinLimit)).toMatchObject({ ok: true, res: { differenceWon: -10_000 } });
    expect(written.some(({ kind }) => kind === 'shift.counted' || kind === 'people.act-by-right')).toBe(false);
    await counter.cashier.must('shift.open', { floatWon: 100_000 });
    await counter.cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
    expect(await close(COUNTED.over)).toMatchObject({ ok: false, code: 'people.reason-needed', detail: 'close-over-difference 50000' });
    expect(await close(COUNTED.over, { reason: 'change-amiss' })).toMatchObject({ ok: true });
    const { acts } = await counter.cashier.must('people.acts', { beforeSeq: null, limit: 10 });
    expect(acts).toMatchObject([{ act: 'close-over-difference', outcome: 'by-right', amountWon: 50_000, reason: 'change-amiss', actor: { role: 'manager' } }]);
  });
});
