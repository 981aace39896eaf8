import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cart, Product } from './cart.ts';
import { addProduct, discountSale, EMPTY_CART, lineGrossWon, totalsOf, weighLine } from './cart.ts';
import { checkDigitOf } from './catalogue/barcode.ts';
import { readScaleLabel } from './scale-label.ts';
import { sumWon } from './won.ts';
import { MAX_GRAMS, weightWon } from './weight.ts';

const beef: Product = { productId: 'beef', barcode: '', name: '국거리', priceWon: 1_200, taxClass: 'exempt', category: '정육', byWeight: true };
const ok = (result: ReturnType<typeof addProduct>): Cart => {
  if (!result.ok) throw new Error(result.refusal);
  return result.cart;
};

describe('goods sold by weight', () => {
  it('come to whole won, rounded half up', () => {
    expect([weightWon(1_200, 350), weightWon(1_200, 100), weightWon(1, 50), weightWon(1, 49), weightWon(333, 1), weightWon(0, 500)]).toEqual([4_200, 1_200, 1, 0, 3, 0]);
  });

  it('never differ from the exact amount by more than half a won', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: MAX_GRAMS }), (price, grams) => {
        const twice = 2n * (BigInt(weightWon(price, grams)) * 100n - BigInt(price) * BigInt(grams));
        expect(twice > -100n && twice <= 100n).toBe(true);
      }),
    );
  });

  it('are no line without their weight, and no other goods have one', () => {
    expect(addProduct(EMPTY_CART, beef, 1, 'l1')).toEqual({ ok: false, refusal: 'weight-out-of-range' });
    for (const grams of [0, -1, 1.5, MAX_GRAMS + 1]) expect(addProduct(EMPTY_CART, beef, 1, 'l1', grams)).toEqual({ ok: false, refusal: 'weight-out-of-range' });
    expect(addProduct(EMPTY_CART, { ...beef, byWeight: false }, 1, 'l1', 100)).toEqual({ ok: false, refusal: 'weight-out-of-range' });
  });

  it('are weighed again on their line, which is another line for another weight', () => {
    const one = ok(addProduct(EMPTY_CART, beef, 1, 'l1', 350));
    const two = ok(addProduct(one, beef, 1, 'l2', 500));
    expect(two.lines.map(lineGrossWon)).toEqual([4_200, 6_000]);
    expect(ok(addProduct(one, beef, 1, 'l2', 350)).lines).toMatchObject([{ grams: 350, quantity: 2 }]);
    expect(ok(weighLine(two, 'l1', 400)).lines.map(lineGrossWon)).toEqual([4_800, 6_000]);
    const bread = ok(addProduct(one, { ...beef, productId: 'bread', byWeight: undefined }, 1, 'l3'));
    expect(weighLine(bread, 'l3', 100)).toEqual({ ok: false, refusal: 'weight-out-of-range' });
  });

  it('add up: lines to the total, with a discount on the sale too', () => {
    const line = fc.record({ priceWon: fc.integer({ min: 1, max: 50_000 }), grams: fc.integer({ min: 1, max: 20_000 }), quantity: fc.integer({ min: 1, max: 3 }), exempt: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), fc.nat(1_000), (lines, share) => {
        let cart = EMPTY_CART;
        for (const [index, { priceWon, grams, quantity, exempt }] of lines.entries()) cart = ok(addProduct(cart, { ...beef, productId: `p${index}`, priceWon, taxClass: exempt ? 'exempt' : 'taxable' }, quantity, `l${index}`, grams));
        const gross = sumWon(cart.lines.map(lineGrossWon));
        const discountWon = Math.floor((gross * share) / 1_000);
        const totals = totalsOf(ok(discountSale(cart, discountWon)));
        expect([totals.breakdown.totalWon, sumWon(totals.lineTotalsWon)]).toEqual([gross - discountWon, gross - discountWon]);
      }),
    );
  });
});

describe('a label from the shop’s scale', () => {
  const label = (body: string) => body + checkDigitOf(body);

  it('names the goods and what was weighed', () => {
    expect(readScaleLabel(label('210010104200'), { itemDigits: 5, value: 'price' })).toEqual({ itemCode: '2100101', value: 4_200 });
    expect(readScaleLabel(label('210101900350'), { itemDigits: 4, value: 'grams' })).toEqual({ itemCode: '210101', value: 350 });
  });

  it('is no other code, and none that was misread', () => {
    for (const code of ['8801234567893', '210010104200', label('210010100000'), '2100101042000', '']) expect([code, readScaleLabel(code, { itemDigits: 5, value: 'price' })]).toEqual([code, null]);
  });
});
