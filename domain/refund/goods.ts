/**
 * What of a sale can still go back, by line and quantity, and what it comes to (rules of the counter, §7).
 *
 * What a line came to, its own discount and its share of the sale's taken off, belongs to its pieces evenly. `n` of `q` pieces of a line
 * of `T` won are worth `T·n/q`, rounded half up; those given back now are worth what `n` more are worth than those given back before. So
 * the pieces of a line come to the line in whatever order and portions they go, and the last one has what rounding left.
 * VAT goes the same way: what is inside all taxable goods given back so far, less what was inside those before. Whatever the order,
 * supply, VAT and tax-free of all refunds come to those of the sale.
 *
 * Weighed goods go back by the weighing: what is weighed once is one piece.
 */
import type { Cart, CartLine } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { LineTaxClass, TaxBreakdown } from '../tax.ts';
import { minusTax, sumTax, taxBreakdown, vatOf } from '../tax.ts';
import { allocateWon, sumWon } from '../won.ts';

export type ChosenLine = { readonly lineId: string; readonly quantity: number };
export type ReturnedLine = ChosenLine & { readonly amountWon: number };
export type ReturnedGoods = { readonly lines: readonly ReturnedLine[]; readonly amounts: TaxBreakdown };

export type LineLeft = {
  readonly line: CartLine;
  /** What the whole line came to, after every discount. */
  readonly soldWon: number;
  readonly leftQuantity: number;
  readonly leftWon: number;
};

export type GoodsLeft = { readonly lines: readonly LineLeft[]; readonly amounts: TaxBreakdown };

export type GoodsRefusal = 'refund.nothing-chosen' | 'refund.line-unknown' | 'refund.more-than-left';
export type GoodsResult = { readonly ok: true; readonly goods: ReturnedGoods } | { readonly ok: false; readonly refusal: GoodsRefusal };

/** `before`: everything of this sale that has gone back, or is on its way back. */
export function goodsLeft(cart: Cart, before: readonly ReturnedGoods[]): GoodsLeft {
  const totals = totalsOf(cart);
  const lines = cart.lines.map((line, index): LineLeft => {
    const soldWon = totals.lineTotalsWon[index] ?? 0;
    const returned = returnedOf(before, line.lineId);
    return { line, soldWon, leftQuantity: line.quantity - returned.quantity, leftWon: soldWon - returned.amountWon };
  });
  return { lines, amounts: minusTax(totals.breakdown, sumTax(before.map((goods) => goods.amounts))) };
}

/** Everything that is left. */
export function chooseAll(left: GoodsLeft): ChosenLine[] {
  return left.lines.filter((each) => each.leftQuantity > 0).map((each) => ({ lineId: each.line.lineId, quantity: each.leftQuantity }));
}

export function isEverything(left: GoodsLeft, goods: ReturnedGoods): boolean {
  return left.lines.every((each) => each.leftQuantity === returnedOf([goods], each.line.lineId).quantity);
}

export function goodsOf(cart: Cart, before: readonly ReturnedGoods[], chosen: readonly ChosenLine[]): GoodsResult {
  const refuse = (refusal: GoodsRefusal): GoodsResult => ({ ok: false, refusal });
  if (chosen.length === 0) return refuse('refund.nothing-chosen');
  if (new Set(chosen.map((each) => each.lineId)).size !== chosen.length) return refuse('refund.line-unknown');
  const left = goodsLeft(cart, before);
  const lines: ReturnedLine[] = [];
  for (const { lineId, quantity } of chosen) {
    const line = left.lines.find((each) => each.line.lineId === lineId);
    if (line === undefined) return refuse('refund.line-unknown');
    if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('refund.nothing-chosen');
    if (quantity > line.leftQuantity) return refuse('refund.more-than-left');
    lines.push({ lineId, quantity, amountWon: piecesWon(line, quantity) });
  }
  return { ok: true, goods: { lines, amounts: amountsOfLines(cart, before, lines) } };
}

function piecesWon({ line, soldWon, leftQuantity }: LineLeft, quantity: number): number {
  const returned = line.quantity - leftQuantity;
  return worthWon(soldWon, returned + quantity, line.quantity) - worthWon(soldWon, returned, line.quantity);
}

/** What `pieces` of a line are worth: the split of its sum into them and the others. */
function worthWon(soldWon: number, pieces: number, ofPieces: number): number {
  return allocateWon(soldWon, [pieces, ofPieces - pieces])[0] ?? 0;
}

function amountsOfLines(cart: Cart, before: readonly ReturnedGoods[], lines: readonly ReturnedLine[]): TaxBreakdown {
  const earlier = before.flatMap((goods) => goods.lines);
  const sumOf = (of: readonly ReturnedLine[], taxClass: LineTaxClass): number =>
    sumWon(of.filter(({ lineId }) => cart.lines.find((line) => line.lineId === lineId)?.taxClass === taxClass).map((line) => line.amountWon));
  const [beforeWon, taxableWon] = [sumOf(earlier, 'taxable'), sumOf(lines, 'taxable')];
  const vatWon = vatOf(beforeWon + taxableWon) - vatOf(beforeWon);
  const others = taxBreakdown({ taxableWon: 0, undividedWon: sumOf(lines, 'undivided'), taxFreeWon: sumOf(lines, 'exempt') });
  return { ...others, supplyWon: others.supplyWon + taxableWon - vatWon, vatWon, totalWon: others.totalWon + taxableWon };
}

function returnedOf(before: readonly ReturnedGoods[], lineId: string): { readonly quantity: number; readonly amountWon: number } {
  const lines = before.flatMap((goods) => goods.lines.filter((line) => line.lineId === lineId));
  return { quantity: lines.reduce((sum, line) => sum + line.quantity, 0), amountWon: sumWon(lines.map((line) => line.amountWon)) };
}
