/** Cash receipts whose cancel came to nothing at the counter, and that a person saw to otherwise (the terminal by hand, the tax office by telephone). */
import type { Decision } from './card-return.ts';
import type { Refund } from './refund.ts';

export type SettledByHand = { readonly cashReceiptId: string; readonly cancelId: string; readonly amountWon: number; readonly decision: Decision };

/** In the order their refunds were begun. */
export function settledByHand(refunds: readonly Pick<Refund, 'receipts'>[]): SettledByHand[] {
  return refunds.flatMap(({ receipts }) =>
    receipts.flatMap(({ intent: { cashReceiptId, cancelId, amounts }, left }) => (left === null ? [] : [{ cashReceiptId, cancelId, amountWon: amounts.totalWon, decision: left }])),
  );
}
