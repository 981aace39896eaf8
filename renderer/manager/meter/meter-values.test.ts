import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTop, shownValue } from './meter-values.ts';

describe('the scale', () => {
  it('holds every value, and is round', () => {
    expect(roundTop([])).toBe(5);
    expect(roundTop([3])).toBe(5);
    expect(roundTop([13])).toBe(20);
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3_600 })), (values) => {
      const top = roundTop(values);
      expect(top).toBeGreaterThanOrEqual(Math.max(0, ...values));
      expect(String(top)).toMatch(/^[125]0*$/);
    }));
  });

  it('writes times in seconds with one place and presses as they are', () => {
    expect(shownValue('paidMs', 8_449)).toBe(8.4);
    expect(shownValue('presses', 3)).toBe(3);
  });
});
