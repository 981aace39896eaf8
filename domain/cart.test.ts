import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, CartResult, Product } from './cart.ts';
import {
  addProduct,
  cancelLine,
  discountLine,
  discountSale,
  EMPTY_CART,
  lineNetWon,
  MAX_NOTE_LENGTH,
  MAX_LINES,
  MAX_QUANTITY,
  noteLine,
  restoreLine,
  setQuantity,
  totalsOf,
} from './cart.ts';
import { addsUp } from './tax.ts';
import { isWon, MAX_AMOUNT_WON } from './won.ts';

const BREAD: Product = { productId: 'bread', barcode: '8800000000011', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '빵' };
const MILK: Product = { productId: 'milk', barcode: '8800000000028', name: '들꽃 우유 900mL', priceWon: 2_950, taxClass: 'taxable', category: '음료' };
const EGGS: Product = { productId: 'eggs', barcode: '8800000000035', name: '산골 달걀 15구', priceWon: 6_900, taxClass: 'exempt', category: '채소' };
const BEANS: Product = { productId: 'beans', barcode: '8800000000042', name: '햇살 아메리카노 원두 500g', priceWon: 18_000, taxClass: 'taxable', category: '음료' };
const PRODUCTS = [BREAD, MILK, EGGS, BEANS];

function must(result: CartResult): Cart {
  if (!result.ok) throw new Error(result.refusal);
  return result.cart;
}

function cartOf(...parts: readonly (readonly [Product, number])[]): Cart {
  return parts.reduce((cart, [product, quantity], index) => must(addProduct(cart, product, quantity, `l${index}`)), EMPTY_CART);
}

function expectSound(cart: Cart): void {
  const totals = totalsOf(cart);
  const { breakdown, lineTotalsWon } = totals;
  expect(addsUp(breakdown)).toBe(true);
  expect(lineTotalsWon.reduce((sum, part) => sum + part, 0)).toBe(breakdown.totalWon);
  const gross = cart.lines.reduce((sum, line) => sum + line.unitPriceWon * line.quantity, 0);
  expect(gross - totals.discountWon).toBe(breakdown.totalWon);
  const { undivided: _undivided, ...amounts } = breakdown;
  for (const amount of [...lineTotalsWon, ...Object.values(amounts), totals.discountWon]) {
    expect(isWon(amount) && amount >= 0).toBe(true);
  }
  expect(new Set(cart.lines.map((line) => line.lineId)).size).toBe(cart.lines.length);
}

describe('the basket of the drawn screen', () => {
  test('comes to 52,500 won with 4,191 won of VAT', () => {
    const cart = must(discountLine(cartOf([BREAD, 1], [MILK, 2], [EGGS, 1], [BEANS, 2]), 'l2', 500));
    expect(totalsOf(cart)).toEqual({
      breakdown: { supplyWon: 41_909, vatWon: 4_191, taxFreeWon: 6_400, serviceChargeWon: 0, totalWon: 52_500 },
      discountWon: 500,
      quantity: 6,
      lineTotalsWon: [4_200, 5_900, 6_400, 36_000],
    });
  });
});

describe('a basket', () => {
  test('counts the same product at the same price on one line', () => {
    const cart = cartOf([BREAD, 1], [MILK, 1], [BREAD, 2]);
    expect(cart.lines.map((line) => [line.productId, line.quantity])).toEqual([
      ['bread', 3],
      ['milk', 1],
    ]);
  });

  test('gives a line of its own to a new price and to goods beside a discounted line', () => {
    const discounted = must(discountLine(cartOf([BREAD, 1]), 'l0', 200));
    expect(must(addProduct(discounted, BREAD, 1, 'l1')).lines).toHaveLength(2);
    expect(must(addProduct(cartOf([BREAD, 1]), { ...BREAD, priceWon: 4_300 }, 1, 'l1')).lines).toHaveLength(2);
  });

  test('spreads a discount on the sale over its lines to the won', () => {
    const cart = must(discountSale(cartOf([BREAD, 1], [EGGS, 1], [MILK, 1]), 1_000));
    expect(totalsOf(cart).lineTotalsWon).toEqual([4_200 - 299, 6_900 - 491, 2_950 - 210]);
    expectSound(cart);
  });

  test('shrinks a discount on the sale to what is left when a line goes', () => {
    const cart = must(cancelLine(must(discountSale(cartOf([BREAD, 1], [EGGS, 1]), 8_000)), 'l1'));
    expect(cart.saleDiscountWon).toBe(4_200);
    expect(totalsOf(cart).breakdown.totalWon).toBe(0);
  });

  test('has a cancelled line back where it stood', () => {
    const cart = cartOf([BREAD, 1], [EGGS, 2], [MILK, 1]);
    const line = cart.lines[1];
    if (line === undefined) throw new Error('three lines were added');
    expect(must(restoreLine(must(cancelLine(cart, 'l1')), line, 1))).toEqual(cart);
    expect(restoreLine(cart, line, 1)).toEqual({ ok: false, refusal: 'line-unknown' });
  });

  test.each([
    ['no such line', setQuantity(cartOf([BREAD, 1]), 'l9', 2), 'line-unknown'],
    ['a line id that is taken', addProduct(cartOf([BREAD, 1]), MILK, 1, 'l0'), 'line-unknown'],
    ['no quantity', addProduct(EMPTY_CART, BREAD, 0, 'l0'), 'quantity-out-of-range'],
    ['half a loaf', addProduct(EMPTY_CART, BREAD, 0.5, 'l0'), 'quantity-out-of-range'],
    ['more than a line counts', addProduct(cartOf([BREAD, MAX_QUANTITY]), BREAD, 1, 'l1'), 'quantity-out-of-range'],
    ['a discount above the line', discountLine(cartOf([BREAD, 1]), 'l0', 4_201), 'discount-out-of-range'],
    ['a negative discount', discountLine(cartOf([BREAD, 1]), 'l0', -1), 'discount-out-of-range'],
    ['a discount in fractions', discountSale(cartOf([BREAD, 1]), 0.5), 'discount-out-of-range'],
    ['a discount above the sale', discountSale(cartOf([BREAD, 1]), 4_201), 'discount-out-of-range'],
    ['fewer goods than the sale discount needs', setQuantity(must(discountSale(cartOf([BREAD, 2]), 8_000)), 'l0', 1), 'discount-out-of-range'],
    ['a price in fractions', addProduct(EMPTY_CART, { ...BREAD, priceWon: 0.5 }, 2, 'l0'), 'amount-too-large'],
    ['a price below nothing', addProduct(EMPTY_CART, { ...BREAD, priceWon: -1 }, 1, 'l0'), 'amount-too-large'],
    ['a price that is no number', addProduct(EMPTY_CART, { ...BREAD, priceWon: Number.NaN }, 1, 'l0'), 'amount-too-large'],
    ['more than an amount can be', addProduct(EMPTY_CART, { ...BREAD, priceWon: MAX_AMOUNT_WON }, 2, 'l0'), 'amount-too-large'],
  ])('refuses %s', (_, result, refusal) => expect(result).toEqual({ ok: false, refusal }));

  test('refuses a restored line that could not have stood in a basket', () => {
    const [line] = cartOf([BREAD, 1]).lines;
    if (line === undefined) throw new Error('a line was added');
    for (const quantity of [-1, 0, 0.5, MAX_QUANTITY + 1]) expect(restoreLine(EMPTY_CART, { ...line, quantity }, 0).ok).toBe(false);
  });

  test('carries a note on a line, keeps noted goods apart, and lets the note go again', () => {
    const noted = must(noteLine(cartOf([BREAD, 1], [MILK, 1]), 'l0', ' 썰어서 '));
    expect(noted.lines.map((line) => line.note)).toEqual(['썰어서', undefined]);
    expect(must(addProduct(noted, BREAD, 1, 'l2')).lines).toHaveLength(3);
    expect(must(noteLine(noted, 'l0', ''))).toEqual(cartOf([BREAD, 1], [MILK, 1]));
    expect(noteLine(noted, 'l1', '가'.repeat(MAX_NOTE_LENGTH)).ok).toBe(true);
    expect(noteLine(noted, 'l1', '가'.repeat(MAX_NOTE_LENGTH + 1))).toEqual({ ok: false, refusal: 'note-too-long' });
    expect(noteLine(noted, 'l1', 'a\u0007b')).toEqual({ ok: false, refusal: 'note-too-long' });
  });

  test('is full at its last line', () => {
    const lines = Array.from({ length: MAX_LINES }, (_, index) => [{ ...BREAD, productId: `p${index}` }, 1] as const);
    const full = cartOf(...lines);
    expect(addProduct(full, MILK, 1, 'one-more')).toEqual({ ok: false, refusal: 'cart-full' });
    expect(addProduct(full, { ...BREAD, productId: 'p0' }, 1, 'one-more').ok).toBe(true);
  });
});

type Change = (cart: Cart, step: number) => CartResult;

const lineAt = (cart: Cart, at: number) => cart.lines[at % Math.max(1, cart.lines.length)]?.lineId ?? 'none';
const index = fc.nat({ max: 20 });
const oddAmount = fc.oneof(fc.integer({ min: -10, max: 60_000 }), fc.double(), fc.constantFrom(0, 1, MAX_AMOUNT_WON));
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ at: index, quantity: fc.integer({ min: -1, max: 12 }), price: fc.option(oddAmount, { nil: null }) }).map(({ at, quantity, price }): Change => {
    const product = PRODUCTS[at % PRODUCTS.length] ?? BREAD;
    return (cart, step) => addProduct(cart, price === null ? product : { ...product, priceWon: price }, quantity, `n${step}`);
  }),
  fc.tuple(index, fc.integer({ min: -1, max: 20 })).map(([at, quantity]): Change => (cart) => setQuantity(cart, lineAt(cart, at), quantity)),
  fc.tuple(index, oddAmount).map(([at, amount]): Change => (cart) => discountLine(cart, lineAt(cart, at), amount)),
  oddAmount.map((amount): Change => (cart) => discountSale(cart, amount)),
  index.map((at): Change => (cart) => cancelLine(cart, lineAt(cart, at))),
  fc.tuple(index, fc.integer({ min: -2, max: 30 })).map(([at, where]): Change => (cart) => {
    const line = cart.lines[at % Math.max(1, cart.lines.length)];
    if (line === undefined) return cancelLine(cart, 'none');
    const without = cancelLine(cart, line.lineId);
    return without.ok ? restoreLine(without.cart, line, where) : without;
  }),
);

describe('whatever is done to a basket', () => {
  test('its lines add up to its total, nothing is negative, and what is refused changes nothing', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 40 }), (sequence) => {
        let cart = EMPTY_CART;
        for (const [step, change] of sequence.entries()) {
          const before = structuredClone(cart);
          const result = change(cart, step);
          expect(cart).toEqual(before);
          if (result.ok) cart = result.cart;
          expectSound(cart);
          expect(cart.lines.every((line) => lineNetWon(line) >= 0)).toBe(true);
        }
      }),
    );
  });
});
