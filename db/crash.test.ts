import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type JournalPlace, newPlace, openAt } from './testing/files.ts';

let place: JournalPlace;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

const CHILD = fileURLToPath(new URL('./testing/append-child.ts', import.meta.url));
const KILLS = 10;

/** Kills the appending process at a moment of its own, and returns the last number it was told is durable. */
async function appendAndKill(from: number, killAfterMs: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [CHILD, place.path, join(place.dir, 'keys'), `${from}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    // From the first answer on, so that a slow start is not what is killed.
    timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  expect(signal).toBe('SIGKILL');
  const whole = output.slice(0, output.lastIndexOf('\n')).split('\n');
  return Number(whole.at(-1)) || 0;
}

test('a process killed at any moment loses nothing it acknowledged and leaves no half of an append', { timeout: 120_000 }, async () => {
  let acknowledged = 0;
  let appends = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const last = await appendAndKill(appends, 3 + ((kill * 37) % 101));
    acknowledged = Math.max(acknowledged, last);
    const journal = await openAt(place);
    const { lastSeq } = await journal.counter();
    expect(lastSeq).toBeGreaterThanOrEqual(acknowledged);
    expect(await journal.verify()).toMatchObject({ ok: true, rows: lastSeq, faults: [] });
    await journal.close();
    appends = wholeAppends();
  }
  expect(acknowledged).toBeGreaterThan(KILLS);
});

/** Every append is there with all its rows, in order, none missing; returns how many there are. */
function wholeAppends(): number {
  const db = new Database(place.path, { readonly: true });
  const details = db.prepare<[], string>("SELECT payload ->> 'detail' FROM journal ORDER BY seq").pluck().all();
  const projected = db.prepare<[], string>('SELECT detail FROM failures ORDER BY seq').pluck().all();
  db.close();
  expect(projected).toEqual(details);
  const expected: string[] = [];
  let append = 0;
  for (; expected.length < details.length; append += 1) {
    const size = 1 + (append % 5);
    for (let index = 0; index < size; index += 1) expected.push(`${append}/${index}/${size}/`);
  }
  expect(details.map((detail) => detail.replaceAll('.', ''))).toEqual(expected);
  return append;
}
