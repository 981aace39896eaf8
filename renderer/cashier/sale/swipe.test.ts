import { expect, it } from 'vitest';
import { isAway, isSwipe } from './swipe.ts';

it('a finger that goes clearly to the left draws the line with it', () => {
  expect(isSwipe({ acrossPx: -40, downPx: 6 })).toBe(true);
});

it('a press that trembles, a scroll and a way to the right do not', () => {
  expect(isSwipe({ acrossPx: -8, downPx: 0 })).toBe(false);
  expect(isSwipe({ acrossPx: -40, downPx: 30 })).toBe(false);
  expect(isSwipe({ acrossPx: 90, downPx: 0 })).toBe(false);
});

it('let go after a third of the row it is out, before that it comes back', () => {
  expect(isAway(-200, 600)).toBe(true);
  expect(isAway(-170, 600)).toBe(false);
});
