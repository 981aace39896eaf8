import { describe, expect, it } from 'vitest';
import type { PrintRow } from '../../../contract/prints.ts';
import { attemptOf, newestSlip } from './use-not-out.ts';

const row = (jobId: string, state: PrintRow['state'], over: Partial<PrintRow> = {}): PrintRow => ({
  jobId, kind: 'slip', state, copyNumber: 1, failure: null, createdAt: '2026-03-14T05:08:00.000Z', reason: 'original', copyKind: 'customer', printer: 'first', askedBy: null, approvedBy: null, fact: null, settled: null, ...over,
});

describe('the slip a customer waits for', () => {
  it('is the newest, and neither the drawer nor the one to sign by hand', () => {
    expect(newestSlip([row('a', 'failed'), row('b', 'confirmed'), row('c', 'sent', { kind: 'drawer' }), row('d', 'sent', { reason: 'handwritten' })])?.jobId).toBe('b');
    expect(newestSlip([row('c', 'confirmed', { kind: 'drawer' })])).toBeNull();
  });
});

describe('how a step of the way stands', () => {
  const failed = row('a', 'failed');

  it('before anything was asked for: nothing, whatever came before', () => expect(attemptOf('again', null, failed, false)).toEqual({ at: 'nothing' }));
  it('what was asked for on another step says nothing of this one', () => expect(attemptOf('other', { step: 'again', newestBefore: 'a' }, row('b', 'failed'), false)).toEqual({ at: 'nothing' }));

  it.each(['queued', 'sent'] as const)('a slip that is %s is on its way, whoever asked for it', (state) => {
    expect(attemptOf('again', null, row('b', state), false)).toEqual({ at: 'on-its-way' });
  });

  it('never takes the slip before for the one that was asked for', () => expect(attemptOf('again', { step: 'again', newestBefore: 'a' }, failed, false)).toEqual({ at: 'on-its-way' }));

  it.each(['confirmed', 'unknown', 'failed'] as const)('is what became of it: %s', (state) => {
    const print = row('b', state);
    expect(attemptOf('again', { step: 'again', newestBefore: 'a' }, print, false)).toEqual({ at: 'out', print });
  });
});
