/**
 * A sale whose goods are taken in exchange for those of an earlier one (domain/refund/exchange.ts). It is a sale like any other, but for
 * what it comes to: what came back pays its part. A difference is paid like any sale; where there is none, or money goes back, the
 * exchange is settled with one event, and what goes back is the refund's to give.
 */
import type { Cart } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { ExchangeDifference, GoodsBack } from '../refund/exchange.ts';
import { exchangeDifference } from '../refund/exchange.ts';
import type { TaxBreakdown } from '../tax.ts';
import { NO_AMOUNTS } from '../tax.ts';
import type { BasketState, CheckoutRefusal, CheckoutState, ExchangeSettled, Payment } from './state.ts';

type Taking = { readonly cart: Cart; readonly exchange?: GoodsBack };

/** What is to be paid in money; nothing while the goods may not be exchanged for each other at all. */
export function dueOfCart({ cart, exchange }: Taking): TaxBreakdown {
  if (exchange === undefined) return totalsOf(cart).breakdown;
  const result = exchangeDifference(exchange, cart);
  return result.ok ? result.difference.due : NO_AMOUNTS;
}

/** Null: it may be paid, as far as an exchange has a say in it. */
export function exchangeRefusal({ cart, exchange }: Taking): CheckoutRefusal | null {
  const result = exchange === undefined ? null : exchangeDifference(exchange, cart);
  return result === null || result.ok ? null : result.refusal;
}

/** As the payment keeps it. */
export function creditOf(exchange: GoodsBack | undefined, amounts: TaxBreakdown): Pick<Payment, 'exchange'> {
  if (exchange === undefined) return {};
  const { refundId, refundNumber, saleNumber, soldAt } = exchange;
  return { exchange: { refundId, refundNumber, saleNumber, soldAt, amounts } };
}

/** Nothing is paid: the goods are even, or she is given back. `giveWon` is what stood on the screen. */
export function settledPayment(state: BasketState, { giveWon, at }: ExchangeSettled): Payment | CheckoutRefusal {
  const { cart, exchange, tried } = state;
  if (exchange === undefined) return 'not-in-this-stage';
  if (cart.lines.length === 0) return 'cart-empty';
  const result = exchangeDifference(exchange, cart);
  if (!result.ok) return result.refusal;
  const { credit, due, give } = result.difference;
  if (due.totalWon !== 0 || give.totalWon !== giveWon) return 'due-has-changed';
  return { cart, totals: totalsOf(cart), receivedWon: 0, changeWon: 0, paidAt: at, mandatory: false, tendered: { tender: { due, parts: tried ?? [] }, signatures: [] }, ...creditOf(exchange, credit) };
}

/** What a step means for the refund it stands on: its sale is paid, or is left. */
export type ExchangeStep = { readonly back: GoodsBack } & (
  | { readonly kind: 'paid'; readonly saleId: string; readonly creditWon: number; readonly give: ExchangeDifference['give'] }
  | { readonly kind: 'left' }
);

export function exchangeStep(before: CheckoutState, after: CheckoutState): ExchangeStep | null {
  if (!('exchange' in before) || before.exchange === undefined) return null;
  const { exchange: back, cart } = before;
  if (after.stage === 'abandoned') return { back, kind: 'left' };
  if (!('payment' in after) || after.payment.exchange === undefined) return null;
  const result = exchangeDifference(back, cart);
  return result.ok ? { back, kind: 'paid', saleId: after.saleId, creditWon: after.payment.exchange.amounts.totalWon, give: result.difference.give } : null;
}
