/** Opening the catalogue's file: one writer, durable commits, no damage, nothing of a newer program. Runs in the worker. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { quickCheck, sizeOf, SYNCHRONOUS_FULL } from '../database.ts';
import { migrate } from '../migrate.ts';
import type { Migration } from '../migrations/migration.ts';

/** `gyec`, in the file's header. */
export const CATALOGUE_APPLICATION_ID = 0x67796563;
const LOCK_WAIT_MS = 2_000;

/** Throws; then the file is closed again. */
export function openCatalogueDatabase(path: string, migrations: readonly Migration[]): Database.Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Made here, not by SQLite, so that only its owner can read it.
  if (sizeOf(path) < 0) closeSync(openSync(path, 'a', 0o600));
  const db = new Database(path, { timeout: LOCK_WAIT_MS });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    claim(db);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('fullfsync = ON');
    db.pragma('trusted_schema = OFF');
    if (db.pragma('journal_mode', { simple: true }) !== 'wal' || db.pragma('synchronous', { simple: true }) !== SYNCHRONOUS_FULL) {
      throw new Error('the catalogue does not take the settings it needs');
    }
    quickCheck(db);
    migrate(db, migrations);
    db.transaction(() => db.pragma(`application_id = ${CATALOGUE_APPLICATION_ID}`)).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function claim(db: Database.Database): void {
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!empty && db.pragma('application_id', { simple: true }) !== CATALOGUE_APPLICATION_ID) throw new Error('this file is not a catalogue of this program');
}
