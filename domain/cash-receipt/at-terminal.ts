/**
 * A cash receipt that the card terminal issues. At the terminal it goes the way of a charge, under the same machine (domain/card-payment):
 * asked for once, under a number fixed in its intent; what is unclear is asked about, and where the terminal cannot tell a person settles
 * it by what she read. It moves no money, so her own word is enough, whatever the sum.
 *
 *   created ─▶ at-terminal: intended ─▶ asked ─▶ unknown ⇄ inquiring
 *                               └──────────┴─────────┴──────────────▶ issued-at-terminal | failed
 *
 *   failed ──proof that it was issued after all──▶ issued-at-terminal
 *
 * There is no way back to asking: another try is another receipt, and there is none while this one may stand.
 */
import type { CardApproval } from '../card-payment/approval.ts';
import { tradeDateOf } from '../card-payment/approval.ts';
import type { ChargeIntent, Trade, TradeEvent, TradeRefusal, TradeRules, TradeState } from '../card-payment/machine.ts';
import { approvalOf, commandFor, stepTrade } from '../card-payment/machine.ts';
import type { FailureCode } from '../failure.ts';
import type { TaxBreakdown } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import type { CashReceiptRefusal, CashReceiptState } from './machine.ts';

export type ReceiptTrade = { readonly tradeNumber: string; readonly amounts: TaxBreakdown; readonly state: TradeState };

/** Which way a shop's cash receipts go. */
export type ReceiptWay = 'gateway' | 'terminal';

/** Whether the terminal can be asked at all is for whoever asks it. */
const RULES: TradeRules = { inquiry: 'try', managerFromWon: Number.MAX_SAFE_INTEGER };

export function newReceiptAtTerminal(tradeNumber: string, amounts: TaxBreakdown): CashReceiptState {
  return { name: 'at-terminal', trade: { tradeNumber, amounts, state: { name: 'intended' } } };
}

/** Null for one the gateway registers. */
export function receiptTradeOf(state: CashReceiptState): ReceiptTrade | null {
  return 'trade' in state ? (state.trade ?? null) : null;
}

export function stepReceiptTrade(trade: ReceiptTrade, event: TradeEvent): ReceiptTrade | TradeRefusal {
  const step = stepTrade(asCharge(trade), event, RULES);
  return step.ok ? { ...trade, state: step.trade.state } : step.refusal;
}

/** The receipt after what became of its trade; null: the trade takes no such news. */
export function receiptAfter(state: CashReceiptState, event: TradeEvent): CashReceiptState | null {
  const trade = receiptTradeOf(state);
  const next = trade === null ? null : stepReceiptTrade(trade, event);
  return next === null || typeof next === 'string' ? null : stateOfTrade(next);
}

/** `ask` only of what was never asked. `inquiry`: what the terminal at hand can be asked. */
export function terminalCommand({ state, ...trade }: ReceiptTrade, inquiry: TradeRules['inquiry']): 'ask' | 'inquire' | 'await-answer' | 'ask-person' | 'nothing' {
  const command = commandFor(asCharge({ ...trade, state }), { ...RULES, inquiry });
  return command === 'authorise' || command === 'cancel' ? 'ask' : command;
}

function asCharge({ tradeNumber, amounts, state }: ReceiptTrade): Trade<ChargeIntent> {
  return { intent: { kind: 'charge', tradeNumber, amounts, installmentMonths: 0 }, state };
}

function stateOfTrade(trade: ReceiptTrade): CashReceiptState {
  const { state } = trade;
  switch (state.name) {
    case 'intended':
    case 'asked':
    case 'unknown':
    case 'inquiring':
      return { name: 'at-terminal', trade };
    case 'approved':
    case 'surfaced':
      return { name: 'issued-at-terminal', ...issueOf(state.approval), trade };
    case 'declined':
    case 'stopped':
    case 'not-sent':
    case 'not-approved':
      return { name: 'failed', refusal: refusalOf(state), trade };
    default:
      return unreachable(state);
  }
}

function issueOf(approval: CardApproval) {
  return { approvalNumber: approval.approvalNumber, tradeDate: tradeDateOf(approval), tradeDt: approval.tradedAt };
}

function refusalOf(state: TradeState & { name: 'declined' | 'stopped' | 'not-sent' | 'not-approved' }): CashReceiptRefusal {
  const refusal = (failure: FailureCode, message = '') => ({ failure, gatewayCode: null, message });
  switch (state.name) {
    case 'declined':
      return refusal('cash-receipt.terminal-declined', `${state.code} ${state.message}`.trim());
    case 'stopped':
      return refusal(state.by === 'time' ? 'cash-receipt.terminal-timed-out' : 'cash-receipt.terminal-stopped');
    case 'not-sent':
      return refusal(NOT_SENT[state.cause], state.detail);
    case 'not-approved':
      return refusal('cash-receipt.terminal-not-issued');
    default:
      return unreachable(state);
  }
}

const NOT_SENT = {
  unreachable: 'cash-receipt.terminal-unreachable',
  silent: 'cash-receipt.terminal-unreachable',
  busy: 'cash-receipt.terminal-not-asked',
  closed: 'cash-receipt.terminal-not-asked',
  restart: 'cash-receipt.terminal-not-asked',
  invalid: 'cash-receipt.terminal-cannot',
  'not-supported': 'cash-receipt.terminal-cannot',
} as const satisfies Record<(TradeState & { name: 'not-sent' })['cause'], FailureCode>;

/** What to say of one that is at the terminal, or was issued there; null: nothing is wrong. */
export function troubleAtTerminal({ state }: ReceiptTrade): FailureCode | null {
  if (state.name === 'unknown') return 'cash-receipt.terminal-unknown';
  if (state.name === 'surfaced') return 'cash-receipt.terminal-surfaced';
  return state.name === 'approved' && state.checks.length > 0 ? 'cash-receipt.terminal-check' : null;
}

/** As the terminal gives it, for a number the customer keyed there; empty until it says. */
export function numberAtTerminal(state: CashReceiptState): string {
  const trade = receiptTradeOf(state);
  return trade === null ? '' : (approvalOf(trade.state)?.maskedNumber ?? '');
}
