import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agreed, anyOf, EMPTY, indexed, from, only, type Postings, sieve, type Steps, walking } from './postings.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
const falling = (values: readonly number[]) => values.toSorted((a, b) => b - a);
const plenty = (): Steps => ({ left: 1_000_000 });

function listOf(values: readonly number[], steps: Steps = plenty()): Postings {
  const sorted = falling(values);
  return indexed((saleNumber) => sorted.find((value) => value <= saleNumber) ?? null, steps);
}

it('any of several lists is all their numbers, newest first, each once', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 6 }), (lists) => {
      const all = falling([...new Set(lists.flat())]);
      const any = anyOf(lists.map((list) => listOf(list)));
      expect(agreed([any], { before: 61, limit: 100, steps: plenty() })).toEqual({ numbers: all, reached: null });
      for (let value = 1; value <= 60; value += 1) expect(any.has(value)).toBe(all.includes(value));
    }),
  );
});

it('several lists agree in what is in each of them, below where it begins and no more than asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.array(numbers, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 61 }), fc.integer({ min: 1, max: 20 }), (parts, before, limit) => {
      const expected = Array.from({ length: 60 }, (_, index) => 60 - index).filter((value) => value < before && parts.every((part) => part.some((list) => list.includes(value))));
      const found = agreed(parts.map((part) => anyOf(part.map((list) => listOf(list)))), { before, limit, steps: plenty() });
      expect(found.numbers).toEqual(expected.slice(0, limit));
      expect(found.reached === null).toBe(expected.length < limit);
    }),
  );
});

it('whoever goes on where the steps were spent misses nothing and finds nothing twice, however few they are', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, fc.integer({ min: 1, max: 9 }), (a, b, c, left) => {
      const fits = (saleNumber: number) => saleNumber % 3 !== 0;
      const found: number[] = [];
      let before: number | null = 61;
      for (let questions = 0; before !== null; questions += 1) {
        expect(questions, 'every question gets somewhere').toBeLessThan(200);
        const steps: Steps = { left };
        const either = anyOf([listOf(b, steps), walking(listOf(c, steps), fits, steps)]);
        const page = agreed([listOf(a, steps), either], { before, limit: 2, steps });
        expect(page.reached ?? 0).toBeLessThan(before);
        found.push(...page.numbers);
        before = page.reached;
      }
      expect(found).toEqual(falling(a).filter((value) => b.includes(value) || (c.includes(value) && fits(value))));
    }),
  );
});

it('a list of one has one, and an empty one has none', () => {
  const ask = { before: 61, limit: 9, steps: plenty() };
  expect(agreed([only(7)], ask)).toEqual({ numbers: [7], reached: null });
  expect(agreed([EMPTY, only(7)], ask)).toEqual({ numbers: [], reached: null });
});

it('what does not fit, or is below the least, is not among them', () => {
  const list = listOf([50, 40, 30, 20, 10]);
  expect(agreed([from(20), list, sieve((saleNumber) => saleNumber % 20 === 0)], { before: 61, limit: 9, steps: plenty() })).toEqual({ numbers: [40, 20], reached: null });
});

it('a short list leads a long one: the looks are as many as the short one has numbers', () => {
  const steps = plenty();
  const long = listOf(Array.from({ length: 50_000 }, (_, index) => index + 1), steps);
  const short = listOf([40_000, 20_000, 3], steps);
  expect(agreed([long, short], { before: 50_001, limit: 10, steps }).numbers).toEqual([40_000, 20_000, 3]);
  expect(1_000_000 - steps.left).toBeLessThan(20);
});
