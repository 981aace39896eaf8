/** Paper and drawer, and who allowed what, as the journal tells them (timeline.ts). */
import type { HandwrittenEvent } from '../handwritten-slip/machine.ts';
import type { PrintJobEvent } from '../print-job.ts';
import type { StrayEvent } from '../stray-charge/machine.ts';
import { tellTrade } from './timeline-sale.ts';
import type { Names, TimelineRow, Told } from './timeline.ts';

/** Null: the row is of no paper and no stray result. */
export function tellPaper(row: TimelineRow, names: Names): Told | null {
  if (row.kind === 'print.queued') {
    const { jobId, job, reason, approver } = row.payload;
    names.jobs.set(jobId, job.kind);
    const who = approver === undefined ? {} : { approver };
    return job.kind === 'drawer' ? { what: 'drawer-queued', print: reason, ...who } : { what: 'slip-queued', print: reason, quantity: job.copyNumber, ...who };
  }
  if (row.kind === 'slip.fact-differed') return { what: 'fact-differed', detail: row.payload.fact };
  if (row.kind === 'handwritten.opened') return { what: 'handwritten-opened', won: row.payload.chargedWon };
  if (row.kind === 'stray.opened') return { what: 'stray-opened', won: row.payload.amountWon };
  const { kind, payload } = row;
  if (!('event' in payload)) return null;
  // The prefix says whose event it is; a kind and its payload cannot be narrowed together by it.
  if (kind.startsWith('print.')) return tellPrint(payload.event as PrintJobEvent, 'jobId' in payload ? names.jobs.get(payload.jobId) : undefined);
  if (kind.startsWith('handwritten.')) return tellHandwritten(payload.event as HandwrittenEvent);
  return kind.startsWith('stray.') ? tellStray(payload.event as StrayEvent, names) : null;
}

/** A drawer that opened is told by the row that asked for it. */
function tellPrint(event: PrintJobEvent, job: 'slip' | 'drawer' | undefined): Told | null {
  const kind = job === 'drawer' ? ({ detail: 'drawer' } as const) : {};
  switch (event.type) {
    case 'sent':
      return null;
    case 'confirmed':
      return { what: 'print-confirmed', ...kind };
    case 'failed':
      return { what: 'print-failed', detail: event.cause };
    case 'unknown':
      return { what: 'print-unknown', ...kind };
    case 'settled':
      return { what: 'print-settled', settled: event.how };
  }
}

function tellHandwritten(event: HandwrittenEvent): Told | null {
  switch (event.type) {
    case 'collected':
      return { what: 'handwritten-collected' };
    case 'handed-over':
      return { what: 'handwritten-handed-over', detail: `${event.batch} ${event.handedOn}`.trim() };
    case 'written-off':
      return { what: 'handwritten-written-off', reason: event.reason };
    default:
      return null;
  }
}

function tellStray(event: StrayEvent, names: Names): Told | null {
  switch (event.type) {
    case 'settled':
      return { what: 'stray-settled', detail: event.note, ...(event.source === undefined ? {} : { source: event.source }) };
    case 'traded':
      return tellTrade(event.event, event.tradeNumber, names);
    default:
      return null;
  }
}

/** Null: nobody was asked for anything. */
export function tellPeople(row: TimelineRow): Told | null {
  switch (row.kind) {
    case 'people.approval-granted':
    case 'people.approval-used': {
      const { act, amountWon, reason, approver } = row.payload;
      return { what: row.kind === 'people.approval-used' ? 'approval-used' : 'approval-granted', act, ...asked(amountWon, reason), approver };
    }
    case 'people.approval-refused': {
      const { act, amountWon, reason, approver, refusal } = row.payload;
      return { what: 'approval-refused', act, ...asked(amountWon, reason), detail: refusal, ...(approver === null ? {} : { approver }) };
    }
    case 'people.act-by-right': {
      const { act, amountWon, reason } = row.payload;
      return { what: 'act-by-right', act, ...asked(amountWon, reason) };
    }
    case 'failure.recorded':
      return { what: 'failure', failure: row.payload.code };
    default:
      return null;
  }
}

function asked(amountWon: number | null, reason: string | null): Pick<Told, 'won' | 'reason'> {
  return { ...(amountWon === null ? {} : { won: amountWon }), ...(reason === null ? {} : { reason }) };
}
