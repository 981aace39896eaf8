/**
 * Whether a refund may begin, what kind it is, and its plan: everything is judged against what is left of the sale, at this moment.
 *
 * One refund of a sale at a time. Sales that are tied by an exchange share what was paid: the money for goods of the later one may lie in
 * a payment of the earlier. They are judged together.
 */
import type { ReceiptCancelReason, ReceiptLeft } from '../cash-receipt/cancel.ts';
import { cutReceipts } from '../cash-receipt/cancel.ts';
import type { CorrectionReason } from '../cash-receipt/correction.ts';
import type { Cart } from '../cart.ts';
import type { CashReceiptIntent } from '../journal-entry.ts';
import { isReason } from '../people/reasons.ts';
import type { TaxBreakdown } from '../tax.ts';
import { NO_AMOUNTS, shareOfTax } from '../tax.ts';
import type { AllocationRefusal, Share } from './allocation.ts';
import { heldWon, returnsOf, shareRefusal, suggestShares } from './allocation.ts';
import { isCancelled } from './card-return.ts';
import type { ChosenLine, GoodsRefusal, ReturnedGoods } from './goods.ts';
import { chooseAll, goodsLeft, goodsOf, isEverything } from './goods.ts';
import { isRefundOver, isRestored, stageOf } from './stage.ts';
import type { Payment, WayRules } from './payments.ts';
import { lessGiven, paymentsOf, withMore } from './payments.ts';
import type { Refund, RefundIntent, RefundKind, RefundPlan, Return } from './refund.ts';
import { isOver, standingOfReturn } from './refund.ts';

/** A finished sale, as everything that happened since has left it. */
export type SaleToRefund = {
  readonly saleId: string;
  readonly saleNumber: number;
  readonly rootSaleId: string;
  /** ISO 8601, UTC. */
  readonly soldAt: string;
  /** YYYY-MM-DD. */
  readonly businessDay: string;
  readonly cart: Cart;
  /** Of this sale, in the order they were begun. */
  readonly refunds: readonly Refund[];
  /** Of this sale and of those tied to it by an exchange. */
  readonly tied: readonly Refund[];
  /** What the shop holds for this sale and those tied to it, as its tenders and their refunds leave it. */
  readonly payments: readonly Payment[];
  /** In the order they were issued. */
  readonly receipts: readonly ReceiptLeft[];
};

export type RefundRequest = {
  readonly refundId: string;
  readonly refundNumber: number;
  readonly want: 'refund' | 'exchange';
  readonly chosen: readonly ChosenLine[] | 'everything';
  /** What the person saw it come to. */
  readonly expectedWon: number;
  /** null: as suggested. */
  readonly shares: readonly Share[] | null;
  readonly reason: string;
  readonly receiptReason: ReceiptCancelReason;
};

/** Whose act it is; asked for last, when nothing else can refuse it. */
export type RefundAuthority = Pick<RefundIntent, 'requestedBy' | 'approvedBy' | 'alone' | 'at'>;

export type CorrectionRequest = Pick<RefundRequest, 'refundId' | 'refundNumber'> & { readonly cashReceiptId: string; readonly reason: CorrectionReason };

/** Ids of the cancels of cash receipts are the runner's: as many as there may be. */
export type CancelIds = readonly { readonly cancelId: string; readonly mgtKey: string }[];

/** `businessDay` is today's, of the shift; `today` the day in Seoul. Both YYYY-MM-DD. */
export type BeginRules = { readonly businessDay: string; readonly today: string; readonly way: WayRules };

export type BeginRefusal =
  | GoodsRefusal
  | AllocationRefusal
  | 'refund.another-open'
  | 'refund.amount-has-changed'
  | 'refund.more-than-held'
  | 'refund.reason-missing'
  | 'refund.nothing-to-correct';

export type BeginResult = { readonly ok: true; readonly intent: Omit<RefundIntent, keyof RefundAuthority>; readonly plan: RefundPlan } | { readonly ok: false; readonly refusal: BeginRefusal };

/** What may be asked for: the screen shows it before anybody decides. */
export type RefundOffer = { readonly kind: 'void' | 'refund' | 'exchange'; readonly goods: ReturnedGoods; readonly shares: readonly Share[] };
export type OfferResult = { readonly ok: true; readonly offer: RefundOffer } | { readonly ok: false; readonly refusal: BeginRefusal };

/** Goods of a refund that was called off did not go back. */
export function returnedGoods(refunds: readonly Refund[]): ReturnedGoods[] {
  return refunds.filter((refund) => stageOf(refund) !== 'called-off').map((refund) => refund.intent.goods);
}

export function offerRefund(sale: SaleToRefund, want: RefundRequest['want'], chosen: RefundRequest['chosen'], rules: BeginRules): OfferResult {
  if (sale.tied.some((refund) => !isRefundOver(refund))) return { ok: false, refusal: 'refund.another-open' };
  const before = returnedGoods(sale.refunds);
  const left = goodsLeft(sale.cart, before);
  const result = goodsOf(sale.cart, before, chosen === 'everything' ? chooseAll(left) : chosen);
  if (!result.ok) return result;
  const { goods } = result;
  const { totalWon } = goods.amounts;
  if (totalWon > heldWon(sale.payments)) return { ok: false, refusal: 'refund.more-than-held' };
  const isVoid = want === 'refund' && before.length === 0 && sale.businessDay === rules.businessDay && isEverything(left, goods);
  return { ok: true, offer: { kind: isVoid ? 'void' : want, goods, shares: want === 'exchange' ? [] : suggestShares(sale.payments, totalWon) } };
}

/** The receipt that takes the place of this one, for what is left of it. */
export type ReissueOf = (cashReceiptId: string, amounts: TaxBreakdown) => CashReceiptIntent;

export function beginRefund(sale: SaleToRefund, request: RefundRequest, ids: CancelIds, rules: BeginRules, reissueOf: ReissueOf): BeginResult {
  const refuse = (refusal: BeginRefusal): BeginResult => ({ ok: false, refusal });
  const offered = offerRefund(sale, request.want, request.chosen, rules);
  if (!offered.ok) return offered;
  const { kind, goods, shares: suggested } = offered.offer;
  const { totalWon } = goods.amounts;
  if (request.expectedWon !== totalWon) return refuse('refund.amount-has-changed');
  const shares = request.shares ?? suggested;
  if (request.want === 'exchange' && shares.length > 0) return refuse('refund.shares-differ');
  const refusal = request.want === 'exchange' ? null : shareRefusal(sale.payments, totalWon, shares, rules.today, rules.way);
  if (refusal !== null) return refuse(refusal);
  if (!isReason(kind, request.reason)) return refuse('refund.reason-missing');
  const plan = request.want === 'exchange' ? NOTHING_BACK : planOf(sale, { amounts: goods.amounts, shares, reason: request.receiptReason }, ids, rules, reissueOf);
  return { ok: true, intent: intentOf(sale, request, kind, goods), plan };
}

const NOTHING_BACK: RefundPlan = { returns: [], receipts: [], reissue: null };

type Judged = { readonly amounts: TaxBreakdown; readonly shares: readonly Share[]; readonly reason: ReceiptCancelReason };

/** Shares that were judged, as what is done in its order. Cash that goes back takes its receipts with it. */
export function planOf(sale: SaleToRefund, { amounts, shares, reason }: Judged, ids: CancelIds, rules: BeginRules, reissueOf: ReissueOf): RefundPlan {
  const returns = returnsOf(sale.payments, amounts, shares, rules.today, rules.way);
  const cash = returns.find((ret) => ret.kind === 'cash');
  const { cuts, again } = cash === undefined ? { cuts: [], again: null } : cutReceipts(sale.receipts, cash.amounts);
  const receipts = cuts.map((cut, index) => ({ ...cut, reason, ...idAt(ids, index) }));
  return { returns, receipts, reissue: again === null ? null : reissueOf(again.cashReceiptId, again.amounts) };
}

/**
 * A cash receipt under a wrong number, or for a wrong purpose: cancelled as issued in error, and issued again for what was left of it.
 * `reissueOf` makes the new receipt's intent for those amounts.
 */
export function beginCorrection(sale: SaleToRefund, request: CorrectionRequest, ids: CancelIds, reissueOf: (amounts: TaxBreakdown) => CashReceiptIntent): BeginResult {
  if (sale.tied.some((refund) => !isRefundOver(refund))) return { ok: false, refusal: 'refund.another-open' };
  const receipt = sale.receipts.find((each) => each.cashReceiptId === request.cashReceiptId);
  if (receipt === undefined) return { ok: false, refusal: 'refund.nothing-to-correct' };
  const cancel = { cashReceiptId: receipt.cashReceiptId, amounts: receipt.amounts, whole: receipt.untouched, reason: 'issued-in-error', ...idAt(ids, 0) } as const;
  const intent = intentOf(sale, request, 'receipt-correction', { lines: [], amounts: NO_AMOUNTS });
  return { ok: true, intent, plan: { returns: [], receipts: [cancel], reissue: reissueOf(receipt.amounts) } };
}

function intentOf(sale: SaleToRefund, request: Pick<RefundRequest, 'refundId' | 'refundNumber' | 'reason'>, kind: RefundKind, goods: ReturnedGoods): Omit<RefundIntent, keyof RefundAuthority> {
  const { saleId, saleNumber, rootSaleId, soldAt } = sale;
  const { refundId, refundNumber, reason } = request;
  return { refundId, refundNumber, saleId, saleNumber, rootSaleId, soldAt, kind, goods, reason };
}

function idAt(ids: CancelIds, index: number): CancelIds[number] {
  const id = ids[index];
  if (id === undefined) throw new RangeError('more receipts are to be cancelled than ids were made for');
  return id;
}

/** What the shop holds after a refund: what went back is gone, what the customer paid since is there. What is open counts as held. */
export function paymentsAfter(payments: readonly Payment[], refund: Refund): Payment[] {
  if (stageOf(refund) === 'called-off' && !isRestored(refund)) return [...payments];
  return refund.returns.reduce<Payment[]>((held, ret) => (isOver(ret) ? afterReturn(held, ret) : held), [...payments]);
}

function afterReturn(held: readonly Payment[], ret: Return): Payment[] {
  if (ret.kind === 'cash') return lessGiven(held, 'cash', ret.intent.amounts, false);
  const { payment, amounts, way } = ret.intent;
  if (!isCancelled(ret)) return lessGiven(held, payment.paymentId, amounts, true);
  const paidSince = ret.rest === null ? [] : paymentsOf(ret.rest.tender);
  const gone = lessGiven(held, payment.paymentId, way === 'partial-cancel' ? amounts : payment.amounts, false);
  return withMore(gone, ret.rest?.owed === 'twice' && standingOfReturn(ret) === 'returned' ? lessCash(paidSince, amounts) : paidSince);
}

/** The whole charge is paid again, and some of it is with the customer already. */
function lessCash(paid: readonly Payment[], given: TaxBreakdown): Payment[] {
  let leftWon = given.totalWon;
  return paid.reduce<Payment[]>((held, payment) => {
    const won = Math.min(leftWon, payment.amounts.totalWon);
    leftWon -= won;
    return lessGiven(held, payment.paymentId, shareOfTax(payment.amounts, won), true);
  }, [...paid]);
}
