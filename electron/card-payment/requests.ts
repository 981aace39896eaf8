/** A trade's intent as the terminal is asked for it, and what the terminal said as the trade hears it. Pure. */
import type { CardApproval, InquiryAnswer, TradeOutcome } from '../../domain/card-payment/approval.ts';
import { keptApproval } from '../../domain/card-payment/approval.ts';
import type { TradeIntent } from '../../domain/card-payment/machine.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Approval, InquiryOutcome, TradeOutcome as TerminalOutcome, TradeRequest } from '../../native/terminal/port.ts';

export function requestOf(intent: TradeIntent): TradeRequest {
  const { tradeNumber, installmentMonths } = intent;
  if (intent.kind === 'cancel') return { kind: 'card-cancel', tradeNumber, totalWon: intent.totalWon, installmentMonths, original: intent.original };
  const { totalWon, vatWon, serviceChargeWon, taxFreeWon } = intent.amounts;
  return { kind: 'card-authorise', tradeNumber, amounts: { totalWon, vatWon, serviceChargeWon, taxFreeWon }, installmentMonths };
}

/** `tradedAt`: the counter's clock in Seoul, YYYYMMDDhhmmss, for a terminal that gives no time. */
export function outcomeOf(said: TerminalOutcome, tradedAt: string): TradeOutcome {
  switch (said.state) {
    case 'approved':
      return { state: 'approved', approval: approvalOf(said.approval, tradedAt), checks: said.checks };
    case 'declined':
      return { state: 'declined', by: said.by, code: said.code, message: said.message };
    case 'cancelled':
      return { state: 'stopped', by: said.by };
    case 'not-sent':
      return { state: 'not-sent', cause: said.cause, detail: said.detail };
    case 'unknown':
      return { state: 'unknown', reason: said.reason, detail: said.detail, claimed: said.claimed === undefined ? null : approvalOf(said.claimed, tradedAt) };
    default:
      return unreachable(said);
  }
}

export function inquiryAnswerOf(said: InquiryOutcome, tradedAt: string): InquiryAnswer {
  switch (said.state) {
    case 'found': {
      const { outcome } = said;
      if (outcome.state === 'declined') return { state: 'found', outcome: { state: 'declined', by: outcome.by, code: outcome.code, message: outcome.message } };
      return { state: 'found', outcome: { state: 'approved', approval: approvalOf(outcome.approval, tradedAt), checks: outcome.checks } };
    }
    case 'no-evidence':
      return { state: 'no-evidence', detail: said.detail, other: said.other ?? null };
    case 'not-sent':
      return { state: 'not-sent', cause: said.cause, detail: said.detail };
    default:
      return unreachable(said);
  }
}

/** Masked again before it can reach the journal: an event is stored as it is given. */
function approvalOf(said: Approval, tradedAt: string): CardApproval {
  return keptApproval({
    approvalNumber: said.approvalNumber,
    tradedAt: /^\d{14}$/.test(said.tradedAt) ? said.tradedAt : tradedAt,
    cancels: said.cancels,
    totalWon: said.totalWon ?? null,
    maskedNumber: said.maskedNumber,
    issuer: said.issuer.name,
    acquirer: said.acquirer.name,
    merchantNumber: said.merchantNumber,
    terminalId: said.terminalId,
    vanNumber: said.vanNumber,
    message: said.message,
    notices: said.notices,
    signedAtTerminal: said.signedAtTerminal ?? null,
  });
}
