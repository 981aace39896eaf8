/** Slips and the drawer, as the rest of the counter sees them: jobs that are asked for, sent in order, and known by their outcome. */
import type { PrintJobRecord } from '../../db/journal.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import type { JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
import type { PrintJobState, PrintSettlement } from '../../domain/print-job.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { Counter } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { ReceiptsOfSale } from './copies.ts';
import { openDrawer, printTest, slipIntents } from './copies.ts';
import type { KnownJob } from './known-jobs.ts';
import { forgettable, isUnderWay, newestTest, unsettledOf } from './known-jobs.ts';
import type { Printers, PrintQueue } from './print-queue.ts';
import { enqueue, know, newPrintQueue, recover, resume, run, settle } from './print-queue.ts';

/** What is to be printed, and the rows that belong into the append that asks for it. */
export type Asked = { readonly intents: readonly PrintIntent[]; readonly rows: readonly JournalEntry[] };

export type Prints = {
  /** Sends a queued job; resolves when its outcome is in the journal. */
  readonly run: (jobId: string) => Promise<void>;
  /** The rows that ask for this sale's slip: a job for each paper of each copy. */
  readonly slipIntents: (state: CheckoutState, jobIds: readonly string[]) => JournalEntry[];
  /** Another slip of a sale, after all that were asked for before. Refused while one is on its way. */
  readonly again: (saleId: string, ask: (before: readonly PrintJobRecord[]) => Promise<Result<Asked>>) => Promise<Result<null>>;
  /** How the papers of a sale ended, as a person says. */
  readonly settle: (saleId: string, how: PrintSettlement) => Promise<Result<null>>;
  readonly test: (document: SlipDocument) => Promise<Result<null>>;
  /** Opens the drawer without a sale. Whether that may be is not decided here: `allowed` says who decided it. */
  readonly openDrawer: (reason: 'test' | 'drawer', allowed: readonly JournalEntry[]) => Promise<Result<null>>;
  /** Null for a job nobody asked for. */
  readonly stateOf: (jobId: string) => Promise<PrintJobState | null>;
  readonly newestTest: (kind: 'slip' | 'drawer') => KnownJob | null;
  readonly ofSale: (saleId: string) => readonly KnownJob[];
  /** Slips whose paper nobody has confirmed and nobody has printed again since, newest first. */
  readonly unsettled: () => readonly KnownJob[];
  readonly recover: () => Promise<void>;
  /** Takes up again the jobs nobody is at work on because the journal could not take a row of theirs. */
  readonly resume: () => Promise<void>;
  readonly remember: (records: readonly PrintJobRecord[]) => Promise<void>;
  readonly forgetSettled: (keepSaleId: string | null) => void;
  readonly idle: () => Promise<void>;
};

export function createPrints(counter: Counter, printers: Printers, receipts: ReceiptsOfSale, onOutcome: (jobId: string) => void): Prints {
  const queue = newPrintQueue(counter, printers, onOutcome);
  const { jobs } = queue;
  // Looking whether a slip is on its way and asking for another are one act: a double tap is one copy.
  const asking = oneAtATime();
  return {
    run: (jobId) => run(queue, jobId),
    slipIntents: (state, jobIds) => slipIntents(counter, receipts, state, jobIds),
    again: (saleId, ask) => asking(() => again(queue, saleId, ask)),
    settle: (saleId, how) => asking(() => settle(queue, saleId, how)),
    test: (document) => printTest(queue, document),
    openDrawer: (reason, allowed) => openDrawer(queue, reason, allowed),
    stateOf: async (jobId) => (jobs.get(jobId) ?? (await counter.journal.printJob(jobId)))?.state ?? null,
    newestTest: (kind) => newestTest([...jobs.values()], kind),
    ofSale: (saleId) => [...jobs.values()].filter((job) => job.saleId === saleId),
    unsettled: () => unsettledOf([...jobs.values()]),
    recover: () => recover(queue),
    resume: () => resume(queue),
    remember: async (records) => {
      for (const job of records) await know(queue, job);
    },
    forgetSettled: (keepSaleId) => {
      for (const job of forgettable([...jobs.values()], keepSaleId)) jobs.delete(job.jobId);
    },
    idle: async () => void (await queue.last),
  };
}

async function again(queue: PrintQueue, saleId: string, ask: (before: readonly PrintJobRecord[]) => Promise<Result<Asked>>): Promise<Result<null>> {
  const before = await queue.counter.journal.printJobsOfSale(saleId);
  if (before.some((job) => job.job.kind === 'slip' && isUnderWay(job))) return refuse('sale.not-in-this-stage', 'a slip of this sale is being printed');
  const asked = await ask(before);
  return asked.ok ? enqueue(queue, saleId, asked.value.intents, asked.value.rows) : asked;
}
