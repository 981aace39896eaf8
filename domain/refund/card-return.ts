/**
 * One card payment on its way back, whole or in part (rules of the counter, §4 and §7).
 *
 *   waiting ──cancel──▶ cancelling ──▶ returned                                   all of the charge goes back
 *      │                 │  ▲   └───▶ rest-due ──paid anew──▶ returned            a part of it: the rest is charged again, any way a sale
 *      │                 │  │            └──the whole again──▶ restored           is paid; or everything is put back as it was
 *      │                 ▼  │
 *      │            not-cancelled ──by phone──▶ returned
 *      └──by phone──────────┴───in cash: a manager's decision──▶ cash-decided ─▶ handing-out ─▶ returned
 *
 * A cancel is a trade like a charge: what is unknown is neither done nor asked again. A cancel that is proven gave the whole charge
 * back, so from that moment the customer owes what was not to go back, and nothing but its payment, or a manager who answers for it,
 * ends that. The rest is a tender of its own (domain/tender): other card, cash, some of each, unknown charges and all.
 * A cancel that is proven after the money went another way went back twice: then the whole charge is owed again.
 */
import type { CancelIntent, Trade, TradeEvent } from '../card-payment/machine.ts';
import { isDoubtful, isOpen, newTrade, stepTrade } from '../card-payment/machine.ts';
import type { Actor } from '../people.ts';
import type { TaxBreakdown } from '../tax.ts';
import { minusTax } from '../tax.ts';
import type { Tender, TenderEvent, TenderRefusal, TenderRules } from '../tender/machine.ts';
import { isPaid, isUntouched, MAX_CANCELS, newTender, openTrade, stepTender, surplusWon, tradesOf } from '../tender/machine.ts';
import type { CardReturnIntent } from './allocation.ts';
import type { CashOut } from './cash-out.ts';

/** What nobody decides alone: `approvedBy` is whoever lent the right, null where `by` has it. */
export type Decision = { readonly by: Actor; readonly approvedBy: Actor | null; readonly reason: string; /** ISO 8601, UTC. */ readonly at: string };

/** `reason` of a telephone call is the reference the VAN operator gave. */
export type Instead = { readonly how: 'phone'; readonly evidence: Decision } | { readonly how: 'cash'; readonly decision: Decision; readonly out: CashOut | null };

/** `rest`: what was not to go back. `restore`: the whole charge, as if nothing had been. `twice`: the whole charge, which went back in another way too. */
export type Owed = 'rest' | 'restore' | 'twice';
export type Rest = { readonly owed: Owed; readonly tender: Tender; readonly waived: Decision | null };

export type CardReturn = {
  readonly kind: 'card';
  readonly intent: CardReturnIntent;
  readonly cancels: readonly Trade<CancelIntent>[];
  readonly rest: Rest | null;
  readonly instead: Instead | null;
  /** It is not known yet, or waits for a call: the others go on before it. */
  readonly aside: boolean;
};

export type CardStanding =
  | 'waiting'
  | 'cancelling'
  | 'cancel-unknown'
  | 'not-cancelled'
  | 'cash-decided'
  | 'handing-out'
  | 'rest-due'
  | 'rest-asked'
  | 'rest-unknown'
  | 'rest-surplus'
  | 'returned'
  | 'restored';

export type CardReturnRefusal = TenderRefusal | 'refund.not-in-this-stage' | 'refund.by-phone-only' | 'refund.manager-needed' | 'refund.reason-missing';
export type CardReturnStep = { readonly ok: true; readonly ret: CardReturn } | { readonly ok: false; readonly refusal: CardReturnRefusal };

export const LONGEST_REASON = 60;

export function newCardReturn(intent: CardReturnIntent): CardReturn {
  return { kind: 'card', intent, cancels: [], rest: null, instead: null, aside: false };
}

export function cardStanding(ret: CardReturn): CardStanding {
  const open = ret.cancels.find((cancel) => isOpen(cancel.state));
  if (open !== undefined) return isDoubtful(open.state) ? 'cancel-unknown' : 'cancelling';
  if (ret.instead?.how === 'cash' && ret.instead.out?.handed === null) return 'handing-out';
  if (ret.rest !== null) return restStanding(ret.rest);
  if (isCancelled(ret)) return 'returned';
  if (ret.instead !== null) return ret.instead.how === 'cash' && ret.instead.out === null ? 'cash-decided' : 'returned';
  return ret.cancels.length === 0 ? 'waiting' : 'not-cancelled';
}

function restStanding({ owed, tender, waived }: Rest): CardStanding {
  const open = openTrade(tender);
  if (open !== null) return isDoubtful(open.state) ? 'rest-unknown' : 'rest-asked';
  if (surplusWon(tender) > 0) return 'rest-surplus';
  if (waived !== null) return 'returned';
  if (!isPaid(tender)) return 'rest-due';
  return owed === 'restore' ? 'restored' : 'returned';
}

/** Proven: the charge went back. */
export function isCancelled(ret: CardReturn): boolean {
  return ret.cancels.some((cancel) => cancel.state.name === 'approved' || cancel.state.name === 'surfaced');
}

/** Whether anything of the customer's or the shop's has moved, or may have. */
export function hasMoved(ret: CardReturn): boolean {
  if (isCancelled(ret) || ret.cancels.some((cancel) => isOpen(cancel.state))) return true;
  return ret.instead !== null && !(ret.instead.how === 'cash' && ret.instead.out === null);
}

/** What a proven cancel gives back: the whole charge, or, where the terminal can, the part. */
export function cancelledAmounts({ intent }: CardReturn): TaxBreakdown {
  return intent.way === 'partial-cancel' ? intent.amounts : intent.payment.charge.amounts;
}

export function tradesOfReturn(ret: CardReturn): readonly Trade[] {
  return [...ret.cancels, ...(ret.rest === null ? [] : tradesOf(ret.rest.tender))];
}

export function intendCancel(ret: CardReturn, tradeNumber: string): CardReturnStep {
  const standing = cardStanding(ret);
  if (ret.intent.way === 'by-phone') return refuse('refund.by-phone-only');
  if (standing === 'cancelling' || standing === 'rest-asked') return refuse('tender.trade-under-way');
  if (standing === 'cancel-unknown' || standing === 'rest-unknown') return refuse('tender.locked-unknown');
  if (standing !== 'waiting' && standing !== 'not-cancelled') return refuse('refund.not-in-this-stage');
  if (ret.cancels.length >= MAX_CANCELS) return refuse('tender.too-many-cancels');
  const { charge } = ret.intent.payment;
  const intent: CancelIntent = {
    kind: 'cancel',
    tradeNumber,
    totalWon: cancelledAmounts(ret).totalWon,
    installmentMonths: charge.installmentMonths,
    original: { approvalNumber: charge.approvalNumber, tradeDate: charge.tradeDate },
  };
  return accept({ ...ret, cancels: [...ret.cancels, newTrade(intent)], aside: false });
}

/** What became of one of its trades; null: none of them has this number. */
export function tradeOfReturn(ret: CardReturn, tradeNumber: string, event: TradeEvent, rules: TenderRules): CardReturnStep | null {
  const cancel = ret.cancels.find((each) => each.intent.tradeNumber === tradeNumber);
  if (cancel === undefined) {
    const ours = ret.rest !== null && tradesOf(ret.rest.tender).some((trade) => trade.intent.tradeNumber === tradeNumber);
    return ours ? tenderRest(ret, { type: 'traded', tradeNumber, event }, rules) : null;
  }
  const step = stepTrade(cancel, event, rules.trade);
  if (!step.ok) return refuse(step.refusal);
  const { state } = step.trade;
  const after: CardReturn = { ...ret, cancels: ret.cancels.map((each) => (each === cancel ? { ...each, state } : each)), aside: ret.aside && isOpen(state) };
  return accept(isCancelled(after) && !isCancelled(ret) ? nowOwed(after) : after);
}

/** The charge is gone. What is owed from now on; a decision to pay in cash that was not carried out falls away. */
function nowOwed(ret: CardReturn): CardReturn {
  const { intent, instead } = ret;
  const gaveOtherwise = instead !== null && !(instead.how === 'cash' && instead.out === null);
  if (gaveOtherwise) return { ...ret, rest: { owed: 'twice', tender: newTender(cancelledAmounts(ret)), waived: null } };
  const due = minusTax(cancelledAmounts(ret), intent.amounts);
  return { ...ret, instead: null, rest: due.totalWon === 0 ? null : { owed: 'rest', tender: newTender(due), waived: null } };
}

/** A step of the tender that pays what is owed. */
export function tenderRest(ret: CardReturn, event: TenderEvent, rules: TenderRules): CardReturnStep {
  const { rest } = ret;
  if (rest === null || (rest.waived !== null && event.type !== 'traded' && event.type !== 'cancel-intended')) return refuse('refund.not-in-this-stage');
  const step = stepTender(rest.tender, event, rules);
  if (!step.ok) return refuse(step.refusal);
  return accept({ ...ret, rest: { ...rest, tender: step.tender }, aside: ret.aside && openTrade(step.tender) !== null });
}

/** The rest, or the whole again: while nothing was paid for either. What was tried stays, for an answer that is late. */
export function chooseOwed(ret: CardReturn, owed: 'rest' | 'restore'): CardReturnStep {
  const { rest, intent } = ret;
  if (rest === null || rest.owed === 'twice' || rest.waived !== null || !isUntouched(rest.tender)) return refuse('refund.not-in-this-stage');
  const whole = cancelledAmounts(ret);
  return accept({ ...ret, rest: { ...rest, owed, tender: { ...rest.tender, due: owed === 'restore' ? whole : minusTax(whole, intent.amounts) } } });
}

/** The customer does not pay what she owes: a manager answers for it, and it stands as owed. */
export function waiveRest(ret: CardReturn, decision: Decision): CardReturnStep {
  const refusal = decisionRefusal(decision);
  if (refusal !== null) return refuse(refusal);
  if (ret.rest === null || ret.rest.owed === 'restore' || cardStanding(ret) !== 'rest-due') return refuse('refund.not-in-this-stage');
  return accept({ ...ret, rest: { ...ret.rest, waived: { ...decision, reason: decision.reason.trim() } } });
}

export function returnOtherwise(ret: CardReturn, how: Instead['how'], decision: Decision): CardReturnStep {
  const refusal = decisionRefusal(decision);
  if (refusal !== null) return refuse(refusal);
  const standing = cardStanding(ret);
  if (standing === 'cancel-unknown') return refuse('tender.locked-unknown');
  if (standing !== 'waiting' && standing !== 'not-cancelled' && standing !== 'cash-decided') return refuse('refund.not-in-this-stage');
  const noted = { ...decision, reason: decision.reason.trim() };
  return accept({ ...ret, instead: how === 'phone' ? { how, evidence: noted } : { how, decision: noted, out: null }, aside: false });
}

/** Not known yet, or not possible now: the rest of the refund goes on. What the customer owes is never put aside. */
export function setAside(ret: CardReturn): CardReturnStep {
  const standing = cardStanding(ret);
  const may = standing === 'cancel-unknown' || standing === 'not-cancelled' || standing === 'rest-unknown' || (standing === 'waiting' && ret.intent.way === 'by-phone');
  return may && !ret.aside ? accept({ ...ret, aside: true }) : refuse('refund.not-in-this-stage');
}

/** What nobody but a manager decides, with a reason that can be read. */
export function decisionRefusal({ by, approvedBy, reason }: Decision): 'refund.manager-needed' | 'refund.reason-missing' | null {
  if (by.role === 'cashier' && approvedBy === null) return 'refund.manager-needed';
  const length = [...reason.trim()].length;
  return length === 0 || length > LONGEST_REASON ? 'refund.reason-missing' : null;
}

function accept(ret: CardReturn): CardReturnStep {
  return { ok: true, ret };
}

function refuse(refusal: CardReturnRefusal): CardReturnStep {
  return { ok: false, refusal };
}
