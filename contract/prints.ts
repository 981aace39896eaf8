/** Slips printed again: what is asked, and the ledger of every print and attempt. */
import { z } from 'zod';
import { CUSTOMER_FACTS } from '../domain/slip/customer-fact.ts';
import { id } from './primitives.ts';

export const printerPlace = z.enum(['first', 'second']);
export const settlement = z.enum(['came-out', 'shown', 'written', 'not-wanted']);
export const customerFact = z.enum(CUSTOMER_FACTS);

export const printAgainRequest = z.object({
  saleId: id,
  /** `not-out`: the one before did not come out. */
  reason: z.enum(['again', 'not-out']).default('again'),
  printer: printerPlace.default('first'),
  /** What the customer says she knows of the purchase: asked for a sale that is not the last. */
  fact: z.object({ kind: customerFact, said: z.string().max(20) }).nullable().default(null),
  approvalId: id.nullable().default(null),
});
