import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, Product } from '../cart.ts';
import { addProduct, cancelLine, discountLine, EMPTY_CART, lineNetWon, repriceLine, setQuantity, totalsOf, weighLine } from '../cart.ts';
import { sumWon } from '../won.ts';
import type { Aside } from './kept.ts';
import { keptLines, takenFromKeptWon } from './kept.ts';
import type { CheckoutEvent, CheckoutState } from './machine.ts';
import { startSale, stepCheckout } from './machine.ts';
import { DEFAULT_CHECKOUT_RULES } from './rules.ts';

const BREAD: Product = { productId: 'bread', barcode: '8800000000011', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '빵' };
const YAM: Product = { productId: 'yam', barcode: '8800000000066', name: '햇고구마', priceWon: 480, taxClass: 'exempt', category: '채소', byWeight: true };
const RULES = DEFAULT_CHECKOUT_RULES;
const AT = '2026-03-02T05:04:09.000Z';
const KIM = { userId: 'u1', name: '김' };

const must = (result: { readonly ok: true; readonly cart: Cart } | { readonly ok: false; readonly refusal: string }): Cart => {
  if (!result.ok) throw new Error(result.refusal);
  return result.cart;
};
const basket = must(addProduct(must(addProduct(EMPTY_CART, BREAD, 3, 'l1')), YAM, 1, 'l2', 1_000));

function go(state: CheckoutState, events: readonly CheckoutEvent[]): CheckoutState {
  return events.reduce((before, event) => {
    const step = stepCheckout(before, event, RULES);
    if (!step.ok) throw new Error(`${event.type}: ${step.refusal}`);
    return step.state;
  }, state);
}
const rung: CheckoutState = { ...startSale('s1', 1), cart: basket };
const hold = (because?: Aside['because']): CheckoutEvent => ({ type: 'held', heldAt: AT, ...(because === undefined ? {} : { aside: { by: KIM, because } }) });
const keptIn = (state: CheckoutState) => (state.stage === 'basket' ? state.kept : null);

describe('a basket that was put aside', () => {
  test('remembers its goods when it comes back, and who put it aside while it is there', () => {
    const held = go(rung, [hold('asked')]);
    expect(held).toMatchObject({ stage: 'held', aside: { by: KIM, because: 'asked' } });
    expect(keptIn(go(held, [{ type: 'recalled' }]))).toEqual([{ lineId: 'l1', quantity: 3 }, { lineId: 'l2', quantity: 1, grams: 1_000 }]);
  });

  test('by somebody who only left the counter comes back as free as it was', () => {
    expect(keptIn(go(rung, [hold('left'), { type: 'recalled' }]))).toBeUndefined();
    const before = go(rung, [hold('asked'), { type: 'recalled' }]);
    expect(keptIn(go(before, [{ type: 'line-added', product: BREAD, quantity: 9, lineId: 'l9' }, hold('left'), { type: 'recalled' }]))).toEqual(keptIn(before));
  });

  test('written down before anybody was asked who did it counts as meant', () => {
    expect(keptIn(go(rung, [hold(), { type: 'recalled' }]))).toHaveLength(2);
  });
});

describe('what is taken of goods that were put aside', () => {
  const kept = keptLines(basket);
  const taken = (after: Cart | null) => takenFromKeptWon(kept, basket, after);

  test.each<readonly [string, Cart | null, number | null]>([
    ['a line', must(cancelLine(basket, 'l1')), 12_600],
    ['a piece', must(setQuantity(basket, 'l1', 2)), 4_200],
    ['weight', must(weighLine(basket, 'l2', 500)), 2_400],
    ['everything', null, 17_400],
    ['nothing: more of it', must(setQuantity(basket, 'l1', 4)), null],
    ['nothing: another price', must(repriceLine(basket, 'l1', 100)), null],
    ['nothing: a discount', must(discountLine(basket, 'l1', 1_000)), null],
  ])('%s', (_what, after, expected) => expect(taken(after)).toBe(expected));

  test('goods rung up since may go', () => {
    const more = must(setQuantity(basket, 'l1', 5));
    expect(takenFromKeptWon(kept, more, must(setQuantity(more, 'l1', 3)))).toBeNull();
    expect(takenFromKeptWon(kept, more, must(setQuantity(more, 'l1', 2)))).toBe(3 * 4_200);
    const other = must(addProduct(basket, { ...BREAD, productId: 'p9', priceWon: 900 }, 1, 'l9'));
    expect(takenFromKeptWon(kept, other, must(cancelLine(other, 'l9')))).toBeNull();
  });

  test('what is gone already is not taken again', () => {
    const less = must(setQuantity(basket, 'l1', 1));
    expect(takenFromKeptWon(kept, less, must(setQuantity(less, 'l1', 2)))).toBeNull();
    expect(takenFromKeptWon(kept, less, must(cancelLine(less, 'l1')))).toBe(4_200);
  });

  test('of a basket that was never put aside nothing is', () => expect(takenFromKeptWon(undefined, basket, null)).toBeNull());

  test('a step takes something exactly when some goods that were there become fewer, and never more won than the lines held', () => {
    const change = fc.record({ line: fc.constantFrom('l1', 'l2'), quantity: fc.integer({ min: 0, max: 6 }), grams: fc.integer({ min: 1, max: 2_000 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let cart = basket;
        for (const { line, quantity, grams } of changes) {
          if (!cart.lines.some(({ lineId }) => lineId === line)) continue;
          const next = quantity === 0 ? cancelLine(cart, line) : line === 'l2' && quantity === 1 ? weighLine(cart, line, grams) : setQuantity(cart, line, quantity);
          if (!next.ok) continue;
          const won = takenFromKeptWon(kept, cart, next.cart);
          const less = kept.some((was) => sizeIn(next.cart, was.lineId) < Math.min(was.quantity * (was.grams ?? 1), sizeIn(cart, was.lineId)));
          expect(won !== null).toBe(less);
          if (won !== null) {
            expect(won).toBeGreaterThan(0);
            expect(won).toBeLessThanOrEqual(sumWon(cart.lines.map(lineNetWon)));
            expect(won).toBe(totalsOf(cart).breakdown.totalWon - totalsOf(next.cart).breakdown.totalWon);
          }
          cart = next.cart;
        }
      }),
    );
  });
});

function sizeIn(cart: Cart, lineId: string): number {
  const line = cart.lines.find((candidate) => candidate.lineId === lineId);
  return line === undefined ? 0 : line.quantity * (line.grams ?? 1);
}

describe('another price', () => {
  test('keeps what it was listed at, and forgets it when it is what it was', () => {
    const once = must(repriceLine(basket, 'l1', 3_000));
    expect(once.lines[0]).toMatchObject({ unitPriceWon: 3_000, listPriceWon: 4_200 });
    const twice = must(repriceLine(once, 'l1', 2_000));
    expect(twice.lines[0]).toMatchObject({ unitPriceWon: 2_000, listPriceWon: 4_200 });
    expect(must(repriceLine(twice, 'l1', 4_200))).toEqual(basket);
    expect(totalsOf(twice).breakdown.totalWon).toBe(6_000 + 4_800);
  });

  test('is one line’s: the next piece of it is rung up at its own', () => {
    const cheap = must(repriceLine(basket, 'l1', 3_000));
    expect(must(addProduct(cheap, BREAD, 1, 'l9')).lines.map(({ unitPriceWon, quantity }) => [unitPriceWon, quantity])).toEqual([[3_000, 3], [480, 1], [4_200, 1]]);
    expect(must(addProduct(cheap, { ...BREAD, priceWon: 3_000 }, 1, 'l9')).lines).toHaveLength(3);
  });

  test.each([-1, 0.5, Number.NaN])('%s is none', (price) => expect(repriceLine(basket, 'l1', price).ok).toBe(false));
  test('is refused where the line’s discount would be more than it costs', () => {
    const given = must(discountLine(basket, 'l1', 3_000));
    expect(repriceLine(given, 'l1', 900)).toEqual({ ok: false, refusal: 'discount-out-of-range' });
  });
});
