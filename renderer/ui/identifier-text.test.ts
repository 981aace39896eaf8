import { expect, test } from 'vitest';
import { ghostNumber, spokenDigits } from './identifier-text.tsx';

test('an empty phone field is all ghost', () => {
  expect(ghostNumber('phone', '')).toEqual({ typed: '', ghost: '010-1234-5678', missing: 11 });
});

test('typed digits are grouped and the rest stays ghost', () => {
  expect(ghostNumber('phone', '01012345')).toEqual({ typed: '010-1234-5', ghost: '678', missing: 3 });
  expect(ghostNumber('business-number', '12481')).toEqual({ typed: '124-81', ghost: '-00998', missing: 5 });
});

test('a whole number has no ghost', () => {
  expect(ghostNumber('phone', '010-1234-5678')).toEqual({ typed: '010-1234-5678', ghost: '', missing: 0 });
  expect(ghostNumber('business-number', '1248100998')).toEqual({ typed: '124-81-00998', ghost: '', missing: 0 });
});

test('an older prefix is whole with ten digits and regroups with eleven', () => {
  expect(ghostNumber('phone', '0161234567')).toEqual({ typed: '016-123-4567', ghost: '', missing: 0 });
  expect(ghostNumber('phone', '016')).toEqual({ typed: '016', ghost: '-123-4567', missing: 7 });
  expect(ghostNumber('phone', '01612345678').typed).toBe('016-1234-5678');
});

test('a card longer than the ghost is still shown whole', () => {
  expect(ghostNumber('card', '1234567890123456789').typed).toBe('1234-5678-9012-3456-789');
});

test('digits are spoken one by one', () => {
  expect(spokenDigits('010-12')).toBe('0 1 0 1 2');
});
