import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import { issueReceipt, openWorld, payCash, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';
import { beginExchange, exchangeOn, tryExchange } from '../testing/exchanger.ts';
import { approve, beginRefund, seeThrough, tryRefund } from '../testing/refunder.ts';

let world: World;
let terminal: TerminalSimulatorProcess;
let counter: RunningCounter;

beforeAll(async () => {
  [world, terminal] = await Promise.all([openWorld(), startTerminalSimulatorProcess({ family: 'koces-cat' })]);
  await terminal.usual({ signature: 'taken' });
});
afterEach(() => counter.stop());
afterAll(async () => {
  await terminal.stop();
  await world.close();
});

const printerState = () => world.lane.printer.state();
const cancelsAtGateway = async () => (await world.lane.sandbox.state()).receipts.filter((receipt) => receipt.tradeType === '취소거래');
const withTerminal = (settings: Settings): Settings => ({
  ...settings,
  terminal: { ...settings.terminal, family: 'koces-cat', address: terminal.address, waits: { customerTimeoutMs: 3_000, approvalTimeoutMs: 3_000, closingTimeoutMs: 500, inquiryTimeoutMs: 500, lingerMs: 1_000 } },
  signature: { ...settings.signature, pad: 'none', takenBy: 'none' },
});

/** Three of the first thing on the shelf; paid in cash, or by card. */
async function sold(by: 'cash' | 'receipt' | 'card'): Promise<{ saleId: string; lineId: string; priceWon: number }> {
  const { cashier } = counter;
  const saleId = by === 'card' ? await payByCard() : await payCash(cashier, { quantity: 3 });
  if (by === 'receipt') await issueReceipt(cashier, saleId);
  if (by === 'cash') await cashier.must('receipt.decline', { saleId });
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  await cashier.until('the drawer', (view) => view.sale.stage === 'done' && view.sale.prints.every(({ state }) => state === 'confirmed'));
  const [line] = (await cashier.must('refund.offer', { saleId })).lines;
  return { saleId, lineId: line?.lineId ?? '', priceWon: line?.unitPriceWon ?? 0 };
}

async function payByCard(): Promise<string> {
  const { cashier } = counter;
  await ring(0, 3);
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { totalWon } = sale.breakdown;
  await cashier.must('sale.chargeCard', { saleId: sale.saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
  return sale.saleId;
}

/** So many of what stands there on the shelf. */
async function ring(place: number, quantity = 1): Promise<number> {
  const product = (await counter.cashier.must('catalogue.list', {}))[place];
  await counter.cashier.must('sale.scan', { code: product?.barcode ?? '', quantity });
  return product?.priceWon ?? 0;
}

async function answerSlip(saleId: string, wants: boolean): Promise<void> {
  await counter.cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await counter.cashier.must('slip.answer', { saleId, wants });
  await counter.cashier.until('the paper', (view) => view.sale.stage === 'done' && view.sale.prints.filter(({ kind, state }) => kind === 'slip' && state === 'confirmed').length === Number(wants));
}

const refundOf = async (saleId: string) => (await counter.cashier.must('history.sale', { saleId })).refunds.at(-1);
const paperWith = async (words: string) => {
  const { slipCount } = await printerState();
  const papers = await Promise.all([slipCount - 2, slipCount - 1, slipCount].filter((number) => number > 0).map((number) => world.lane.printer.slipText(number)));
  return papers.find((paper) => paper.includes(words)) ?? '';
};

describe('goods taken in exchange for goods of a cash sale', () => {
  it('that are dearer leave a difference to pay: the receipt is for what is newly paid, and both papers name each other', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold('receipt');
    const { cashier } = counter;
    const before = (await cancelsAtGateway()).length;
    await beginExchange(cashier, { saleId, lines: [{ lineId, quantity: 1 }] });
    expect((await exchangeOn(cashier)).exchange).toMatchObject({ backWon: priceWon, dueWon: 0, giveWon: priceWon, lines: [{ quantity: 1, amountWon: priceWon }] });
    const dearerWon = await ring(1);
    const { sale, exchange } = await exchangeOn(cashier);
    expect(exchange).toMatchObject({ dueWon: dearerWon - priceWon, giveWon: 0, refusal: null });
    expect(await cashier.ask('sale.tenderCash', { saleId: sale.saleId, dueWon: dearerWon, receivedWon: dearerWon })).toMatchObject({ ok: false, code: 'cash.due-has-changed' });
    expect(await cashier.ask('exchange.settle', { saleId: sale.saleId, giveWon: 0 })).toMatchObject({ ok: false, code: 'cash.due-has-changed' });
    await cashier.must('sale.tenderCash', { saleId: sale.saleId, dueWon: exchange.dueWon, receivedWon: 1_000 });
    await issueReceipt(cashier, sale.saleId);
    await answerSlip(sale.saleId, true);
    const details = await cashier.must('history.sale', { saleId: sale.saleId });
    // Each of the two leads to the other.
    const [old, { row, exchanges }] = await Promise.all([cashier.must('history.sale', { saleId }), cashier.must('history.sale', { saleId: sale.saleId })]);
    expect(old.exchanges).toEqual([{ which: 'taken', saleId: sale.saleId, saleNumber: row.saleNumber }]);
    expect(exchanges).toEqual([{ which: 'back', saleId, saleNumber: old.row.saleNumber }]);
    expect(details.payment).toMatchObject({ exchange: { amountWon: priceWon }, cashWon: dearerWon - priceWon });
    expect(details.cashReceipts).toMatchObject([{ state: 'issued', totalWon: dearerWon - priceWon }]);
    await expect.poll(async () => (await refundOf(saleId))?.stage).toBe('done');
    await expect.poll(() => paperWith('교환 판매번호')).toContain(String(sale.saleNumber).padStart(4, '0'));
    expect(await paperWith('원거래일')).not.toBe('');
    expect(await paperWith('교환으로 낸 금액')).toContain(String((await cashier.must('refund.offer', { saleId })).saleNumber).padStart(4, '0'));
    expect((await cancelsAtGateway()).length, 'the receipt of what was kept stands').toBe(before);
    expect(await cashier.must('shift.close', { counted: [] })).toMatchObject({ expectedWon: 100_000 + 3 * priceWon + dearerWon - priceWon, openCases: { refundsOpen: 0 } });
  });

  it('that are cheaper leave a difference to give back: out of the drawer once, its receipt cancelled in part', async () => {
    counter = await startCounter(world);
    const { saleId, priceWon } = await sold('receipt');
    const { cashier } = counter;
    const [kicks, before] = [(await printerState()).drawerKicks, (await cancelsAtGateway()).length];
    await beginExchange(cashier, { saleId, lines: null });
    await ring(1, 2);
    const { sale, exchange } = await exchangeOn(cashier);
    const giveWon = 3 * priceWon - sale.breakdown.totalWon;
    expect(exchange).toMatchObject({ dueWon: 0, giveWon });
    expect(await cashier.ask('exchange.settle', { saleId: sale.saleId, giveWon: giveWon + 1 })).toMatchObject({ ok: false, code: 'cash.due-has-changed' });
    await cashier.must('exchange.settle', { saleId: sale.saleId, giveWon });
    const refund = await seeThrough(cashier);
    expect(refund).toMatchObject({ kind: 'exchange', stage: 'done', givenBackWon: giveWon, exchange: { saleId: sale.saleId }, receipts: [{ outcome: 'cancelled', amountWon: giveWon }] });
    await cashier.must('refund.leave', {});
    await answerSlip(sale.saleId, false);
    expect((await printerState()).drawerKicks - kicks).toBe(1);
    expect((await cancelsAtGateway()).slice(before).map((cancel) => cancel.totalAmount)).toEqual([giveWon]);
    expect(await tryRefund(cashier, { saleId, lines: null })).toMatchObject({ ok: false, code: 'refund.nothing-chosen' });
    await beginRefund(cashier, { saleId: sale.saleId, lines: null });
    expect(await seeThrough(cashier), 'what was taken can itself go back, out of what the shop holds').toMatchObject({ givenBackWon: sale.breakdown.totalWon, receipts: [{ outcome: 'cancelled', amountWon: sale.breakdown.totalWon }] });
    expect(await cashier.must('shift.close', { counted: [] })).toMatchObject({ expectedWon: 100_000, cashRefundsWon: 3 * priceWon });
  });

  it('that are even move no money at all, and go on after a restart as they stood', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold('cash');
    await beginExchange(counter.cashier, { saleId, lines: [{ lineId, quantity: 2 }] });
    await ring(0, 2);
    await counter.stop();
    counter = await restartCounter(world, counter.dataDir);
    const { cashier } = counter;
    const { sale, exchange } = await exchangeOn(cashier);
    expect(exchange).toMatchObject({ backWon: 2 * priceWon, dueWon: 0, giveWon: 0 });
    const kicks = (await printerState()).drawerKicks;
    await cashier.must('exchange.settle', { saleId: sale.saleId, giveWon: 0 });
    await answerSlip(sale.saleId, true);
    await expect.poll(async () => (await refundOf(saleId))?.stage).toBe('done');
    expect((await printerState()).drawerKicks).toBe(kicks);
    expect(await cashier.must('shift.close', { counted: [] })).toMatchObject({ expectedWon: 100_000 + 3 * priceWon, cashRefundsWon: 0 });
  });

  it('are put aside with what came back, found again from the open refund, and left with nothing moved', async () => {
    counter = await startCounter(world);
    const { saleId, priceWon } = await sold('cash');
    const { cashier } = counter;
    const refundId = await beginExchange(cashier, { saleId, lines: null });
    const first = await exchangeOn(cashier);
    expect(await cashier.ask('shift.close', { counted: [] }), 'a day is not closed over it').toMatchObject({ ok: false });
    await cashier.must('sale.hold', { saleId: first.sale.saleId });
    await cashier.must('refund.show', { refundId });
    expect(await cashier.look()).toMatchObject({ refund: { stage: 'exchanging', canCallOff: false, ask: null } });
    expect(await cashier.ask('refund.callOff', { refundId })).toMatchObject({ ok: false, code: 'refund.not-in-this-stage' });
    await cashier.must('exchange.show', { refundId });
    expect((await cashier.look()).refund).toBeNull();
    const { sale } = await exchangeOn(cashier);
    expect(sale.saleId).toBe(first.sale.saleId);
    await cashier.must('sale.abandon', { saleId: sale.saleId });
    expect(await cashier.must('refund.offer', { saleId })).toMatchObject({ leftWon: 3 * priceWon, openRefundId: null, refunds: [] });
    await beginRefund(cashier, { saleId, lines: null });
    expect(await seeThrough(cashier)).toMatchObject({ kind: 'void', givenBackWon: 3 * priceWon });
  });

  it('are begun once, with leave for exactly this, and not while another refund of the sale is open', async () => {
    counter = await startCounter(world);
    const { saleId, lineId, priceWon } = await sold('cash');
    const { cashier } = counter;
    const lines = [{ lineId, quantity: 1 }];
    const asked = { saleId, lines, expectedWon: priceWon, reason: 'changed-mind', receiptReason: 'other' as const };
    expect(await cashier.ask('exchange.begin', { ...asked, approvalId: null })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const forRefund = await approve(cashier, { act: 'refund', saleId, amountWon: priceWon, reason: 'changed-mind' });
    expect(await cashier.ask('exchange.begin', { ...asked, approvalId: forRefund })).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    const answers = await Promise.all([1, 2].map(() => tryExchange(cashier, { saleId, lines })));
    expect(answers.map((answer) => (answer.ok ? 'begun' : answer.code)).toSorted()).toEqual(['begun', 'refund.another-open']);
    expect(await tryRefund(cashier, { saleId, lines: null })).toMatchObject({ ok: false, code: 'refund.another-open' });
    const place = (await cashier.must('catalogue.list', {})).findIndex((product) => product.taxClass === 'exempt' && product.priceWon > priceWon);
    await ring(place);
    const { sale, exchange } = await exchangeOn(cashier);
    expect(exchange.refusal, 'taxable for tax-free').toBe('refund.exchange-tax-differs');
    expect(await cashier.ask('exchange.settle', { saleId: sale.saleId, giveWon: 0 })).toMatchObject({ ok: false, code: 'refund.exchange-tax-differs' });
    expect(await cashier.ask('sale.tenderCash', { saleId: sale.saleId, dueWon: 0, receivedWon: 0 })).toMatchObject({ ok: false, code: 'refund.exchange-tax-differs' });
  });
});

describe('goods taken in exchange for goods of a card sale', () => {
  it('that are cheaper: the charge is cancelled, and what is left of it is charged anew', async () => {
    counter = await startCounter(world, withTerminal);
    const { saleId, lineId, priceWon } = await sold('card');
    const { cashier } = counter;
    const before = (await terminal.state()).trades.filter((trade) => trade.approved).length;
    await beginExchange(cashier, { saleId, lines: [{ lineId, quantity: 2 }] });
    await ring(1);
    const { sale, exchange } = await exchangeOn(cashier);
    await cashier.must('exchange.settle', { saleId: sale.saleId, giveWon: exchange.giveWon });
    expect(await seeThrough(cashier)).toMatchObject({ kind: 'exchange', stage: 'done', givenBackWon: exchange.giveWon, returns: [{ way: 'cancel-and-recharge', standing: 'returned' }] });
    const trades = (await terminal.state()).trades.filter((trade) => trade.approved).slice(before);
    expect(trades.map((trade) => trade.totalWon)).toEqual([3 * priceWon, 3 * priceWon - exchange.giveWon]);
  });

  it('that are dearer, paid by card after one that was declined', async () => {
    counter = await startCounter(world, withTerminal);
    const { saleId, lineId, priceWon } = await sold('card');
    const { cashier } = counter;
    await beginExchange(cashier, { saleId, lines: [{ lineId, quantity: 1 }] });
    const dearerWon = await ring(1);
    const { sale, exchange } = await exchangeOn(cashier);
    const charge = { saleId: sale.saleId, leftWon: exchange.dueWon, amountWon: exchange.dueWon, installmentMonths: 0 };
    await terminal.next({ answer: 'decline', code: '8037', message: '한도초과' });
    await cashier.must('sale.chargeCard', charge);
    await cashier.until('the refusal', (view) => view.sale.stage === 'tendering' && view.sale.tendering.canLeave && view.sale.tendering.parts.some(({ trouble }) => trouble !== null));
    await cashier.must('sale.leavePayment', { saleId: sale.saleId });
    expect((await exchangeOn(cashier)).exchange).toEqual(exchange);
    await cashier.must('sale.chargeCard', charge);
    await answerSlip(sale.saleId, true);
    expect((await cashier.must('history.sale', { saleId: sale.saleId })).payment).toMatchObject({ exchange: { amountWon: priceWon }, cashWon: 0, cards: [{ amountWon: dearerWon - priceWon }] });
    await expect.poll(async () => (await refundOf(saleId))?.stage).toBe('done');
    expect((await cashier.look()).refund, 'nobody is asked for anything more').toBeNull();
  });
});
