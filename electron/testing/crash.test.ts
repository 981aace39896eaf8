import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrashAt } from './crash-program.ts';
import { quickenPins } from './quick-pins.ts';
import { dataFolder, openLane, readCold, runSubject, type ColdJournal, type Lane, type Run } from './crash-drill.ts';

/** `FULL_STORM=1` kills at every point; without it once at each kind of step. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const WORST: readonly RegExp[] = [
  /^after append sale\.started/,
  /^after append sale\.tendered/,
  /^during drawer pulse/,
  /^after append .*cash-receipt\.created/,
  /^during gateway issue/,
  /^after gateway issue/,
  /^after append cash-receipt\.issued/,
  /^during slip on the printer/,
];
/** Two cores: two counters at a time, each with simulators of its own. */
const LANES = EVERY_POINT ? 2 : 1;

let root: string;
let lanes: Lane[];
let base: string;
let reference: Run;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-crash-'));
  lanes = await Promise.all(Array.from({ length: LANES }, (_, index) => openLane(path.join(root, `lane-${index}`))));
  const [lane] = lanes;
  if (lane === undefined) throw new Error('no lane');
  // People and keys are made once; the folder is copied from there, killed before the first scan.
  base = dataFolder(lane, 'base');
  await runSubject(lane, base, 1);
  await quickenPins(base);
  reference = await runSubject(lane, dataFolder(lane, 'reference', base), 0);
}, 120_000);

afterAll(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** Kills at the point, reads the journal cold, starts again, and lets the cashier finish. */
async function crashAndGoOn(lane: Lane, crashAt: CrashAt, name: string): Promise<void> {
  const dataDir = dataFolder(lane, name, base);
  const before = await lane.printer.state();
  const crashed = await runSubject(lane, dataDir, crashAt);
  expect(crashed.killed, 'killed at the point').toBe(true);
  const cold = await readCold(dataDir);
  expect(cold.verified, 'the chain holds after the crash').toBe(true);
  const again = await runSubject(lane, dataDir, 0);
  expect(again.firstView?.trouble).toBeNull();
  expectSameStage(cold, again);
  expect(again.sold, 'the cashier could go on to the end').toBe(true);
  await expectWholeOnce(lane, dataDir, cold);
  const after = await lane.printer.state();
  expect(after.drawerKicks - before.drawerKicks, 'the drawer opened at most once').toBeLessThanOrEqual(1);
}

/** The screen shows the sale exactly as far as the journal had it; a receipt under way may have moved on by itself. */
function expectSameStage(cold: ColdJournal, again: Run): void {
  const open = cold.sales.find((sale) => sale.stage !== 'done' && sale.stage !== 'abandoned');
  const shown = again.firstView?.sale;
  if (open === undefined) expect(shown?.stage).toBe('idle');
  else if (open.stage === 'receipt-issuing') expect(['receipt-choice', 'receipt-issuing', 'slip-question']).toContain(shown?.stage);
  else expect(shown).toMatchObject({ stage: open.stage, saleId: open.saleId, saleNumber: open.saleNumber });
}

async function expectWholeOnce(lane: Lane, dataDir: string, cold: ColdJournal): Promise<void> {
  const end = await readCold(dataDir);
  expect(end.verified).toBe(true);
  const paid = end.sales.filter((sale) => sale.paidAt !== null);
  expect(paid, 'one customer, one sale').toHaveLength(1);
  const known = cold.sales.find((sale) => sale.paidAt !== null);
  if (known !== undefined) expect(paid[0], 'a sale paid before the crash is the sale that is finished').toMatchObject({ saleId: known.saleId, saleNumber: known.saleNumber, paidAt: known.paidAt });
  expect(end.drawerJobs).toBe(1);
  const issued = end.receipts.filter((receipt) => receipt.state.name === 'issued');
  expect(issued, 'one receipt').toHaveLength(1);
  expect(end.receipts).toHaveLength(1);
  const keys = new Set(end.receipts.map((receipt) => receipt.mgtKey));
  const atGateway = (await lane.sandbox.state()).receipts.filter((receipt) => keys.has(receipt.mgtKey));
  expect(atGateway, 'issued once, never twice').toHaveLength(1);
  expect(issued[0]?.state).toMatchObject({ approvalNumber: atGateway[0]?.confirmNum });
}

describe('kill -9 at every step of the cash sale and of the issue', () => {
  it('names every append and every act of the sale as a point', async () => {
    expect(reference.sold).toBe(true);
    const points = new Set(reference.points);
    const rows = (await readCold(path.join(root, 'lane-0', 'reference'))).kinds;
    expect(rows.length).toBeGreaterThan(8);
    for (const kind of rows) {
      for (const side of ['before', 'after']) expect([...points].some((point) => point.startsWith(`${side} append`) && point.split(/ append | \+ /).includes(kind)), `${side} ${kind}`).toBe(true);
    }
    for (const act of ['gateway issue', 'slip on the printer', 'drawer pulse']) {
      for (const when of ['before', 'during', 'after']) expect(points).toContain(`${when} ${act}`);
    }
  });

  it('leaves the sale exactly as far as the journal says, and the cashier goes on: one sale, one receipt, one open drawer', async () => {
    const waiting: [string, CrashAt][] = EVERY_POINT ? reference.points.map((point, index) => [`${index + 1} (${point})`, index + 1]) : WORST.map((at) => [String(at), at]);
    const all = waiting.length;
    const failures: string[] = [];
    await Promise.all(
      lanes.map(async (lane) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [point, crashAt] = next;
          await crashAndGoOn(lane, crashAt, `crash-${all - waiting.length}`).catch((problem: unknown) => failures.push(`${point}: ${String(problem)}`));
        }
      }),
    );
    expect(failures).toEqual([]);
  }, 420_000);
});
