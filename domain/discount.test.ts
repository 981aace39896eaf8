import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, Product } from './cart.ts';
import { addProduct, cancelLine, discountLine, discountSale, EMPTY_CART, setQuantity, totalsOf } from './cart.ts';
import { discountBaseWon, discountWonOf, exceedsDiscountLimit, mostDiscountWon } from './discount.ts';
import { addsUp } from './tax.ts';
import { isWon, MAX_AMOUNT_WON } from './won.ts';

const EGGS: Product = { productId: 'eggs', barcode: '8800000000035', name: '산골 달걀 15구', priceWon: 6_900, taxClass: 'exempt', category: '채소' };
const BREAD: Product = { productId: 'bread', barcode: '8800000000011', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '빵' };

function must(result: { readonly ok: true; readonly cart: Cart } | { readonly ok: false; readonly refusal: string }): Cart {
  if (!result.ok) throw new Error(result.refusal);
  return result.cart;
}

const eggs = (quantity: number) => must(addProduct(EMPTY_CART, EGGS, quantity, 'l1'));
const both = must(addProduct(eggs(10), BREAD, 1, 'l2'));

describe('a discount as it is given', () => {
  test.each([
    [6_900, { unit: 'won', amountWon: 500 }, 500],
    [6_900, { unit: 'percent', percent: 10 }, 690],
    [999, { unit: 'percent', percent: 10 }, 99],
    [1, { unit: 'percent', percent: 99 }, 0],
    [4_200, { unit: 'percent', percent: 100 }, 4_200],
    [MAX_AMOUNT_WON, { unit: 'percent', percent: 33 }, 330_000_000_000],
  ] as const)('of %i won, %o, is %i won', (baseWon, given, expected) => expect(discountWonOf(baseWon, given)).toBe(expected));

  test('is taken from the line before its discount, or from the goods after theirs', () => {
    const cart = must(discountLine(both, 'l1', 9_000));
    expect(discountBaseWon(cart, 'l1')).toBe(69_000);
    expect(discountBaseWon(cart, null)).toBe(64_200);
    expect(discountBaseWon(cart, 'gone')).toBe(0);
  });

  test('in percent is whole won, never above the goods, and the basket adds up with it', () => {
    const goods = fc.array(fc.tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 50 }), fc.boolean(), fc.nat({ max: 100 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(goods, fc.nat({ max: 100 }), (rows, off) => {
        let cart = EMPTY_CART;
        for (const [index, [priceWon, quantity, exempt, percent]] of rows.entries()) {
          const lineId = `l${index}`;
          cart = must(addProduct(cart, { ...BREAD, productId: lineId, priceWon, taxClass: exempt ? 'exempt' : 'taxable' }, quantity, lineId));
          cart = must(discountLine(cart, lineId, discountWonOf(discountBaseWon(cart, lineId), { unit: 'percent', percent })));
        }
        const before = discountBaseWon(cart, null);
        const given = discountWonOf(before, { unit: 'percent', percent: off });
        const totals = totalsOf(must(discountSale(cart, given)));
        expect(isWon(given)).toBe(true);
        expect(addsUp(totals.breakdown)).toBe(true);
        expect(totals.breakdown.totalWon).toBe(before - given);
        expect(totals.lineTotalsWon.reduce((sum, part) => sum + part, 0)).toBe(before - given);
      }),
    );
  });
});

describe('a cashier’s limit', () => {
  test('is the percentage of what the discount is taken from, to the won', () => {
    expect(mostDiscountWon(6_900, 10)).toBe(690);
    expect(exceedsDiscountLimit(eggs(1), must(discountLine(eggs(1), 'l1', 690)), 10)).toBe(false);
    expect(exceedsDiscountLimit(eggs(1), must(discountLine(eggs(1), 'l1', 691)), 10)).toBe(true);
    expect(exceedsDiscountLimit(both, must(discountSale(both, 7_320)), 10)).toBe(false);
    expect(exceedsDiscountLimit(both, must(discountSale(both, 7_321)), 10)).toBe(true);
  });

  test('is not passed by taking goods away from under a discount', () => {
    const line = must(discountLine(eggs(10), 'l1', 6_900));
    expect(exceedsDiscountLimit(line, must(setQuantity(line, 'l1', 9)), 10)).toBe(true);
    expect(exceedsDiscountLimit(line, must(setQuantity(line, 'l1', 11)), 10)).toBe(false);
    const sale = must(discountSale(both, 7_000));
    expect(exceedsDiscountLimit(sale, must(cancelLine(sale, 'l1')), 10)).toBe(true);
  });

  test('leaves alone what someone with the right gave, and lets it become less', () => {
    const given = must(discountLine(both, 'l1', 34_500));
    expect(exceedsDiscountLimit(given, must(setQuantity(given, 'l2', 3)), 10)).toBe(false);
    expect(exceedsDiscountLimit(given, must(discountLine(given, 'l1', 20_000)), 10)).toBe(false);
    expect(exceedsDiscountLimit(given, must(discountLine(given, 'l1', 34_501)), 10)).toBe(true);
  });
});
