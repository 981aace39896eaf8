import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, daysBetween, endOfSeoulDay, epochMsOf, seoulCompact, seoulDateTime, seoulDay, seoulTime } from './seoul-time.ts';

const moment = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-30T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());

describe('a moment in Seoul', () => {
  test.each([
    ['2026-03-02T05:04:09Z', '2026-03-02 14:04:09', '2026-03-02', '20260302140409', '14:04'],
    ['2026-03-02T14:59:59.999Z', '2026-03-02 23:59:59', '2026-03-02', '20260302235959', '23:59'],
    ['2026-03-02T15:00:00.000Z', '2026-03-03 00:00:00', '2026-03-03', '20260303000000', '00:00'],
    ['2025-12-31T15:00:00Z', '2026-01-01 00:00:00', '2026-01-01', '20260101000000', '00:00'],
    ['2028-02-28T20:00:00Z', '2028-02-29 05:00:00', '2028-02-29', '20280229050000', '05:00'],
    // July: no summer time is added.
    ['2026-07-01T00:00:00Z', '2026-07-01 09:00:00', '2026-07-01', '20260701090000', '09:00'],
  ])('%s reads %s', (iso, dateTime, day, compact, time) => {
    expect(seoulDateTime(iso)).toBe(dateTime);
    expect(seoulDay(iso)).toBe(day);
    expect(seoulCompact(iso)).toBe(compact);
    expect(seoulTime(iso)).toBe(time);
  });

  test('agrees with the time-zone tables of the platform', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'medium' });
    fc.assert(
      fc.property(moment, (iso) => {
        expect(seoulDateTime(iso)).toBe(platform.format(new Date(iso)));
      }),
    );
  });

  test.each(['', 'yesterday', '2026-03-02', '2026-03-02T05:04:09', '2026-03-02T05:04:09+09:00', '2026-02-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-03-02T24:00:00Z'])(
    'refuses %j, which names no moment in UTC',
    (text) => expect(() => epochMsOf(text)).toThrow(RangeError),
  );
});

describe('a day in Seoul', () => {
  test('ends one millisecond before the next begins', () => {
    expect(endOfSeoulDay('2026-03-02')).toBe('2026-03-02T14:59:59.999Z');
    fc.assert(
      fc.property(moment, (iso) => {
        const end = endOfSeoulDay(seoulDay(iso));
        expect(epochMsOf(end)).toBeGreaterThanOrEqual(epochMsOf(iso));
        expect(epochMsOf(end) - epochMsOf(iso)).toBeLessThan(DAY_MS);
        expect(seoulDay(end)).toBe(seoulDay(iso));
        expect(seoulDay(new Date(epochMsOf(end) + 1).toISOString())).not.toBe(seoulDay(iso));
      }),
    );
  });

  test('days between count calendar days, both ways', () => {
    expect(daysBetween('2026-02-27', '2026-03-04')).toBe(5);
    expect(daysBetween('2026-03-04', '2026-02-27')).toBe(-5);
    expect(daysBetween('2026-03-04', '2026-03-04')).toBe(0);
    expect(() => daysBetween('2026-3-4', '2026-03-04')).toThrow(RangeError);
  });
});
