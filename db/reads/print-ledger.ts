/** The print ledger over days: what was printed again, and how often by whom. Synchronous: it runs in the worker. */
import type { Database } from 'better-sqlite3';
import { LIST_LIMIT, listLimit } from '../limits.ts';
import type { PrintLedgerRecord, PrintSum } from '../records.ts';
import { type PrintJobColumns, printJobRecord, PRINT_JOB_COLUMNS } from './print-jobs.ts';

/** `again`: every slip beyond the first that somebody asked for. `in-doubt`: not out, or nobody knows, or a person said how it ended. */
export type LedgerKept = 'again' | 'in-doubt' | 'all';
/** By the clock on the wall, ISO 8601 UTC: from this moment, and before that one. */
export type LedgerTime = { readonly from: string; readonly before: string };
export type LedgerPage = LedgerTime & { readonly kept: LedgerKept; /** Null: everyone's. */ readonly userId: string | null; readonly limit: number; /** Only what was asked for before this row. */ readonly beforeSeq?: number };

export type PrintLedgerReads = {
  /** Slips, newest first. */
  readonly printLedger: (page: LedgerPage) => readonly PrintLedgerRecord[];
  /** Most printed again first. */
  readonly printSums: (time: LedgerTime) => readonly PrintSum[];
};

const AGAIN = "p.job_kind = 'slip' AND p.reason IN ('again', 'not-out', 'other-printer')";
const SLIP = "p.job_kind = 'slip' AND p.reason <> 'test'";
const KEPT = { again: AGAIN, 'in-doubt': `${SLIP} AND p.state_name IN ('unknown', 'failed', 'settled')`, all: SLIP } as const satisfies Record<LedgerKept, string>;

/** Rows grow with time, and shifts are few: between which rows these moments lie is read off the shifts, so that no day of five years is walked through for another. */
const WINDOW = `p.created_seq > coalesce((SELECT max(last_seq) FROM shifts WHERE closed_at < @from), 0)
  AND p.created_seq < coalesce((SELECT min(last_seq) FROM shifts WHERE opened_at >= @before), 9223372036854775807)
  AND p.created_at >= @from AND p.created_at < @before`;

type Columns = PrintJobColumns & { readonly seq: number; readonly saleNumber: number | null };

export function printLedgerReads(db: Database): PrintLedgerReads {
  const select = (kept: LedgerKept) =>
    db.prepare<LedgerTime & { userId: string | null; beforeSeq: number; limit: number }, Columns>(
      `SELECT p.created_seq AS seq, s.sale_number AS saleNumber, ${PRINT_JOB_COLUMNS} FROM print_jobs p JOIN journal j ON j.seq = p.created_seq LEFT JOIN sales s ON s.sale_id = p.sale_id
        WHERE ${KEPT[kept]} AND ${WINDOW} AND p.created_seq < @beforeSeq AND (@userId IS NULL OR p.asked_by ->> '$.userId' = @userId) ORDER BY p.created_seq DESC LIMIT @limit`,
    );
  const lists = { again: select('again'), 'in-doubt': select('in-doubt'), all: select('all') };
  const sums = db.prepare<LedgerTime & { limit: number }, PrintSum>(
    `SELECT p.asked_by ->> '$.userId' AS userId, coalesce(max(p.asked_by ->> '$.name'), '') AS name, count(*) AS slips, sum(${AGAIN}) AS again, sum(p.state_name IN ('failed', 'unknown', 'settled')) AS inDoubt
      FROM print_jobs p WHERE ${SLIP} AND ${WINDOW} GROUP BY userId ORDER BY again DESC, inDoubt DESC, name LIMIT @limit`,
  );
  return {
    printLedger: ({ kept, limit, beforeSeq, from, before, userId }) =>
      lists[kept].all({ from, before, userId, beforeSeq: beforeSeq ?? Number.MAX_SAFE_INTEGER, limit: listLimit(limit) }).map(({ seq, saleNumber, ...row }) => ({ ...printJobRecord(row), seq, saleNumber })),
    printSums: (time) => sums.all({ ...time, limit: LIST_LIMIT }),
  };
}
