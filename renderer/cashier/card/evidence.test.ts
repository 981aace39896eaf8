import { describe, expect, test } from 'vitest';
import { isApproval, tradedAtOf } from './evidence.ts';

describe('what is typed of an approval', () => {
  test.each([
    ['2026-11-28', '14:08', '20261128140800'],
    ['20261128', '1408', '20261128140800'],
    ['2026-11-28', '9:05', '20261128090500'],
    ['2026-02-30', '14:08', null],
    ['2026-11-28', '24:00', null],
    ['2026-11-28', '', null],
    ['28-11-2026', '14:08', null],
  ])('%s %s is %s', (day, time, at) => expect(tradedAtOf(day, time)).toBe(at));

  test.each([
    ['30000001', true],
    [' 30000001 ', true],
    ['00000000', false],
    ['', false],
    ['3000-0001', false],
    ['1234567890123', false],
  ])('%j is an approval number: %s', (text, is) => expect(isApproval(text)).toBe(is));
});
