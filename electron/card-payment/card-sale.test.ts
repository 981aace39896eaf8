import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, startCounter } from '../testing/counter-fixture.ts';

/** Real terminals' simulators over real TCP, a real journal on disk; no pad, so that a signature is always a slip for a pen. */
let world: World;
const terminals = new Map<'koces-cat' | 'kicc-ed721', TerminalSimulatorProcess>();
const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;

beforeAll(async () => {
  world = await openWorld();
  for (const family of FAMILIES) terminals.set(family, await startTerminalSimulatorProcess({ family }));
});
afterAll(async () => {
  for (const terminal of terminals.values()) await terminal.stop();
  await world.close();
});

function simulator(family: (typeof FAMILIES)[number]): TerminalSimulatorProcess {
  const found = terminals.get(family);
  if (found === undefined) throw new Error(family);
  return found;
}

function counterWith(family: (typeof FAMILIES)[number], over: Partial<Settings['signature']> = {}): Promise<RunningCounter> {
  return startCounter(world, withTerminal({ family, address: simulator(family).address }, over));
}

const settled = (view: CounterView) => view.sale.stage !== 'tendering' || (view.sale.tendering.live === null && view.sale.tendering.parts.every(({ standing }) => standing !== 'under-way' && standing !== 'cancelling'));
const tenderingOf = (view: CounterView) => {
  if (view.sale.stage !== 'tendering') throw new Error(`expected tendering, not ${view.sale.stage}`);
  return view.sale.tendering;
};
const approved = (family: (typeof FAMILIES)[number]) => approvedAt(simulator(family));

describe.each(FAMILIES)('a card sale on %s', (family) => {
  it('is charged once, and leads to the slip without a cash receipt', async () => {
    const counter = await counterWith(family);
    const before = await approved(family);
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    const view = await counter.cashier.until('the slip question', (each) => each.sale.stage === 'slip-question');
    expect(view.sale).toMatchObject({ stage: 'slip-question', payment: { receivedWon: 0, cashWon: 0, cards: [{ amountWon: totalWon }] } });
    expect(await approved(family)).toBe(before + 1);
    await counter.cashier.must('slip.answer', { saleId, wants: true });
    await counter.cashier.until('the paper', (each) => each.sale.stage === 'done' && each.sale.prints.some((print) => print.kind === 'slip' && print.state === 'confirmed'));
    await counter.stop();
  });

  it('from the signature amount up brings out the slip to sign, which is followed', async () => {
    const counter = await counterWith(family, { takenBy: 'none', fromWon: 0 });
    await simulator(family).next({ signature: 'not-taken' });
    const { saleId, totalWon } = await ringUp(counter, 2);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await counter.cashier.until('the slip question', (each) => each.sale.stage === 'slip-question');
    const view = await counter.cashier.until('the slip is out', (each) => each.status.cards.slipsUnsigned === 1);
    expect(view.status.cards.slipsUnsignedWon).toBe(totalWon);
    const { open } = await counter.cashier.must('handwritten.list', { endedBefore: null, limit: 10 });
    const slip = open[0];
    if (slip === undefined) throw new Error('no slip');
    expect(slip).toMatchObject({ state: 'printed', chargedWon: totalWon, card: { approvalNumber: expect.stringMatching(/^\d{8}$/), maskedNumber: expect.not.stringMatching(/\d{9}/) } });
    const { lines } = await counter.cashier.must('handwritten.byHand', { slipId: slip.slipId });
    expect(lines.map((line) => line.label)).toContain('승인번호');
    await counter.cashier.must('handwritten.collected', { slipId: slip.slipId, how: 'printed' });
    await counter.cashier.must('handwritten.handOver', { slipIds: [slip.slipId], batch: '1', handedOn: '2099-01-01' });
    const after = await counter.cashier.must('handwritten.list', { endedBefore: null, limit: 10 });
    expect(after).toMatchObject({ open: [], ended: [{ state: 'handed-over', how: 'printed', batch: '1', handedOn: '2099-01-01', card: slip.card }] });
    await counter.stop();
  });

  it('declined takes nothing, and cash pays instead', async () => {
    const counter = await counterWith(family);
    await simulator(family).next({ answer: 'decline', code: '8037', message: '한도초과' });
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    const view = await counter.cashier.until('the refusal', (each) => settled(each) && each.sale.stage === 'tendering');
    expect(tenderingOf(view)).toMatchObject({ leftWon: totalWon, takenWon: 0, canLeave: true, parts: [{ standing: 'none', trouble: 'card.declined' }] });
    await counter.cashier.must('sale.tenderCash', { saleId, dueWon: totalWon, receivedWon: totalWon });
    const paid = await counter.cashier.look();
    expect(paid.sale).toMatchObject({ stage: 'receipt-choice', payment: { cashWon: totalWon, cards: [] } });
    await counter.stop();
  });

  it('without an answer is unknown, locks the sale, and is settled by what a person read', async () => {
    const counter = await counterWith(family);
    await simulator(family).next({ answer: 'silent' });
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    const view = await counter.cashier.until('the unknown', (each) => each.sale.stage === 'tendering' && each.sale.tendering.unknown !== null && each.sale.tendering.unknown.inquiries === (family === 'kicc-ed721' ? 1 : 0));
    const { unknown, leftWon } = tenderingOf(view);
    expect(await counter.cashier.ask('sale.chargeCard', { saleId, leftWon, amountWon: totalWon, installmentMonths: 0 })).toMatchObject({ ok: false, code: 'tender.locked-unknown' });
    expect(await counter.cashier.ask('sale.takeCash', { saleId, leftWon, amountWon: totalWon, receivedWon: totalWon })).toMatchObject({ ok: false, code: 'tender.may-be-charged' });
    expect(view.status.cards).toMatchObject({ unknownCharges: 1, unknownChargesWon: totalWon });
    await counter.cashier.must('card.settle', { saleId, tradeNumber: unknown?.tradeNumber ?? '', verdict: { verdict: 'not-approved' }, source: 'terminal-slip', approvalId: null });
    expect(tenderingOf(await counter.cashier.look())).toMatchObject({ leftWon: totalWon, canLeave: true, unknown: null });
    await counter.stop();
  });

  it('in parts, card and cash, has a receipt for the cash alone', async () => {
    const counter = await counterWith(family);
    const { saleId, totalWon } = await ringUp(counter, 2);
    const cardWon = Math.floor(totalWon / 2);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: cardWon, installmentMonths: 0 });
    await counter.cashier.until('the approval', (each) => settled(each) && each.sale.stage === 'tendering' && each.sale.tendering.takenWon === cardWon);
    await counter.cashier.must('sale.takeCash', { saleId, leftWon: totalWon - cardWon, amountWon: totalWon - cardWon, receivedWon: 50_000 });
    const view = await counter.cashier.look();
    expect(view.sale).toMatchObject({ stage: 'receipt-choice', payment: { cashWon: totalWon - cardWon, receivedWon: 50_000, changeWon: 50_000 - (totalWon - cardWon), cards: [{ amountWon: cardWon }] } });
    await counter.stop();
  });

  it('a part of it is cancelled at the terminal, and the sale can go back to the basket', async () => {
    const counter = await counterWith(family);
    const { saleId, totalWon } = await ringUp(counter, 2);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: 1_000, installmentMonths: 0 });
    const taken = await counter.cashier.until('the approval', (each) => settled(each) && each.sale.stage === 'tendering' && each.sale.tendering.takenWon === 1_000);
    const partId = tenderingOf(taken).parts[0]?.partId ?? '';
    await counter.cashier.must('sale.returnPart', { saleId, partId });
    await counter.cashier.until('the cancel', (each) => settled(each) && each.sale.stage === 'tendering' && each.sale.tendering.takenWon === 0);
    await counter.cashier.must('sale.leavePayment', { saleId });
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'basket', tried: true });
    await counter.stop();
  });
});
