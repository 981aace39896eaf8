/** What a paid sale says of its money: read off the payment, stored nowhere else. */
import type { TaxBreakdown } from '../tax.ts';
import { minusTax } from '../tax.ts';
import type { CardPart } from '../tender/machine.ts';
import { cashAmounts, standingOf } from '../tender/machine.ts';
import { sumWon } from '../won.ts';
import type { Payment, PartSignature, Tendered } from './state.ts';

/** What was to be paid in money. */
export function dueOf({ totals, exchange }: Pick<Payment, 'totals' | 'exchange'>): TaxBreakdown {
  return exchange === undefined ? totals.breakdown : minusTax(totals.breakdown, exchange.amounts);
}

/** What the cash receipt is for; null where nothing was paid in cash. */
export function cashOf(payment: Payment): TaxBreakdown | null {
  if (payment.tendered !== undefined) return cashAmounts(payment.tendered.tender);
  const due = dueOf(payment);
  return due.totalWon === 0 ? null : due;
}

export function cashWonOf(payment: Payment): number {
  return cashOf(payment)?.totalWon ?? 0;
}

/** The charges that stand, in the order they were made. */
export function chargesOf(payment: Payment): readonly CardPart[] {
  return payment.tendered === undefined ? [] : takenCharges(payment.tendered);
}

export function cardWonOf(payment: Payment): number {
  return sumWon(chargesOf(payment).map((part) => part.charge.intent.amounts.totalWon));
}

export function takenCharges({ tender }: Tendered): readonly CardPart[] {
  return tender.parts.flatMap((part) => (part.kind === 'card' && standingOf(part) === 'taken' ? [part] : []));
}

export function signatureOf({ signatures }: Pick<Tendered, 'signatures'>, partId: string): PartSignature | null {
  return signatures.find((signature) => signature.partId === partId) ?? null;
}
