/** A copy of the journal while sales go on, opened and checked before it gets its name. Runs in the worker. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { quickCheck, sizeOf } from './database.ts';
import { corrupt, JournalRefusal } from './journal-error.ts';
import { syncFolder } from './keys.ts';
import type { Progress } from './records.ts';
import { readIdentity, tailFault } from './verify.ts';

const PAGES_PER_TURN = 500;

export type BackupReport = { readonly path: string; readonly lastSeq: number; readonly bytes: number };

/** Refuses a path that is taken: a backup never replaces a backup. One plain file, without write-ahead log; it holds no keys. */
export async function backUp(db: Database.Database, path: string, tailRows: number, report: (progress: Progress) => void): Promise<BackupReport> {
  if (existsSync(path)) throw new JournalRefusal('a backup never replaces a file that is there');
  const aside = `${path}.partial`;
  removeParts(aside);
  try {
    closeSync(openSync(aside, 'wx', 0o600));
    await db.backup(aside, {
      progress({ totalPages, remainingPages }) {
        report({ done: totalPages - remainingPages, total: totalPages });
        return PAGES_PER_TURN;
      },
    });
    const lastSeq = check(aside, db, tailRows);
    syncFile(aside);
    renameSync(aside, path);
    syncFolder(dirname(path));
    return { path, lastSeq, bytes: sizeOf(path) };
  } catch (error) {
    removeParts(aside);
    throw error;
  }
}

function check(path: string, source: Database.Database, tailRows: number): number {
  const copy = new Database(path, { fileMustExist: true });
  try {
    copy.pragma('locking_mode = EXCLUSIVE');
    // Out of WAL mode: the backup is one file that can be carried away.
    copy.pragma('journal_mode = DELETE');
    quickCheck(copy);
    const identity = readIdentity(copy);
    if (identity === null || identity.publicKey !== readIdentity(source)?.publicKey) throw corrupt('the backup is not of this journal');
    const fault = tailFault(copy, identity, tailRows);
    if (fault !== null) throw corrupt(`the backup does not hold at row ${fault.seq} (${fault.what})`);
    return Number(copy.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get());
  } finally {
    copy.close();
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeParts(aside: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(aside + suffix, { force: true });
}
