import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECEIVED_WON } from '../../../domain/checkout/machine.ts';
import { appendDigits, dropDigit, quickAmounts } from './quick-amounts.ts';

describe('quick amounts', () => {
  it('offers exactly what is due, then the next whole notes', () => {
    expect(quickAmounts(52_500)).toEqual([52_500, 53_000, 55_000, 60_000, 100_000]);
    expect(quickAmounts(4_191)).toEqual([4_191, 5_000, 10_000, 50_000, 100_000]);
  });

  it('says nothing twice when the amount is a whole note already', () => {
    expect(quickAmounts(50_000)).toEqual([50_000, 100_000]);
    expect(quickAmounts(100_000)).toEqual([100_000]);
  });

  it('offers nothing when nothing is due', () => {
    expect(quickAmounts(0)).toEqual([]);
  });

  it('is always enough, rising, and never more than can be taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_RECEIVED_WON }), (dueWon) => {
        const amounts = quickAmounts(dueWon);
        expect(amounts[0]).toBe(dueWon);
        expect(amounts.length).toBeLessThanOrEqual(6);
        expect(amounts.every((amountWon, index) => amountWon >= dueWon && amountWon <= MAX_RECEIVED_WON && (index === 0 || amountWon > (amounts[index - 1] ?? 0)))).toBe(true);
      }),
    );
  });
});

describe('typing an amount', () => {
  it('grows digit by digit and by bundles', () => {
    expect(appendDigits(null, '6')).toBe(6);
    expect(appendDigits(6, '000')).toBe(6_000);
    expect(appendDigits(null, '000')).toBe(0);
    expect(appendDigits(0, '5')).toBe(5);
  });

  it('refuses more than can be taken at once', () => {
    expect(appendDigits(MAX_RECEIVED_WON, '0')).toBeNull();
  });

  it('shrinks digit by digit back to nothing said', () => {
    expect(dropDigit(6_000)).toBe(600);
    expect(dropDigit(6)).toBeNull();
    expect(dropDigit(null)).toBeNull();
  });
});
