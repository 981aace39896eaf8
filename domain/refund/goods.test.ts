import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, CartLine } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { LineTaxClass, TaxBreakdown } from '../tax.ts';
import { addsUp, NO_AMOUNTS, sumTax } from '../tax.ts';
import type { ChosenLine, ReturnedGoods } from './goods.ts';
import { chooseAll, goodsLeft, goodsOf, isEverything } from './goods.ts';

const line = (lineId: string, unitPriceWon: number, quantity: number, more: Partial<CartLine> = {}): CartLine => ({
  lineId,
  productId: lineId,
  barcode: '',
  name: lineId,
  unitPriceWon,
  taxClass: 'taxable',
  quantity,
  discountWon: 0,
  ...more,
});

const CART: Cart = { lines: [line('bread', 4_200, 3), line('rice', 6_900, 1, { taxClass: 'exempt' }), line('tea', 10_000, 3, { discountWon: 1_000 })], saleDiscountWon: 0 };

function returned(cart: Cart, before: readonly ReturnedGoods[], chosen: readonly ChosenLine[]): ReturnedGoods {
  const result = goodsOf(cart, before, chosen);
  if (!result.ok) throw new Error(result.refusal);
  return result.goods;
}

const refusalOf = (before: readonly ReturnedGoods[], chosen: readonly ChosenLine[]) => {
  const result = goodsOf(CART, before, chosen);
  return result.ok ? 'accepted' : result.refusal;
};

describe('goods that go back', () => {
  test('come to what was paid for them', () => {
    expect(returned(CART, [], [{ lineId: 'bread', quantity: 2 }])).toEqual({
      lines: [{ lineId: 'bread', quantity: 2, amountWon: 8_400 }],
      amounts: { supplyWon: 7_636, vatWon: 764, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 8_400 },
    });
    expect(returned(CART, [], [{ lineId: 'rice', quantity: 1 }]).amounts).toEqual({ ...NO_AMOUNTS, taxFreeWon: 6_900, totalWon: 6_900 });
  });

  test('take their share of the discount along, and the last piece what rounding left', () => {
    const once = returned(CART, [], [{ lineId: 'tea', quantity: 1 }]);
    const twice = returned(CART, [once], [{ lineId: 'tea', quantity: 1 }]);
    const last = returned(CART, [once, twice], [{ lineId: 'tea', quantity: 1 }]);
    expect([once, twice, last].map((goods) => goods.amounts.totalWon)).toEqual([9_667, 9_666, 9_667]);
  });

  test('weighed ones go back by the weighing', () => {
    const cart: Cart = { lines: [line('beef', 5_490, 2, { grams: 437, taxClass: 'exempt' })], saleDiscountWon: 0 };
    expect(returned(cart, [], [{ lineId: 'beef', quantity: 1 }]).amounts.totalWon).toBe(23_991);
  });

  test('stated in one sum are given back so', () => {
    const cart: Cart = { lines: [line('bread', 4_200, 2, { taxClass: 'undivided' })], saleDiscountWon: 0 };
    expect(returned(cart, [], [{ lineId: 'bread', quantity: 1 }]).amounts).toEqual({ ...NO_AMOUNTS, supplyWon: 4_200, totalWon: 4_200, undivided: true });
  });

  test('are known to be everything that is left', () => {
    const bread = returned(CART, [], [{ lineId: 'bread', quantity: 3 }]);
    const left = goodsLeft(CART, [bread]);
    expect(isEverything(left, bread)).toBe(false);
    expect(isEverything(left, returned(CART, [bread], chooseAll(left)))).toBe(true);
  });
});

describe('refused is', () => {
  const breads = [returned(CART, [], [{ lineId: 'bread', quantity: 2 }])];
  test.each<[string, readonly ReturnedGoods[], readonly ChosenLine[], string]>([
    ['nothing', [], [], 'refund.nothing-chosen'],
    ['no piece', [], [{ lineId: 'bread', quantity: 0 }], 'refund.nothing-chosen'],
    ['half a piece', [], [{ lineId: 'bread', quantity: 0.5 }], 'refund.nothing-chosen'],
    ['more than was sold', [], [{ lineId: 'bread', quantity: 4 }], 'refund.more-than-left'],
    ['more than is left', breads, [{ lineId: 'bread', quantity: 2 }], 'refund.more-than-left'],
    ['a line of another sale', [], [{ lineId: 'milk', quantity: 1 }], 'refund.line-unknown'],
    ['a line named twice', [], [{ lineId: 'bread', quantity: 1 }, { lineId: 'bread', quantity: 1 }], 'refund.line-unknown'],
  ])('%s', (_, before, chosen, refusal) => expect(refusalOf(before, chosen)).toBe(refusal));
});

const TAX_CLASSES: readonly LineTaxClass[] = ['taxable', 'exempt', 'undivided'];

/** Any cart whose discounts are within what it comes to. */
const carts = fc
  .record({
    lines: fc.array(
      fc.record({ unitPriceWon: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 2_000_000 })), quantity: fc.integer({ min: 1, max: 12 }), taxClass: fc.constantFrom(...TAX_CLASSES), off: fc.nat({ max: 100 }), grams: fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: undefined }) }),
      { minLength: 1, maxLength: 6 },
    ),
    saleOff: fc.nat({ max: 100 }),
  })
  .map(({ lines, saleOff }): Cart => {
    const made = lines.map(({ unitPriceWon, quantity, taxClass, off, grams }, index) => {
      const plain = line(`l${index}`, unitPriceWon, quantity, { taxClass, ...(grams === undefined ? {} : { grams }) });
      const grossWon = totalsOf({ lines: [plain], saleDiscountWon: 0 }).breakdown.totalWon;
      return { ...plain, discountWon: Math.floor((grossWon * off) / 100) };
    });
    const netWon = totalsOf({ lines: made, saleDiscountWon: 0 }).breakdown.totalWon;
    return { lines: made, saleDiscountWon: Math.floor((netWon * saleOff) / 100) };
  });

const components = (of: TaxBreakdown) => [of.supplyWon, of.vatWon, of.taxFreeWon, of.serviceChargeWon, of.totalWon];

/** Which piece goes next, until none is left; several at once where `together` says so. */
const orders = fc.array(fc.record({ pick: fc.nat({ max: 1_000 }), quantity: fc.integer({ min: 1, max: 5 }), together: fc.boolean() }), { minLength: 1, maxLength: 40, size: 'max' });

function refundAll(cart: Cart, order: readonly { pick: number; quantity: number; together: boolean }[]): ReturnedGoods[] {
  const before: ReturnedGoods[] = [];
  for (const { pick, quantity, together } of order) {
    const open = goodsLeft(cart, before).lines.filter((each) => each.leftQuantity > 0);
    const first = open[pick % Math.max(1, open.length)];
    if (first === undefined) break;
    const chosen = together ? open : [first];
    before.push(returned(cart, before, chosen.map((each) => ({ lineId: each.line.lineId, quantity: Math.min(quantity, each.leftQuantity) }))));
  }
  const rest = chooseAll(goodsLeft(cart, before));
  return rest.length === 0 ? before : [...before, returned(cart, before, rest)];
}

describe('any cart, given back in any portions and order', () => {
  test('comes to the sale, in every component, to the won', () => {
    fc.assert(
      fc.property(carts, orders, (cart, order) => {
        const all = refundAll(cart, order);
        expect(components(sumTax(all.map((goods) => goods.amounts)))).toEqual(components(totalsOf(cart).breakdown));
        const left = goodsLeft(cart, all);
        expect(left.lines.map((each) => [each.leftQuantity, each.leftWon])).toEqual(cart.lines.map(() => [0, 0]));
        expect(components(left.amounts)).toEqual([0, 0, 0, 0, 0]);
      }),
      { numRuns: 500 },
    );
  });

  test('never gives back less than nothing, nor more than is left, of anything', () => {
    fc.assert(
      fc.property(carts, orders, (cart, order) => {
        const before: ReturnedGoods[] = [];
        for (const goods of refundAll(cart, order)) {
          expect(addsUp(goods.amounts)).toBe(true);
          expect(Math.min(...components(goods.amounts), ...goods.lines.map((each) => each.amountWon))).toBeGreaterThanOrEqual(0);
          expect(goods.amounts.totalWon).toBe(goods.lines.reduce((sum, each) => sum + each.amountWon, 0));
          before.push(goods);
          const left = goodsLeft(cart, before);
          expect(Math.min(...components(left.amounts), ...left.lines.map((each) => each.leftWon))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
