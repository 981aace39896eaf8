import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { isFailureCode } from '../domain/failure.ts';
import { fromSqlite, journalErrorFrom } from './journal-error.ts';
import { type Journal, openJournal } from './journal.ts';
import { loadKeys } from './keys.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { type JournalPlace, newPlace, openAt } from './testing/files.ts';

let place: JournalPlace;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

const child = (name: string) => fileURLToPath(new URL(`./testing/${name}.ts`, import.meta.url));
const failure = (detail: string): JournalEntry => ({
  kind: 'failure.recorded',
  payload: { code: 'printer.offline', detail },
  at: '2026-01-05T00:00:00.000Z',
  businessDay: '2026-01-05',
  actor: null,
  saleId: null,
});

/** Journals that rest, by their rows: each is written once, and whoever damages it has a copy. */
const written = new Map<number, JournalPlace>();
afterAll(() => {
  for (const kept of written.values()) kept.remove();
});

async function filled(rows: number): Promise<void> {
  const kept = written.get(rows) ?? newPlace();
  if (!written.has(rows)) {
    written.set(rows, kept);
    const journal = await openAt(kept);
    for (let index = 0; index < rows; index += 1) await journal.append([failure(`${index}/`.padEnd(2_000, 'x'))]);
    await journal.close();
  }
  cpSync(kept.dir, place.dir, { recursive: true });
}

async function refusal(limits = {}): Promise<{ code: string; detail: string }> {
  const opened = await openJournal({ path: place.path, keys: place.keys, limits });
  if (!opened.ok) return opened;
  await opened.journal.close();
  throw new Error('it opened');
}

describe('a disk that is full', () => {
  async function fillUp(journal: Journal): Promise<{ durable: number; error: unknown }> {
    for (let durable = 0; ; ) {
      try {
        durable = (await journal.append([failure('x'.repeat(3_000)), failure('y'.repeat(3_000))])).at(-1)?.seq ?? 0;
      } catch (error) {
        return { durable, error };
      }
    }
  }

  test('refuses the append whole, says so, and takes the next when there is room again', async () => {
    const journal = await openAt(place, { databaseBytes: 600_000 });
    const { durable, error } = await fillUp(journal);
    expect(error).toMatchObject({ code: 'journal.disk-full', written: 'no' });
    expect(await journal.counter()).toMatchObject({ lastSeq: durable });
    expect(await journal.verify()).toMatchObject({ ok: true, rows: durable });
    await journal.close();
    const roomier = await openAt(place);
    expect(await roomier.append([failure('room again')])).toMatchObject([{ seq: durable + 1 }]);
    expect(await roomier.verify()).toMatchObject({ ok: true, rows: durable + 1 });
    await roomier.close();
  });

  test('a new journal that does not fit is refused', async () => {
    expect(await refusal({ databaseBytes: 20_000 })).toMatchObject({ code: 'journal.disk-full' });
  });

  // A disk of its own needs the right to mount one; where that is not given, the test above stands for it.
  const script = 'mount -t tmpfs -o size=3m none "$1" && exec "$2" "$3" "$1"';
  const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0;
  test.runIf(canMount)('on a real small disk: nothing acknowledged is lost, and room on it lets the same journal go on', () => {
    const disk = join(place.dir, 'disk');
    mkdirSync(disk);
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', disk, process.execPath, child('fill-child')], { encoding: 'utf8', timeout: 60_000 });
    expect(stderr).toBe('');
    const told = JSON.parse(stdout) as { durable: number };
    expect(told.durable).toBeGreaterThan(10);
    expect(told).toEqual({
      durable: told.durable,
      trouble: { code: 'journal.disk-full', written: 'no' },
      lastSeqAtFull: told.durable,
      nextSeq: told.durable + 1,
      ok: true,
      rows: told.durable + 1,
    });
  });
});

describe.runIf(process.platform !== 'win32')('a place that cannot be written', () => {
  const isRoot = process.getuid?.() === 0;
  const openUnprivileged = (): { code: string } => {
    const run = spawnSync(process.execPath, [child('unprivileged-child'), place.path, join(place.dir, 'keys'), isRoot ? '1' : '0'], { encoding: 'utf8', timeout: 60_000 });
    if (run.stdout === '') throw new Error(run.stderr);
    return JSON.parse(run.stdout) as { code: string };
  };
  const NOBODY = 65_534;
  /** As the counter's user finds it: her file and her folder, with these rights. */
  const withRights = (folder: number, file: number) => {
    for (const path of [place.dir, place.path]) if (isRoot) chownSync(path, NOBODY, NOBODY);
    chmodSync(place.path, file);
    chmodSync(place.dir, folder);
  };
  afterEach(() => chmodSync(place.dir, 0o700));

  test('opens while it can be written: what follows is about the rights alone', async () => {
    await filled(3);
    withRights(0o700, 0o600);
    expect(openUnprivileged()).toMatchObject({ code: 'opened' });
  });

  test('a read-only file is refused at opening, not at the first sale', async () => {
    await filled(3);
    withRights(0o700, 0o400);
    const before = readFileSync(place.path);
    expect(openUnprivileged()).toEqual({ code: 'journal.read-only' });
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });

  test('a read-only folder is refused the same way', async () => {
    await filled(3);
    withRights(0o500, 0o600);
    expect(openUnprivileged()).toEqual({ code: 'journal.read-only' });
  });

  test('a folder where no journal can be made, too', () => {
    loadKeys(place.keys, true);
    if (isRoot) chownSync(place.dir, NOBODY, NOBODY);
    chmodSync(place.dir, 0o500);
    expect(openUnprivileged()).toEqual({ code: 'journal.read-only' });
  });
});

describe('a journal that is in use', () => {
  test('is locked for a second program, and open again when the first is gone', async () => {
    const holder = spawn(process.execPath, [child('append-child'), place.path, join(place.dir, 'keys')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(await refusal({ lockWaitMs: 50 })).toMatchObject({ code: 'journal.locked' });
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const journal = await openAt(place);
    expect(await journal.verify()).toMatchObject({ ok: true });
    await journal.close();
  });

  test('is locked for the same program, too', async () => {
    const journal = await openAt(place);
    expect(await refusal({ lockWaitMs: 50 })).toMatchObject({ code: 'journal.locked' });
    expect(await journal.append([failure('the first stays in use')])).toMatchObject([{ seq: 1 }]);
    await journal.close();
  });
});

describe('a damaged file', () => {
  const overwrite = (offset: number, bytes: Buffer) => {
    const file = openSync(place.path, 'r+');
    writeSync(file, bytes, 0, bytes.length, offset);
    closeSync(file);
  };

  test.each([
    ['its header', () => overwrite(0, Buffer.from('not a database'))],
    ['the page size in its header', () => overwrite(16, Buffer.from([0x13, 0x37]))],
    ['pages in its middle', () => overwrite(4_096 * 20, Buffer.alloc(4_096 * 10, 0xa5))],
    ['its end cut off', () => truncateSync(place.path, 4_096 * 12)],
    ['all of it', () => writeFileSync(place.path, Buffer.alloc(200_000, 0x41))],
  ])('in %s is refused with what to do, and left as it is', async (_, damage) => {
    await filled(60);
    expect(statSync(place.path).size).toBeGreaterThan(4_096 * 40);
    damage();
    const before = readFileSync(place.path);
    const { code, detail } = await refusal();
    expect(code).toBe('journal.corrupt');
    expect(detail).toMatch(/Keep this file as it is; verify the last good backup/);
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });

  test('in one byte of a recent row is refused by the chain', async () => {
    await filled(20);
    const bytes = readFileSync(place.path);
    const at = bytes.indexOf('17/xxx');
    overwrite(at, Buffer.from('71/xxx'));
    expect(await refusal()).toMatchObject({ code: 'journal.corrupt', detail: expect.stringContaining('row 18 (hash-differs)') as string });
  });

  test("another program's database is not taken for a journal", async () => {
    await filled(1);
    rmSync(place.path);
    const other = new Database(place.path);
    other.exec('CREATE TABLE recipes (name TEXT); PRAGMA user_version = 2;');
    other.close();
    const before = readFileSync(place.path);
    expect(await refusal()).toMatchObject({ code: 'journal.corrupt', detail: expect.stringContaining('not a journal of this program') as string });
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });
});

test('a journal from the future is refused and left as it is', async () => {
  await filled(1);
  const db = new Database(place.path);
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  db.pragma('journal_mode = DELETE');
  db.close();
  const before = readFileSync(place.path);
  expect(await refusal()).toMatchObject({ code: 'journal.from-the-future', detail: expect.stringContaining('Install the newer program') as string });
  expect(readFileSync(place.path).equals(before)).toBe(true);
});

describe('keys that are missing', () => {
  const keyFile = (name: string) => join(place.dir, 'keys', `${name}.key`);

  test.each(['signing', 'sealing'])('without the %s key an old journal is not opened, and no new key is made', async (name) => {
    await filled(2);
    renameSync(keyFile(name), join(place.dir, 'away'));
    expect(await refusal()).toMatchObject({ code: 'journal.key-missing', detail: expect.stringContaining(name) as string });
    expect(existsSync(keyFile(name))).toBe(false);
    renameSync(join(place.dir, 'away'), keyFile(name));
    const journal = await openAt(place);
    expect(await journal.counter()).toMatchObject({ lastSeq: 2 });
    await journal.close();
  });

  test.each(['signing', 'sealing'])("another counter's %s key is no key", async (name) => {
    await filled(2);
    const other = newPlace();
    await (await openAt(other)).close();
    copyFileSync(join(other.dir, 'keys', `${name}.key`), keyFile(name));
    other.remove();
    expect(await refusal()).toMatchObject({ code: 'journal.key-missing', detail: expect.stringContaining('not the one') as string });
  });

  test.each([
    ['signing', 'gyesandae-key plain AAAA'],
    ['sealing', 'gyesandae-key plain AAAA'],
    ['sealing', 'rubbish'],
  ])('a damaged %s key is a missing one', async (name, text) => {
    await filled(2);
    writeFileSync(keyFile(name), text);
    expect(await refusal()).toMatchObject({ code: 'journal.key-missing' });
  });

  test('a new journal takes the keys that are there', async () => {
    await filled(2);
    rmSync(place.path);
    const before = readFileSync(keyFile('signing'));
    const journal = await openAt(place);
    expect(await journal.counter()).toMatchObject({ lastSeq: 0 });
    expect(readFileSync(keyFile('signing')).equals(before)).toBe(true);
    await journal.close();
  });
});

describe('every trouble has its code', () => {
  test.each([
    ['SQLITE_FULL', 'journal.disk-full', 'no'],
    ['SQLITE_READONLY_DBMOVED', 'journal.read-only', 'no'],
    ['SQLITE_BUSY', 'journal.locked', 'no'],
    ['SQLITE_CORRUPT_INDEX', 'journal.corrupt', 'no'],
    ['SQLITE_NOTADB', 'journal.corrupt', 'no'],
    ['SQLITE_IOERR_WRITE', 'journal.unavailable', 'no'],
    ['SQLITE_IOERR_FSYNC', 'journal.unavailable', 'unknown'],
    ['SQLITE_IOERR_DIR_FSYNC', 'journal.unavailable', 'unknown'],
  ])('%s', (sqliteCode, code, written) => {
    const error = fromSqlite(sqliteCode, 'as SQLite says');
    expect(error).toMatchObject({ code, written });
    expect(isFailureCode(code)).toBe(true);
  });

  test.each([
    ['ENOSPC', 'journal.disk-full'],
    ['EROFS', 'journal.read-only'],
    ['EACCES', 'journal.read-only'],
    ['EIO', 'journal.unavailable'],
  ])('%s', (systemCode, code) => {
    expect(journalErrorFrom(Object.assign(new Error('as the system says'), { code: systemCode }))).toMatchObject({ code });
  });
});
