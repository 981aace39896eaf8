/** How each event changes a refund: its cards, its cash, its cash receipts. */
import { isOpen } from '../card-payment/machine.ts';
import { unreachable } from '../unreachable.ts';
import type { CardReturn, CardReturnStep } from './card-return.ts';
import { chooseOwed, decisionRefusal, intendCancel, isCancelled, returnOtherwise, setAside, tenderRest, tradeOfReturn, waiveRest } from './card-return.ts';
import type { CashOut } from './cash-out.ts';
import { drawerAgain, handedOver, newCashOut } from './cash-out.ts';
import { tradeNumberOf } from './command.ts';
import type { CardEvent, CashEvent, ReceiptEvent, RefundEvent, RefundRefusal, RefundRules } from './events.ts';
import type { ReceiptCancelOutcome, Refund, Return } from './refund.ts';
import { isMoved, newReceiptReturn, standingOfReturn } from './refund.ts';
import { isAside, isForPhone, isRefundOver, nextOf, stageOf, tradesOf } from './stage.ts';

const NOT_NOW = 'refund.not-in-this-stage';

export function stepCard(refund: Refund, event: CardEvent, rules: RefundRules): Refund | RefundRefusal {
  const ret = refund.returns.find((each) => each.intent.returnId === event.returnId);
  if (ret?.kind !== 'card' || isRefundOver(refund)) return NOT_NOW;
  const blocked = lockOf(refund, event, ret);
  if (blocked !== null) return blocked;
  const step = stepOfCard(refund, ret, event, rules);
  return step.ok ? withReturn(refund, step.ret) : step.refusal;
}

function stepOfCard(refund: Refund, ret: CardReturn, event: CardEvent, rules: RefundRules): CardReturnStep | { readonly ok: false; readonly refusal: RefundRefusal } {
  switch (event.type) {
    case 'cancel-intended':
      return intendCancel(ret, event.tradeNumber);
    case 'rest-tendered':
      return tenderRest(ret, event.event, rules.tender);
    case 'rest-chosen': {
      const othersMoved = refund.returns.some((each) => each !== ret && isMoved(each));
      const tooLate = othersMoved || refund.intent.kind === 'exchange' || refund.receipts.some((receipt) => receipt.begun);
      return event.owed === 'restore' && tooLate ? { ok: false, refusal: 'refund.restore-too-late' } : chooseOwed(ret, event.owed);
    }
    case 'rest-waived':
      return waiveRest(ret, event.decision);
    case 'returned-by-phone':
      return returnOtherwise(ret, 'phone', event.decision);
    case 'cash-decided':
      return returnOtherwise(ret, 'cash', event.decision);
    case 'set-aside':
      return setAside(ret);
    default:
      return unreachable(event);
  }
}

/** One trade at a time, each number once, and one part after the other: what comes later in the order waits for what is before it. */
function lockOf(refund: Refund, event: CardEvent, ret: CardReturn): RefundRefusal | null {
  const asks = event.type === 'cancel-intended' || (event.type === 'rest-tendered' && (event.event.type === 'charge-intended' || event.event.type === 'cancel-intended'));
  if (asks) {
    const tradeNumber = tradeNumberOf(event);
    const trades = refund.returns.flatMap(tradesOf);
    if (trades.some((trade) => trade.intent.tradeNumber === tradeNumber)) return NOT_NOW;
    const open = refund.returns.find((each) => each !== ret && !isAside(each) && tradesOf(each).some((trade) => isOpen(trade.state)));
    if (open !== undefined) return 'tender.trade-under-way';
  }
  if (refund.calledOff !== null && !isCancelled(ret)) return NOT_NOW;
  const { ret: here } = nextOf(refund);
  return here === ret || isAside(ret) || isForPhone(ret) ? null : NOT_NOW;
}

export function traded(refund: Refund, event: RefundEvent & { type: 'traded' }, rules: RefundRules): Refund | RefundRefusal {
  for (const ret of refund.returns) {
    const step = ret.kind === 'card' ? tradeOfReturn(ret, event.tradeNumber, event.event, rules.tender) : null;
    if (step !== null) return step.ok ? withReturn(refund, step.ret) : step.refusal;
  }
  return NOT_NOW;
}

export function giveCash(refund: Refund, event: CashEvent): Refund | RefundRefusal {
  const ret = refund.returns.find((each) => each.intent.returnId === event.returnId);
  if (ret === undefined) return NOT_NOW;
  const before = ret.kind === 'cash' ? ret.out : ret.instead?.how === 'cash' ? ret.instead.out : null;
  const out = nextCash(refund, ret, before, event);
  if (out === null) return NOT_NOW;
  if (ret.kind === 'cash') return withReturn(refund, { ...ret, out });
  return ret.instead?.how === 'cash' ? withReturn(refund, { ...ret, instead: { ...ret.instead, out } }) : NOT_NOW;
}

function nextCash(refund: Refund, ret: Return, before: CashOut | null, event: CashEvent): CashOut | null {
  switch (event.type) {
    case 'cash-out': {
      const { ret: here } = nextOf(refund);
      const standing = standingOfReturn(ret);
      const due = ret.kind === 'cash' ? standing === 'waiting' : standing === 'cash-decided';
      return here === ret && due && before === null && refund.calledOff === null ? newCashOut(ret.intent.amounts.totalWon, event.drawerJobId, event.at) : null;
    }
    case 'drawer-again':
      return drawerAgain(before, event.drawerJobId);
    case 'cash-handed':
      return handedOver(before, event.by, event.at);
    default:
      return unreachable(event);
  }
}

export function stepReceipts(refund: Refund, event: ReceiptEvent): Refund | RefundRefusal {
  const stage = stageOf(refund);
  const change = (cancelId: string, may: (outcome: ReceiptCancelOutcome | null) => boolean, to: (receipt: Refund['receipts'][number]) => Refund['receipts'][number]): Refund | RefundRefusal => {
    const receipt = refund.receipts.find((each) => each.intent.cancelId === cancelId);
    if (receipt === undefined || !receipt.begun || receipt.left !== null || !may(receipt.outcome)) return NOT_NOW;
    return { ...refund, receipts: refund.receipts.map((each) => (each === receipt ? to(each) : each)) };
  };
  switch (event.type) {
    case 'receipts-begun':
      return stage === 'receipts' && refund.receipts.some((receipt) => !receipt.begun) ? { ...refund, receipts: refund.receipts.map((receipt) => ({ ...receipt, begun: true })) } : NOT_NOW;
    case 'receipt-settled':
      return change(event.cancelId, (outcome) => maySettle(outcome, event.outcome), (receipt) => ({ ...receipt, outcome: event.outcome }));
    case 'receipt-again':
      return change(event.cancelId, (outcome) => outcome === 'failed' && !refund.receipts.some((each) => each.intent.cancelId === event.intent.cancelId), () => ({ ...newReceiptReturn(event.intent), begun: true }));
    case 'receipt-left':
      return decisionRefusal(event.decision) ?? change(event.cancelId, (outcome) => outcome === 'failed' || outcome === 'unproven', (receipt) => ({ ...receipt, left: event.decision }));
    case 'reissue-begun':
      return stage === 'reissuing' && refund.reissue?.begun === false ? { ...refund, reissue: { ...refund.reissue, begun: true } } : NOT_NOW;
    case 'reissue-settled':
      return stage === 'reissuing' && refund.reissue?.begun === true ? { ...refund, reissue: { ...refund.reissue, outcome: event.outcome } } : NOT_NOW;
    default:
      return unreachable(event);
  }
}

/** Its own record goes on after the customer has left: a queued one is through some day, or fails; one that failed may prove to be through. */
function maySettle(before: ReceiptCancelOutcome | null, after: ReceiptCancelOutcome): boolean {
  if (before === null) return true;
  if (before === 'failed') return after === 'cancelled';
  return (before === 'queued' || before === 'unknown' || before === 'unproven') && before !== after;
}

function withReturn(refund: Refund, ret: Return): Refund {
  return { ...refund, returns: refund.returns.map((each) => (each.intent.returnId === ret.intent.returnId ? ret : each)) };
}
