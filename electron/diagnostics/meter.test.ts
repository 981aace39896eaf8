import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MeterSample } from '../../contract/meter.ts';
import { openWorld, restartCounter, startCounter, type RunningCounter, type World } from '../testing/counter-fixture.ts';

let world: World;
let counter: RunningCounter;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => counter.stop());
afterAll(() => world.close());

let sales = 0;
const sample = (over: Partial<MeterSample> = {}): MeterSample => ({ saleId: `s-${(sales += 1)}`, sinceLastItem: 3, untilPaid: 4, paidAfterMs: 8_000, receipt: null, ...over });
const file = () => path.join(counter.dataDir, 'meter.jsonl');
const lines = () => readFileSync(file(), 'utf8').trim().split('\n');

async function reportOfManager() {
  await counter.cashier.must('people.signOut', {});
  await counter.cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
  return counter.cashier.must('meter.report', {});
}

describe('the meter', () => {
  it('counts each sale once, under whoever is signed in, and shows it to a manager only', async () => {
    counter = await startCounter(world);
    const twice = sample({ receipt: { presses: 11, issuedAfterMs: 9_000 } });
    await counter.cashier.must('meter.record', twice);
    await counter.cashier.must('meter.record', twice);
    await counter.cashier.must('meter.record', sample({ sinceLastItem: 6 }));
    expect(await counter.cashier.ask('meter.report', {})).toMatchObject({ ok: false, code: 'people.forbidden' });
    const { today, people, days } = await reportOfManager();
    expect(today).toMatchObject({ sales: 2, presses: { count: 2, median: 3, p90: 6 }, receiptPresses: { count: 1, median: 11 } });
    expect(people).toMatchObject([{ name: '김', sales: 2 }]);
    expect(days.at(-1)).toMatchObject({ sales: 2 });
  });

  it('is there after a restart; lines that are cut off, foreign or old are left out and swept', async () => {
    counter = await startCounter(world);
    await counter.cashier.must('meter.record', sample());
    await counter.stop();
    const [own = ''] = lines();
    appendFileSync(file(), `${JSON.stringify({ ...JSON.parse(own), saleId: 's-old', day: '2020-01-01' })}\n{"saleId":"cut of`);
    const { dataDir } = counter;
    counter = await restartCounter(world, dataDir);
    expect((await reportOfManager()).today.sales).toBe(1);
    await expect.poll(lines).toEqual([own]);
  });

  it('refuses what nobody can have counted', async () => {
    counter = await startCounter(world);
    expect(await counter.cashier.ask('meter.record', sample({ sinceLastItem: -1 }))).toMatchObject({ ok: false, code: 'bridge.bad-request' });
    expect(await counter.cashier.ask('meter.record', sample({ paidAfterMs: Number.MAX_SAFE_INTEGER }))).toMatchObject({ ok: false });
  });

  it('costs no sale where its file cannot be written', async () => {
    counter = await startCounter(world);
    // A folder in the file's place: every write fails.
    mkdirSync(file());
    expect(await counter.cashier.ask('meter.record', sample())).toMatchObject({ ok: true });
    await counter.cashier.sellOnce();
    expect((await reportOfManager()).today.sales).toBe(1);
  });
});
