import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JournalError } from '../../db/journal.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Outside } from '../app.ts';
import type { Settings } from '../settings.ts';
import { approvedAt, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, payCash, restartCounter, startCounter } from '../testing/counter-fixture.ts';

let world: World;
let terminal: TerminalSimulatorProcess;
let counter: RunningCounter;
/** Which rows of the receipt's trade the full disk has no room for; null: it is well. */
let noRoomFor: 'asking' | 'answered' | null = null;
let refused = 0;

const tells = (entry: JournalEntry, type: string) => entry.kind === 'cash-receipt.traded' && entry.payload.event.type === 'traded' && entry.payload.event.event.type === type;

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

function atTerminal(family: 'koces-cat' | 'kicc-ed721'): (settings: Settings) => Settings {
  const card = withTerminal({ family, address: terminal.address });
  return (settings) => {
    const changed = card(settings);
    return { ...changed, cashReceipt: { ...changed.cashReceipt, way: 'terminal' } };
  };
}

async function want(family: 'koces-cat' | 'kicc-ed721', full: typeof noRoomFor): Promise<string> {
  terminal = await startTerminalSimulatorProcess({ family });
  counter = await startCounter(world, atTerminal(family), outside);
  const saleId = await payCash(counter.cashier);
  noRoomFor = full;
  if (full === null) await terminal.next({ approvalMs: 1_200 });
  await counter.cashier.must('receipt.issueAtTerminal', { saleId, purpose: 'expense-proof' });
  return saleId;
}

const attempts = async () => (await terminal.state()).trades.length;

describe('a disk that is full while the terminal issues a cash receipt', () => {
  it('asks for nothing when it cannot be written that it is asked for, and nothing later by itself', async () => {
    await want('kicc-ed721', 'asking');
    await expect.poll(() => refused).toBeGreaterThan(0);
    expect(await attempts()).toBe(0);
    noRoomFor = null;
    const view = await counter.cashier.until('the choice', ({ sale }) => sale.stage === 'receipt-choice');
    expect(view.sale).toMatchObject({ failed: { failure: { code: 'cash-receipt.terminal-not-asked' } } });
    expect(await attempts()).toBe(0);
  });

  it('keeps the answer it cannot write, and writes it as soon as it can: issued once', async () => {
    await want('kicc-ed721', 'answered');
    await expect.poll(() => refused).toBeGreaterThan(0);
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-issuing' });
    expect(await approvedAt(terminal)).toBe(1);
    noRoomFor = null;
    const view = await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', identifierMasked: '010***' } });
    expect([await attempts(), await approvedAt(terminal)]).toEqual([1, 1]);
  });

  it('and loses its power before there is room: unknown, and not asked for again', async () => {
    const saleId = await want('koces-cat', 'answered');
    await expect.poll(() => refused).toBeGreaterThan(0);
    await counter.stop();
    noRoomFor = null;
    counter = await restartCounter(world, counter.dataDir, atTerminal('koces-cat'), outside);
    const view = await counter.cashier.until('the unknown', ({ sale }) => sale.stage === 'receipt-issuing' && (sale.cashReceipt.terminal?.unknown ?? null) !== null);
    expect(view.sale).toMatchObject({ saleId, cashReceipt: { terminal: { unknown: { reason: 'restart' } } } });
    expect([await attempts(), await approvedAt(terminal)]).toEqual([1, 1]);
  });
});

it('an answer after its time settles what was unknown, and the sale goes on by itself', async () => {
  await want('koces-cat', null);
  await counter.cashier.until('the unknown', ({ sale }) => sale.stage === 'slip-question' || (sale.stage === 'receipt-issuing' && (sale.cashReceipt.terminal?.unknown ?? null) !== null));
  const view = await counter.cashier.until('the late answer', ({ sale }) => sale.stage === 'slip-question');
  expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', failure: null } });
  expect(await attempts()).toBe(1);
});
