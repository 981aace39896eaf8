import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calls } from '../../contract/calls.ts';
import type { Count } from './count.ts';
import { countedRows, countedWon, countOf, DENOMINATIONS_WON, MAX_COUNT, nextDenomination, stepped, withText } from './count.ts';

test('the sum is each value times its count', () => {
  const count = withText(withText({}, 50_000, '2'), 10, '7');
  expect(countedWon(count)).toBe(100_070);
  expect(countedWon({})).toBe(0);
});

test('only digits are taken, and no more than five', () => {
  expect(withText({}, 1_000, '12a')[1_000]).toBe('12');
  expect(withText({}, 1_000, '007')[1_000]).toBe('7');
  expect(withText({ 1_000: '12345' }, 1_000, '123456')[1_000]).toBe('12345');
  expect(withText({ 1_000: '5' }, 1_000, '')[1_000]).toBe('');
});

test('steppers stay between nothing and the limit', () => {
  expect(countOf(stepped({}, 500, -1), 500)).toBe(0);
  expect(countOf(stepped({}, 500, 1), 500)).toBe(1);
  expect(countOf(stepped({ 500: String(MAX_COUNT) }, 500, 1), 500)).toBe(MAX_COUNT);
});

test('enter walks from the largest note to the smallest coin and ends', () => {
  expect(nextDenomination(50_000, 1)).toBe(10_000);
  expect(nextDenomination(1_000, 1)).toBe(500);
  expect(nextDenomination(10, 1)).toBeNull();
  expect(nextDenomination(50_000, -1)).toBeNull();
});

test('whatever is typed, main takes the count and its sum is the one on the button', () => {
  const typed = fc.array(fc.tuple(fc.constantFrom(...DENOMINATIONS_WON), fc.string({ maxLength: 8 })));
  fc.assert(
    fc.property(typed, (keys) => {
      const count = keys.reduce<Count>((made, [value, text]) => withText(made, value, text), {});
      const sent = calls['shift.close'].req.parse({ counted: countedRows(count) });
      expect(sent.counted.reduce((sum, row) => sum + row.valueWon * row.count, 0)).toBe(countedWon(count));
    }),
  );
});
