import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Settings } from '../settings.ts';
import { approvedAt, withTerminal } from '../testing/card-fixture.ts';
import type { RunningCounter, World } from '../testing/counter-fixture.ts';
import { openWorld, payCash, restartCounter, startCounter } from '../testing/counter-fixture.ts';
import { createFullDisk, type FullDisk, type TradeRow } from '../testing/full-disk.ts';

let world: World;
let terminal: TerminalSimulatorProcess;
let counter: RunningCounter;
let disk: FullDisk;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  disk = createFullDisk('cash-receipt.traded');
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

async function want(family: 'koces-cat' | 'kicc-ed721', full: TradeRow | null): Promise<string> {
  terminal = await startTerminalSimulatorProcess({ family });
  counter = await startCounter(world, atTerminal(family), disk.outside);
  const saleId = await payCash(counter.cashier);
  disk.noRoomFor = full;
  if (full === null) await terminal.next({ approvalMs: 1_200 });
  await counter.cashier.must('receipt.issueAtTerminal', { saleId, purpose: 'expense-proof' });
  return saleId;
}

const attempts = async () => (await terminal.state()).trades.length;

describe('a disk that is full while the terminal issues a cash receipt', () => {
  it('asks for nothing when it cannot be written that it is asked for, and nothing later by itself', async () => {
    await want('kicc-ed721', 'asking');
    await disk.isFull;
    expect(await attempts()).toBe(0);
    disk.noRoomFor = null;
    const view = await counter.cashier.until('the choice', ({ sale }) => sale.stage === 'receipt-choice');
    expect(view.sale).toMatchObject({ failed: { failure: { code: 'cash-receipt.terminal-not-asked' } } });
    expect(await attempts()).toBe(0);
  });

  it('keeps the answer it cannot write, and writes it as soon as it can: issued once', async () => {
    await want('kicc-ed721', 'answered');
    await disk.isFull;
    expect((await counter.cashier.look()).sale).toMatchObject({ stage: 'receipt-issuing' });
    expect(await approvedAt(terminal)).toBe(1);
    disk.noRoomFor = null;
    const view = await counter.cashier.until('the slip question', ({ sale }) => sale.stage === 'slip-question');
    expect(view.sale).toMatchObject({ cashReceipt: { state: 'issued', identifierMasked: '010***' } });
    expect([await attempts(), await approvedAt(terminal)]).toEqual([1, 1]);
  });

  it('and loses its power before there is room: unknown, and not asked for again', async () => {
    const saleId = await want('koces-cat', 'answered');
    await disk.isFull;
    await counter.stop();
    disk.noRoomFor = null;
    counter = await restartCounter(world, counter.dataDir, atTerminal('koces-cat'), disk.outside);
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
