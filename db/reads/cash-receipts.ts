/** Reads about cash receipts. Synchronous: they run in the worker. */
import type { Database } from 'better-sqlite3';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import { LIST_LIMIT, listLimit } from '../limits.ts';
import type { CashReceiptRecord, UnsentCashReceipts } from '../records.ts';
import { parseStored } from '../stored.ts';

type Columns = {
  readonly intent: string;
  readonly state: string;
  readonly saleId: string;
  readonly saleNumber: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};

const SELECT = `SELECT j.payload AS intent, r.state, r.sale_id AS saleId, s.sale_number AS saleNumber, r.created_at AS createdAt, r.updated_at AS updatedAt
  FROM cash_receipts r JOIN sales s ON s.sale_id = r.sale_id JOIN journal j ON j.seq = r.created_seq`;

export type CashReceiptReads = {
  readonly cashReceipt: (cashReceiptId: string) => CashReceiptRecord | null;
  readonly cashReceiptByKey: (mgtKey: string) => CashReceiptRecord | null;
  readonly cashReceiptsOfSale: (saleId: string) => readonly CashReceiptRecord[];
  readonly cashReceiptsIn: (states: readonly CashReceiptState['name'][], page: { readonly limit: number }) => readonly CashReceiptRecord[];
  /** Issues and cancels. */
  readonly unsentCashReceipts: () => UnsentCashReceipts;
};

export function cashReceiptReads(db: Database): CashReceiptReads {
  const one = db.prepare<[string], Columns>(`${SELECT} WHERE r.cash_receipt_id = ?`);
  const byKey = db.prepare<[string], Columns>(`${SELECT} WHERE r.mgt_key = ?`);
  const ofSale = db.prepare<[string, number], Columns>(`${SELECT} WHERE j.sale_id = ? AND j.kind = 'cash-receipt.created' ORDER BY j.seq LIMIT ?`);
  const inStates = db.prepare<[string, number], Columns>(
    `${SELECT} WHERE r.state_name IN (SELECT value FROM json_each(?)) ORDER BY r.created_seq LIMIT ?`,
  );
  const unsent = db.prepare<[], UnsentCashReceipts>(
    `SELECT count(*) AS count, coalesce(sum(total_won), 0) AS amountWon, min(created_at) AS oldestAt FROM
      (SELECT total_won, created_at FROM cash_receipts WHERE state_name IN ('queued', 'requested', 'unknown', 'at-terminal')
        UNION ALL SELECT total_won, created_at FROM receipt_cancels WHERE state_name IN ('waiting', 'queued', 'requested', 'unknown'))`,
  );
  return {
    cashReceipt(cashReceiptId) {
      const row = one.get(cashReceiptId);
      return row === undefined ? null : record(row);
    },
    cashReceiptByKey(mgtKey) {
      const row = byKey.get(mgtKey);
      return row === undefined ? null : record(row);
    },
    cashReceiptsOfSale: (saleId) => ofSale.all(saleId, LIST_LIMIT).map(record),
    cashReceiptsIn: (states, { limit }) => inStates.all(JSON.stringify(states), listLimit(limit)).map(record),
    unsentCashReceipts: () => unsent.get() ?? { count: 0, amountWon: 0, oldestAt: null },
  };
}

function record(row: Columns): CashReceiptRecord {
  const { saleId, saleNumber, createdAt, updatedAt } = row;
  return { ...parseStored<CashReceiptIntent>(row.intent), saleId, saleNumber, state: parseStored<CashReceiptState>(row.state), createdAt, updatedAt };
}
