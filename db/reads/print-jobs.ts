/** Reads about print jobs. Synchronous: they run in the worker. */
import type { Database } from 'better-sqlite3';
import type { PrintIntent } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { PrintJobState } from '../../domain/print-job.ts';
import { LIST_LIMIT, listLimit } from '../limits.ts';
import type { PrintJobRecord } from '../records.ts';
import { parseStored, parseStoredOrNull } from '../stored.ts';

export type PrintJobColumns = { readonly intent: string; readonly state: string; readonly saleId: string | null; readonly createdAt: string; readonly askedBy: string | null; readonly settledBy: string | null };

/** Of `print_jobs p` and the row of the journal `j` that asked for it. */
export const PRINT_JOB_COLUMNS = 'j.payload AS intent, p.state, p.sale_id AS saleId, p.created_at AS createdAt, p.asked_by AS askedBy, p.settled_by AS settledBy';
const SELECT = `SELECT ${PRINT_JOB_COLUMNS}
  FROM print_jobs p JOIN journal j ON j.seq = p.created_seq`;

/**
 * A slip somebody still waits for: on its way, or not out (or nobody knows) and nobody has said how it ended; and no later one of the
 * same paper and copy came out. Drawers and test prints are nobody's open case. CROSS JOIN: from the few that wait to their jobs, never
 * through all the jobs there ever were.
 */
export const UNSETTLED = `FROM (SELECT created_seq FROM print_jobs WHERE state_name IN ('queued', 'sent')
    UNION SELECT p.created_seq FROM open_cases o JOIN print_jobs p ON p.job_id = o.ref WHERE o.kind = 'print') AS waiting
  CROSS JOIN print_jobs AS job ON job.created_seq = waiting.created_seq CROSS JOIN journal j ON j.seq = job.created_seq
  WHERE job.job_kind = 'slip' AND job.reason NOT IN ('test', 'handwritten') AND NOT EXISTS (SELECT 1 FROM journal k JOIN print_jobs AS later ON later.created_seq = k.seq
    WHERE k.sale_id = job.sale_id AND k.seq > job.created_seq AND later.state_name IN ('confirmed', 'settled') AND later.reason <> 'handwritten' AND later.paper = job.paper AND later.copy_kind = job.copy_kind)`;

export type PrintJobReads = {
  readonly printJob: (jobId: string) => PrintJobRecord | null;
  readonly printJobsOfSale: (saleId: string) => readonly PrintJobRecord[];
  readonly openPrintJobs: (page: { readonly limit: number }) => readonly PrintJobRecord[];
  readonly unsettledPrints: () => { readonly count: number };
  readonly unsettledPrintJobs: (page: { readonly limit: number }) => readonly PrintJobRecord[];
};

export function printJobReads(db: Database): PrintJobReads {
  const one = db.prepare<[string], PrintJobColumns>(`${SELECT} WHERE p.job_id = ?`);
  const ofSale = db.prepare<[string, number], PrintJobColumns>(`${SELECT} WHERE j.sale_id = ? AND j.kind = 'print.queued' ORDER BY j.seq LIMIT ?`);
  const open = db.prepare<[number], PrintJobColumns>(`${SELECT} WHERE p.state_name IN ('queued', 'sent') ORDER BY created_seq LIMIT ?`);
  const unsettled = db.prepare<[], number>(`SELECT count(*) ${UNSETTLED}`).pluck();
  const unsettledJobs = db.prepare<[number], PrintJobColumns>(`SELECT j.payload AS intent, job.state, job.sale_id AS saleId, job.created_at AS createdAt, job.asked_by AS askedBy, job.settled_by AS settledBy
    ${UNSETTLED} ORDER BY job.created_seq LIMIT ?`);
  return {
    printJob(jobId) {
      const row = one.get(jobId);
      return row === undefined ? null : printJobRecord(row);
    },
    printJobsOfSale: (saleId) => ofSale.all(saleId, LIST_LIMIT).map(printJobRecord),
    openPrintJobs: ({ limit }) => open.all(listLimit(limit)).map(printJobRecord),
    unsettledPrints: () => ({ count: unsettled.get() ?? 0 }),
    unsettledPrintJobs: ({ limit }) => unsettledJobs.all(listLimit(limit)).map(printJobRecord),
  };
}

export function printJobRecord(row: PrintJobColumns): PrintJobRecord {
  const { saleId, createdAt } = row;
  const who = { askedBy: parseStoredOrNull<Actor>(row.askedBy), settledBy: parseStoredOrNull<Actor>(row.settledBy) };
  return { ...parseStored<PrintIntent>(row.intent), saleId, state: parseStored<PrintJobState>(row.state), createdAt, ...who };
}
