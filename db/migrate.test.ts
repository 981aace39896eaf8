import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCore } from './core.ts';
import { loadKeys } from './keys.ts';
import { JOURNAL_LIMITS } from './limits.ts';
import { migrate, userVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { CATALOGUE_STEPS_SQL } from './reads/catalogue.ts';
import type { Progress } from './records.ts';
import { sealingKeyId } from './seal.ts';
import { type JournalPlace, newPlace, openAt } from './testing/files.ts';
import { tellStory } from './testing/story.ts';

const tablesOf = (db: Database.Database) => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
const at = (version: number) => {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS.slice(0, version));
  return db;
};

test('every migration stands at its number', () => {
  expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(() => migrate(new Database(':memory:'), MIGRATIONS.toReversed())).toThrow(/wrong place/);
});

describe('0001 journal', () => {
  test('from nothing: the journal and whose it is', () => {
    const db = at(0);
    expect(tablesOf(db)).toEqual([]);
    expect(migrate(db, MIGRATIONS.slice(0, 1))).toEqual([1]);
    expect(tablesOf(db)).toEqual(['journal', 'meta']);
  });

  const insertAs = (db: Database.Database, verb: string, seq: number, id: string) =>
    db.prepare(`${verb} INTO journal VALUES (?, ?, 'at', 'day', NULL, 'kind', NULL, '{}', zeroblob(32), zeroblob(32), zeroblob(64))`).run(seq, id);

  test('rows are never changed, deleted, replaced or put out of order', () => {
    const db = at(1);
    db.pragma('recursive_triggers = ON');
    insertAs(db, 'INSERT', 1, 'a');
    insertAs(db, 'INSERT', 2, 'b');
    db.prepare("INSERT INTO meta VALUES ('counter_id', 'x')").run();
    expect(() => db.exec("UPDATE journal SET payload = '[]'")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM journal WHERE seq = 2')).toThrow('never deleted');
    expect(() => insertAs(db, 'INSERT OR REPLACE', 1, 'c')).toThrow('follows the last one');
    expect(() => insertAs(db, 'INSERT', 4, 'd')).toThrow('follows the last one');
    expect(() => db.exec("UPDATE meta SET value = 'y'")).toThrow('never changes');
    expect(() => db.exec('DELETE FROM meta')).toThrow('never changes');
    expect(() => db.exec("INSERT OR REPLACE INTO meta VALUES ('counter_id', 'y')")).toThrow('never changes');
    expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(2);
  });

  test('columns hold what they are for', () => {
    const db = at(1);
    expect(() => db.exec("INSERT INTO journal VALUES (1, 'a', 'at', 'day', NULL, 'kind', NULL, '{}', zeroblob(31), zeroblob(32), NULL)")).toThrow('CHECK');
    expect(() => db.exec("INSERT INTO journal VALUES (1, 'a', 'at', 'day', NULL, 'kind', NULL, x'00', zeroblob(32), zeroblob(32), NULL)")).toThrow('cannot store BLOB');
  });
});

describe('0002 projections', () => {
  test('from a journal without them: the tables, waiting to be folded', () => {
    const db = at(1);
    expect(migrate(db, MIGRATIONS.slice(0, 2))).toEqual([2]);
    expect(tablesOf(db)).toEqual(expect.arrayContaining(['cash_receipts', 'failures', 'payments', 'print_jobs', 'sale_lines', 'sales', 'shifts']));
    expect(db.prepare('SELECT version FROM projection_build').pluck().get()).toBe(0);
  });

  let place: JournalPlace;
  beforeEach(() => {
    place = newPlace();
  });
  afterEach(() => place.remove());

  test('a journal of schema 1 with rows is folded when it is opened', async () => {
    const story = tellStory();
    const journal = await openAt(place);
    for (let index = 0; index < 80; index += 1) await journal.append(story.next(index * 11));
    const before = await journal.counter();
    await journal.close();
    stepBackToJournalAlone(place.path);
    const again = await openAt(place);
    expect(await again.counter()).toEqual(before);
    expect(await again.durability()).toMatchObject({ schema: MIGRATIONS.length });
    expect(await again.verify()).toMatchObject({ ok: true, rows: story.entries.length });
    await again.close();
  });

  function stepBackToJournalAlone(path: string): void {
    const db = new Database(path);
    db.pragma('foreign_keys = OFF');
    for (const table of tablesOf(db)) if (table !== 'journal' && table !== 'meta') db.exec(`DROP TABLE ${String(table)}`);
    db.exec('DROP INDEX journal_catalogue_steps');
    db.pragma('user_version = 1');
    db.close();
  }

  test('projections folded by older rules are folded anew', async () => {
    const journal = await openAt(place);
    const story = tellStory();
    for (let index = 0; index < 40; index += 1) await journal.append(story.next(index * 3));
    await journal.close();
    const db = new Database(place.path);
    db.exec('UPDATE projection_build SET version = 0; DELETE FROM failures;');
    db.close();
    const { signing, sealing } = loadKeys(place.keys, false);
    const told: Progress[] = [];
    const core = openCore({ path: place.path, signingKey: signing, sealingKeyId: sealingKeyId(sealing ?? Buffer.alloc(0)), newCounterId: '', limits: JOURNAL_LIMITS }, (progress) => told.push(progress));
    const { rows } = await core.long.rebuildProjections(() => undefined);
    expect(told.at(-1), 'it says how far it is').toEqual({ done: rows, total: rows });
    expect(await core.long.verify(() => undefined)).toMatchObject({ ok: true });
    core.close();
  });
});

describe('0003 people', () => {
  test('from a journal with projections: nobody yet, and only roles that are', () => {
    const db = at(2);
    expect(migrate(db, MIGRATIONS.slice(0, 3))).toEqual([3]);
    expect(db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(0);
    expect(() => db.exec("INSERT INTO people (user_id, name, role, pin_hash) VALUES ('a', '김', 'king', 'x')")).toThrow('CHECK');
  });
});

describe('0004 history', () => {
  test('from a journal without it: empty, waiting to be folded, and only words of known kinds', () => {
    const db = at(3);
    expect(migrate(db, MIGRATIONS.slice(0, 4))).toEqual([4]);
    for (const table of ['history_words', 'history_products', 'history_postings', 'history_approvals', 'open_cases']) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(() => db.exec("INSERT INTO history_words (kind, word) VALUES ('weather', 'rain')")).toThrow('CHECK');
  });
});

describe('0005 cards', () => {
  test('from a journal that knew cash alone: the tables anew, waiting to be folded', () => {
    const db = at(4);
    expect(migrate(db, MIGRATIONS.slice(0, 5))).toEqual([5]);
    expect(tablesOf(db)).toEqual(expect.arrayContaining(['card_trades', 'handwritten_slips', 'stray_charges', 'payments', 'sales', 'print_jobs']));
    expect(db.prepare('SELECT version FROM projection_build').pluck().get()).toBe(0);
    expect(() => db.exec("INSERT INTO shifts VALUES ('s', '2026-01-05', 'x', NULL, 0, NULL, NULL, NULL, 1)")).toThrow('FOREIGN KEY');
  });
});

describe('0006 print ledger', () => {
  test('from jobs without it: their columns, filled when they are folded, and an index for those under way', () => {
    const db = at(5);
    db.pragma('foreign_keys = OFF');
    db.exec("INSERT INTO print_jobs (created_seq, job_id, job_kind, reason, state_name, state, created_at, last_seq) VALUES (1, 'p', 'drawer', 'drawer', 'confirmed', '{}', 'at', 1)");
    expect(migrate(db, MIGRATIONS.slice(0, 6))).toEqual([6]);
    expect(db.prepare('SELECT paper, asked_by, settled_by FROM print_jobs').get()).toEqual({ paper: null, asked_by: null, settled_by: null });
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'print_jobs' AND sql IS NOT NULL").pluck().all()).toEqual(['print_jobs_under_way']);
  });
});

describe('0007 refunds', () => {
  test('from a journal that gave nothing back: the tables, waiting to be folded', () => {
    const db = at(6);
    db.exec('UPDATE projection_build SET version = 2');
    expect(migrate(db, MIGRATIONS.slice(0, 7))).toEqual([7]);
    expect(tablesOf(db)).toEqual(expect.arrayContaining(['refunds', 'refund_lines', 'refund_moves', 'receipt_cancels']));
    expect(db.prepare('SELECT version FROM projection_build').pluck().get()).toBe(0);
  });
});

describe('0008 staff', () => {
  test('from a journal with people: their PINs stay as they were, and who they are is folded from the chain', () => {
    const db = at(7);
    db.exec("INSERT INTO people (user_id, name, role, pin_hash, failures, locked_until) VALUES ('a', '김', 'cashier', 'slow', 2, '2026-01-05T00:00:00.000Z')");
    expect(migrate(db, MIGRATIONS.slice(0, 8))).toEqual([8]);
    expect(db.prepare('SELECT * FROM credentials').all()).toEqual([{ user_id: 'a', pin_hash: 'slow', must_change: 0, failures: 2, locked_until: '2026-01-05T00:00:00.000Z' }]);
    expect(tablesOf(db)).toEqual(expect.arrayContaining(['people_rules', 'special_acts', 'staff']));
    expect(tablesOf(db)).not.toContain('people');
  });
});

describe('0011 drawer counts', () => {
  test('from a journal whose counts stood in no table: the table, waiting to be folded', () => {
    const db = at(10);
    db.exec('UPDATE projection_build SET version = 5');
    expect(migrate(db, MIGRATIONS.slice(0, 11))).toEqual([11]);
    expect(tablesOf(db)).toContain('drawer_counts');
    expect(db.prepare('SELECT version FROM projection_build').pluck().get()).toBe(0);
  });
});

describe('0012 catalogue steps', () => {
  test('changes of products are found without going through all rows', () => {
    const db = at(11);
    const plan = () => db.prepare<[number, number], { detail: string }>(`EXPLAIN QUERY PLAN ${CATALOGUE_STEPS_SQL}`).all(0, 10).map(({ detail }) => detail);
    expect(plan()).not.toContainEqual(expect.stringContaining('journal_catalogue_steps'));
    expect(migrate(db, MIGRATIONS.slice(0, 12))).toEqual([12]);
    expect(plan()).toEqual([expect.stringContaining('journal_catalogue_steps')]);
  });
});

describe('the runner', () => {
  test('does nothing twice', () => {
    const db = at(MIGRATIONS.length);
    expect(migrate(db, MIGRATIONS)).toEqual([]);
  });

  test('a step that fails leaves the step before it, whole', () => {
    const db = at(1);
    const broken = { number: 2, name: 'broken', sql: 'CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE nonsense (a WRONG) STRICT;' };
    expect(() => migrate(db, [...MIGRATIONS.slice(0, 1), broken])).toThrow();
    expect(userVersion(db)).toBe(1);
    expect(tablesOf(db)).toEqual(['journal', 'meta']);
  });

  test('a database from the future is refused', () => {
    const db = at(3);
    expect(() => migrate(db, MIGRATIONS.slice(0, 2))).toThrow(expect.objectContaining({ code: 'journal.from-the-future' }));
  });
});
