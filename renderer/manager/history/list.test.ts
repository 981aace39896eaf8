import { describe, expect, it } from 'vitest';
import type { FoundSaleView } from '../../../contract/history.ts';
import { ALL_SALES, byDay, choiceOf, daysOf, isAll, MAX_LISTED_SALES, merged, neighbour } from './list.ts';

const row = (saleNumber: number, businessDay = '2026-03-14', totalWon = 1_000): FoundSaleView => ({
  saleId: `s-${saleNumber}`,
  saleNumber,
  businessDay,
  paidAt: `${businessDay}T05:00:00.000Z`,
  totalWon,
  receivedWon: totalWon,
  changeWon: 0,
  cardWon: 0,
  firstName: '우유',
  lineCount: 1,
  cashReceipt: null,
  receiptByHand: false,
  canIssue: true,
  refundedWon: 0,
  deadlineAt: null,
  cashierName: '김',
  matched: [],
  open: false,
});
const numbers = (rows: readonly FoundSaleView[]) => rows.map(({ saleNumber }) => saleNumber);

describe('the list', () => {
  it('stays newest first, each sale once, and takes what is fresh', () => {
    const list = merged([row(9), row(7), row(5)], [row(7, '2026-03-14', 2_000), row(10)]);
    expect(numbers(list)).toEqual([10, 9, 7, 5]);
    expect(list[2]?.totalWon).toBe(2_000);
  });

  it('grows so far and no further', () => {
    expect(merged([], Array.from({ length: MAX_LISTED_SALES + 5 }, (_, index) => row(index + 1)))).toHaveLength(MAX_LISTED_SALES);
  });

  it('is drawn by business days', () => {
    expect(byDay([row(9), row(8), row(7, '2026-03-13')]).map(({ businessDay, sales }) => [businessDay, numbers(sales)])).toEqual([
      ['2026-03-14', [9, 8]],
      ['2026-03-13', [7]],
    ]);
  });

  it('is walked in steps that stop at its ends', () => {
    const rows = [row(9), row(8), row(7)];
    expect(neighbour(rows, null, 1)).toBe('s-9');
    expect(neighbour(rows, 's-9', 1)).toBe('s-8');
    expect(neighbour(rows, 's-8', 10)).toBe('s-7');
    expect(neighbour(rows, 's-8', -10)).toBe('s-9');
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe('the days', () => {
  const TODAY = '2026-03-01';
  it('are what their name says, over the end of a month', () => {
    expect(daysOf('yesterday', TODAY, null)).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(daysOf('week', TODAY, null)).toEqual({ from: '2026-02-23', to: TODAY });
    expect(daysOf('chosen', TODAY, { from: '2025-01-01', to: '2025-01-31' })).toEqual({ from: '2025-01-01', to: '2025-01-31' });
  });

  it('are known again by what they are', () => {
    for (const choice of ['all', 'today', 'yesterday', 'week', 'month'] as const) expect(choiceOf(daysOf(choice, TODAY, null), TODAY)).toBe(choice);
    expect(choiceOf({ from: '2025-01-01', to: '2025-01-31' }, TODAY)).toBe('chosen');
  });
});

it('everything is asked for when nothing is said', () => {
  expect(isAll(ALL_SALES)).toBe(true);
  expect(isAll({ ...ALL_SALES, text: '  ' })).toBe(true);
  expect(isAll({ ...ALL_SALES, tender: 'cash' })).toBe(false);
});
