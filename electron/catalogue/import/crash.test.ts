/** kill -9 at every step of an import and of its undo: afterwards the list is in the catalogue whole, or not at all, as the journal says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../testing/counter-fixture.ts';
import { openWorld, restartCounter } from '../../testing/counter-fixture.ts';
import { dataFolder } from '../../testing/crash-drill.ts';
import { quickenPins } from '../../testing/quick-pins.ts';

const SUBJECT = path.join(import.meta.dirname, '..', 'testing', 'import-subject.ts');
/** `FULL_STORM=1` kills at every point; without it once at each step that changes what is found: staged in part, sealed, in the journal and not in the file, taken back the same way. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const WORST = ['after stage', 'after seal', 'after append catalogue.imported', 'after append catalogue.import-undone'];
const RUN_LIMIT_MS = 60_000;
const GOOD_LINES = 1_089;

let world: World;
let base: string;
beforeAll(async () => {
  world = await openWorld();
  // People and keys are made once; every run begins with a copy.
  base = dataFolder(world.lane, 'import-base');
  const { stop } = await restartCounter(world, base);
  await stop();
  await quickenPins(base);
}, 60_000);
afterAll(() => world.close());

async function run(dataDir: string, crashAt: string): Promise<{ readonly points: readonly string[]; readonly killed: boolean; readonly done: boolean }> {
  const child = spawn(process.execPath, [SUBJECT, dataDir, crashAt], { stdio: ['ignore', 'pipe', 'inherit'], timeout: RUN_LIMIT_MS });
  const points: string[] = [];
  let done = false;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (line.startsWith('point ')) points.push(line.replace(/^point \d+ /, ''));
    else if (line === 'done') done = true;
  });
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return { points, killed: child.signalCode === 'SIGKILL', done };
}

/** What stands after a crash at this point: the last of these entries that was durable decides. */
function expected(points: readonly string[]): 'before' | 'imported' {
  if (points.includes('before append catalogue.import-undone')) return points.includes('after append catalogue.import-undone') ? 'before' : 'imported';
  return points.includes('after append catalogue.imported') ? 'imported' : 'before';
}

async function everyPoint(): Promise<readonly string[]> {
  const reference = await run(dataFolder(world.lane, 'import-reference', base), '0');
  expect(reference.done).toBe(true);
  for (const name of ['stage', 'seal', 'append catalogue.imported', 'follow', 'append catalogue.import-undone']) {
    for (const when of ['before', 'after']) expect(reference.points).toContain(`${when} ${name}`);
  }
  return reference.points.map((_, index) => String(index + 1));
}

describe('kill -9 at every step of an import', () => {
  it('leaves nothing of it, or all of it; what was staged for nobody is gone', async () => {
    for (const [index, at] of (EVERY_POINT ? await everyPoint() : WORST).entries()) {
      const dataDir = dataFolder(world.lane, `import-crash-${index}`, base);
      const crashed = await run(dataDir, at);
      const place = `after a crash at ${crashed.points.at(-1)}`;
      expect([place, crashed.killed]).toEqual([place, true]);
      const { cashier, stop } = await restartCounter(world, dataDir);
      const wanted = expected(crashed.points);
      const { total } = await cashier.must('catalogue.search', { query: '달빛 새우과자', limit: 1 });
      const [americano] = (await cashier.must('catalogue.search', { query: '2000010000012', limit: 1 })).products;
      await cashier.must('people.signOut', {});
      await cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
      const kept = (await cashier.must('import.kept', {})).map(({ state }) => state);
      expect([place, total > GOOD_LINES, americano?.priceWon]).toEqual([place, wanted === 'imported', wanted === 'imported' ? 2700 : 2500]);
      expect([place, kept.filter((state) => state === 'applied').length]).toEqual([place, wanted === 'imported' ? 1 : 0]);
      await stop();
    }
  }, 300_000);
});
