/** The receipt that takes the place of another: what is left of it, to the same customer, by the way it was issued. */
import type { ReissueOf } from '../../domain/refund/begin.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import type { RefundFacts } from './facts.ts';

/** Sealed and masked as it was: a number that was keyed at the terminal is keyed there again. */
export function reissueOf(counter: Counter, { receipts, sale }: RefundFacts): ReissueOf {
  return (cashReceiptId, amounts) => {
    const original = receipts.find((receipt) => receipt.cashReceiptId === cashReceiptId);
    if (original === undefined) throw new RangeError(`no receipt ${cashReceiptId} belongs to sale ${sale.saleId}`);
    const { purpose, form, identifierSealed, identifierMasked, paidAt, deadlineAt, way } = original;
    const key = { mgtKey: newTradeNumber(counter, sale.saleNumber), ...(way === undefined ? {} : { way }) };
    return { cashReceiptId: counter.ids.next('r'), ...key, purpose, form, identifierSealed, identifierMasked, amounts, paidAt, deadlineAt };
  };
}
