import { expect, test } from 'vitest';
import type { CallResult } from '../bridge.ts';
import { createFoldingStore } from './folding.ts';

const LATE = { ok: false, code: 'program.bug', detail: 'no answer in 30 s' } as const;
const PONG = { ok: true, res: { n: 1 } } as const;

test('the first call is asked again while an older journal is folded, and its refusal stands once nothing goes on', async () => {
  const store = createFoldingStore();
  let asked = 0;
  const late = async (): Promise<CallResult<'counter.ping'>> => {
    asked += 1;
    if (asked <= 3) store.put({ done: asked * 500, total: 4_000 });
    return LATE;
  };
  expect(await store.wait(late)).toEqual(LATE);
  expect(asked, 'three times it went on').toBe(4);
  expect(store.get()).toEqual({ done: 1_500, total: 4_000 });
  expect(await store.wait(async () => PONG)).toEqual(PONG);
});
