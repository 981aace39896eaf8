/**
 * What the gateway said, read as events of the receipt's machine; and how a receipt's state is told to the sale and to the cashier.
 * Pure: the same words always mean the same, and the table beside this file holds every case.
 */
import { troubleAtTerminal } from '../../domain/cash-receipt/at-terminal.ts';
import type { CashReceiptEvent, CashReceiptRefusal, CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { GatewayFailure, GatewayReceipt, GatewayRefusal, InquiryOutcome, IssueOutcome } from './gateway.ts';

/** How the receipt stands when the customer need not wait any longer. */
export type Settled = 'issued' | 'queued' | 'unknown' | 'failed';

export function settledOf(state: CashReceiptState): Settled {
  switch (state.name) {
    case 'queued':
      return 'queued';
    case 'requested':
    case 'unknown':
    case 'at-terminal':
      return 'unknown';
    case 'failed':
    case 'rejected':
    case 'cancelled':
      return 'failed';
    case 'issued':
    case 'issued-at-terminal':
    case 'confirmed':
    case 'partly-cancelled':
      return 'issued';
    default:
      return unreachable(state);
  }
}

/** `state` is the one the request was sent in: how many attempts there were decides what a refusal proves. */
export function eventOfIssue(outcome: IssueOutcome, state: CashReceiptState): CashReceiptEvent {
  switch (outcome.kind) {
    case 'issued':
      return { type: 'issued', approvalNumber: outcome.approvalNumber, tradeDate: outcome.tradeDate, tradeDt: outcome.tradeDt };
    case 'unreachable':
      return { type: 'unreachable', why: outcome.why.code };
    case 'unclear':
      return { type: 'unclear', why: outcome.why.code, refusal: null };
    case 'refused':
      return eventOfRefusal(outcome, state);
    default:
      return unreachable(outcome);
  }
}

/**
 * A refusal is final only when no receipt with this key can exist: not after an earlier attempt whose answer was lost.
 * An outage and a fault of the shop's own registration are no refusal of this receipt: it waits, and is sent when they are mended.
 */
function eventOfRefusal(outcome: GatewayRefusal, state: CashReceiptState): CashReceiptEvent {
  const attempts = state.name === 'requested' ? state.attempts : 1;
  const mayExist = outcome.mayExist || attempts > 1;
  const waits = outcome.failure === 'system' || outcome.failure === 'merchant-data' ? outcome.failure : null;
  if (mayExist) return { type: 'unclear', why: 'refused', refusal: waits === null ? refusalOf(outcome) : null };
  return waits === null ? { type: 'refused', refusal: refusalOf(outcome) } : { type: 'put-off', cause: waits, message: outcome.message };
}

function refusalOf(outcome: GatewayRefusal): CashReceiptRefusal {
  return { failure: codeOfGateway(outcome.failure), gatewayCode: outcome.gatewayCode, message: outcome.message };
}

function codeOfGateway(failure: GatewayFailure): FailureCode {
  switch (failure) {
    case 'system':
      return 'cash-receipt.system';
    case 'merchant-data':
      return 'cash-receipt.merchant-data';
    case 'customer-data':
      return 'cash-receipt.customer-data';
    case 'amount':
      return 'cash-receipt.amount';
    case 'duplicate':
      return 'cash-receipt.duplicate';
    case 'past-deadline':
      return 'cash-receipt.past-deadline';
    case 'rejected':
      return 'cash-receipt.gateway-refused';
    default:
      return unreachable(failure);
  }
}

/** Null: the gateway said nothing that can be relied on, and the receipt stays as it is. */
export function eventOfInquiry(outcome: InquiryOutcome): CashReceiptEvent | null {
  switch (outcome.kind) {
    case 'absent':
      return { type: 'absent' };
    case 'found':
      return eventOfFound(outcome.receipt);
    case 'unreachable':
    case 'refused':
      return null;
    default:
      return unreachable(outcome);
  }
}

/** A draft, or a document without an approval number, is not an issue: it stays unknown until someone has looked. */
function eventOfFound(receipt: GatewayReceipt): CashReceiptEvent | null {
  if (receipt.approvalNumber === null || receipt.state === 'other') return null;
  return { type: 'found', approvalNumber: receipt.approvalNumber, tradeDate: receipt.tradeDate, tradeDt: receipt.tradeDt };
}

/** Null while the tax office has not judged: `undefined` is a receipt the gateway's answer does not mention. */
export function eventOfNts(receipt: GatewayReceipt | undefined): (CashReceiptEvent & { type: 'nts-confirmed' | 'nts-rejected' }) | null {
  if (receipt?.state === 'confirmed') return { type: 'nts-confirmed' };
  if (receipt?.state === 'rejected') return { type: 'nts-rejected', ntsCode: receipt.ntsResult?.code ?? '', ntsMessage: receipt.ntsResult?.message ?? '' };
  return null;
}

/** The catalogue's code for a state a cashier should hear about; null when there is nothing to say. */
export function failureOfState(state: CashReceiptState): FailureCode | null {
  switch (state.name) {
    case 'queued':
      return failureOfWaiting(state.why);
    case 'unknown':
      return 'cash-receipt.unknown';
    case 'rejected':
      return 'cash-receipt.nts-rejected';
    case 'failed':
      return state.refusal.failure;
    case 'at-terminal':
    case 'issued-at-terminal':
      return troubleAtTerminal(state.trade);
    case 'requested':
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
    case 'cancelled':
      return null;
    default:
      return unreachable(state);
  }
}

function failureOfWaiting(why: (CashReceiptState & { name: 'queued' })['why']): FailureCode | null {
  switch (why) {
    case 'new':
      return null;
    case 'unreachable':
      return 'cash-receipt.network';
    case 'absent':
    case 'system':
      return 'cash-receipt.system';
    case 'merchant-data':
      return 'cash-receipt.merchant-data';
    default:
      return unreachable(why);
  }
}

/** Small print for the journal's failure row. Never a personal number: the gateway's messages come with theirs masked. */
export function detailOf(state: CashReceiptState): string {
  switch (state.name) {
    case 'failed':
      return `${state.refusal.gatewayCode ?? 'own'} ${state.refusal.message}`;
    case 'unknown':
      return state.why;
    case 'rejected':
      return `${state.ntsCode} ${state.ntsMessage}`;
    case 'queued':
      return state.why;
    case 'at-terminal':
    case 'issued-at-terminal':
      return 'detail' in state.trade.state ? state.trade.state.detail : state.trade.state.name;
    case 'requested':
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
    case 'cancelled':
      return state.name;
    default:
      return unreachable(state);
  }
}
