import { expect, test } from 'vitest';
import type { LiveInk } from '../../../contract/signature.ts';
import { createInkStore } from './live-ink.ts';

const ink = (signId: string, seq: number): LiveInk => ({ signId, seq, width: 10, height: 10, strokes: [] });

test('the newest ink of a signature stands, whatever order it comes in; another signature takes its place', () => {
  const store = createInkStore();
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  for (const next of [ink('a', 1), ink('a', 3), ink('a', 2)]) store.put(next);
  expect(store.get()).toEqual(ink('a', 3));
  store.put(ink('b', 0));
  expect(store.get()).toEqual(ink('b', 0));
  expect(told).toBe(3);
  stop();
  store.forget();
  expect([store.get(), told]).toEqual([null, 3]);
});
