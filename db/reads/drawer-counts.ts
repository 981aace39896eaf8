/** What was counted in the drawer over days: every count that was too far off, and every close. Synchronous: it runs in the worker. */
import type { Database } from 'better-sqlite3';
import type { Actor } from '../../domain/people.ts';
import { listLimit } from '../limits.ts';
import type { DrawerCountRecord } from '../records.ts';
import { parseStoredOrNull } from '../stored.ts';
import type { LedgerTime } from './print-ledger.ts';

export type DrawerCountReads = {
  /** Newest first. */
  readonly drawerCounts: (page: LedgerTime & { readonly limit: number }) => readonly DrawerCountRecord[];
};

type Columns = Omit<DrawerCountRecord, 'actor' | 'approver' | 'alone'> & { readonly actor: string | null; readonly approver: string | null; readonly alone: number };

/** What allowed a close stands in its own append: before it, with at most the end of an empty basket in between. */
const ALLOWED = `LEFT JOIN special_acts a ON a.seq IN (s.last_seq - 1, s.last_seq - 2) AND a.act = 'close-over-difference' AND a.outcome <> 'refused'`;

export function drawerCountReads(db: Database): DrawerCountReads {
  const counts = db.prepare<LedgerTime & { limit: number }, Columns>(
    `SELECT c.seq, 'counted' AS kind, c.at, s.z_number AS zNumber, c.actor, c.counted_won AS countedWon, c.expected_won AS expectedWon, c.difference_won AS differenceWon,
        s.close ->> '$.countedWon' AS closedWon, NULL AS allowed, NULL AS reason, NULL AS approver, 0 AS alone
      FROM drawer_counts c JOIN shifts s ON s.shift_id = c.shift_id WHERE c.at >= @from AND c.at < @before
    UNION ALL
    SELECT s.last_seq, 'closed', s.closed_at, s.z_number, j.actor, s.close ->> '$.countedWon', s.close ->> '$.expectedWon', s.close ->> '$.differenceWon',
        s.close ->> '$.countedWon', a.outcome, a.reason, a.approver, coalesce(a.alone, 0)
      FROM shifts s JOIN journal j ON j.seq = s.last_seq ${ALLOWED} WHERE s.closed_at >= @from AND s.closed_at < @before
    ORDER BY 1 DESC LIMIT @limit`,
  );
  return {
    drawerCounts: ({ from, before, limit }) =>
      counts
        .all({ from, before, limit: listLimit(limit) })
        .map((row) => ({ ...row, actor: parseStoredOrNull<Actor>(row.actor), approver: parseStoredOrNull<Actor>(row.approver), alone: row.alone === 1 })),
  };
}
