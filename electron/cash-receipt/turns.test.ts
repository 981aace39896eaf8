import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turns } from './turns.ts';
import { FIRST_DELAY_MS, isDue, LONGEST_DELAY_MS, waitForTurn } from './turns.ts';

const NOON_MS = Date.UTC(2025, 2, 10, 3);

describe('the turn of a receipt that could not be settled', () => {
  it('waits five seconds, then twice as long each time, never longer than ten minutes', () => {
    const turns: Turns = new Map();
    const waits: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      waitForTurn(turns, 'r-1', NOON_MS);
      waits.push((turns.get('r-1')?.at ?? 0) - NOON_MS);
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 600_000, 600_000]);
  });

  it('is due at once when it was never tried', () => {
    expect(isDue(new Map(), 'r-1', NOON_MS)).toBe(true);
  });

  it('is due when the clock was put back: nothing waits for a clock to catch up', () => {
    const turns: Turns = new Map();
    waitForTurn(turns, 'r-1', NOON_MS);
    expect(isDue(turns, 'r-1', NOON_MS - 1)).toBe(true);
  });

  it('is due when its time has come and not a moment before, however often it was tried', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (tries) => {
        const turns: Turns = new Map();
        for (let n = 0; n < tries; n += 1) waitForTurn(turns, 'r-1', NOON_MS);
        const waited = Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS);
        expect(isDue(turns, 'r-1', NOON_MS + waited - 1)).toBe(false);
        expect(isDue(turns, 'r-1', NOON_MS + waited)).toBe(true);
      }),
    );
  });

  it('does not hold up another receipt', () => {
    const turns: Turns = new Map();
    for (let n = 0; n < 10; n += 1) waitForTurn(turns, 'r-1', NOON_MS);
    expect(isDue(turns, 'r-2', NOON_MS)).toBe(true);
  });
});
