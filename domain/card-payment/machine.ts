/**
 * One trade asked of the card terminal: a charge, or the cancel of one (rules of the counter, §4).
 *
 *   intended ──asking──▶ asked ──▶ approved | declined | stopped | not-sent
 *      │                   │                            ▲
 *      └restart▶ not-sent  ├──unclear / restart──▶ unknown ◀──no evidence── inquiring
 *                                                  │  │  └────inquiring────▶   │
 *                              settled by a person ┘  └────late result         └──found──▶ approved | declined
 *                                   ▼
 *                          approved | not-approved
 *
 *   declined, stopped, not-sent, not-approved ──proof of an approval──▶ surfaced
 *
 * A trade is sent once, under a number fixed in its intent; `intended` and `asking` are durable before the first byte. There is no way
 * back to sending: a second try is a second trade, and whether there may be one is for the tender (domain/tender). What is unclear is
 * asked about; where the terminal cannot tell, a person settles it by what she read, with a manager's right from an amount on.
 * A person can be wrong and a terminal late, so an ended trade absorbs everything but proof that it was approved after all.
 * What is refused with `card.result-contradicts` is proof of something too: whoever drives this keeps it and shows it.
 * For a cancel, `approved` and `surfaced` mean that the money went back.
 */
import type { Actor } from '../people.ts';
import type { TaxBreakdown } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import type { ApprovedOutcome, CardApproval, DeclinedOutcome, Evidence, EvidenceSource, InquiryAnswer, NotSentCause, StoppedOutcome, TradeCheck, TradeOutcome, UnknownReason } from './approval.ts';
import { isApprovalNumber, keptApproval, tradeDateOf } from './approval.ts';
import { maskWithin } from './card-number.ts';

export type ChargeIntent = { readonly kind: 'charge'; readonly tradeNumber: string; readonly amounts: TaxBreakdown; readonly installmentMonths: number };

/** The whole sum of the original goes back; part of one is not asked of any terminal. */
export type CancelIntent = {
  readonly kind: 'cancel';
  readonly tradeNumber: string;
  readonly totalWon: number;
  readonly installmentMonths: number;
  /** `tradeDate` is YYYYMMDD. */
  readonly original: { readonly approvalNumber: string; readonly tradeDate: string };
};

export type TradeIntent = ChargeIntent | CancelIntent;

type Doubt = {
  readonly reason: UnknownReason;
  readonly detail: string;
  readonly claimed: CardApproval | null;
  readonly inquiries: number;
  /** What the last inquiry said, for the person who goes on from there. */
  readonly lastInquiry: string | null;
};

/** Who says so: the terminal, or a person by what she read. */
export type ApprovalProof = { readonly by: 'terminal' } | { readonly by: 'person'; readonly evidence: Evidence };

export type TradeState =
  | { readonly name: 'intended' }
  /** Bytes may have left. */
  | { readonly name: 'asked' }
  | { readonly name: 'approved'; readonly approval: CardApproval; readonly checks: readonly TradeCheck[]; readonly proof: ApprovalProof }
  | { readonly name: 'declined'; readonly by: 'issuer' | 'terminal'; readonly code: string; readonly message: string }
  | { readonly name: 'stopped'; readonly by: 'customer' | 'counter' | 'time' }
  | { readonly name: 'not-sent'; readonly cause: NotSentCause; readonly detail: string }
  | ({ readonly name: 'unknown' } & Doubt)
  | ({ readonly name: 'inquiring' } & Doubt)
  | { readonly name: 'not-approved'; readonly evidence: Evidence }
  /** Approved, when nobody counted on it any more. */
  | { readonly name: 'surfaced'; readonly approval: CardApproval };

export type Trade<Intent extends TradeIntent = TradeIntent> = { readonly intent: Intent; readonly state: TradeState };

/** What a person read. For an approval its number and time; `tradedAt` is YYYYMMDDhhmmss. */
export type Verdict = { readonly verdict: 'approved'; readonly approvalNumber: string; readonly tradedAt: string } | { readonly verdict: 'not-approved' };

export type TradeEvent =
  | { readonly type: 'asking' }
  | { readonly type: 'answered'; readonly outcome: TradeOutcome }
  | { readonly type: 'inquiring' }
  | { readonly type: 'inquiry-answered'; readonly answer: InquiryAnswer }
  /** A result nobody waited for any more, that names this trade's number. */
  | { readonly type: 'late-result'; readonly outcome: ApprovedOutcome | DeclinedOutcome | StoppedOutcome }
  | { readonly type: 'settled'; readonly verdict: Verdict; readonly source: EvidenceSource; readonly by: Actor; readonly manager: Actor | null; readonly at: string }
  /** It waited for its turn at the terminal, and was taken back before anything was asked. */
  | { readonly type: 'withdrawn' }
  | { readonly type: 'restarted' };

export type TradeCommand = 'authorise' | 'cancel' | 'await-answer' | 'inquire' | 'ask-person' | 'nothing';

export type TradeRefusal =
  | 'card.not-in-this-stage'
  | 'card.already-approved'
  /** A result under this trade's number that cannot be its own: kept as it came, for a person to look at. */
  | 'card.result-contradicts'
  | 'card.no-inquiry'
  | 'card.inquiries-used-up'
  | 'card.manager-needed'
  | 'card.approval-number-invalid'
  | 'card.approval-time-invalid';

export type TradeStep =
  | { readonly ok: true; readonly trade: Trade; readonly command: TradeCommand }
  | { readonly ok: false; readonly trade: Trade; readonly refusal: TradeRefusal };

/** `inquiry`: what the terminal at hand can be asked. `managerFromWon`: from here on a person's word needs a manager's right. */
export type TradeRules = { readonly inquiry: 'none' | 'try'; readonly managerFromWon: number };

/** Asking again changes nothing at the terminal; after this many times it will not know. */
export const MAX_INQUIRIES = 5;

export function newTrade<Intent extends TradeIntent>(intent: Intent): Trade<Intent> {
  return { intent, state: { name: 'intended' } };
}

/** What the customer pays, or gets back. */
export function tradeWon(intent: TradeIntent): number {
  return intent.kind === 'charge' ? intent.amounts.totalWon : intent.totalWon;
}

/** The cancel of an approved charge; null for one that is not. */
export function cancelOf(charge: Trade<ChargeIntent>, tradeNumber: string): CancelIntent | null {
  const approval = approvalOf(charge.state);
  if (approval === null) return null;
  const { amounts, installmentMonths } = charge.intent;
  return { kind: 'cancel', tradeNumber, totalWon: amounts.totalWon, installmentMonths, original: { approvalNumber: approval.approvalNumber, tradeDate: tradeDateOf(approval) } };
}

export function approvalOf(state: TradeState): CardApproval | null {
  return state.name === 'approved' || state.name === 'surfaced' ? state.approval : null;
}

/** Total: an event that does not fit is refused with a code and changes nothing. */
export function stepTrade(trade: Trade, event: TradeEvent, rules: TradeRules): TradeStep {
  const next = transition(trade, event, rules);
  if (typeof next === 'string') return { ok: false, trade, refusal: next };
  const after = { intent: trade.intent, state: next };
  return { ok: true, trade: after, command: commandFor(after, rules) };
}

/**
 * After a restart. What was never asked is not asked now, and what was asked is not asked again: either is an event to append, whose
 * command goes on from there. Everything else goes on with the command of its state.
 */
export function recoverTrade(trade: Trade, rules: TradeRules): TradeEvent | TradeCommand {
  return isOpen(trade.state) && trade.state.name !== 'unknown' ? { type: 'restarted' } : commandFor(trade, rules);
}

/** Not known to have ended: nothing else may be asked of the terminal for this sale. */
export function isOpen(state: TradeState): boolean {
  return state.name === 'intended' || state.name === 'asked' || isDoubtful(state);
}

export function isDoubtful(state: TradeState): state is TradeState & { name: 'unknown' | 'inquiring' } {
  return state.name === 'unknown' || state.name === 'inquiring';
}

/** What a trade in this state asks for. */
export function commandFor(trade: Trade, rules: TradeRules): TradeCommand {
  const { intent, state } = trade;
  switch (state.name) {
    case 'intended':
      return intent.kind === 'charge' ? 'authorise' : 'cancel';
    case 'asked':
    case 'inquiring':
      return 'await-answer';
    case 'unknown':
      return rules.inquiry === 'try' && state.inquiries === 0 ? 'inquire' : 'ask-person';
    case 'surfaced':
      return intent.kind === 'charge' ? 'ask-person' : 'nothing';
    case 'approved':
    case 'declined':
    case 'stopped':
    case 'not-sent':
    case 'not-approved':
      return 'nothing';
    default:
      return unreachable(state);
  }
}

function transition(trade: Trade, event: TradeEvent, rules: TradeRules): TradeState | TradeRefusal {
  const { intent, state } = trade;
  switch (event.type) {
    case 'asking':
      return state.name === 'intended' ? { name: 'asked' } : 'card.not-in-this-stage';
    case 'answered':
      return state.name === 'asked' ? outcome(intent, event.outcome, NO_INQUIRY) : surface(trade, event.outcome);
    case 'inquiring':
      if (state.name !== 'unknown') return 'card.not-in-this-stage';
      if (rules.inquiry === 'none') return 'card.no-inquiry';
      return state.inquiries >= MAX_INQUIRIES ? 'card.inquiries-used-up' : { ...state, name: 'inquiring', inquiries: state.inquiries + 1 };
    case 'inquiry-answered':
      if (state.name === 'inquiring') return inquired(intent, state, event.answer);
      return event.answer.state === 'found' ? surface(trade, event.answer.outcome) : 'card.not-in-this-stage';
    case 'late-result':
      if (state.name === 'asked') return outcome(intent, event.outcome, NO_INQUIRY);
      return isDoubtful(state) ? outcome(intent, event.outcome, state) : surface(trade, event.outcome);
    case 'settled':
      return state.name === 'unknown' ? settle(intent, event, rules) : 'card.not-in-this-stage';
    case 'withdrawn':
      return state.name === 'intended' ? { name: 'stopped', by: 'counter' } : 'card.not-in-this-stage';
    case 'restarted':
      return restarted(state);
    default:
      return unreachable(event);
  }
}

const NO_INQUIRY = { inquiries: 0, lastInquiry: null };

function outcome(intent: TradeIntent, said: TradeOutcome, asked: Pick<Doubt, 'inquiries' | 'lastInquiry'>): TradeState {
  const { inquiries, lastInquiry } = asked;
  switch (said.state) {
    case 'approved': {
      const approval = keptApproval(said.approval);
      const fault = faultOf(intent, approval);
      if (fault !== null) return { name: 'unknown', reason: 'contradictory-answer', detail: fault, claimed: approval, inquiries, lastInquiry };
      return { name: 'approved', approval, checks: said.checks, proof: { by: 'terminal' } };
    }
    case 'declined':
      return { name: 'declined', by: said.by, code: said.code, message: maskWithin(said.message) };
    case 'stopped':
      return { name: 'stopped', by: said.by };
    case 'not-sent':
      return { name: 'not-sent', cause: said.cause, detail: maskWithin(said.detail) };
    case 'unknown':
      return { name: 'unknown', reason: said.reason, detail: maskWithin(said.detail), claimed: said.claimed === null ? null : keptApproval(said.claimed), inquiries, lastInquiry };
    default:
      return unreachable(said);
  }
}

/** What an approval lacks to be one of this trade; null: it is whole. The driver has looked before; money is looked at twice. */
function faultOf(intent: TradeIntent, approval: CardApproval): string | null {
  if (!isApprovalNumber(approval.approvalNumber)) return 'no approval number';
  if (approval.cancels !== (intent.kind === 'cancel')) return approval.cancels ? 'a cancel, where a charge was asked' : 'a charge, where a cancel was asked';
  if (approval.totalWon !== null && Math.abs(approval.totalWon) !== tradeWon(intent)) return `another amount: ${approval.totalWon}`;
  return null;
}

function inquired(intent: TradeIntent, state: TradeState & { name: 'inquiring' }, answer: InquiryAnswer): TradeState {
  switch (answer.state) {
    case 'found':
      return outcome(intent, answer.outcome, state);
    case 'no-evidence':
    case 'not-sent':
      return { ...state, name: 'unknown', lastInquiry: maskWithin(answer.detail) };
    default:
      return unreachable(answer);
  }
}

/** A result for a trade that waits for none. Proof of an approval is never turned away, unless it is known or names something else. */
function surface(trade: Trade, said: TradeOutcome): TradeState | TradeRefusal {
  const { intent, state } = trade;
  if (said.state !== 'approved') {
    const denies = said.state === 'declined' || said.state === 'stopped';
    return denies && approvalOf(state) !== null ? 'card.result-contradicts' : 'card.not-in-this-stage';
  }
  const approval = keptApproval(said.approval);
  if (faultOf(intent, approval) !== null) return 'card.result-contradicts';
  switch (state.name) {
    case 'intended':
    case 'asked':
    case 'unknown':
    case 'inquiring':
      return { name: 'approved', approval, checks: said.checks, proof: { by: 'terminal' } };
    case 'declined':
    case 'stopped':
    case 'not-sent':
    case 'not-approved':
      return { name: 'surfaced', approval };
    case 'approved':
      // A person copied it from paper; the terminal's own word has every field, and no slip of the pen.
      if (state.proof.by === 'person') return { name: 'approved', approval, checks: said.checks, proof: { by: 'terminal' } };
      return knownAs(state.approval, approval);
    case 'surfaced':
      return knownAs(state.approval, approval);
    default:
      return unreachable(state);
  }
}

function knownAs(held: CardApproval, said: CardApproval): TradeRefusal {
  return held.approvalNumber === said.approvalNumber ? 'card.already-approved' : 'card.result-contradicts';
}

function settle(intent: TradeIntent, event: TradeEvent & { type: 'settled' }, rules: TradeRules): TradeState | TradeRefusal {
  const { verdict } = event;
  const needed = tradeWon(intent) >= rules.managerFromWon && event.by.role === 'cashier';
  if (needed && (event.manager === null || event.manager.role === 'cashier')) return 'card.manager-needed';
  const evidence: Evidence = { source: event.source, by: event.by, manager: needed ? event.manager : null, at: event.at };
  if (verdict.verdict === 'not-approved') return { name: 'not-approved', evidence };
  if (!isApprovalNumber(verdict.approvalNumber)) return 'card.approval-number-invalid';
  if (!/^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(verdict.tradedAt)) return 'card.approval-time-invalid';
  const approval = { ...NOTHING_SAID, approvalNumber: verdict.approvalNumber, tradedAt: verdict.tradedAt, cancels: intent.kind === 'cancel' };
  return { name: 'approved', approval, checks: [], proof: { by: 'person', evidence } };
}

const NOTHING_SAID: Omit<CardApproval, 'approvalNumber' | 'tradedAt' | 'cancels'> = {
  totalWon: null,
  maskedNumber: '',
  issuer: '',
  acquirer: '',
  merchantNumber: '',
  terminalId: '',
  vanNumber: '',
  message: '',
  notices: [],
  signedAtTerminal: null,
};

function restarted(state: TradeState): TradeState | TradeRefusal {
  switch (state.name) {
    case 'intended':
      return { name: 'not-sent', cause: 'restart', detail: '' };
    case 'asked':
      return { name: 'unknown', reason: 'restart', detail: '', claimed: null, ...NO_INQUIRY };
    case 'inquiring':
      return { ...state, name: 'unknown' };
    case 'unknown':
    case 'approved':
    case 'declined':
    case 'stopped':
    case 'not-sent':
    case 'not-approved':
    case 'surfaced':
      return 'card.not-in-this-stage';
    default:
      return unreachable(state);
  }
}
