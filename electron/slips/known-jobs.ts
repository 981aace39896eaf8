/** The print jobs held in memory for the views: which of them are in doubt, and which may be forgotten. Pure. */
import type { PrintJobRecord } from '../../db/journal.ts';
import type { PrintJobState, PrintSettlement } from '../../domain/print-job.ts';
import { stepPrintJob } from '../../domain/print-job.ts';
import { paperOf } from '../../domain/slip/reprint.ts';

/** Jobs a restart takes up again, and unconfirmed jobs the status line can name. */
export const OPEN_JOBS_LIMIT = 200;

/** A job, and the number of its sale: the name people know it by. */
export type KnownJob = PrintJobRecord & { readonly saleNumber: number | null };

export function isUnderWay(job: PrintJobRecord): boolean {
  return job.state.name === 'queued' || job.state.name === 'sent';
}

/** Newest first, one per sale. A slip in doubt is settled by a later one of the same sale that came out or is on its way. Drawers are not paper. */
export function unsettledOf(all: readonly KnownJob[]): readonly KnownJob[] {
  // A slip to sign by hand is followed on a list of its own.
  const slips = all.filter((job) => job.job.kind === 'slip' && job.saleId !== null && job.reason !== 'handwritten');
  const settledLater = (job: KnownJob) => slips.some((other) => other.saleId === job.saleId && other.createdAt > job.createdAt && !isInDoubt(other));
  const newestPerSale = new Map<string, KnownJob>();
  for (const job of slips.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    if (isInDoubt(job) && !settledLater(job) && job.saleId !== null) newestPerSale.set(job.saleId, job);
  }
  return [...newestPerSale.values()].toReversed().slice(0, OPEN_JOBS_LIMIT);
}

/** What was asked for on the device page last: it belongs to no sale. */
export function newestTest(all: readonly KnownJob[], kind: 'slip' | 'drawer'): KnownJob | null {
  const tests = all.filter((job) => job.saleId === null && job.reason === 'test' && job.job.kind === kind);
  return tests.reduce<KnownJob | null>((newest, job) => (newest === null || job.createdAt >= newest.createdAt ? job : newest), null);
}

/** Jobs nobody looks at any more: neither under way, nor in doubt, nor of the sale on the screen, nor the newest test. The journal has them. */
export function forgettable(all: readonly KnownJob[], keepSaleId: string | null): readonly KnownJob[] {
  const inDoubt = new Set(unsettledOf(all));
  const tests = [newestTest(all, 'slip'), newestTest(all, 'drawer')];
  return all.filter((job) => !isUnderWay(job) && !inDoubt.has(job) && !tests.includes(job) && (job.saleId === null || job.saleId !== keepSaleId));
}

/**
 * What a person ends who says how it went with a sale's paper, and how each stands then: the newest of every paper where it is in doubt; where none
 * is, the newest there are, if she says what the customer was given in their place. `ofSale`: all of one sale, oldest first.
 */
export function toSettle(ofSale: readonly PrintJobRecord[], how: PrintSettlement): readonly { readonly jobId: string; readonly after: PrintJobState }[] {
  const newest = new Map<string, PrintJobRecord>();
  for (const job of ofSale) if (job.job.kind === 'slip' && job.reason !== 'handwritten' && job.reason !== 'refund') newest.set(`${job.job.copyKind} ${paperOf(job.job.document)}`, job);
  const all = [...newest.values()];
  const inDoubt = all.filter(isInDoubt);
  return (inDoubt.length > 0 ? inDoubt : all).flatMap(({ jobId, state }) => {
    const step = stepPrintJob(state, { type: 'settled', how });
    return step.ok ? [{ jobId, after: step.state }] : [];
  });
}

function isInDoubt(job: PrintJobRecord): boolean {
  return job.state.name === 'unknown' || job.state.name === 'failed';
}
