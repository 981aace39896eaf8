/** The print jobs held in memory for the views: which of them are in doubt, and which may be forgotten. Pure. */
import type { PrintJobRecord } from '../../db/journal.ts';

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

function isInDoubt(job: KnownJob): boolean {
  return job.state.name === 'unknown' || job.state.name === 'failed';
}
