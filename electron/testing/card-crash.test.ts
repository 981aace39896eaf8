import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { cardsOfDay, cardDataFolder, openLane, runCardSubject, type Lane, type Run } from './crash-drill.ts';

/** `FULL_STORM=1` kills at every point; without it at those around the terminal, the slip and what follows from them. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;

let root: string;
let lane: Lane;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-card-crash-'));
  lane = await openLane(path.join(root, 'lane'));
}, 60_000);

afterAll(async () => {
  await lane.stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function worthKilling(point: string): boolean {
  return EVERY_POINT || /at the terminal|sale\.traded|charge-intended|handwritten/.test(point);
}

describe.each(FAMILIES)('kill -9 at every step of a charge on %s, whose signature becomes a slip', (family) => {
  let terminal: TerminalSimulatorProcess;
  let base: string;
  let reference: Run;

  beforeAll(async () => {
    terminal = await startTerminalSimulatorProcess({ family });
    base = cardDataFolder(lane, `${family}-base`, { family, terminal });
    await terminal.usual({ signature: 'not-taken' });
    await runCardSubject(base, 1, terminal);
    reference = await runCardSubject(cardDataFolder(lane, `${family}-reference`, { family, terminal }, base), 0, terminal);
  }, 120_000);
  afterAll(() => terminal.stop());

  it('names the intent, the question, the answer and the slip as points', () => {
    expect(reference.sold).toBe(true);
    for (const step of ['append sale.charge-intended', 'append sale.traded', 'card-authorise at the terminal', 'append sale.handwritten-opened']) expect(reference.points.some((point) => point.includes(step)), `${step} is a point`).toBe(true);
  });

  it('charges once, knows every approval, and leads the cashier on', async () => {
    const failures: string[] = [];
    for (const [index, point] of reference.points.entries()) {
      if (!worthKilling(point)) continue;
      await crashAndGoOn(index + 1).catch((problem: unknown) => failures.push(`${index + 1} (${point}): ${String(problem)}`));
    }
    expect(failures).toEqual([]);
  }, 400_000);

  async function crashAndGoOn(crashAt: number): Promise<void> {
    const dataDir = cardDataFolder(lane, `${family}-${crashAt}`, { family, terminal }, base);
    const crashed = await runCardSubject(dataDir, crashAt, terminal);
    expect(crashed.killed, 'killed at the point').toBe(true);
    const again = await runCardSubject(dataDir, 0, terminal);
    expect(again.firstView?.trouble, 'the counter starts').toBeNull();
    expect(again.sold, 'the cashier could go on to the end').toBe(true);
    const { verified, sales, trades, slips } = await cardsOfDay(dataDir);
    expect(verified, 'the chain holds').toBe(true);
    expect(sales.filter((sale) => sale.paidAt !== null), 'one customer, one sale').toHaveLength(1);
    const numbers = new Set(trades.map((trade) => trade.intent.tradeNumber));
    const charged = (await terminal.state()).trades.filter((trade) => trade.approved && numbers.has(trade.number));
    expect(charged, 'charged once, never twice').toHaveLength(1);
    const approved = trades.filter(({ state }) => state.name === 'approved');
    expect(approved.map((trade) => trade.intent.tradeNumber), 'the approval the journal knows is the one there is').toEqual(charged.map((trade) => trade.number));
    expect(slips, 'one slip to sign').toHaveLength(1);
  }
});
