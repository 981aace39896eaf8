/** Calls about cash receipts: the number, the way it goes, and what became of one at the terminal. */
import type { CallName } from '../../contract/calls.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Result } from '../result.ts';
import type { HandlersOf } from '../router.ts';
import type { ReceiptSettlement } from './at-terminal.ts';
import type { Desk } from './desk.ts';
import type { Receipts } from './receipts.ts';

export type ReceiptUseCases = { readonly checkout: Checkout; readonly desk: Desk; readonly receipts: Receipts };

export function receiptHandlers(use: ReceiptUseCases): HandlersOf<Extract<CallName, `receipt.${string}`>> {
  const { checkout, desk, receipts } = use;
  return {
    'receipt.draft': ({ saleId, ...number }) => desk.draft(saleId, number, 'cashier'),
    'receipt.handOver': ({ saleId, ...number }) => desk.handOver(saleId, { ...number, digits: '' }),
    'receipt.readBack': ({ saleId }) => desk.readBack(saleId),
    'receipt.dropDraft': ({ saleId }) => desk.drop(saleId),
    'receipt.issue': ({ saleId, ...number }) => desk.issue(saleId, { ...number, corrects: null }),
    'receipt.issueAtTerminal': ({ saleId, purpose }) => desk.issueAtTerminal(saleId, purpose),
    'receipt.inquire': ({ cashReceiptId }) => receipts.inquire(cashReceiptId),
    'receipt.settle': ({ cashReceiptId, ...settlement }) => settleReceipt(use, cashReceiptId, settlement),
    'receipt.decline': ({ saleId }) => leaveDesk(use, saleId, () => checkout.declineReceipt(saleId)),
    'receipt.postpone': ({ saleId }) => leaveDesk(use, saleId, () => checkout.postponeReceipt(saleId)),
    'receipt.leaveWaiting': ({ saleId }) => checkout.leaveWaiting(saleId),
  };
}

/** The sale that waits for it goes on at once. */
async function settleReceipt({ receipts, checkout }: ReceiptUseCases, cashReceiptId: string, settlement: ReceiptSettlement): Promise<Result<null>> {
  const settled = await receipts.settle(cashReceiptId, settlement);
  if (settled.ok) checkout.resume();
  return settled;
}

/** A choice ends whatever was being typed for this sale. */
async function leaveDesk({ desk }: ReceiptUseCases, saleId: string, choice: () => Promise<Result<null>>): Promise<Result<null>> {
  const result = await choice();
  if (result.ok) await desk.drop(saleId);
  return result;
}
