import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLeft, deadlineAt, isMandatory, isPastDeadline } from './mandatory.ts';
import { epochMsOf } from './seoul-time.ts';
import { MANDATORY_FROM_WON } from './shop.ts';

const SECTOR = { mandatorySector: true, mandatoryFromWon: MANDATORY_FROM_WON, acceptResidentNumber: false };

describe('a mandatory issue', () => {
  test('binds a mandatory sector from 100,000 won, VAT included', () => {
    expect(isMandatory(SECTOR, 99_999)).toBe(false);
    expect(isMandatory(SECTOR, 100_000)).toBe(true);
    expect(isMandatory({ ...SECTOR, mandatorySector: false }, 1_000_000)).toBe(false);
  });

  test.each([
    // Paid on the 1st in Seoul, at any hour: until the end of the 6th.
    ['2026-02-28T15:00:00.000Z', '2026-03-06T14:59:59.999Z'],
    ['2026-03-01T14:59:59.999Z', '2026-03-06T14:59:59.999Z'],
    ['2026-12-29T03:00:00.000Z', '2027-01-03T14:59:59.999Z'],
    ['2028-02-25T03:00:00.000Z', '2028-03-01T14:59:59.999Z'],
  ])('paid at %s is due by %s', (paidAt, due) => expect(deadlineAt(paidAt)).toBe(due));

  test('counts five days down to the last, which is still in time', () => {
    const due = deadlineAt('2026-03-01T03:00:00Z');
    expect(daysLeft(due, '2026-03-01T03:00:00Z')).toBe(5);
    expect(daysLeft(due, '2026-03-05T15:00:00Z')).toBe(0);
    expect(isPastDeadline(due, '2026-03-06T14:59:59.999Z')).toBe(false);
    expect(isPastDeadline(due, '2026-03-06T15:00:00.000Z')).toBe(true);
    expect(daysLeft(due, '2026-03-06T15:00:00.000Z')).toBe(-1);
  });

  test('always leaves five whole days after the payment, and less than six', () => {
    const moments = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (date) => {
        const leftMs = epochMsOf(deadlineAt(date.toISOString())) - date.getTime();
        expect(leftMs).toBeGreaterThanOrEqual(5 * 86_400_000 - 1);
        expect(leftMs).toBeLessThan(6 * 86_400_000);
      }),
    );
  });
});
