import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { cardDataFolder, openLane, readCold, runReceiptSubject, type Lane, type Run } from './crash-drill.ts';
import { quickenPins } from './quick-pins.ts';

/** `FULL_STORM=1` kills at every point, at both families; without it at those around the question to the terminal, at one. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const FAMILIES = EVERY_POINT ? (['koces-cat', 'kicc-ed721'] as const) : (['kicc-ed721'] as const);

let root: string;
let lane: Lane;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-receipt-crash-'));
  lane = await openLane(path.join(root, 'lane'));
}, 60_000);

afterAll(async () => {
  await lane.stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function worthKilling(point: string): boolean {
  return EVERY_POINT || /(?:before|during|after) cash-receipt-issue at the terminal|after append .*cash-receipt\.created/.test(point);
}

describe.each(FAMILIES)('kill -9 around a cash receipt through %s', (family) => {
  let terminal: TerminalSimulatorProcess;
  let base: string;
  let reference: Run;

  function folder(name: string, from?: string): string {
    const dir = cardDataFolder(lane, `${family}-${name}`, { family, terminal }, from);
    const file = path.join(dir, 'settings.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), cashReceipt: { way: 'terminal' } }));
    return dir;
  }

  beforeAll(async () => {
    terminal = await startTerminalSimulatorProcess({ family });
    base = folder('base');
    await runReceiptSubject(lane, base, 1, terminal);
    await quickenPins(base);
    reference = await runReceiptSubject(lane, folder('reference', base), 0, terminal);
  }, 120_000);
  afterAll(() => terminal.stop());

  it('names the intent, the question and the answer as points', () => {
    expect(reference.sold).toBe(true);
    for (const step of ['cash-receipt.created', 'cash-receipt.traded', 'cash-receipt-issue at the terminal']) expect(reference.points.some((point) => point.includes(step)), `${step} is a point`).toBe(true);
  });

  it('issues one receipt, knows it, and leads the cashier on', async () => {
    const failures: string[] = [];
    for (const [index, point] of reference.points.entries()) {
      if (!worthKilling(point)) continue;
      await crashAndGoOn(index + 1).catch((problem: unknown) => failures.push(`${index + 1} (${point}): ${String(problem)}`));
    }
    expect(failures).toEqual([]);
  }, 400_000);

  async function crashAndGoOn(crashAt: number): Promise<void> {
    const dataDir = folder(String(crashAt), base);
    const crashed = await runReceiptSubject(lane, dataDir, crashAt, terminal);
    expect(crashed.killed, 'killed at the point').toBe(true);
    const again = await runReceiptSubject(lane, dataDir, 0, terminal);
    expect(again.firstView?.trouble, 'the counter starts').toBeNull();
    expect(again.sold, 'the cashier could go on to the end').toBe(true);
    const { verified, sales, receipts } = await readCold(dataDir);
    expect(verified, 'the chain holds').toBe(true);
    expect(sales.filter((sale) => sale.paidAt !== null), 'one customer, one sale').toHaveLength(1);
    const trades = (await terminal.state()).trades.filter(({ number }) => receipts.some(({ mgtKey }) => mgtKey === number));
    const issued = trades.filter(({ approved }) => approved);
    expect(issued, 'issued once, never twice').toHaveLength(1);
    expect(new Set(trades.map(({ number }) => number)).size, 'each number asked once').toBe(trades.length);
    const known = receipts.filter(({ state }) => state.name === 'issued-at-terminal');
    expect(known.map(({ mgtKey }) => mgtKey), 'the receipt the journal knows is the one there is').toEqual(issued.map(({ number }) => number));
  }
});
