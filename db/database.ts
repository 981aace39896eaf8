/** Opening the file: one writer, durable commits, no damage, no surprise from a newer program. Runs in the worker. */
import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { codeOfSystemError, corrupt, JournalError, journalErrorFrom } from './journal-error.ts';
import type { JournalLimits } from './limits.ts';
import { migrate, refuseFuture, userVersion } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import type { Durability } from './records.ts';

/** `gyes`, in the file's header: other programs' databases are told apart before anything is written. */
export const APPLICATION_ID = 0x67796573;
/** SQLite's number for FULL. */
export const SYNCHRONOUS_FULL = 2;
const WAL_AUTOCHECKPOINT_PAGES = 4_000;
const WAL_SIZE_LIMIT_BYTES = 67_108_864;

/** Throws a JournalError; then the file is closed again and, unless it is new, as it was. */
export function openDatabase(path: string, migrations: readonly Migration[], limits: JournalLimits): Database.Database {
  let db: Database.Database | null = null;
  try {
    prepareFile(path);
    db = new Database(path, { timeout: limits.lockWaitMs });
    claim(db, migrations);
    makeDurable(db, limits);
    if (sizeOf(path) <= limits.quickCheckBytes) quickCheck(db);
    migrate(db, migrations);
    return db;
  } catch (error) {
    db?.close();
    throw openingError(error, path);
  }
}

/** Made here, not by SQLite, so that only its owner can read it; SQLite gives its other files the same rights. */
function prepareFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (sizeOf(path) < 0) closeSync(openSync(path, 'a', 0o600));
  // Asked, not tried: closing a second handle on the file would give up this process's lock on it (POSIX).
  accessSync(path, constants.W_OK);
}

/** −1 when there is no such file. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

/** Takes the file for this process alone and looks at whose it is. Writes nothing. */
function claim(db: Database.Database, migrations: readonly Migration[]): void {
  db.pragma('locking_mode = EXCLUSIVE');
  refuseFuture(db, migrations);
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  const ours = applicationId(db) === APPLICATION_ID || (tables === 0 && userVersion(db) === 0);
  if (!ours) throw corrupt('this file is not a journal of this program');
}

function applicationId(db: Database.Database): unknown {
  return db.pragma('application_id', { simple: true });
}

function makeDurable(db: Database.Database, limits: JournalLimits): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // Where fsync stops at the drive's own cache (macOS); without effect elsewhere.
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE deletes rows past the triggers that forbid it.
  db.pragma('recursive_triggers = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma(`wal_autocheckpoint = ${WAL_AUTOCHECKPOINT_PAGES}`);
  db.pragma(`journal_size_limit = ${WAL_SIZE_LIMIT_BYTES}`);
  if (limits.databaseBytes !== null) limitPages(db, limits.databaseBytes);
  // A transaction for writing takes the lock that is kept until the end, and shows a file that cannot be written.
  db.transaction(() => {
    if (applicationId(db) !== APPLICATION_ID) db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
  const state = durability(db);
  if (state.journalMode !== 'wal' || state.synchronous !== SYNCHRONOUS_FULL || state.foreignKeys !== 1 || state.lockingMode !== 'exclusive') {
    throw new JournalError('journal.unavailable', `the database does not take the settings it needs: ${JSON.stringify(state)}`);
  }
}

function limitPages(db: Database.Database, databaseBytes: number): void {
  const pageBytes = Number(db.pragma('page_size', { simple: true }));
  db.pragma(`max_page_count = ${Math.max(1, Math.floor(databaseBytes / pageBytes))}`);
}

export function durability(db: Database.Database): Durability {
  return {
    journalMode: String(db.pragma('journal_mode', { simple: true })),
    synchronous: Number(db.pragma('synchronous', { simple: true })),
    lockingMode: String(db.pragma('locking_mode', { simple: true })),
    foreignKeys: Number(db.pragma('foreign_keys', { simple: true })),
    schema: userVersion(db),
  };
}

/** Throws `journal.corrupt` with the first findings. */
export function quickCheck(db: Database.Database): void {
  const found = db.prepare<[], string>('PRAGMA quick_check(3)').pluck().all();
  if (found.length !== 1 || found[0] !== 'ok') throw corrupt(`the database is damaged (${found.join('; ')})`);
}

function openingError(error: unknown, path: string): JournalError {
  if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN')) {
    return new JournalError(codeOfFolder(path), `${error.code}: ${error.message}`);
  }
  const known = journalErrorFrom(error);
  return known instanceof JournalError ? known : new JournalError('journal.unavailable', known.message);
}

/** SQLite says "cannot open" for a folder it may not write in, too. */
function codeOfFolder(path: string): JournalError['code'] {
  try {
    accessSync(dirname(path), constants.W_OK);
    return 'journal.unavailable';
  } catch (error) {
    return codeOfSystemError(error) ?? 'journal.unavailable';
  }
}
