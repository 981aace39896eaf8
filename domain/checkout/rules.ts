/** The rules a sale goes by where nothing else is set: the defaults of the rules of the counter. */
import { DEFAULT_INSTALLMENTS } from '../card-payment/installments.ts';
import { MANDATORY_FROM_WON } from '../shop.ts';
import { DEFAULT_SIGNATURE } from '../signature/rule.ts';
import type { CheckoutRules } from './state.ts';

export const DEFAULT_CHECKOUT_RULES: CheckoutRules = {
  slip: { copies: 1, use: 'customer' },
  cashReceipt: { mandatorySector: false, mandatoryFromWon: MANDATORY_FROM_WON, acceptResidentNumber: false },
  tender: { installments: DEFAULT_INSTALLMENTS, trade: { inquiry: 'none', managerFromWon: 100_000 } },
  signature: DEFAULT_SIGNATURE,
};
