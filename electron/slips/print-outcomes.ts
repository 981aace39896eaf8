/** What the printer said, read as events of the job; and how a job's state is told to the cashier. Pure. */
import type { FailureCode } from '../../domain/failure.ts';
import type { PrintFailureCause, PrintJobEvent, PrintJobState } from '../../domain/print-job.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { DrawerOutcome, FailureCause, PrintOutcome } from '../../native/printer/port.ts';

export function eventOfPrint(outcome: PrintOutcome): PrintJobEvent {
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
export function eventOfDrawer(outcome: DrawerOutcome): PrintJobEvent {
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

/** The catalogue's code for a job the cashier should hear about; null when there is nothing to say. */
export function failureOfPrint(state: PrintJobState, kind: 'slip' | 'drawer'): FailureCode | null {
  switch (state.name) {
    case 'queued':
    case 'sent':
    case 'confirmed':
    case 'settled':
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
