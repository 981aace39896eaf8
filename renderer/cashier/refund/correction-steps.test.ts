import { describe, expect, it } from 'vitest';
import type { RefundView } from '../../../contract/refund.ts';
import { CORRECTIONS } from '../../gallery/correction-samples.ts';
import { endOf, stepsOf } from './correction-steps.ts';

const { 'correction-cancelling': cancelling, 'correction-issued': issued } = CORRECTIONS;
const [receipt] = cancelling.receipts;
if (receipt === undefined) throw new Error('the sample cancels nothing');
const withOutcome = (outcome: (typeof receipt)['outcome']): RefundView => ({ ...cancelling, receipts: [{ ...receipt, outcome }] });
const withReissue = (over: Partial<NonNullable<RefundView['reissue']>>, stage: RefundView['stage'] = 'reissuing'): RefundView => ({ ...issued, stage, reissue: issued.reissue === null ? null : { ...issued.reissue, ...over } });

describe('how far a correction has come', () => {
  it('nothing is issued while the wrong one may stand', () => {
    expect(stepsOf(withOutcome(null))).toEqual({ cancel: 'under-way', issue: 'waiting', paper: 'waiting' });
    expect(stepsOf(withOutcome('queued'))).toEqual({ cancel: 'queued', issue: 'waiting', paper: 'waiting' });
    expect(stepsOf(withOutcome('unknown'))).toEqual({ cancel: 'unknown', issue: 'waiting', paper: 'waiting' });
    expect(stepsOf(withOutcome('failed'))).toEqual({ cancel: 'failed', issue: 'waiting', paper: 'waiting' });
  });

  it('then it is issued, then the paper comes', () => {
    expect(stepsOf(withReissue({ outcome: null }))).toEqual({ cancel: 'done', issue: 'under-way', paper: 'waiting' });
    expect(stepsOf(withReissue({ outcome: 'queued' }, 'slips'))).toEqual({ cancel: 'done', issue: 'queued', paper: 'under-way' });
    expect(stepsOf(withReissue({}, 'done'))).toEqual({ cancel: 'done', issue: 'done', paper: 'done' });
  });
});

describe('how a correction ended', () => {
  it('is what the new receipt’s own record says now, not what it said when it was begun', () => {
    expect(endOf(withReissue({ outcome: 'queued', state: 'issued' }))).toBe('issued');
    expect(endOf(withReissue({ outcome: 'queued', state: 'queued' }))).toBe('queued');
    expect(endOf(withReissue({ outcome: 'unknown', state: 'unknown' }))).toBe('unknown');
    expect(endOf(withReissue({ outcome: 'unknown', state: 'failed' }))).toBe('failed');
    expect(endOf(withReissue({ outcome: 'issued', state: 'rejected' }))).toBe('failed');
  });

  it('without its record, what was heard of it', () => {
    expect(endOf(withReissue({ outcome: 'issued', state: null }))).toBe('issued');
    expect(endOf(withReissue({ outcome: null, state: null }))).toBe('unknown');
  });

  it('where the wrong one could not be cancelled it stands, and nothing took its place', () => {
    expect(endOf({ ...cancelling, receipts: [{ ...receipt, outcome: 'failed', left: true }] })).toBe('left');
  });
});
