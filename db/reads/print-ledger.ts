/** The print ledger: every print and every attempt of some days, and how many there were of each person. Synchronous: it runs in the worker. */
import type { Database } from 'better-sqlite3';
import type { PrinterPlace, PrintReason } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { PrintJobState } from '../../domain/print-job.ts';
import type { CustomerFact } from '../../domain/slip/customer-fact.ts';
import type { CopyKind } from '../../domain/slip/policy.ts';
import { LIST_LIMIT, listLimit } from '../limits.ts';
import { parseStored, parseStoredOrNull } from '../stored.ts';

export type LedgerKept = 'all' | 'copies' | 'in-doubt' | 'drawer';
export type LedgerDays = { readonly fromDay: string; readonly toDay: string };
export type LedgerPage = LedgerDays & { readonly kept: LedgerKept; /** Null: everyone's. */ readonly userId: string | null; readonly limit: number; /** Only what was asked for before this row. */ readonly beforeSeq?: number };

export type LedgerRow = {
  readonly seq: number;
  readonly jobId: string;
  readonly at: string;
  readonly saleId: string | null;
  readonly saleNumber: number | null;
  readonly kind: 'slip' | 'drawer';
  readonly copyKind: CopyKind | null;
  /** 0 for a drawer. */
  readonly copyNumber: number;
  readonly reason: PrintReason;
  readonly printer: PrinterPlace;
  readonly state: PrintJobState;
  /** Who asked: null where the customer did, or the program. */
  readonly actor: Actor | null;
  readonly approver: Actor | null;
  readonly fact: CustomerFact | null;
  readonly settledBy: Actor | null;
};

/** Of one person in these days; `userId` null: asked for by customers, or by the program. */
export type LedgerSum = {
  readonly userId: string | null;
  readonly name: string;
  readonly slips: number;
  readonly copies: number;
  readonly failed: number;
  readonly drawers: number;
  /** Opened without a sale. */
  readonly drawersAlone: number;
};

export type PrintLedgerReads = {
  /** Newest first. */
  readonly printLedger: (page: LedgerPage) => readonly LedgerRow[];
  readonly printSums: (days: LedgerDays) => readonly LedgerSum[];
};

type Columns = Omit<LedgerRow, 'state' | 'actor' | 'approver' | 'settledBy'> & { readonly state: string; readonly actor: string | null; readonly approver: string | null; readonly settledBy: string | null };

const KEPT = {
  all: '1',
  copies: "p.job_kind = 'slip' AND p.copy_number > 1",
  'in-doubt': "p.state_name IN ('unknown', 'failed', 'settled')",
  drawer: "p.job_kind = 'drawer'",
} as const satisfies Record<LedgerKept, string>;

export function printLedgerReads(db: Database): PrintLedgerReads {
  const select = (kept: LedgerKept) =>
    db.prepare<{ fromDay: string; toDay: string; userId: string | null; beforeSeq: number; limit: number }, Columns>(
      `SELECT p.created_seq AS seq, p.job_id AS jobId, p.created_at AS at, p.sale_id AS saleId, s.sale_number AS saleNumber, p.job_kind AS kind, p.copy_kind AS copyKind,
          p.copy_number AS copyNumber, p.reason, p.printer, p.state, p.actor, p.approver, p.fact, p.settled_by AS settledBy
        FROM print_jobs p LEFT JOIN sales s ON s.sale_id = p.sale_id
        WHERE p.business_day BETWEEN @fromDay AND @toDay AND p.created_seq < @beforeSeq AND (@userId IS NULL OR p.actor ->> '$.userId' = @userId) AND ${KEPT[kept]}
        ORDER BY p.business_day DESC, p.created_seq DESC LIMIT @limit`,
    );
  const lists = { all: select('all'), copies: select('copies'), 'in-doubt': select('in-doubt'), drawer: select('drawer') };
  const sums = db.prepare<[string, string, number], LedgerSum>(
    `SELECT p.actor ->> '$.userId' AS userId, coalesce(max(p.actor ->> '$.name'), '') AS name,
        sum(p.job_kind = 'slip' AND p.reason <> 'test') AS slips, sum(p.job_kind = 'slip' AND p.copy_number > 1) AS copies,
        sum(p.job_kind = 'slip' AND p.state_name IN ('failed', 'unknown', 'settled')) AS failed,
        sum(p.job_kind = 'drawer') AS drawers, sum(p.job_kind = 'drawer' AND p.sale_id IS NULL) AS drawersAlone
      FROM print_jobs p WHERE p.business_day BETWEEN ? AND ? GROUP BY userId ORDER BY copies DESC, failed DESC, userId LIMIT ?`,
  );
  return {
    printLedger: ({ kept, limit, beforeSeq, fromDay, toDay, userId }) =>
      lists[kept].all({ fromDay, toDay, userId, beforeSeq: beforeSeq ?? Number.MAX_SAFE_INTEGER, limit: listLimit(limit) }).map(row),
    printSums: ({ fromDay, toDay }) => sums.all(fromDay, toDay, LIST_LIMIT),
  };
}

function row(columns: Columns): LedgerRow {
  const { state, actor, approver, settledBy } = columns;
  return { ...columns, state: parseStored<PrintJobState>(state), actor: parseStoredOrNull<Actor>(actor), approver: parseStoredOrNull<Actor>(approver), settledBy: parseStoredOrNull<Actor>(settledBy) };
}
