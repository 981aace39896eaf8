import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../domain/seoul-time.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { nextCustomer, openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { approve, beginRefund, isOver, seeThrough, untilRefund } from '../testing/refunder.ts';

/** Both terminals' simulators over real TCP, a real journal on disk; no pad, so that what the terminal does not take is signed on paper. */
let world: World;
const terminals = new Map<Family, TerminalSimulatorProcess>();
const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
type Family = (typeof FAMILIES)[number];

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

const WAITS = { customerTimeoutMs: 600, approvalTimeoutMs: 600, closingTimeoutMs: 300, inquiryTimeoutMs: 400, lingerMs: 2_000 };
const settingsFor = (family: Family) => (settings: Settings) =>
  ({ ...settings, terminal: { ...settings.terminal, family, address: simulator(family).address, waits: WAITS }, signature: { ...settings.signature, pad: 'none', takenBy: 'terminal' } }) as Settings;

/** Ten of the first thing on the shelf, paid by card, all or but for so much cash. */
async function soldByCard({ cashier }: RunningCounter, cashWon = 0): Promise<{ saleId: string; lineId: string; priceWon: number; totalWon: number }> {
  const products = await cashier.must('catalogue.list', {});
  await cashier.must('sale.scan', { code: products[0]?.barcode ?? '', quantity: 10 });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  const { saleId } = sale;
  const { totalWon } = sale.breakdown;
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon - cashWon, installmentMonths: 0 });
  await cashier.until('the approval', (view) => view.sale.stage === 'slip-question' || (view.sale.stage === 'tendering' && view.sale.tendering.live === null && view.sale.tendering.takenWon === totalWon - cashWon));
  if (cashWon > 0) {
    await cashier.must('sale.takeCash', { saleId, leftWon: cashWon, amountWon: cashWon, receivedWon: cashWon });
    await cashier.must('receipt.decline', { saleId });
  }
  await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId, wants: false });
  const [line] = (await cashier.must('refund.offer', { saleId })).lines;
  return { saleId, lineId: line?.lineId ?? '', priceWon: line?.unitPriceWon ?? 0, totalWon };
}

const approvedBy = async (family: Family) => (await simulator(family).state()).trades.filter((trade) => trade.approved);
const approvedCount = async (family: Family) => (await approvedBy(family)).length;

/** What the terminal approved since: charges and cancels by their sums. Each family has its own word for them. */
async function approvedSince(family: Family, count: number): Promise<readonly string[]> {
  return (await approvedBy(family)).slice(count).map((trade) => `${trade.kind === 'D4' || trade.kind.endsWith('cancel') ? 'cancel' : 'charge'} ${trade.totalWon}`);
}

describe.each(FAMILIES)('a card sale on %s', (family) => {
  let counter: RunningCounter;
  beforeAll(async () => {
    counter = await startCounter(world, settingsFor(family));
  });
  afterEach(() => nextCustomer(counter));
  afterAll(() => counter.stop());

  it('is voided by one cancel at the terminal, and a slip that names it', async () => {
    const { saleId, totalWon } = await soldByCard(counter);
    const before = await approvedCount(family);
    await beginRefund(counter.cashier, { saleId, lines: null });
    const refund = await seeThrough(counter.cashier);
    expect(refund).toMatchObject({ kind: 'void', stage: 'done', givenBackWon: totalWon, returns: [{ way: 'cancel', standing: 'returned' }] });
    expect(await approvedSince(family, before)).toEqual([`cancel ${totalWon}`]);
    await untilRefund(counter.cashier, 'the paper', (each) => each.prints.some((print) => print.state === 'confirmed'));
    expect(await world.lane.printer.slipText((await world.lane.printer.state()).slipCount)).toContain(refund.returns[0]?.cancelApproval ?? 'no approval');
  });

  it('in part is cancelled whole and the rest is charged anew; the next part goes off the new charge', async () => {
    const { saleId, lineId, priceWon, totalWon } = await soldByCard(counter);
    const before = await approvedCount(family);
    const preview = await counter.cashier.must('refund.preview', { saleId, lines: [{ lineId, quantity: 3 }], shares: null });
    expect(preview.returns).toMatchObject([{ way: 'cancel-and-recharge', amountWon: 3 * priceWon, rechargeWon: totalWon - 3 * priceWon }]);
    await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity: 3 }] });
    expect(await seeThrough(counter.cashier)).toMatchObject({ kind: 'refund', stage: 'done', givenBackWon: 3 * priceWon });
    await beginRefund(counter.cashier, { saleId, lines: null });
    expect(await seeThrough(counter.cashier)).toMatchObject({ kind: 'refund', stage: 'done', givenBackWon: 7 * priceWon });
    expect(await approvedSince(family, before)).toEqual([`cancel ${totalWon}`, `charge ${totalWon - 3 * priceWon}`, `cancel ${totalWon - 3 * priceWon}`]);
    expect(await counter.cashier.must('refund.offer', { saleId })).toMatchObject({ leftWon: 0, payments: [] });
  });

  it('whose rest is declined leads on: the whole is charged again, and nothing was refunded', async () => {
    const { saleId, lineId, totalWon } = await soldByCard(counter);
    await simulator(family).next({});
    await simulator(family).next({ answer: 'decline', code: '8037', message: '한도초과' });
    await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity: 3 }] });
    const asked = await untilRefund(counter.cashier, 'the question', (each) => each.ask?.ask === 'rest');
    expect(asked).toMatchObject({ trouble: 'refund.rest-not-charged', canCallOff: false, returns: [{ standing: 'rest-due', rest: { canRestore: true } }] });
    const ofReturn = { refundId: asked.refundId, returnId: 'r1' };
    await counter.cashier.must('refund.chooseOwed', { ...ofReturn, owed: 'restore' });
    await counter.cashier.must('refund.chargeRest', { ...ofReturn, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    expect(await untilRefund(counter.cashier, 'the end', isOver)).toMatchObject({ stage: 'called-off', restored: true, givenBackWon: 0 });
    expect(await counter.cashier.must('refund.offer', { saleId })).toMatchObject({ leftWon: totalWon, refunds: [], payments: [{ kind: 'card', leftWon: totalWon }] });
  });

  it('whose rest is declined is paid in cash as well', async () => {
    const { saleId, lineId, priceWon, totalWon } = await soldByCard(counter);
    await simulator(family).next({});
    await simulator(family).next({ answer: 'decline', code: '8037', message: '한도초과' });
    await beginRefund(counter.cashier, { saleId, lines: [{ lineId, quantity: 3 }] });
    const asked = await untilRefund(counter.cashier, 'the question', (each) => each.ask?.ask === 'rest');
    const restWon = totalWon - 3 * priceWon;
    expect(await counter.cashier.ask('refund.takeRest', { refundId: asked.refundId, returnId: 'r1', leftWon: restWon - 1, amountWon: restWon, receivedWon: restWon })).toMatchObject({ ok: false, code: 'cash.due-has-changed' });
    await counter.cashier.must('refund.takeRest', { refundId: asked.refundId, returnId: 'r1', leftWon: restWon, amountWon: restWon, receivedWon: 100_000 });
    expect(await untilRefund(counter.cashier, 'the end', isOver)).toMatchObject({ stage: 'done', givenBackWon: 3 * priceWon });
    expect(await counter.cashier.must('refund.offer', { saleId })).toMatchObject({ payments: [{ kind: 'cash', leftWon: restWon }] });
  });

  it('whose cancel gets no answer is neither done nor asked again, and is settled by what a person read', async () => {
    const { saleId, totalWon } = await soldByCard(counter);
    await simulator(family).next({ answer: 'silent' });
    await beginRefund(counter.cashier, { saleId, lines: null });
    const unknown = await untilRefund(counter.cashier, 'the unknown', (each) => each.unknown !== null && each.ask?.ask === 'trade-unknown');
    expect(unknown).toMatchObject({ trouble: 'card.cancel-unknown', canCallOff: false, unknown: { act: 'cancel', amountWon: totalWon } });
    const ofReturn = { refundId: unknown.refundId, returnId: 'r1' };
    expect(await counter.cashier.ask('refund.cancelAgain', ofReturn)).toMatchObject({ ok: false, code: 'tender.locked-unknown' });
    expect(await counter.cashier.ask('refund.decide', { ...ofReturn, what: 'cash', reason: '합의', approvalId: null })).toMatchObject({ ok: false, code: 'tender.locked-unknown' });
    const verdict = { verdict: 'approved', approvalNumber: '30019999', tradedAt: '20260302141000' } as const;
    await counter.cashier.must('refund.settle', { refundId: unknown.refundId, tradeNumber: unknown.unknown?.tradeNumber ?? '', verdict, source: 'terminal-slip', approvalId: await approve(counter.cashier, { act: 'settle-card', saleId, amountWon: totalWon, reason: null }) });
    expect(await untilRefund(counter.cashier, 'the end', isOver)).toMatchObject({ stage: 'done', givenBackWon: totalWon, returns: [{ cancelApproval: '30019999' }] });
  });

  it('whose cancel is declined goes back in cash by a manager’s decision, and not without', async () => {
    const { saleId, totalWon } = await soldByCard(counter);
    await simulator(family).next({ answer: 'decline', code: '8350', message: '취소불가' });
    await beginRefund(counter.cashier, { saleId, lines: null });
    const asked = await untilRefund(counter.cashier, 'the question', (each) => each.ask?.ask === 'not-cancelled');
    expect(asked).toMatchObject({ trouble: 'card.cancel-declined', returns: [{ message: '취소불가', canTryAgain: true }] });
    const decide = { refundId: asked.refundId, returnId: 'r1', what: 'cash' as const, reason: '카드 해지됨' };
    expect(await counter.cashier.ask('refund.decide', { ...decide, approvalId: null })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    await counter.cashier.must('refund.decide', { ...decide, approvalId: await approve(counter.cashier, { act: 'refund', saleId, amountWon: totalWon, reason: decide.reason }) });
    expect(await seeThrough(counter.cashier)).toMatchObject({ stage: 'done', returns: [{ instead: 'cash', cash: { amountWon: totalWon, handed: true } }] });
  });

  it('paid in parts goes back by each, the card first, then the cash', async () => {
    const { saleId, totalWon } = await soldByCard(counter, 5_000);
    await beginRefund(counter.cashier, { saleId, lines: null });
    const refund = await seeThrough(counter.cashier);
    expect(refund.returns.map((each) => [each.kind, each.amountWon, each.standing])).toEqual([['card', totalWon - 5_000, 'returned'], ['cash', 5_000, 'returned']]);
  });

  it('cancelled when the program was ended is not cancelled again; its rest is asked for', async () => {
    const first = await startCounter(world, settingsFor(family));
    const { saleId, lineId, totalWon } = await soldByCard(first);
    await simulator(family).next({});
    await simulator(family).next({ answer: 'decline', code: '8037', message: '한도초과' });
    const before = await approvedCount(family);
    await beginRefund(first.cashier, { saleId, lines: [{ lineId, quantity: 3 }] });
    await untilRefund(first.cashier, 'the question', (each) => each.ask?.ask === 'rest');
    await first.stop();
    const again = await restartCounter(world, first.dataDir, settingsFor(family));
    const asked = await untilRefund(again.cashier, 'the question again', (each) => each.ask?.ask === 'rest');
    expect(await approvedSince(family, before)).toEqual([`cancel ${totalWon}`]);
    const left = asked.returns[0]?.rest?.leftWon ?? 0;
    await again.cashier.must('refund.chargeRest', { refundId: asked.refundId, returnId: 'r1', leftWon: left, amountWon: left, installmentMonths: 0 });
    expect(await untilRefund(again.cashier, 'the end', isOver)).toMatchObject({ stage: 'done' });
    await again.stop();
  });
});

describe('a card sale of long ago', () => {
  it('is beyond the terminal: nothing is asked of it, the screen asks for the call, and its reference is what proves it', async () => {
    const family = 'koces-cat';
    const counter = await startCounter(world, settingsFor(family));
    const { saleId, totalWon } = await soldByCard(counter);
    await counter.stop();
    const before = await approvedCount(family);
    const later = await restartCounter(world, counter.dataDir, settingsFor(family), { now: () => new Date(Date.now() + 100 * DAY_MS), wrap: (parts) => parts });
    await beginRefund(later.cashier, { saleId, lines: null });
    const asked = await untilRefund(later.cashier, 'the call', (each) => each.ask?.ask === 'phone');
    expect(asked).toMatchObject({ stage: 'by-phone', trouble: 'refund.by-phone-only', givenBackWon: 0, returns: [{ way: 'by-phone', standing: 'waiting', canTryAgain: false }] });
    const ofReturn = { refundId: asked.refundId, returnId: 'r1' };
    expect(await later.cashier.ask('refund.cancelAgain', ofReturn)).toMatchObject({ ok: false, code: 'refund.by-phone-only' });
    const decide = { ...ofReturn, what: 'phone' as const, reason: '접수 1234' };
    await later.cashier.must('refund.decide', { ...decide, approvalId: await approve(later.cashier, { act: 'refund', saleId, amountWon: totalWon, reason: decide.reason }) });
    expect(await untilRefund(later.cashier, 'the end', isOver)).toMatchObject({ stage: 'done', givenBackWon: totalWon, returns: [{ instead: 'phone', standing: 'returned' }] });
    expect(await approvedSince(family, before)).toEqual([]);
    await later.stop();
  });
});
