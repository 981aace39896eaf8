import { describe, expect, it } from 'vitest';
import { dayProblem } from './hand-in.ts';

const signedAt = (collectedAt: string) => ({ collectedAt });

describe('the day slips were handed in', () => {
  it.each(['', '다음 주', '2026-2-3', '2026-02-30', '2026-13-01', '20261128'])('%j is no day', (text) => {
    expect(dayProblem(text, [])).toEqual({ kind: 'no-day' });
  });

  it('is not before the last of them was signed, by the calendar in Seoul', () => {
    const slips = [signedAt('2026-11-20T05:00:00.000Z'), signedAt('2026-11-21T15:00:00.000Z')];
    expect(dayProblem('2026-11-21', slips)).toEqual({ kind: 'before-signed', day: '2026-11-22' });
    expect(dayProblem(' 2026-11-22 ', slips)).toBeNull();
    expect(dayProblem('2026-12-01', slips)).toBeNull();
  });
});
