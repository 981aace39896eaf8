import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import { cardDataFolder, dataFolder, openLane, refundsOfDay, runRefundSubject, type ColdRefunds, type Lane } from './crash-drill.ts';

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

type Case = { readonly tender: 'cash' | 'card' | 'split' | 'terminal-receipt'; readonly family: 'koces-cat' | 'kicc-ed721' | null; readonly worst: readonly RegExp[] };

const CASES: readonly Case[] = [
  { tender: 'cash', family: null, worst: [/^after append refund\.cash-out/, /^during gateway cancel/] },
  { tender: 'card', family: 'koces-cat', worst: [/^during card-cancel at the terminal/] },
  { tender: 'card', family: 'kicc-ed721', worst: [/^after card-cancel at the terminal/] },
  { tender: 'terminal-receipt', family: 'koces-cat', worst: [/^during cash-receipt-cancel at the terminal/] },
  { tender: 'terminal-receipt', family: 'kicc-ed721', worst: [/^after cash-receipt-cancel at the terminal/, /^after append refund\.reissue-begun/] },
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
    if (family === null || terminal === null) return dataFolder(lane, own, from);
    const dir = cardDataFolder(lane, own, { family, terminal }, from);
    if (tender !== 'terminal-receipt') return dir;
    const file = path.join(dir, 'settings.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), cashReceipt: { way: 'terminal' } }));
    return dir;
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
    const hasCard = tender === 'card' || tender === 'split';
    expect(end.broken, 'the chain holds').toBeNull();
    expect(end.stages, 'one refund, and it is over').toEqual(['done']);
    const numbers = new Set(end.trades.map((trade) => trade.intent.tradeNumber));
    const approved = ((await terminal?.state())?.trades ?? []).filter((trade) => trade.approved);
    expect(approved.filter((trade) => numbers.has(trade.number)), 'cancelled once at the terminal, never twice').toHaveLength(hasCard ? 1 : 0);
    expect(end.cardWon > 0).toBe(hasCard);
    expect(end.cashWon > 0).toBe(tender !== 'card');
    const keys = new Set(end.cancelKeys);
    const atGateway = (await lane.sandbox.state()).receipts.filter((receipt) => keys.has(receipt.mgtKey));
    const atTerminal = approved.filter((trade) => keys.has(trade.number));
    expect([...atGateway, ...atTerminal], 'the cash receipt is cancelled once').toHaveLength(tender === 'card' ? 0 : 1);
    if (tender === 'terminal-receipt') expectKnown(approved.map((trade) => trade.number), end);
    const opened = (await lane.printer.state()).drawerKicks - kicks;
    expect(opened, 'once for the sale, and at most once for what goes back').toBeLessThanOrEqual(tender === 'card' ? 0 : 2);
  }
});

/** Every receipt of this counter that the terminal issued is one the journal knows, and the other way round: one for the sale, at most one for what is left. */
function expectKnown(approved: readonly string[], { issuedKeys, askedKeys }: ColdRefunds): void {
  expect(approved.filter((number) => askedKeys.includes(number)).toSorted()).toEqual([...issuedKeys].toSorted());
  expect(issuedKeys.length).toBeLessThanOrEqual(2);
}
