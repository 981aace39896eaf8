/**
 * The print queue. A job's `sent` row is durable before a byte leaves; what the printer's status says afterwards is its outcome.
 * Jobs go out in order, one at a time; a job that fails is told to the cashier and never repeated by itself.
 */
import type { PrintJobRecord } from '../../db/journal.ts';
import type { JournalEntry, PrinterPlace, PrintIntent } from '../../domain/journal-entry.ts';
import type { PrintJobEvent, PrintSettlement } from '../../domain/print-job.ts';
import { recoverPrintJob, stepPrintJob } from '../../domain/print-job.ts';
import type { Printer } from '../../native/printer/port.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { KnownJob } from './known-jobs.ts';
import { isUnderWay, OPEN_JOBS_LIMIT, toSettle } from './known-jobs.ts';
import { eventOfDrawer, eventOfPrint, failureOfPrint } from './print-outcomes.ts';

/** The counter's own, and the one that stands in for it. */
export type Printers = Readonly<Record<PrinterPlace, Printer>>;

export type PrintQueue = {
  readonly counter: Counter;
  readonly printers: Printers;
  /** After every job that went to the printer: what it says of itself may have changed. */
  readonly onOutcome: (jobId: string) => void;
  /** By id, newest state. */
  readonly jobs: Map<string, KnownJob>;
  readonly exclusive: ReturnType<typeof oneAtATime>;
  /** The jobs that wait for the printer or are at it. */
  readonly underWay: Set<string>;
  /** What the printer said of a job while the journal could not take it. */
  readonly unwritten: Map<string, PrintJobEvent>;
  /** The job that was asked for last: when it is through, so are all before it. */
  last: Promise<unknown>;
};

export function newPrintQueue(counter: Counter, printers: Printers, onOutcome: (jobId: string) => void): PrintQueue {
  return { counter, printers, onOutcome, jobs: new Map(), exclusive: oneAtATime(), underWay: new Set(), unwritten: new Map(), last: Promise.resolve() };
}

/** Sends a queued job; resolves when its outcome is in the journal. */
export function run(queue: PrintQueue, jobId: string): Promise<void> {
  queue.underWay.add(jobId);
  const running = queue
    .exclusive(() => send(queue, jobId))
    .then(() => undefined)
    .finally(() => queue.underWay.delete(jobId));
  queue.last = running.catch((problem: unknown) => queue.counter.log(`print job ${jobId}: ${String(problem)}`));
  return running;
}

/** Asks for it durably and lets it go out by itself: nobody waits for paper with a customer at the counter. `rows`: what belongs into the same append. */
export async function enqueue(queue: PrintQueue, saleId: string | null, intents: readonly PrintIntent[], rows: readonly JournalEntry[] = []): Promise<Result<null>> {
  const { counter } = queue;
  const durable = await append(counter, [...rows, ...intents.map((payload) => entry(counter, { kind: 'print.queued', payload }, saleId))]);
  if (!durable.ok) return durable;
  for (const { jobId } of intents) await load(queue, jobId);
  counter.changed();
  for (const { jobId } of intents) counter.background(run(queue, jobId));
  return DONE;
}

/** Jobs nobody sent go out now; what was under way when the power went is in doubt and stays so until a person prints again. */
export async function recover(queue: PrintQueue): Promise<void> {
  const { journal } = queue.counter;
  for (const job of await journal.unsettledPrintJobs({ limit: OPEN_JOBS_LIMIT })) await know(queue, job);
  for (const job of await journal.openPrintJobs({ limit: OPEN_JOBS_LIMIT })) {
    const known = await know(queue, job);
    const what = recoverPrintJob(job.state, job.job.kind);
    if (what === 'send') queue.counter.background(run(queue, job.jobId));
    else if (what !== 'nothing') await record(queue, known, what);
  }
}

/**
 * A row that could not be written (a full disk, say) leaves its job where it was, with nobody at work on it. It is taken up as after a
 * restart, but for what the printer said meanwhile: that is known.
 */
export async function resume(queue: PrintQueue): Promise<void> {
  for (const job of queue.jobs.values()) {
    if (!isUnderWay(job) || queue.underWay.has(job.jobId)) continue;
    const what = queue.unwritten.get(job.jobId) ?? recoverPrintJob(job.state, job.job.kind);
    if (what === 'send') queue.counter.background(run(queue, job.jobId));
    else if (what !== 'nothing') {
      queue.underWay.add(job.jobId);
      await record(queue, job, what).finally(() => queue.underWay.delete(job.jobId));
    }
  }
}

/** How the papers of a sale ended, as the person signed in says. Refused while one is on its way, when none is in doubt, or when what she says cannot be. */
export async function settle(queue: PrintQueue, saleId: string, how: PrintSettlement): Promise<Result<null>> {
  const { counter, jobs } = queue;
  const ofSale = await counter.journal.printJobsOfSale(saleId);
  if (ofSale.some((job) => job.job.kind === 'slip' && isUnderWay(job))) return refuse('sale.not-in-this-stage', 'a slip of this sale is being printed');
  const ended = toSettle(ofSale, how);
  if (ended.length === 0) return refuse('slip.not-in-doubt');
  const event = { type: 'settled', how } as const;
  const durable = await append(counter, ended.map(({ jobId, after }) => entry(counter, { kind: 'print.settled', payload: { jobId, event, after } }, saleId)));
  if (!durable.ok) return durable;
  for (const { jobId, after } of ended) {
    const known = jobs.get(jobId) ?? (await load(queue, jobId));
    if (known !== null) jobs.set(jobId, { ...known, state: after, settledBy: counter.memory.signedIn });
  }
  counter.changed();
  return DONE;
}

/** Where the number is not at hand the journal has it; a test print has none. */
export async function know({ counter, jobs }: PrintQueue, job: PrintJobRecord): Promise<KnownJob> {
  const sale = job.saleId === null ? null : await counter.journal.sale(job.saleId);
  // Read before and changed since, while the sale was looked up: what is known here is never older than the journal's answer.
  const newer = jobs.get(job.jobId);
  if (newer !== undefined) return newer;
  const known = { ...job, saleNumber: sale?.saleNumber ?? null };
  jobs.set(job.jobId, known);
  return known;
}

async function load(queue: PrintQueue, jobId: string): Promise<KnownJob | null> {
  const found = await queue.counter.journal.printJob(jobId);
  return found === null ? null : know(queue, found);
}

async function send(queue: PrintQueue, jobId: string): Promise<Result<null>> {
  const job = queue.jobs.get(jobId) ?? (await load(queue, jobId));
  if (job === null || job.state.name !== 'queued') return DONE;
  const sent = await record(queue, job, { type: 'sent' });
  if (sent === null) return DONE;
  // The drawer hangs on the first.
  const event = job.job.kind === 'slip' ? eventOfPrint(await queue.printers[job.printer ?? 'first'].print(job.job.document)) : eventOfDrawer(await queue.printers.first.openDrawer());
  if ((await record(queue, sent, event)) === null) queue.unwritten.set(jobId, event);
  queue.onOutcome(jobId);
  return DONE;
}

/** The job after this event, once it is durable; null when the machine or the journal refused it and nothing has changed. */
async function record({ counter, jobs, unwritten }: PrintQueue, job: KnownJob, event: PrintJobEvent): Promise<KnownJob | null> {
  const { jobId, saleId } = job;
  const { kind } = job.job;
  const step = stepPrintJob(job.state, event);
  if (!step.ok) return null;
  const rows = [entry(counter, { kind: `print.${event.type}`, payload: { jobId, event, after: step.state } }, saleId, null)];
  const failure = failureOfPrint(step.state, kind);
  if (failure !== null) rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: failure, detail: `${kind} ${jobId}` } }, saleId, null));
  const durable = await append(counter, rows);
  if (!durable.ok) return null;
  const after = { ...job, state: step.state };
  jobs.set(jobId, after);
  unwritten.delete(jobId);
  // A slip in doubt stands on the status line; a drawer that stays shut has no paper to show for it and is told at once.
  if (failure !== null && kind === 'drawer') notify(counter, failure, saleId, job.saleNumber);
  counter.changed();
  return after;
}
