/** A sale as one line of a list. */
import type { SaleRow } from '../../contract/views.ts';
import type { CashReceiptBrief, SaleRecord } from '../../db/journal.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { cardWonOf } from '../../domain/checkout/payment.ts';
import { deadlineAt } from '../../domain/mandatory.ts';
import { canIssue, newestReceipt } from '../view.ts';

export type DoneState = CheckoutState & { stage: 'done' };

/** `settled`: receipts that somebody saw to by hand. They keep nobody from issuing another. */
export function rowOf(sale: SaleRecord, state: DoneState, receipts: readonly CashReceiptBrief[], settled: ReadonlySet<string>): SaleRow {
  const { payment } = state;
  const cashReceipt = newestReceipt(receipts, null);
  return {
    saleId: sale.saleId,
    saleNumber: sale.saleNumber,
    paidAt: payment.paidAt,
    totalWon: payment.totals.breakdown.totalWon,
    receivedWon: payment.receivedWon,
    changeWon: payment.changeWon,
    cardWon: cardWonOf(payment),
    firstName: payment.cart.lines[0]?.name ?? '',
    lineCount: payment.cart.lines.length,
    cashReceipt,
    receiptByHand: cashReceipt !== null && settled.has(cashReceipt.cashReceiptId),
    canIssue: canIssue(payment, receipts, sale.refundedWon, settled),
    refundedWon: sale.refundedWon,
    deadlineAt: payment.mandatory ? deadlineAt(payment.paidAt) : null,
  };
}
