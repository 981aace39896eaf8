import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import { patient, SLOW_CUSTOMER, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { issueReceipt, nextCustomer, openWorld, payCash, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { approve, beginRefund, isOver, seeThrough, untilRefund } from '../testing/refunder.ts';

/** Real terminals' simulators over real TCP, a real journal on disk; the gateway's sandbox beside them, which must hear nothing. */
let world: World;
let counter: RunningCounter;
const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
type Family = (typeof FAMILIES)[number];
const terminals = new Map<Family, TerminalSimulatorProcess>();
const DAY_MS = 86_400_000;

beforeAll(async () => {
  world = await openWorld();
  for (const family of FAMILIES) terminals.set(family, await startTerminalSimulatorProcess({ family }));
});
afterAll(async () => {
  for (const terminal of terminals.values()) await terminal.stop();
  await world.close();
});

function simulator(family: Family): TerminalSimulatorProcess {
  const found = terminals.get(family);
  if (found === undefined) throw new Error(family);
  return found;
}

function settingsFor(family: Family): (settings: Settings) => Settings {
  const card = withTerminal({ family, address: simulator(family).address });
  return (settings) => {
    const changed = card(settings);
    return { ...changed, cashReceipt: { ...changed.cashReceipt, way: 'terminal' } };
  };
}

const cancelsAt = async (family: Family) => (await simulator(family).state()).trades.filter(({ kind }) => kind === 'G130 cancel' || kind === 'B2');
const issuedAt = async (family: Family) => (await simulator(family).state()).trades.filter(({ kind, approved }) => (kind === 'G130' || kind === 'B1') && approved);

/** Three of the first thing on the shelf, paid in cash, with a receipt of the terminal's. */
async function sold(family: Family): Promise<{ saleId: string; lineId: string; priceWon: number; cashReceiptId: string }> {
  const { cashier } = counter;
  const saleId = await payCash(cashier, { quantity: 3 });
  if (family === 'koces-cat') await issueReceipt(cashier, saleId);
  else await cashier.must('receipt.issueAtTerminal', { saleId, purpose: 'income-deduction' });
  await cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  const { lines: [line], receipts: [receipt] } = await cashier.must('refund.offer', { saleId });
  if (line === undefined || receipt === undefined) throw new Error('nothing to give back');
  expect(receipt).toMatchObject({ way: 'terminal', untouched: true });
  return { saleId, lineId: line.lineId, priceWon: line.unitPriceWon, cashReceiptId: receipt.cashReceiptId };
}

/** One of the first thing on the shelf, paid by card. */
async function soldByCard(): Promise<string> {
  const { cashier } = counter;
  const products = await cashier.must('catalogue.list', {});
  await cashier.must('sale.scan', { code: products[0]?.barcode ?? '', quantity: 1 });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { saleId, breakdown: { totalWon } } = sale;
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  return saleId;
}

/** The cash is in the customer's hand. */
async function handOver(saleId: string): Promise<void> {
  await beginRefund(counter.cashier, { saleId, lines: null });
  const asked = await untilRefund(counter.cashier, 'the hand', (each) => each.ask?.ask === 'handed');
  await counter.cashier.must('refund.handed', { refundId: asked.refundId, returnId: 'r1' });
}

describe.each(FAMILIES)('a cash receipt of %s whose sale goes back', (family) => {
  let usual: RunningCounter;
  beforeAll(async () => {
    usual = await startCounter(world, settingsFor(family));
  });
  beforeEach(() => {
    counter = usual;
  });
  afterEach(async () => {
    await nextCustomer(counter);
    if (counter !== usual) await counter.stop();
  });
  afterAll(() => usual.stop());

  it('is cancelled there once, stands on the paper, and the gateway hears nothing', async () => {
    const [before, sent] = [(await cancelsAt(family)).length, (await world.lane.sandbox.state()).receipts.length];
    const { saleId, priceWon } = await sold(family);
    await beginRefund(counter.cashier, { saleId, lines: null });
    await seeThrough(counter.cashier);
    const refund = await untilRefund(counter.cashier, 'the number of the cancel', (each) => each.receipts[0]?.approvalNumber !== null);
    const asked = (await cancelsAt(family)).slice(before);
    expect(asked).toMatchObject([{ approved: true, confirmed: true, totalWon: 3 * priceWon, approvalNumber: refund.receipts[0]?.approvalNumber }]);
    expect(refund).toMatchObject({ stage: 'done', receipts: [{ outcome: 'cancelled', identifierMasked: family === 'koces-cat' ? '010-****-5678' : '010***', terminal: { tradeNumber: asked[0]?.number } }] });
    expect((await counter.cashier.must('history.sale', { saleId })).cashReceipts).toMatchObject([{ state: 'cancelled' }]);
    await untilRefund(counter.cashier, 'the paper', (each) => each.prints.some((print) => print.state === 'confirmed'));
    expect(await world.lane.printer.slipText((await world.lane.printer.state()).slipCount)).toContain(asked[0]?.approvalNumber);
    expect((await world.lane.sandbox.state()).receipts.length).toBe(sent);
    expect((await counter.cashier.look()).status.unsent.count).toBe(0);
  });

  it('in part is cancelled whole, what is left is issued again there, and later that goes back too', async () => {
    const [before, issued] = [(await cancelsAt(family)).length, (await issuedAt(family)).length];
    const { saleId, lineId, priceWon } = await sold(family);
    expect(await counter.cashier.must('refund.preview', { saleId, lines: [{ lineId, quantity: 1 }], shares: null })).toMatchObject({ receipts: [{ whole: true, amountWon: 3 * priceWon, way: 'terminal' }], reissueWon: 2 * priceWon });
    await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity: 1 }] });
    const refund = await seeThrough(counter.cashier);
    expect(refund).toMatchObject({ receipts: [{ outcome: 'cancelled', amountWon: 3 * priceWon }], reissue: { outcome: 'issued', amountWon: 2 * priceWon } });
    await counter.cashier.must('refund.leave', {});
    expect((await counter.cashier.must('history.sale', { saleId })).cashReceipts.map(({ state, totalWon }) => [state, totalWon])).toEqual([['cancelled', 3 * priceWon], ['issued', 2 * priceWon]]);
    await beginRefund(counter.cashier, { saleId, lines: null });
    expect(await seeThrough(counter.cashier)).toMatchObject({ receipts: [{ outcome: 'cancelled', amountWon: 2 * priceWon }], reissue: null });
    expect((await cancelsAt(family)).slice(before).map(({ totalWon }) => totalWon)).toEqual([3 * priceWon, 2 * priceWon]);
    expect((await issuedAt(family)).slice(issued).map(({ totalWon }) => totalWon)).toEqual([3 * priceWon, 2 * priceWon]);
  });

  it('refused says why; another try is another trade', async () => {
    const { saleId } = await sold(family);
    const before = (await cancelsAt(family)).length;
    await simulator(family).next({ answer: 'decline', code: '8414', message: '승인 거래 없음' });
    await handOver(saleId);
    const failed = await untilRefund(counter.cashier, 'the refusal', (each) => each.ask?.ask === 'receipt' && each.receipts[0]?.failure !== null);
    expect(failed).toMatchObject({ trouble: 'refund.receipt-not-cancelled', receipts: [{ outcome: 'failed', failure: { code: 'refund.receipt-terminal-declined', message: '8414 승인 거래 없음' } }] });
    await counter.cashier.must('refund.receiptAgain', { refundId: failed.refundId, cancelId: failed.ask?.id ?? '' });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'cancelled' }] });
    const asked = (await cancelsAt(family)).slice(before);
    expect(asked.map(({ approved }) => approved)).toEqual([false, true]);
    expect(new Set(asked.map(({ number }) => number)).size).toBe(2);
  });

  it('whose answer is lost is unknown, is not asked for again, and is settled by what a person read', async () => {
    const { saleId } = await sold(family);
    const before = (await cancelsAt(family)).length;
    await simulator(family).next({ dropAt: 'approving' });
    await handOver(saleId);
    const doubt = await untilRefund(counter.cashier, 'the question', (each) => each.ask?.ask === 'receipt-unknown' && each.receipts[0]?.terminal?.unknown?.inquiries === (family === 'kicc-ed721' ? 1 : 0));
    expect(doubt).toMatchObject({ stage: 'receipts', trouble: 'refund.receipt-terminal-unknown', receipts: [{ outcome: 'unproven', terminal: { unknown: { reason: 'line-dropped' } } }] });
    const { refundId, ask } = doubt;
    expect(await counter.cashier.ask('refund.receiptAgain', { refundId, cancelId: ask?.id ?? '' })).toMatchObject({ ok: false, code: 'refund.not-in-this-stage' });
    const [trade] = (await cancelsAt(family)).slice(before);
    const verdict = { verdict: 'approved', approvalNumber: trade?.approvalNumber ?? '', tradedAt: '20261128120000' } as const;
    await counter.cashier.must('refund.receiptSettle', { refundId, cancelId: ask?.id ?? '', verdict, source: 'terminal-slip' });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'cancelled', approvalNumber: trade?.approvalNumber }] });
    expect((await cancelsAt(family)).length - before).toBe(1);
  });

  it('is stopped from the counter while the customer is asked, and cancelled again', async () => {
    counter = await startCounter(world, (settings) => patient(settingsFor(family)(settings)));
    const { saleId } = await sold(family);
    await simulator(family).next(SLOW_CUSTOMER);
    await handOver(saleId);
    const live = await untilRefund(counter.cashier, 'the terminal', (each) => each.receipts[0]?.terminal?.live?.stage === 'waiting-for-customer');
    expect(live.receipts).toMatchObject([{ terminal: { live: { act: 'receipt-cancel', abort: 'possible' } } }]);
    await counter.cashier.must('card.stop', { saleId, tradeNumber: live.receipts[0]?.terminal?.tradeNumber ?? '' });
    const failed = await untilRefund(counter.cashier, 'the end of it', (each) => each.ask?.ask === 'receipt' && each.receipts[0]?.failure !== null);
    expect(failed.receipts).toMatchObject([{ failure: { code: 'refund.receipt-terminal-stopped' } }]);
    await counter.cashier.must('refund.receiptAgain', { refundId: failed.refundId, cancelId: failed.ask?.id ?? '' });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'cancelled' }] });
  });

  it('does not hold the card of another sale that goes back: its cancel waits, can be taken back, and was never asked', async () => {
    counter = await startCounter(world, (settings) => patient(settingsFor(family)(settings)));
    const cardSaleId = await soldByCard();
    const { saleId } = await sold(family);
    await simulator(family).next(SLOW_CUSTOMER);
    await handOver(saleId);
    const first = await untilRefund(counter.cashier, 'the terminal', (each) => each.receipts[0]?.terminal?.live?.stage === 'waiting-for-customer');
    await counter.cashier.must('refund.leave', {});
    await beginRefund(counter.cashier, { saleId: cardSaleId, lines: null });
    const behind = await untilRefund(counter.cashier, 'the wait', (each) => each.waiting !== null);
    expect(behind).toMatchObject({ saleId: cardSaleId, live: { act: 'receipt-cancel' }, returns: [{ standing: 'cancelling' }] });
    const tradeNumber = behind.waiting ?? '';
    await counter.cashier.must('card.stop', { saleId: cardSaleId, tradeNumber });
    const back = await untilRefund(counter.cashier, 'the question', (each) => each.ask?.ask === 'not-cancelled');
    expect(back).toMatchObject({ waiting: null, live: null, trouble: 'card.cancel-not-done', returns: [{ standing: 'not-cancelled', canTryAgain: true }] });
    expect(await counter.cashier.ask('card.stop', { saleId: cardSaleId, tradeNumber })).toMatchObject({ ok: false, code: 'card.not-in-this-stage' });
    await counter.cashier.must('card.stop', { saleId, tradeNumber: first.receipts[0]?.terminal?.tradeNumber ?? '' });
    await counter.cashier.must('refund.cancelAgain', { refundId: back.refundId, returnId: 'r1' });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', returns: [{ standing: 'returned' }] });
    expect((await simulator(family).state()).trades.map(({ number }) => number)).not.toContain(tradeNumber);
  });

  it('under a wrong number is corrected there in one step: cancelled as issued in error, issued again', async () => {
    const { saleId, priceWon, cashReceiptId } = await sold(family);
    await counter.cashier.must('refund.correctReceipt', { saleId, cashReceiptId, purpose: 'expense-proof', form: 'at-terminal', digits: '', approvalId: null });
    const refund = await untilRefund(counter.cashier, 'the right receipt', isOver);
    expect(refund).toMatchObject({ kind: 'receipt-correction', stage: 'done', receipts: [{ outcome: 'cancelled' }], reissue: { outcome: 'issued', purpose: 'expense-proof', amountWon: 3 * priceWon, identifierMasked: family === 'koces-cat' ? '010****5678' : '010***' } });
    expect((await counter.cashier.must('history.sale', { saleId })).cashReceipts.map(({ state, purpose }) => [state, purpose])).toEqual([['cancelled', 'income-deduction'], ['issued', 'expense-proof']]);
  });
});

describe('what cannot be cancelled from here', () => {
  afterEach(() => counter.stop());

  it.each([
    ['without the terminal', 'refund.receipt-by-hand', (settings: Settings) => settings, 0],
    ['after the terminal’s days', 'refund.receipt-too-old', settingsFor, 100],
  ] as const)('%s is done by hand and recorded with who did, and nothing is asked', async (_, code, settings, days) => {
    counter = await startCounter(world, settingsFor('koces-cat'));
    const { saleId, priceWon } = await sold('koces-cat');
    await counter.stop();
    const before = (await cancelsAt('koces-cat')).length;
    const change = settings === settingsFor ? settingsFor('koces-cat') : (same: Settings) => same;
    counter = await restartCounter(world, counter.dataDir, change, { now: () => new Date(Date.now() + days * DAY_MS), wrap: (parts) => parts });
    await handOver(saleId);
    const failed = await untilRefund(counter.cashier, 'the case', (each) => each.ask?.ask === 'receipt' && each.receipts[0]?.failure !== null);
    expect(failed).toMatchObject({ trouble: 'refund.receipt-not-cancelled', receipts: [{ outcome: 'failed', failure: { code } }] });
    const left = { refundId: failed.refundId, cancelId: failed.ask?.id ?? '', reason: '단말기에서 취소 30000009' };
    expect(await counter.cashier.ask('refund.receiptLeft', { ...left, approvalId: null })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    await counter.cashier.must('refund.receiptLeft', { ...left, approvalId: await approve(counter.cashier, { act: 'refund', saleId, amountWon: 3 * priceWon, reason: left.reason }) });
    expect(await untilRefund(counter.cashier, 'the end', isOver)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'failed', left: true }] });
    expect((await cancelsAt('koces-cat')).length).toBe(before);
  });

  it('a receipt that may not have been issued at all is settled first', async () => {
    const family = 'koces-cat';
    counter = await startCounter(world, settingsFor(family));
    await simulator(family).next({ dropAt: 'approving' });
    const saleId = await payCash(counter.cashier, { quantity: 3 });
    await issueReceipt(counter.cashier, saleId);
    const { sale } = await counter.cashier.until('the unknown', (view) => view.sale.stage === 'receipt-issuing' && (view.sale.cashReceipt.terminal?.unknown ?? null) !== null);
    if (sale.stage !== 'receipt-issuing') throw new Error(sale.stage);
    await counter.cashier.must('receipt.leaveWaiting', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    await handOver(saleId);
    const failed = await untilRefund(counter.cashier, 'the case', (each) => each.ask?.ask === 'receipt' && each.receipts[0]?.failure !== null);
    expect(failed.receipts).toMatchObject([{ failure: { code: 'refund.receipt-original-open' } }]);
    await counter.cashier.must('receipt.settle', { cashReceiptId: sale.cashReceipt.cashReceiptId, verdict: { verdict: 'not-approved' }, source: 'van-site' });
    await counter.cashier.must('refund.receiptAgain', { refundId: failed.refundId, cancelId: failed.ask?.id ?? '' });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', receipts: [{ outcome: 'not-needed' }] });
  });
});
