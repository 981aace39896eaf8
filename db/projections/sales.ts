/** Sales, their goods and their payments, as the checkout's entries tell them. */
import type { Database } from 'better-sqlite3';
import type { CheckoutEvent, CheckoutState, Payment } from '../../domain/checkout/machine.ts';
import { partsOf } from '../../domain/checkout/parts.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { cardWonOf, chargesOf, dueOf } from '../../domain/checkout/payment.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { JournalRefusal } from '../journal-error.ts';
import { actorText } from '../stored.ts';
import { cardProjection } from './cards.ts';
import type { HistoryProjection } from './history.ts';

export type SaleProjection = {
  readonly started: (seq: number, entry: JournalEntry & { kind: 'sale.started' }) => void;
  readonly changed: (seq: number, entry: JournalEntry, payload: { readonly event: CheckoutEvent; readonly after: CheckoutState | null }) => void;
};

const PAID = `paid_at = ?, supply_won = ?, vat_won = ?, tax_free_won = ?, service_charge_won = ?, total_won = ?, received_won = ?, change_won = ?,
  card_won = ?, exchange_won = ?, first_name = ?, line_count = ?, actor = ?`;

export function saleProjection(db: Database, history: HistoryProjection): SaleProjection {
  const cards = cardProjection(db);
  const start = db.prepare(`INSERT INTO sales (sale_number, sale_id, shift_id, business_day, started_at, stage, actor, last_seq)
    VALUES (?, ?, ?, ?, ?, 'basket', ?, ?)`);
  // A finished sale absorbs nothing: an event for it means that two flows believed they owned the sale.
  const change = db.prepare(`UPDATE sales SET stage = ?, last_seq = ? WHERE sale_id = ? AND stage NOT IN ('done', 'abandoned')`);
  const pay = db.prepare(`UPDATE sales SET ${PAID} WHERE sale_id = ? AND paid_at IS NULL`);
  const line = db.prepare(`INSERT INTO sale_lines (sale_number, line_index, line_id, product_id, barcode, name, tax_class, unit_price_won,
    quantity, discount_won, total_won) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  function paid(seq: number, entry: JournalEntry, saleNumber: number, what: Payment): void {
    const { breakdown, lineTotalsWon } = what.totals;
    const { lines } = what.cart;
    const amounts = [breakdown.supplyWon, breakdown.vatWon, breakdown.taxFreeWon, breakdown.serviceChargeWon, breakdown.totalWon];
    const about = [lines[0]?.name ?? null, lines.length, actorText(entry.actor)];
    const done = pay.run(what.paidAt, ...amounts, what.receivedWon, what.changeWon, cardWonOf(what), what.exchange?.amounts.totalWon ?? 0, ...about, entry.saleId);
    if (done.changes !== 1) throw new JournalRefusal(`sale ${entry.saleId} is paid already`);
    if (what.tendered === undefined) cards.cashSale(seq, what.paidAt, saleNumber, dueOf(what).totalWon);
    for (const [index, item] of lines.entries()) {
      const goods = [item.lineId, item.productId, item.barcode, item.name, item.taxClass];
      line.run(saleNumber, index, ...goods, item.unitPriceWon, item.quantity, item.discountWon, lineTotalsWon[index]);
    }
  }

  /** Whoever must have a receipt and has none yet is owed one (의무발행). */
  function over(entry: JournalEntry, after: CheckoutState & { stage: 'done' }): void {
    history.finished(after.saleNumber);
    const none = after.receipt.outcome === 'declined' || after.receipt.outcome === 'postponed';
    for (const { charge } of chargesOf(after.payment)) {
      const approval = approvalOf(charge.state);
      if (approval === null) continue;
      history.approval(after.saleNumber, approval.approvalNumber);
      // The end of it as slips show it, its last digit hidden.
      const tail = approval.maskedNumber.replaceAll('-', '').slice(-4);
      if (tail.length === 4) history.word(after.saleNumber, 'card-tail', tail);
    }
    if (none && after.payment.mandatory) history.openCase(after.saleNumber, 'receipt-owed', '', entry.at);
  }

  return {
    started(seq, entry) {
      if (entry.saleId === null) throw new JournalRefusal('a sale starts without its id');
      const { saleNumber, shiftId } = entry.payload;
      start.run(saleNumber, entry.saleId, shiftId, entry.businessDay, entry.at, actorText(entry.actor), seq);
    },
    changed(seq, entry, { event, after }) {
      if (after !== null && after.saleId !== entry.saleId) throw new JournalRefusal(`an event of sale ${entry.saleId} carries the state of ${after.saleId}`);
      const done = change.run(after?.stage ?? 'basket', seq, entry.saleId);
      if (done.changes !== 1) throw new JournalRefusal(`sale ${entry.saleId} is not open`);
      if (event.type === 'tendered' && (after === null || !('payment' in after))) throw new JournalRefusal(`sale ${entry.saleId} was tendered without a payment`);
      if (after !== null && MOVES_MONEY.has(event.type)) {
        const parts = partsOf(after);
        cards.traded(seq, after.saleNumber, event, parts);
        cards.moved(seq, entry.at, after.saleNumber, parts);
        if ('payment' in after) paid(seq, entry, after.saleNumber, after.payment);
      }
      if (after?.stage === 'done') over(entry, after);
    },
  };
}

/** The events that can make a sale paid, or bring or take back a part of it. */
const MOVES_MONEY: ReadonlySet<CheckoutEvent['type']> = new Set<CheckoutEvent['type']>([
  'tendered', 'exchange-settled', 'recalled', 'cash-taken', 'cash-returned', 'charge-intended', 'cancel-intended', 'charge-kept', 'traded', 'signature-taken', 'handwritten-opened',
]);
