import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PenPiece } from '../../contract/signature.ts';
import { MAX_BATCH_POINTS, SIGN_FIELD } from '../../contract/limits.ts';
import type { PadLimits, PenEvent, SignOutcome } from '../../native/signature-pad/port.ts';
import type { DisplayPad } from './display-pad.ts';
import { createDisplayPad, DISPLAY_PAD_LIMITS } from './display-pad.ts';

const { wakeTimeoutMs, firstPointTimeoutMs, silenceMs, signingTimeoutMs } = DISPLAY_PAD_LIMITS;
const NAME: PenPiece[] = [{ starts: true, points: Array.from({ length: 40 }, (_, step) => [100 + step * 15, 300 + (step % 7) * 20]) }];
const DOT: PenPiece[] = [{ starts: true, points: [[500, 300], [501, 300]] }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function padOf(limits: Partial<PadLimits> = {}): DisplayPad {
  let fields = 0;
  return createDisplayPad({ nextId: () => `f${(fields += 1)}`, isAlive: () => true, limits });
}

/** Asks, and follows what becomes of it. */
async function asked(pad: DisplayPad) {
  const pens: PenEvent[] = [];
  const outcomes: SignOutcome[] = [];
  void pad.sign({ lines: [], onPen: (event) => pens.push(event) }).then((outcome) => outcomes.push(outcome));
  await vi.advanceTimersByTimeAsync(0);
  return { pens, outcomes, after: async (ms: number) => { await vi.advanceTimersByTimeAsync(ms); return outcomes; } };
}

describe('the customer display as a pad', () => {
  test('takes a name in batches and hands over strokes and every point of them', async () => {
    const pad = padOf();
    const sign = await asked(pad);
    expect(pad.page.opened('f1')).toEqual({ next: 0 });
    expect(pad.page.drawn({ signId: 'f1', seq: 0, pieces: [{ starts: true, points: [[10, 10], [400, 10]] }] })).toEqual({ next: 1 });
    expect(pad.page.drawn({ signId: 'f1', seq: 1, pieces: [{ starts: false, points: [[700, 10]] }, ...NAME] })).toEqual({ next: 2 });
    expect(pad.page.done({ signId: 'f1', seq: 2 })).toEqual({ next: null });
    const [outcome] = await sign.after(0);
    expect(outcome).toMatchObject({ state: 'signed', signature: { ...SIGN_FIELD, strokes: [[{ x: 10, y: 10 }, { x: 400, y: 10 }, { x: 700, y: 10 }], { length: 40 }] } });
    expect(sign.pens.filter(({ kind }) => kind === 'point')).toHaveLength(43);
    expect(sign.pens.filter(({ kind }) => kind === 'pen-up')).toHaveLength(1);
  });

  test('drops what is out of turn or of another field, and says what it waits for', async () => {
    const pad = padOf();
    const sign = await asked(pad);
    expect(pad.page.drawn({ signId: 'f1', seq: 0, pieces: NAME })).toEqual({ next: 0 });
    pad.page.opened('f1');
    expect(pad.page.drawn({ signId: 'f0', seq: 0, pieces: NAME })).toEqual({ next: null });
    expect(pad.page.drawn({ signId: 'f1', seq: 3, pieces: NAME })).toEqual({ next: 0 });
    pad.page.drawn({ signId: 'f1', seq: 0, pieces: NAME });
    expect(pad.page.drawn({ signId: 'f1', seq: 0, pieces: NAME })).toEqual({ next: 1 });
    expect(pad.page.done({ signId: 'f1', seq: 0 })).toEqual({ next: 1 });
    expect(pad.page.cancelled('f0')).toEqual({ next: null });
    expect(sign.outcomes).toEqual([]);
    expect(sign.pens.filter(({ kind }) => kind === 'point')).toHaveLength(40);
  });

  test.each([
    ['a display that never shows the field is silent', [], wakeTimeoutMs, { state: 'absent', cause: 'silent' }],
    ['nobody signs', ['open'], firstPointTimeoutMs, { state: 'time-over' }],
    ['a page that falls silent in the middle is broken, however much there is', ['open', 'draw'], silenceMs, { state: 'failed', reason: 'no-answer' }],
    ['done too early is too little', ['open', 'dot', 'done'], 0, { state: 'empty' }],
    ['the customer cannot sign', ['open', 'draw', 'cancel'], 0, { state: 'cancelled', by: 'customer' }],
    ['she cannot, before the page has said that it is there', ['cancel'], 0, { state: 'cancelled', by: 'customer' }],
    ['the cashier gives up', ['open', 'draw', 'abort'], 0, { state: 'cancelled', by: 'counter' }],
    ['clearing begins the wait for the first point again', ['open', 'draw', 'clear'], firstPointTimeoutMs, { state: 'time-over' }],
    ['a page that begins anew has lost its ink', ['open', 'draw', 'open', 'done-first'], 0, { state: 'empty' }],
    ['a page that begins anew again and again is broken', ['open', 'open', 'open', 'open'], 0, { state: 'failed', reason: 'reset' }],
    ['the counter closes', ['open', 'draw', 'close'], 0, { state: 'absent', cause: 'closed' }],
  ] as const)('%s', async (_, acts, waitMs, expected) => {
    const pad = padOf();
    const sign = await asked(pad);
    let seq = 0;
    for (const act of acts) {
      if (act === 'open') pad.page.opened('f1');
      if (act === 'draw' || act === 'dot') pad.page.drawn({ signId: 'f1', seq: seq++, pieces: act === 'draw' ? NAME : DOT });
      if (act === 'clear') pad.page.cleared({ signId: 'f1', seq: seq++ });
      if (act === 'done') pad.page.done({ signId: 'f1', seq });
      if (act === 'done-first') pad.page.done({ signId: 'f1', seq: 0 });
      if (act === 'cancel') pad.page.cancelled('f1');
      if (act === 'abort') expect(pad.abort()).toBe(true);
      if (act === 'close') void pad.close();
    }
    if (waitMs > 0) expect(await sign.after(waitMs - 1)).toEqual([]);
    expect(await sign.after(waitMs > 0 ? 1 : 0)).toEqual([expect.objectContaining(expected)]);
    expect(pad.abort()).toBe(false);
  });

  test('who draws without an end is taken at her word when the time is over', async () => {
    const pad = padOf();
    const sign = await asked(pad);
    pad.page.opened('f1');
    for (let seq = 0; seq * 1_000 < signingTimeoutMs; seq += 1) {
      pad.page.drawn({ signId: 'f1', seq, pieces: NAME });
      await sign.after(1_000);
    }
    expect(sign.outcomes).toMatchObject([{ state: 'signed' }]);
  });

  test('more points than a pad may hold end it', async () => {
    const pad = padOf({ maxPoints: 50 });
    const sign = await asked(pad);
    pad.page.opened('f1');
    pad.page.drawn({ signId: 'f1', seq: 0, pieces: NAME });
    expect(pad.page.drawn({ signId: 'f1', seq: 1, pieces: NAME })).toEqual({ next: null });
    const [outcome] = await sign.after(0);
    expect(outcome?.state === 'signed' && outcome.signature.strokes.flat()).toHaveLength(50);
  });

  test('one after the other, and no more than may wait', async () => {
    const pad = padOf({ maxRequests: 2 });
    const first = await asked(pad);
    const second = await asked(pad);
    expect(await pad.sign({ lines: [] })).toMatchObject({ state: 'absent', cause: 'busy' });
    expect(pad.page.opened('f2')).toEqual({ next: null });
    pad.abort();
    await first.after(0);
    expect(pad.page.opened('f2')).toEqual({ next: 0 });
    pad.abort();
    expect(await second.after(0)).toMatchObject([{ state: 'cancelled' }]);
  });

  test('has no numbers and no messages, and is as well as its page', async () => {
    expect(await padOf().askNumber({ lines: [], maxLength: 11, showDigits: true })).toMatchObject({ state: 'absent', cause: 'refused' });
    expect(await padOf().show([], 3)).toMatchObject({ state: 'absent', cause: 'refused' });
    expect(await padOf().info()).toMatchObject({ state: 'answers' });
    expect(await createDisplayPad({ nextId: () => 'f', isAlive: () => false }).info()).toMatchObject({ state: 'absent', cause: 'silent' });
  });
});

const point = fc.tuple(fc.integer({ min: 0, max: SIGN_FIELD.width - 1 }), fc.integer({ min: 0, max: SIGN_FIELD.height - 1 }));
const pieces = fc.array(fc.record({ starts: fc.boolean(), points: fc.array(point, { minLength: 1, maxLength: 30 }) }), { minLength: 1, maxLength: 5 });
const signId = fc.constantFrom('f1', 'f1', 'f1', 'f2', 'x');
const seq = fc.option(fc.nat({ max: 6 }), { nil: null });
const acts = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ act: fc.constant('open' as const), signId }) },
    { weight: 6, arbitrary: fc.record({ act: fc.constant('draw' as const), signId, seq, pieces }) },
    fc.record({ act: fc.constantFrom('clear' as const, 'done' as const), signId, seq }),
    fc.record({ act: fc.constantFrom('cancel' as const), signId: fc.constantFrom('x', 'f2') }),
    fc.record({ act: fc.constant('pass' as const), ms: fc.nat({ max: 20_000 }) }),
  ),
  { maxLength: 60 },
);

test('whatever a page says, in any order: the outcome comes within the time, once, and what is handed over is what stood on the glass', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.integer({ min: 5, max: 200 }), async (said, maxPoints) => {
      const pad = padOf({ maxPoints });
      const sign = await asked(pad);
      let next = 0;
      for (const each of said) {
        const turn = (given: number | null) => given ?? next;
        const answer =
          each.act === 'open' ? pad.page.opened(each.signId)
          : each.act === 'draw' ? pad.page.drawn({ signId: each.signId, seq: turn(each.seq), pieces: each.pieces })
          : each.act === 'clear' ? pad.page.cleared({ signId: each.signId, seq: turn(each.seq) })
          : each.act === 'done' ? pad.page.done({ signId: each.signId, seq: turn(each.seq) })
          : each.act === 'cancel' ? pad.page.cancelled(each.signId)
          : null;
        if (each.act === 'pass') await sign.after(each.ms);
        if (answer?.next != null) next = answer.next;
      }
      await sign.after(Math.max(wakeTimeoutMs, firstPointTimeoutMs, silenceMs, signingTimeoutMs));
      expect(sign.outcomes).toHaveLength(1);
      const [outcome] = sign.outcomes;
      if (outcome?.state !== 'signed') return;
      const since = sign.pens.findLastIndex(({ kind }) => kind === 'cleared');
      const seen = sign.pens.slice(since + 1).flatMap((event) => (event.kind === 'point' ? [event.point] : []));
      const kept = outcome.signature.strokes.flat();
      expect(kept.length).toBeLessThanOrEqual(maxPoints);
      expect(seen).toEqual(expect.arrayContaining(kept));
      for (const { x, y } of kept) expect(x >= 0 && x < SIGN_FIELD.width && y >= 0 && y < SIGN_FIELD.height).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a batch is bounded where it crosses', async () => {
  const { penBatch } = await import('../../contract/signature.ts');
  const with1 = (points: [number, number][]) => penBatch.safeParse({ signId: 'f1', seq: 0, pieces: [{ starts: true, points }] }).success;
  expect(with1(Array.from({ length: MAX_BATCH_POINTS }, () => [1, 1]))).toBe(true);
  expect(with1(Array.from({ length: MAX_BATCH_POINTS + 1 }, () => [1, 1]))).toBe(false);
  expect(penBatch.safeParse({ signId: 'f1', seq: 0, pieces: Array.from({ length: 3 }, () => ({ starts: true, points: Array.from({ length: 400 }, () => [1, 1]) })) }).success).toBe(false);
  for (const odd of [[SIGN_FIELD.width, 0], [0, SIGN_FIELD.height], [-1, 0], [0.5, 0]] as const) expect(with1([[odd[0], odd[1]]])).toBe(false);
  expect(with1([])).toBe(false);
});
