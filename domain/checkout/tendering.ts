/**
 * The part of a sale between the basket and the paid sale, where it is not paid by cash in one sum: charges, cancels, signatures, cash
 * in parts. What the parts may do to each other is the tender's rule (domain/tender); what each trade may, the trade's.
 *
 *   basket ──charge-intended / cash-taken──▶ tendering ──paid, and every signature taken or on a slip──▶ receipt-choice | slip-question
 *     ▲                                       │  ▲  │
 *     └──────tendering-left (untouched)───────┘  │  └─held, while a charge is unknown──▶ held
 *                                     recalled   └──────────────────────────────────────────┘
 *
 * An approval is followed by its signature before anything else is asked: one thing at a time, and the approval stands whatever
 * becomes of it. A result that comes late finds its trade in the basket and in what is put aside too.
 */
import { approvalOf } from '../card-payment/machine.ts';
import { totalsOf } from '../cart.ts';
import { isMandatory } from '../mandatory.ts';
import { startSignature, stepSignature } from '../signature/machine.ts';
import { signatureNeed } from '../signature/rule.ts';
import type { Part, Tender, TenderCommand, TenderEvent } from '../tender/machine.ts';
import { isPaid, isUntouched, leftWon, openTrade, recoverTender, stepTender, surplusWon } from '../tender/machine.ts';
import { minusTax } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import { sumWon } from '../won.ts';
import { creditOf, dueOfCart, exchangeRefusal } from './exchange.ts';
import type { Aside } from './kept.ts';
import { keptIn, keptOnHold } from './kept.ts';
import { cashWonOf, takenCharges } from './payment.ts';
import type { BasketState, CheckoutCommand, CheckoutRefusal, CheckoutRules, CheckoutState, CheckoutStep, HeldState, PartSignature, Payment, Tendered, TenderingEvent, TenderingState } from './state.ts';

const AWAIT: CheckoutCommand = { kind: 'await-person' };

/** Where a sale goes on once it is paid: `machine.ts` knows the receipt and the slip. */
export type PaidStep = (payment: Payment) => { readonly state: CheckoutState; readonly command: CheckoutCommand };
export type AfterPaid = (sale: { readonly saleId: string; readonly saleNumber: number }, rules: CheckoutRules) => PaidStep;

export function stepTendering(state: CheckoutState, event: TenderingEvent, rules: CheckoutRules, paid: AfterPaid): CheckoutStep {
  switch (event.type) {
    case 'charge-intended':
    case 'cash-taken':
      return begin(state, event, rules, paid);
    case 'traded':
      return traded(state, event, rules, paid);
    case 'cash-returned':
    case 'cancel-intended':
    case 'charge-kept':
      return change(state, event, rules, paid);
    case 'signature-taken':
    case 'handwritten-opened':
      return sign(state, event, rules, paid);
    case 'tendering-left':
      return leave(state);
    default:
      return unreachable(event);
  }
}

/** After a restart, and wherever nobody is at work on it: what the state still asks for. */
export function recoverTendering(state: TenderingState, rules: CheckoutRules): CheckoutCommand {
  const found = recoverTender(state.tender, rules.tender);
  if ('type' in found) return found.type === 'traded' ? { kind: 'restart-trade', tradeNumber: found.tradeNumber } : AWAIT;
  return commandOf(found, null) ?? signatureCommand(state) ?? AWAIT;
}

/** Whether the sale may be put aside with its charge unknown: nobody is at work on it, and only evidence will end it. */
export function mayWait(state: TenderingState): boolean {
  return openTrade(state.tender)?.state.name === 'unknown' && signatureCommand(state) === null;
}

export function holdTendering(state: TenderingState, { heldAt, aside }: { readonly heldAt: string; readonly aside?: Aside }): HeldState {
  const { saleId, saleNumber, cart, tender, signatures } = state;
  return { stage: 'held', saleId, saleNumber, cart, heldAt, tendered: { tender, signatures }, ...backOf(state), ...keptOnHold(state, aside) };
}

/** A late result may have made the difference while it was aside: the sale goes on with what it asks for now. */
export function recallTendering(state: HeldState, at: string, rules: CheckoutRules, paid: AfterPaid): CheckoutStep {
  const { saleId, saleNumber, cart, tried } = state;
  const tendered = state.tendered ?? { tender: { due: dueOfCart(state), parts: tried ?? [] }, signatures: [] };
  return proceed({ stage: 'tendering', saleId, saleNumber, cart, totals: totalsOf(cart), ...tendered, ...backOf(state), ...keptIn(state) }, { kind: 'nothing' }, { at, drawerJobId: null }, rules, paid);
}

/** A charge that surfaced on a basket: it is kept or cancelled before anything else. */
export function hasSurplus(parts: readonly Part[]): boolean {
  return surplusWon({ due: NOTHING_DUE, parts }) > 0;
}

const NOTHING_DUE = { supplyWon: 0, vatWon: 0, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 0 };

function refuse(state: CheckoutState, refusal: CheckoutRefusal): CheckoutStep {
  return { ok: false, state, refusal };
}

/** Goods that came back stay with the sale whatever becomes of its payment. */
function backOf({ exchange }: BasketState | HeldState | TenderingState): Pick<BasketState, 'exchange'> {
  return exchange === undefined ? {} : { exchange };
}

/** The first charge or cash of a sale opens its tender, with what was tried before. */
function tenderingOf(state: BasketState): TenderingState {
  const { saleId, saleNumber, cart } = state;
  return { stage: 'tendering', saleId, saleNumber, cart, totals: totalsOf(cart), tender: { due: dueOfCart(state), parts: state.tried ?? [] }, signatures: [], ...backOf(state), ...keptIn(state) };
}

function begin(state: CheckoutState, event: TenderingEvent & { type: 'charge-intended' | 'cash-taken' }, rules: CheckoutRules, paid: AfterPaid): CheckoutStep {
  if (state.stage !== 'basket' && state.stage !== 'tendering') return refuse(state, 'not-in-this-stage');
  if (state.stage === 'basket' && state.cart.lines.length === 0) return refuse(state, 'cart-empty');
  const refusal = exchangeRefusal(state);
  if (refusal !== null) return refuse(state, refusal);
  const tendering = state.stage === 'basket' ? tenderingOf(state) : state;
  if (signatureCommand(tendering) !== null) return refuse(state, 'not-in-this-stage');
  // While a charge is unknown, what is left is less than what is due: the refusal says which of the two it was.
  if (event.leftWon !== leftWon(tendering.tender)) return refuse(state, 'due-has-changed');
  return change(tendering, event, rules, paid, state);
}

type TenderStepEvent = TenderingEvent & { type: 'charge-intended' | 'cash-taken' | 'cash-returned' | 'cancel-intended' | 'charge-kept' };

/** `before`: what stays when it is refused. */
function change(state: CheckoutState, event: TenderStepEvent, rules: CheckoutRules, paid: AfterPaid, before: CheckoutState = state): CheckoutStep {
  if (state.stage !== 'tendering') return refuse(before, 'not-in-this-stage');
  if (event.type !== 'cash-returned' && signatureCommand(state) !== null) return refuse(before, 'not-in-this-stage');
  const step = stepTender(state.tender, tenderEvent(event), rules.tender);
  if (!step.ok) return refuse(before, step.refusal);
  return proceed({ ...state, tender: step.tender }, step.command, momentOf(event), rules, paid);
}

function tenderEvent(event: TenderStepEvent): TenderEvent {
  switch (event.type) {
    case 'charge-intended':
      return { type: event.type, partId: event.partId, tradeNumber: event.tradeNumber, amountWon: event.amountWon, installmentMonths: event.installmentMonths };
    case 'cash-taken':
      return { type: event.type, partId: event.partId, amountWon: event.amountWon, receivedWon: event.receivedWon, takenAt: event.takenAt };
    case 'cash-returned':
    case 'cancel-intended':
    case 'charge-kept':
      return event;
    default:
      return unreachable(event);
  }
}

type Moment = { readonly at: string; readonly drawerJobId: string | null };

function momentOf(event: TenderStepEvent): Moment {
  switch (event.type) {
    case 'cash-taken':
      return { at: event.takenAt, drawerJobId: event.drawerJobId };
    case 'cash-returned':
      return { at: event.at, drawerJobId: event.drawerJobId };
    case 'charge-kept':
      return { at: event.at, drawerJobId: null };
    // An intent pays nothing, so nothing is dated by it.
    case 'charge-intended':
    case 'cancel-intended':
      return { at: '', drawerJobId: null };
    default:
      return unreachable(event);
  }
}

function traded(state: CheckoutState, event: TenderingEvent & { type: 'traded' }, rules: CheckoutRules, paid: AfterPaid): CheckoutStep {
  if (state.stage !== 'tendering') return tradedLate(state, event, rules);
  const step = stepTender(state.tender, { type: 'traded', tradeNumber: event.tradeNumber, event: event.event }, rules.tender);
  if (!step.ok) return refuse(state, step.refusal);
  return proceed({ ...state, tender: step.tender }, step.command, { at: event.at, drawerJobId: null }, rules, paid);
}

/** The sale is a basket again, or put aside. What it says is kept; a charge that surfaced on a basket leads straight to where it is settled. */
function tradedLate(state: CheckoutState, { tradeNumber, event }: TenderingEvent & { type: 'traded' }, rules: CheckoutRules): CheckoutStep {
  if (state.stage !== 'basket' && state.stage !== 'held') return refuse(state, 'not-in-this-stage');
  const aside = state.stage === 'held' ? state.tendered : undefined;
  const tender: Tender = aside?.tender ?? { due: NOTHING_DUE, parts: state.tried ?? [] };
  const step = stepTender(tender, { type: 'traded', tradeNumber, event }, rules.tender);
  if (!step.ok) return refuse(state, step.refusal);
  if (state.stage === 'held' && aside !== undefined) return accept({ ...state, tendered: { ...aside, tender: step.tender } }, { kind: 'nothing' });
  const tried = { ...state, tried: step.tender.parts };
  if (tried.stage === 'basket' && hasSurplus(tried.tried)) return accept(tenderingOf(tried), AWAIT);
  return accept(tried, tried.stage === 'basket' ? AWAIT : { kind: 'nothing' });
}

function sign(state: CheckoutState, event: TenderingEvent & { type: 'signature-taken' | 'handwritten-opened' }, rules: CheckoutRules, paid: AfterPaid): CheckoutStep {
  if (state.stage !== 'tendering') return refuse(state, 'not-in-this-stage');
  const signature = state.signatures.find(({ partId }) => partId === event.partId);
  if (signature === undefined) return refuse(state, 'not-in-this-stage');
  const next = signed(signature, event);
  if (next === null) return refuse(state, 'not-in-this-stage');
  const after = { ...state, signatures: state.signatures.map((each) => (each === signature ? next : each)) };
  // The paper of a handwritten slip is on its way by a job of its own: the sale goes on behind it.
  return proceed(after, { kind: 'nothing' }, { at: event.at, drawerJobId: null }, rules, paid);
}

function signed(signature: PartSignature, event: TenderingEvent & { type: 'signature-taken' | 'handwritten-opened' }): PartSignature | null {
  if (event.type === 'handwritten-opened') return signature.state.name === 'handwritten' && signature.slipId === null ? { ...signature, slipId: event.slipId } : null;
  const step = stepSignature(signature.state, event.event);
  return step.ok ? { ...signature, state: step.state } : null;
}

/** The attempts stay with the basket: each of them may still turn out to have been approved. */
function leave(state: CheckoutState): CheckoutStep {
  if (state.stage !== 'tendering' || !isUntouched(state.tender)) return refuse(state, 'not-in-this-stage');
  const { saleId, saleNumber, cart, tender } = state;
  return accept({ stage: 'basket', saleId, saleNumber, cart, ...(tender.parts.length === 0 ? {} : { tried: tender.parts }), ...backOf(state), ...keptIn(state) }, AWAIT);
}

function accept(state: CheckoutState, command: CheckoutCommand): CheckoutStep {
  return { ok: true, state, command };
}

/** After every step: the terminal first, then a signature that is wanted, then the next stage if all is paid. */
function proceed(state: TenderingState, asked: TenderCommand, moment: Moment, rules: CheckoutRules, paid: AfterPaid): CheckoutStep {
  const wanted = { ...state, signatures: withWantedSignatures(state, rules) };
  const own = commandOf(asked, moment.drawerJobId);
  const signature = signatureCommand(wanted);
  if (signature !== null || !isPaid(wanted.tender) || wanted.tender.due.totalWon === 0) return accept(wanted, own ?? signature ?? AWAIT);
  const { saleId, saleNumber } = wanted;
  const next = paid({ saleId, saleNumber }, rules)(paymentOf(wanted, moment.at, rules));
  // Only cash opens the drawer, and where there is cash the receipt is a person's to choose: nothing else is waiting to be done.
  return accept(next.state, own ?? next.command);
}

function commandOf(asked: TenderCommand, drawerJobId: string | null): CheckoutCommand | null {
  switch (asked.kind) {
    case 'trade':
      return asked.command === 'authorise' || asked.command === 'cancel' || asked.command === 'inquire' ? { kind: 'trade', tradeNumber: asked.tradeNumber, act: asked.command } : null;
    case 'open-drawer':
      return drawerJobId === null ? null : { kind: 'open-drawer', jobId: drawerJobId };
    case 'nothing':
      return null;
    default:
      return unreachable(asked);
  }
}

function withWantedSignatures(state: TenderingState, rules: CheckoutRules): readonly PartSignature[] {
  const missing = takenCharges(state).filter(({ partId }) => !state.signatures.some((signature) => signature.partId === partId));
  const wanted = missing.flatMap(({ partId, charge }): PartSignature[] => {
    const signedAtTerminal = approvalOf(charge.state)?.signedAtTerminal ?? null;
    const need = signatureNeed(rules.signature, charge.intent.amounts.totalWon, signedAtTerminal);
    return need === 'pad' || need === 'handwritten' ? [{ partId, state: startSignature(need), slipId: null }] : [];
  });
  return wanted.length === 0 ? state.signatures : [...state.signatures, ...wanted];
}

/** What the first charge that stands unsigned asks for; null: all are taken care of. */
function signatureCommand(tendered: Tendered): CheckoutCommand | null {
  const standing = new Set(takenCharges(tendered).map(({ partId }) => partId));
  for (const { partId, state, slipId } of tendered.signatures) {
    if (!standing.has(partId)) continue;
    if (state.name === 'asking') return { kind: 'ask-signature', partId };
    if (state.name === 'handwritten' && slipId === null) return { kind: 'open-handwritten', partId };
  }
  return null;
}

function paymentOf(state: TenderingState, paidAt: string, rules: CheckoutRules): Payment {
  const { cart, totals, tender, signatures } = state;
  const cash = tender.parts.flatMap((part) => (part.kind === 'cash' && part.returnedAt === null ? [part] : []));
  const payment: Payment = {
    cart,
    totals,
    receivedWon: sumWon(cash.map((part) => part.receivedWon)),
    changeWon: sumWon(cash.map((part) => part.changeWon)),
    paidAt,
    mandatory: false,
    tendered: { tender, signatures },
    ...creditOf(state.exchange, minusTax(totals.breakdown, tender.due)),
  };
  return { ...payment, mandatory: isMandatory(rules.cashReceipt, cashWonOf(payment)) };
}
