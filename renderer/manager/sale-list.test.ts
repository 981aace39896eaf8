import { expect, test } from 'vitest';
import type { SaleRow } from '../../contract/views.ts';
import { findSales, MAX_LISTED_SALES, mergeSales, neighbour } from './sale-list.ts';

const row = (saleNumber: number, change: Partial<SaleRow> = {}): SaleRow => ({
  saleId: `s${saleNumber}`,
  saleNumber,
  paidAt: '2026-11-26T05:08:03.000Z',
  totalWon: 52_500,
  receivedWon: 60_000,
  changeWon: 7_500,
  firstName: '우리밀 식빵',
  lineCount: 1,
  cashReceipt: null,
  canIssue: true,
  deadlineAt: null,
  ...change,
});
const numbers = (rows: readonly SaleRow[]) => rows.map(({ saleNumber }) => saleNumber);

test('pages join newest first, and a sale that changed replaces itself', () => {
  const joined = mergeSales([row(3), row(2)], [row(2, { canIssue: false }), row(1), row(4)]);
  expect(numbers(joined)).toEqual([4, 3, 2, 1]);
  expect(joined[2]?.canIssue).toBe(false);
});

test('the list has a limit and keeps the newest', () => {
  const joined = mergeSales([], Array.from({ length: MAX_LISTED_SALES + 5 }, (_, index) => row(index + 1)));
  expect(joined).toHaveLength(MAX_LISTED_SALES);
  expect(joined[0]?.saleNumber).toBe(MAX_LISTED_SALES + 5);
});

test('a number finds the sale number however it is written', () => {
  const rows = [row(412), row(41, { totalWon: 900, receivedWon: 1_000 })];
  expect(numbers(findSales(rows, '#0412'))).toEqual([412]);
  expect(numbers(findSales(rows, '412'))).toEqual([412]);
});

test('an amount is found by its beginning, with commas and won', () => {
  const rows = [row(1), row(2, { totalWon: 4_200, receivedWon: 5_000 })];
  expect(numbers(findSales(rows, '52,500원'))).toEqual([1]);
  expect(numbers(findSales(rows, '₩5,000'))).toEqual([2]);
});

test('words are found inside the name, whatever their case or composition', () => {
  const rows = [row(1), row(2, { firstName: '생수 2L' })];
  expect(numbers(findSales(rows, '식빵'.normalize('NFD')))).toEqual([1]);
  expect(numbers(findSales(rows, '2l'))).toEqual([2]);
  expect(numbers(findSales(rows, '없는 것'))).toEqual([]);
  expect(findSales(rows, '  ')).toBe(rows);
});

test('arrows walk the list and stop at its ends', () => {
  const rows = [row(3), row(2), row(1)];
  expect(neighbour(rows, null, 1)).toBe('s3');
  expect(neighbour(rows, 's3', 1)).toBe('s2');
  expect(neighbour(rows, 's1', 1)).toBe('s1');
  expect(neighbour(rows, 's3', -1)).toBe('s3');
  expect(neighbour([], null, 1)).toBeNull();
});
