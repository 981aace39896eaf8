/**
 * Goods against goods: what comes back pays for what is taken, and one difference is left, to pay or to give back (rules of the counter, §7).
 *
 * The slips and cash receipts of the first sale stay as they are for what is not given back. That is right only where the difference goes
 * one way in every kind of tax: a taxable thing for a tax-free one at the same price moves no money, and would leave the tax office with
 * VAT for goods that carry none. Such an exchange is refused, and is a refund and a new sale.
 */
import type { ReceiptCancelReason } from '../cash-receipt/cancel.ts';
import type { Cart } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { LineTaxClass, TaxBreakdown } from '../tax.ts';
import { isWithin, minusTax, NO_AMOUNTS, shareOfTax } from '../tax.ts';
import { sumWon } from '../won.ts';
import type { ReturnedGoods } from './goods.ts';
import type { RefundIntent } from './refund.ts';

/** What came back for a sale, as the sale carries it from its first moment: who knows the sale knows its difference. */
export type GoodsBack = {
  readonly refundId: string;
  readonly refundNumber: number;
  /** The sale it came from. */
  readonly saleId: string;
  readonly saleNumber: number;
  /** ISO 8601, UTC. */
  readonly soldAt: string;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly amountWon: number }[];
  readonly wonOf: Readonly<Record<LineTaxClass, number>>;
  readonly amounts: TaxBreakdown;
  /** Why the cash receipt is cancelled for what goes back in cash, if anything does. */
  readonly receiptReason: ReceiptCancelReason;
};

/** `credit` and `due` are the goods taken, to the won; `give` is what the goods that came back were worth beyond them. */
export type ExchangeDifference = { readonly credit: TaxBreakdown; readonly due: TaxBreakdown; readonly give: TaxBreakdown };
export type ExchangeResult = { readonly ok: true; readonly difference: ExchangeDifference } | { readonly ok: false; readonly refusal: 'refund.exchange-tax-differs' };

const TAX_CLASSES = ['taxable', 'undivided', 'exempt'] as const satisfies readonly LineTaxClass[];

/** `sold` is the cart the goods came from. */
export function goodsBackOf(sold: Cart, { refundId, refundNumber, saleId, saleNumber, soldAt, goods }: RefundIntent, receiptReason: ReceiptCancelReason): GoodsBack {
  const lines = goods.lines.map(({ lineId, quantity, amountWon }) => ({ name: sold.lines.find((line) => line.lineId === lineId)?.name ?? '', quantity, amountWon }));
  return { refundId, refundNumber, saleId, saleNumber, soldAt, lines, wonOf: wonByClass(sold, goods), amounts: goods.amounts, receiptReason };
}

function wonByClass(sold: Cart, goods: ReturnedGoods): GoodsBack['wonOf'] {
  const wonOf = (taxClass: LineTaxClass): number =>
    sumWon(goods.lines.filter(({ lineId }) => sold.lines.find((line) => line.lineId === lineId)?.taxClass === taxClass).map((line) => line.amountWon));
  return { taxable: wonOf('taxable'), undivided: wonOf('undivided'), exempt: wonOf('exempt') };
}

/** Nothing taken yet is nothing refused: everything that came back would go out again. */
export function exchangeDifference({ wonOf, amounts }: Pick<GoodsBack, 'wonOf' | 'amounts'>, taken: Cart): ExchangeResult {
  const { lineTotalsWon, breakdown } = totalsOf(taken);
  const differences = TAX_CLASSES.map((taxClass) => sumWon(lineTotalsWon.filter((_, index) => taken.lines[index]?.taxClass === taxClass)) - wonOf[taxClass]);
  if (differences.some((won) => won > 0) && differences.some((won) => won < 0)) return { ok: false, refusal: 'refund.exchange-tax-differs' };
  const moreWon = breakdown.totalWon - amounts.totalWon;
  const due = beyond(breakdown, amounts, Math.max(0, moreWon));
  return { ok: true, difference: { credit: minusTax(breakdown, due), due, give: beyond(amounts, breakdown, Math.max(0, -moreWon)) } };
}

/** The tax of the difference: that of both, where rounding leaves it one. */
function beyond(of: TaxBreakdown, less: TaxBreakdown, won: number): TaxBreakdown {
  if (won === 0) return NO_AMOUNTS;
  return isWithin(less, of) ? minusTax(of, less) : shareOfTax(of, won);
}
