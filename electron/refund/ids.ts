/** What a refund is named by, and whose act it is. */
import type { ReceiptCancelIntent } from '../../domain/cash-receipt/cancel.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import type { Allowed } from '../people/approvals.ts';

/** Cash receipts of one sale and those tied to it that one refund may have to cancel. */
const MAX_RECEIPTS = 20;

export async function newIds({ ids, journal }: Counter): Promise<{ refundId: string; refundNumber: number }> {
  return { refundId: ids.next('f'), refundNumber: await journal.nextRefundNumber() };
}

export function authority({ now }: Counter, { actor, approver, alone }: Pick<Allowed, 'actor' | 'approver' | 'alone'>) {
  return { requestedBy: actor, approvedBy: approver, alone, at: now().toISOString() };
}

/** One key for the gateway and for the terminal, whichever issued the original: day, sale and chance, 6 + 6 + 7 = 19. */
export function newCancelId(counter: Counter, saleNumber: number): Pick<ReceiptCancelIntent, 'cancelId' | 'mgtKey'> {
  return { cancelId: counter.ids.next('rc'), mgtKey: newTradeNumber(counter, saleNumber) };
}

export function cancelIds(counter: Counter, saleNumber: number) {
  return Array.from({ length: MAX_RECEIPTS }, () => newCancelId(counter, saleNumber));
}
