/**
 * A new journal written in one go: the same chain, signatures and tables as by appending, without a flush for each append. For years
 * of generated sales; never for a journal that is there already. Until `finish` has returned the file is nothing.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { createAppender } from './append.ts';
import { genesisHash, publicKeyText, signingKeyFrom } from './chain.ts';
import { APPLICATION_ID } from './database.ts';
import { type KeyStore, loadKeys, syncFolder } from './keys.ts';
import { JOURNAL_LIMITS } from './limits.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { createProjector, PROJECTION_VERSION } from './projections/projector.ts';
import { createSealer } from './seal.ts';

export type BulkJournal = {
  readonly seal: (text: string) => string;
  /** One transaction and one signature, however many entries. */
  readonly append: (entries: readonly JournalEntry[]) => void;
  /** On the disk, and as the counter opens it. */
  readonly finish: () => void;
};

const CACHE_KIB = 262_144;
const ENTRIES_PER_APPEND = 1_000_000;

/** Throws when there is a file at the path, or when a key cannot be kept. */
export function createBulkJournal({ path, keys, counterId }: { readonly path: string; readonly keys: KeyStore; readonly counterId: string }): BulkJournal {
  if (existsSync(path)) throw new Error(`${path} is there already; years are only ever written into a new journal`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const { signing, sealing } = loadKeys(keys, true);
  if (signing === null || sealing === null) throw new Error('a new journal has keys');
  const signingKey = signingKeyFrom(signing);
  const publicKey = publicKeyText(signingKey);
  const sealer = createSealer(sealing);
  closeSync(openSync(path, 'ax', 0o600));
  const db = new Database(path);
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = OFF', 'synchronous = OFF', `cache_size = -${CACHE_KIB}`, 'foreign_keys = OFF', `application_id = ${APPLICATION_ID}`]) db.pragma(pragma);
  migrate(db, MIGRATIONS);
  const guards = liftGuards(db);
  const meta = db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)');
  for (const row of [['counter_id', counterId], ['public_key', publicKey], ['sealing_key_id', sealer.keyId]]) meta.run(row);
  db.prepare('UPDATE projection_build SET version = ?').run(PROJECTION_VERSION);
  const append = createAppender(db, {
    genesis: genesisHash(counterId, publicKey),
    signingKey,
    project: createProjector(db, false),
    limits: { ...JOURNAL_LIMITS, entriesPerAppend: ENTRIES_PER_APPEND },
  });
  return {
    seal: sealer.seal,
    append: (entries) => void append(entries),
    finish() {
      for (const guard of guards) db.exec(guard);
      db.pragma('journal_mode = WAL');
      db.close();
      const file = openSync(path, 'r+');
      fsyncSync(file);
      closeSync(file);
      syncFolder(dirname(path));
    },
  };
}

/**
 * Nobody else has the file, and the appender gives every row its number: what the triggers refuse cannot happen, and asking them at each
 * of twenty million rows takes its time. For the same reason no foreign keys are looked up; the seed's tests look at all of them.
 */
function liftGuards(db: Database.Database): readonly string[] {
  const triggers = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  return triggers.map(({ sql }) => sql);
}
