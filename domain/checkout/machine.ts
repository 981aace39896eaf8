/**
 * One sale, from the first scan to the answered slip question.
 *
 *   basket ──tendered (cash, in one sum)──▶ receipt-choice ──requested──▶ receipt-issuing ──settled──▶ slip-question ──answered──▶ done
 *    ▲ │ │ └─abandoned                        ▲    │   ▲                        │                          ▲  ▲
 *    │ │ └──card, cash in parts─▶ tendering ──┤    │   └───────failed───────────┘                          │  │
 *    │ └─held ◀─────────────────── │ ▲        │    └──────────────declined / postponed────────────────────┘  │
 *    └─recalled┴───────────────────┘ ┘        └──────────────no cash in it───────────────────────────────────┘
 *
 * `tendering` is drawn in tendering.ts. A sale in exchange for goods that came back (exchange.ts) begins with `exchange-begun`; where
 * nothing of it is to be paid, `exchange-settled` leads from the basket to the slip question.
 *
 * `stepCheckout` is pure and total: an event that does not fit is refused with a code and changes nothing. The runner appends
 * the event to the journal, then carries out the one command the new state asks for; its outcome is the next event.
 * A sale is paid from `tendered` on, whatever the printer or the gateway do afterwards.
 *
 * An event and the intents of the command it leads to are ONE append, so that no crash falls between them: `receipt-requested` with
 * `cash-receipt.created` (else the number read back would be lost, or a receipt issued that its sale knows nothing of), `tendered`
 * with the drawer's `print.queued`, `slip-answered` with one `print.queued` per job.
 */
import type { Cart } from '../cart.ts';
import { addProduct, cancelLine, discountLine, discountSale, EMPTY_CART, noteLine, repriceLine, restoreLine, setQuantity, totalsOf, weighLine } from '../cart.ts';
import { isMandatory } from '../mandatory.ts';
import { keptIn, keptOnHold } from './kept.ts';
import type { SlipRule } from '../slip/policy.ts';
import { slipPlan } from '../slip/policy.ts';
import { minusTax } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import { isWon, MAX_RECEIVED_WON } from '../won.ts';
import { creditOf, dueOfCart, exchangeRefusal, settledPayment } from './exchange.ts';
import { papersOf } from './papers.ts';
import { cashOf, chargesOf } from './payment.ts';
import type { BasketState, CheckoutCommand, CheckoutEvent, CheckoutRefusal, CheckoutRules, CheckoutState, CheckoutStep, ExchangeSettled, HeldState, Payment, ReceiptOutcome, Sale, SlipOutcome } from './state.ts';
import { hasSurplus, holdTendering, mayWait, recallTendering, recoverTendering, stepTendering } from './tendering.ts';

export type * from './state.ts';

const AWAIT: CheckoutCommand = { kind: 'await-person' };

/** Baskets put aside at once: more than this are forgotten ones. */
export const MAX_HELD = 20;

export { MAX_RECEIVED_WON } from '../won.ts';

export function startSale(saleId: string, saleNumber: number): BasketState {
  return { stage: 'basket', saleId, saleNumber, cart: EMPTY_CART };
}

export function stepCheckout(state: CheckoutState, event: CheckoutEvent, rules: CheckoutRules): CheckoutStep {
  switch (event.type) {
    case 'line-added':
    case 'quantity-set':
    case 'line-cancelled':
    case 'line-restored':
    case 'line-discounted':
    case 'sale-discounted':
    case 'line-weighed':
    case 'line-noted':
    case 'line-repriced':
      return stepBasket(state, event);
    case 'exchange-begun':
      return beginExchange(state, event);
    case 'exchange-settled':
      return settleExchange(state, event, rules);
    case 'held':
      return hold(state, event);
    case 'recalled':
      return state.stage === 'held' ? recall(state, event, rules) : refuse(state, 'not-in-this-stage');
    case 'abandoned':
      return state.stage === 'basket'
        ? accept({ stage: 'abandoned', saleId: state.saleId, saleNumber: state.saleNumber }, { kind: 'nothing' })
        : refuse(state, 'not-in-this-stage');
    case 'cash-taken':
    case 'cash-returned':
    case 'charge-intended':
    case 'cancel-intended':
    case 'charge-kept':
    case 'traded':
    case 'signature-taken':
    case 'handwritten-opened':
    case 'tendering-left':
      return stepTendering(state, event, rules, afterPaid);
    case 'tendered':
      return tender(state, event, rules);
    case 'receipt-declined':
    case 'receipt-postponed':
    case 'receipt-requested':
      return chooseReceipt(state, event, rules);
    case 'receipt-settled':
      return settleReceipt(state, event, rules);
    case 'slip-answered':
      return answerSlip(state, event, rules);
    default:
      return unreachable(event);
  }
}

/**
 * What a sale found in this state needs after a restart. Never an act that may have happened before: the drawer stays shut, and a
 * cash receipt under way is handed to its own record, which asks the gateway before anything is sent. Print jobs have records of
 * their own too (`recoverPrintJob`), so a finished sale needs nothing.
 */
export function recoverCheckout(state: CheckoutState, rules: CheckoutRules): CheckoutCommand {
  switch (state.stage) {
    case 'basket':
    case 'receipt-choice':
      return { kind: 'await-person' };
    case 'tendering':
      return recoverTendering(state, rules);
    case 'receipt-issuing':
      return { kind: 'issue-cash-receipt', cashReceiptId: state.cashReceiptId };
    case 'slip-question':
      return slipCommand(rules, state.payment);
    case 'held':
    case 'done':
    case 'abandoned':
      return { kind: 'nothing' };
    default:
      return unreachable(state);
  }
}

function accept(state: CheckoutState, command: CheckoutCommand): CheckoutStep {
  return { ok: true, state, command };
}

function refuse(state: CheckoutState, refusal: CheckoutRefusal): CheckoutStep {
  return { ok: false, state, refusal };
}

type BasketEvent = CheckoutEvent & {
  type: 'line-added' | 'quantity-set' | 'line-cancelled' | 'line-restored' | 'line-discounted' | 'sale-discounted' | 'line-weighed' | 'line-noted' | 'line-repriced';
};

function stepBasket(state: CheckoutState, event: BasketEvent): CheckoutStep {
  if (state.stage !== 'basket') return refuse(state, 'not-in-this-stage');
  const result = changeCart(state.cart, event);
  return result.ok ? accept({ ...state, cart: result.cart }, AWAIT) : refuse(state, result.refusal);
}

function changeCart(cart: Cart, event: BasketEvent) {
  switch (event.type) {
    case 'line-added':
      return addProduct(cart, event.product, event.quantity, event.lineId, event.grams);
    case 'quantity-set':
      return setQuantity(cart, event.lineId, event.quantity);
    case 'line-cancelled':
      return cancelLine(cart, event.lineId);
    case 'line-restored':
      return restoreLine(cart, event.line, event.index);
    case 'line-discounted':
      return discountLine(cart, event.lineId, event.discountWon);
    case 'sale-discounted':
      return discountSale(cart, event.discountWon);
    case 'line-weighed':
      return weighLine(cart, event.lineId, event.grams);
    case 'line-noted':
      return noteLine(cart, event.lineId, event.note);
    case 'line-repriced':
      return repriceLine(cart, event.lineId, event.unitPriceWon);
    default:
      return unreachable(event);
  }
}

/** Before anything is rung up: what came back is there first. */
function beginExchange(state: CheckoutState, { back }: CheckoutEvent & { type: 'exchange-begun' }): CheckoutStep {
  if (state.stage !== 'basket' || state.cart.lines.length > 0 || state.tried !== undefined || state.exchange !== undefined) return refuse(state, 'not-in-this-stage');
  return accept({ ...state, exchange: back }, AWAIT);
}

function settleExchange(state: CheckoutState, event: ExchangeSettled, rules: CheckoutRules): CheckoutStep {
  if (state.stage !== 'basket') return refuse(state, 'not-in-this-stage');
  const payment = settledPayment(state, event);
  if (typeof payment === 'string') return refuse(state, payment);
  return toSlipQuestion({ saleId: state.saleId, saleNumber: state.saleNumber }, payment, { outcome: 'no-cash' }, rules);
}

/** An empty basket has nothing to come back for, but for what was brought back; a payment waits aside only while nothing but evidence can end its charge. */
function hold(state: CheckoutState, event: CheckoutEvent & { type: 'held' }): CheckoutStep {
  if (state.stage === 'tendering') return mayWait(state) ? accept(holdTendering(state, event), { kind: 'nothing' }) : refuse(state, 'not-in-this-stage');
  if (state.stage !== 'basket') return refuse(state, 'not-in-this-stage');
  if (state.cart.lines.length === 0 && state.exchange === undefined) return refuse(state, 'cart-empty');
  const { saleId, saleNumber, cart } = state;
  return accept({ stage: 'held', saleId, saleNumber, cart, heldAt: event.heldAt, ...alongOf(state), ...keptOnHold(state, event.aside) }, { kind: 'nothing' });
}

function recall(state: HeldState, event: CheckoutEvent & { type: 'recalled' }, rules: CheckoutRules): CheckoutStep {
  if (state.tendered !== undefined || hasSurplus(state.tried ?? [])) return recallTendering(state, event.at ?? state.heldAt, rules, afterPaid);
  const { saleId, saleNumber, cart } = state;
  return accept({ stage: 'basket', saleId, saleNumber, cart, ...alongOf(state), ...keptIn(state) }, AWAIT);
}

/** What a basket has with it besides its goods. */
function alongOf({ tried, exchange }: BasketState | HeldState): Pick<BasketState, 'tried' | 'exchange'> {
  return { ...(tried === undefined ? {} : { tried }), ...(exchange === undefined ? {} : { exchange }) };
}

function tender(state: CheckoutState, event: CheckoutEvent & { type: 'tendered' }, rules: CheckoutRules): CheckoutStep {
  // With attempts behind it the sale has a tender, and its cash is a part of that.
  if (state.stage !== 'basket' || state.tried !== undefined) return refuse(state, 'not-in-this-stage');
  const totals = totalsOf(state.cart);
  const due = dueOfCart(state);
  const dueWon = due.totalWon;
  if (state.cart.lines.length === 0) return refuse(state, 'cart-empty');
  const refusal = exchangeRefusal(state);
  if (refusal !== null) return refuse(state, refusal);
  if (state.exchange !== undefined && dueWon === 0) return refuse(state, 'due-has-changed');
  if (!isWon(event.receivedWon) || event.receivedWon < 0 || event.receivedWon > MAX_RECEIVED_WON) return refuse(state, 'amount-not-won');
  if (event.dueWon !== dueWon) return refuse(state, 'due-has-changed');
  if (event.receivedWon < dueWon) return refuse(state, 'received-less-than-due');
  const payment: Payment = {
    cart: state.cart,
    totals,
    receivedWon: event.receivedWon,
    changeWon: event.receivedWon - dueWon,
    paidAt: event.paidAt,
    mandatory: isMandatory(rules.cashReceipt, dueWon),
    ...creditOf(state.exchange, minusTax(totals.breakdown, due)),
  };
  const sale = { saleId: state.saleId, saleNumber: state.saleNumber };
  const drawer: CheckoutCommand = { kind: 'open-drawer', jobId: event.drawerJobId };
  // A cash receipt is for 1 won or more: goods given away entirely have nothing to issue, so nobody is asked.
  if (dueWon === 0) return accept({ ...sale, stage: 'slip-question', payment, receipt: { outcome: 'declined' } }, slipCommand(rules, payment));
  return accept({ ...sale, stage: 'receipt-choice', payment, failedReceiptId: null }, drawer);
}

/** The cash receipt is for the cash alone: where none was taken, nobody is asked. */
function afterPaid(sale: Sale, rules: CheckoutRules) {
  return (payment: Payment): { state: CheckoutState; command: CheckoutCommand } =>
    cashOf(payment) === null
      ? { state: { ...sale, stage: 'slip-question', payment, receipt: { outcome: 'no-cash' } }, command: slipCommand(rules, payment) }
      : { state: { ...sale, stage: 'receipt-choice', payment, failedReceiptId: null }, command: AWAIT };
}

type ChoiceEvent = CheckoutEvent & { type: 'receipt-declined' | 'receipt-postponed' | 'receipt-requested' };

function chooseReceipt(state: CheckoutState, event: ChoiceEvent, rules: CheckoutRules): CheckoutStep {
  if (state.stage !== 'receipt-choice') return refuse(state, 'not-in-this-stage');
  const { saleId, saleNumber, payment } = state;
  switch (event.type) {
    case 'receipt-declined':
      if (payment.mandatory) return refuse(state, 'self-issue-required');
      return toSlipQuestion({ saleId, saleNumber }, payment, { outcome: 'declined' }, rules);
    case 'receipt-postponed':
      return toSlipQuestion({ saleId, saleNumber }, payment, { outcome: 'postponed' }, rules);
    case 'receipt-requested':
      return accept(
        { stage: 'receipt-issuing', saleId, saleNumber, payment, cashReceiptId: event.cashReceiptId },
        { kind: 'issue-cash-receipt', cashReceiptId: event.cashReceiptId },
      );
    default:
      return unreachable(event);
  }
}

function settleReceipt(state: CheckoutState, event: CheckoutEvent & { type: 'receipt-settled' }, rules: CheckoutRules): CheckoutStep {
  if (state.stage !== 'receipt-issuing') return refuse(state, 'not-in-this-stage');
  if (state.cashReceiptId !== event.cashReceiptId) return refuse(state, 'another-receipt');
  const { saleId, saleNumber, payment, cashReceiptId } = state;
  if (event.outcome === 'failed') return accept({ stage: 'receipt-choice', saleId, saleNumber, payment, failedReceiptId: cashReceiptId }, AWAIT);
  return toSlipQuestion({ saleId, saleNumber }, payment, { outcome: event.outcome, cashReceiptId }, rules);
}

function toSlipQuestion(sale: Sale, payment: Payment, receipt: ReceiptOutcome, rules: CheckoutRules): CheckoutStep {
  return accept({ ...sale, stage: 'slip-question', payment, receipt }, slipCommand(rules, payment));
}

/** By the rule for the whole sale: one charge by instalments makes it an instalment sale. */
export function slipRuleOf(rules: Pick<CheckoutRules, 'slip'>, payment: Payment): SlipRule {
  return slipPlan(rules.slip, chargesOf(payment).map((part) => ({ installmentMonths: part.charge.intent.installmentMonths, handwritten: false }))).customer;
}

function slipCommand(rules: CheckoutRules, payment: Payment): CheckoutCommand {
  const rule = slipRuleOf(rules, payment);
  switch (rule.rule) {
    case 'ask':
      return AWAIT;
    case 'print':
      return { kind: 'answer-slip-by-rule', copies: rule.copies };
    case 'none':
      return { kind: 'answer-slip-by-rule', copies: 0 };
    default:
      return unreachable(rule);
  }
}

function answerSlip(state: CheckoutState, event: CheckoutEvent & { type: 'slip-answered' }, rules: CheckoutRules): CheckoutStep {
  if (state.stage !== 'slip-question') return refuse(state, 'not-in-this-stage');
  const rule = slipRuleOf(rules, state.payment);
  const byRule = rule.rule !== 'ask';
  if (byRule !== (event.by === 'rule')) return refuse(state, 'not-in-this-stage');
  const copies = rule.rule === 'none' || (rule.rule === 'ask' && !event.wants) ? 0 : rule.copies;
  if (event.jobIds.length !== copies * papersOf(state.payment).length) return refuse(state, 'slip-copies-differ');
  const { saleId, saleNumber, payment, receipt } = state;
  const copyKind = rule.rule === 'none' ? 'customer' : rule.copyKind;
  const slip: SlipOutcome = { by: event.by, copies, copyKind, jobIds: event.jobIds };
  return accept({ stage: 'done', saleId, saleNumber, payment, receipt, slip }, copies === 0 ? { kind: 'nothing' } : { kind: 'print-slip', jobIds: event.jobIds });
}
