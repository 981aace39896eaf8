/** kill -9 at every step of a photo that is replaced, removed and brought back: afterwards the product has the one the journal names, whole, and no other is kept. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../testing/sample.ts';
import type { World } from '../testing/counter-fixture.ts';
import { openWorld, restartCounter } from '../testing/counter-fixture.ts';
import { dataFolder } from '../testing/crash-drill.ts';
import { asManager } from './testing/lists.ts';
import { AMERICANO, hashOf, keptOf, picture } from './testing/pictures.ts';

const SUBJECT = path.join(import.meta.dirname, 'testing', 'photo-subject.ts');
/** `FULL_STORM=1` kills at every point; without it at some of them, the same every time. */
const EVERY_POINT = process.env['FULL_STORM'] === '1';
const POINTS = 6;
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
}, 60_000);
afterAll(() => world.close());

async function run(dataDir: string, crashAt: number): Promise<{ readonly points: readonly string[]; readonly killed: boolean; readonly done: boolean }> {
  const child = spawn(process.execPath, [SUBJECT, dataDir, String(crashAt)], { stdio: ['ignore', 'pipe', 'inherit'], timeout: RUN_LIMIT_MS });
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

describe('kill -9 at every step of a photo', () => {
  it('leaves the one the journal names, whole, and nothing that nobody names', async () => {
    const reference = await run(dataFolder(world.lane, 'photo-reference', base), 0);
    expect(reference.done).toBe(true);
    expect(reference.points.filter((point) => point === 'after stage')).toHaveLength(1);
    expect(reference.points.filter((point) => point.startsWith('after append'))).toHaveLength(AFTER.length - 1);
    expect(reference.points.filter((point) => point.startsWith('before follow')).length).toBeGreaterThanOrEqual(AFTER.length - 1);
    for (const index of EVERY_POINT ? reference.points.keys() : sampleOf([...reference.points.keys()], POINTS, 7)) {
      const dataDir = dataFolder(world.lane, `photo-crash-${index}`, base);
      const crashed = await run(dataDir, index + 1);
      const place = `after a crash at ${reference.points[index]}`;
      expect([place, crashed.killed]).toEqual([place, true]);
      const wanted = AFTER[crashed.points.filter((point) => point.startsWith('after append')).length];
      const { cashier, stop } = await restartCounter(world, dataDir);
      const [product] = (await cashier.must('catalogue.search', { query: '2000010000012', limit: 1 })).products;
      expect([place, product?.photo]).toEqual([place, wanted]);
      if (wanted !== undefined) {
        const [shown] = await cashier.must('catalogue.photos', { photos: [wanted] });
        expect([place, hashOf(Buffer.from(shown?.base64 ?? '', 'base64'))]).toEqual([place, wanted]);
      }
      await stop();
      expect([place, await keptOf(dataDir, 1, 2)]).toEqual([place, [1, 2].filter((n) => hashOf(picture(n)) === wanted)]);
    }
  }, 300_000);
});
