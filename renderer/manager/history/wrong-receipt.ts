/** Which cash receipt of a sale can be corrected. Pure. */
import type { CashReceiptView } from '../../../contract/views.ts';
import type { SaleDetails } from './use-sale.ts';

const STANDS: ReadonlySet<CashReceiptView['state']> = new Set<CashReceiptView['state']>(['queued', 'requested', 'unknown', 'issued', 'confirmed', 'partly-cancelled']);

/**
 * The newest that stands, or may. Not while something else of the sale is going back, nor while nobody knows what the terminal did with
 * it: that is settled first. One that a person saw to otherwise is not.
 */
export function wrongReceiptOf({ cashReceipts, refunds, receiptsByHand }: Pick<SaleDetails, 'cashReceipts' | 'refunds' | 'receiptsByHand'>): CashReceiptView | null {
  if (refunds.some(({ stage }) => stage !== 'done' && stage !== 'called-off')) return null;
  const standing = cashReceipts.findLast(({ state, cashReceiptId }) => STANDS.has(state) && !receiptsByHand.some((settled) => settled.whole && settled.cashReceiptId === cashReceiptId)) ?? null;
  return standing === null || (standing.terminal?.unknown ?? null) !== null ? null : standing;
}
