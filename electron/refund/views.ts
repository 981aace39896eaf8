/** A refund, and what can be refunded, for the windows. Decides nothing. */
import type { CashReceiptRecord, ReceiptCancelRecord } from '../../db/journal.ts';
import type { PlannedReturnView, RefundBriefView, RefundCasesView, RefundOfferView, RefundPreview, RefundReturnView, RefundView } from '../../contract/refund.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { numberAtTerminal } from '../../domain/cash-receipt/at-terminal.ts';
import type { CancelTrade } from '../../domain/cash-receipt/cancel-at-terminal.ts';
import { cancelTradeOf } from '../../domain/cash-receipt/cancel-at-terminal.ts';
import type { CashReceiptRefusal } from '../../domain/cash-receipt/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Cart } from '../../domain/cart.ts';
import { installmentRefusal, LUMP_SUM } from '../../domain/card-payment/installments.ts';
import type { RefundOffer } from '../../domain/refund/begin.ts';
import { returnedGoods } from '../../domain/refund/begin.ts';
import type { CardReturnIntent, ReturnIntent } from '../../domain/refund/allocation.ts';
import { heldWon } from '../../domain/refund/allocation.ts';
import type { CardReturn } from '../../domain/refund/card-return.ts';
import { cancelledAmounts } from '../../domain/refund/card-return.ts';
import type { CashOut } from '../../domain/refund/cash-out.ts';
import { MAX_DRAWER_TRIES } from '../../domain/refund/cash-out.ts';
import { askToBegin, begins } from '../../domain/refund/command.ts';
import type { RefundRules } from '../../domain/refund/events.ts';
import { goodsLeft } from '../../domain/refund/goods.ts';
import { firstCommand, stepRefund } from '../../domain/refund/machine.ts';
import { givenBackWon } from '../../domain/refund/movements.ts';
import type { StandingCharge } from '../../domain/refund/payments.ts';
import type { Refund, RefundPlan, Return } from '../../domain/refund/refund.ts';
import { standingOfReturn } from '../../domain/refund/refund.ts';
import { isRefundOver, isRestored, stageOf, tradesOf } from '../../domain/refund/stage.ts';
import { troubleOfRefund, troubleOfReturn } from '../../domain/refund/trouble.ts';
import { isUntouched, leftWon, lockOf, MAX_CANCELS } from '../../domain/tender/machine.ts';
import { sumWon } from '../../domain/won.ts';
import { partView, type TenderingSource, unknownTradeView } from '../card-payment/views.ts';
import { receiptView, tradeAtTerminalView } from '../cash-receipt/views.ts';
import type { KnownJob } from '../slips/known-jobs.ts';
import { failureOfPrint } from '../slips/print-outcomes.ts';
import type { RefundFacts } from './facts.ts';

/** What a refund's view takes from elsewhere: its sale's goods, the receipts it cancels and their cancels, its papers. */
export type RefundContext = { readonly cart: Cart; readonly receipts: readonly CashReceiptRecord[]; readonly cancels: readonly ReceiptCancelRecord[] };
export type RefundSource = TenderingSource & { readonly rules: RefundRules; readonly isAtWork: (refundId: string) => boolean; readonly jobs: (saleId: string) => readonly KnownJob[] };

export function refundView(from: RefundSource, refund: Refund, context: RefundContext): RefundView {
  const { intent } = refund;
  const trades = refund.returns.flatMap(tradesOf);
  const live = from.trades.live();
  const isOurs = live !== null && trades.some((trade) => trade.intent.tradeNumber === live.tradeNumber);
  const waiting = live === null || isOurs ? null : (trades.find((trade) => trade.state.name === 'intended')?.intent.tradeNumber ?? null);
  const unknown = isOurs ? null : (refund.returns.flatMap((ret) => tradesOf(ret).map((trade) => unknownTradeView(from, trade, ret.intent.returnId))).find((view) => view !== null) ?? null);
  return {
    refundId: intent.refundId,
    refundNumber: intent.refundNumber,
    saleId: intent.saleId,
    saleNumber: intent.saleNumber,
    soldAt: intent.soldAt,
    kind: intent.kind,
    reason: intent.reason,
    requestedBy: intent.requestedBy.name,
    approvedBy: intent.approvedBy?.name ?? null,
    at: intent.at,
    amountWon: intent.goods.amounts.totalWon,
    givenBackWon: givenBackWon(refund),
    lines: intent.goods.lines.map((line) => ({ ...line, name: context.cart.lines.find((each) => each.lineId === line.lineId)?.name ?? '' })),
    stage: stageOf(refund),
    trouble: troubleOfRefund(refund),
    ask: askOf(from, refund),
    returns: refund.returns.map((ret) => returnView(from, refund, ret)),
    receipts: receiptViews(from, refund, context),
    reissue: reissueView(from, refund, context),
    exchange: refund.exchange,
    restored: isRestored(refund),
    live: isOurs || waiting !== null ? live : null,
    waiting,
    unknown,
    // Goods are being chosen for it: it is left with its sale.
    canCallOff: !isRefundOver(refund) && stageOf(refund) !== 'exchanging' && stepRefund(refund, { type: 'called-off', by: intent.requestedBy, at: intent.at }, from.rules).ok,
    prints: printViews(from, refund),
  };
}

/** What is begun by itself is asked for only where nobody is at work on it. */
function askOf(from: RefundSource, refund: Refund): RefundView['ask'] {
  const command = firstCommand(refund, from.rules);
  if (command.kind === 'ask-person') return { ask: command.ask, id: command.id };
  if (from.isAtWork(refund.intent.refundId)) return null;
  const asked = begins(command) ? askToBegin(command) : null;
  return asked?.kind === 'ask-person' ? { ask: asked.ask, id: asked.id } : null;
}

function returnView(from: RefundSource, refund: Refund, ret: Return): RefundReturnView {
  const { returnId, amounts } = ret.intent;
  const common = { returnId, amountWon: amounts.totalWon, standing: standingOfReturn(ret), trouble: troubleOfReturn(ret) };
  if (ret.kind === 'cash') {
    return { ...common, kind: 'cash', way: null, aside: false, card: null, chargedWon: 0, message: '', tries: 0, canTryAgain: false, cancelApproval: null, instead: null, cash: cashView(ret.out), rest: null };
  }
  const { payment, way } = ret.intent;
  const last = ret.cancels.at(-1);
  const message = ret.instead?.how === 'phone' ? ret.instead.evidence.reason : last?.state.name === 'declined' ? last.state.message : '';
  return {
    ...common,
    kind: 'card',
    way,
    aside: ret.aside,
    card: cardView(payment.charge),
    chargedWon: cancelledAmounts(ret).totalWon,
    message,
    tries: ret.cancels.length,
    canTryAgain: way !== 'by-phone' && ret.cancels.length < MAX_CANCELS,
    cancelApproval: ret.cancels.map((cancel) => approvalOf(cancel.state)?.approvalNumber ?? null).find((number) => number !== null) ?? null,
    instead: ret.instead?.how ?? null,
    cash: ret.instead?.how === 'cash' ? cashView(ret.instead.out) : null,
    rest: restView(from, refund, ret),
  };
}

function cashView(out: CashOut | null): RefundReturnView['cash'] {
  return out === null ? null : { amountWon: out.amountWon, handed: out.handed !== null, canOpenAgain: out.handed === null && out.jobIds.length < MAX_DRAWER_TRIES };
}

function restView({ rules }: RefundSource, refund: Refund, ret: CardReturn): RefundReturnView['rest'] {
  const { rest, intent } = ret;
  if (rest === null) return null;
  const { tender, owed, waived } = rest;
  const whole = cancelledAmounts(ret).totalWon;
  const choice = (to: 'rest' | 'restore') => stepRefund(refund, { type: 'rest-chosen', returnId: intent.returnId, owed: to }, rules).ok;
  return {
    owed,
    dueWon: tender.due.totalWon,
    leftWon: leftWon(tender),
    wholeWon: whole,
    restWon: whole - intent.amounts.totalWon,
    months: monthsFor(rules, intent, leftWon(tender)),
    parts: tender.parts.map((part) => partView(part, { signatures: [] })),
    lock: lockOf(tender),
    canChoose: owed !== 'twice' && waived === null && isUntouched(tender),
    canRestore: owed !== 'restore' && choice('restore'),
    waivedWon: waived === null ? null : leftWon(tender),
  };
}

/** As many months as before, where that sum may still be paid so. */
function monthsFor({ tender }: RefundRules, { payment }: CardReturnIntent, amountWon: number): number {
  const { installmentMonths } = payment.charge;
  return installmentRefusal(tender.installments, amountWon, installmentMonths) === null ? installmentMonths : LUMP_SUM;
}

function cardView({ issuer, maskedNumber, approvalNumber, tradeDate, installmentMonths }: StandingCharge) {
  return { issuer, maskedNumber, approvalNumber, tradeDate, installmentMonths };
}

function receiptViews(from: RefundSource, refund: Refund, { receipts, cancels }: RefundContext): RefundView['receipts'] {
  return refund.receipts.map(({ intent, begun, outcome, left }) => {
    const state = cancels.find((each) => each.intent.cancelId === intent.cancelId)?.state;
    const trade = state === undefined ? null : cancelTradeOf(state);
    return {
      cancelId: intent.cancelId,
      identifierMasked: numberOf(receipts.find((each) => each.cashReceiptId === intent.cashReceiptId), trade),
      amountWon: intent.amounts.totalWon,
      begun,
      outcome,
      approvalNumber: state !== undefined && 'approvalNumber' in state ? state.approvalNumber : null,
      failure: state?.name === 'failed' ? { code: codeOf(state.refusal, refund.intent.kind), gatewayCode: state.refusal.gatewayCode, message: state.refusal.message } : null,
      left: left !== null,
      terminal: trade === null ? null : tradeAtTerminalView(trade, from.trades),
    };
  });
}

/** The gateway's own refusals are said in its words, under the words of what they mean here. */
function codeOf({ failure }: CashReceiptRefusal, kind: Refund['intent']['kind']): FailureCode {
  if (failure.startsWith('refund.')) return failure;
  return kind === 'receipt-correction' ? 'refund.receipt-not-corrected' : 'refund.receipt-not-cancelled';
}

/** As it was keyed at the terminal where nobody else knows it. */
function numberOf(receipt: CashReceiptRecord | undefined, trade: CancelTrade | null): string {
  const known = receipt === undefined ? '' : receipt.identifierMasked || numberAtTerminal(receipt.state);
  return known || (trade === null ? '' : (approvalOf(trade.state)?.maskedNumber ?? ''));
}

function reissueView(from: RefundSource, { reissue }: Refund, { receipts }: RefundContext): RefundView['reissue'] {
  if (reissue === null) return null;
  const { intent, outcome } = reissue;
  const receipt = receipts.find((each) => each.cashReceiptId === intent.cashReceiptId);
  const shown = receipt === undefined ? null : receiptView(receipt, from.trades);
  return {
    amountWon: intent.amounts.totalWon,
    identifierMasked: shown?.identifierMasked ?? intent.identifierMasked,
    purpose: intent.purpose,
    outcome,
    approvalNumber: shown?.approvalNumber ?? null,
    state: shown?.state ?? null,
    failure: shown?.failure?.code ?? null,
    atTerminal: intent.way === 'terminal',
    terminal: shown?.terminal ?? null,
  };
}

function printViews(from: RefundSource, refund: Refund): RefundView['prints'] {
  const ids = new Set(refund.slips.flatMap((slip) => slip.jobIds));
  return from.jobs(refund.intent.saleId).filter((job) => ids.has(job.jobId)).map((job) => ({ jobId: job.jobId, state: job.state.name, failure: failureOfPrint(job.state, job.job.kind) }));
}

export function refundBriefView(refund: Refund): RefundBriefView {
  const { refundId, refundNumber, saleId, saleNumber, kind, goods, at } = refund.intent;
  return { refundId, refundNumber, saleId, saleNumber, kind, stage: stageOf(refund), totalWon: goods.amounts.totalWon, at, trouble: troubleOfRefund(refund) };
}

export function refundCasesView(open: readonly Refund[]): RefundCasesView {
  const [first] = open;
  return { count: open.length, won: sumWon(open.map((refund) => refund.intent.goods.amounts.totalWon)), first: first === undefined ? null : refundBriefView(first) };
}

export function offerView({ sale, receipts, refunds }: RefundFacts, copiesPrinted: number): RefundOfferView {
  const left = goodsLeft(sale.cart, returnedGoods(sale.refunds));
  return {
    saleId: sale.saleId,
    saleNumber: sale.saleNumber,
    soldAt: sale.soldAt,
    businessDay: sale.businessDay,
    lines: left.lines.map(({ line, soldWon, leftQuantity, leftWon: won }) => ({
      lineId: line.lineId,
      name: line.name,
      unitPriceWon: line.unitPriceWon,
      ...(line.grams === undefined ? {} : { grams: line.grams }),
      soldQuantity: line.quantity,
      soldWon,
      leftQuantity,
      leftWon: won,
    })),
    leftWon: Math.min(left.amounts.totalWon, heldWon(sale.payments)),
    payments: sale.payments.map((payment) => ({ paymentId: payment.paymentId, kind: payment.kind, leftWon: payment.amounts.totalWon, card: payment.kind === 'card' ? cardView(payment.charge) : null })),
    receipts: sale.receipts.flatMap((each) => {
      const receipt = receipts.find((one) => one.cashReceiptId === each.cashReceiptId);
      if (receipt === undefined) return [];
      const { cashReceiptId, purpose, form, state } = receipt;
      return [{ cashReceiptId, purpose, form, identifierMasked: numberOf(receipt, null), approvalNumber: 'approvalNumber' in state ? state.approvalNumber : null, leftWon: each.amounts.totalWon, untouched: each.untouched, way: receipt.way ?? 'gateway' }];
    }),
    refunds: sale.refunds.filter((refund) => stageOf(refund) !== 'called-off').map(refundBriefView),
    openRefundId: refunds.find(({ refund }) => !isRefundOver(refund))?.refundId ?? null,
    copiesPrinted,
  };
}

export function previewView(rules: RefundRules, receipts: readonly CashReceiptRecord[], offer: RefundOffer, plan: RefundPlan): RefundPreview {
  const { amounts } = offer.goods;
  return {
    kind: offer.kind,
    amountWon: amounts.totalWon,
    breakdown: amounts,
    shares: [...offer.shares],
    returns: plan.returns.map((ret) => plannedView(rules, ret)),
    receipts: plan.receipts.map(({ cashReceiptId, amounts: cut, whole }) => {
      const receipt = receipts.find((each) => each.cashReceiptId === cashReceiptId);
      return { cashReceiptId, amountWon: cut.totalWon, whole, identifierMasked: numberOf(receipt, null), way: receipt?.way ?? 'gateway' };
    }),
    reissueWon: plan.reissue?.amounts.totalWon ?? null,
  };
}

function plannedView(rules: RefundRules, ret: ReturnIntent): PlannedReturnView {
  const amountWon = ret.amounts.totalWon;
  if (ret.kind === 'cash') return { paymentId: 'cash', kind: 'cash', way: null, amountWon, rechargeWon: 0, rechargeMonths: 0, card: null };
  const { charge, paymentId } = ret.payment;
  const rechargeWon = ret.way === 'cancel-and-recharge' ? charge.amounts.totalWon - amountWon : 0;
  return { paymentId, kind: 'card', way: ret.way, amountWon, rechargeWon, rechargeMonths: monthsFor(rules, ret, rechargeWon), card: cardView(charge) };
}
