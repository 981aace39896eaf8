/**
 * What the shop holds of a sale, and the ways by which each of it can go back (rules of the counter, §7: by the way it was paid).
 *
 * All the cash of a sale is one payment: it lies in one drawer. A card payment is a charge that stands. `amounts` is what the shop still
 * holds of it for this sale; the charge itself is as the terminal knows it, and a terminal cancels a charge whole.
 */
import { approvalOf } from '../card-payment/machine.ts';
import { tradeDateOf } from '../card-payment/approval.ts';
import { DAY_MS } from '../seoul-time.ts';
import type { TaxBreakdown } from '../tax.ts';
import { minusTax, plusTax } from '../tax.ts';
import type { CardPart, Tender } from '../tender/machine.ts';
import { cashAmounts, standingOf } from '../tender/machine.ts';

/** A charge as it stands at the terminal. */
export type StandingCharge = {
  readonly tradeNumber: string;
  readonly amounts: TaxBreakdown;
  readonly installmentMonths: number;
  readonly approvalNumber: string;
  /** YYYYMMDD, as a cancel names it. */
  readonly tradeDate: string;
  readonly maskedNumber: string;
  readonly issuer: string;
};

export const CASH = 'cash';
export type CashPayment = { readonly kind: 'cash'; readonly paymentId: typeof CASH; readonly amounts: TaxBreakdown };
export type CardPayment = {
  readonly kind: 'card';
  /** The number of its charge. */
  readonly paymentId: string;
  readonly amounts: TaxBreakdown;
  readonly charge: StandingCharge;
  /** Some of it went back by phone or in cash: what the issuer would make of a cancel of the whole is not known any more. */
  readonly asideTerminal: boolean;
};
export type Payment = CashPayment | CardPayment;

export type CardWay = 'cancel' | 'partial-cancel' | 'cancel-and-recharge' | 'by-phone';

/** `partialCancel`: what the terminal at hand can do. `cancelWithinDays`: how long after the charge a cancel is taken. */
export type WayRules = { readonly partialCancel: boolean; readonly cancelWithinDays: number };

export const CANCEL_WITHIN_DAYS = 90;

export function paymentsOf(tender: Tender): Payment[] {
  const cash = cashAmounts(tender);
  const cards = tender.parts.flatMap((part) => (part.kind === 'card' && standingOf(part) === 'taken' ? (chargePayment(part) ?? []) : []));
  return [...(cash === null ? [] : [cashPayment(cash)]), ...cards];
}

/** Null for a charge that is not approved. */
export function chargePayment(part: CardPart): CardPayment | null {
  const approval = approvalOf(part.charge.state);
  if (approval === null) return null;
  const { tradeNumber, amounts, installmentMonths } = part.charge.intent;
  const charge = { tradeNumber, amounts, installmentMonths, approvalNumber: approval.approvalNumber, tradeDate: tradeDateOf(approval), maskedNumber: approval.maskedNumber, issuer: approval.issuer };
  return { kind: 'card', paymentId: tradeNumber, amounts, charge, asideTerminal: false };
}

export function cashPayment(amounts: TaxBreakdown): CashPayment {
  return { kind: 'cash', paymentId: CASH, amounts };
}

/** How `giveWon` of a card payment goes back. `today` is YYYY-MM-DD in Seoul; a date of trade nobody can read is left to the terminal. */
export function cardWay(payment: CardPayment, giveWon: number, today: string, rules: WayRules): CardWay {
  const { charge } = payment;
  const ageDays = (Date.parse(today) - Date.parse(charge.tradeDate.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))) / DAY_MS;
  if (payment.asideTerminal || ageDays > rules.cancelWithinDays) return 'by-phone';
  if (giveWon === charge.amounts.totalWon) return 'cancel';
  if (rules.partialCancel) return 'partial-cancel';
  return payment.amounts.totalWon === charge.amounts.totalWon ? 'cancel-and-recharge' : 'by-phone';
}

/** Without what went back of one of them. A payment of which nothing is left is none. */
export function lessGiven(payments: readonly Payment[], paymentId: string, given: TaxBreakdown, asideTerminal: boolean): Payment[] {
  return payments.flatMap((payment): Payment[] => {
    if (payment.paymentId !== paymentId) return [payment];
    const amounts = minusTax(payment.amounts, given);
    if (amounts.totalWon === 0) return [];
    return [payment.kind === 'cash' ? { ...payment, amounts } : { ...payment, amounts, asideTerminal: payment.asideTerminal || asideTerminal }];
  });
}

/** With what was paid since: cash joins the cash there is. */
export function withMore(payments: readonly Payment[], more: readonly Payment[]): Payment[] {
  const cash = [...payments, ...more].filter((payment) => payment.kind === 'cash');
  const cards = [...payments, ...more].filter((payment) => payment.kind === 'card');
  return [...(cash.length === 0 ? [] : [cashPayment(cash.map((each) => each.amounts).reduce(plusTax))]), ...cards];
}
