import { expect, test } from 'vitest';
import { sumSizeRem } from './sum-size.ts';

test('an everyday amount is as large in every language', () => {
  expect([sumSizeRem('52,500', '원'), sumSizeRem('52,500', '₩'), sumSizeRem('52,500', '韩元')]).toEqual([4.125, 4.125, 4.125]);
});

test('a longer amount is smaller, never larger, and always readable', () => {
  const sizes = ['9', '52,500', '1,284,000', '15,659,700', '999,999,999', '−999,999,999'].map((digits) => sumSizeRem(digits, '韩元'));
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  expect(sizes.at(-1)).toBeGreaterThan(2);
});
