/** Reads about the counter, its shifts and its day. Synchronous: they run in the worker. */
import type { Database } from 'better-sqlite3';
import type { Actor } from '../../domain/people.ts';
import { LIST_LIMIT } from '../limits.ts';
import type { CounterRecord, FailureCount, GapReport, NumberGap, SaleStage, ShiftTotals } from '../records.ts';
import { parseStoredOrNull } from '../stored.ts';

/** More open sales than a counter can hold; the rest shows up as these are finished. */
const OPEN_SALES_LIMIT = 100;

type ShiftColumns = { readonly shiftId: string; readonly openedAt: string; readonly businessDay: string; readonly floatWon: number; readonly openedBy: string | null };
type Numbers = { readonly nextSaleNumber: number; readonly nextZNumber: number; readonly lastSeq: number; readonly lastAt: string | null; readonly lastBusinessDay: string | null };

export type DayReads = {
  readonly counter: () => CounterRecord;
  readonly shiftTotals: (shiftId: string) => ShiftTotals;
  readonly failuresOfDay: (businessDay: string) => readonly FailureCount[];
  readonly numberGaps: () => GapReport;
};

export function dayReads(db: Database): DayReads {
  const numbers = db.prepare<[], Numbers>(`SELECT (SELECT coalesce(max(sale_number), 0) + 1 FROM sales) AS nextSaleNumber,
    (SELECT coalesce(max(z_number), 0) + 1 FROM shifts) AS nextZNumber, (SELECT coalesce(max(seq), 0) FROM journal) AS lastSeq,
    (SELECT at FROM journal ORDER BY seq DESC LIMIT 1) AS lastAt, (SELECT business_day FROM shifts ORDER BY rowid DESC LIMIT 1) AS lastBusinessDay`);
  const shift = db.prepare<[], ShiftColumns>(`SELECT shift_id AS shiftId, opened_at AS openedAt, business_day AS businessDay,
    float_won AS floatWon, opened_by AS openedBy FROM shifts WHERE closed_at IS NULL`);
  const openSales = db.prepare<[number], { saleId: string; saleNumber: number; stage: SaleStage }>(
    `SELECT sale_id AS saleId, sale_number AS saleNumber, stage FROM sales WHERE stage NOT IN ('done', 'abandoned') ORDER BY sale_number LIMIT ?`,
  );
  const totals = db.prepare<{ shiftId: string }, ShiftTotals>(
    `SELECT (SELECT count(*) FROM sales WHERE shift_id = @shiftId AND paid_at IS NOT NULL) AS saleCount,
      ${sumOf('payments', 'cash', 1)} AS cashSalesWon, ${sumOf('payments', 'card', 1)} AS cardSalesWon,
      ${sumOf('refund_moves', 'cash', -1)} AS cashRefundsWon, ${sumOf('refund_moves', 'card', -1)} AS cardRefundsWon`,
  );
  const failures = db.prepare<[string, number], FailureCount>(
    'SELECT code, count(*) AS count FROM failures WHERE business_day = ? GROUP BY code ORDER BY count DESC, code LIMIT ?',
  );
  const saleGaps = db.prepare<[number], NumberGap>(gapsIn('sale_number', 'sales'));
  const zGaps = db.prepare<[number], NumberGap>(gapsIn('z_number', 'shifts'));
  return {
    counter() {
      const open = shift.get();
      return {
        ...(numbers.get() ?? { nextSaleNumber: 1, nextZNumber: 1, lastSeq: 0, lastAt: null, lastBusinessDay: null }),
        openShift: open === undefined ? null : { ...open, openedBy: parseStoredOrNull<Actor>(open.openedBy) },
        openSales: openSales.all(OPEN_SALES_LIMIT),
      };
    },
    shiftTotals: (shiftId) => totals.get({ shiftId }) ?? { saleCount: 0, cashSalesWon: 0, cardSalesWon: 0, cashRefundsWon: 0, cardRefundsWon: 0 },
    failuresOfDay: (businessDay) => failures.all(businessDay, LIST_LIMIT),
    numberGaps: () => ({ saleNumbers: saleGaps.all(LIST_LIMIT), zNumbers: zGaps.all(LIST_LIMIT) }),
  };
}

function sumOf(table: 'payments' | 'refund_moves', tender: 'cash' | 'card', sign: 1 | -1): string {
  return `(SELECT coalesce(sum(${sign} * amount_won), 0) FROM ${table} WHERE shift_id = @shiftId AND tender = '${tender}')`;
}

function gapsIn(column: string, table: string): string {
  return `SELECT previous + 1 AS "from", number - 1 AS "to" FROM
    (SELECT ${column} AS number, lag(${column}, 1, 0) OVER (ORDER BY ${column}) AS previous FROM ${table} WHERE ${column} IS NOT NULL)
    WHERE number > previous + 1 ORDER BY number LIMIT ?`;
}
