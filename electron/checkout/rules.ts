/** The rules of a sale at this counter: the shop's settings, and of what they allow no more than the terminal can do. */
import { installmentsOffered } from '../../domain/card-payment/installments.ts';
import type { CheckoutRules } from '../../domain/checkout/machine.ts';
import type { TerminalCapabilities } from '../../native/terminal/port.ts';
import type { Settings } from '../settings.ts';
import { signatureRule } from '../signature/settings.ts';

export function checkoutRules({ slip, cashReceipt, card, signature }: Settings, terminal: TerminalCapabilities): CheckoutRules {
  const installments = installmentsOffered(card, terminal.installments.maxMonths);
  return { slip, cashReceipt, tender: { installments, trade: { inquiry: terminal.inquiry, managerFromWon: card.managerFromWon } }, signature: signatureRule(signature) };
}
