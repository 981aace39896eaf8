import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from './statistics.ts';

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });

describe('a summary', () => {
  it('takes the middle sample, or the mean of the two in the middle', () => {
    expect(summarise([3, 1, 2]).median).toBe(2);
    expect(summarise([4, 1, 3, 2]).median).toBe(2.5);
    expect(summarise([7]).median).toBe(7);
  });

  it('takes the sample that 99 of 100 do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summarise(hundred).p99).toBe(99);
    expect(summarise([...hundred, ...hundred]).p99).toBe(99);
    expect(summarise([5, 9, 1]).p99).toBe(9);
  });

  it('sorts by size, not by spelling, and leaves the samples as they were', () => {
    const given = [10, 9, 100];
    expect(summarise(given)).toEqual({ median: 10, p99: 100, samples: 3 });
    expect(given).toEqual([10, 9, 100]);
  });

  it('lies within the samples and does not depend on their order', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const { median, p99 } = summarise(values);
        const sorted = values.toSorted((a, b) => a - b);
        expect(median).toBeGreaterThanOrEqual(sorted[0] ?? 0);
        expect(p99).toBeGreaterThanOrEqual(median);
        expect(sorted).toContain(p99);
        expect(summarise(sorted)).toEqual(summarise(values));
        expect(values.filter((value) => value <= p99).length).toBeGreaterThanOrEqual(values.length * 0.99);
      }),
    );
  });

  it('refuses to speak of nothing', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });
});
