/** A receipt's intent as the card terminal is asked for it. Pure but for the number, which is unsealed here and goes nowhere else. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { CardApproval, TradeOutcome } from '../../domain/card-payment/approval.ts';
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import type { CashReceiptIssue, TerminalCapabilities } from '../../native/terminal/port.ts';
import { maskCustomerNumber } from '../../native/terminal/mask.ts';

/** Without a number the terminal asks the customer for it; for nobody's receipt it knows the number itself. */
export function terminalRequest({ mgtKey, purpose, form, amounts, identifierSealed }: CashReceiptRecord, unseal: (sealed: string) => string): CashReceiptIssue {
  const { totalWon, vatWon, serviceChargeWon, taxFreeWon } = amounts;
  const customerNumber = form === 'at-terminal' || form === 'self-issue' ? undefined : unseal(identifierSealed);
  return { kind: 'cash-receipt-issue', tradeNumber: mgtKey, amounts: { totalWon, vatWon, serviceChargeWon, taxFreeWon }, purpose, customerNumber };
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
      return { ...outcome, message: maskPhones(outcome.message) };
    case 'unknown':
      return { ...outcome, claimed: outcome.claimed === null ? null : keptApproval(outcome.claimed) };
    default:
      return outcome;
  }
}

function keptApproval(approval: CardApproval): CardApproval {
  return { ...approval, maskedNumber: maskCustomerNumber(approval.maskedNumber), message: maskPhones(approval.message), notices: approval.notices.map(maskPhones) };
}

function maskPhones(text: string): string {
  return text.replaceAll(/01\d(?:[ -]?\d){7,8}/g, (run) => maskCustomerNumber(run.replaceAll(/\D/g, '')));
}
