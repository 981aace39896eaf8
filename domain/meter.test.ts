import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured } from './meter.ts';
import { lastDays, meterReport, spreadOf } from './meter.ts';

const sale = (over: Partial<Measured> = {}): Measured => ({ day: '2026-11-24', person: 'ㄱ', sinceLastItem: 3, paidAfterMs: 9_000, receipt: null, ...over });

describe('the spread', () => {
  it('of nothing is nothing', () => expect(spreadOf([])).toBeNull());

  it('names values that were measured', () => {
    expect(spreadOf([5])).toEqual({ count: 1, median: 5, p90: 5 });
    expect(spreadOf([4, 1, 3, 2])).toEqual({ count: 4, median: 2, p90: 4 });
    expect(spreadOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ count: 10, median: 5, p90: 9 });
  });

  it('has half of all at or below its middle, nine tenths at or below its slow end, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (values) => {
        const spread = spreadOf(values);
        if (spread === null) throw new Error('values and no spread');
        const within = (limit: number) => values.filter((value) => value <= limit).length;
        expect(values).toContain(spread.median);
        expect(values).toContain(spread.p90);
        expect(within(spread.median) * 2).toBeGreaterThanOrEqual(values.length);
        expect(within(spread.p90) * 10).toBeGreaterThanOrEqual(values.length * 9);
        expect(spread.median).toBeLessThanOrEqual(spread.p90);
        expect(spreadOf(values.toReversed())).toEqual(spread);
      }),
    );
  });
});

describe('the report', () => {
  it('has every day, with and without sales, over the end of a month', () => {
    expect(lastDays('2026-03-02', 4)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  });

  it('counts today, the days and the people from the same sales', () => {
    const report = meterReport(
      [sale(), sale({ sinceLastItem: 5, receipt: { presses: 11, issuedAfterMs: 8_000 } }), sale({ day: '2026-11-23', person: 'ㄴ', sinceLastItem: 7 }), sale({ day: '2026-10-01' })],
      '2026-11-24',
      28,
    );
    expect(report.today).toMatchObject({ sales: 2, presses: { count: 2, median: 3, p90: 5 }, receiptPresses: { count: 1, median: 11 } });
    expect(report.days).toHaveLength(28);
    expect(report.days.at(-2)).toMatchObject({ day: '2026-11-23', sales: 1, presses: { median: 7 } });
    expect(report.days[0]).toMatchObject({ sales: 0, presses: null });
    expect(report.people.map(({ name, sales }) => [name, sales])).toEqual([['ㄱ', 2], ['ㄴ', 1]]);
    expect(report.days.reduce((sum, { sales }) => sum + sales, 0)).toBe(report.people.reduce((sum, { sales }) => sum + sales, 0));
  });
});
