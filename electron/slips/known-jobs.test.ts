import { describe, expect, it } from 'vitest';
import type { PrintJobState } from '../../domain/print-job.ts';
import { sampleSlip } from '../../native/printer/samples.ts';
import type { KnownJob } from './known-jobs.ts';
import { forgettable, OPEN_JOBS_LIMIT, toSettle, unsettledOf } from './known-jobs.ts';

const CONFIRMED: PrintJobState = { name: 'confirmed' };
const UNKNOWN: PrintJobState = { name: 'unknown', why: 'silent' };
const FAILED: PrintJobState = { name: 'failed', cause: 'paper-end', detail: '' };

const minute = (n: number): string => new Date(Date.UTC(2025, 2, 10, 3, n)).toISOString();

function slip(jobId: string, saleId: string | null, madeAtMinute: number, state: PrintJobState): KnownJob {
  const job = { kind: 'slip', document: sampleSlip('test', 48), copyKind: 'customer', copyNumber: 1 } as const;
  return { jobId, job, reason: 'original', saleId, saleNumber: saleId === null ? null : 1, state, createdAt: minute(madeAtMinute), askedBy: null, settledBy: null };
}

function drawer(jobId: string, saleId: string, state: PrintJobState): KnownJob {
  return { jobId, job: { kind: 'drawer' }, reason: 'drawer', saleId, saleNumber: 1, state, createdAt: minute(0), askedBy: null, settledBy: null };
}

const idsOf = (jobs: readonly KnownJob[]) => jobs.map((job) => job.jobId);

describe('slips in doubt', () => {
  it.each([
    ['unknown', UNKNOWN],
    ['failed', FAILED],
  ] as const)('an %s slip stays until a person has seen to it', (_name, state) => {
    expect(idsOf(unsettledOf([slip('p-1', 's-1', 1, state)]))).toEqual(['p-1']);
  });

  it.each([
    ['came out', CONFIRMED],
    ['is waiting', { name: 'queued' }],
    ['is on its way', { name: 'sent' }],
  ] as const)('one is settled when a later slip of the same sale %s', (_name, state) => {
    expect(unsettledOf([slip('p-1', 's-1', 1, FAILED), slip('p-2', 's-1', 2, state)])).toEqual([]);
  });

  it('an earlier slip settles nothing, nor does one of another sale', () => {
    expect(idsOf(unsettledOf([slip('p-1', 's-1', 1, CONFIRMED), slip('p-2', 's-1', 2, UNKNOWN), slip('p-3', 's-2', 3, CONFIRMED)]))).toEqual(['p-2']);
  });

  it('a sale stands there once, with its newest slip, and the newest sale first', () => {
    const jobs = [slip('p-3', 's-2', 3, UNKNOWN), slip('p-1', 's-1', 1, FAILED), slip('p-2', 's-1', 2, FAILED)];
    expect(idsOf(unsettledOf(jobs))).toEqual(['p-3', 'p-2']);
  });

  it('drawers and test prints are not among them', () => {
    expect(unsettledOf([drawer('p-1', 's-1', FAILED), slip('p-2', null, 1, FAILED)])).toEqual([]);
  });

  it('no more than the status line can name, the newest of them', () => {
    const jobs = Array.from({ length: OPEN_JOBS_LIMIT + 5 }, (_, index) => slip(`p-${index}`, `s-${index}`, index, UNKNOWN));
    const found = unsettledOf(jobs);
    expect(found).toHaveLength(OPEN_JOBS_LIMIT);
    expect(found[0]?.jobId).toBe(`p-${OPEN_JOBS_LIMIT + 4}`);
  });
});

describe('what may be forgotten when the next sale begins', () => {
  it('what is settled, of other sales; never what is under way, in doubt, or of the sale on the screen', () => {
    const jobs = [
      slip('came-out', 's-1', 1, CONFIRMED),
      slip('failed-and-printed-again', 's-2', 1, FAILED),
      slip('the-second-one', 's-2', 2, CONFIRMED),
      slip('in-doubt', 's-3', 1, UNKNOWN),
      slip('waiting', 's-4', 1, { name: 'queued' }),
      slip('on-its-way', 's-5', 1, { name: 'sent' }),
      slip('on-the-screen', 's-6', 1, CONFIRMED),
      drawer('drawer-that-stayed-shut', 's-1', FAILED),
    ];
    expect(idsOf(forgettable(jobs, 's-6'))).toEqual(['came-out', 'failed-and-printed-again', 'the-second-one', 'drawer-that-stayed-shut']);
  });
});

describe('what a person ends who says how it went', () => {
  const charge = (approvalNumber: string): KnownJob['job'] => ({ kind: 'slip', document: { kind: 'sale', practice: false, blocks: [{ kind: 'pair', label: '승인번호', value: approvalNumber, bold: true }] }, copyKind: 'customer', copyNumber: 1 });
  const ended = (jobs: readonly KnownJob[], how: Parameters<typeof toSettle>[1]) => toSettle(jobs, how).map(({ jobId }) => jobId);

  it('is the newest attempt at each paper, where it is in doubt', () => {
    expect(ended([slip('p-1', 's', 1, UNKNOWN), slip('p-2', 's', 2, FAILED)], 'written')).toEqual(['p-2']);
    const first = slip('p-1', 's', 1, FAILED);
    const two = [{ ...first, job: charge('30000001') }, { ...slip('p-2', 's', 1, UNKNOWN), job: charge('30000002') }];
    expect(ended(two, 'shown')).toEqual(['p-1', 'p-2']);
    expect(ended(two, 'came-out'), 'what certainly failed did not come out').toEqual(['p-2']);
  });

  it('is nothing of what came out, unless she says what the customer was given in its place', () => {
    const done = [slip('p-1', 's', 1, UNKNOWN), slip('p-2', 's', 2, CONFIRMED)];
    expect(ended(done, 'came-out')).toEqual([]);
    expect(ended(done, 'not-wanted')).toEqual([]);
    expect(ended(done, 'written')).toEqual(['p-2']);
  });

  it('is never the slip that is signed by hand, nor the drawer', () => {
    expect(ended([{ ...slip('p-1', 's', 1, FAILED), reason: 'handwritten' }, drawer('p-2', 's', FAILED)], 'written')).toEqual([]);
  });
});
