/** Discounts and what would stretch one, held against what the person signed in may give. */
import type { CheckoutEvent, CheckoutState } from '../../domain/checkout/machine.ts';
import { stepCheckout } from '../../domain/checkout/machine.ts';
import type { GivenDiscount } from '../../domain/discount.ts';
import { discountBaseWon, discountWonOf, exceedsDiscountLimit } from '../../domain/discount.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { dispatch, onThisSale } from './run-checkout.ts';

/** In percent of what a discount is taken from. Managers and owners may give everything away, and it is in their name. */
export function discountMaxPercent({ memory, settings }: Counter): number {
  return memory.signedIn?.role === 'manager' || memory.signedIn?.role === 'owner' ? 100 : settings.discount.cashierMaxPercent;
}

/** Like `dispatch`, but refused when the step would take a discount beyond the limit. */
export async function changeWithinLimit(run: CheckoutRun, sale: CheckoutState, event: CheckoutEvent): Promise<Result<null>> {
  const step = stepCheckout(sale, event, run.rules);
  const beyond = step.ok && sale.stage === 'basket' && step.state.stage === 'basket' && exceedsDiscountLimit(sale.cart, step.state.cart, discountMaxPercent(run.counter));
  return beyond ? refuse('sale.discount-over-limit') : dispatch(run, sale, event);
}

/** What stands already is not given again: a second press of Enter must not be what can be taken back. */
export function discountLine(run: CheckoutRun, saleId: string, lineId: string, given: GivenDiscount): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    const line = sale.stage === 'basket' ? sale.cart.lines.find((candidate) => candidate.lineId === lineId) : undefined;
    if (sale.stage !== 'basket') return refuse('sale.not-in-this-stage');
    if (line === undefined) return refuse('sale.line-unknown');
    const discountWon = discountWonOf(discountBaseWon(sale.cart, lineId), given);
    if (discountWon === line.discountWon) return DONE;
    const result = await changeWithinLimit(run, sale, { type: 'line-discounted', lineId, discountWon });
    const { memory } = run.counter;
    if (result.ok) {
      memory.lastLineId = lineId;
      memory.undo = { what: 'line-discounted', name: line.name, event: { type: 'line-discounted', lineId, discountWon: line.discountWon } };
    }
    return result;
  });
}

export function discountSale(run: CheckoutRun, saleId: string, given: GivenDiscount): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    if (sale.stage !== 'basket') return refuse('sale.not-in-this-stage');
    if (sale.cart.lines.length === 0) return refuse('sale.cart-empty');
    const discountWon = discountWonOf(discountBaseWon(sale.cart, null), given);
    if (discountWon === sale.cart.saleDiscountWon) return DONE;
    const result = await changeWithinLimit(run, sale, { type: 'sale-discounted', discountWon });
    if (result.ok) run.counter.memory.undo = { what: 'sale-discounted', name: '', event: { type: 'sale-discounted', discountWon: sale.cart.saleDiscountWon } };
    return result;
  });
}
