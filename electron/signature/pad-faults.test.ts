/** Each thing a pad or a customer before it can do to a signature: the charge stands, and a name is in the journal or a slip waits for a pen. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PadScript } from '../../native/signature-pad/koces-pad/simulator/machine.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import { startSimulatorProcess, type SimulatorProcess } from '../../native/simulator-process.ts';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Journal } from '../../db/journal.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import { openWorld, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

const PAD = path.join(import.meta.dirname, '..', '..', 'native', 'signature-pad', 'koces-pad', 'simulator', 'main.ts');

type Fault = { readonly what: string; readonly script: Partial<PadScript>; /** Null: signed. */ readonly why: string | null };

/** The last one leaves the cable out. */
const FAULTS: readonly Fault[] = [
  { what: 'is cancelled on before it is touched', script: { customer: 'cancels' }, why: 'cancelled' },
  { what: 'is cancelled on in the middle of the name', script: { customer: 'begins-and-cancels' }, why: 'cancelled' },
  { what: 'refuses what it is asked', script: { pad: 'refuses' }, why: 'broken' },
  { what: 'begins anew', script: { pad: 'resets' }, why: 'broken' },
  { what: 'is silent', script: { pad: 'silent' }, why: 'silent' },
  { what: 'hands over a record that is none, twice', script: { pad: 'short-record' }, why: 'too-short' },
  { what: 'sends one point with a wrong check byte', script: { damage: 'one-point' }, why: null },
  { what: 'loses its cable in the middle of the name', script: { dropAt: 'pen' }, why: 'broken' },
];

describe.skipIf(!hasPtyPairs())('a pad that', () => {
  let world: World;
  let terminal: TerminalSimulatorProcess;
  let pad: SimulatorProcess;
  let counter: RunningCounter;
  let journal: Journal;

  beforeAll(async () => {
    world = await openWorld();
    [terminal, pad] = await Promise.all([startTerminalSimulatorProcess({ family: 'kicc-ed721' }), startSimulatorProcess(PAD, [])]);
    await terminal.usual({ signature: 'not-taken' });
    const settings = withTerminal({ family: 'kicc-ed721', address: terminal.address }, { fromWon: 0, takenBy: 'pad', pad: 'koces-pad', padAddress: String(pad.said['address']) });
    counter = await startCounter(world, settings, { now: () => new Date(), wrap: (parts) => ((journal = parts.journal), parts) });
  });
  afterAll(async () => {
    await counter.stop();
    await Promise.all([terminal.stop(), pad.stop()]);
    await world.close();
  });

  it.each(FAULTS)('$what: the charge stands, signed for or with a slip for a pen', async ({ script, why }) => {
    const { cashier } = counter;
    const [chargedBefore, slipsBefore] = [await approvedAt(terminal), (await cashier.look()).status.cards.slipsUnsigned];
    await askControlPort(Number(pad.said['controlPort']), { tell: 'usual', script });
    const { saleId, totalWon } = await ringUp(counter, 1);
    await cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    const { sale } = await cashier.until('the slip question', (view) => view.sale.stage === 'slip-question');
    expect(sale).toMatchObject({ payment: { cards: [{ amountWon: totalWon, handwritten: why !== null }] } });
    expect(await journal.sale(saleId), 'in the journal').toMatchObject({ state: { payment: { tendered: { signatures: [{ state: why === null ? { name: 'signed' } : { name: 'handwritten', why } }] } } } });
    await cashier.until('the slip to be counted', ({ status }) => status.cards.slipsUnsigned === slipsBefore + (why === null ? 0 : 1));
    expect(await approvedAt(terminal), 'charged once').toBe(chargedBefore + 1);
    await cashier.must('slip.answer', { saleId, wants: false });
    await cashier.must('sale.next', { saleId });
  });
});
