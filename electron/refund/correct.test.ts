/** A wrong cash receipt put right, through the counter, on a real gateway: cancelled and issued again, or waiting, or told why not. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallRequest } from '../../contract/calls.ts';
import { DAY_MS } from '../../domain/seoul-time.ts';
import type { Outside } from '../app.ts';
import type { Cashier } from '../testing/cashier.ts';
import { issueReceipt, openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { isOver, MANAGER, untilRefund } from '../testing/refunder.ts';

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

type Number = Pick<CallRequest<'refund.correctReceipt'>, 'purpose' | 'digits'> & { readonly form: CallRequest<'receipt.draft'>['form'] };
const OTHER_PHONE: Number = { purpose: 'income-deduction', form: 'phone', digits: '010-9876-5432' };
const BUSINESS: Number = { purpose: 'expense-proof', form: 'business-number', digits: '124-81-00998' };
const documents = async () => (await world.lane.sandbox.state()).receipts;

/** Sold with a receipt under 010-1234-5678. */
async function sold({ cashier }: RunningCounter): Promise<{ saleId: string; cashReceiptId: string }> {
  const saleId = await payCash(cashier, { quantity: 2 });
  await issueReceipt(cashier, saleId);
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  const [receipt] = (await cashier.must('refund.offer', { saleId })).receipts;
  if (receipt === undefined) throw new Error('no receipt');
  return { saleId, cashReceiptId: receipt.cashReceiptId };
}

async function readBack(cashier: Cashier, { saleId, cashReceiptId }: { saleId: string; cashReceiptId: string }, number: Number): Promise<void> {
  await cashier.must('receipt.draft', { saleId, ...number, corrects: cashReceiptId });
  await cashier.must('receipt.readBack', { saleId });
}

async function correct(cashier: Cashier, which: { saleId: string; cashReceiptId: string }, number: Number, approvalId: string | null = null) {
  await readBack(cashier, which, number);
  return cashier.ask('refund.correctReceipt', { ...which, ...number, approvalId });
}

const statesOf = async (saleId: string) => (await counter.cashier.must('history.sale', { saleId })).cashReceipts.map((each) => [each.state, each.identifierMasked]);

describe('a wrong cash receipt', () => {
  it('under a wrong number is cancelled as issued in error and issued again; the paper has both', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    const before = (await documents()).length;
    expect((await correct(counter.cashier, which, OTHER_PHONE)).ok).toBe(true);
    const refund = await untilRefund(counter.cashier, 'the right receipt', isOver);
    expect(refund).toMatchObject({ kind: 'receipt-correction', reason: 'wrong-number', stage: 'done', amountWon: 0, receipts: [{ outcome: 'cancelled' }], reissue: { outcome: 'issued', state: 'issued', failure: null, identifierMasked: '010-****-5432' } });
    expect(await statesOf(which.saleId)).toEqual([['cancelled', '010-****-5678'], ['issued', '010-****-5432']]);
    const [cancel, issue] = (await documents()).slice(before);
    expect(cancel).toMatchObject({ tradeType: '취소거래', cancelType: 2 });
    expect(issue).toMatchObject({ tradeType: '승인거래', identityNum: '010****5432' });
    expect((await counter.cashier.look()).draft).toBeNull();
  });

  it('of the wrong kind gives way to one of the right kind, and says so', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    expect((await correct(counter.cashier, which, BUSINESS)).ok).toBe(true);
    expect(await untilRefund(counter.cashier, 'the right receipt', isOver)).toMatchObject({ reason: 'wrong-kind', reissue: { purpose: 'expense-proof', identifierMasked: '124-81-*****', outcome: 'issued' } });
  });

  it('is put right by nothing but what was read back, and not by what it was already', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    const { cashier } = counter;
    expect(await cashier.ask('refund.correctReceipt', { ...which, ...OTHER_PHONE, approvalId: null })).toMatchObject({ ok: false, code: 'cash-receipt.number-changed' });
    await readBack(cashier, which, OTHER_PHONE);
    expect(await cashier.ask('refund.correctReceipt', { ...which, ...OTHER_PHONE, digits: '010-9876-5433', approvalId: null })).toMatchObject({ ok: false, code: 'cash-receipt.number-changed' });
    expect(await cashier.ask('refund.correctReceipt', { ...which, ...OTHER_PHONE, digits: '010-98', approvalId: null })).toMatchObject({ ok: false, code: 'identifier.incomplete' });
    expect(await correct(cashier, which, { ...OTHER_PHONE, digits: '010-1234-5678' })).toMatchObject({ ok: false, code: 'cash-receipt.same-as-before' });
    expect(await cashier.ask('receipt.draft', { saleId: which.saleId, ...OTHER_PHONE, corrects: 'r-none' })).toMatchObject({ ok: false, code: 'refund.nothing-to-correct' });
    expect(await cashier.ask('receipt.draft', { saleId: which.saleId, ...OTHER_PHONE })).toMatchObject({ ok: false, code: 'cash-receipt.already-there' });
    expect(await statesOf(which.saleId)).toEqual([['issued', '010-****-5678']]);
  });

  it('typed and confirmed by the customer waits for whoever is at the counter', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    const { cashier } = counter;
    const { saleId } = which;
    await cashier.must('receipt.handOver', { saleId, purpose: 'income-deduction', form: 'phone', corrects: which.cashReceiptId });
    await cashier.must('customer.draft', { saleId, digits: '01098765432' }, 'customer');
    await cashier.must('customer.readBack', { saleId }, 'customer');
    await cashier.must('customer.confirm', { saleId, digits: '01098765432', yes: true }, 'customer');
    expect((await cashier.look()).draft).toMatchObject({ stage: 'confirmed', corrects: which.cashReceiptId });
    expect(await statesOf(saleId)).toEqual([['issued', '010-****-5678']]);
    await cashier.must('refund.correctReceipt', { ...which, ...OTHER_PHONE, approvalId: null });
    await untilRefund(cashier, 'the right receipt', isOver);
    expect(await statesOf(saleId)).toEqual([['cancelled', '010-****-5678'], ['issued', '010-****-5432']]);
  });

  it('asked for twice at once is corrected once', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    const { cashier } = counter;
    const before = (await documents()).length;
    await readBack(cashier, which, OTHER_PHONE);
    const answers = await Promise.all([1, 2].map(() => cashier.ask('refund.correctReceipt', { ...which, ...OTHER_PHONE, approvalId: null })));
    expect(answers.map((answer) => (answer.ok ? 'begun' : answer.code)).toSorted()).toEqual(['begun', 'refund.another-open']);
    await untilRefund(cashier, 'the right receipt', isOver);
    expect((await documents()).length - before).toBe(2);
  });

  it('with the line down waits, is left for later, and is put right by itself when the line is back', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    const { cashier } = counter;
    const before = (await documents()).length;
    for (const act of ['cancel', 'status'] as const) await world.lane.sandbox.fault({ act, times: 50, fault: { kind: 'drop-before' } });
    expect((await correct(cashier, which, OTHER_PHONE)).ok).toBe(true);
    const waiting = await untilRefund(cashier, 'the wait', (each) => each.receipts[0]?.outcome === 'queued' || each.receipts[0]?.outcome === 'unknown');
    expect(waiting).toMatchObject({ stage: 'receipts', ask: null, reissue: { outcome: null, state: null } });
    await cashier.must('refund.leave', {});
    expect((await cashier.look()).status.refunds).toMatchObject({ count: 1, first: { kind: 'receipt-correction', saleId: which.saleId } });
    await world.lane.sandbox.clearFaults();
    await cashier.must('status.retry', {});
    await cashier.until('nothing waits', ({ status }) => status.refunds.count === 0 && status.unsent.count === 0);
    expect(await statesOf(which.saleId)).toEqual([['cancelled', '010-****-5678'], ['issued', '010-****-5432']]);
    expect((await documents()).length - before).toBe(2);
  });

  it('that cannot be cancelled stays, no other is issued, and it is said so', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    await world.lane.sandbox.fault({ act: 'cancel', fault: { kind: 'refuse', code: -14001004, message: '취소할 수 없습니다' } });
    await correct(counter.cashier, which, OTHER_PHONE);
    const failed = await untilRefund(counter.cashier, 'the case', (each) => each.ask?.ask === 'receipt');
    expect(failed).toMatchObject({ trouble: 'refund.receipt-not-corrected', reissue: { outcome: null } });
    await counter.cashier.must('refund.receiptAgain', { refundId: failed.refundId, cancelId: failed.ask?.id ?? '' });
    expect(await untilRefund(counter.cashier, 'the right receipt', isOver)).toMatchObject({ receipts: [{ outcome: 'cancelled' }], reissue: { outcome: 'issued' } });
  });

  it('whose right one is refused leaves the sale without one, and another can be issued', async () => {
    counter = await startCounter(world);
    const which = await sold(counter);
    await world.lane.sandbox.fault({ act: 'issue', fault: { kind: 'refuse', code: -14000123, message: '거래처 식별번호가 유효하지 않습니다.' } });
    await correct(counter.cashier, which, OTHER_PHONE);
    expect(await untilRefund(counter.cashier, 'the end', isOver)).toMatchObject({ reissue: { outcome: 'failed', state: 'failed', failure: 'cash-receipt.gateway-refused' } });
    expect((await counter.cashier.must('history.sale', { saleId: which.saleId })).row.canIssue).toBe(true);
    await counter.cashier.must('refund.leave', {});
    await issueReceipt(counter.cashier, which.saleId, BUSINESS_NUMBER);
    await expect.poll(() => statesOf(which.saleId)).toEqual([['cancelled', '010-****-5678'], ['failed', '010-****-5432'], ['issued', '124-81-*****']]);
  });

  it('on a later day needs somebody with the right to refund, for what was wrong and no other', async () => {
    const dayBefore: Outside = { now: () => new Date(Date.now() - DAY_MS), wrap: (parts) => parts };
    counter = await startCounter(world, undefined, dayBefore);
    const { dataDir } = counter;
    const which = await sold(counter);
    await counter.cashier.must('shift.close', { counted: [] });
    await counter.stop();
    counter = await restartCounter(world, dataDir);
    const { cashier } = counter;
    expect(await correct(cashier, which, BUSINESS)).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const [receipt] = (await cashier.must('refund.offer', { saleId: which.saleId })).receipts;
    const asked = { act: 'refund', saleId: which.saleId, amountWon: receipt?.leftWon ?? 0, ...MANAGER } as const;
    const { approvalId: otherReason } = await cashier.must('people.approve', { ...asked, reason: 'wrong-number' });
    expect((await correct(cashier, which, BUSINESS, otherReason)).ok).toBe(false);
    const { approvalId } = await cashier.must('people.approve', { ...asked, reason: 'wrong-kind' });
    expect((await correct(cashier, which, BUSINESS, approvalId)).ok).toBe(true);
    expect(await untilRefund(cashier, 'the right receipt', isOver)).toMatchObject({ approvedBy: '점장', reissue: { outcome: 'issued' } });
  });
});

const BUSINESS_NUMBER = { purpose: 'expense-proof', form: 'business-number', digits: '124-81-00998' } as const;
