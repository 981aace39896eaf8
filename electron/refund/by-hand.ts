/** What of a sale's cash receipts a person saw to otherwise, and which of them nothing is left of by it. */
import type { ReceiptByHandView } from '../../contract/refund.ts';
import { settledByHand } from '../../domain/refund/by-hand.ts';
import type { Counter } from '../counter.ts';
import { factsOf } from './facts.ts';

export async function receiptsByHand(counter: Counter, saleId: string): Promise<ReceiptByHandView[]> {
  const facts = await factsOf(counter, saleId);
  if (!facts.ok) return [];
  const { sale, refunds, receipts } = facts.value;
  const standing = new Set(sale.receipts.map(({ cashReceiptId }) => cashReceiptId));
  const ofSale = new Set(receipts.filter((receipt) => receipt.saleId === saleId).map(({ cashReceiptId }) => cashReceiptId));
  return settledByHand(refunds.map(({ refund }) => refund))
    .filter(({ cashReceiptId }) => ofSale.has(cashReceiptId))
    .map(({ cashReceiptId, amountWon, decision: { by, reason, at } }) => ({ cashReceiptId, amountWon, whole: !standing.has(cashReceiptId), byName: by.name, reason, at }));
}
