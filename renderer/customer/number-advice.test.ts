import { expect, test } from 'vitest';
import { numberAdvice } from './number-advice.ts';

test('a verdict about other digits is no verdict', () => {
  expect(numberAdvice({ digits: '0101234567', refusal: 'identifier.incomplete' }, '01012345678')).toBe('unfinished');
  expect(numberAdvice({ digits: '02', refusal: 'identifier.phone-prefix' }, '')).toBe('unfinished');
  expect(numberAdvice({ digits: '01012345678', refusal: null }, '0101234567')).toBe('unfinished');
});

test('the same digits carry their verdict', () => {
  expect(numberAdvice({ digits: '01012345678', refusal: null }, '01012345678')).toBe('good');
  expect(numberAdvice({ digits: '02', refusal: 'identifier.phone-prefix' }, '02')).toBe('refused');
  expect(numberAdvice({ digits: '010', refusal: 'identifier.incomplete' }, '010')).toBe('unfinished');
});
