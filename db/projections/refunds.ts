/** Refunds: what came back, what was moved by them in which shift, and the cancels of cash receipts. */
import type { Database } from 'better-sqlite3';
import type { ReceiptCancelEvent, ReceiptCancelState } from '../../domain/cash-receipt/cancel.ts';
import { NEW_RECEIPT_CANCEL, stepReceiptCancel } from '../../domain/cash-receipt/cancel.ts';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import { hasReceipt } from '../../domain/cash-receipt/standing.ts';
import { approvalOf, tradeWon } from '../../domain/card-payment/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { movementsOf } from '../../domain/refund/movements.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { stageOf, tradesOf } from '../../domain/refund/stage.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { settledReceiptReads } from '../reads/settled-receipts.ts';
import { actorText, parseStored } from '../stored.ts';
import { mustHaveReceipt } from './cash-receipts.ts';
import type { HistoryProjection } from './history.ts';

type Changed = { readonly refundId: string; readonly after: Refund };
type CancelChanged = { readonly cancelId: string; readonly event: ReceiptCancelEvent; readonly after: ReceiptCancelState };

export type RefundProjection = {
  readonly begun: (seq: number, entry: JournalEntry & { kind: 'refund.begun' }) => void;
  readonly changed: (seq: number, entry: JournalEntry, payload: Changed) => void;
  readonly cancelCreated: (seq: number, entry: JournalEntry & { kind: 'receipt-cancel.created' }) => void;
  readonly cancelChanged: (seq: number, entry: JournalEntry, payload: CancelChanged) => void;
};

export function refundProjection(db: Database, history: HistoryProjection, live: boolean): RefundProjection {
  const write = refundWrites(db);
  const cancels = cancelWrites(db, history, live);
  const owe = owedAgain(db, history);

  function moved(seq: number, entry: JournalEntry, refund: Refund): void {
    const { refundNumber } = refund.intent;
    const before = new Map(write.moves.all(refundNumber).map(({ partId, tender, won }) => [`${tender} ${partId}`, won]));
    for (const { partId, tender, won } of movementsOf(refund)) {
      const movedWon = won - (before.get(`${tender} ${partId}`) ?? 0);
      before.delete(`${tender} ${partId}`);
      if (movedWon !== 0) write.move.run({ refundNumber, partId, tender, won: movedWon, at: entry.at, seq });
    }
    // A part that is not there any more gave back what it had brought.
    for (const [key, won] of before) if (won !== 0) write.move.run({ refundNumber, partId: key.slice(key.indexOf(' ') + 1), tender: key.slice(0, key.indexOf(' ')), won: -won, at: entry.at, seq });
  }

  function putTrades(seq: number, refund: Refund): void {
    for (const ret of refund.returns) {
      for (const trade of tradesOf(ret)) {
        const { intent, state } = trade;
        const approval = approvalOf(state);
        const said = approval === null ? [null, null, null, null] : [approval.approvalNumber, approval.maskedNumber, approval.issuer, approval.tradedAt];
        const partId = `${refund.intent.refundId}-${ret.intent.returnId}`;
        const done = write.trade.run(intent.tradeNumber, refund.intent.saleNumber, partId, intent.kind, tradeWon(intent), intent.installmentMonths, state.name, ...said, canonicalJson(trade), seq);
        if (done.changes !== 1) throw new JournalRefusal(`trade ${intent.tradeNumber} is used already`);
      }
    }
  }

  /** A sale is found by what went back of it, and stands among the open cases until that is over. */
  function lead(entry: JournalEntry, refund: Refund): void {
    const { refundId, saleNumber, goods } = refund.intent;
    const stage = stageOf(refund);
    if (stage === 'done' || stage === 'called-off') history.closeCase(saleNumber, 'refund', refundId);
    else history.openCase(saleNumber, 'refund', refundId, entry.at);
    if (stage === 'called-off' || goods.lines.length === 0) return;
    history.word(saleNumber, 'mark', 'refunded');
    history.word(saleNumber, 'amount', String(goods.amounts.totalWon));
    for (const trade of refund.returns.flatMap(tradesOf)) {
      const approval = approvalOf(trade.state);
      if (approval !== null) history.approval(saleNumber, approval.approvalNumber);
    }
    // Nothing of it is left that a receipt could be owed for.
    if (stage === 'done' && write.allBack.get(saleNumber) === 1) history.closeCase(saleNumber, 'receipt-owed');
  }

  return {
    begun(seq, entry) {
      const { after } = entry.payload;
      const { intent } = after;
      if (entry.saleId !== intent.saleId) throw new JournalRefusal(`refund ${intent.refundId} is of sale ${intent.saleId}`);
      if (live && write.open.get(intent.rootSaleId) !== undefined) throw new JournalRefusal(`a refund of sale ${intent.saleId} is open`);
      write.begin.run({ ...numbersOf(after), refundId: intent.refundId, saleId: intent.saleId, rootSaleId: intent.rootSaleId, businessDay: entry.businessDay, kind: intent.kind, at: entry.at, actor: actorText(entry.actor), seq });
      for (const { lineId, quantity, amountWon } of intent.goods.lines) {
        write.line.run(intent.refundNumber, lineId, quantity, amountWon);
        const over = live && write.over.get({ saleId: intent.saleId, lineId }) !== undefined;
        if (over) throw new JournalRefusal(`more of line ${lineId} comes back than was sold`);
      }
      moved(seq, entry, after);
      lead(entry, after);
    },
    changed(seq, entry, { refundId, after }) {
      if (entry.saleId !== after.intent.saleId || refundId !== after.intent.refundId) throw new JournalRefusal(`an event of refund ${refundId} carries another`);
      const paidWon = entry.kind === 'refund.exchanged' && live && after.exchange !== null ? write.paidWith.get(after.exchange.saleId) : after.exchange?.creditWon;
      if (paidWon !== after.exchange?.creditWon) throw new JournalRefusal(`refund ${refundId} pays what its sale was not paid with`);
      const done = write.change.run(stageOf(after), seq, refundId);
      if (done.changes !== 1) throw new JournalRefusal(`refund ${refundId} was never begun`);
      putTrades(seq, after);
      moved(seq, entry, after);
      lead(entry, after);
      owe(entry, after, (saleNumber) => write.allBack.get(saleNumber) === 1);
    },
    ...cancels,
  };
}

function numbersOf(refund: Refund): { refundNumber: number; totalWon: number; stage: string } {
  return { refundNumber: refund.intent.refundNumber, totalWon: refund.intent.goods.amounts.totalWon, stage: stageOf(refund) };
}

/** A receipt that was seen to by hand stands no more: whoever must have one is owed another, unless there is one, or nothing left to have one for. */
function owedAgain(db: Database, history: HistoryProjection): (entry: JournalEntry, refund: Refund, isAllBack: (saleNumber: number) => boolean) => void {
  const { settledReceipts } = settledReceiptReads(db);
  const mustHave = mustHaveReceipt(db);
  const saleOf = db.prepare<[string], number>('SELECT s.sale_number FROM cash_receipts r JOIN sales s ON s.sale_id = r.sale_id WHERE r.cash_receipt_id = ?').pluck();
  const receiptsOf = db.prepare<[number], { cashReceiptId: string; state: string }>('SELECT r.cash_receipt_id AS cashReceiptId, r.state FROM cash_receipts r JOIN sales s ON s.sale_id = r.sale_id WHERE s.sale_number = ?');
  return (entry, { receipts }, isAllBack) => {
    for (const cashReceiptId of settledReceipts(receipts.map(({ intent }) => intent.cashReceiptId))) {
      const saleNumber = saleOf.get(cashReceiptId);
      if (saleNumber === undefined || mustHave.get(saleNumber) !== 1 || isAllBack(saleNumber)) continue;
      const all = receiptsOf.all(saleNumber).map((row) => ({ cashReceiptId: row.cashReceiptId, state: parseStored<CashReceiptState>(row.state) }));
      const settled = new Set(settledReceipts(all.map((each) => each.cashReceiptId)));
      if (!hasReceipt(all, settled)) history.openCase(saleNumber, 'receipt-owed', '', entry.at);
    }
  };
}

function refundWrites(db: Database) {
  return {
    begin: db.prepare(`INSERT INTO refunds (refund_number, refund_id, sale_number, root_sale_number, shift_id, business_day, kind, total_won, stage, begun_at, actor, last_seq)
      VALUES (@refundNumber, @refundId, (SELECT sale_number FROM sales WHERE sale_id = @saleId), (SELECT sale_number FROM sales WHERE sale_id = @rootSaleId),
        (SELECT shift_id FROM shifts WHERE closed_at IS NULL), @businessDay, @kind, @totalWon, @stage, @at, @actor, @seq)`),
    open: db.prepare<[string], number>(`SELECT 1 FROM refunds JOIN sales ON sales.sale_number = root_sale_number WHERE sale_id = ? AND refunds.stage NOT IN ('done', 'called-off')`).pluck(),
    line: db.prepare('INSERT INTO refund_lines (refund_number, line_id, quantity, amount_won) VALUES (?, ?, ?, ?)'),
    over: db
      .prepare<{ saleId: string; lineId: string }, number>(
        `SELECT 1 FROM sale_lines l JOIN sales s ON s.sale_number = l.sale_number WHERE s.sale_id = @saleId AND l.line_id = @lineId AND l.quantity <
          (SELECT sum(r.quantity) FROM refund_lines r JOIN refunds f ON f.refund_number = r.refund_number WHERE f.sale_number = s.sale_number AND r.line_id = @lineId AND f.stage <> 'called-off')`,
      )
      .pluck(),
    allBack: db
      .prepare<[number], number>(`SELECT s.total_won = (SELECT sum(total_won) FROM refunds r WHERE r.sale_number = s.sale_number AND r.stage <> 'called-off') FROM sales s WHERE s.sale_number = ?`)
      .pluck(),
    paidWith: db.prepare<[string], number>('SELECT exchange_won FROM sales WHERE sale_id = ? AND paid_at IS NOT NULL').pluck(),
    change: db.prepare('UPDATE refunds SET stage = ?, last_seq = ? WHERE refund_id = ?'),
    moves: db.prepare<[number], { partId: string; tender: string; won: number }>('SELECT part_id AS partId, tender, sum(amount_won) AS won FROM refund_moves WHERE refund_number = ? GROUP BY tender, part_id'),
    move: db.prepare(`INSERT INTO refund_moves (refund_number, move_index, part_id, shift_id, tender, amount_won, at, seq)
      VALUES (@refundNumber, (SELECT coalesce(max(move_index) + 1, 0) FROM refund_moves WHERE refund_number = @refundNumber), @partId,
        coalesce((SELECT shift_id FROM shifts WHERE closed_at IS NULL), (SELECT shift_id FROM refunds WHERE refund_number = @refundNumber)), @tender, @won, @at, @seq)`),
    // The same number again is the same trade, of the same refund, further on.
    trade: db.prepare(`INSERT INTO card_trades (trade_number, sale_number, part_id, kind, amount_won, installment_months, state_name, approval_number, masked_number, issuer,
        traded_at, trade, last_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (trade_number) DO UPDATE SET state_name = excluded.state_name, approval_number = excluded.approval_number, masked_number = excluded.masked_number,
        issuer = excluded.issuer, traded_at = excluded.traded_at, trade = excluded.trade, last_seq = excluded.last_seq WHERE part_id = excluded.part_id`),
  };
}

function cancelWrites(db: Database, history: HistoryProjection, live: boolean): Pick<RefundProjection, 'cancelCreated' | 'cancelChanged'> {
  const create = db.prepare(`INSERT INTO receipt_cancels (created_seq, cancel_id, mgt_key, cash_receipt_id, refund_id, sale_id, total_won, state_name, state, created_at, updated_at, last_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const current = db.prepare<[string], { saleId: string; state: string }>('SELECT sale_id AS saleId, state FROM receipt_cancels WHERE cancel_id = ?');
  const saleNumberOf = db.prepare<[string], number>('SELECT sale_number FROM sales WHERE sale_id = ?').pluck();
  const change = db.prepare('UPDATE receipt_cancels SET state_name = ?, state = ?, updated_at = ?, last_seq = ? WHERE cancel_id = ?');
  return {
    cancelCreated(seq, entry) {
      const { cancelId, mgtKey, cashReceiptId, refundId, amounts } = entry.payload;
      create.run(seq, cancelId, mgtKey, cashReceiptId, refundId, entry.saleId, amounts.totalWon, NEW_RECEIPT_CANCEL.name, canonicalJson(NEW_RECEIPT_CANCEL), entry.at, entry.at, seq);
    },
    cancelChanged(seq, entry, { cancelId, event, after }) {
      const before = current.get(cancelId);
      if (before === undefined) throw new JournalRefusal(`the cancel ${cancelId} has no intent`);
      if (entry.saleId !== before.saleId) throw new JournalRefusal(`the cancel ${cancelId} belongs to sale ${before.saleId}`);
      const state = canonicalJson(after);
      if (live) {
        const step = stepReceiptCancel(parseStored<ReceiptCancelState>(before.state), event);
        if (!step.ok || canonicalJson(step.state) !== state) throw new JournalRefusal(`the cancel ${cancelId}: ${event.type} does not follow ${before.state}`);
      }
      change.run(after.name, state, entry.at, seq, cancelId);
      const saleNumber = saleNumberOf.get(before.saleId);
      if (saleNumber !== undefined && 'approvalNumber' in after) history.approval(saleNumber, after.approvalNumber);
    },
  };
}
