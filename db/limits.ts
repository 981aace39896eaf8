import { JournalRefusal } from './journal-error.ts';

/** Everything here that waits or grows, and where it stops. */
export type JournalLimits = {
  /** Requests waiting for the worker; one more is refused at once. */
  readonly pendingRequests: number;
  /** Longest wait for one answer. After it the journal must be reopened: what happened is only known then. */
  readonly replyTimeoutMs: number;
  /** Longest wait between two signs of life of verify, backup and rebuild. */
  readonly progressTimeoutMs: number;
  /** Longest wait for the journal to open, from the last sign of life. */
  readonly openTimeoutMs: number;
  readonly entriesPerAppend: number;
  readonly payloadCharacters: number;
  /** How long another program may hold the file before it counts as locked. */
  readonly lockWaitMs: number;
  /** A larger file is not read whole at opening; the daily verification does that. */
  readonly quickCheckBytes: number;
  /** Rows at the end of the chain whose hashes are checked at opening. */
  readonly tailRows: number;
  /** The database file may not grow beyond this; null = as the disk allows. */
  readonly databaseBytes: number | null;
};

export const JOURNAL_LIMITS: JournalLimits = {
  pendingRequests: 1_000,
  replyTimeoutMs: 30_000,
  progressTimeoutMs: 600_000,
  openTimeoutMs: 300_000,
  entriesPerAppend: 200,
  payloadCharacters: 1_048_576,
  lockWaitMs: 2_000,
  quickCheckBytes: 268_435_456,
  tailRows: 100,
  databaseBytes: null,
};

/** Longest list any read returns. */
export const LIST_LIMIT = 1_000;

/** Refuses rather than shortens: a caller that asks for too much has a bug. */
export function listLimit(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > LIST_LIMIT) throw new JournalRefusal(`a list holds 1 to ${LIST_LIMIT} records`);
  return limit;
}
