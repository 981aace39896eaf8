/** A cash receipt for the windows. Decides nothing. */
import type { ReceiptAtTerminal } from '../../contract/receipts.ts';
import type { CashReceiptView } from '../../contract/views.ts';
import type { CashReceiptBrief } from '../../db/journal.ts';
import type { TradeState } from '../../domain/card-payment/machine.ts';
import { MAX_INQUIRIES } from '../../domain/card-payment/machine.ts';
import { numberAtTerminal, receiptTradeOf } from '../../domain/cash-receipt/at-terminal.ts';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import type { Trades } from '../card-payment/trades.ts';
import { failureOfState } from './outcomes.ts';

/** The card terminal as it stands; null where nobody needs to know. */
export type TerminalNow = Pick<Trades, 'capabilities' | 'live'> | null;

export function receiptView(receipt: CashReceiptBrief, terminal: TerminalNow): CashReceiptView {
  const { state } = receipt;
  return {
    cashReceiptId: receipt.cashReceiptId,
    state: stateName(state),
    purpose: receipt.purpose,
    form: receipt.form,
    identifierMasked: receipt.identifierMasked || numberAtTerminal(state),
    totalWon: receipt.amounts.totalWon,
    approvalNumber: 'approvalNumber' in state ? state.approvalNumber : null,
    createdAt: receipt.createdAt,
    deadlineAt: receipt.deadlineAt,
    failure: failureView(state),
    terminal: terminalView(state, terminal),
  };
}

/** The words of a state are the same, whoever issues it. */
function stateName(state: CashReceiptState): CashReceiptView['state'] {
  if (state.name === 'issued-at-terminal') return 'issued';
  if (state.name !== 'at-terminal') return state.name;
  return state.trade.state.name === 'unknown' || state.trade.state.name === 'inquiring' ? 'unknown' : 'requested';
}

function failureView(state: CashReceiptState): CashReceiptView['failure'] {
  const code = failureOfState(state);
  if (code === null) return null;
  const refusal = state.name === 'failed' ? state.refusal : null;
  return { code, gatewayCode: refusal?.gatewayCode ?? null, message: refusal?.message ?? '' };
}

function terminalView(state: CashReceiptState, terminal: TerminalNow): CashReceiptView['terminal'] {
  const trade = receiptTradeOf(state);
  return trade === null ? null : tradeAtTerminalView(trade, terminal);
}

/** The issue of a receipt, or its cancel, as it stands at the terminal. */
export function tradeAtTerminalView(trade: { readonly tradeNumber: string; readonly state: TradeState }, terminal: TerminalNow): ReceiptAtTerminal {
  const { tradeNumber } = trade;
  const now = terminal?.live() ?? null;
  const live = now?.tradeNumber === tradeNumber ? now : null;
  const behind = now !== null && live === null && trade.state.name === 'intended' ? now : null;
  return { tradeNumber, live, behind, unknown: unknownView(trade.state, terminal) };
}

function unknownView(state: TradeState, terminal: TerminalNow): ReceiptAtTerminal['unknown'] {
  if (state.name !== 'unknown') return null;
  const { reason, detail, inquiries, lastInquiry, claimed } = state;
  return {
    reason,
    detail,
    inquiries,
    canInquire: terminal?.capabilities.inquiry === 'try' && inquiries < MAX_INQUIRIES,
    lastInquiry,
    claimed: claimed === null ? null : { approvalNumber: claimed.approvalNumber, maskedNumber: claimed.maskedNumber },
  };
}
