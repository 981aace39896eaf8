/** Brings a database up to this program's schema, one transaction a step; refuses one that is ahead of it. */
import type { Database } from 'better-sqlite3';
import { JournalError } from './journal-error.ts';
import type { Migration } from './migrations/migration.ts';

export function userVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Throws a JournalError `journal.from-the-future`. Reads only. */
export function refuseFuture(db: Database, migrations: readonly Migration[]): void {
  const known = migrations.length;
  const version = userVersion(db);
  if (version <= known) return;
  throw new JournalError(
    'journal.from-the-future',
    `the journal was written by a newer program (schema ${version}; this one knows ${known}). Nothing was changed. Install the newer program.`,
  );
}

/** Returns the numbers that were carried out. A step that fails leaves the database at the step before it. */
export function migrate(db: Database, migrations: readonly Migration[]): readonly number[] {
  refuseFuture(db, migrations);
  const carriedOut: number[] = [];
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) throw new Error(`migration ${migration.name} stands at the wrong place`);
    if (migration.number <= userVersion(db)) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.number}`);
    }).immediate();
    carriedOut.push(migration.number);
  }
  return carriedOut;
}
