import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDiskFullOf } from '../testing/full-disk.ts';
import { issueReceipt, openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { approve, beginRefund, isOver, seeThrough, tryRefund, untilRefund } from '../testing/refunder.ts';

let world: World;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await counter.stop();
  await world.lane.sandbox.clearFaults();
});
afterAll(() => world.close());

const drawerOpened = async () => (await world.lane.printer.state()).drawerKicks;
const cancelsAtGateway = async () => (await world.lane.sandbox.state()).receipts.filter((receipt) => receipt.tradeType === '취소거래');

/** Three of the first thing on the shelf, paid in cash. */
async function sold(withReceipt: boolean): Promise<{ saleId: string; lineId: string; priceWon: number }> {
  const { cashier } = counter;
  const kicks = await drawerOpened();
  const saleId = await payCash(cashier, { quantity: 3 });
  await expect.poll(drawerOpened).toBe(kicks + 1);
  if (withReceipt) await issueReceipt(cashier, saleId);
  else await cashier.must('receipt.decline', { saleId });
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  const offer = await cashier.must('refund.offer', { saleId });
  const [line] = offer.lines;
  if (line === undefined) throw new Error('no line');
  return { saleId, lineId: line.lineId, priceWon: line.unitPriceWon };
}

describe('a cash sale', () => {
  it('is voided on its day: the drawer opens once, the paper says so, and nothing is left of it', async () => {
    counter = await startCounter(world);
    const { saleId, priceWon } = await sold(false);
    const before = await drawerOpened();
    await beginRefund(counter.cashier, { saleId, lines: null });
    const refund = await seeThrough(counter.cashier);
    expect(refund).toMatchObject({ kind: 'void', stage: 'done', amountWon: 3 * priceWon, givenBackWon: 3 * priceWon, requestedBy: '김', approvedBy: '점장' });
    await expect.poll(async () => (await drawerOpened()) - before).toBe(1);
    const printed = await untilRefund(counter.cashier, 'the paper', (each) => each.prints.some((print) => print.state === 'confirmed'));
    expect(printed.prints).toHaveLength(1);
    expect(await world.lane.printer.slipText((await world.lane.printer.state()).slipCount)).toContain('거래 취소');
    expect(await counter.cashier.must('refund.offer', { saleId })).toMatchObject({ leftWon: 0, payments: [], openRefundId: null });
    expect(await tryRefund(counter.cashier, { saleId, lines: null })).toMatchObject({ ok: false, code: 'refund.nothing-chosen' });
  });

  it('for which the disk had no room begins with the same approval when there is room again, once', async () => {
    const disk = createDiskFullOf((row) => row.kind === 'people.approval-used');
    counter = await startCounter(world, undefined, disk.outside);
    const { saleId, lineId, priceWon } = await sold(false);
    const lines = [{ lineId, quantity: 1 }];
    const approvalId = await approve(counter.cashier, { act: 'refund', saleId, amountWon: priceWon, reason: 'damaged' });
    const begin = () => counter.cashier.ask('refund.begin', { saleId, lines, shares: null, expectedWon: priceWon, reason: 'damaged', receiptReason: 'transaction-cancelled', approvalId });
    disk.isFull = true;
    expect(await begin()).toMatchObject({ ok: false, code: 'journal.disk-full' });
    expect(await counter.cashier.must('refund.offer', { saleId })).toMatchObject({ leftWon: 3 * priceWon, openRefundId: null });
    disk.isFull = false;
    expect(await begin()).toMatchObject({ ok: true });
    await seeThrough(counter.cashier);
    expect(await begin(), 'and then no more').toMatchObject({ ok: false, code: 'people.approval-used' });
  });

  it('goes back piece by piece and never beyond what was sold; the shift counts it', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold(false);
    for (const quantity of [1, 2]) {
      await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity }] });
      await seeThrough(counter.cashier);
      await counter.cashier.must('refund.leave', {});
    }
    expect(await tryRefund(counter.cashier, { saleId, lines: [{ lineId, quantity: 1 }] })).toMatchObject({ ok: false, code: 'refund.more-than-left' });
    expect(await counter.cashier.must('shift.close', { counted: [] })).toMatchObject({ cashSalesWon: 3 * priceWon, cashRefundsWon: 3 * priceWon, expectedWon: 100_000, openCases: { refundsOpen: 0 } });
  });

  it('asked for twice at once is given back once', async () => {
    counter = await startCounter(world);
    const { saleId, priceWon } = await sold(false);
    const before = await drawerOpened();
    const { cashier } = counter;
    const asked = { saleId, lines: null, shares: null, expectedWon: 3 * priceWon, reason: 'changed-mind', receiptReason: 'other' } as const;
    const ids = [await approve(cashier, { act: 'void', saleId, amountWon: 3 * priceWon, reason: 'changed-mind' }), await approve(cashier, { act: 'void', saleId, amountWon: 3 * priceWon, reason: 'changed-mind' })];
    const answers = await Promise.all(ids.map((approvalId) => cashier.ask('refund.begin', { ...asked, approvalId })));
    expect(answers.map((answer) => (answer.ok ? 'begun' : answer.code)).toSorted()).toEqual(['begun', 'refund.another-open']);
    await seeThrough(cashier);
    await expect.poll(async () => (await drawerOpened()) - before).toBe(1);
  });

  it('is not given back without a manager, for another sum, or with a spent approval', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold(false);
    const { cashier } = counter;
    const asked = { saleId, lines: [{ lineId, quantity: 1 }], shares: null, expectedWon: priceWon, reason: 'changed-mind', receiptReason: 'other' as const };
    expect(await cashier.ask('refund.begin', { ...asked, approvalId: null })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const approvalId = await approve(cashier, { act: 'refund', saleId, amountWon: priceWon, reason: 'changed-mind' });
    expect(await cashier.ask('refund.begin', { ...asked, lines: [{ lineId, quantity: 2 }], expectedWon: 2 * priceWon, approvalId })).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    expect(await cashier.ask('refund.begin', { ...asked, expectedWon: priceWon + 1, approvalId })).toMatchObject({ ok: false, code: 'refund.amount-has-changed' });
    expect(await cashier.ask('refund.begin', { ...asked, approvalId })).toMatchObject({ ok: true });
    await seeThrough(cashier);
    expect(await cashier.ask('refund.begin', { ...asked, approvalId })).toMatchObject({ ok: false, code: 'people.approval-used' });
  });

  it('whose drawer was opened is asked about after a restart, and is not opened again by it', async () => {
    counter = await startCounter(world);
    const { saleId } = await sold(false);
    const before = await drawerOpened();
    await beginRefund(counter.cashier, { saleId, lines: null });
    await untilRefund(counter.cashier, 'the hand', (each) => each.ask?.ask === 'handed');
    await expect.poll(async () => (await drawerOpened()) - before).toBe(1);
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    const refund = await untilRefund(counter.cashier, 'the refund again', (each) => each.ask !== null);
    expect(refund).toMatchObject({ trouble: 'refund.cash-unconfirmed', ask: { ask: 'handed' } });
    await seeThrough(counter.cashier);
    await expect.poll(async () => (await drawerOpened()) - before).toBe(1);
  });
});

describe('a cash sale with its cash receipt', () => {
  it('in part, cancels the receipt in part, and again, and the rest', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold(true);
    const before = (await cancelsAtGateway()).length;
    for (const [round, quantity] of [1, 2].entries()) {
      await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity }] });
      await seeThrough(counter.cashier);
      const refund = await untilRefund(counter.cashier, 'the number of the cancel', (each) => each.receipts[0]?.approvalNumber !== null);
      expect(refund.receipts).toMatchObject([{ outcome: 'cancelled', amountWon: quantity * priceWon, approvalNumber: expect.stringMatching(/^.{9}$/) }]);
      const [receipt] = (await counter.cashier.must('history.sale', { saleId })).cashReceipts;
      expect(receipt?.state).toBe(round === 0 ? 'partly-cancelled' : 'cancelled');
    }
    const cancels = (await cancelsAtGateway()).slice(before);
    expect(cancels.map((cancel) => cancel.totalAmount)).toEqual([priceWon, 2 * priceWon]);
    expect((await counter.cashier.look()).status.unsent.count).toBe(0);
  });

  it.each(['time-out-after', 'drop-after'] as const)('whose cancel gets no answer (%s) is asked about, and is cancelled once', async (kind) => {
    counter = await startCounter(world);
    const { saleId } = await sold(true);
    const before = (await cancelsAtGateway()).length;
    await world.lane.sandbox.fault({ act: 'cancel', fault: { kind } });
    await beginRefund(counter.cashier, { saleId, lines: null });
    expect((await seeThrough(counter.cashier)).receipts).toMatchObject([{ outcome: 'cancelled' }]);
    expect((await cancelsAtGateway()).length - before).toBe(1);
  });

  it('while the line is down waits in the queue, the customer goes, and it is cancelled when the line is back', async () => {
    counter = await startCounter(world);
    const { saleId, priceWon } = await sold(true);
    const before = (await cancelsAtGateway()).length;
    await world.lane.sandbox.fault({ act: 'cancel', times: 50, fault: { kind: 'drop-before' } });
    await world.lane.sandbox.fault({ act: 'status', times: 50, fault: { kind: 'drop-before' } });
    await beginRefund(counter.cashier, { saleId, lines: null });
    const refund = await seeThrough(counter.cashier);
    expect(['queued', 'unknown']).toContain(refund.receipts[0]?.outcome);
    expect((await counter.cashier.look()).status.unsent).toMatchObject({ count: 1, amountWon: 3 * priceWon });
    await world.lane.sandbox.clearFaults();
    await counter.cashier.must('status.retry', {});
    await untilRefund(counter.cashier, 'the cancel', (each, view) => each.receipts[0]?.outcome === 'cancelled' && view.status.unsent.count === 0);
    expect((await cancelsAtGateway()).length - before).toBe(1);
  });

  it('refused by the gateway is an open case: cancelled again under another key, or left by a manager', async () => {
    counter = await startCounter(world);
    const { saleId, priceWon } = await sold(true);
    await world.lane.sandbox.fault({ act: 'cancel', fault: { kind: 'refuse', code: -14001004, message: '취소할 수 없습니다' } });
    await beginRefund(counter.cashier, { saleId, lines: null });
    const asked = await untilRefund(counter.cashier, 'the hand', (each) => each.ask?.ask === 'handed');
    await counter.cashier.must('refund.handed', { refundId: asked.refundId, returnId: 'r1' });
    const failed = await untilRefund(counter.cashier, 'the case', (each) => each.ask?.ask === 'receipt' && each.receipts[0]?.failure !== null);
    expect(failed).toMatchObject({ trouble: 'refund.receipt-not-cancelled', receipts: [{ outcome: 'failed', failure: { gatewayCode: -14001004 } }] });
    expect(await counter.cashier.ask('refund.receiptLeft', { refundId: failed.refundId, cancelId: failed.ask?.id ?? '', reason: '126 접수', approvalId: null })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    await counter.cashier.must('refund.receiptAgain', { refundId: failed.refundId, cancelId: failed.ask?.id ?? '' });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'cancelled', amountWon: 3 * priceWon }] });
  });

  it('refused and seen to by hand counts as settled: what goes back later takes no more than is left of the receipt', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold(true);
    await world.lane.sandbox.fault({ act: 'cancel', fault: { kind: 'refuse', code: -14001004, message: '취소할 수 없습니다' } });
    await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity: 1 }] });
    const asked = await untilRefund(counter.cashier, 'the hand', (each) => each.ask?.ask === 'handed');
    await counter.cashier.must('refund.handed', { refundId: asked.refundId, returnId: 'r1' });
    const { refundId, ask } = await untilRefund(counter.cashier, 'the case', (each) => each.ask?.ask === 'receipt');
    expect((await counter.cashier.must('refund.offer', { saleId })).receipts, 'nobody has seen to it yet').toMatchObject([{ leftWon: 3 * priceWon, untouched: true }]);
    const reason = '126 접수';
    await counter.cashier.must('refund.receiptLeft', { refundId, cancelId: ask?.id ?? '', reason, approvalId: await approve(counter.cashier, { act: 'refund', saleId, amountWon: priceWon, reason }) });
    await untilRefund(counter.cashier, 'the end', isOver);
    await counter.cashier.must('refund.leave', {});
    expect((await counter.cashier.must('refund.offer', { saleId })).receipts).toMatchObject([{ leftWon: 2 * priceWon, untouched: false }]);
    expect((await counter.cashier.must('history.sale', { saleId })).receiptsByHand).toMatchObject([{ amountWon: priceWon, whole: false, byName: '김', reason }]);
    await world.lane.sandbox.clearFaults();
    const before = (await cancelsAtGateway()).length;
    await beginRefund(counter.cashier, { saleId, lines: null });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'cancelled', amountWon: 2 * priceWon }] });
    expect((await cancelsAtGateway()).slice(before).map(({ totalAmount }) => totalAmount)).toEqual([2 * priceWon]);
    expect((await counter.cashier.must('history.sale', { saleId })).receiptsByHand, 'and then nothing is left of it').toMatchObject([{ whole: true }]);
  });
});
