import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JournalError } from '../../db/journal.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Outside } from '../app.ts';
import { approvedAt, ringUp, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter, startCounter } from '../testing/counter-fixture.ts';

let world: World;
let terminal: TerminalSimulatorProcess;
let counter: RunningCounter;
/** Which rows of a trade the full disk has no room for; null: it is well. */
let noRoomFor: 'asking' | 'answered' | null = null;
let refused = 0;

const tells = (entry: JournalEntry, type: string) => entry.kind === 'sale.traded' && entry.payload.event.type === 'traded' && entry.payload.event.event.type === type;

const outside: Outside = {
  now: () => new Date(),
  wrap: (parts) => ({
    ...parts,
    journal: {
      ...parts.journal,
      append: (entries) => {
        const type = noRoomFor;
        if (type === null || !entries.some((entry) => tells(entry, type))) return parts.journal.append(entries);
        refused += 1;
        return Promise.reject(new JournalError('journal.disk-full', 'no room'));
      },
    },
  }),
};

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  noRoomFor = null;
  refused = 0;
});
afterEach(async () => {
  await counter.stop();
  await terminal.stop();
});
afterAll(() => world.close());

const attempts = async () => (await terminal.state()).trades.length;

describe.each(FAMILIES)('a disk that is full while %s is charging', (family) => {
  async function charge(full: 'asking' | 'answered'): Promise<string> {
    terminal = await startTerminalSimulatorProcess({ family });
    counter = await startCounter(world, withTerminal({ family, address: terminal.address }), outside);
    const { saleId, totalWon } = await ringUp(counter, 1);
    noRoomFor = full;
    await counter.cashier.must('sale.chargeCard', { saleId, leftWon: totalWon, amountWon: totalWon, installmentMonths: 0 });
    await expect.poll(() => refused).toBeGreaterThan(0);
    return saleId;
  }

  it('sends nothing when it cannot be written that the terminal is asked, and asks once when there is room', async () => {
    const saleId = await charge('asking');
    expect(await attempts()).toBe(0);
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'tendering', saleId, tendering: { takenWon: 0 } });
    noRoomFor = null;
    await counter.cashier.until('the sale is paid or can be charged anew', ({ sale }) => sale.stage === 'slip-question' || (sale.stage === 'tendering' && sale.tendering.canLeave));
    expect(await approvedAt(terminal)).toBeLessThanOrEqual(1);
  });

  it('keeps the answer it cannot write, says so, and writes it as soon as it can: charged once', async () => {
    const saleId = await charge('answered');
    const full = await counter.cashier.look();
    expect(full.sale).toMatchObject({ stage: 'tendering', saleId, tendering: { takenWon: 0, canLeave: false } });
    expect(full.notices).toContainEqual(expect.objectContaining({ code: 'journal.disk-full' }));
    expect(await approvedAt(terminal)).toBe(1);
    noRoomFor = null;
    await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect([await attempts(), await approvedAt(terminal)]).toEqual([1, 1]);
  });

  it('and loses its power before there is room: nobody knows, and nothing is charged again', async () => {
    await charge('answered');
    await counter.stop();
    noRoomFor = null;
    counter = await restartCounter(world, counter.dataDir, withTerminal({ family, address: terminal.address }), outside);
    // The terminal of this family may know its last trade; one that does not leaves it to a person.
    const { sale } = await counter.cashier.until('what is known', ({ sale: now }) => now.stage === 'slip-question' || (now.stage === 'tendering' && now.tendering.unknown !== null));
    if (sale.stage === 'tendering') expect(await counter.cashier.ask('sale.chargeCard', { saleId: sale.saleId, leftWon: sale.tendering.leftWon, amountWon: 1_000, installmentMonths: 0 })).toMatchObject({ ok: false, code: 'tender.locked-unknown' });
    expect(await approvedAt(terminal)).toBe(1);
  });
});
