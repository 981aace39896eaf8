/**
 * Whether a sale has a receipt: the one question behind "may another be issued" and "is one still owed", for every list that asks it.
 * A receipt that somebody saw to by hand does not stand any more, although its own state still says so.
 */
import type { TaxBreakdown } from '../tax.ts';
import type { ReceiptCancelIntent, ReceiptCancelState } from './cancel.ts';
import { receiptLeft } from './cancel.ts';
import type { CashReceiptState } from './machine.ts';

/** A receipt in one of these states stands, or may stand, at the tax office: another one would be a second issue. */
export function blocksAnother(state: CashReceiptState['name']): boolean {
  return state !== 'failed' && state !== 'rejected' && state !== 'cancelled';
}

type Receipt = { readonly cashReceiptId: string; readonly state: CashReceiptState };
type Cancel = { readonly intent: ReceiptCancelIntent; readonly state: ReceiptCancelState };

/** `settled`: those that are settled by hand, whole (`isSettledByHand`). */
export function hasReceipt(receipts: readonly Receipt[], settled: ReadonlySet<string>): boolean {
  return receipts.some(({ cashReceiptId, state }) => blocksAnother(state.name) && !settled.has(cashReceiptId));
}

/** Somebody saw to a cancel of it that came to nothing here (`byHand`, by the ids of the cancels), and nothing is left of it by that. */
export function isSettledByHand(receipt: Receipt & { readonly amounts: TaxBreakdown }, cancels: readonly Cancel[], byHand: ReadonlySet<string>): boolean {
  const seenTo = cancels.some(({ intent }) => intent.cashReceiptId === receipt.cashReceiptId && byHand.has(intent.cancelId));
  return seenTo && blocksAnother(receipt.state.name) && receiptLeft(receipt, cancels, byHand) === null;
}
