/** What is known of a sale that is to be given back: the sale, what happened since, and what the shop still holds for it. */
import type { CashReceiptRecord, ReceiptCancelRecord, RefundRecord } from '../../db/journal.ts';
import { receiptLeft } from '../../domain/cash-receipt/cancel.ts';
import { cashOf, chargesOf } from '../../domain/checkout/payment.ts';
import type { CheckoutState, Payment as SalePayment } from '../../domain/checkout/machine.ts';
import type { BeginRules, SaleToRefund } from '../../domain/refund/begin.ts';
import { paymentsAfter } from '../../domain/refund/begin.ts';
import { settledByHand } from '../../domain/refund/by-hand.ts';
import type { WayRules, Payment } from '../../domain/refund/payments.ts';
import { CANCEL_WITHIN_DAYS, cashPayment, chargePayment, withMore } from '../../domain/refund/payments.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import type { TaxBreakdown } from '../../domain/tax.ts';
import { shareOfTax } from '../../domain/tax.ts';
import { sumWon } from '../../domain/won.ts';
import type { TerminalCapabilities } from '../../native/terminal/port.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

export type DoneSale = CheckoutState & { readonly stage: 'done' };

export type RefundFacts = {
  readonly sale: SaleToRefund;
  readonly state: DoneSale;
  /** Of this sale and those tied to it, in the order they were begun. */
  readonly refunds: readonly RefundRecord[];
  readonly receipts: readonly CashReceiptRecord[];
  readonly cancels: readonly ReceiptCancelRecord[];
};

export async function factsOf({ journal }: Counter, saleId: string): Promise<Result<RefundFacts>> {
  const record = await journal.sale(saleId);
  if (record === null) return refuse('sale.unknown');
  const state = record.state;
  if (state?.stage !== 'done') return refuse('refund.sale-not-finished');
  const rootSaleId = await rootOf(journal, saleId, state.payment);
  const refunds = await journal.refundsTiedTo(rootSaleId);
  const exchanged = refunds.flatMap(({ refund }) => (refund.exchange === null ? [] : [refund.exchange.saleId]));
  const saleIds = [rootSaleId, ...exchanged];
  const payments = await heldFor(journal, saleIds, refunds);
  const receipts = (await Promise.all(saleIds.map((each) => journal.cashReceiptsOfSale(each)))).flat();
  const cancels = await journal.receiptCancelsOf(receipts.map((receipt) => receipt.cashReceiptId));
  const byHand = new Set(settledByHand(refunds.map(({ refund }) => refund)).map(({ cancelId }) => cancelId));
  const sale: SaleToRefund = {
    saleId,
    saleNumber: record.saleNumber,
    rootSaleId,
    soldAt: state.payment.paidAt,
    businessDay: record.businessDay,
    cart: state.payment.cart,
    refunds: refunds.filter((each) => each.saleId === saleId).map((each) => each.refund),
    tied: refunds.map((each) => each.refund),
    payments,
    receipts: receipts.flatMap((receipt) => receiptLeft(receipt, cancels, byHand) ?? []),
  };
  return ok({ sale, state, refunds, receipts, cancels });
}

/** A sale that took goods of an earlier one in exchange belongs to where those were first paid. */
export async function rootOf(journal: Counter['journal'], saleId: string, payment: SalePayment): Promise<string> {
  if (payment.exchange === undefined) return saleId;
  return (await journal.refund(payment.exchange.refundId))?.refund.intent.rootSaleId ?? saleId;
}

/** What all these sales brought, less what went back since, in the order it did. */
async function heldFor(journal: Counter['journal'], saleIds: readonly string[], refunds: readonly RefundRecord[]): Promise<Payment[]> {
  let held: Payment[] = [];
  for (const saleId of saleIds) {
    const state = (await journal.sale(saleId))?.state;
    if (state?.stage === 'done' || (state !== null && state !== undefined && 'payment' in state)) held = withMore(held, paymentsOfSale(state.payment));
  }
  return refunds.reduce((payments, { refund }) => paymentsAfter(payments, refund), held);
}

function paymentsOfSale(payment: SalePayment): Payment[] {
  const cash = cashOf(payment);
  return [...(cash === null ? [] : [cashPayment(cash)]), ...chargesOf(payment).flatMap((part) => chargePayment(part) ?? [])];
}

/** The cash of this sale that the shop still holds, after what went back; null for none. */
export async function cashHeldFor(counter: Counter, saleId: string): Promise<TaxBreakdown | null> {
  const facts = await factsOf(counter, saleId);
  if (!facts.ok) return null;
  const { sale, state, refunds } = facts.value;
  const held = sale.payments.find((payment) => payment.kind === 'cash')?.amounts ?? null;
  return held === null || !refunds.some(({ refund }) => refund.exchange !== null) ? held : ownOf(held, cashOf(state.payment), sale);
}

/** Sales that are tied by an exchange share the cash there is: of this one no more than was paid with it, and nothing another receipt is for. */
function ownOf(held: TaxBreakdown, own: TaxBreakdown | null, { receipts }: SaleToRefund): TaxBreakdown | null {
  const freeWon = held.totalWon - sumWon(receipts.map(({ amounts }) => amounts.totalWon));
  const won = Math.max(0, Math.min(freeWon, own?.totalWon ?? 0));
  if (own === null || won === 0) return null;
  return won === own.totalWon ? own : shareOfTax(own, won);
}

export function beginRules(counter: Counter, way: WayRules): BeginRules {
  const today = seoulDay(counter.now().toISOString());
  return { businessDay: counter.memory.shift?.businessDay ?? today, today, way };
}

/** Neither terminal known today takes part of a charge back; one that does will say so. */
export function wayRules(_capabilities: TerminalCapabilities): WayRules {
  return { partialCancel: false, cancelWithinDays: CANCEL_WITHIN_DAYS };
}
