/**
 * Discounts as a person gives them, and how far a cashier may go. What is kept in the basket is won (cart.ts): a percentage is a way
 * to say an amount at the moment it is given, and does not follow the basket afterwards.
 */
import type { Cart } from './cart.ts';
import { lineGrossWon, lineNetWon } from './cart.ts';
import { sumWon } from './won.ts';

export type GivenDiscount = { readonly unit: 'won'; readonly amountWon: number } | { readonly unit: 'percent'; readonly percent: number };

/** What the discount comes to on goods of `baseWon`; a percentage is rounded down to the won. */
export function discountWonOf(baseWon: number, given: GivenDiscount): number {
  return given.unit === 'won' ? given.amountWon : percentOf(baseWon, given.percent);
}

/** The most a person with this limit may take off goods of `baseWon`, in won. */
export function mostDiscountWon(baseWon: number, maxPercent: number): number {
  return percentOf(baseWon, maxPercent);
}

/** Whole percents of whole won: the product is exact (10^12 × 100 is far below 2^53). */
function percentOf(baseWon: number, percent: number): number {
  return Math.floor((baseWon * percent) / 100);
}

/** What a discount on this line, or on the whole sale, is taken from. 0 for a line that is not there. */
export function discountBaseWon(cart: Cart, lineId: string | null): number {
  if (lineId === null) return sumWon(cart.lines.map(lineNetWon));
  const line = cart.lines.find((candidate) => candidate.lineId === lineId);
  return line === undefined ? 0 : lineGrossWon(line);
}

/**
 * Whether a step from `before` to `after` takes a discount beyond the limit, or one that is beyond it further: by giving more, or by
 * taking goods away from under a discount that stays. What someone with the right gave before stays as it is.
 */
export function exceedsDiscountLimit(before: Cart, after: Cart, maxPercent: number): boolean {
  const shareOf = (cart: Cart, lineId: string | null): Share => ({ discountWon: discountIn(cart, lineId), baseWon: discountBaseWon(cart, lineId) });
  return [null, ...after.lines.map((line) => line.lineId)].some((which) => {
    const now = shareOf(after, which);
    return now.discountWon > mostDiscountWon(now.baseWon, maxPercent) && isLargerShare(now, shareOf(before, which));
  });
}

type Share = { readonly discountWon: number; readonly baseWon: number };

/** Compared as fractions: amounts may be large, so their products are taken as big integers. */
function isLargerShare(now: Share, before: Share): boolean {
  if (before.baseWon === 0) return now.discountWon > 0;
  return BigInt(now.discountWon) * BigInt(before.baseWon) > BigInt(before.discountWon) * BigInt(now.baseWon);
}

function discountIn(cart: Cart, lineId: string | null): number {
  if (lineId === null) return cart.saleDiscountWon;
  return cart.lines.find((line) => line.lineId === lineId)?.discountWon ?? 0;
}
