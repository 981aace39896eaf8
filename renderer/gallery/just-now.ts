/** Samples are of one day; how long something has waited is counted from now. What a scene says of an age is as old as this, whenever it is shown. */
import { calls } from '../../contract/calls.ts';
import type { CounterView } from '../../contract/views.ts';

const AGES_MS: ReadonlyMap<string, number> = new Map([
  ['since', 24_000],
  ['startedAt', 24_000],
  ['askedAt', 24_000],
  ['oldestAt', 12 * 60_000],
]);

export function justNow(view: CounterView | null): CounterView | null {
  if (view === null) return null;
  const nowMs = Date.now();
  const aged = JSON.stringify(view, (key, value: unknown) => {
    const ageMs = AGES_MS.get(key);
    return ageMs === undefined || typeof value !== 'string' ? value : new Date(nowMs - ageMs).toISOString();
  });
  return calls['counter.view'].res.parse(JSON.parse(aged));
}
