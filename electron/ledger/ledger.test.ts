/** What a manager looks over, from a real counter: who printed again, and which cancels of cash receipts are not through. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seoulDay } from '../../domain/seoul-time.ts';
import { issueReceipt, openWorld, payCash, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { beginRefund, MANAGER, RIGHT_NUMBER, seeThrough, tryCorrection, untilRefund } from '../testing/refunder.ts';

let world: World;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
  counter = await startCounter(world);
});
afterAll(async () => {
  await counter.stop();
  await world.close();
});

/** A busy machine prints late. */
const PATIENCE = { timeout: 30_000 };

async function sold(): Promise<string> {
  const { cashier } = counter;
  const saleId = await payCash(cashier);
  await issueReceipt(cashier, saleId);
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: true });
  await expect.poll(async () => (await cashier.must('history.sale', { saleId })).prints.some(({ kind, state }) => kind === 'slip' && state === 'confirmed'), PATIENCE).toBe(true);
  return saleId;
}

async function asManager<T>(look: () => Promise<T>): Promise<T> {
  const { cashier } = counter;
  await cashier.must('people.signIn', MANAGER);
  const seen = await look();
  await cashier.must('people.signIn', { userId: 'practice-cashier', pin: '1234' });
  return seen;
}

it('slips printed again are counted by person and listed with their sale; a cashier is not shown them', async () => {
  const { cashier } = counter;
  const saleId = await sold();
  await cashier.must('slip.printAgain', { saleId });
  await expect.poll(async () => (await cashier.must('history.sale', { saleId })).prints.filter(({ kind, state }) => kind === 'slip' && state === 'confirmed').length, PATIENCE).toBe(2);
  const today = seoulDay(new Date().toISOString());
  const days = { from: today, to: today };
  expect(await cashier.ask('ledger.people', days)).toMatchObject({ ok: false, code: 'people.approval-needed' });
  const [people, page, month] = await asManager(() => Promise.all([cashier.must('ledger.people', days), cashier.must('ledger.prints', { ...days, kept: 'again', userId: null, beforeSeq: null, limit: 10 }), cashier.ask('ledger.people', { from: '2020-01-01', to: today })]));
  expect(people.people.find(({ userId }) => userId === 'practice-cashier')).toMatchObject({ name: '김', again: 1 });
  expect(page).toMatchObject({ nextBefore: null, rows: [{ saleId, reason: 'again', askedBy: '김', copyNumber: 2 }] });
  expect(month).toMatchObject({ ok: false, code: 'bridge.bad-request' });
});

it('a cancel the tax office cannot hear is listed until it is through, and one it refused until somebody has seen to it', async () => {
  const { cashier } = counter;
  const saleId = await sold();
  for (const act of ['cancel', 'status'] as const) await world.lane.sandbox.fault({ act, times: 50, fault: { kind: 'drop-before' } });
  await beginRefund(cashier, { saleId, lines: null });
  await seeThrough(cashier);
  await cashier.must('refund.leave', {});
  const { cancels } = await asManager(() => cashier.must('ledger.cancels', {}));
  expect(cancels).toMatchObject([{ saleId, refundKind: 'void', identifierMasked: '010-****-5678', reason: 'transaction-cancelled', attempts: 1 }]);
  expect(['line', 'answer']).toContain(cancels[0]?.waitsFor);
  await world.lane.sandbox.clearFaults();
  await cashier.must('status.retry', {});
  await cashier.until('nothing waits', ({ status }) => status.unsent.count === 0);
  expect((await asManager(() => cashier.must('ledger.cancels', {}))).cancels).toEqual([]);

  const wrong = await sold();
  await world.lane.sandbox.fault({ act: 'cancel', fault: { kind: 'refuse', code: -14001004, message: '취소할 수 없습니다' } });
  expect((await tryCorrection(cashier, wrong, RIGHT_NUMBER)).ok).toBe(true);
  await untilRefund(cashier, 'the refusal', (refund) => refund.ask?.ask === 'receipt');
  expect((await asManager(() => cashier.must('ledger.cancels', {}))).cancels).toMatchObject([{ saleId: wrong, waitsFor: 'failed', refundKind: 'receipt-correction', reason: 'issued-in-error', detail: '-14001004 취소할 수 없습니다' }]);
});
