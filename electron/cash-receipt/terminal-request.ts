/** A receipt's intent, or its cancel's, as the card terminal is asked for it. Pure but for the number, which is unsealed here and goes nowhere else. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { CardApproval, TradeOutcome } from '../../domain/card-payment/approval.ts';
import { maskCustomerNumber, maskPhonesWithin } from '../../domain/card-payment/card-number.ts';
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import type { ReceiptCancelReason } from '../../domain/cash-receipt/cancel.ts';
import type { CancelAsked } from '../../domain/cash-receipt/cancel-at-terminal.ts';
import type { CashReceiptCancel, CashReceiptCancelReason, CashReceiptIssue, TerminalCapabilities } from '../../native/terminal/port.ts';

/** Without a number the terminal asks the customer for it; for nobody's receipt it knows the number itself. */
export function terminalRequest({ mgtKey, purpose, form, amounts, identifierSealed }: CashReceiptRecord, unseal: (sealed: string) => string): CashReceiptIssue {
  const { totalWon, vatWon, serviceChargeWon, taxFreeWon } = amounts;
  const customerNumber = form === 'at-terminal' || form === 'self-issue' ? undefined : unseal(identifierSealed);
  return { kind: 'cash-receipt-issue', tradeNumber: mgtKey, amounts: { totalWon, vatWon, serviceChargeWon, taxFreeWon }, purpose, customerNumber };
}

const REASONS = { 'transaction-cancelled': 'trade-cancelled', 'issued-in-error': 'issued-by-mistake', other: 'other' } as const satisfies Record<ReceiptCancelReason, CashReceiptCancelReason>;

type CancelOf = { readonly original: CashReceiptRecord; readonly reason: ReceiptCancelReason; readonly capabilities: TerminalCapabilities };

/** Purpose and number as they were issued; the number only where the terminal takes one. */
export function cancelAtTerminal({ tradeNumber, totalWon, original: named }: CancelAsked, { original, reason, capabilities }: CancelOf, unseal: (sealed: string) => string): CashReceiptCancel {
  const { purpose, form, identifierSealed } = original;
  const customerNumber = form === 'at-terminal' || form === 'self-issue' || !takesNumber(capabilities) ? undefined : unseal(identifierSealed);
  return { kind: 'cash-receipt-cancel', tradeNumber, totalWon, purpose, original: named, reason: REASONS[reason], customerNumber };
}

/** Whether the terminal takes a number from the counter. Where it does not, the customer keys it there. */
export function takesNumber({ cashReceipt }: TerminalCapabilities): boolean {
  return cashReceipt.customerNumber === 'counter-or-terminal';
}

/** A phone number in the words of a terminal, or in a field it did not mask, is masked before it can reach the journal. */
export function keptEvent<Event extends TradeEvent>(event: Event): Event {
  if (event.type === 'answered') return { ...event, outcome: keptOutcome(event.outcome) };
  if (event.type === 'inquiry-answered' && event.answer.state === 'found') return { ...event, answer: { ...event.answer, outcome: keptOutcome(event.answer.outcome) } };
  return event;
}

export function keptOutcome<Outcome extends TradeOutcome>(outcome: Outcome): Outcome {
  switch (outcome.state) {
    case 'approved':
      return { ...outcome, approval: keptApproval(outcome.approval) };
    case 'declined':
      return { ...outcome, message: maskPhonesWithin(outcome.message) };
    case 'unknown':
      return { ...outcome, claimed: outcome.claimed === null ? null : keptApproval(outcome.claimed) };
    default:
      return outcome;
  }
}

function keptApproval(approval: CardApproval): CardApproval {
  return { ...approval, maskedNumber: maskCustomerNumber(approval.maskedNumber), message: maskPhonesWithin(approval.message), notices: approval.notices.map(maskPhonesWithin) };
}
