import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import { approvedAt, patient, ringUp, SLOW_CUSTOMER, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { issueReceipt, nextCustomer, openWorld, payCash, startCounter } from '../testing/counter-fixture.ts';

/** Real terminals' simulators over real TCP, a real journal on disk; the gateway's sandbox beside them, which must hear nothing. */
let world: World;
const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
type Family = (typeof FAMILIES)[number];
const terminals = new Map<Family, TerminalSimulatorProcess>();

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

function counterWith(family: Family, more: (settings: Settings) => Settings = (settings) => settings): Promise<RunningCounter> {
  const card = withTerminal({ family, address: simulator(family).address });
  return startCounter(world, (settings: Settings) => {
    const with_ = card(settings);
    return more({ ...with_, cashReceipt: { ...with_.cashReceipt, way: 'terminal' } });
  });
}

/** By the number she typed where the terminal takes one, else keyed there. */
async function want({ cashier }: RunningCounter, family: Family, saleId: string): Promise<void> {
  if (family === 'koces-cat') await issueReceipt(cashier, saleId);
  else await cashier.must('receipt.issueAtTerminal', { saleId, purpose: 'income-deduction' });
}

const receiptsAt = async (family: Family) => (await simulator(family).state()).trades.filter(({ kind }) => kind === 'G130' || kind === 'B1');
const unknownIn = ({ sale }: CounterView) => (sale.stage === 'receipt-issuing' ? (sale.cashReceipt.terminal?.unknown ?? null) : null);
const inquired = (family: Family) => (view: CounterView) => unknownIn(view)?.inquiries === (family === 'kicc-ed721' ? 1 : 0);
const failedIn = ({ sale }: CounterView) => (sale.stage === 'receipt-choice' ? sale.failed : null);

describe.each(FAMILIES)('a cash receipt through %s', (family) => {
  let counter: RunningCounter;
  beforeAll(async () => {
    counter = await counterWith(family);
  });
  afterEach(() => nextCustomer(counter));
  afterAll(() => counter.stop());

  it('is issued once there, stands on the slip, and the gateway hears nothing of it', async () => {
    const [before, sent] = [await receiptsAt(family), (await world.lane.sandbox.state()).receipts.length];
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);
    const view = await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    if (view.sale.stage !== 'slip-question') throw new Error(view.sale.stage);
    const { cashReceipt } = view.sale;
    expect(cashReceipt).toMatchObject({ state: 'issued', failure: null, totalWon: view.sale.payment.cashWon, identifierMasked: family === 'koces-cat' ? '010-****-5678' : '010***' });
    const trades = (await receiptsAt(family)).slice(before.length);
    expect(trades).toMatchObject([{ number: cashReceipt?.terminal?.tradeNumber, totalWon: view.sale.payment.cashWon, approved: true, confirmed: true, approvalNumber: cashReceipt?.approvalNumber }]);
    await counter.cashier.must('slip.answer', { saleId, wants: true });
    await counter.cashier.until('the paper', ({ sale }) => sale.stage === 'done' && sale.prints.some(({ kind, state }) => kind === 'slip' && state === 'confirmed'));
    expect((await world.lane.sandbox.state()).receipts.length).toBe(sent);
    expect(view.status.unsent.count).toBe(0);
    for (const name of readdirSync(counter.dataDir).filter((file) => file.startsWith('journal.db'))) expect(readFileSync(path.join(counter.dataDir, name)).includes('01012345678')).toBe(false);
  });

  it('refused says why; another number, nobody’s, or the gateway are the ways on', async () => {
    await simulator(family).next({ answer: 'decline', code: '8324', message: '번호 오류' });
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);
    const refused = await counter.cashier.until('the refusal', (view) => failedIn(view) !== null);
    expect(failedIn(refused)).toMatchObject({ state: 'failed', failure: { code: 'cash-receipt.terminal-declined', message: '8324 번호 오류' } });
    expect(refused.receiptOffer).toMatchObject({ way: 'terminal', gateway: true });
    const sent = (await world.lane.sandbox.state()).receipts.length;
    const number = { saleId, purpose: 'income-deduction', form: 'phone', digits: '010-1234-5678', way: 'gateway' } as const;
    await counter.cashier.must('receipt.draft', number);
    await counter.cashier.must('receipt.readBack', { saleId });
    await counter.cashier.must('receipt.issue', number);
    const view = await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', terminal: null } });
    expect((await world.lane.sandbox.state()).receipts.length).toBe(sent + 1);
  });

  it('to nobody needs no number', async () => {
    const saleId = await payCash(counter.cashier);
    await counter.cashier.must('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: '0100001234' });
    const view = await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', identifierMasked: '010-000-1234' } });
  });

  it('without an answer is unknown: not asked again, and settled by what a person read', async () => {
    await simulator(family).next({ answer: 'silent' });
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);

    const view = await counter.cashier.until('the unknown', inquired(family));

    const before = await receiptsAt(family);
    if (view.sale.stage !== 'receipt-issuing') throw new Error(view.sale.stage);
    expect(view.sale.cashReceipt.failure?.code).toBe('cash-receipt.terminal-unknown');
    expect(view.status.unsent.count).toBe(1);
    const { cashReceiptId } = view.sale.cashReceipt;
    await counter.cashier.must('receipt.settle', { cashReceiptId, verdict: { verdict: 'not-approved' }, source: 'terminal-last-trade' });
    const back = await counter.cashier.until('the choice', (each) => failedIn(each) !== null);
    expect(failedIn(back)?.failure?.code).toBe('cash-receipt.terminal-not-issued');
    expect(await receiptsAt(family)).toHaveLength(before.length);
    await want(counter, family, saleId);
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');

    expect(await receiptsAt(family)).toHaveLength(before.length + 1);
  });

  it('whose line drops is unknown; the sale can go on, and it is settled later from the sale', async () => {
    await simulator(family).next({ dropAt: 'approving' });
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);
    await counter.cashier.until('the unknown', inquired(family));
    const approved = (await receiptsAt(family)).at(-1);
    await counter.cashier.must('receipt.leaveWaiting', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    expect(await counter.cashier.ask('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: '0100001234' })).toMatchObject({ ok: false, code: 'cash-receipt.already-there' });
    const { cashReceipts } = await counter.cashier.must('history.sale', { saleId });
    expect(cashReceipts).toMatchObject([{ state: 'unknown', terminal: { tradeNumber: approved?.number } }]);
    const verdict = { verdict: 'approved', approvalNumber: approved?.approvalNumber ?? '', tradedAt: '20261128120000' } as const;
    await counter.cashier.must('receipt.settle', { cashReceiptId: cashReceipts[0]?.cashReceiptId ?? '', verdict, source: 'terminal-slip' });
    const after = await counter.cashier.must('history.sale', { saleId });
    expect(after.cashReceipts).toMatchObject([{ state: 'issued', approvalNumber: approved?.approvalNumber }]);
  });

  it('waits for nobody to answer at the terminal and is stopped from the counter', async () => {
    const counter = await counterWith(family, patient);
    await simulator(family).next(SLOW_CUSTOMER);
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);
    const live = await counter.cashier.until('the terminal', ({ sale }) => sale.stage === 'receipt-issuing' && sale.cashReceipt.terminal?.live?.stage === 'waiting-for-customer');
    if (live.sale.stage !== 'receipt-issuing') throw new Error(live.sale.stage);
    await counter.cashier.must('card.stop', { saleId, tradeNumber: live.sale.cashReceipt.terminal?.tradeNumber ?? '' });
    const back = await counter.cashier.until('the choice', (view) => failedIn(view) !== null);
    expect(failedIn(back)?.failure?.code).toBe('cash-receipt.terminal-stopped');
    await counter.stop();
  });

  it('and a card of the next customer have the terminal one after the other', async () => {
    await simulator(family).next({ customerMs: 400 });
    const approved = await approvedAt(simulator(family));
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);
    await counter.cashier.until('the terminal', ({ sale }) => sale.stage === 'receipt-issuing' && sale.cashReceipt.terminal?.live !== null);
    await counter.cashier.must('receipt.leaveWaiting', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    const products = await counter.cashier.must('catalogue.list', {});
    await counter.cashier.must('sale.scan', { code: products[0]?.barcode ?? '', quantity: 1 });
    const { sale } = await counter.cashier.look();
    if (sale.stage !== 'basket') throw new Error(sale.stage);
    const { totalWon } = sale.breakdown;
    await counter.cashier.must('sale.chargeCard', { saleId: sale.saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await counter.cashier.until('the charge', (view) => view.sale.stage === 'slip-question');
    const trades = (await simulator(family).state()).trades.slice(-2);
    expect(trades.map(({ kind, approved: yes }) => [kind, yes])).toEqual(family === 'koces-cat' ? [['G130', true], ['G120', true]] : [['B1', true], ['D1', true]]);
    expect(await approvedAt(simulator(family))).toBe(approved + 2);
    const earlier = await counter.cashier.must('history.sale', { saleId });
    expect(earlier.cashReceipts).toMatchObject([{ state: 'issued' }]);
  });

  it('does not hold a card of the next customer: what waits behind it is taken back, and was never asked', async () => {
    const counter = await counterWith(family, patient);
    await simulator(family).next(SLOW_CUSTOMER);
    const saleId = await payCash(counter.cashier);
    await want(counter, family, saleId);
    const first = await counter.cashier.until('the terminal', ({ sale }) => sale.stage === 'receipt-issuing' && sale.cashReceipt.terminal?.live?.stage === 'waiting-for-customer');
    await counter.cashier.must('receipt.leaveWaiting', { saleId });
    await counter.cashier.must('slip.answer', { saleId, wants: false });
    const next = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId: next.saleId, leftWon: next.totalWon, amountWon: next.totalWon, installmentMonths: 0 });
    const behind = await counter.cashier.until('the wait', ({ sale }) => sale.stage === 'tendering' && sale.tendering.waiting !== null);
    if (behind.sale.stage !== 'tendering') throw new Error(behind.sale.stage);
    const tradeNumber = behind.sale.tendering.waiting ?? '';
    await counter.cashier.must('card.stop', { saleId: next.saleId, tradeNumber });
    const back = await counter.cashier.until('the payment again', ({ sale }) => sale.stage === 'tendering' && sale.tendering.waiting === null && sale.tendering.leftWon === next.totalWon);
    if (back.sale.stage !== 'tendering') throw new Error(back.sale.stage);
    expect(back.sale.tendering.parts).toMatchObject([{ standing: 'none', trouble: 'card.stopped-by-counter' }]);
    expect(await counter.cashier.ask('card.stop', { saleId: next.saleId, tradeNumber })).toMatchObject({ ok: false, code: 'card.not-in-this-stage' });
    await counter.cashier.must('sale.takeCash', { saleId: next.saleId, leftWon: next.totalWon, amountWon: next.totalWon, receivedWon: next.totalWon });
    if (first.sale.stage !== 'receipt-issuing') throw new Error(first.sale.stage);
    await counter.cashier.must('card.stop', { saleId, tradeNumber: first.sale.cashReceipt.terminal?.tradeNumber ?? '' });
    await expect.poll(async () => (await counter.cashier.must('history.sale', { saleId })).cashReceipts[0]?.state, { timeout: 20_000 }).toBe('failed');
    expect((await simulator(family).state()).trades.map(({ number }) => number)).not.toContain(tradeNumber);
    await counter.stop();
  });
});

it('a number the terminal does not take is refused, and nothing is written', async () => {
  const counter = await counterWith('kicc-ed721');
  const saleId = await payCash(counter.cashier);
  const number = { saleId, purpose: 'income-deduction', form: 'phone', digits: '010-1234-5678' } as const;
  await counter.cashier.must('receipt.draft', number);
  await counter.cashier.must('receipt.readBack', { saleId });
  expect(await counter.cashier.ask('receipt.issue', number)).toMatchObject({ ok: false, code: 'cash-receipt.terminal-cannot' });
  expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-choice', failed: null });
  await counter.stop();
});

it('in a shop whose receipts go through the gateway the terminal is not asked', async () => {
  const counter = await startCounter(world, withTerminal({ family: 'koces-cat', address: simulator('koces-cat').address }));
  const before = await receiptsAt('koces-cat');
  const saleId = await payCash(counter.cashier);
  expect(await counter.cashier.ask('receipt.issueAtTerminal', { saleId, purpose: 'income-deduction' })).toMatchObject({ ok: false, code: 'cash-receipt.terminal-cannot' });
  await issueReceipt(counter.cashier, saleId);
  const view = await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
  expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', terminal: null } });
  expect(await receiptsAt('koces-cat')).toHaveLength(before.length);
  await counter.stop();
});
