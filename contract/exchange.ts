/** Goods against goods, as they cross: what came back for the sale on the screen, and the one difference that is left. */
import { z } from 'zod';
import { reason } from './people.ts';
import { failureCode, id, isoTime, won } from './primitives.ts';
import { chosenLines, receiptCancelReason } from './refund.ts';

export const exchangeView = z.object({
  refundId: id,
  /** The sale it came from. */
  saleId: id,
  saleNumber: z.int(),
  soldAt: isoTime,
  lines: z.array(z.object({ name: z.string(), quantity: z.int(), amountWon: won })),
  /** What came back is worth. */
  backWon: won,
  /** The one difference: at most one of the two is above nothing. */
  dueWon: won,
  giveWon: won,
  /** Why these goods cannot be exchanged for each other. */
  refusal: failureCode.nullable(),
});
export type ExchangeView = z.infer<typeof exchangeView>;

/** A sale another is tied to: `taken`, its goods were taken for some of this one; `back`, some of its goods came back and paid for this one. */
export const exchangeTie = z.object({ which: z.enum(['taken', 'back']), saleId: id, saleNumber: z.int() });
export type ExchangeTieView = z.infer<typeof exchangeTie>;

export const exchangeRequests = {
  begin: z.object({ saleId: id, lines: chosenLines, expectedWon: won, reason, receiptReason: receiptCancelReason, approvalId: id.nullable() }),
  settle: z.object({ saleId: id, giveWon: won }),
  show: z.object({ refundId: id }),
} as const;
