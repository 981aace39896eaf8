/**
 * One sale, from the first scan to the answered slip question. Cash for now; card stages come in before `receipt-choice`.
 *
 *   basket ──tendered──▶ receipt-choice ──requested──▶ receipt-issuing ──settled──▶ slip-question ──answered──▶ done
 *     │                     │      ▲                        │                          ▲
 *   │ ▲ └─abandoned         │      └───────failed───────────┘                          │
 *  held │                   └──────────────declined / postponed────────────────────────┘
 *   ▼ recalled
 *   held
 *
 * `stepCheckout` is pure and total: an event that does not fit is refused with a code and changes nothing. The runner appends
 * the event to the journal, then carries out the one command the new state asks for; its outcome is the next event.
 * A sale is paid from `tendered` on, whatever the printer or the gateway do afterwards.
 *
 * An event and the intents of the command it leads to are ONE append, so that no crash falls between them: `receipt-requested` with
 * `cash-receipt.created` (else the number read back would be lost, or a receipt issued that its sale knows nothing of), `tendered`
 * with the drawer's `print.queued`, `slip-answered` with one `print.queued` per job.
 */
import type { Cart, CartLine, CartRefusal, CartTotals, SoldProduct } from '../cart.ts';
import { addProduct, cancelLine, discountLine, discountSale, EMPTY_CART, noteLine, restoreLine, setQuantity, totalsOf, weighLine } from '../cart.ts';
import { isMandatory } from '../mandatory.ts';
import type { CashReceiptSettings } from '../shop.ts';
import type { CopyKind, SlipSettings } from '../slip/policy.ts';
import { slipRule } from '../slip/policy.ts';
import { unreachable } from '../unreachable.ts';
import { isWon, MAX_RECEIVED_WON } from '../won.ts';

export type Payment = {
  readonly cart: Cart;
  readonly totals: CartTotals;
  readonly receivedWon: number;
  readonly changeWon: number;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
  /** 의무발행: someone must be named on a cash receipt, or nobody (self-issue), within the deadline. */
  readonly mandatory: boolean;
};

/** How the cash receipt stands at the moment the customer leaves; the receipt's own record goes on from there. */
export type ReceiptOutcome =
  | { readonly outcome: 'declined' }
  | { readonly outcome: 'postponed' }
  | { readonly outcome: 'issued' | 'queued' | 'unknown'; readonly cashReceiptId: string };

export type SlipOutcome = { readonly by: 'customer' | 'cashier' | 'rule'; readonly copies: number; readonly copyKind: CopyKind; readonly jobIds: readonly string[] };

type Sale = { readonly saleId: string; readonly saleNumber: number };

export type CheckoutState =
  | (Sale & { readonly stage: 'basket'; readonly cart: Cart })
  /** Put aside with its goods, until it is recalled. `heldAt` ISO 8601, UTC. */
  | (Sale & { readonly stage: 'held'; readonly cart: Cart; readonly heldAt: string })
  | (Sale & { readonly stage: 'receipt-choice'; readonly payment: Payment; readonly failedReceiptId: string | null })
  | (Sale & { readonly stage: 'receipt-issuing'; readonly payment: Payment; readonly cashReceiptId: string })
  | (Sale & { readonly stage: 'slip-question'; readonly payment: Payment; readonly receipt: ReceiptOutcome })
  | (Sale & { readonly stage: 'done'; readonly payment: Payment; readonly receipt: ReceiptOutcome; readonly slip: SlipOutcome })
  | (Sale & { readonly stage: 'abandoned' });

export type CheckoutEvent =
  | { readonly type: 'line-added'; readonly product: SoldProduct; readonly quantity: number; readonly lineId: string; /** For goods sold by weight, and for no others. */ readonly grams?: number }
  | { readonly type: 'quantity-set'; readonly lineId: string; readonly quantity: number }
  | { readonly type: 'line-cancelled'; readonly lineId: string }
  | { readonly type: 'line-restored'; readonly line: CartLine; readonly index: number }
  | { readonly type: 'line-discounted'; readonly lineId: string; readonly discountWon: number }
  | { readonly type: 'sale-discounted'; readonly discountWon: number }
  | { readonly type: 'line-weighed'; readonly lineId: string; readonly grams: number }
  | { readonly type: 'line-noted'; readonly lineId: string; readonly note: string }
  | { readonly type: 'held'; readonly heldAt: string }
  | { readonly type: 'recalled' }
  | { readonly type: 'abandoned' }
  /** `dueWon` is what the cashier saw when she took the money: a total that has moved since refuses the tender. */
  | { readonly type: 'tendered'; readonly dueWon: number; readonly receivedWon: number; readonly paidAt: string; readonly drawerJobId: string }
  | { readonly type: 'receipt-declined' }
  | { readonly type: 'receipt-postponed' }
  | { readonly type: 'receipt-requested'; readonly cashReceiptId: string }
  | { readonly type: 'receipt-settled'; readonly cashReceiptId: string; readonly outcome: 'issued' | 'queued' | 'unknown' | 'failed' }
  | { readonly type: 'slip-answered'; readonly wants: boolean; readonly by: 'customer' | 'cashier' | 'rule'; readonly jobIds: readonly string[] };

export type CheckoutCommand =
  | { readonly kind: 'await-person' }
  | { readonly kind: 'open-drawer'; readonly jobId: string }
  | { readonly kind: 'issue-cash-receipt'; readonly cashReceiptId: string }
  /** The rule answers the slip question: the runner appends `slip-answered` by rule with this many jobs. */
  | { readonly kind: 'answer-slip-by-rule'; readonly copies: number }
  | { readonly kind: 'print-slip'; readonly jobIds: readonly string[] }
  | { readonly kind: 'nothing' };

export type CheckoutRefusal =
  | CartRefusal
  | 'not-in-this-stage'
  | 'cart-empty'
  | 'received-less-than-due'
  | 'amount-not-won'
  | 'due-has-changed'
  | 'self-issue-required'
  | 'another-receipt'
  | 'slip-copies-differ';

export type CheckoutStep =
  | { readonly ok: true; readonly state: CheckoutState; readonly command: CheckoutCommand }
  | { readonly ok: false; readonly state: CheckoutState; readonly refusal: CheckoutRefusal };

/** The settings a step may depend on; the same for the whole sale. */
export type CheckoutRules = { readonly slip: SlipSettings; readonly cashReceipt: CashReceiptSettings };

const AWAIT: CheckoutCommand = { kind: 'await-person' };

/** Baskets put aside at once: more than this are forgotten ones. */
export const MAX_HELD = 20;

export { MAX_RECEIVED_WON } from '../won.ts';

export function startSale(saleId: string, saleNumber: number): CheckoutState & { stage: 'basket' } {
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
      return stepBasket(state, event);
    case 'held':
      return hold(state, event);
    case 'recalled':
      return state.stage === 'held'
        ? accept({ stage: 'basket', saleId: state.saleId, saleNumber: state.saleNumber, cart: state.cart }, AWAIT)
        : refuse(state, 'not-in-this-stage');
    case 'abandoned':
      return state.stage === 'basket'
        ? accept({ stage: 'abandoned', saleId: state.saleId, saleNumber: state.saleNumber }, { kind: 'nothing' })
        : refuse(state, 'not-in-this-stage');
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
    case 'receipt-issuing':
      return { kind: 'issue-cash-receipt', cashReceiptId: state.cashReceiptId };
    case 'slip-question':
      return slipCommand(rules);
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
  type: 'line-added' | 'quantity-set' | 'line-cancelled' | 'line-restored' | 'line-discounted' | 'sale-discounted' | 'line-weighed' | 'line-noted';
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
    default:
      return unreachable(event);
  }
}

/** An empty basket has nothing to come back for. */
function hold(state: CheckoutState, event: CheckoutEvent & { type: 'held' }): CheckoutStep {
  if (state.stage !== 'basket') return refuse(state, 'not-in-this-stage');
  if (state.cart.lines.length === 0) return refuse(state, 'cart-empty');
  return accept({ stage: 'held', saleId: state.saleId, saleNumber: state.saleNumber, cart: state.cart, heldAt: event.heldAt }, { kind: 'nothing' });
}

function tender(state: CheckoutState, event: CheckoutEvent & { type: 'tendered' }, rules: CheckoutRules): CheckoutStep {
  if (state.stage !== 'basket') return refuse(state, 'not-in-this-stage');
  const totals = totalsOf(state.cart);
  const dueWon = totals.breakdown.totalWon;
  if (state.cart.lines.length === 0) return refuse(state, 'cart-empty');
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
  };
  const sale = { saleId: state.saleId, saleNumber: state.saleNumber };
  const drawer: CheckoutCommand = { kind: 'open-drawer', jobId: event.drawerJobId };
  // A cash receipt is for 1 won or more: goods given away entirely have nothing to issue, so nobody is asked.
  if (dueWon === 0) return accept({ ...sale, stage: 'slip-question', payment, receipt: { outcome: 'declined' } }, slipCommand(rules));
  return accept({ ...sale, stage: 'receipt-choice', payment, failedReceiptId: null }, drawer);
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
  return accept({ ...sale, stage: 'slip-question', payment, receipt }, slipCommand(rules));
}

function slipCommand(rules: CheckoutRules): CheckoutCommand {
  const rule = slipRule(rules.slip, 0);
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
  const rule = slipRule(rules.slip, 0);
  const byRule = rule.rule !== 'ask';
  if (byRule !== (event.by === 'rule')) return refuse(state, 'not-in-this-stage');
  const copies = rule.rule === 'none' || (rule.rule === 'ask' && !event.wants) ? 0 : rule.copies;
  if (event.jobIds.length !== copies) return refuse(state, 'slip-copies-differ');
  const { saleId, saleNumber, payment, receipt } = state;
  const copyKind = rule.rule === 'none' ? 'customer' : rule.copyKind;
  const slip: SlipOutcome = { by: event.by, copies, copyKind, jobIds: event.jobIds };
  return accept({ stage: 'done', saleId, saleNumber, payment, receipt, slip }, copies === 0 ? { kind: 'nothing' } : { kind: 'print-slip', jobIds: event.jobIds });
}
