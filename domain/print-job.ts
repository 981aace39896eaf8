/**
 * A print job is a row with a state: `queued → sent → confirmed | unknown | failed`, and from there `→ settled` where a person says more.
 * Printing never decides whether a sale is paid. `confirmed` comes from the printer's status bytes, not from a drained socket;
 * a job that was sent when the power went is `unknown`: printing it again is a person's decision, made with one key.
 * `sent` is durable before the first byte leaves: a job found `queued` has certainly not printed.
 * What is unknown or failed stays somebody's case until a later slip comes out, or a person says how it ended: `settled`. A printer can say
 * that a slip came out which nobody has: then what the customer was given in its place is said in the same way.
 */
import { unreachable } from './unreachable.ts';

export type PrintFailureCause = 'paper-end' | 'cover-open' | 'cutter' | 'offline' | 'unreachable' | 'not-encodable' | 'printer-error';

/** How a person ended it: she saw the paper, showed the slip on the customer's display, wrote it down by hand, or nobody wants it any more. */
export type PrintSettlement = 'came-out' | 'shown' | 'written' | 'not-wanted';

export type PrintJobState =
  | { readonly name: 'queued' }
  | { readonly name: 'sent' }
  | { readonly name: 'confirmed' }
  | { readonly name: 'unknown'; readonly why: string }
  | { readonly name: 'failed'; readonly cause: PrintFailureCause; readonly detail: string }
  /** `was`: of what failed nothing came out; of anything else something may have. */
  | { readonly name: 'settled'; readonly how: PrintSettlement; readonly was: 'unknown' | 'failed' | 'confirmed' };

export type PrintJobEvent =
  | { readonly type: 'sent' }
  | { readonly type: 'confirmed' }
  | { readonly type: 'unknown'; readonly why: string }
  | { readonly type: 'failed'; readonly cause: PrintFailureCause; readonly detail: string }
  | { readonly type: 'settled'; readonly how: PrintSettlement };

export type PrintJobStep = { readonly ok: true; readonly state: PrintJobState } | { readonly ok: false; readonly state: PrintJobState };

/** Total. Settled jobs absorb everything: a later copy is a later job. */
export function stepPrintJob(state: PrintJobState, event: PrintJobEvent): PrintJobStep {
  const next = transition(state, event);
  return next === null ? { ok: false, state } : { ok: true, state: next };
}

/**
 * After a restart: a job nobody sent is sent, except the drawer (a drawer that opens by itself is worse than one that does not);
 * a job under way becomes unknown.
 */
export function recoverPrintJob(state: PrintJobState, kind: 'slip' | 'drawer'): PrintJobEvent | 'send' | 'nothing' {
  switch (state.name) {
    case 'queued':
      return kind === 'drawer' ? { type: 'failed', cause: 'offline', detail: 'restart' } : 'send';
    case 'sent':
      return { type: 'unknown', why: 'restart' };
    case 'confirmed':
    case 'unknown':
    case 'failed':
    case 'settled':
      return 'nothing';
    default:
      return unreachable(state);
  }
}

function transition(state: PrintJobState, event: PrintJobEvent): PrintJobState | null {
  switch (event.type) {
    case 'sent':
      return state.name === 'queued' ? { name: 'sent' } : null;
    case 'confirmed':
      return state.name === 'sent' ? { name: 'confirmed' } : null;
    case 'unknown':
      return state.name === 'sent' ? { name: 'unknown', why: event.why } : null;
    case 'failed':
      // A job can fail before a byte leaves (no paper, no printer) and after (paper out in mid-slip).
      return state.name === 'queued' || state.name === 'sent' ? { name: 'failed', cause: event.cause, detail: event.detail } : null;
    case 'settled':
      if (state.name === 'unknown') return { name: 'settled', how: event.how, was: 'unknown' };
      // What has certainly not been printed did not come out, whoever says so.
      if (state.name === 'failed' && event.how !== 'came-out') return { name: 'settled', how: event.how, was: 'failed' };
      return state.name === 'confirmed' && isInPlaceOfPaper(event.how) ? { name: 'settled', how: event.how, was: 'confirmed' } : null;
    default:
      return unreachable(event);
  }
}

/** What a customer is given who has no paper. */
function isInPlaceOfPaper(how: PrintSettlement): boolean {
  return how === 'written' || how === 'shown';
}

/** Whether paper of it may be in somebody's hand. */
export function mayBeOut(state: PrintJobState): boolean {
  switch (state.name) {
    case 'sent':
    case 'confirmed':
    case 'unknown':
      return true;
    case 'settled':
      return state.was !== 'failed';
    case 'queued':
    case 'failed':
      return false;
    default:
      return unreachable(state);
  }
}
