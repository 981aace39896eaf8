import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, openLane, readCold, refundsOfDay, runRefundSubject, type Lane } from './crash-drill.ts';
import { quickenPins } from './quick-pins.ts';

/** `FULL_STORM=1` kills at every point; without it where a document may be at the tax office and nobody knows. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const CORRECTION = { tender: 'cash', what: 'correct', terminal: null } as const;
const WORST = [/^during gateway cancel/, /^during gateway issue/];

let root: string;
let lane: Lane;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gyesandae-correct-crash-'));
  lane = await openLane(path.join(root, 'lane'));
}, 60_000);

afterAll(async () => {
  await lane.stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

describe('kill -9 at every step of the correction of a wrong cash receipt', () => {
  it('leaves one cancelled and one issued, never two that stand', async () => {
    const base = dataFolder(lane, 'base');
    await runRefundSubject(lane, base, -1, CORRECTION);
    await quickenPins(base);
    const reference = await runRefundSubject(lane, dataFolder(lane, 'reference', base), 0, CORRECTION);
    expect(reference.sold).toBe(true);
    const points = reference.points.flatMap((point, index) => (EVERY_POINT || WORST.some((bad) => bad.test(point)) ? [{ point, crashAt: index + 1 }] : []));
    expect(points.length, 'there are such points').toBeGreaterThanOrEqual(WORST.length);
    const failures: string[] = [];
    for (const { point, crashAt } of points) await crashAndGoOn(crashAt, base).catch((problem: unknown) => failures.push(`${crashAt} (${point}): ${String(problem)}`));
    expect(failures).toEqual([]);
  }, EVERY_POINT ? 3_600_000 : 600_000);
});

async function crashAndGoOn(crashAt: number, base: string): Promise<void> {
  const dataDir = dataFolder(lane, `crash-${crashAt}`, base);
  const crashed = await runRefundSubject(lane, dataDir, crashAt, CORRECTION);
  expect(crashed.killed, 'killed at the point').toBe(true);
  const again = await runRefundSubject(lane, dataDir, 0, CORRECTION);
  expect(again.firstView?.trouble, 'the counter starts').toBeNull();
  expect(again.sold, 'it went on to the end').toBe(true);
  const end = await refundsOfDay(dataDir);
  expect(end.broken, 'the chain holds').toBeNull();
  expect(end.stages, 'one correction, and it is over').toEqual(['done']);
  expect([end.cashWon, end.cardWon], 'no money has moved').toEqual([0, 0]);
  const { receipts } = await readCold(dataDir);
  expect(receipts.map((receipt) => [receipt.state.name, receipt.identifierMasked])).toEqual([['cancelled', '010-****-5678'], ['issued', '010-****-5432']]);
  const keys = [...receipts.map((receipt) => receipt.mgtKey), ...end.cancelKeys];
  const documents = (await lane.sandbox.state()).receipts.filter((receipt) => keys.includes(receipt.mgtKey));
  expect(documents.map((document) => document.tradeType).toSorted(), 'two issues and one cancel, each once').toEqual(['승인거래', '승인거래', '취소거래']);
}
