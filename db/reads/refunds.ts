/** Reads about refunds and the cancels of cash receipts. Synchronous: they run in the worker. */
import type { Database } from 'better-sqlite3';
import type { ReceiptCancelIntent, ReceiptCancelState } from '../../domain/cash-receipt/cancel.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { LIST_LIMIT, listLimit } from '../limits.ts';
import type { ReceiptCancelRecord, RefundBrief, RefundRecord } from '../records.ts';
import { parseStored } from '../stored.ts';

export type RefundReads = {
  readonly nextRefundNumber: () => number;
  readonly refund: (refundId: string) => RefundRecord | null;
  /** Of this sale and those tied to it by exchanges, in the order they were begun. */
  readonly refundsTiedTo: (rootSaleId: string) => readonly RefundRecord[];
  /** The refund a trade of the terminal belongs to; null: to none. */
  readonly refundOfTrade: (tradeNumber: string) => string | null;
  readonly openRefunds: (page: { readonly limit: number }) => readonly RefundRecord[];
  /** Of these sales, without those that were called off. */
  readonly refundBriefs: (saleIds: readonly string[]) => readonly RefundBrief[];
  readonly receiptCancel: (cancelId: string) => ReceiptCancelRecord | null;
  /** By its key, which at the terminal is its trade's number. */
  readonly receiptCancelByKey: (mgtKey: string) => ReceiptCancelRecord | null;
  readonly receiptCancelsOf: (cashReceiptIds: readonly string[]) => readonly ReceiptCancelRecord[];
  readonly receiptCancelsIn: (states: readonly ReceiptCancelState['name'][], page: { readonly limit: number }) => readonly ReceiptCancelRecord[];
};

type RefundColumns = Omit<RefundRecord, 'refund'> & { readonly refund: string };
type CancelColumns = { readonly intent: string; readonly state: string; readonly saleId: string; readonly saleNumber: number; readonly createdAt: string; readonly updatedAt: string };

const REFUND = `SELECT r.refund_id AS refundId, s.sale_id AS saleId, r.sale_number AS saleNumber, r.shift_id AS shiftId, r.business_day AS businessDay, r.begun_at AS begunAt,
  (SELECT payload -> '$.after' FROM journal WHERE seq = r.last_seq) AS refund FROM refunds r JOIN sales s ON s.sale_number = r.sale_number`;
const CANCEL = `SELECT j.payload AS intent, c.state, c.sale_id AS saleId, s.sale_number AS saleNumber, c.created_at AS createdAt, c.updated_at AS updatedAt
  FROM receipt_cancels c JOIN sales s ON s.sale_id = c.sale_id JOIN journal j ON j.seq = c.created_seq`;

export function refundReads(db: Database): RefundReads {
  const next = db.prepare<[], number>('SELECT coalesce(max(refund_number), 0) + 1 FROM refunds').pluck();
  const one = db.prepare<[string], RefundColumns>(`${REFUND} WHERE r.refund_id = ?`);
  const tied = db.prepare<[string, number], RefundColumns>(`${REFUND} WHERE r.root_sale_number = (SELECT sale_number FROM sales WHERE sale_id = ?) ORDER BY r.refund_number LIMIT ?`);
  const ofTrade = db.prepare<[string], string>(`SELECT r.refund_id FROM card_trades t JOIN refunds r ON r.sale_number = t.sale_number AND substr(t.part_id, 1, length(r.refund_id) + 1) = r.refund_id || '-' WHERE t.trade_number = ?`).pluck();
  const open = db.prepare<[number], RefundColumns>(`${REFUND} WHERE r.stage NOT IN ('done', 'called-off') ORDER BY r.refund_number LIMIT ?`);
  const briefs = db.prepare<[string, number], RefundBrief>(
    `SELECT s.sale_id AS saleId, r.refund_id AS refundId, r.refund_number AS refundNumber, r.kind, r.total_won AS totalWon, r.stage, r.begun_at AS begunAt FROM refunds r
      JOIN sales s ON s.sale_number = r.sale_number WHERE r.stage <> 'called-off' AND s.sale_id IN (SELECT value FROM json_each(?)) ORDER BY r.refund_number LIMIT ?`,
  );
  const cancel = db.prepare<[string], CancelColumns>(`${CANCEL} WHERE c.cancel_id = ?`);
  const cancelByKey = db.prepare<[string], CancelColumns>(`${CANCEL} WHERE c.mgt_key = ?`);
  const cancelsOf = db.prepare<[string, number], CancelColumns>(`${CANCEL} WHERE c.cash_receipt_id IN (SELECT value FROM json_each(?)) ORDER BY c.created_seq LIMIT ?`);
  const cancelsIn = db.prepare<[string, number], CancelColumns>(`${CANCEL} WHERE c.state_name IN (SELECT value FROM json_each(?)) ORDER BY c.created_seq LIMIT ?`);
  return {
    nextRefundNumber: () => next.get() ?? 1,
    refund(refundId) {
      const row = one.get(refundId);
      return row === undefined ? null : refundRecord(row);
    },
    refundsTiedTo: (rootSaleId) => tied.all(rootSaleId, LIST_LIMIT).map(refundRecord),
    refundOfTrade: (tradeNumber) => ofTrade.get(tradeNumber) ?? null,
    openRefunds: ({ limit }) => open.all(listLimit(limit)).map(refundRecord),
    refundBriefs: (saleIds) => briefs.all(JSON.stringify(saleIds), LIST_LIMIT),
    receiptCancel(cancelId) {
      const row = cancel.get(cancelId);
      return row === undefined ? null : cancelRecord(row);
    },
    receiptCancelByKey(mgtKey) {
      const row = cancelByKey.get(mgtKey);
      return row === undefined ? null : cancelRecord(row);
    },
    receiptCancelsOf: (cashReceiptIds) => cancelsOf.all(JSON.stringify(cashReceiptIds), LIST_LIMIT).map(cancelRecord),
    receiptCancelsIn: (states, { limit }) => cancelsIn.all(JSON.stringify(states), listLimit(limit)).map(cancelRecord),
  };
}

function refundRecord(row: RefundColumns): RefundRecord {
  return { ...row, refund: parseStored<Refund>(row.refund) };
}

function cancelRecord({ intent, state, ...row }: CancelColumns): ReceiptCancelRecord {
  const { cancelId, mgtKey, cashReceiptId, reason, amounts, whole, refundId } = parseStored<ReceiptCancelIntent & { readonly refundId: string }>(intent);
  return { ...row, refundId, intent: { cancelId, mgtKey, cashReceiptId, reason, amounts, whole }, state: parseStored<ReceiptCancelState>(state) };
}
