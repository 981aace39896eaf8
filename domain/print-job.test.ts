import { describe, expect, test } from 'vitest';
import type { PrintJobEvent, PrintJobState } from './print-job.ts';
import { mayBeOut, recoverPrintJob, stepPrintJob } from './print-job.ts';

const STATES: readonly PrintJobState[] = [
  { name: 'queued' },
  { name: 'sent' },
  { name: 'confirmed' },
  { name: 'unknown', why: 'reply-timeout' },
  { name: 'failed', cause: 'paper-end', detail: '' },
  { name: 'settled', how: 'written', was: 'failed' },
];
const EVENTS: readonly PrintJobEvent[] = [
  { type: 'sent' },
  { type: 'confirmed' },
  { type: 'unknown', why: 'reply-timeout' },
  { type: 'failed', cause: 'paper-end', detail: '' },
  { type: 'settled', how: 'came-out' },
  { type: 'settled', how: 'written' },
];

describe('a print job', () => {
  test('goes the ways that are drawn, every other event is refused and changes nothing', () => {
    const edges = STATES.flatMap((state) =>
      EVENTS.flatMap((event) => {
        const step = stepPrintJob(state, event);
        if (!step.ok) expect(step.state).toBe(state);
        return step.ok ? [`${state.name} ${event.type} ${step.state.name}`] : [];
      }),
    );
    expect(edges).toEqual(['queued sent sent', 'queued failed failed', 'sent confirmed confirmed', 'sent unknown unknown', 'sent failed failed', 'confirmed settled settled', 'unknown settled settled', 'unknown settled settled', 'failed settled settled']);
  });

  test('is confirmed only by the status of a job that was sent', () => {
    for (const state of STATES) expect(stepPrintJob(state, { type: 'confirmed' }).ok).toBe(state.name === 'sent');
  });

  test('ends as a person says, but paper that was certainly not printed did not come out', () => {
    const failed: PrintJobState = { name: 'failed', cause: 'paper-end', detail: '' };
    expect(stepPrintJob(failed, { type: 'settled', how: 'came-out' }).ok).toBe(false);
    expect(stepPrintJob(failed, { type: 'settled', how: 'not-wanted' }).state).toEqual({ name: 'settled', how: 'not-wanted', was: 'failed' });
  });

  test('that a printer called done and nobody has seen ends by what was given in its place, and by nothing else', () => {
    const ends = (['came-out', 'shown', 'written', 'not-wanted'] as const).filter((how) => stepPrintJob({ name: 'confirmed' }, { type: 'settled', how }).ok);
    expect(ends).toEqual(['shown', 'written']);
  });

  test('may have left paper in a hand unless it certainly has not', () => {
    expect(STATES.map((state) => mayBeOut(state))).toEqual([false, true, true, true, false, false]);
    for (const was of ['unknown', 'confirmed'] as const) expect(mayBeOut({ name: 'settled', how: 'shown', was })).toBe(true);
  });

  test('keeps why it failed', () => {
    expect(stepPrintJob({ name: 'sent' }, { type: 'failed', cause: 'cutter', detail: 'status 0x08' }).state).toEqual({ name: 'failed', cause: 'cutter', detail: 'status 0x08' });
  });
});

describe('a restart', () => {
  test('prints a slip nobody sent, and leaves the drawer shut', () => {
    expect(recoverPrintJob({ name: 'queued' }, 'slip')).toBe('send');
    expect(recoverPrintJob({ name: 'queued' }, 'drawer')).toMatchObject({ type: 'failed' });
  });

  test.each(['slip', 'drawer'] as const)('never sends again a %s that was sent: nobody knows what came out', (kind) => {
    expect(recoverPrintJob({ name: 'sent' }, kind)).toMatchObject({ type: 'unknown' });
    for (const state of STATES.slice(2)) expect(recoverPrintJob(state, kind)).toBe('nothing');
  });

  test('asks for nothing that the job refuses', () => {
    const asked = STATES.flatMap((state) =>
      (['slip', 'drawer'] as const).flatMap((kind) => {
        const what = recoverPrintJob(state, kind);
        return what === 'nothing' ? [] : [stepPrintJob(state, what === 'send' ? { type: 'sent' } : what).ok];
      }),
    );
    expect(asked).toEqual([true, true, true, true]);
  });
});
