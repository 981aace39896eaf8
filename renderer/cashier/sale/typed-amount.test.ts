import { expect, test } from 'vitest';
import { eraseDigit, typeDigits } from './typed-amount.ts';

test('digits follow one another, bundles too', () => {
  expect(typeDigits(null, '0', 100)).toBe(0);
  expect(typeDigits(0, '7', 100)).toBe(7);
  expect(typeDigits(12, '000', 1_000_000)).toBe(12_000);
});

test('what cannot be meant is not taken', () => {
  expect(typeDigits(10, '1', 100)).toBeNull();
  expect(typeDigits(10, '0', 100)).toBe(100);
});

test('erasing ends with nothing, which is not zero', () => {
  expect(eraseDigit(120)).toBe(12);
  expect(eraseDigit(5)).toBeNull();
  expect(eraseDigit(0)).toBeNull();
  expect(eraseDigit(null)).toBeNull();
});
