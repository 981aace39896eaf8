/** What can go wrong with the journal, told apart by what a person does next (failure catalogue, class `journal`). */
import Database from 'better-sqlite3';
import type { FailureCode } from '../domain/failure.ts';

export type JournalErrorCode = Extract<FailureCode, `journal.${string}`>;

/** `no`: nothing of the append is there. `unknown`: only reopening the journal tells. */
export type Written = 'no' | 'unknown';

/** An expected trouble with the file, the disk or the keys. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;
  readonly detail: string;
  readonly written: Written;
  constructor(code: JournalErrorCode, detail: string, written: Written = 'no') {
    super(`${code}: ${detail}`);
    this.name = 'JournalError';
    this.code = code;
    this.detail = detail;
    this.written = written;
  }
}

/** The journal will not write this, whatever the disk: a number used twice, an outcome without its intent. A bug of the caller. */
export class JournalRefusal extends Error {
  constructor(detail: string) {
    super(`the journal refuses: ${detail}`);
    this.name = 'JournalRefusal';
  }
}

/** Any error met while the database is worked with, as one of ours. */
export function journalErrorFrom(error: unknown): JournalError | JournalRefusal {
  if (error instanceof JournalError || error instanceof JournalRefusal) return error;
  if (error instanceof Database.SqliteError) return fromSqlite(error.code, error.message);
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof TypeError || error instanceof RangeError) return new JournalRefusal(detail);
  return new JournalError(codeOfSystemError(error) ?? 'journal.unavailable', detail);
}

export function fromSqlite(sqliteCode: string, message: string): JournalError | JournalRefusal {
  const detail = `${sqliteCode}: ${message}`;
  if (sqliteCode.startsWith('SQLITE_CONSTRAINT')) return new JournalRefusal(detail);
  if (sqliteCode === 'SQLITE_FULL') return new JournalError('journal.disk-full', detail);
  if (sqliteCode.startsWith('SQLITE_READONLY') || sqliteCode === 'SQLITE_PERM') return new JournalError('journal.read-only', detail);
  if (sqliteCode.startsWith('SQLITE_BUSY') || sqliteCode.startsWith('SQLITE_LOCKED')) return new JournalError('journal.locked', detail);
  if (sqliteCode.startsWith('SQLITE_CORRUPT') || sqliteCode === 'SQLITE_NOTADB') return corrupt(detail);
  // A failed fsync leaves the rows' fate open: they may be on the disk, commit mark and all, though SQLite takes them back.
  const written = sqliteCode.endsWith('FSYNC') ? 'unknown' : 'no';
  return new JournalError('journal.unavailable', detail, written);
}

export function corrupt(found: string): JournalError {
  return new JournalError(
    'journal.corrupt',
    `${found}. Keep this file as it is; verify the last good backup, restore it under the journal's name, and enter what is missing from the slips.`,
  );
}

/** For the file system's own errors; null when the code says nothing about the journal's state. */
export function codeOfSystemError(error: unknown): JournalErrorCode | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'journal.disk-full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'journal.read-only';
    default:
      return null;
  }
}
