/**
 * The cancel of a cash receipt that the card terminal issued. It goes the way of the issue (at-terminal.ts): asked for once, under a
 * number fixed in its intent, unknown until the terminal or a person by what she read says otherwise.
 *
 *   waiting ──the original is issued──▶ at-terminal: intended ─▶ asked ─▶ unknown ⇄ inquiring
 *                                                        └──────────┴─────────┴─────────▶ issued-at-terminal | failed
 *
 *   failed ──proof that it was cancelled after all──▶ issued-at-terminal
 *
 * Neither terminal known takes part of a receipt back: the whole of it is cancelled, and what is left is issued again.
 */
import { tradeDateOf } from '../card-payment/approval.ts';
import type { CancelIntent, Trade, TradeEvent, TradeRefusal, TradeRules, TradeState } from '../card-payment/machine.ts';
import { commandFor, stepTrade } from '../card-payment/machine.ts';
import type { FailureCode } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import type { ReceiptCancelState } from './cancel.ts';
import type { CashReceiptRefusal } from './machine.ts';

/** What is asked of the terminal: `original` as it issued it, `tradeDate` YYYYMMDD. */
export type CancelAsked = { readonly tradeNumber: string; readonly totalWon: number; readonly original: { readonly approvalNumber: string; readonly tradeDate: string } };
export type CancelTrade = CancelAsked & { readonly state: TradeState };

/** It moves no money, so her own word is enough, whatever the sum. */
const RULES: TradeRules = { inquiry: 'try', managerFromWon: Number.MAX_SAFE_INTEGER };

export function newCancelAtTerminal(asked: CancelAsked): ReceiptCancelState {
  return { name: 'at-terminal', trade: { ...asked, state: { name: 'intended' } } };
}

/** Null for one the gateway registers, and for one that was never to be asked of a terminal. */
export function cancelTradeOf(state: ReceiptCancelState): CancelTrade | null {
  return 'trade' in state ? (state.trade ?? null) : null;
}

export function stepCancelTrade(trade: CancelTrade, event: TradeEvent): CancelTrade | TradeRefusal {
  const step = stepTrade(asTrade(trade), event, RULES);
  return step.ok ? { ...trade, state: step.trade.state } : step.refusal;
}

/** The cancel after what became of its trade; null: the trade takes no such news. */
export function cancelAfter(state: ReceiptCancelState, event: TradeEvent): ReceiptCancelState | null {
  const trade = cancelTradeOf(state);
  const next = trade === null ? null : stepCancelTrade(trade, event);
  return next === null || typeof next === 'string' ? null : stateOfTrade(next);
}

/** `ask` only of what was never asked. `inquiry`: what the terminal at hand can be asked. */
export function cancelCommand(trade: CancelTrade, inquiry: TradeRules['inquiry']): 'ask' | 'inquire' | 'await-answer' | 'ask-person' | 'nothing' {
  const command = commandFor(asTrade(trade), { ...RULES, inquiry });
  return command === 'authorise' || command === 'cancel' ? 'ask' : command;
}

function asTrade({ state, ...asked }: CancelTrade): Trade<CancelIntent> {
  return { intent: { kind: 'cancel', ...asked, installmentMonths: 0 }, state };
}

function stateOfTrade(trade: CancelTrade): ReceiptCancelState {
  const { state } = trade;
  switch (state.name) {
    case 'intended':
    case 'asked':
    case 'unknown':
    case 'inquiring':
      return { name: 'at-terminal', trade };
    case 'approved':
    case 'surfaced': {
      const { approval } = state;
      return { name: 'issued-at-terminal', approvalNumber: approval.approvalNumber, tradeDate: tradeDateOf(approval), tradeDt: approval.tradedAt, trade };
    }
    case 'declined':
    case 'stopped':
    case 'not-sent':
    case 'not-approved':
      return { name: 'failed', refusal: refusalOf(state), trade };
    default:
      return unreachable(state);
  }
}

function refusalOf(state: TradeState & { name: 'declined' | 'stopped' | 'not-sent' | 'not-approved' }): CashReceiptRefusal {
  const refusal = (failure: FailureCode, message = '') => ({ failure, gatewayCode: null, message });
  switch (state.name) {
    case 'declined':
      return refusal('refund.receipt-terminal-declined', `${state.code} ${state.message}`.trim());
    case 'stopped':
      return refusal('refund.receipt-terminal-stopped');
    case 'not-sent':
      return refusal(NOT_SENT[state.cause], state.detail);
    case 'not-approved':
      return refusal('refund.receipt-terminal-not-done');
    default:
      return unreachable(state);
  }
}

const NOT_SENT = {
  unreachable: 'refund.receipt-terminal-unreachable',
  silent: 'refund.receipt-terminal-unreachable',
  busy: 'refund.receipt-terminal-not-asked',
  closed: 'refund.receipt-terminal-not-asked',
  restart: 'refund.receipt-terminal-not-asked',
  invalid: 'refund.receipt-by-hand',
  'not-supported': 'refund.receipt-by-hand',
} as const satisfies Record<(TradeState & { name: 'not-sent' })['cause'], FailureCode>;

/** Why the terminal is not asked at all: it cannot, or may not, and somebody does it by hand. */
export type NotAsked =
  /** There is no terminal, or none that takes it. */
  | 'no-terminal'
  /** It was issued longer ago than the terminal takes back. */
  | 'too-old'
  /** Part of one is asked of no terminal. */
  | 'in-part'
  /** Whether it was issued at all is not known yet. */
  | 'original-open'
  /** The program was ended between the intent and the question: nobody stands there any more. */
  | 'restart';

const NOT_ASKED = {
  'no-terminal': 'refund.receipt-by-hand',
  'too-old': 'refund.receipt-too-old',
  'in-part': 'refund.receipt-by-hand',
  'original-open': 'refund.receipt-original-open',
  restart: 'refund.receipt-terminal-not-asked',
} as const satisfies Record<NotAsked, FailureCode>;

export function refusalOfNotAsked(why: NotAsked): CashReceiptRefusal {
  return { failure: NOT_ASKED[why], gatewayCode: null, message: '' };
}
