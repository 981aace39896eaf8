/** What a terminal says when nobody waits for it any more: of a charge that was given up, of a sale that is over, of a sale nobody rang up. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '../../contract/views.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { TerminalFamily } from '../../native/terminal/simulator/server.ts';
import type { Settings } from '../settings.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;
let terminal: TerminalSimulatorProcess;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(async () => {
  await world.lane.printer.tell({ tell: 'recover' });
  await counter.stop();
  await terminal.stop();
});
afterAll(() => world.close());

/** A counter that gives up soon, and goes on listening. */
async function sitDown(family: TerminalFamily, signature: Partial<Settings['signature']> = {}): Promise<void> {
  terminal = await startTerminalSimulatorProcess({ family });
  counter = await startCounter(world, (settings) => {
    const changed = withTerminal({ family, address: terminal.address }, signature)(settings);
    return { ...changed, terminal: { ...changed.terminal, waits: { ...changed.terminal.waits, approvalTimeoutMs: 300, lingerMs: 60_000 } } };
  });
}

const standings = ({ sale }: CounterView) => (sale.stage === 'tendering' ? sale.tendering.parts.map(({ standing }) => standing) : []);

describe('a charge whose approval comes after a person has said that there is none', () => {
  /** Written off before the host has answered. */
  async function giveUpOn(lateByMs: number): Promise<{ readonly saleId: string; readonly totalWon: number }> {
    await sitDown('koces-cat');
    await terminal.next({ approvalMs: lateByMs });
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    const { sale } = await counter.cashier.until('the unknown', (view) => view.sale.stage === 'tendering' && view.sale.tendering.unknown !== null);
    if (sale.stage !== 'tendering') throw new Error(sale.stage);
    await counter.cashier.must('card.settle', { saleId, tradeNumber: sale.tendering.unknown?.tradeNumber ?? '', verdict: { verdict: 'not-approved' }, source: 'terminal-slip', approvalId: null });
    return { saleId, totalWon };
  }

  it('stands before anything else while the sale is open, and can be kept for what is due', async () => {
    const { saleId, totalWon } = await giveUpOn(4_000);
    const view = await counter.cashier.until('the charge too many', (each) => standings(each).includes('surplus'));
    expect(view.sale).toMatchObject({ tendering: { lock: 'tender.surplus-first', surplusWon: totalWon, takenWon: 0, parts: [{ trouble: 'card.surfaced' }] } });
    expect(await counter.cashier.ask('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 })).toMatchObject({ ok: false, code: 'tender.surplus-first' });
    await counter.cashier.must('sale.keepCharge', { saleId, partId: view.sale.stage === 'tendering' ? (view.sale.tendering.parts[0]?.partId ?? '') : '' });
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect(await approvedAt(terminal), 'charged once').toBe(1);
  });

  it('after the sale was paid in cash is a stray charge, and is given back at the terminal', async () => {
    const { saleId, totalWon } = await giveUpOn(6_000);
    await counter.cashier.must('sale.tenderCash', { saleId, dueWon: totalWon, receivedWon: totalWon });
    await counter.cashier.must('receipt.decline', { saleId });
    const { status, notices } = await counter.cashier.until('the stray charge', (view) => view.status.cards.strayCharges === 1);
    expect([status.cards.strayChargesWon, notices.map(({ code }) => code)]).toEqual([totalWon, expect.arrayContaining(['stray.surfaced'])]);
    const [stray] = (await counter.cashier.must('stray.list', {})).strays;
    expect(stray).toMatchObject({ kind: 'surfaced', saleId, amountWon: totalWon, canCancel: true });
    await counter.cashier.must('stray.cancel', { strayId: stray?.strayId ?? '' });
    await counter.cashier.until('the cancel', (view) => view.status.cards.strayCharges === 0);
    expect((await terminal.state()).trades.map(({ kind, approved }) => [kind, approved])).toEqual([['G120', true], ['G120 cancel', true]]);
  });
});

describe('a sale that was keyed on the terminal itself', () => {
  it('is a stray charge without a sale, and of no trade of ours', async () => {
    await sitDown('kicc-ed721');
    // The line is open once something was asked.
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    await askControlPort(terminal.controlPort, { tell: 'keyed-sale', totalWon: 5_000 });
    const { notices } = await counter.cashier.until('the stray charge', (view) => view.status.cards.strayCharges === 1);
    expect(notices.map(({ code }) => code)).toContain('stray.result');
    expect((await counter.cashier.must('stray.list', {})).strays).toMatchObject([{ kind: 'foreign', saleId: null, tradeNumber: '', canCancel: false }]);
  });
});

describe('a slip to sign that does not come out', () => {
  it('is counted as not printed, with what to write by hand', async () => {
    await sitDown('koces-cat', { fromWon: 0 });
    await world.lane.printer.tell({ tell: 'paper-end' });
    const { saleId, totalWon } = await ringUp(counter, 1);
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    const newest = async () => (await counter.cashier.must('handwritten.list', { endedBefore: null, limit: 10 })).open[0];
    await expect.poll(newest, { timeout: 20_000 }).toMatchObject({ state: 'not-printed', saleId, chargedWon: totalWon, trouble: expect.stringMatching(/^handwritten\./) });
    expect((await counter.cashier.look()).status.cards.slipsNotPrinted).toBe(1);
    const slip = await newest();
    expect((await counter.cashier.must('handwritten.byHand', { slipId: slip?.slipId ?? '' })).lines.map(({ label }) => label)).toContain('승인번호');
  });
});
