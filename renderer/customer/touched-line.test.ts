import { expect, test } from 'vitest';
import type { LineView } from '../../contract/views.ts';
import { touchedLine } from './touched-line.ts';

const line = (lineId: string, quantity = 1): LineView => ({
  lineId,
  name: lineId,
  barcode: '',
  unitPriceWon: 1_000,
  quantity,
  discountWon: 0,
  note: '',
  amountWon: 1_000 * quantity,
  taxClass: 'taxable',
});

test('a new line is the touched one', () => {
  expect(touchedLine([line('a')], [line('a'), line('b')], 'a')).toBe('b');
});

test('scanning an earlier product again brings that line forward', () => {
  expect(touchedLine([line('a'), line('b')], [line('a', 2), line('b')], 'b')).toBe('a');
});

test('a push that changes no line keeps what is shown', () => {
  expect(touchedLine([line('a', 2), line('b')], [line('a', 2), line('b')], 'a')).toBe('a');
});

test('when the shown line is cancelled the newest of the rest takes its place', () => {
  expect(touchedLine([line('a'), line('b')], [line('a')], 'b')).toBe('a');
  expect(touchedLine([line('a')], [], 'a')).toBeNull();
});

test('the first view shows its newest line', () => {
  expect(touchedLine([], [line('a'), line('b')], null)).toBe('b');
});
