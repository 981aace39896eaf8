/** kill -9 at every step of a photo that is replaced, removed and brought back: afterwards the product has the one the journal names, whole, and no other is kept. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter } from '../testing/counter-fixture.ts';
import { dataFolder } from '../testing/crash-drill.ts';
import { quickenPins } from '../testing/quick-pins.ts';
import { asManager } from './testing/lists.ts';
import { AMERICANO, hashOf, keptOf, picture } from './testing/pictures.ts';

const SUBJECT = path.join(import.meta.dirname, 'testing', 'photo-subject.ts');
/** `FULL_STORM=1` kills at every point; without it where a photo is staged for nobody, and once between each entry and the file that is to follow it. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const WORST = ['after stage', 'before follow 1', 'before follow 2', 'before follow 3'];
const RUN_LIMIT_MS = 60_000;
/** What the product has after so many durable entries. */
const AFTER = [hashOf(picture(1)), hashOf(picture(2)), undefined, hashOf(picture(2))] as const;

let world: World;
let base: string;
beforeAll(async () => {
  world = await openWorld();
  // People, goods and the first photo are made once; every run begins with a copy.
  base = dataFolder(world.lane, 'photo-base');
  const { cashier, stop } = await restartCounter(world, base);
  await asManager(cashier);
  await cashier.must('catalogue.save', { productId: 'practice-1-1', product: AMERICANO, photo: { act: 'set', base64: picture(1).toString('base64') } });
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

async function everyPoint(): Promise<readonly string[]> {
  const reference = await run(dataFolder(world.lane, 'photo-reference', base), '0');
  expect(reference.done).toBe(true);
  expect(reference.points.filter((point) => point === 'after stage')).toHaveLength(1);
  expect(reference.points.filter((point) => point.startsWith('after append'))).toHaveLength(AFTER.length - 1);
  expect(reference.points.filter((point) => point.startsWith('before follow')).length).toBeGreaterThanOrEqual(AFTER.length - 1);
  return reference.points.map((_, index) => String(index + 1));
}

describe('kill -9 at every step of a photo', () => {
  it('leaves the one the journal names, whole, and nothing that nobody names', async () => {
    const found: (string | undefined)[] = [];
    for (const [index, at] of (EVERY_POINT ? await everyPoint() : WORST).entries()) {
      const dataDir = dataFolder(world.lane, `photo-crash-${index}`, base);
      const crashed = await run(dataDir, at);
      const place = `after a crash at ${crashed.points.at(-1)}`;
      expect([place, crashed.killed]).toEqual([place, true]);
      const wanted = AFTER[crashed.points.filter((point) => point.startsWith('after append')).length];
      const { cashier, stop } = await restartCounter(world, dataDir);
      const [product] = (await cashier.must('catalogue.search', { query: '2000010000012', limit: 1 })).products;
      expect([place, product?.photo]).toEqual([place, wanted]);
      found.push(product?.photo);
      if (wanted !== undefined) {
        const [shown] = await cashier.must('catalogue.photos', { photos: [wanted] });
        expect([place, hashOf(Buffer.from(shown?.base64 ?? '', 'base64'))]).toEqual([place, wanted]);
      }
      await stop();
      expect([place, await keptOf(dataDir, 1, 2)]).toEqual([place, [1, 2].filter((n) => hashOf(picture(n)) === wanted)]);
    }
    expect(new Set(found), 'each of the three states was met').toEqual(new Set(AFTER));
  }, 300_000);
});
