import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { cardDataFolder, dataFolder, openLane, refundsOfDay, runRefundSubject, type Lane } from './crash-drill.ts';

/** `FULL_STORM=1` kills at every point of every case; without it where money is on its way. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';

let root: string;
let lane: Lane;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-refund-crash-'));
  lane = await openLane(path.join(root, 'lane'));
}, 60_000);

afterAll(async () => {
  await lane.stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

type Case = { readonly tender: 'cash' | 'card' | 'split'; readonly family: 'koces-cat' | 'kicc-ed721' | null; readonly worst: readonly RegExp[] };

const CASES: readonly Case[] = [
  { tender: 'cash', family: null, worst: [/^after append refund\.cash-out/, /^during gateway cancel/] },
  { tender: 'card', family: 'koces-cat', worst: [/^during card-cancel at the terminal/] },
  { tender: 'card', family: 'kicc-ed721', worst: [/^after card-cancel at the terminal/] },
  ...(EVERY_POINT ? ([{ tender: 'split', family: 'kicc-ed721', worst: [] }] as const) : []),
];

describe.each(CASES)('kill -9 at every step of the void of a sale paid by $tender ($family)', ({ tender, family, worst }) => {
  let terminal: TerminalSimulatorProcess | null = null;
  let base: string;

  beforeAll(async () => {
    terminal = family === null ? null : await startTerminalSimulatorProcess({ family });
    await terminal?.usual({ signature: 'taken' });
    base = folder('base');
    await runRefundSubject(base, -1, tender, terminal);
  }, 120_000);
  afterAll(() => terminal?.stop());

  const folder = (name: string, from?: string): string => {
    const own = `${tender}-${family ?? 'none'}-${name}`;
    return family === null || terminal === null ? dataFolder(lane, own, from) : cardDataFolder(lane, own, { family, terminal }, from);
  };

  it('gives back once, cancels once, and leads on to the end', async () => {
    const reference = await runRefundSubject(folder('reference', base), 0, tender, terminal);
    expect(reference.sold).toBe(true);
    const points = reference.points.flatMap((point, index) => (EVERY_POINT || worst.some((bad) => bad.test(point)) ? [{ point, crashAt: index + 1 }] : []));
    expect(points.length, 'there are such points').toBeGreaterThanOrEqual(Math.max(1, worst.length));
    const failures: string[] = [];
    for (const { point, crashAt } of points) await crashAndGoOn(crashAt).catch((problem: unknown) => failures.push(`${crashAt} (${point}): ${String(problem)}`));
    expect(failures).toEqual([]);
  }, 600_000);

  async function crashAndGoOn(crashAt: number): Promise<void> {
    const dataDir = folder(`crash-${crashAt}`, base);
    const kicks = (await lane.printer.state()).drawerKicks;
    const crashed = await runRefundSubject(dataDir, crashAt, tender, terminal);
    expect(crashed.killed, 'killed at the point').toBe(true);
    const again = await runRefundSubject(dataDir, 0, tender, terminal);
    expect(again.firstView?.trouble, 'the counter starts').toBeNull();
    expect(again.sold, 'she could go on to the end').toBe(true);
    const end = await refundsOfDay(dataDir);
    expect(end.broken, 'the chain holds').toBeNull();
    expect(end.stages, 'one refund, and it is over').toEqual(['done']);
    const numbers = new Set(end.trades.map((trade) => trade.intent.tradeNumber));
    const cancelled = ((await terminal?.state())?.trades ?? []).filter((trade) => trade.approved && numbers.has(trade.number));
    expect(cancelled, 'cancelled once at the terminal, never twice').toHaveLength(tender === 'cash' ? 0 : 1);
    expect(end.cardWon > 0).toBe(tender !== 'cash');
    expect(end.cashWon > 0).toBe(tender !== 'card');
    const keys = new Set(end.cancelKeys);
    expect((await lane.sandbox.state()).receipts.filter((receipt) => keys.has(receipt.mgtKey)), 'the cash receipt is cancelled once').toHaveLength(tender === 'card' ? 0 : 1);
    const opened = (await lane.printer.state()).drawerKicks - kicks;
    expect(opened, 'once for the sale, and at most once for what goes back').toBeLessThanOrEqual(tender === 'card' ? 0 : 2);
  }
});
