import { cpSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, payCash, restartCounter, type RunningCounter, startCounter, type World } from './counter-fixture.ts';
import { readCold, runReprintSubject, type Run } from './crash-drill.ts';

/** `FULL_STORM=1` kills at every point; without it where the next start has something else to do. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const WORTH_KILLING = /after append people|during slip|before append print.confirmed/;

let world: World;
let base: string;
let saleId: string;
let reference: Run;

async function sell({ cashier }: RunningCounter, wants: boolean): Promise<string> {
  const sold = await payCash(cashier);
  await cashier.must('receipt.decline', { saleId: sold });
  await cashier.until('the question of the slip', (view) => view.sale.stage === 'slip-question');
  await cashier.must('slip.answer', { saleId: sold, wants });
  await cashier.until('the paper to come out', (view) => view.sale.stage === 'done' && view.sale.prints.every(({ state }) => state !== 'queued' && state !== 'sent'));
  await cashier.must('sale.next', { saleId: sold });
  return sold;
}

beforeAll(async () => {
  world = await openWorld();
  const counter = await startCounter(world);
  saleId = await sell(counter, true);
  await sell(counter, false);
  await counter.stop();
  base = counter.dataDir;
  reference = await runReprintSubject(world.lane, copied('reference'), 0, saleId);
}, 120_000);
afterAll(() => world.close());

function copied(name: string): string {
  const dir = path.join(world.root, name);
  cpSync(base, dir, { recursive: true });
  return dir;
}

it('names the intent with its leave, the sending, the printer and the outcome as points', () => {
  expect(reference.sold).toBe(true);
  for (const kind of ['people.act-by-right + print.queued', 'print.sent', 'print.confirmed']) {
    for (const side of ['before', 'after']) expect(reference.points).toContain(`${side} append ${kind}`);
  }
  for (const when of ['before', 'during', 'after']) expect(reference.points).toContain(`${when} slip on the printer`);
});

it('kill -9 at the steps of a reprint: no second paper by itself, none in doubt is silent, and the person goes on', async () => {
  const failures: string[] = [];
  for (const [index, point] of reference.points.entries()) {
    if (EVERY_POINT || WORTH_KILLING.test(point)) await crashAndGoOn(index + 1).catch((problem: unknown) => failures.push(`${index + 1} (${point}): ${String(problem)}`));
  }
  expect(failures).toEqual([]);
}, 240_000);

async function crashAndGoOn(crashAt: number): Promise<void> {
  const papersBefore = (await world.lane.printer.state()).slipCount;
  const dataDir = copied(`crash-${crashAt}`);
  expect((await runReprintSubject(world.lane, dataDir, crashAt, saleId)).killed, 'killed at the point').toBe(true);
  const counter = await restartCounter(world, dataDir);
  const { cashier } = counter;
  const slips = async () => (await cashier.must('history.sale', { saleId })).prints.filter(({ kind }) => kind === 'slip');
  await expect.poll(async () => (await slips()).every(({ state }) => state !== 'queued' && state !== 'sent'), { timeout: 30_000 }).toBe(true);
  const [original, copy, ...more] = await slips();
  const papers = (await world.lane.printer.state()).slipCount - papersBefore;
  expect(original?.state, 'the original stands').toBe('confirmed');
  expect(more, 'nobody asked for more').toEqual([]);
  expect(papers, 'one paper at most').toBeLessThanOrEqual(1);
  if (copy === undefined) expect(papers, 'what was never asked for durably is not printed').toBe(0);
  else expect(copy).toMatchObject({ copyNumber: 2, askedBy: '점장', fact: 'product' });
  if (copy?.state === 'confirmed') expect(papers, 'what is called printed is').toBe(1);
  const inDoubt = copy?.state === 'unknown';
  expect((await cashier.look()).status.prints.count, 'in doubt is never silent').toBe(inDoubt ? 1 : 0);
  if (inDoubt) await cashier.must('slip.settle', { saleId, how: papers === 1 ? 'came-out' : 'written' });
  expect((await cashier.look()).status.prints.count).toBe(0);
  await counter.stop();
  const { verified, sales, drawerJobs } = await readCold(dataDir);
  expect(verified, 'the chain holds').toBe(true);
  expect([sales.length, drawerJobs], 'no sale more, no drawer more').toEqual([2, 2]);
}
