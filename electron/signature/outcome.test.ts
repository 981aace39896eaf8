import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSignature, stepSignature } from '../../domain/signature/machine.ts';
import type { AbsentCause, SignOutcome } from '../../native/signature-pad/port.ts';
import { judgeOutcome } from './outcome.ts';

const line = (length: number, points = 20) => [Array.from({ length: points }, (_, step) => ({ x: Math.round((length * step) / (points - 1)), y: 30 }))];
const signed = (width: number, height: number, length: number): SignOutcome => ({ state: 'signed', signature: { width, height, strokes: line(length) } });
const absent = (cause: AbsentCause): SignOutcome => ({ state: 'absent', cause, detail: '' });

test.each([
  ['nothing but a touch', { state: 'empty' }, 'too-short'],
  ['less than a name on a small pad', signed(128, 64, 25), 'too-short'],
  ['less than a name on the display', signed(1_000, 600, 200), 'too-short'],
  ['the customer cancelled', { state: 'cancelled', by: 'customer' }, 'cancelled'],
  ['the cashier gave up', { state: 'cancelled', by: 'counter' }, 'given-up'],
  ['nobody touched it', { state: 'time-over' }, 'silent'],
  ['a pad that says nothing', absent('silent'), 'silent'],
  ['no pad', absent('none'), 'absent'],
  ['a cable that is out', absent('unreachable'), 'absent'],
  ['a pad that was closed', absent('closed'), 'absent'],
  ['a pad that cannot', absent('refused'), 'broken'],
  ['too many at once', absent('busy'), 'broken'],
  ['a pad that failed in the middle', { state: 'failed', reason: 'line-dropped', detail: '' }, 'broken'],
  ['words that do not fit', { state: 'invalid', detail: '' }, 'broken'],
] as const satisfies readonly (readonly [string, SignOutcome, string])[])('%s: %s', (_, outcome, type) => expect(judgeOutcome(outcome)).toEqual({ kind: 'event', event: { type } }));

test.each([
  [128, 64, 40],
  [1_000, 600, 400],
])('a name on a field of %i by %i is one', (width, height, length) => expect(judgeOutcome(signed(width, height, length))).toMatchObject({ kind: 'signed' }));

test('every outcome moves the machine', () => {
  const point = fc.record({ x: fc.nat({ max: 127 }), y: fc.nat({ max: 63 }) });
  const outcomes = fc.oneof(
    fc.record({ state: fc.constant('signed' as const), signature: fc.record({ width: fc.constant(128), height: fc.constant(64), strokes: fc.array(fc.array(point, { minLength: 1, maxLength: 40 }), { maxLength: 6 }) }) }),
    fc.constantFrom<SignOutcome>({ state: 'empty' }, { state: 'time-over' }, { state: 'cancelled', by: 'customer' }, { state: 'cancelled', by: 'counter' }, { state: 'invalid', detail: '' }),
    fc.constantFrom<AbsentCause>('none', 'unreachable', 'silent', 'refused', 'busy', 'closed').map(absent),
    fc.constantFrom('line-dropped' as const, 'no-answer' as const, 'reset' as const).map((reason): SignOutcome => ({ state: 'failed', reason, detail: '' })),
  );
  fc.assert(
    fc.property(outcomes, (outcome) => {
      const judged = judgeOutcome(outcome);
      const step = stepSignature(startSignature('pad'), judged.kind === 'signed' ? { type: 'signed', signatureId: 'sg' } : judged.event);
      expect(step.ok).toBe(true);
      expect(step.state.name === 'signed').toBe(judged.kind === 'signed');
      if (judged.kind === 'signed') expect(outcome.state).toBe('signed');
    }),
  );
});
