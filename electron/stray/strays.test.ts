import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { ringUp, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, startCounter } from '../testing/counter-fixture.ts';

/** A terminal that speaks when nobody asked it, over real TCP, and a real journal on disk. */
let world: World;
let terminal: TerminalSimulatorProcess;

beforeAll(async () => {
  world = await openWorld();
  terminal = await startTerminalSimulatorProcess({ family: 'kicc-ed721' });
});
afterAll(async () => {
  await terminal.stop();
  await world.close();
});

const start = () => startCounter(world, withTerminal({ family: 'kicc-ed721', address: terminal.address }));

/** A charge whose answer never came: recorded as not approved, paid in cash instead, and over. */
async function lostCharge(counter: RunningCounter): Promise<{ readonly tradeNumber: string; readonly totalWon: number; readonly saleId: string }> {
  const { cashier } = counter;
  await terminal.next({ answer: 'silent' });
  const { saleId, totalWon } = await ringUp(counter, 1);
  await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
  const { sale } = await cashier.until('the unknown', (view) => view.sale.stage === 'tendering' && view.sale.tendering.unknown !== null && view.sale.tendering.unknown.inquiries === 1);
  const tradeNumber = sale.stage === 'tendering' ? (sale.tendering.unknown?.tradeNumber ?? '') : '';
  await cashier.must('card.settle', { saleId, tradeNumber, verdict: { verdict: 'not-approved' }, source: 'terminal-slip', approvalId: null });
  await cashier.must('sale.tenderCash', { saleId, dueWon: totalWon, receivedWon: totalWon });
  await cashier.must('receipt.decline', { saleId });
  await cashier.must('slip.answer', { saleId, wants: false });
  await cashier.must('sale.next', { saleId });
  return { tradeNumber, totalWon, saleId };
}

const standing = async ({ cashier }: RunningCounter) => (await cashier.must('stray.list', {})).strays;

describe('what the terminal tells when nobody asked', () => {
  it('of a charge of ours is approved after all, and given back by a cancel that is asked once', async () => {
    const counter = await start();
    const { tradeNumber, totalWon, saleId } = await lostCharge(counter);
    await terminal.keyedSale(totalWon, tradeNumber);
    const view = await counter.cashier.until('the stray charge', ({ status }) => status.cards.strayCharges === 1);
    expect(view.notices).toMatchObject([{ code: 'stray.surfaced', saleId }]);
    const [stray] = await standing(counter);
    expect(stray).toMatchObject({ kind: 'surfaced', saleId, saleNumber: 1, tradeNumber, amountWon: totalWon, says: 'approved', cancel: null, canCancel: true, approvalNumber: expect.stringMatching(/^\d{8}$/) });
    const strayId = stray?.strayId ?? '';
    const before = (await terminal.state()).trades.length;
    await counter.cashier.must('stray.cancel', { strayId });
    expect(await counter.cashier.ask('stray.cancel', { strayId })).toMatchObject({ ok: false });
    await counter.cashier.until('the money is back', ({ status }) => status.cards.strayCharges === 0);
    expect((await terminal.state()).trades.slice(before)).toMatchObject([{ kind: 'D4', totalWon, approved: true }]);
    expect(await counter.cashier.ask('stray.settle', { strayId, source: 'van-site', note: 'x', approvalId: null })).toMatchObject({ ok: false, code: 'stray.ended' });
    await counter.stop();
  });

  it('of no sale of ours waits for a manager, who says what was seen and where', async () => {
    const counter = await start();
    await counter.cashier.until('the terminal', ({ status }) => status.terminal.state === 'ok');
    await terminal.keyedSale(5_000);
    await counter.cashier.until('the stray charge', ({ status }) => status.cards.strayCharges === 1 && status.cards.strayChargesWon === 5_000);
    const [stray] = await standing(counter);
    expect(stray).toMatchObject({ kind: 'foreign', saleId: null, saleNumber: null, amountWon: 5_000, says: 'approved', canCancel: false });
    const asked = { strayId: stray?.strayId ?? '', source: 'terminal-slip', note: 'rung up as #0002' } as const;
    expect(await counter.cashier.ask('stray.cancel', asked)).toMatchObject({ ok: false, code: 'tender.nothing-to-cancel' });
    expect(await counter.cashier.ask('stray.settle', { ...asked, approvalId: null })).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const content = { act: 'settle-card', saleId: null, amountWon: 5_000, reason: asked.note } as const;
    const { approvalId } = await counter.cashier.must('people.approve', { ...content, userId: 'practice-manager', pin: '5678' });
    expect(await counter.cashier.ask('stray.settle', { ...asked, note: ' ', approvalId }), 'what cannot be done spends no approval').toMatchObject({ ok: false, code: 'stray.note-missing' });
    await counter.cashier.must('stray.settle', { ...asked, approvalId });
    expect(await standing(counter)).toEqual([]);
    await counter.stop();
  });
});
