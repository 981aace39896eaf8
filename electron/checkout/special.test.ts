import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../contract/calls.ts';
import type { CounterView } from '../../contract/views.ts';
import type { Act } from '../../domain/people/rights.ts';
import { openWorld, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { createDiskFullOf } from '../testing/full-disk.ts';

let world: World;
let counter: RunningCounter;
let shelf: CallAnswer<'catalogue.list'>;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  counter = await startCounter(world);
  shelf = await counter.cashier.must('catalogue.list', {});
});
afterEach(() => counter.stop());
afterAll(() => world.close());

const MANAGER = { userId: 'practice-manager', pin: '5678' };
type Basket = CounterView['sale'] & { stage: 'basket' };

async function basket(): Promise<Basket> {
  const { sale } = await counter.cashier.look();
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  return sale;
}

async function ring(quantity = 2): Promise<{ saleId: string; lineId: string }> {
  await counter.cashier.must('sale.scan', { code: shelf[0]?.barcode ?? '', quantity });
  const { saleId, lines } = await basket();
  return { saleId, lineId: lines[0]?.lineId ?? '' };
}

const approve = (act: Act, saleId: string | null, amountWon: number | null, reason: string) => counter.cashier.must('people.approve', { act, saleId, amountWon, reason, ...MANAGER });

async function acts() {
  await counter.cashier.must('people.signIn', MANAGER);
  return (await counter.cashier.must('people.acts', { beforeSeq: null, limit: 50 })).acts;
}

describe('a discount over the limit', () => {
  it('asked for by a cashier, approved by the manager at the same counter: given once, and listed with both names', async () => {
    const { saleId, lineId } = await ring();
    const discount = { unit: 'percent', percent: 50 } as const;
    const give = (approvalId: string | null) => counter.cashier.ask('sale.discountLine', { saleId, lineId, discount, reason: 'damaged', approvalId });
    expect(await give(null)).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const { approvalId } = await approve('discount-over-limit', saleId, 2_500, 'damaged');
    expect(await give(approvalId)).toMatchObject({ ok: true });
    expect(await basket()).toMatchObject({ lines: [{ discountWon: 2_500 }] });
    await counter.cashier.must('sale.undo', { saleId });
    expect(await give(approvalId), 'the same approval again').toMatchObject({ ok: false, code: 'people.approval-used' });
    expect(await basket()).toMatchObject({ lines: [{ discountWon: 0 }] });
    expect(await acts()).toMatchObject([
      { act: 'discount-over-limit', outcome: 'refused', refusal: 'used', saleNumber: 1 },
      { act: 'discount-over-limit', outcome: 'approved', amountWon: 2_500, reason: 'damaged', saleNumber: 1, actor: { name: '김' }, approver: { name: '점장' } },
    ]);
  });

  it('for which the disk had no room is not spent: the same approval does it when there is room again, and then no more', async () => {
    const disk = createDiskFullOf((row) => row.kind === 'people.approval-used');
    await counter.stop();
    counter = await startCounter(world, undefined, disk.outside);
    const { saleId, lineId } = await ring();
    const { approvalId } = await approve('discount-over-limit', saleId, 2_500, 'damaged');
    const give = () => counter.cashier.ask('sale.discountLine', { saleId, lineId, discount: { unit: 'percent', percent: 50 }, reason: 'damaged', approvalId });
    disk.isFull = true;
    expect((await Promise.all([give(), give()])).map((answer) => !answer.ok && answer.code)).toEqual(['journal.disk-full', 'journal.disk-full']);
    expect(await basket()).toMatchObject({ lines: [{ discountWon: 0 }] });
    disk.isFull = false;
    expect(await give()).toMatchObject({ ok: true });
    expect(await basket()).toMatchObject({ lines: [{ discountWon: 2_500 }] });
    await counter.cashier.must('sale.undo', { saleId });
    expect(await give()).toMatchObject({ ok: false, code: 'people.approval-used' });
  });

  it('is given for the amount that was approved, and for no other', async () => {
    const { saleId, lineId } = await ring();
    const { approvalId } = await approve('discount-over-limit', saleId, 2_500, 'damaged');
    const discount = { unit: 'won', amountWon: 2_501 } as const;
    expect(await counter.cashier.ask('sale.discountLine', { saleId, lineId, discount, reason: 'damaged', approvalId })).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    expect(await basket()).toMatchObject({ lines: [{ discountWon: 0 }] });
  });

  it('is not spent by what could not be done anyway', async () => {
    const { saleId, lineId } = await ring();
    const { approvalId } = await approve('discount-over-limit', saleId, 9_000, 'damaged');
    const give = (amountWon: number) => counter.cashier.ask('sale.discountLine', { saleId, lineId, discount: { unit: 'won', amountWon }, reason: 'damaged', approvalId });
    expect(await give(9_000)).toMatchObject({ ok: false, code: 'sale.discount-out-of-range' });
    await counter.cashier.must('sale.setQuantity', { saleId, lineId, quantity: 4 });
    expect(await give(9_000)).toMatchObject({ ok: true });
  });
});

describe('another price', () => {
  it('needs a reason and the right; the slip and the list say what was done', async () => {
    const { saleId, lineId } = await ring(1);
    const change = (given: { reason?: string; approvalId?: string }) => counter.cashier.ask('sale.repriceLine', { saleId, lineId, unitPriceWon: 1_800, ...given });
    expect(await change({})).toMatchObject({ ok: false, code: 'people.reason-needed', detail: 'price-change 1800' });
    expect(await change({ reason: 'change-money' }), 'a reason of another act').toMatchObject({ ok: false, code: 'people.reason-needed' });
    expect(await change({ reason: 'wrong-tag' })).toMatchObject({ ok: false, code: 'people.approval-needed', detail: 'price-change' });
    const { approvalId } = await approve('price-change', saleId, 1_800, 'wrong-tag');
    expect(await change({ reason: 'wrong-tag', approvalId })).toMatchObject({ ok: true });
    expect(await basket()).toMatchObject({ lines: [{ unitPriceWon: 1_800, listPriceWon: shelf[0]?.priceWon, amountWon: 1_800 }], undo: { what: 'line-repriced', name: shelf[0]?.name } });
    await counter.cashier.must('sale.undo', { saleId });
    expect((await basket()).lines[0]).toMatchObject({ unitPriceWon: shelf[0]?.priceWon });
    expect((await basket()).lines[0]?.listPriceWon).toBeUndefined();
  });

  it('by somebody with the right: her own reason, in her own words, and nobody else', async () => {
    await counter.cashier.must('people.signIn', MANAGER);
    const { saleId, lineId } = await ring(1);
    await counter.cashier.must('sale.repriceLine', { saleId, lineId, unitPriceWon: 1_800, reason: '전단지 가격' });
    expect((await counter.cashier.must('people.acts', { beforeSeq: null, limit: 50 })).acts).toMatchObject([{ act: 'price-change', outcome: 'by-right', amountWon: 1_800, reason: '전단지 가격', actor: { name: '점장' }, approver: null }]);
  });

  it('does not carry a discount over the limit with it', async () => {
    await counter.cashier.must('people.signIn', MANAGER);
    const { saleId, lineId } = await ring(1);
    await counter.cashier.must('sale.discountLine', { saleId, lineId, discount: { unit: 'percent', percent: 10 } });
    await counter.cashier.must('people.signOut', {});
    await counter.cashier.must('people.signIn', { userId: 'practice-cashier', pin: '1234' });
    await counter.cashier.must('sale.recall', { saleId });
    expect(await counter.cashier.ask('sale.repriceLine', { saleId, lineId, unitPriceWon: 500, reason: 'damaged' })).toMatchObject({ ok: false, code: 'sale.discount-over-limit' });
  });
});

describe('goods of a basket that was put aside', () => {
  async function recalled() {
    const rung = await ring(3);
    await counter.cashier.must('sale.hold', { saleId: rung.saleId });
    await counter.cashier.must('sale.recall', { saleId: rung.saleId });
    return rung;
  }

  it('do not leave it without a reason and an approval: not by line, not by piece, not all at once', async () => {
    const { saleId, lineId } = await recalled();
    const eachWon = shelf[0]?.priceWon ?? 0;
    const needs = (amountWon: number) => ({ ok: false, code: 'people.reason-needed', detail: `line-cancel-after-hold ${amountWon}` });
    expect(await counter.cashier.ask('sale.cancelLine', { saleId, lineId })).toMatchObject(needs(3 * eachWon));
    expect(await counter.cashier.ask('sale.setQuantity', { saleId, lineId, quantity: 2 })).toMatchObject(needs(eachWon));
    expect(await counter.cashier.ask('sale.abandon', { saleId })).toMatchObject(needs(3 * eachWon));
    const { approvalId } = await approve('line-cancel-after-hold', saleId, 3 * eachWon, 'changed-mind');
    await counter.cashier.must('sale.cancelLine', { saleId, lineId, reason: 'changed-mind', approvalId });
    expect((await basket()).lines).toEqual([]);
    expect(await acts()).toMatchObject([{ act: 'line-cancel-after-hold', outcome: 'approved', amountWon: 3 * eachWon, reason: 'changed-mind' }]);
  });

  it('may be added to and taken from as far as that; paying needs nobody', async () => {
    const { saleId, lineId } = await recalled();
    await counter.cashier.must('sale.setQuantity', { saleId, lineId, quantity: 5 });
    await counter.cashier.must('sale.setQuantity', { saleId, lineId, quantity: 3 });
    await counter.cashier.must('sale.scan', { code: shelf[1]?.barcode ?? '' });
    await counter.cashier.must('sale.cancelLine', { saleId, lineId: (await basket()).lines[1]?.lineId ?? '' });
    const dueWon = (await basket()).breakdown.totalWon;
    expect(await counter.cashier.ask('sale.tenderCash', { saleId, dueWon, receivedWon: dueWon })).toMatchObject({ ok: true });
  });

  it('are what they were after a restart too', async () => {
    const { saleId, lineId } = await recalled();
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    expect(await counter.cashier.ask('sale.cancelLine', { saleId, lineId })).toMatchObject({ ok: false, code: 'people.reason-needed' });
  });
});

describe('the drawer without a sale', () => {
  it('opens for a reason and with an approval, once; the list names it', async () => {
    const before = (await world.lane.printer.state()).drawerKicks;
    expect(await counter.cashier.ask('drawer.open', {})).toMatchObject({ ok: false, code: 'people.reason-needed', detail: 'open-drawer' });
    expect(await counter.cashier.ask('drawer.open', { reason: 'change-money' })).toMatchObject({ ok: false, code: 'people.approval-needed', detail: 'open-drawer' });
    const { approvalId } = await approve('open-drawer', null, null, 'change-money');
    expect(await counter.cashier.ask('drawer.open', { reason: 'count-cash', approvalId })).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    await counter.cashier.must('drawer.open', { reason: 'change-money', approvalId });
    await expect.poll(async () => (await world.lane.printer.state()).drawerKicks).toBe(before + 1);
    expect(await counter.cashier.ask('drawer.open', { reason: 'change-money', approvalId })).toMatchObject({ ok: false, code: 'people.approval-used' });
    expect((await world.lane.printer.state()).drawerKicks).toBe(before + 1);
    expect(await acts()).toMatchObject([{ outcome: 'refused' }, { act: 'open-drawer', outcome: 'approved', saleId: null, reason: 'change-money' }, { outcome: 'refused', refusal: 'other-content' }]);
  });
});

describe('the list of products in a file', () => {
  it('is a right, or approved once', async () => {
    expect(await counter.cashier.ask('catalogue.export', { format: 'csv' })).toMatchObject({ ok: false, code: 'people.approval-needed', detail: 'export' });
    const { approvalId } = await counter.cashier.must('people.approve', { act: 'export', saleId: null, amountWon: null, reason: null, ...MANAGER });
    expect(await counter.cashier.ask('catalogue.export', { format: 'csv', approvalId })).toMatchObject({ ok: true });
    expect(await counter.cashier.ask('catalogue.export', { format: 'csv', approvalId })).toMatchObject({ ok: false, code: 'people.approval-used' });
  });
});

describe('the list of what others must ask for', () => {
  it('is for whoever may read reports', async () => {
    expect(await counter.cashier.ask('people.acts', { beforeSeq: null, limit: 10 })).toMatchObject({ ok: false, code: 'people.forbidden' });
  });
});
