/** Card trades and the money of a sale's parts, read off the state its entries carry. */
import type { Database } from 'better-sqlite3';
import type { Trade } from '../../domain/card-payment/machine.ts';
import { approvalOf, tradeWon } from '../../domain/card-payment/machine.ts';
import { tradeIn } from '../../domain/checkout/parts.ts';
import type { CheckoutEvent } from '../../domain/checkout/machine.ts';
import type { Part } from '../../domain/tender/machine.ts';
import { amountsOf, isTaken } from '../../domain/tender/machine.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';

export type CardProjection = {
  /** The trade an event is about, as it stands after it. */
  readonly traded: (seq: number, saleNumber: number, event: CheckoutEvent, parts: readonly Part[]) => void;
  /** Whatever a part brought or gave back with this entry. */
  readonly moved: (seq: number, at: string, saleNumber: number, parts: readonly Part[]) => void;
  readonly cashSale: (seq: number, at: string, saleNumber: number, amountWon: number) => void;
};

export function cardProjection(db: Database): CardProjection {
  const put = db.prepare(`INSERT INTO card_trades (trade_number, sale_number, part_id, kind, amount_won, installment_months, state_name, approval_number,
      masked_number, issuer, traded_at, trade, last_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (trade_number) DO UPDATE SET state_name = excluded.state_name, approval_number = excluded.approval_number, masked_number = excluded.masked_number,
      issuer = excluded.issuer, traded_at = excluded.traded_at, trade = excluded.trade, last_seq = excluded.last_seq WHERE sale_number = excluded.sale_number`);
  const known = db.prepare<[string], number>('SELECT 1 FROM card_trades WHERE trade_number = ?').pluck();
  const held = db.prepare<[number], { partId: string; won: number }>('SELECT part_id AS partId, sum(amount_won) AS won FROM payments WHERE sale_number = ? GROUP BY part_id');
  const move = db.prepare(`INSERT INTO payments (sale_number, payment_index, part_id, shift_id, tender, amount_won, paid_at, seq)
    VALUES (?, (SELECT coalesce(max(payment_index) + 1, 0) FROM payments WHERE sale_number = ?), ?,
      coalesce((SELECT shift_id FROM shifts WHERE closed_at IS NULL), (SELECT shift_id FROM sales WHERE sale_number = ?)), ?, ?, ?, ?)`);

  function putTrade(seq: number, saleNumber: number, partId: string, trade: Trade): void {
    const { intent, state } = trade;
    const approval = approvalOf(state);
    const said = approval === null ? [null, null, null, null] : [approval.approvalNumber, approval.maskedNumber, approval.issuer, approval.tradedAt];
    const done = put.run(intent.tradeNumber, saleNumber, partId, intent.kind, tradeWon(intent), intent.installmentMonths, state.name, ...said, canonicalJson(trade), seq);
    if (done.changes !== 1) throw new JournalRefusal(`trade ${intent.tradeNumber} belongs to another sale`);
  }

  return {
    traded(seq, saleNumber, event, parts) {
      if (!('tradeNumber' in event)) return;
      // A number is used once, for ever: the terminal knows a trade by nothing else.
      if (event.type !== 'traded' && known.get(event.tradeNumber) !== undefined) throw new JournalRefusal(`trade number ${event.tradeNumber} is used already`);
      const found = tradeIn(parts, event.tradeNumber);
      if (found === null) throw new JournalRefusal(`trade ${event.tradeNumber} is not in its sale`);
      putTrade(seq, saleNumber, found.part.partId, found.trade);
    },
    moved(seq, at, saleNumber, parts) {
      if (parts.length === 0) return;
      const before = new Map(held.all(saleNumber).map(({ partId, won }) => [partId, won]));
      for (const part of parts) {
        const won = isTaken(part) ? amountsOf(part).totalWon : 0;
        const movedWon = won - (before.get(part.partId) ?? 0);
        if (movedWon !== 0) move.run(saleNumber, saleNumber, part.partId, saleNumber, part.kind, movedWon, at, seq);
      }
    },
    cashSale(seq, at, saleNumber, amountWon) {
      if (amountWon !== 0) move.run(saleNumber, saleNumber, 'cash', saleNumber, 'cash', amountWon, at, seq);
    },
  };
}
