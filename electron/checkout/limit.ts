/**
 * Changes to the basket that not everybody may make alone (rules of the counter, §8): a discount beyond the limit, another price, goods
 * taken out of a basket that had been put aside. Each needs the right to it or an approval, and a reason; who has neither asks.
 */
import type { CheckoutEvent, CheckoutState } from '../../domain/checkout/machine.ts';
import { stepCheckout } from '../../domain/checkout/machine.ts';
import { takenFromKeptWon } from '../../domain/checkout/kept.ts';
import type { GivenDiscount } from '../../domain/discount.ts';
import { discountBaseWon, discountWonOf, exceedsDiscountLimit } from '../../domain/discount.ts';
import type { ReasonedAct } from '../../domain/people/reasons.ts';
import { isReason } from '../../domain/people/reasons.ts';
import { mayDo } from '../../domain/people/rights.ts';
import type { Counter } from '../counter.ts';
import type { Permission } from '../people/approvals.ts';
import { NOT_ASKED } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { CheckoutRun } from './run-checkout.ts';
import { dispatch, onThisSale } from './run-checkout.ts';

/** How far anybody may go without the right to more, in percent of what a discount is taken from. */
export function discountMaxPercent({ settings }: Counter): number {
  return settings.discount.cashierMaxPercent;
}

type SpecialChange = { readonly act: ReasonedAct; readonly amountWon: number };

/** Like `dispatch`; what needs a right is done with it or with an approval, in one append with the row that says whose it was. */
export async function changeBasket(run: CheckoutRun, sale: CheckoutState, event: CheckoutEvent, given: Permission = NOT_ASKED): Promise<Result<null>> {
  const step = stepCheckout(sale, event, run.rules);
  if (!step.ok || sale.stage !== 'basket') return dispatch(run, sale, event);
  const beyond = step.state.stage === 'basket' && exceedsDiscountLimit(sale.cart, step.state.cart, discountMaxPercent(run.counter));
  const isDiscount = event.type === 'line-discounted' || event.type === 'sale-discounted';
  // Goods taken from under a discount that stays: who may not give it gives less first.
  if (beyond && !isDiscount && !mayGiveMore(run.counter)) return refuse('sale.discount-over-limit');
  const special = specialChange(sale, event, step.state, beyond);
  if (special === null) return dispatch(run, sale, event);
  if (given.reason === null || !isReason(special.act, given.reason)) return refuse('people.reason-needed', `${special.act} ${special.amountWon}`);
  const allowed = await run.approvals.check({ ...special, saleId: sale.saleId, reason: given.reason }, given.approvalId);
  return allowed.ok ? dispatch(run, sale, event, { before: allowed.value.rows }) : allowed;
}

function specialChange(sale: CheckoutState & { stage: 'basket' }, event: CheckoutEvent, after: CheckoutState, beyond: boolean): SpecialChange | null {
  if (event.type === 'line-repriced') return { act: 'price-change', amountWon: event.unitPriceWon };
  if (beyond && (event.type === 'line-discounted' || event.type === 'sale-discounted')) return { act: 'discount-over-limit', amountWon: event.discountWon };
  const takenWon = takenFromKeptWon(sale.kept, sale.cart, after.stage === 'basket' ? after.cart : null);
  return takenWon === null || event.type === 'held' ? null : { act: 'line-cancel-after-hold', amountWon: takenWon };
}

function mayGiveMore({ memory }: Counter): boolean {
  return memory.signedIn !== null && mayDo(memory.rules.rights, memory.signedIn, 'discount-over-limit');
}

/** What stands already is not given again: a second press of Enter must not be what can be taken back. */
export function discountLine(run: CheckoutRun, saleId: string, wanted: { readonly lineId: string; readonly discount: GivenDiscount }, given: Permission): Promise<Result<null>> {
  const { lineId, discount } = wanted;
  return onThisSale(run, saleId, async (sale) => {
    const line = sale.stage === 'basket' ? sale.cart.lines.find((candidate) => candidate.lineId === lineId) : undefined;
    if (sale.stage !== 'basket') return refuse('sale.not-in-this-stage');
    if (line === undefined) return refuse('sale.line-unknown');
    const discountWon = discountWonOf(discountBaseWon(sale.cart, lineId), discount);
    if (discountWon === line.discountWon) return DONE;
    const result = await changeBasket(run, sale, { type: 'line-discounted', lineId, discountWon }, given);
    const { memory } = run.counter;
    if (result.ok) {
      memory.lastLineId = lineId;
      memory.undo = { what: 'line-discounted', name: line.name, event: { type: 'line-discounted', lineId, discountWon: line.discountWon } };
    }
    return result;
  });
}

export function discountSale(run: CheckoutRun, saleId: string, discount: GivenDiscount, given: Permission): Promise<Result<null>> {
  return onThisSale(run, saleId, async (sale) => {
    if (sale.stage !== 'basket') return refuse('sale.not-in-this-stage');
    if (sale.cart.lines.length === 0) return refuse('sale.cart-empty');
    const discountWon = discountWonOf(discountBaseWon(sale.cart, null), discount);
    if (discountWon === sale.cart.saleDiscountWon) return DONE;
    const result = await changeBasket(run, sale, { type: 'sale-discounted', discountWon }, given);
    if (result.ok) run.counter.memory.undo = { what: 'sale-discounted', name: '', event: { type: 'sale-discounted', discountWon: sale.cart.saleDiscountWon } };
    return result;
  });
}

export function repriceLine(run: CheckoutRun, saleId: string, wanted: { readonly lineId: string; readonly unitPriceWon: number }, given: Permission): Promise<Result<null>> {
  const { lineId, unitPriceWon } = wanted;
  return onThisSale(run, saleId, async (sale) => {
    if (sale.stage !== 'basket') return refuse('sale.not-in-this-stage');
    const line = sale.cart.lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return refuse('sale.line-unknown');
    if (line.unitPriceWon === unitPriceWon) return DONE;
    const result = await changeBasket(run, sale, { type: 'line-repriced', lineId, unitPriceWon }, given);
    const { memory } = run.counter;
    if (result.ok) {
      memory.lastLineId = lineId;
      memory.undo = { what: 'line-repriced', name: line.name, event: { type: 'line-repriced', lineId, unitPriceWon: line.unitPriceWon } };
    }
    return result;
  });
}
