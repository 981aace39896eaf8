/**
 * Which papers make up one copy of a sale's slip. A sale paid by one card has one: the card's slip, with the goods on it. Where cash is
 * in it, or several cards, the goods stand on the sale's own slip, and each charge has a slip of its own behind it (rules of the counter, §4).
 */
import { chargesOf } from './payment.ts';
import type { Payment } from './state.ts';

export type Paper = { readonly kind: 'sale' } | { readonly kind: 'charge'; readonly partId: string; readonly withGoods: boolean };

export function papersOf(payment: Payment): readonly Paper[] {
  const charges = chargesOf(payment);
  const [only] = charges;
  if (only === undefined) return [{ kind: 'sale' }];
  if (charges.length === 1 && only.charge.intent.amounts.totalWon === payment.totals.breakdown.totalWon) return [{ kind: 'charge', partId: only.partId, withGoods: true }];
  return [{ kind: 'sale' }, ...charges.map(({ partId }) => ({ kind: 'charge', partId, withGoods: false }) as const)];
}
