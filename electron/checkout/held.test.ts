import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import { openWorld, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;
let shelf: readonly { readonly productId: string; readonly barcode: string; readonly name: string; readonly priceWon: number; readonly openPrice?: boolean | undefined }[];

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  counter = await startCounter(world);
  shelf = await counter.cashier.must('catalogue.list', {});
});
afterEach(() => counter.stop());
afterAll(() => world.close());

type Basket = CounterView['sale'] & { stage: 'basket' };

async function basket(): Promise<Basket> {
  const { sale } = await counter.cashier.look();
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  return sale;
}

/** Rings up one of the shelf; answers the sale it is in. */
async function ring(at: number, quantity = 1): Promise<string> {
  await counter.cashier.must('sale.scan', { code: shelf[at]?.barcode ?? '', quantity });
  return (await basket()).saleId;
}

async function ringAndHold(at: number): Promise<string> {
  const saleId = await ring(at);
  await counter.cashier.must('sale.hold', { saleId });
  return saleId;
}

/** What was put aside is given up again: the manager says yes. */
async function giveUp(saleId: string): Promise<void> {
  const content = { act: 'line-cancel-after-hold', saleId, amountWon: (await basket()).breakdown.totalWon, reason: 'changed-mind' } as const;
  const { approvalId } = await counter.cashier.must('people.approve', { ...content, userId: 'practice-manager', pin: '5678' });
  await counter.cashier.must('sale.abandon', { saleId, reason: content.reason, approvalId });
}

const namesOf = (sale: Basket) => sale.lines.map(({ name, quantity }) => [name, quantity]);

describe('baskets put aside', () => {
  it('leave the screen empty, are told apart by time and total, and come back as they were', async () => {
    const first = await ringAndHold(0);
    expect((await counter.cashier.look()).sale).toEqual({ stage: 'idle', saleNumber: 2 });
    const second = await ring(9, 3);
    const { held } = await counter.cashier.look();
    expect(held).toMatchObject([{ saleId: first, saleNumber: 1, totalWon: shelf[0]?.priceWon, quantity: 1, firstName: shelf[0]?.name, lineCount: 1 }]);
    await counter.cashier.must('sale.hold', { saleId: second });
    await counter.cashier.must('sale.recall', { saleId: first });
    expect(await basket()).toMatchObject({ saleId: first, saleNumber: 1, lines: [{ name: shelf[0]?.name }] });
    expect((await counter.cashier.look()).held.map(({ saleId }) => saleId)).toEqual([second]);
  });

  it('change places with the basket on the screen in one act', async () => {
    const first = await ringAndHold(0);
    const second = await ring(9, 3);
    await counter.cashier.must('sale.recall', { saleId: first });
    expect((await basket()).saleId).toBe(first);
    expect((await counter.cashier.look()).held).toMatchObject([{ saleId: second, quantity: 3 }]);
    expect(await counter.cashier.ask('sale.recall', { saleId: first }), 'a second touch of the same row').toMatchObject({ ok: false, code: 'sale.unknown' });
  });

  it('abandon an emptied basket rather than keep it', async () => {
    const first = await ringAndHold(0);
    const second = await ring(1);
    await counter.cashier.must('sale.cancelLine', { saleId: second, lineId: (await basket()).lines[0]?.lineId ?? '' });
    expect(await counter.cashier.ask('sale.hold', { saleId: second })).toMatchObject({ ok: false, code: 'sale.cart-empty' });
    await counter.cashier.must('sale.recall', { saleId: first });
    expect((await counter.cashier.look()).held).toEqual([]);
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    expect(await counter.cashier.look()).toMatchObject({ held: [], sale: { stage: 'basket', saleId: first } });
  });

  it('wait while a paid sale still has questions', async () => {
    const held = await ringAndHold(0);
    const saleId = await ring(1);
    const dueWon = (await basket()).breakdown.totalWon;
    await counter.cashier.must('sale.tenderCash', { saleId, dueWon, receivedWon: dueWon });
    expect(await counter.cashier.ask('sale.recall', { saleId: held })).toMatchObject({ ok: false, code: 'sale.not-in-this-stage' });
    await counter.cashier.must('receipt.decline', { saleId });
    expect(await counter.cashier.ask('sale.recall', { saleId: held })).toMatchObject({ ok: false, code: 'sale.not-in-this-stage' });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    await counter.cashier.must('sale.recall', { saleId: held });
    expect((await basket()).saleId).toBe(held);
  });

  it('survive a restart, all of them, beside the one on the screen; the day does not close over them', async () => {
    const first = await ringAndHold(0);
    const second = await ringAndHold(9);
    await counter.cashier.must('sale.recall', { saleId: first });
    const before = await counter.cashier.look();
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    const after = await counter.cashier.look();
    expect(after.held).toEqual(before.held);
    expect(after.sale).toMatchObject({ stage: 'basket', saleId: first, lines: [{ name: shelf[0]?.name, quantity: 1 }] });
    await giveUp(first);
    expect(await counter.cashier.ask('shift.close', { counted: [] })).toMatchObject({ ok: false, code: 'shift.sale-held' });
    await counter.cashier.must('sale.recall', { saleId: second });
    await giveUp(second);
    await counter.cashier.must('shift.close', { counted: [] });
  });

  it('are twenty at most, and the twenty-first stays on the screen', async () => {
    for (let count = 0; count < 20; count += 1) await ringAndHold(count);
    const one = await ring(0);
    expect(await counter.cashier.ask('sale.hold', { saleId: one })).toMatchObject({ ok: false, code: 'sale.too-many-held' });
    expect((await basket()).saleId).toBe(one);
    const { held } = await counter.cashier.look();
    await counter.cashier.must('sale.recall', { saleId: held[7]?.saleId ?? '' });
    expect((await counter.cashier.look()).held).toHaveLength(20);
  });

  it('neither lose nor double a line, however often they change places', async () => {
    const ids = [await ringAndHold(0), await ringAndHold(1), await ring(2, 4)];
    for (let turn = 0; turn < 12; turn += 1) {
      const { held } = await counter.cashier.look();
      await counter.cashier.must('sale.recall', { saleId: held[turn % held.length]?.saleId ?? '' });
    }
    for (const [index, saleId] of ids.entries()) {
      if ((await basket()).saleId !== saleId) await counter.cashier.must('sale.recall', { saleId });
      expect(namesOf(await basket())).toEqual([[shelf[index]?.name, index === 2 ? 4 : 1]]);
    }
  });
});

describe('discounts', () => {
  it('in percent are kept in won, rounded down, shown on the line and in the totals, and taken back', async () => {
    const saleId = await ring(5, 1);
    const [line] = (await basket()).lines;
    const lineId = line?.lineId ?? '';
    await counter.cashier.must('sale.discountLine', { saleId, lineId, discount: { unit: 'percent', percent: 7 } });
    expect(await basket()).toMatchObject({ lines: [{ unitPriceWon: 2_950, discountWon: 206, amountWon: 2_744 }], discountWon: 206, breakdown: { totalWon: 2_744 }, undo: { what: 'line-discounted' } });
    await counter.cashier.must('sale.discountSale', { saleId, discount: { unit: 'won', amountWon: 244 } });
    expect(await basket()).toMatchObject({ lines: [{ amountWon: 2_744 }], saleDiscountWon: 244, discountWon: 450, breakdown: { totalWon: 2_500 }, undo: { what: 'sale-discounted', name: '' } });
    await counter.cashier.must('sale.undo', { saleId });
    expect(await basket()).toMatchObject({ saleDiscountWon: 0, breakdown: { totalWon: 2_744 }, undo: null });
    expect(await counter.cashier.ask('sale.undo', { saleId })).toMatchObject({ ok: false, code: 'sale.nothing-to-undo' });
  });

  it('beyond the limit need a right and a reason; nor is the limit passed by taking goods away', async () => {
    const saleId = await ring(0, 10);
    const lineId = (await basket()).lines[0]?.lineId ?? '';
    const give = (percent: number, reason: string | null = null) => counter.cashier.ask('sale.discountLine', { saleId, lineId, discount: { unit: 'percent', percent }, reason });
    expect((await counter.cashier.look()).discountMaxPercent).toBe(10);
    expect(await give(11)).toEqual({ id: expect.any(Number) as number, ok: false, code: 'people.reason-needed', detail: 'discount-over-limit 2750' });
    expect(await give(11, 'damaged')).toMatchObject({ ok: false, code: 'people.approval-needed', detail: 'discount-over-limit' });
    expect(await counter.cashier.ask('sale.discountSale', { saleId, discount: { unit: 'won', amountWon: 2_501 }, reason: 'event' })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    expect(await give(10)).toMatchObject({ ok: true });
    expect(await counter.cashier.ask('sale.setQuantity', { saleId, lineId, quantity: 5 })).toMatchObject({ ok: false, code: 'sale.discount-over-limit' });
    await counter.cashier.must('people.signOut', {});
    await counter.cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
    await counter.cashier.must('sale.recall', { saleId });
    expect(await give(100)).toMatchObject({ ok: false, code: 'people.reason-needed' });
    expect(await give(100, 'made-up-for')).toMatchObject({ ok: true });
    expect((await basket()).breakdown.totalWon).toBe(0);
  });

  it('go as far as the setting says', async () => {
    await counter.stop();
    counter = await startCounter(world, (settings) => ({ ...settings, discount: { cashierMaxPercent: 30 } }));
    const saleId = await ring(0);
    const lineId = (await basket()).lines[0]?.lineId ?? '';
    await counter.cashier.must('sale.discountLine', { saleId, lineId, discount: { unit: 'percent', percent: 30 } });
    expect(await counter.cashier.ask('sale.discountLine', { saleId, lineId, discount: { unit: 'percent', percent: 31 } })).toMatchObject({ ok: false, code: 'people.reason-needed' });
  });

  it('and notes survive a restart and stand on the slip', async () => {
    const saleId = await ring(9);
    const lineId = (await basket()).lines[0]?.lineId ?? '';
    await counter.cashier.must('sale.discountLine', { saleId, lineId, discount: { unit: 'won', amountWon: 200 } });
    await counter.cashier.must('sale.noteLine', { saleId, lineId, note: '얇게 썰어서' });
    await counter.cashier.must('sale.hold', { saleId });
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    await counter.cashier.must('sale.recall', { saleId });
    expect(await basket()).toMatchObject({ lines: [{ note: '얇게 썰어서', discountWon: 200, amountWon: 4_000 }] });
    await counter.cashier.must('sale.tenderCash', { saleId, dueWon: 4_000, receivedWon: 4_000 });
    await counter.cashier.must('receipt.decline', { saleId });
    const printed = (await world.lane.printer.state()).slips.length;
    await counter.cashier.must('slip.answer', { saleId, wants: true });
    await counter.cashier.until('the slip', ({ sale }) => sale.stage === 'done' && sale.prints.some(({ kind, state }) => kind === 'slip' && state === 'confirmed'));
    const paper = await world.lane.printer.slipText(printed + 1);
    expect(paper).toContain('(얇게 썰어서)');
    expect(paper).toMatch(/할인\s+-200/);
    expect(paper).toMatch(/합계\s+4,000/);
  });

  it('leave no note that paper cannot carry', async () => {
    const saleId = await ring(0);
    const lineId = (await basket()).lines[0]?.lineId ?? '';
    for (const note of ['🦊', '가'.repeat(41)]) expect(await counter.cashier.ask('sale.noteLine', { saleId, lineId, note })).toMatchObject({ ok: false, code: 'sale.note-not-printable' });
    expect((await basket()).lines[0]?.note).toBe('');
  });
});

describe('goods of open price', () => {
  it('ask for their price before they are in the basket, and no others take one', async () => {
    const open = shelf.filter(({ openPrice }) => openPrice === true);
    expect(open.map(({ name, priceWon }) => [name, priceWon])).toEqual([['교통카드 충전', 0], ['계절 과일 (무게)', 0]]);
    const [card] = open;
    if (card === undefined) throw new Error('the shelf has goods of open price');
    expect(await counter.cashier.ask('sale.scan', { code: card.barcode })).toMatchObject({ ok: false, code: 'sale.price-needed' });
    expect((await counter.cashier.look()).sale.stage).toBe('idle');
    await counter.cashier.must('sale.addProduct', { productId: card.productId, quantity: 2, priceWon: 10_000 });
    await counter.cashier.must('sale.addProduct', { productId: card.productId, priceWon: 5_000 });
    const sale = await basket();
    expect(sale).toMatchObject({ lines: [{ unitPriceWon: 10_000, quantity: 2 }, { unitPriceWon: 5_000, quantity: 1 }], breakdown: { totalWon: 25_000 } });
    expect(sale.lastLineId).toBe(sale.lines[1]?.lineId);
    expect(await counter.cashier.ask('sale.addProduct', { productId: shelf[0]?.productId ?? '', priceWon: 1 })).toMatchObject({ ok: false, code: 'people.forbidden' });
    expect(await counter.cashier.ask('sale.addProduct', { productId: card.productId, priceWon: 10_000_001 })).toMatchObject({ ok: false, code: 'bridge.bad-request' });
  });
});
