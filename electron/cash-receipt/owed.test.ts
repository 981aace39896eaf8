import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Outside } from '../app.ts';
import { issueReceipt, openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { approve, isOver, RIGHT_NUMBER, tryCorrection, untilRefund } from '../testing/refunder.ts';
import type { Settings } from '../settings.ts';

const DAY_MS = 24 * 60 * 60_000;

let world: World;
let counter: RunningCounter;
let skewMs = 0;
const outside: Outside = { now: () => new Date(Date.now() + skewMs), wrap: (parts) => parts };
const mandatory = (settings: Settings): Settings => ({ ...settings, cashReceipt: { ...settings.cashReceipt, mandatorySector: true, mandatoryFromWon: 2_500 } });

beforeAll(async () => {
  world = await openWorld();
});
afterEach(async () => {
  skewMs = 0;
  await counter.stop();
});
afterAll(() => world.close());

/** A shift of so many days ago in which one sale's mandatory receipt was put off. */
async function putOff(daysAgo: number): Promise<string> {
  skewMs = -daysAgo * DAY_MS;
  counter = await startCounter(world, mandatory, outside);
  const saleId = await payCash(counter.cashier);
  await counter.cashier.must('receipt.postpone', { saleId });
  await counter.cashier.must('slip.answer', { saleId, wants: false });
  await counter.cashier.must('shift.close', { counted: [] });
  expect((await counter.cashier.look()).notices.filter((notice) => notice.saleId === saleId), 'there is time enough').toEqual([]);
  await counter.stop();
  skewMs = 0;
  counter = await restartCounter(world, counter.dataDir, mandatory, outside);
  return saleId;
}

const listed = async () => (await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 10 })).sales.map((row) => [row.saleId, row.canIssue]);

describe('a mandatory cash receipt that was put off', () => {
  it('is listed on later days, called to mind when its time runs out, and can be issued then', async () => {
    const saleId = await putOff(4);
    const view = await counter.cashier.until('the reminder', (now) => now.notices.length > 0);
    expect(view.notices).toMatchObject([{ code: 'cash-receipt.deadline-near', saleId, saleNumber: 1 }]);
    expect(await listed()).toEqual([[saleId, true]]);
    await counter.cashier.must('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: '' });
    await expect.poll(async () => (await counter.cashier.must('history.sale', { saleId })).cashReceipts.map((receipt) => receipt.state)).toEqual(['issued']);
    expect(await listed(), 'nothing is owed any more').toEqual([]);
  });

  it('is listed after today’s sales while there is time, without a reminder', async () => {
    const saleId = await putOff(1);
    const today = await payCash(counter.cashier);
    await counter.cashier.must('receipt.postpone', { saleId: today });
    await counter.cashier.must('slip.answer', { saleId: today, wants: false });
    expect(await listed()).toEqual([[today, true], [saleId, true]]);
    expect((await counter.cashier.must('history.today', { beforeSaleNumber: null, limit: 1 })).sales.map((row) => row.saleId)).toEqual([today, saleId]);
    expect((await counter.cashier.look()).notices).toEqual([]);
  });

  it('is called to mind at the close of the shift, too', async () => {
    const saleId = await putOff(4);
    const view = await counter.cashier.until('the reminder', (now) => now.notices.length > 0);
    await counter.cashier.must('notice.dismiss', { noticeId: view.notices[0]?.noticeId ?? '' });
    expect((await counter.cashier.look()).notices).toEqual([]);
    await counter.cashier.must('shift.close', { counted: [] });
    const closed = await counter.cashier.until('the reminder', (now) => now.notices.length > 0);
    expect(closed.notices).toMatchObject([{ code: 'cash-receipt.deadline-near', saleId }]);
  });

  it('is owed again when the one there was came to be settled by hand: in the list of its day, among the owed and in the search', async () => {
    skewMs = -DAY_MS;
    counter = await startCounter(world, mandatory, outside);
    const saleId = await payCash(counter.cashier);
    await issueReceipt(counter.cashier, saleId);
    await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    const found = async () => (await counter.cashier.must('history.find', { search: { text: '', days: null, tender: null, cashierId: null, only: 'open-cases' }, beforeSaleNumber: null, limit: 10 })).sales.map((row) => [row.saleId, row.canIssue]);
    expect([await listed(), await found()], 'it has one').toEqual([[[saleId, false]], []]);
    await world.lane.sandbox.fault({ act: 'cancel', fault: { kind: 'refuse', code: -14001004, message: '취소할 수 없습니다' } });
    expect((await tryCorrection(counter.cashier, saleId, RIGHT_NUMBER)).ok).toBe(true);
    const { refundId, ask, receipts } = await untilRefund(counter.cashier, 'the refusal', (refund) => refund.ask?.ask === 'receipt');
    const amountWon = receipts[0]?.amountWon ?? 0;
    const reason = '126 접수';
    await counter.cashier.must('refund.receiptLeft', { refundId, cancelId: ask?.id ?? '', reason, approvalId: await approve(counter.cashier, { act: 'refund', saleId, amountWon, reason }) });
    await untilRefund(counter.cashier, 'the end', isOver);
    await counter.cashier.must('refund.leave', {});
    expect((await counter.cashier.must('history.sale', { saleId })).row).toMatchObject({ canIssue: true, receiptByHand: true });
    expect([await listed(), await found()]).toEqual([[[saleId, true]], [[saleId, true]]]);
    await counter.cashier.must('shift.close', { counted: [] });
    await counter.stop();
    skewMs = 0;
    counter = await restartCounter(world, counter.dataDir, mandatory, outside);
    expect(await listed(), 'a day later').toEqual([[saleId, true]]);
    await counter.cashier.must('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: '' });
    await expect.poll(async () => (await counter.cashier.must('history.sale', { saleId })).cashReceipts.at(-1)?.state).toBe('issued');
    expect([await listed(), await found()], 'nothing is owed any more').toEqual([[], []]);
  });

  it('is named as past its time when it is', async () => {
    const saleId = await putOff(6);
    const view = await counter.cashier.until('the reminder', (now) => now.notices.length > 0);
    expect(view.notices).toMatchObject([{ code: 'cash-receipt.past-deadline', saleId }]);
  });
});
