import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HandwrittenReason, SignatureEvent, SignatureState } from './machine.ts';
import { MAX_ATTEMPTS, recoverSignature, startSignature, stepSignature } from './machine.ts';
import type { SignatureNeed, SignatureSettings, SignatureTaker } from './rule.ts';
import { DEFAULT_SIGNATURE, needsSignature, signatureNeed } from './rule.ts';
import type { Stroke } from './strokes.ts';
import { clampPoint, FIELD, isSignature, MAX_POINTS } from './strokes.ts';

const settings = (rest: Partial<SignatureSettings>): SignatureSettings => ({ ...DEFAULT_SIGNATURE, ...rest });

describe('a signature', () => {
  test.each([
    [49_999, true, false],
    [50_000, true, true],
    [50_001, true, true],
    [49_999, false, false],
    [50_000, false, false],
    [50_001, false, true],
  ])('for %i won, inclusive %s: %s', (wonCharged, inclusive, needed) => expect(needsSignature(settings({ inclusive }), wonCharged)).toBe(needed));

  test.each<[boolean | null, SignatureTaker, boolean, SignatureNeed]>([
    [true, 'none', false, 'terminal'],
    [true, 'pad', true, 'terminal'],
    [false, 'terminal', true, 'pad'],
    [false, 'terminal', false, 'handwritten'],
    [false, 'pad', true, 'pad'],
    [false, 'none', false, 'handwritten'],
    [null, 'terminal', true, 'terminal'],
    [null, 'pad', true, 'pad'],
    [null, 'pad', false, 'handwritten'],
    [null, 'none', true, 'handwritten'],
  ])('the terminal saying %s, the setting %s, our own pad %s: %s', (said, takenBy, ownPad, need) => {
    expect(signatureNeed(settings({ takenBy, ownPad }), 50_000, said)).toBe(need);
    expect(signatureNeed(settings({ takenBy, ownPad }), 49_999, said)).toBe('not-needed');
  });
});

const EVENTS: readonly SignatureEvent[] = [
  { type: 'signed', signatureId: 's1' },
  ...(['too-short', 'cancelled', 'silent', 'broken', 'absent', 'given-up'] as const).map((type) => ({ type })),
];

describe('the pad', () => {
  const START = startSignature('pad');

  test.each<[SignatureEvent['type'] & HandwrittenReason]>([['cancelled'], ['silent'], ['broken'], ['absent'], ['given-up']])('being %s leads to the handwritten slip at once', (type) => {
    expect(stepSignature(START, { type })).toEqual({ ok: true, state: { name: 'handwritten', why: type }, command: 'print-handwritten' });
  });

  test('with too short a signature asks once more, and no more', () => {
    const again = stepSignature(START, { type: 'too-short' });
    expect(again).toMatchObject({ state: { name: 'asking', attempt: MAX_ATTEMPTS }, command: 'ask-pad' });
    expect(stepSignature(again.state, { type: 'too-short' })).toMatchObject({ state: { name: 'handwritten', why: 'too-short' } });
    expect(stepSignature(again.state, { type: 'signed', signatureId: 's1' })).toMatchObject({ state: { name: 'signed', signatureId: 's1' }, command: 'nothing' });
  });

  test('in any order of events ends signed or handwritten, once, and is moved by nothing after', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { minLength: MAX_ATTEMPTS, maxLength: 10 }), (events) => {
        let state: SignatureState = START;
        let slips = 0;
        for (const event of events) {
          const step = stepSignature(state, event);
          if (state.name !== 'asking') expect(step).toEqual({ ok: false, state });
          if (step.ok && step.command === 'print-handwritten') slips += 1;
          state = step.state;
        }
        expect(state.name).not.toBe('asking');
        expect(slips).toBe(state.name === 'handwritten' ? 1 : 0);
      }),
    );
  });

  test('is not asked where there is none', () => expect(startSignature('handwritten')).toEqual({ name: 'handwritten', why: 'no-pad' }));

  test('is asked again after a restart, and a slip that has its own record is not', () => {
    expect(recoverSignature(START)).toBe('ask-pad');
    expect([recoverSignature({ name: 'signed', signatureId: 's1' }), recoverSignature({ name: 'handwritten', why: 'silent' })]).toEqual(['nothing', 'nothing']);
  });
});

describe('ink', () => {
  const line = (points: number, length: number): Stroke => Array.from({ length: points }, (_, index) => ({ x: Math.round((length * index) / (points - 1)), y: 500 }));

  test('of a line across the field is a signature; none, a tick and a long press are not', () => {
    expect(isSignature([line(20, 600)])).toBe(true);
    expect(isSignature([line(10, 150), line(10, 150)])).toBe(true);
    expect(isSignature([])).toBe(false);
    expect(isSignature([line(20, 80)])).toBe(false);
    expect(isSignature([line(3, 900)])).toBe(false);
    expect(isSignature([Array.from({ length: 500 }, () => ({ x: 40, y: 40 }))])).toBe(false);
  });

  test('without end is none: a pad that sends for ever fills nothing', () => {
    expect(isSignature([line(MAX_POINTS, 900)])).toBe(true);
    expect(isSignature([line(MAX_POINTS + 1, 900)])).toBe(false);
  });

  test('is not made by lifting the pen: the way between strokes counts for nothing', () => {
    const corners = [0, FIELD].flatMap((x) => [0, FIELD].map((y): Stroke => Array.from({ length: 5 }, () => ({ x, y }))));
    expect(isSignature(corners)).toBe(false);
  });

  test('stays in the field, whatever the pad sends', () => {
    const odd = fc.oneof(fc.double(), fc.integer({ min: -5_000, max: 5_000 }));
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ x: odd, y: odd }), { maxLength: 20 }), { maxLength: 5 }), (strokes) => {
        expect(typeof isSignature(strokes)).toBe('boolean');
        for (const point of strokes.flat()) {
          const kept = clampPoint(point);
          if (kept === null) expect(Number.isFinite(point.x) && Number.isFinite(point.y)).toBe(false);
          else for (const at of [kept.x, kept.y]) expect(at >= 0 && at <= FIELD && Number.isInteger(at)).toBe(true);
        }
      }),
    );
  });
});
