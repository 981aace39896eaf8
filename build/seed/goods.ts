/** What is sold: the practice shelf, a few things very often and most of them rarely, at prices that go up a little every year. */
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import type { SoldProduct } from '../../domain/cart.ts';
import { PRACTICE_PRODUCTS } from '../../electron/practice/products.ts';
import { type Random, weighted } from './random.ts';

export type Taken = { readonly product: SoldProduct; readonly quantity: number; readonly grams: number | undefined };

/** What the prices of a year are to those of the first, in hundredths. */
const DEARER_A_YEAR = 3;

function priceIn(product: CatalogueProduct, year: number, random: Random): number {
  // Typed at the counter: fruit by the piece, a card topped up.
  if (product.priceWon === 0) return random.between(10, 200) * 100;
  const step = product.priceWon >= 1_000 ? 100 : 10;
  return Math.max(step, Math.round((product.priceWon * (100 + year * DEARER_A_YEAR)) / 100 / step) * step);
}

/** `year`: years since the first day. */
export function shelf(): (random: Random, year: number) => Taken {
  // The n-th is sold half as often as the first by the time n is a dozen or so.
  const draw = weighted(PRACTICE_PRODUCTS.map((_, index) => 1_000 / (index + 12)));
  return (random, year) => {
    const product = PRACTICE_PRODUCTS[draw(random)];
    if (product === undefined) throw new RangeError('the shelf is empty');
    const { productId, barcode, name, taxClass, category, byWeight } = product;
    const sold: SoldProduct = { productId, barcode, name, taxClass, category, priceWon: priceIn(product, year, random), ...(byWeight === true ? { byWeight } : {}) };
    const quantity = byWeight === true || random.chance(0.8) ? 1 : random.between(2, 5);
    return { product: sold, quantity, grams: byWeight === true ? random.between(150, 2_500) : undefined };
  };
}
