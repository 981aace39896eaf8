import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { createFullDisk, type FullDisk, type TradeRow } from '../testing/full-disk.ts';

let world: World;
let terminal: TerminalSimulatorProcess;
let counter: RunningCounter;
let disk: FullDisk;

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  disk = createFullDisk('sale.traded');
});
afterEach(async () => {
  await counter.stop();
  await terminal.stop();
});
afterAll(() => world.close());

const attempts = async () => (await terminal.state()).trades.length;

describe.each(FAMILIES)('a disk that is full while %s is charging', (family) => {
  async function charge(full: TradeRow): Promise<string> {
    terminal = await startTerminalSimulatorProcess({ family });
    counter = await startCounter(world, withTerminal({ family, address: terminal.address }), disk.outside);
    const { saleId, totalWon } = await ringUp(counter, 1);
    disk.noRoomFor = full;
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await disk.isFull;
    return saleId;
  }

  it('sends nothing when it cannot be written that the terminal is asked, and asks once when there is room', async () => {
    const saleId = await charge('asking');
    expect(await attempts()).toBe(0);
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'tendering', saleId, tendering: { takenWon: 0 } });
    disk.noRoomFor = null;
    await counter.cashier.until('the sale is paid or can be charged anew', ({ sale }) => sale.stage === 'slip-question' || (sale.stage === 'tendering' && sale.tendering.canLeave));
    expect(await approvedAt(terminal)).toBeLessThanOrEqual(1);
  });

  it('keeps the answer it cannot write, says so, and writes it as soon as it can: charged once', async () => {
    const saleId = await charge('answered');
    const full = await counter.cashier.look();
    expect(full.sale).toMatchObject({ stage: 'tendering', saleId, tendering: { takenWon: 0, canLeave: false } });
    expect(full.notices).toContainEqual(expect.objectContaining({ code: 'journal.disk-full' }));
    expect(await approvedAt(terminal)).toBe(1);
    disk.noRoomFor = null;
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect([await attempts(), await approvedAt(terminal)]).toEqual([1, 1]);
  });

  it('and loses its power before there is room: nobody knows, and nothing is charged again', async () => {
    await charge('answered');
    await counter.stop();
    disk.noRoomFor = null;
    counter = await restartCounter(world, counter.dataDir, withTerminal({ family, address: terminal.address }), disk.outside);
    // The terminal of this family may know its last trade; one that does not leaves it to a person.
    const { sale } = await counter.cashier.until('what is known', ({ sale: now }) => now.stage === 'slip-question' || (now.stage === 'tendering' && now.tendering.unknown !== null));
    if (sale.stage === 'tendering') expect(await counter.cashier.ask('sale.chargeCard', { saleId: sale.saleId, leftWon: sale.tendering.leftWon, amountWon: 1_000, installmentMonths: 0 })).toMatchObject({ ok: false, code: 'tender.locked-unknown' });
    expect(await approvedAt(terminal)).toBe(1);
  });
});
