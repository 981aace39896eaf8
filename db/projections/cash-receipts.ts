/** Cash receipts: where the intent stands in the journal, the state as the machine leaves it. */
import type { Database } from 'better-sqlite3';
import { type CashReceiptEvent, type CashReceiptState, firstState, stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { parseStored } from '../stored.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { HistoryProjection } from './history.ts';

type Change = { readonly cashReceiptId: string; readonly event: CashReceiptEvent; readonly after: CashReceiptState };

export type CashReceiptProjection = {
  readonly created: (seq: number, entry: JournalEntry & { kind: 'cash-receipt.created' }) => void;
  readonly changed: (seq: number, entry: JournalEntry, payload: Change) => void;
};

/** Whether the law wants a receipt for this finished sale. */
export function mustHaveReceipt(db: Database) {
  return db
    .prepare<[number], number>(`SELECT j.payload -> '$.after.payment.mandatory' = 'true' FROM sales s JOIN journal j ON j.seq = s.last_seq WHERE s.sale_number = ? AND s.stage = 'done'`)
    .pluck();
}

/** `live`: the step is taken again and must agree, so that an outcome based on a state that has moved on is refused. */
export function cashReceiptProjection(db: Database, history: HistoryProjection, live: boolean): CashReceiptProjection {
  const create = db.prepare(`INSERT INTO cash_receipts (created_seq, cash_receipt_id, mgt_key, sale_id, total_won, state_name, state,
    created_at, updated_at, last_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const current = db.prepare<[string], { saleId: string; state: string }>('SELECT sale_id AS saleId, state FROM cash_receipts WHERE cash_receipt_id = ?');
  const change = db.prepare('UPDATE cash_receipts SET state_name = ?, state = ?, updated_at = ?, last_seq = ? WHERE cash_receipt_id = ?');
  const saleNumberOf = db.prepare<[string], number>('SELECT sale_number FROM sales WHERE sale_id = ?').pluck();
  const mustHave = mustHaveReceipt(db);
  // One that the tax office refused is made good by the next that is issued.
  const rejected = db.prepare<[number], string>(`SELECT r.cash_receipt_id FROM open_cases o JOIN cash_receipts r ON r.cash_receipt_id = o.ref
    WHERE o.sale_number = ? AND o.kind = 'cash-receipt' AND r.state_name = 'rejected'`).pluck();

  /** Whether somebody still has to look after it, and by which number it is found. */
  function follow(entry: JournalEntry, cashReceiptId: string, after: CashReceiptState): void {
    const saleNumber = saleNumberOf.get(entry.saleId ?? '');
    if (saleNumber === undefined) return;
    switch (after.name) {
      case 'queued':
      case 'requested':
      case 'unknown':
      case 'at-terminal':
      case 'rejected':
        return history.openCase(saleNumber, 'cash-receipt', cashReceiptId, entry.at);
      case 'failed':
        history.closeCase(saleNumber, 'cash-receipt', cashReceiptId);
        if (mustHave.get(saleNumber) === 1) history.openCase(saleNumber, 'receipt-owed', '', entry.at);
        return;
      case 'issued':
      case 'issued-at-terminal':
      case 'confirmed':
      case 'partly-cancelled':
      case 'cancelled':
        history.approval(saleNumber, after.approvalNumber);
        if (after.name === 'cancelled') history.approval(saleNumber, after.cancelApprovalNumber);
        for (const settled of [cashReceiptId, ...rejected.all(saleNumber)]) history.closeCase(saleNumber, 'cash-receipt', settled);
        return;
      default:
        return unreachable(after);
    }
  }

  return {
    created(seq, entry) {
      const intent = entry.payload;
      if (entry.saleId === null) throw new JournalRefusal(`cash receipt ${intent.cashReceiptId} belongs to no sale`);
      const first = firstState(intent);
      const state = canonicalJson(first);
      const total = intent.amounts.totalWon;
      create.run(seq, intent.cashReceiptId, intent.mgtKey, entry.saleId, total, first.name, state, entry.at, entry.at, seq);
      const saleNumber = saleNumberOf.get(entry.saleId);
      if (saleNumber !== undefined) history.closeCase(saleNumber, 'receipt-owed');
      follow(entry, intent.cashReceiptId, first);
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
      follow(entry, cashReceiptId, after);
    },
  };
}
