import { describe, expect, it } from 'vitest';
import { isStaleTouch } from './stale-touch.ts';

const at = (atMs: number, x = 100, y = 100) => ({ atMs, x, y });

describe('a touch', () => {
  it('counts on a screen that could be seen when the finger came down', () => {
    expect(isStaleTouch(at(1_000), null, 900)).toBe(false);
  });

  it('from before the screen could be seen does nothing', () => {
    expect(isStaleTouch(at(1_000), null, 1_001)).toBe(true);
  });

  it('is the second half of a double tap when the first half changed the screen', () => {
    const first = at(1_000);
    expect(isStaleTouch(at(1_200), first, 1_050)).toBe(true);
    expect(isStaleTouch(at(1_200), first, 500), 'the same screen: two quick touches are two').toBe(false);
    expect(isStaleTouch(at(1_200, 300), first, 1_050), 'another place is another decision').toBe(false);
    expect(isStaleTouch(at(1_500), first, 1_050), 'and so is a later one').toBe(false);
  });
});
