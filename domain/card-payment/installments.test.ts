import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_INSTALLMENTS, installmentChoices, installmentRefusal, installmentsOffered, installmentWords } from './installments.ts';

describe('installments', () => {
  test.each([
    [49_999, 2, 'card.installments-from'],
    [50_000, 2, null],
    [50_000, 36, null],
    [49_999, 0, null],
    [1_000_000, 1, 'card.installments-range'],
    [1_000_000, 37, 'card.installments-range'],
    [1_000_000, -2, 'card.installments-range'],
    [1_000_000, 2.5, 'card.installments-range'],
    [1_000_000, Number.NaN, 'card.installments-range'],
    [Number.NaN, 3, 'card.installments-from'],
  ])('%d won over %d months: %s', (amountWon, months, refusal) => expect(installmentRefusal(DEFAULT_INSTALLMENTS, amountWon, months)).toBe(refusal));

  test('offer what is not refused, and nothing else', () => {
    const settings = fc.record({ fromWon: fc.integer({ min: 0, max: 200_000 }), maxMonths: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 400_000 }), (given, amountWon) => {
        const offered = installmentChoices(given, amountWon);
        expect(offered[0]).toBe(0);
        const possible = Array.from({ length: 99 }, (_, months) => months).filter((months) => installmentRefusal(given, amountWon, months) === null);
        expect(offered).toEqual(possible);
      }),
    );
  });

  test('are no more than the terminal can do', () => {
    expect(installmentsOffered({ installmentsFromWon: 70_000, maxMonths: 36 }, 12)).toEqual({ fromWon: 70_000, maxMonths: 12 });
    expect(installmentChoices(installmentsOffered({ installmentsFromWon: 50_000, maxMonths: 36 }, 0), 100_000)).toEqual([0]);
  });

  test('are written as a shop writes them', () => {
    expect([0, 2, 12].map(installmentWords)).toEqual(['일시불', '02개월', '12개월']);
  });
});
