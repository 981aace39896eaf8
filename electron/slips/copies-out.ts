/**
 * What paper of a sale is in customers' hands. Whoever refunds must know it: a copy was printed, then the sale is refunded against it, and
 * the original is still out there to be refunded once more.
 */
import type { PrintJobRecord } from '../../db/journal.ts';
import { mayBeOut } from '../../domain/print-job.ts';

export type PaperOut = { readonly jobId: string; readonly copyNumber: number; readonly printedAt: string; /** Nobody has confirmed that it came out. */ readonly uncertain: boolean };

export type CopiesOut = {
  /** Customer's papers that came out or may have, oldest first. What the shop keeps for itself is not among them. */
  readonly papers: readonly PaperOut[];
  readonly originals: number;
  readonly copies: number;
  /** One paper handed in proves nothing: there is, or may be, another. */
  readonly alarm: boolean;
};

/** `jobs`: all of one sale. */
export function copiesOut(jobs: readonly PrintJobRecord[]): CopiesOut {
  const papers = jobs
    // What a refund printed proves no purchase.
    .filter(({ job, state, reason }) => job.kind === 'slip' && job.copyKind === 'customer' && reason !== 'refund' && mayBeOut(state))
    .map(({ jobId, job, state, createdAt }): PaperOut => ({ jobId, copyNumber: job.kind === 'slip' ? job.copyNumber : 0, printedAt: createdAt, uncertain: state.name !== 'confirmed' && !(state.name === 'settled' && state.how === 'came-out') }))
    .toSorted((a, b) => (a.printedAt < b.printedAt ? -1 : 1));
  const originals = papers.filter(({ jobId }) => !isCopy(jobs, jobId)).length;
  return { papers, originals, copies: papers.length - originals, alarm: papers.length > 1 };
}

/** The shop's own number of copies are originals too; what is asked for later is a copy. */
function isCopy(jobs: readonly PrintJobRecord[], jobId: string): boolean {
  const found = jobs.find((job) => job.jobId === jobId);
  return found?.job.kind === 'slip' && found.reason !== 'original' && found.job.copyNumber > 1;
}
