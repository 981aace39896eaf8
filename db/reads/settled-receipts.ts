/** Cash receipts that somebody saw to by hand, and of which nothing is left by it. Synchronous: it runs in the worker, and in the projections. */
import type { Database } from 'better-sqlite3';
import type { ReceiptCancelIntent, ReceiptCancelState } from '../../domain/cash-receipt/cancel.ts';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import { isSettledByHand } from '../../domain/cash-receipt/standing.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import { LIST_LIMIT } from '../limits.ts';
import { parseStored } from '../stored.ts';

export type SettledReceiptReads = {
  /** Those of these that do not stand any more, although their own state says so. */
  readonly settledReceipts: (cashReceiptIds: readonly string[]) => readonly string[];
};

type Stored = { readonly intent: string; readonly state: string };

export function settledReceiptReads(db: Database): SettledReceiptReads {
  // Few cancels come to nothing, and fewer are seen to by hand: the refund itself says which.
  const byHand = db.prepare<[string, number], { cashReceiptId: string; cancelId: string }>(
    `SELECT c.cash_receipt_id AS cashReceiptId, c.cancel_id AS cancelId FROM receipt_cancels c JOIN refunds f ON f.refund_id = c.refund_id
      JOIN journal j ON j.seq = f.last_seq JOIN json_each(j.payload, '$.after.receipts') e ON e.value ->> '$.intent.cancelId' = c.cancel_id
      WHERE c.cash_receipt_id IN (SELECT value FROM json_each(?)) AND e.value ->> '$.left' IS NOT NULL ORDER BY c.created_seq LIMIT ?`,
  );
  const receipt = db.prepare<[string], Stored>('SELECT j.payload AS intent, r.state FROM cash_receipts r JOIN journal j ON j.seq = r.created_seq WHERE r.cash_receipt_id = ?');
  const cancels = db.prepare<[string, number], Stored>('SELECT j.payload AS intent, c.state FROM receipt_cancels c JOIN journal j ON j.seq = c.created_seq WHERE c.cash_receipt_id = ? LIMIT ?');

  function isSettled(cashReceiptId: string, seenTo: ReadonlySet<string>): boolean {
    const found = receipt.get(cashReceiptId);
    if (found === undefined) return false;
    const { amounts } = parseStored<CashReceiptIntent>(found.intent);
    const all = cancels.all(cashReceiptId, LIST_LIMIT).map(({ intent, state }) => ({ intent: parseStored<ReceiptCancelIntent>(intent), state: parseStored<ReceiptCancelState>(state) }));
    return isSettledByHand({ cashReceiptId, amounts, state: parseStored<CashReceiptState>(found.state) }, all, seenTo);
  }

  return {
    settledReceipts(cashReceiptIds) {
      if (cashReceiptIds.length === 0) return [];
      const found = byHand.all(JSON.stringify(cashReceiptIds), LIST_LIMIT);
      const seenTo = new Set(found.map(({ cancelId }) => cancelId));
      return [...new Set(found.map(({ cashReceiptId }) => cashReceiptId))].filter((cashReceiptId) => isSettled(cashReceiptId, seenTo));
    },
  };
}
