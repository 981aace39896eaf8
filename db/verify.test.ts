import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Progress } from './journal.ts';
import { type JournalPlace, newPlace, openAt } from './testing/files.ts';
import { tellStory } from './testing/story.ts';
import { verifyJournal } from './verify.ts';

let place: JournalPlace;
let rows = 0;

beforeAll(async () => {
  place = newPlace();
  const journal = await openAt(place);
  const story = tellStory();
  for (let index = 0; index < 300; index += 1) rows += (await journal.append(story.next(index * 13 + (index % 7)))).length;
  await journal.close();
});
afterAll(() => place.remove());

let copies = 0;
/** A copy somebody has got at with their own tools: the triggers are gone. */
function tampered(change: (db: Database.Database) => void): { db: Database.Database; path: string } {
  const path = join(place.dir, `copy-${(copies += 1)}.db`);
  copyFileSync(place.path, path);
  const db = new Database(path);
  for (const name of db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  change(db);
  return { db, path };
}

const verified = async (change: (db: Database.Database) => void) => {
  const { db } = tampered(change);
  try {
    return await verifyJournal(db, () => undefined);
  } finally {
    db.close();
  }
};

test('a journal nobody touched holds, and the walk shows how far it is', async () => {
  const journal = await openAt(place);
  const seen: Progress[] = [];
  const report = await journal.verify({ onProgress: (progress) => seen.push(progress) });
  expect(report).toMatchObject({ ok: true, rows, lastSeq: rows, faults: [] });
  expect(seen.at(-1)).toEqual({ done: rows, total: rows });
  expect(seen.length).toBeGreaterThan(1);
  await journal.close();
});

test('appends go on while the chain is walked, and the report holds with them', async () => {
  const busy = newPlace();
  const journal = await openAt(busy);
  const story = tellStory();
  for (let index = 0; index < 300; index += 1) await journal.append(story.next(index * 17));
  const walking = journal.verify();
  for (let index = 0; index < 50; index += 1) await journal.append(story.next(index * 5));
  const report = await walking;
  expect(report).toMatchObject({ ok: true, faults: [] });
  expect(await journal.verify()).toMatchObject({ ok: true, rows: story.entries.length });
  await journal.close();
  busy.remove();
});

const TEXT_COLUMNS = ['id', 'at', 'business_day', 'actor', 'kind', 'sale_id', 'payload'] as const;
const BLOB_COLUMNS = ['prev_hash', 'hash', 'signature'] as const;

test('one changed byte in any column of any row is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.constantFrom(...TEXT_COLUMNS, ...BLOB_COLUMNS), fc.nat(), fc.integer({ min: 1, max: 255 }), async (row, column, position, flip) => {
      const seq = 1 + (row % rows);
      let changed = false;
      const report = await verified((db) => {
        const bytes = db.prepare<[number], Buffer | null>(`SELECT CAST(${column} AS BLOB) FROM journal WHERE seq = ?`).pluck().get(seq);
        if (bytes === null || bytes === undefined || bytes.length === 0) return;
        const at = position % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const isText = TEXT_COLUMNS.some((text) => text === column);
        db.prepare(`UPDATE journal SET ${column} = ${isText ? 'CAST(? AS TEXT)' : '?'} WHERE seq = ?`).run(bytes, seq);
        changed = true;
      });
      expect(report.ok).toBe(!changed);
    }),
    { numRuns: 40 },
  );
});

describe('what is found', () => {
  test.each([
    ['a column emptied', "UPDATE journal SET actor = NULL WHERE seq = 5"],
    ['a signature taken away at the end', 'UPDATE journal SET signature = NULL WHERE seq = (SELECT max(seq) FROM journal)'],
    ['a row taken out', 'DELETE FROM journal WHERE seq = 7'],
    ['the first row taken out', 'DELETE FROM journal WHERE seq = 1'],
    ['two rows exchanged', 'UPDATE journal SET seq = 0 WHERE seq = 7; UPDATE journal SET seq = 7 WHERE seq = 8; UPDATE journal SET seq = 8 WHERE seq = 0'],
    ["another counter's name", "UPDATE meta SET value = 'counter-2' WHERE name = 'counter_id'"],
    ['a sale taken off the screens', 'DELETE FROM sales WHERE sale_number = 1'],
    ['a payment that no entry tells of', "INSERT INTO payments VALUES (99, 0, 'part', 'shift', 'cash', 100, 'at', 1)"],
    ['a trade taken off the screens', "INSERT INTO card_trades VALUES ('T1', 1, 'part', 'charge', 100, 0, 'approved', NULL, NULL, NULL, NULL, '{}', 1)"],
  ])('%s', async (_, sql) => {
    const report = await verified((db) => {
      db.pragma('ignore_check_constraints = ON');
      db.exec(sql);
    });
    expect(report.ok).toBe(false);
    expect(report.faults.length).toBeGreaterThan(0);
  });

  test('no more than the first twenty faults are listed', async () => {
    const report = await verified((db) => db.exec("UPDATE journal SET at = 'never'"));
    expect(report.faults).toHaveLength(20);
    expect(report.rows).toBe(rows);
  });
});

describe('the command', () => {
  const command = fileURLToPath(new URL('./verify-command.ts', import.meta.url));
  const run = (path: string) => spawnSync(process.execPath, [command, path], { encoding: 'utf8', timeout: 60_000 });

  test('says that a journal holds', () => {
    const { status, stdout } = run(place.path);
    expect(stdout).toContain(`counter counter-1: ${rows} rows`);
    expect(stdout).toContain('The chain holds');
    expect(status).toBe(0);
  });

  test('names the row that does not hold', () => {
    const { db, path } = tampered((opened) => opened.exec("UPDATE journal SET at = 'never' WHERE seq = 9"));
    db.close();
    const { status, stdout } = run(path);
    expect(stdout).toContain('row 9: hash-differs');
    expect(status).toBe(1);
  });

  test('says that a counter has the journal open, and that there is no file', async () => {
    const journal = await openAt(place);
    const { status, stderr } = run(place.path);
    expect(stderr).toContain('A counter has it open');
    expect(status).toBe(2);
    await journal.close();
    expect(run(join(place.dir, 'nothing.db')).status).toBe(2);
  });
});
