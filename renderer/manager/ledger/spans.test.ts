import { describe, expect, it } from 'vitest';
import { beside, daysOfSpan, SPANS } from './spans.ts';

describe('the days of the print ledger', () => {
  it('end today, and are as many as they say', () => {
    expect(SPANS.map((span) => daysOfSpan(span, '2026-03-02'))).toEqual([
      { from: '2026-03-02', to: '2026-03-02' },
      { from: '2026-02-24', to: '2026-03-02' },
      { from: '2026-02-01', to: '2026-03-02' },
    ]);
  });

  it('follow one another round and round', () => {
    expect(beside(SPANS, 'month', 1)).toBe('today');
    expect(beside(SPANS, 'today', -1)).toBe('month');
  });
});
