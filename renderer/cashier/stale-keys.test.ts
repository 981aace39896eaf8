import { describe, expect, it } from 'vitest';
import { createKeyFreshness, MAX_KEY_AGE_MS } from './stale-keys.ts';

describe('keys that waited behind a freeze', () => {
  it('count when they are handled in time', () => {
    const fresh = createKeyFreshness();
    expect([0, 200, 400].map((atMs) => fresh(atMs, atMs + MAX_KEY_AGE_MS))).toEqual([true, true, true]);
  });

  it('are dropped together: no tail of a number is left', () => {
    const fresh = createKeyFreshness();
    const wokeAtMs = 2_000;
    expect([100, 900, 1_500, 1_990].map((atMs) => fresh(atMs, wokeAtMs))).toEqual([false, false, false, false]);
  });

  it('count again from the moment the window answers', () => {
    const fresh = createKeyFreshness();
    expect(fresh(100, 2_000)).toBe(false);
    expect(fresh(2_000, 2_001)).toBe(false);
    expect(fresh(2_050, 2_051)).toBe(true);
  });
});
