/**
 * The print queue. A job's `sent` row is durable before a byte leaves; what the printer's status says afterwards is its outcome.
 * Jobs go out in order, one at a time; a job that fails is told to the cashier and never repeated by itself.
 */
import type { PrintJobRecord } from '../../db/journal.ts';
import type { CheckoutState, Payment } from '../../domain/checkout/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { JournalEntry, PrintIntent, PrintReason } from '../../domain/journal-entry.ts';
import type { PrintFailureCause, PrintJobEvent, PrintJobState } from '../../domain/print-job.ts';
import { recoverPrintJob, stepPrintJob } from '../../domain/print-job.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import { slipRule } from '../../domain/slip/policy.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { DrawerOutcome, FailureCause, Printer, PrintOutcome } from '../../native/printer/port.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { slipOfSale } from './documents.ts';

/** Jobs a restart takes up again, and unconfirmed jobs the status line can name. */
const OPEN_JOBS_LIMIT = 200;

export type Prints = {
  /** Sends a queued job; resolves when its outcome is in the journal. */
  readonly run: (jobId: string) => Promise<void>;
  /** The row that asks for copy `copyNumber` of this sale's slip. */
  readonly slipIntent: (state: CheckoutState, jobId: string, copyNumber: number) => JournalEntry;
  /** Another slip of a paid sale: marked as a copy, unless nothing of it can have come out before. */
  readonly again: (sale: PaidSale) => Promise<Result<null>>;
  readonly test: (document: SlipDocument) => Promise<Result<null>>;
  readonly ofSale: (saleId: string) => readonly KnownJob[];
  /** Slips whose paper nobody has confirmed and nobody has printed again since, newest first. */
  readonly unsettled: () => readonly KnownJob[];
  readonly recover: () => Promise<void>;
  readonly remember: (records: readonly PrintJobRecord[]) => Promise<void>;
  readonly forgetSettled: (keepSaleId: string | null) => void;
  readonly idle: () => Promise<void>;
};

/** A job, and the number of its sale: the name people know it by. */
export type KnownJob = PrintJobRecord & { readonly saleNumber: number | null };

export type PaidSale = { readonly saleId: string; readonly saleNumber: number; readonly payment: Payment };

export function createPrints(counter: Counter, printer: Printer, receipts: Pick<Receipts, 'ofSale'>, onOutcome: () => void): Prints {
  const jobs = new Map<string, KnownJob>();
  const exclusive = oneAtATime();
  // Looking whether a slip is on its way and asking for another are one act: a double tap is one copy.
  const asking = oneAtATime();
  let last: Promise<unknown> = Promise.resolve();

  async function record(job: KnownJob, event: PrintJobEvent): Promise<KnownJob | null> {
    const step = stepPrintJob(job.state, event);
    if (!step.ok) return null;
    const rows = [entry(counter, { kind: `print.${event.type}`, payload: { jobId: job.jobId, event, after: step.state } }, job.saleId, null)];
    const failure = failureOfPrint(step.state, job.job.kind);
    if (failure !== null) rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: failure, detail: `${job.job.kind} ${job.jobId}` } }, job.saleId, null));
    const durable = await append(counter, rows);
    if (!durable.ok) return null;
    const after = { ...job, state: step.state };
    jobs.set(job.jobId, after);
    // A slip in doubt stands on the status line; a drawer that stays shut has no paper to show for it and is told at once.
    if (failure !== null && job.job.kind === 'drawer') notify(counter, failure, job.saleId, job.saleNumber);
    counter.changed();
    return after;
  }

  async function send(jobId: string): Promise<Result<null>> {
    const job = jobs.get(jobId) ?? (await load(jobId));
    if (job === null || job.state.name !== 'queued') return DONE;
    const sent = await record(job, { type: 'sent' });
    if (sent === null) return DONE;
    const event = job.job.kind === 'slip' ? eventOfPrint(await printer.print(job.job.document)) : eventOfDrawer(await printer.openDrawer());
    await record(sent, event);
    onOutcome();
    return DONE;
  }

  async function load(jobId: string): Promise<KnownJob | null> {
    const found = await counter.journal.printJob(jobId);
    return found === null ? null : know(found);
  }

  /** Where the number is not at hand the journal has it; a test print has none. */
  async function know(job: PrintJobRecord): Promise<KnownJob> {
    const sale = job.saleId === null ? null : await counter.journal.sale(job.saleId);
    const known = { ...job, saleNumber: sale?.saleNumber ?? null };
    jobs.set(job.jobId, known);
    return known;
  }

  function run(jobId: string): Promise<void> {
    const running = exclusive(() => send(jobId)).then(() => undefined);
    last = running.catch((problem: unknown) => counter.log(`print job ${jobId}: ${String(problem)}`));
    return running;
  }

  /** Asks for it durably and lets it go out by itself: nobody waits for paper with a customer at the counter. */
  async function queue(saleId: string | null, payload: PrintIntent): Promise<Result<null>> {
    const durable = await append(counter, [entry(counter, { kind: 'print.queued', payload }, saleId)]);
    if (!durable.ok) return durable;
    await load(payload.jobId);
    counter.changed();
    void run(payload.jobId);
    return DONE;
  }

  async function again(sale: PaidSale): Promise<Result<null>> {
    const before = await slipsOfSale(sale.saleId);
    if (before.some((job) => job.state.name === 'queued' || job.state.name === 'sent')) return refuse('sale.not-in-this-stage', 'a slip of this sale is being printed');
    const mayHaveComeOut = before.filter((job) => job.state.name !== 'failed').length;
    const reason: PrintReason = mayHaveComeOut === 0 ? 'original' : 'again';
    const copyNumber = mayHaveComeOut + 1;
    const copyKind = copyKindOf(counter);
    const document = slipOfSale(counter, sale, receipts.ofSale(sale.saleId), copyKind, copyNumber);
    return queue(sale.saleId, { jobId: counter.ids.next('p'), job: { kind: 'slip', document, copyKind, copyNumber }, reason });
  }

  async function slipsOfSale(saleId: string): Promise<readonly PrintJobRecord[]> {
    const stored = await counter.journal.printJobsOfSale(saleId);
    return stored.filter((job) => job.job.kind === 'slip');
  }

  async function recover(): Promise<void> {
    for (const job of await counter.journal.unsettledPrintJobs({ limit: OPEN_JOBS_LIMIT })) await know(job);
    for (const job of await counter.journal.openPrintJobs({ limit: OPEN_JOBS_LIMIT })) {
      const known = await know(job);
      const what = recoverPrintJob(job.state, job.job.kind);
      if (what === 'send') void run(job.jobId);
      else if (what !== 'nothing') await record(known, what);
    }
  }

  return {
    run,
    slipIntent: (state, jobId, copyNumber) => {
      if (state.stage !== 'done') throw new Error('a slip is printed for a finished sale');
      const copyKind = state.slip.copyKind;
      const document = slipOfSale(counter, state, receipts.ofSale(state.saleId), copyKind, 1);
      return entry(counter, { kind: 'print.queued', payload: { jobId, job: { kind: 'slip', document, copyKind, copyNumber }, reason: 'original' } }, state.saleId);
    },
    again: (sale) => asking(() => again(sale)),
    test: (document) => queue(null, { jobId: counter.ids.next('p'), job: { kind: 'slip', document, copyKind: 'merchant', copyNumber: 1 }, reason: 'test' }),
    ofSale: (saleId) => [...jobs.values()].filter((job) => job.saleId === saleId),
    unsettled: () => unsettledOf([...jobs.values()]),
    recover,
    remember: async (records) => {
      for (const job of records) await know(job);
    },
    forgetSettled: (keepSaleId) => {
      const keep = new Set(unsettledOf([...jobs.values()]).map((job) => job.jobId));
      for (const [jobId, job] of jobs) {
        const under = job.state.name === 'queued' || job.state.name === 'sent';
        if (!under && !keep.has(jobId) && job.saleId !== keepSaleId) jobs.delete(jobId);
      }
    },
    idle: async () => {
      await last;
    },
  };
}

/** What one customer's slip is called in this shop, by the rule for lump sums. */
function copyKindOf(counter: Counter) {
  const rule = slipRule(counter.settings.slip, 0);
  return rule.rule === 'none' ? 'customer' : rule.copyKind;
}

/** A slip in doubt is settled by a later one of the same sale that came out or is on its way. Drawers are not paper. */
function unsettledOf(all: readonly KnownJob[]): readonly KnownJob[] {
  const slips = all.filter((job) => job.job.kind === 'slip' && job.saleId !== null);
  const settledLater = (job: KnownJob) =>
    slips.some((other) => other.saleId === job.saleId && other.createdAt > job.createdAt && other.state.name !== 'unknown' && other.state.name !== 'failed');
  const newestPerSale = new Map<string, KnownJob>();
  for (const job of slips.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    const inDoubt = job.state.name === 'unknown' || job.state.name === 'failed';
    if (inDoubt && !settledLater(job) && job.saleId !== null) newestPerSale.set(job.saleId, job);
  }
  return [...newestPerSale.values()].toReversed().slice(0, OPEN_JOBS_LIMIT);
}

function eventOfPrint(outcome: PrintOutcome): PrintJobEvent {
  switch (outcome.state) {
    case 'confirmed':
      return { type: 'confirmed' };
    case 'unknown':
      return { type: 'unknown', why: `${outcome.reason} ${outcome.detail}` };
    case 'failed':
      return { type: 'failed', cause: causeOf(outcome.cause), detail: `${outcome.bytesWritten ? 'partly sent' : 'nothing sent'} ${outcome.detail}` };
    default:
      return unreachable(outcome);
  }
}

/** `confirmed` means that the printer took the pulse; no printer says that the drawer opened. */
function eventOfDrawer(outcome: DrawerOutcome): PrintJobEvent {
  switch (outcome.state) {
    case 'sent':
      return { type: 'confirmed' };
    case 'unknown':
      return { type: 'unknown', why: outcome.detail };
    case 'failed':
      return { type: 'failed', cause: causeOf(outcome.cause), detail: outcome.detail };
    default:
      return unreachable(outcome);
  }
}

/** A queue that is full and a driver that is closed are the counter's own troubles: to the cashier the printer is not available. */
function causeOf(cause: FailureCause): PrintFailureCause {
  return cause === 'busy' || cause === 'closed' ? 'offline' : cause;
}

export function failureOfPrint(state: PrintJobState, kind: 'slip' | 'drawer'): FailureCode | null {
  switch (state.name) {
    case 'queued':
    case 'sent':
    case 'confirmed':
      return null;
    case 'unknown':
      return kind === 'drawer' ? 'drawer.unknown' : 'printer.unknown';
    case 'failed':
      return kind === 'drawer' ? 'drawer.not-opened' : failureOfCause(state.cause);
    default:
      return unreachable(state);
  }
}

export function failureOfCause(cause: PrintFailureCause): FailureCode {
  switch (cause) {
    case 'paper-end':
      return 'printer.paper-end';
    case 'cover-open':
      return 'printer.cover-open';
    case 'cutter':
      return 'printer.cutter';
    case 'offline':
      return 'printer.offline';
    case 'unreachable':
      return 'printer.unreachable';
    case 'not-encodable':
      return 'printer.not-encodable';
    case 'printer-error':
      return 'printer.error';
    default:
      return unreachable(cause);
  }
}
