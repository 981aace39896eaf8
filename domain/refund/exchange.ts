/**
 * Goods against goods: what comes back pays for what is taken, and one difference is left, to pay or to give back (rules of the counter, §7).
 *
 * The slips and cash receipts of the first sale stay as they are for what is not given back. That is right only where the difference goes
 * one way in every kind of tax: a taxable thing for a tax-free one at the same price moves no money, and would leave the tax office with
 * VAT for goods that carry none. Such an exchange is refused, and is a refund and a new sale.
 */
import type { Cart } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { LineTaxClass, TaxBreakdown } from '../tax.ts';
import { isWithin, minusTax, NO_AMOUNTS, shareOfTax } from '../tax.ts';
import { sumWon } from '../won.ts';
import type { ReturnedGoods } from './goods.ts';

export type ExchangeDifference = {
  /** What the goods that came back pay of the new sale. */
  readonly creditWon: number;
  readonly payWon: number;
  /** What they were worth beyond it. */
  readonly give: TaxBreakdown;
};

export type ExchangeResult = { readonly ok: true; readonly difference: ExchangeDifference } | { readonly ok: false; readonly refusal: 'refund.exchange-tax-differs' };

const TAX_CLASSES = ['taxable', 'undivided', 'exempt'] as const satisfies readonly LineTaxClass[];

/** `sold` is the cart the goods came from, `taken` the new one. */
export function exchangeDifference(sold: Cart, goods: ReturnedGoods, taken: Cart): ExchangeResult {
  const totals = totalsOf(taken);
  const differences = TAX_CLASSES.map((taxClass) => {
    const back = sumWon(goods.lines.filter(({ lineId }) => sold.lines.find((line) => line.lineId === lineId)?.taxClass === taxClass).map((line) => line.amountWon));
    return sumWon(totals.lineTotalsWon.filter((_, index) => taken.lines[index]?.taxClass === taxClass)) - back;
  });
  if (differences.some((won) => won > 0) && differences.some((won) => won < 0)) return { ok: false, refusal: 'refund.exchange-tax-differs' };
  const worthWon = goods.amounts.totalWon;
  const takenWon = totals.breakdown.totalWon;
  const creditWon = Math.min(worthWon, takenWon);
  return { ok: true, difference: { creditWon, payWon: takenWon - creditWon, give: giveOf(goods.amounts, totals.breakdown, worthWon - creditWon) } };
}

/** The tax of what goes back: the difference of both, where rounding leaves it one. */
function giveOf(worth: TaxBreakdown, taken: TaxBreakdown, giveWon: number): TaxBreakdown {
  if (giveWon === 0) return NO_AMOUNTS;
  return isWithin(taken, worth) ? minusTax(worth, taken) : shareOfTax(worth, giveWon);
}
