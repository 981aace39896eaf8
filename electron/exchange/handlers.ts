/** Calls about exchanges. A sale carries them and a refund stands behind them: nothing is kept here. */
import type { CallName } from '../../contract/calls.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Approvals } from '../people/approvals.ts';
import type { Refunds } from '../refund/refunds.ts';
import type { HandlersOf } from '../router.ts';

export type ExchangeUseCases = { readonly checkout: Checkout; readonly approvals: Approvals; readonly refunds: Refunds };

export function exchangeHandlers({ checkout, approvals, refunds }: ExchangeUseCases): HandlersOf<Extract<CallName, `exchange.${string}`>> {
  return {
    'exchange.begin': ({ saleId, lines, approvalId, ...wanted }) => checkout.beginExchange({ saleId, wanted: { ...wanted, chosen: lines ?? 'everything' }, authorise: (content) => approvals.check(content, approvalId) }),
    'exchange.settle': ({ saleId, giveWon }) => checkout.settleExchange(saleId, giveWon),
    'exchange.show': async ({ refundId }) => {
      const shown = await checkout.showExchange(refundId);
      return shown.ok ? refunds.leave() : shown;
    },
  };
}
