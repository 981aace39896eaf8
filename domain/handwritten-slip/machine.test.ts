import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../people.ts';
import type { HandwrittenEvent, HandwrittenRefusal, HandwrittenSlip, HandwrittenState } from './machine.ts';
import { ageDays, isOpenHandwritten, MAX_PRINTS, openHandwritten, recoverHandwritten, stepHandwritten, summaryOf } from './machine.ts';

const KIM: Actor = { userId: 'u1', name: '김', role: 'cashier' };
const LEE: Actor = { userId: 'u2', name: '이', role: 'manager' };
const AT = '2026-03-02T05:04:09.000Z';
const collected = (how: 'printed' | 'by-hand'): HandwrittenEvent => ({ type: 'collected', how, by: KIM, at: AT });
const handed = (batch = '3월 1차', handedOn = '2026-03-09'): HandwrittenEvent => ({ type: 'handed-over', batch, handedOn });
const writtenOff = (by = LEE, reason = '손님이 떠남'): HandwrittenEvent => ({ type: 'written-off', by, at: AT, reason });

const ALPHABET: readonly HandwrittenEvent[] = [
  { type: 'printed' },
  { type: 'not-printed', cause: 'failed' },
  { type: 'not-printed', cause: 'unknown' },
  { type: 'print-again', jobId: 'p2' },
  { type: 'paper-found' },
  collected('printed'),
  collected('by-hand'),
  handed(),
  { type: 'charge-cancelled' },
  writtenOff(),
];

function explore() {
  const start = openHandwritten('p1');
  const seen = new Map<string, HandwrittenState>([[JSON.stringify(start), start]]);
  const edges = new Set<string>();
  const open = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const event of ALPHABET) {
      const step = stepHandwritten(state, event);
      if (!step.ok) continue;
      edges.add(`${state.name} ${event.type} ${step.state.name}`);
      if (seen.has(JSON.stringify(step.state))) continue;
      seen.set(JSON.stringify(step.state), step.state);
      open.push(step.state);
    }
  }
  return { states: [...seen.values()], edges };
}

const { states: REACHABLE, edges: EDGES } = explore();
const run = (...events: readonly HandwrittenEvent[]) =>
  events.reduce<HandwrittenState>((state, event) => {
    const step = stepHandwritten(state, event);
    if (!step.ok) throw new Error(`${event.type} refused: ${step.refusal}`);
    return step.state;
  }, openHandwritten('p1'));
const refusalOf = (state: HandwrittenState, event: HandwrittenEvent) => {
  const step = stepHandwritten(state, event);
  return step.ok ? 'accepted' : step.refusal;
};

describe('a handwritten slip', () => {
  test('goes the ways that are drawn, and no other', () => {
    expect(EDGES).toEqual(
      new Set([
        'printing printed printed',
        'printing not-printed not-printed',
        'printing charge-cancelled not-needed',
        'printed print-again printing',
        'printed collected collected',
        'printed charge-cancelled not-needed',
        'printed written-off written-off',
        'not-printed print-again printing',
        'not-printed paper-found printed',
        'not-printed collected collected',
        'not-printed charge-cancelled not-needed',
        'not-printed written-off written-off',
        'collected handed-over handed-over',
        'collected charge-cancelled not-needed',
      ]),
    );
  });

  test('is moved by nothing once it is over', () => {
    const over = REACHABLE.filter((state) => ['handed-over', 'not-needed', 'written-off'].includes(state.name));
    expect(over).toHaveLength(4);
    for (const state of over) for (const event of ALPHABET) expect(stepHandwritten(state, event)).toMatchObject({ ok: false, state });
  });

  test('in any order of events stops being open only by a signature, a cancelled charge or a manager', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 30, size: 'max' }), (events) => {
        let state = openHandwritten('p1');
        for (const event of events) {
          const before = structuredClone(state);
          const step = stepHandwritten(state, event);
          expect(state).toEqual(before);
          if (!step.ok) expect(step.state).toBe(state);
          if (isOpenHandwritten(state) && !isOpenHandwritten(step.state)) expect(['collected', 'charge-cancelled', 'written-off']).toContain(event.type);
          state = step.state;
        }
      }),
    );
  });

  test('is collected as what it is: the printed one, or the one written by hand because none was printed', () => {
    expect(run({ type: 'printed' }, collected('printed'))).toEqual({ name: 'collected', how: 'printed', collectedBy: KIM, collectedAt: AT });
    expect(run({ type: 'not-printed', cause: 'failed' }, collected('by-hand'))).toMatchObject({ name: 'collected', how: 'by-hand' });
    expect(refusalOf(run({ type: 'printed' }), collected('by-hand'))).toBe('handwritten.not-in-this-stage');
    expect(refusalOf(run({ type: 'not-printed', cause: 'failed' }), collected('printed'))).toBe('handwritten.not-in-this-stage');
  });

  test('of which nobody knows whether it printed can be found; one that failed cannot', () => {
    expect(run({ type: 'not-printed', cause: 'unknown' }, { type: 'paper-found' })).toMatchObject({ name: 'printed' });
    expect(refusalOf(run({ type: 'not-printed', cause: 'failed' }), { type: 'paper-found' })).toBe('handwritten.not-in-this-stage');
  });

  test.each<[string, HandwrittenEvent, HandwrittenRefusal | 'accepted']>([
    ['batch and day', handed(' 3월 1차 ', '2026-03-02'), 'accepted'],
    ['no batch', handed('  '), 'handwritten.batch-missing'],
    ['a batch that is a novel', handed('가'.repeat(61)), 'handwritten.batch-missing'],
    ['a day before it was signed', handed('1', '2026-03-01'), 'handwritten.day-invalid'],
    ['a day that is none', handed('1', '2026-02-30'), 'handwritten.day-invalid'],
    ['something else for a day', handed('1', '다음 주'), 'handwritten.day-invalid'],
  ])('is handed over with %s', (_, event, refusal) => expect(refusalOf(run({ type: 'printed' }, collected('printed')), event)).toBe(refusal));

  test('is written off by a manager, with a reason', () => {
    const printed = run({ type: 'printed' });
    expect(refusalOf(printed, writtenOff(KIM))).toBe('handwritten.manager-needed');
    expect(refusalOf(printed, writtenOff(LEE, ' '))).toBe('handwritten.reason-missing');
    expect(run({ type: 'printed' }, writtenOff())).toEqual({ name: 'written-off', by: LEE, at: AT, reason: '손님이 떠남' });
  });

  test('is not printed for ever', () => {
    const tries = Array.from({ length: MAX_PRINTS - 1 }, () => [{ type: 'not-printed', cause: 'failed' }, { type: 'print-again', jobId: 'p2' }] as const).flat();
    const last = run(...tries, { type: 'not-printed', cause: 'failed' });
    expect(refusalOf(last, { type: 'print-again', jobId: 'p2' })).toBe('handwritten.too-many-prints');
    expect(refusalOf(last, collected('by-hand'))).toBe('accepted');
  });

  test('prints nothing by itself after a restart', () => {
    for (const state of REACHABLE) expect(recoverHandwritten(state).kind).toBe(state.name === 'printed' || state.name === 'not-printed' ? 'ask-person' : 'nothing');
  });
});

describe('closing a shift', () => {
  const slip = (slipId: string, chargedWon: number, since: string, state: HandwrittenState): HandwrittenSlip => ({ slipId, chargedWon, since, state });

  test('names unsigned and unprinted slips and those to hand in, by count, won and age', () => {
    const slips = [
      slip('a', 52_500, '2026-03-02T05:04:09.000Z', run({ type: 'printed' })),
      slip('b', 70_000, '2026-03-03T05:04:09.000Z', run({ type: 'printed' })),
      slip('c', 60_000, '2026-03-04T00:00:00.000Z', run({ type: 'not-printed', cause: 'failed' })),
      slip('d', 80_000, '2026-02-20T00:00:00.000Z', run({ type: 'printed' }, collected('printed'))),
      slip('e', 90_000, '2026-01-01T00:00:00.000Z', run({ type: 'printed' }, collected('printed'), handed())),
    ];
    expect(summaryOf(slips, '2026-03-04T05:00:00.000Z')).toEqual({
      unsigned: { count: 2, won: 122_500, oldestDays: 2 },
      notPrinted: { count: 1, won: 60_000, oldestDays: 0 },
      toHandOver: { count: 1, won: 80_000, oldestDays: 12 },
    });
  });

  test('leaves out no open slip', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REACHABLE), { maxLength: 20 }), (states) => {
        const summary = summaryOf(states.map((state, index) => slip(`s${index}`, 1_000, AT, state)), AT);
        expect(summary.unsigned.count + summary.notPrinted.count).toBe(states.filter(isOpenHandwritten).length);
      }),
    );
  });

  test('counts days as the calendar in Seoul does, and never below zero', () => {
    expect(ageDays({ since: '2026-03-02T14:59:59.000Z' }, '2026-03-02T15:00:00.000Z')).toBe(1);
    expect(ageDays({ since: '2026-03-03T00:00:00.000Z' }, '2026-03-01T00:00:00.000Z')).toBe(0);
  });
});
