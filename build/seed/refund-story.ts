/**
 * What is brought back while the customer is still near: the whole sale, or one of its goods where it was paid in cash. The refund's own
 * machine says what comes next, and each of its acts ends well.
 */
import { NEW_RECEIPT_CANCEL, type ReceiptCancelEvent, type ReceiptCancelIntent, type ReceiptCancelState, stepReceiptCancel } from '../../domain/cash-receipt/cancel.ts';
import { chargesOf, cashOf } from '../../domain/checkout/payment.ts';
import { beginRefund, offerRefund, type RefundRequest, type SaleToRefund } from '../../domain/refund/begin.ts';
import type { RefundCommand, RefundEvent, RefundRules } from '../../domain/refund/events.ts';
import { firstCommand, stepRefund } from '../../domain/refund/machine.ts';
import { CANCEL_WITHIN_DAYS, cashPayment, chargePayment } from '../../domain/refund/payments.ts';
import { newRefund, type Refund } from '../../domain/refund/refund.ts';
import { isRefundOver } from '../../domain/refund/stage.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import { refundSlip, type SlipReceiptCancel } from '../../domain/slip/refund.ts';
import { approvalFor, newTradeNumber } from './card-story.ts';
import { type Customer, issued, MANAGER, receiptEntry, RULES, type Telling, type Years } from './telling.ts';

const WAY = { partialCancel: false, cancelWithinDays: CANCEL_WITHIN_DAYS } as const;
const REFUND_RULES: RefundRules = { tender: RULES.tender, way: WAY };
const REASON = 'changed-mind';
/** No refund told here takes more steps. */
const MAX_STEPS = 30;

type Back = { readonly telling: Telling; readonly years: Years; readonly customer: Customer; refund: Refund; readonly cancels: Map<string, ReceiptCancelState> };

export function bringBack(telling: Telling, years: Years, customer: Customer): void {
  if (telling.state.stage !== 'done') return;
  const { payment } = telling.state;
  // A receipt that is still on its way makes a longer story than is told here.
  if (payment.totals.breakdown.totalWon === 0 || telling.receipt?.state.name === 'queued') return;
  telling.later(60_000, 600_000);
  const sale = saleToRefund(telling, customer, payment);
  const [first] = payment.cart.lines;
  const inPart = first !== undefined && payment.cart.lines.length > 1 && payment.tendered === undefined && years.random.chance(0.5);
  const chosen: RefundRequest['chosen'] = inPart ? [{ lineId: first.lineId, quantity: 1 }] : 'everything';
  const rules = { businessDay: customer.businessDay, today: customer.businessDay, way: WAY };
  const offered = offerRefund(sale, 'refund', chosen, rules);
  if (!offered.ok || offered.offer.goods.amounts.totalWon === 0) return;
  const expectedWon = offered.offer.goods.amounts.totalWon;
  const ids = [{ cancelId: years.id('rc'), mgtKey: `${seoulCompact(telling.iso()).slice(2, 8)}-${String(customer.saleNumber % 1_000_000).padStart(6, '0')}-${years.id('k').slice(-8)}` }];
  const request: RefundRequest = { refundId: years.id('f'), refundNumber: years.refundNumber(), want: 'refund', chosen, expectedWon, shares: null, reason: REASON, receiptReason: 'transaction-cancelled' };
  const begun = beginRefund(sale, request, ids, rules, neverWhole);
  if (!begun.ok) throw new Error(`the generator gives back what cannot be: ${begun.refusal}`);
  const approvedBy = allow(telling, years, customer, { act: begun.intent.kind === 'void' ? 'void' : 'refund', amountWon: expectedWon, reason: REASON });
  const refund = newRefund({ ...begun.intent, requestedBy: customer.actor, approvedBy, alone: false, at: telling.iso() }, begun.plan);
  telling.write({ kind: 'refund.begun', payload: { refundId: request.refundId, after: refund } });
  giveBack({ telling, years, customer, refund, cancels: new Map() });
}

/** Receipts told here are registered by the gateway, which cancels a part of one: none is issued again for the rest. */
function neverWhole(): never {
  throw new Error('the generator issues no receipt again');
}

function saleToRefund(telling: Telling, customer: Customer, payment: Parameters<typeof chargesOf>[0]): SaleToRefund {
  const cash = cashOf(payment);
  const { saleId, receipt } = telling;
  const created = telling.entries.find((entry) => entry.kind === 'cash-receipt.created');
  return {
    saleId,
    saleNumber: customer.saleNumber,
    rootSaleId: saleId,
    soldAt: payment.paidAt,
    businessDay: customer.businessDay,
    cart: payment.cart,
    refunds: [],
    tied: [],
    payments: [...(cash === null ? [] : [cashPayment(cash)]), ...chargesOf(payment).flatMap((part) => chargePayment(part) ?? [])],
    receipts: receipt?.state.name === 'issued' && created !== undefined ? [{ cashReceiptId: receipt.cashReceiptId, amounts: created.payload.amounts, untouched: true, wholeOnly: false }] : [],
  };
}

type Asked = { readonly act: 'void' | 'refund'; readonly amountWon: number; readonly reason: string };

/** A manager has the right; for everybody else she approves it, for this act alone. */
function allow(telling: Telling, years: Years, { actor }: Customer, asked: Asked): typeof MANAGER | null {
  if (actor.role === 'manager') {
    telling.write({ kind: 'people.act-by-right', payload: asked });
    return null;
  }
  const approved = { ...asked, approvalId: years.id('ap'), approver: MANAGER, alone: false };
  telling.write({ kind: 'people.approval-granted', payload: approved });
  telling.later(2_000, 15_000);
  telling.write({ kind: 'people.approval-used', payload: approved });
  return MANAGER;
}

function giveBack(back: Back): void {
  for (let count = 0; !isRefundOver(back.refund); count += 1) {
    if (count >= MAX_STEPS) throw new Error('the generator does not come to the end of a refund');
    follow(back, firstCommand(back.refund, REFUND_RULES));
    back.telling.later(200, 4_000);
  }
}

function step(back: Back, event: RefundEvent, byHand = true): void {
  const { telling, refund } = back;
  const after = stepRefund(refund, event, REFUND_RULES);
  if (!after.ok) throw new Error(`the generator tells what the refund refuses: ${event.type} ${after.refusal}`);
  back.refund = after.refund;
  telling.write({ kind: `refund.${event.type}`, payload: { refundId: refund.intent.refundId, event, after: after.refund } }, byHand ? undefined : null);
}

function follow(back: Back, command: RefundCommand): void {
  const { telling, years, customer } = back;
  switch (command.kind) {
    case 'begin-cancel':
      return step(back, { type: 'cancel-intended', returnId: command.returnId, tradeNumber: newTradeNumber(telling, years, customer) });
    case 'trade':
      return cancelAtTerminal(back, command.tradeNumber);
    case 'begin-cash':
      return handOut(back, command.returnId);
    case 'begin-receipts':
      return cancelReceipts(back);
    case 'begin-slips':
      return putOnPaper(back, command.covers);
    default:
      throw new Error(`the generator knows no answer to ${command.kind}`);
  }
}

function cancelAtTerminal(back: Back, tradeNumber: string): void {
  const { telling, years } = back;
  const ret = back.refund.returns.find((each) => each.kind === 'card' && each.cancels.some(({ intent }) => intent.tradeNumber === tradeNumber));
  if (ret?.kind !== 'card') throw new Error('the generator cancels a charge that is not there');
  const { maskedNumber, issuer, amounts } = { ...ret.intent.payment.charge };
  step(back, { type: 'traded', tradeNumber, event: { type: 'asking' } }, false);
  telling.later(1_500, 6_000);
  const approval = approvalFor(telling, years, { maskedNumber, issuer, acquirer: '' }, { cancels: true, totalWon: amounts.totalWon });
  step(back, { type: 'traded', tradeNumber, event: { type: 'answered', outcome: { state: 'approved', approval, checks: [] } } }, false);
}

function handOut(back: Back, returnId: string): void {
  const { telling, years, customer } = back;
  const drawerJobId = years.id('p');
  step(back, { type: 'cash-out', returnId, drawerJobId, at: telling.iso() });
  telling.cashBackWon += back.refund.returns.find((each) => each.intent.returnId === returnId)?.intent.amounts.totalWon ?? 0;
  telling.print({ jobId: drawerJobId, job: { kind: 'drawer' }, reason: 'refund' }, [{ type: 'sent' }, { type: 'confirmed' }]);
  telling.later(2_000, 8_000);
  step(back, { type: 'cash-handed', returnId, by: customer.actor, at: telling.iso() });
}

/** Each cancel is a document of its own; the receipt hears of it in the same moment. */
function cancelReceipts(back: Back): void {
  const { telling, years, refund } = back;
  const { receipt } = telling;
  if (receipt === null) throw new Error('the generator cancels a receipt that is not there');
  step(back, { type: 'receipts-begun' }, false);
  for (const { intent } of refund.receipts) {
    telling.write({ kind: 'receipt-cancel.created', payload: { ...intent, refundId: refund.intent.refundId } });
    const { state } = receipt;
    if (!('approvalNumber' in state)) throw new Error('the generator cancels a receipt that was never issued');
    cancelStep(back, intent, { type: 'original-issued', approvalNumber: state.approvalNumber, tradeDate: state.tradeDate });
    telling.later(20, 90);
    cancelStep(back, intent, { type: 'sending', tradeDt: seoulCompact(telling.iso()) });
    telling.later(80, 900);
    const said = issued(years, telling.iso());
    cancelStep(back, intent, said);
    telling.write(receiptEntry(receipt, { type: 'cancelled', cancelApprovalNumber: said.approvalNumber, cancelledWon: intent.amounts.totalWon, whole: intent.whole }), null);
    step(back, { type: 'receipt-settled', cancelId: intent.cancelId, outcome: 'cancelled' }, false);
  }
}

function cancelStep({ telling, cancels }: Back, { cancelId }: ReceiptCancelIntent, event: ReceiptCancelEvent): void {
  const next = stepReceiptCancel(cancels.get(cancelId) ?? NEW_RECEIPT_CANCEL, event);
  if (!next.ok) throw new Error(`the generator tells what a receipt's cancel refuses: ${event.type}`);
  cancels.set(cancelId, next.state);
  telling.write({ kind: `receipt-cancel.${event.type}`, payload: { cancelId, event, after: next.state } }, null);
}

function putOnPaper(back: Back, covers: readonly string[]): void {
  const { telling, years, refund } = back;
  if (telling.state.stage !== 'done') return;
  const jobId = years.id('p');
  const document = refundSlip({ shop: years.shop, practice: true, copyKind: 'customer', refund, takenSaleNumber: null, cart: telling.state.payment.cart, covers, first: refund.slips.length === 0, receipts: receiptsOnPaper(back) });
  step(back, { type: 'slips-queued', jobIds: [jobId] }, false);
  telling.print({ jobId, job: { kind: 'slip', document, copyKind: 'customer', copyNumber: 1 }, reason: 'refund' }, [{ type: 'sent' }, { type: 'confirmed' }]);
}

function receiptsOnPaper({ telling, refund, cancels }: Back): readonly SlipReceiptCancel[] {
  const created = telling.entries.find((entry) => entry.kind === 'cash-receipt.created');
  return refund.receipts.flatMap(({ intent }): SlipReceiptCancel[] => {
    const state = cancels.get(intent.cancelId);
    const original = telling.receipt?.state;
    if (state?.name !== 'issued' || created === undefined || original === undefined || !('approvalNumber' in original)) return [];
    const { approvalNumber, tradeDt } = state;
    return [{ identifierMasked: created.payload.identifierMasked, amountWon: intent.amounts.totalWon, original: { approvalNumber: original.approvalNumber, tradeDate: original.tradeDate }, standing: { name: 'cancelled', approvalNumber, tradeDt } }];
  });
}
