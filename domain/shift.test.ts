import { describe, expect, it } from 'vitest';
import { exceedsDifferenceLimit } from './shift.ts';

describe('the difference a day is closed over', () => {
  it.each([
    [0, 0, false],
    [1, 0, true],
    [-1, 0, true],
    [10_000, 10_000, false],
    [-10_000, 10_000, false],
    [10_001, 10_000, true],
    [-10_001, 10_000, true],
  ])('%i won with a limit of %i takes a right: %s', (differenceWon, limitWon, takes) => expect(exceedsDifferenceLimit(differenceWon, limitWon)).toBe(takes));
});
