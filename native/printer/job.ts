/**
 * One slip on an opened line: well before → all bytes out → the printer's own word that it is done.
 *
 *   not ready ────────────────────────────▶ failed, nothing written
 *   bytes out ─▶ echo of the job's id ────▶ confirmed
 *             ─▶ in-order status, all well ▶ confirmed (a printer without the echo)
 *             ─▶ paper, cover, cutter … ──▶ failed, and what is left in the printer is cleared
 *             ─▶ line dropped, silence ───▶ unknown
 */
import type { Conversation } from './conversation.ts';
import { createWatch, type Watch } from './conversation.ts';
import { drawerKick } from './encode.ts';
import type { DrawerPulse, NotReadyCause, PrinterLimits, PrinterStatus, PrintOutcome, UnknownReason } from './port.ts';
import { ASK_IN_ORDER, askProcessId, CLEAR_BUFFER, notReadyCause, realtimeDrawerKick } from './status.ts';

export type Job = {
  readonly slip: Uint8Array;
  /** Undefined when the drawer stays shut. */
  readonly drawerPin: 2 | 5 | undefined;
  /** Four printable characters, or undefined for a printer known not to echo them. */
  readonly processId: string | undefined;
};

/** `echoMissing`: the printer did everything but echo the id; it need not be asked again. */
export type JobResult = { readonly outcome: PrintOutcome; readonly echoMissing: boolean };

const CLEAR_WAIT_MS = 300;
/** An ordinary slip: the limit holds as it is. */
const ORDINARY_SLIP_BYTES = 4_096;
/** Beyond that paper comes out at twenty short lines a second, and slower printers are rare. */
const PRINTED_BYTES_PER_MS = 1;
const LONGEST_EXTRA_MS = 60_000;
/** Messages looked at for one job; a printer that talks without end is silent in all that matters. */
const MAX_MESSAGES = 2_000;

export async function runJob(line: Conversation, job: Job, limits: PrinterLimits): Promise<JobResult> {
  const before = await line.askStatus(limits.statusTimeoutMs);
  if (!before.ok) {
    const drawer = job.drawerPin === undefined ? 'not-asked' : 'not-sent';
    return result({ state: 'failed', cause: 'unreachable', bytesWritten: false, detail: before.detail, drawer });
  }
  const cause = notReadyCause(before.status);
  if (cause !== undefined) {
    const drawer = await kickWithoutPaper(line, job.drawerPin);
    return result({ state: 'failed', cause, bytesWritten: false, detail: 'the printer said so before anything was sent', drawer });
  }
  const written = await line.write(jobBytes(job));
  const watch = createWatch(before.status);
  if (written.ok) return awaitCompletion(line, job, limits, watch);
  const drawer: DrawerPulse = job.drawerPin === undefined ? 'not-asked' : written.mayHaveLeft ? 'unknown' : 'not-sent';
  if (!written.mayHaveLeft) return result({ state: 'failed', cause: 'unreachable', bytesWritten: false, detail: written.detail, drawer });
  const said = await problemSaid(line, watch);
  if (said !== undefined) return result({ state: 'failed', cause: said, bytesWritten: true, detail: written.detail, drawer });
  return result({ state: 'unknown', reason: written.cause === 'timeout' ? 'write-timeout' : 'line-dropped', detail: written.detail, drawer });
}

/** The pulse first: change is counted while the slip prints. */
function jobBytes(job: Job): Uint8Array {
  const kick = job.drawerPin === undefined ? new Uint8Array(0) : drawerKick(job.drawerPin);
  const echo = job.processId === undefined ? new Uint8Array(0) : askProcessId(job.processId);
  return new Uint8Array(Buffer.concat([kick, job.slip, ASK_IN_ORDER, echo]));
}

/** A slip of hundreds of lines is metres of paper: the printer may be well and at work long after an ordinary one would be out. */
export function completionLimitMs(slipBytes: number, { completionTimeoutMs }: PrinterLimits): number {
  const extraMs = Math.max(0, slipBytes - ORDINARY_SLIP_BYTES) / PRINTED_BYTES_PER_MS;
  return completionTimeoutMs + Math.min(LONGEST_EXTRA_MS, Math.round(extraMs));
}

async function awaitCompletion(line: Conversation, job: Job, limits: PrinterLimits, watch: Watch): Promise<JobResult> {
  const drawer: DrawerPulse = job.drawerPin === undefined ? 'not-asked' : 'sent';
  let heard = false;
  let inOrder = false;
  const limitMs = completionLimitMs(job.slip.length, limits);
  let leftMs = limitMs;
  let since = performance.now();
  for (let count = 0; count < MAX_MESSAGES; count += 1) {
    const message = await line.receive(Math.min(limits.pollMs, leftMs));
    const now = performance.now();
    leftMs -= now - since;
    since = now;
    if (message.kind === 'dropped') return unknown('line-dropped', message.detail, drawer);
    if (message.kind === 'timeout') {
      if (leftMs <= 0) break;
      const question = watch.nextQuestion();
      if (question !== undefined) await line.write(question);
      continue;
    }
    heard = true;
    if (message.kind === 'process-id' && message.id === job.processId) return confirmed('process-id', watch.status(), drawer, false);
    if (message.kind === 'in-order') {
      inOrder = true;
      leftMs = Math.min(leftMs, job.processId === undefined ? 0 : limits.processIdGraceMs);
      if (job.processId === undefined) break;
    }
    const changed = watch.take(message);
    const cause = changed === undefined ? undefined : notReadyCause(changed);
    if (cause !== undefined && !inOrder) return clearAfter(line, cause, drawer);
  }
  if (inOrder) return confirmed('in-order-status', watch.status(), drawer, job.processId !== undefined);
  if (heard) return unknown('no-completion', `the printer answers, but did not say within ${limitMs} ms that the slip is out`, drawer);
  return unknown('silent', `the printer said nothing for ${limitMs} ms after it took the slip`, drawer);
}

/** Half a slip is out. The rest must not follow with the new roll: the reprint is whole. */
async function clearAfter(line: Conversation, cause: NotReadyCause, drawer: DrawerPulse): Promise<JobResult> {
  const cleared = await line.write(CLEAR_BUFFER);
  if (cleared.ok) await line.receive(CLEAR_WAIT_MS);
  // A drawer pulse stands in front of the slip; with the slip begun, it went out.
  return result({ state: 'failed', cause, bytesWritten: true, detail: 'the printer said so before the slip was complete', drawer });
}

/** What the printer has said by itself while the write was stuck. */
async function problemSaid(line: Conversation, watch: Watch): Promise<NotReadyCause | undefined> {
  for (let count = 0; count < MAX_MESSAGES; count += 1) {
    const message = await line.receive(0);
    if (message.kind === 'timeout' || message.kind === 'dropped') break;
    watch.take(message);
  }
  return notReadyCause(watch.status());
}

export async function kickWithoutPaper(line: Conversation, pin: 2 | 5 | undefined): Promise<DrawerPulse> {
  if (pin === undefined) return 'not-asked';
  const written = await line.write(realtimeDrawerKick(pin));
  if (written.ok) return 'sent';
  return written.mayHaveLeft ? 'unknown' : 'not-sent';
}

function confirmed(evidence: 'process-id' | 'in-order-status', status: PrinterStatus, drawer: DrawerPulse, echoMissing: boolean): JobResult {
  return { outcome: { state: 'confirmed', evidence, nearEnd: status.paper !== 'enough', drawer }, echoMissing };
}

function unknown(reason: UnknownReason, detail: string, drawer: DrawerPulse): JobResult {
  return result({ state: 'unknown', reason, detail, drawer: drawer === 'not-asked' ? drawer : 'unknown' });
}

function result(outcome: PrintOutcome): JobResult {
  return { outcome, echoMissing: false };
}
