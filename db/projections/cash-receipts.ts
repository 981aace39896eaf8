/** Cash receipts: where the intent stands in the journal, the state as the machine leaves it. */
import type { Database } from 'better-sqlite3';
import { type CashReceiptEvent, type CashReceiptState, NEW_CASH_RECEIPT, stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { parseStored } from '../stored.ts';

type Change = { readonly cashReceiptId: string; readonly event: CashReceiptEvent; readonly after: CashReceiptState };

export type CashReceiptProjection = {
  readonly created: (seq: number, entry: JournalEntry & { kind: 'cash-receipt.created' }) => void;
  readonly changed: (seq: number, entry: JournalEntry, payload: Change) => void;
};

/** `live`: the step is taken again and must agree, so that an outcome based on a state that has moved on is refused. */
export function cashReceiptProjection(db: Database, live: boolean): CashReceiptProjection {
  const create = db.prepare(`INSERT INTO cash_receipts (created_seq, cash_receipt_id, mgt_key, sale_id, total_won, state_name, state,
    created_at, updated_at, last_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const current = db.prepare<[string], { saleId: string; state: string }>('SELECT sale_id AS saleId, state FROM cash_receipts WHERE cash_receipt_id = ?');
  const change = db.prepare('UPDATE cash_receipts SET state_name = ?, state = ?, updated_at = ?, last_seq = ? WHERE cash_receipt_id = ?');
  return {
    created(seq, entry) {
      const intent = entry.payload;
      if (entry.saleId === null) throw new JournalRefusal(`cash receipt ${intent.cashReceiptId} belongs to no sale`);
      const state = canonicalJson(NEW_CASH_RECEIPT);
      const total = intent.amounts.totalWon;
      create.run(seq, intent.cashReceiptId, intent.mgtKey, entry.saleId, total, NEW_CASH_RECEIPT.name, state, entry.at, entry.at, seq);
    },
    changed(seq, entry, { cashReceiptId, event, after }) {
      const before = current.get(cashReceiptId);
      if (before === undefined) throw new JournalRefusal(`cash receipt ${cashReceiptId} has no intent`);
      if (entry.saleId !== before.saleId) throw new JournalRefusal(`cash receipt ${cashReceiptId} belongs to sale ${before.saleId}`);
      const state = canonicalJson(after);
      if (live) {
        const step = stepCashReceipt(parseStored<CashReceiptState>(before.state), event);
        if (!step.ok || canonicalJson(step.state) !== state) throw new JournalRefusal(`cash receipt ${cashReceiptId}: ${event.type} does not follow ${before.state}`);
      }
      change.run(after.name, state, entry.at, seq, cashReceiptId);
    },
  };
}
