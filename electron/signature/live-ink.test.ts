import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveInk } from '../../contract/signature.ts';
import { BATCH_EVERY_MS } from '../../contract/limits.ts';
import { liveInk, MAX_LIVE_POINTS } from '../../contract/signature.ts';
import type { PenEvent } from '../../native/signature-pad/port.ts';
import { watchInk } from './live-ink.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const GRID = { width: 1_000, height: 600 };
const pen = (x: number, y: number): PenEvent => ({ kind: 'point', point: { x, y } });

test('what comes together is shown together, and the newest is all there is', () => {
  const shown: LiveInk[] = [];
  const watch = watchInk('s1', GRID, (ink) => shown.push(ink));
  for (const event of [pen(1, 1), pen(2, 2), pen(2, 2), { kind: 'pen-up' }, pen(9, 9)] as const) watch.add(event);
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(BATCH_EVERY_MS);
  expect(shown).toEqual([{ signId: 's1', seq: 1, ...GRID, strokes: [[1, 1, 2, 2], [9, 9]] }]);
  watch.add({ kind: 'cleared' });
  vi.advanceTimersByTime(BATCH_EVERY_MS);
  expect(shown.at(-1)).toMatchObject({ seq: 2, strokes: [] });
  watch.add(pen(3, 3));
  watch.stop();
  vi.advanceTimersByTime(10_000);
  expect(shown).toHaveLength(2);
  expect(watch.ink().strokes).toEqual([[3, 3]]);
});

test('however long somebody draws, what crosses is bounded, and ends where the pen is', () => {
  const events = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ points: fc.integer({ min: 1, max: 900 }), up: fc.boolean() }) },
      { weight: 1, arbitrary: fc.constant('cleared' as const) },
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(events, fc.boolean(), (given, dots) => {
      const watch = watchInk('s1', GRID, () => undefined);
      let drawn = 0;
      let last: readonly number[] = [];
      for (const event of given) {
        if (event === 'cleared') {
          watch.add({ kind: 'cleared' });
          [drawn, last] = [0, []];
          continue;
        }
        for (let point = 0; point < event.points; point += 1) {
          const at = [(drawn * 7) % 1_000, (drawn * 3) % 600] as const;
          watch.add(pen(at[0], at[1]));
          if (dots) watch.add({ kind: 'pen-up' });
          drawn += 1;
          last = at;
        }
        if (event.up) watch.add({ kind: 'pen-up' });
      }
      const ink = watch.ink();
      const { strokes } = ink;
      expect(liveInk.safeParse(ink).success).toBe(true);
      expect(strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0)).toBeLessThanOrEqual(MAX_LIVE_POINTS);
      expect(strokes.at(-1)?.slice(-2) ?? []).toEqual([...last]);
      expect(watch.points()).toBe(drawn);
      expect(drawn === 0 || strokes.length > 0).toBe(true);
      watch.stop();
    }),
    { numRuns: 60 },
  );
});
