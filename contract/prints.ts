/** Slips printed again: what is asked, and the ledger of every print and attempt. */
import { z } from 'zod';
import { CUSTOMER_FACTS } from '../domain/slip/customer-fact.ts';
import { id } from './primitives.ts';
import { printView } from './views.ts';

export const printerPlace = z.enum(['first', 'second']);
export const settlement = z.enum(['came-out', 'shown', 'written', 'not-wanted']);
export const customerFact = z.enum(CUSTOMER_FACTS);
export const printReason = z.enum(['original', 'again', 'not-out', 'other-printer', 'later-receipt', 'handwritten', 'refund', 'drawer', 'test']);

export const printAgainRequest = z.object({
  saleId: id,
  /** `not-out`: the one before did not come out. */
  reason: z.enum(['again', 'not-out']).default('again'),
  printer: printerPlace.default('first'),
  /** What the customer says she knows of the purchase: asked for a sale that is not the last. */
  fact: z.object({ kind: customerFact, said: z.string().max(20) }).nullable().default(null),
  approvalId: id.nullable().default(null),
});

/** One row of the ledger: a print or an attempt, why, by whom, by whose leave, and what a person said of it afterwards. */
export const printRow = printView.extend({
  reason: printReason,
  copyKind: z.enum(['customer', 'merchant']).nullable(),
  printer: printerPlace,
  /** Null where the customer asked, or the program. */
  askedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** What the customer knew of the purchase. */
  fact: customerFact.nullable(),
  /** `was`: how it stood before a person ended it. */
  settled: z.object({ how: settlement, was: z.enum(['unknown', 'failed', 'confirmed']), by: z.string().nullable() }).nullable(),
});
export type PrintRow = z.infer<typeof printRow>;

/** What paper of a sale is, or may be, in customers' hands. `alarm`: one paper handed in proves nothing, there is another. */
export const papersOut = z.object({ originals: z.int(), copies: z.int(), alarm: z.boolean() });
