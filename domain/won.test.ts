import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateWon, groupWon, isWon, MAX_AMOUNT_WON, sumWon, won } from './won.ts';

const amounts = fc.integer({ min: -MAX_AMOUNT_WON, max: MAX_AMOUNT_WON });
const weights = fc.array(fc.integer({ min: 0, max: MAX_AMOUNT_WON }), { minLength: 1, maxLength: 30 });
const big = (values: readonly number[]) => values.reduce((sum, value) => sum + BigInt(value), 0n);

describe('an amount in won', () => {
  test('is a whole number inside the range where numbers are exact', () => {
    for (const good of [0, 1, -1, MAX_AMOUNT_WON, -MAX_AMOUNT_WON]) expect(won(good)).toBe(good);
    for (const bad of [0.5, 1e-9, Number.NaN, Number.POSITIVE_INFINITY, MAX_AMOUNT_WON + 1, 2 ** 53]) {
      expect(isWon(bad)).toBe(false);
      expect(() => won(bad)).toThrow(RangeError);
    }
  });

  test('never leaves that range by being added up', () => {
    expect(sumWon([])).toBe(0);
    expect(sumWon([4_200, -500, 300])).toBe(4_000);
    expect(() => sumWon([MAX_AMOUNT_WON, 1])).toThrow(RangeError);
    expect(() => sumWon([0.1, 0.9])).toThrow(RangeError);
  });

  test.each([
    [0, '0'],
    [5, '5'],
    [-500, '-500'],
    [1_000, '1,000'],
    [52_500, '52,500'],
    [-1_234_567, '-1,234,567'],
  ])('%i is shown as %s', (amount, shown) => expect(groupWon(amount)).toBe(shown));

  test('keeps its digits when grouped', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(Number(groupWon(amount).replaceAll(',', ''))).toBe(amount);
        expect(groupWon(amount)).toMatch(/^-?\d{1,3}(,\d{3})*$/);
      }),
    );
  });
});

describe('an amount spread over parts', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1, [1, 2, 1], [0, 1, 0]],
    [10, [0, 5, 0], [0, 10, 0]],
    [0, [3, 4], [0, 0]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
  ])('%i over %j is %j', (amount, over, parts) => expect(allocateWon(amount, over)).toEqual(parts));

  test('adds up to it, to the won, and no part is a whole won away from its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, over) => {
        const total = big(over);
        fc.pre(total > 0n);
        const parts = allocateWon(amount, over);
        expect(big(parts)).toBe(BigInt(amount));
        for (const [index, part] of parts.entries()) {
          // |part − amount·weight/total| < 1, in whole numbers.
          const off = BigInt(part) * total - BigInt(amount) * BigInt(over[index] ?? 0);
          expect(off < total && off > -total).toBe(true);
        }
      }),
    );
  });

  test('is the same with the sign turned, and gives nothing to a part of no weight', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, over) => {
        fc.pre(big(over) > 0n);
        const parts = allocateWon(amount, over);
        expect(allocateWon(-amount, over).map((part) => 0 - part)).toEqual(parts);
        expect(parts.filter((part, index) => over[index] === 0 && part !== 0)).toEqual([]);
      }),
    );
  });

  test('is refused when there is nothing to spread it over', () => {
    expect(() => allocateWon(1, [])).toThrow(RangeError);
    expect(() => allocateWon(1, [0, 0])).toThrow(RangeError);
  });
});
