/**
 * A refund, from the approved intent to the paper in the customer's hand (rules of the counter, §7).
 *
 *   exchanging ──the new sale is paid──▶ ┐
 *                                        ▼
 *   (begun) ─────────────────▶ giving-back ─▶ receipts ─▶ reissuing ─▶ by-phone ─▶ slips ─▶ aside ─▶ done
 *                                        │
 *                                        └──nothing has moved──▶ called-off          (or everything was put back)
 *
 * A stage is never stored: it is read off the parts, in this order. What goes back goes back one after the other; a part that is unknown,
 * or waits for a telephone call, can be put aside, and the refund stays open until it is known.
 * `stepRefund` is pure and total. The runner appends the event with the intents of the command it leads to, then obeys the command. A
 * command `begin-…` asks for an event with an id of the runner's: trade, drawer's job, cancel, slips; that event and what it entails are
 * one append. After a restart nothing that moves money begins by itself: `recoverRefund` asks a person.
 * An ended refund absorbs everything but proof: a cancel that is proven late opens it again, for money has moved.
 */
import { isOpen, recoverTrade } from '../card-payment/machine.ts';
import { isWon } from '../won.ts';
import { askOrObey, askToBegin, begins, commandAfter, commandOf, isAtTheCounter } from './command.ts';
import type { RefundCommand, RefundEvent, RefundRefusal, RefundRules, RefundStep } from './events.ts';
import { giveCash, stepCard, stepReceipts, traded } from './give.ts';
import type { Refund } from './refund.ts';
import { isMoved, planned } from './refund.ts';
import { isRefundOver, stageOf, tradesOf, uncovered } from './stage.ts';

const NOT_NOW = 'refund.not-in-this-stage';

/** Total: an event that does not fit is refused with a code and changes nothing. */
export function stepRefund(refund: Refund, event: RefundEvent, rules: RefundRules): RefundStep {
  const after = transition(refund, event, rules);
  if (typeof after === 'string') return { ok: false, refund, refusal: after };
  const command = commandAfter(after, event, rules);
  return { ok: true, refund: after, command: begins(command) && !isAtTheCounter(refund, event) ? askToBegin(command) : command };
}

/** What a refund that was just begun asks for first. */
export function firstCommand(refund: Refund, rules: RefundRules): RefundCommand {
  return commandOf(refund, rules);
}

/**
 * After a restart. What was asked of the terminal is not asked again; what was not begun, a person begins. Receipts are driven by their
 * own records, which ask before they send; paper that is not queued has certainly not printed.
 */
export function recoverRefund(refund: Refund, rules: RefundRules): RefundEvent | RefundCommand {
  for (const trade of refund.returns.flatMap(tradesOf)) {
    if (!isOpen(trade.state)) continue;
    const { tradeNumber } = trade.intent;
    const recovered = recoverTrade(trade, rules.tender.trade);
    return typeof recovered === 'string' ? askOrObey(tradeNumber, recovered) : { type: 'traded', tradeNumber, event: recovered };
  }
  const command = commandOf(refund, rules);
  return begins(command) ? askToBegin(command) : command;
}

function transition(refund: Refund, event: RefundEvent, rules: RefundRules): Refund | RefundRefusal {
  switch (event.type) {
    case 'exchanged':
      return exchanged(refund, event);
    case 'traded':
      return traded(refund, event, rules);
    case 'called-off':
      return callOff(refund, event);
    case 'receipts-begun':
    case 'receipt-settled':
    case 'receipt-again':
    case 'receipt-left':
    case 'reissue-begun':
    case 'reissue-settled':
      return stepReceipts(refund, event);
    case 'slips-queued':
      return stageOf(refund) === 'slips' ? { ...refund, slips: [...refund.slips, { jobIds: event.jobIds, covers: uncovered(refund) }] } : NOT_NOW;
    case 'cash-out':
    case 'drawer-again':
    case 'cash-handed':
      return giveCash(refund, event);
    default:
      return stepCard(refund, event, rules);
  }
}

function exchanged(refund: Refund, event: RefundEvent & { type: 'exchanged' }): Refund | RefundRefusal {
  if (stageOf(refund) !== 'exchanging') return NOT_NOW;
  const backWon = event.plan.returns.reduce((sum, ret) => sum + ret.amounts.totalWon, 0);
  const worthWon = refund.intent.goods.amounts.totalWon;
  if (!isWon(event.creditWon) || event.creditWon < 0 || event.creditWon + backWon !== worthWon) return 'refund.credit-not-won';
  return { ...refund, ...planned(event.plan), exchange: { saleId: event.saleId, creditWon: event.creditWon } };
}

/** While nothing of anybody's has moved, or may have. */
function callOff(refund: Refund, event: RefundEvent & { type: 'called-off' }): Refund | RefundRefusal {
  if (isRefundOver(refund) || refund.calledOff !== null) return NOT_NOW;
  if (refund.exchange !== null || refund.returns.some(isMoved) || refund.receipts.some((receipt) => receipt.begun)) return 'refund.money-moved';
  return { ...refund, calledOff: { by: event.by, at: event.at } };
}
