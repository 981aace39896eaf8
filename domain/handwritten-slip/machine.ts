/**
 * 수기서명 전표: the merchant's copy with a line for a pen, where a signature was needed and none could be taken (rules of the counter,
 * §4). Who keeps the paper is followed to the end, because without it the merchant answers for the charge.
 *
 *   printing ──printed──▶ printed ──collected──▶ collected ──handed over──▶ handed-over
 *      │  ▲                  ▲                      ▲
 *      │  └──print again──┐  │ it is there after all│ written by hand and signed
 *      └──did not print──▶ not-printed ─────────────┘
 *
 *   printing, printed, not-printed, collected ──the charge was cancelled──▶ not-needed
 *   printed, not-printed ──a manager answers for it──▶ written-off
 *
 * It is opened in one append with its print job, whose own record says whether the paper came out. A slip that did not print, or of
 * which nobody knows, is an open case with the data to write by hand (domain/slip/card.ts), never a silent success.
 */
import type { FailureCode } from '../failure.ts';
import type { Actor } from '../people.ts';
import { daysBetween, seoulDay } from '../seoul-time.ts';
import { unreachable } from '../unreachable.ts';

export type NotPrintedCause = 'failed' | 'unknown';
export type CollectedHow = 'printed' | 'by-hand';
type Custody = { readonly how: CollectedHow; readonly collectedBy: Actor; /** ISO 8601, UTC, as every moment here. */ readonly collectedAt: string };

export type HandwrittenState =
  | { readonly name: 'printing'; readonly jobId: string; readonly prints: number }
  /** Out of the printer; the customer's signature is not known to be on it. */
  | { readonly name: 'printed'; readonly prints: number }
  | { readonly name: 'not-printed'; readonly cause: NotPrintedCause; readonly prints: number }
  /** Signed and in the shop's hands. */
  | ({ readonly name: 'collected' } & Custody)
  /** `batch`: the shop's own number of what was handed to the agency, on `handedOn` (YYYY-MM-DD). */
  | ({ readonly name: 'handed-over'; readonly batch: string; readonly handedOn: string } & Custody)
  | { readonly name: 'not-needed' }
  | { readonly name: 'written-off'; readonly by: Actor; readonly at: string; readonly reason: string };

export type HandwrittenEvent =
  | { readonly type: 'printed' }
  | { readonly type: 'not-printed'; readonly cause: NotPrintedCause }
  | { readonly type: 'print-again'; readonly jobId: string }
  /** A person found the paper of a print nobody could confirm. */
  | { readonly type: 'paper-found' }
  | { readonly type: 'collected'; readonly how: CollectedHow; readonly by: Actor; readonly at: string }
  | { readonly type: 'handed-over'; readonly batch: string; readonly handedOn: string }
  | { readonly type: 'charge-cancelled' }
  | { readonly type: 'written-off'; readonly by: Actor; readonly at: string; readonly reason: string };

export type HandwrittenRefusal = 'handwritten.not-in-this-stage' | 'handwritten.too-many-prints' | 'handwritten.batch-missing' | 'handwritten.day-invalid' | 'handwritten.reason-missing' | 'handwritten.manager-needed';
export type HandwrittenCommand = { readonly kind: 'print'; readonly jobId: string } | { readonly kind: 'ask-person' } | { readonly kind: 'nothing' };

export type HandwrittenStep =
  | { readonly ok: true; readonly state: HandwrittenState; readonly command: HandwrittenCommand }
  | { readonly ok: false; readonly state: HandwrittenState; readonly refusal: HandwrittenRefusal };

/** Paper that does not come after this many tries is written by hand. */
export const MAX_PRINTS = 10;
const LONGEST_TEXT = 60;

export function openHandwritten(jobId: string): HandwrittenState {
  return { name: 'printing', jobId, prints: 1 };
}

/** Total: an event that does not fit is refused with a code and changes nothing. */
export function stepHandwritten(state: HandwrittenState, event: HandwrittenEvent): HandwrittenStep {
  const next = transition(state, event);
  return typeof next === 'string' ? { ok: false, state, refusal: next } : { ok: true, state: next, command: commandOf(next) };
}

/** After a restart: the print job is recovered by its own rule and its outcome comes here as an event; nothing prints from here. */
export function recoverHandwritten(state: HandwrittenState): HandwrittenCommand {
  return state.name === 'printing' ? { kind: 'nothing' } : commandOf(state);
}

function commandOf(state: HandwrittenState): HandwrittenCommand {
  switch (state.name) {
    case 'printing':
      return { kind: 'print', jobId: state.jobId };
    case 'printed':
    case 'not-printed':
      return { kind: 'ask-person' };
    case 'collected':
    case 'handed-over':
    case 'not-needed':
    case 'written-off':
      return { kind: 'nothing' };
    default:
      return unreachable(state);
  }
}

const NO = 'handwritten.not-in-this-stage';

function transition(state: HandwrittenState, event: HandwrittenEvent): HandwrittenState | HandwrittenRefusal {
  switch (event.type) {
    case 'printed':
      return state.name === 'printing' ? { name: 'printed', prints: state.prints } : NO;
    case 'not-printed':
      return state.name === 'printing' ? { name: 'not-printed', cause: event.cause, prints: state.prints } : NO;
    case 'print-again':
      // Torn, lost or unreadable paper is printed again too; the first one is then void.
      if (state.name !== 'not-printed' && state.name !== 'printed') return NO;
      return state.prints >= MAX_PRINTS ? 'handwritten.too-many-prints' : { name: 'printing', jobId: event.jobId, prints: state.prints + 1 };
    case 'paper-found':
      return state.name === 'not-printed' && state.cause === 'unknown' ? { name: 'printed', prints: state.prints } : NO;
    case 'collected':
      if (state.name !== (event.how === 'printed' ? 'printed' : 'not-printed')) return NO;
      return { name: 'collected', how: event.how, collectedBy: event.by, collectedAt: event.at };
    case 'handed-over':
      return state.name === 'collected' ? handOver(state, event) : NO;
    case 'charge-cancelled':
      return isOpenHandwritten(state) || state.name === 'collected' ? { name: 'not-needed' } : NO;
    case 'written-off':
      return state.name === 'printed' || state.name === 'not-printed' ? writeOff(event) : NO;
    default:
      return unreachable(event);
  }
}

function handOver(state: HandwrittenState & { name: 'collected' }, event: HandwrittenEvent & { type: 'handed-over' }): HandwrittenState | HandwrittenRefusal {
  const batch = event.batch.trim();
  if (batch === '' || batch.length > LONGEST_TEXT) return 'handwritten.batch-missing';
  if (!isDay(event.handedOn) || event.handedOn < seoulDay(state.collectedAt)) return 'handwritten.day-invalid';
  return { ...state, name: 'handed-over', batch, handedOn: event.handedOn };
}

function writeOff(event: HandwrittenEvent & { type: 'written-off' }): HandwrittenState | HandwrittenRefusal {
  const reason = event.reason.trim();
  if (event.by.role === 'cashier') return 'handwritten.manager-needed';
  return reason === '' || reason.length > LONGEST_TEXT ? 'handwritten.reason-missing' : { name: 'written-off', by: event.by, at: event.at, reason };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(atMs) && new Date(atMs).toISOString().startsWith(text);
}

/** The customer's signature is not in the shop's hands yet. */
export function isOpenHandwritten(state: HandwrittenState): boolean {
  return state.name === 'printing' || state.name === 'printed' || state.name === 'not-printed';
}

/** What to say of a slip as it stands; null: it takes its way. */
export function troubleOfSlip(state: HandwrittenState): FailureCode | null {
  if (state.name !== 'not-printed') return null;
  return state.cause === 'unknown' ? 'handwritten.print-unknown' : 'handwritten.not-printed';
}

export type HandwrittenSlip = { readonly slipId: string; readonly chargedWon: number; /** When the charge was approved. */ readonly since: string; readonly state: HandwrittenState };
export type OpenSum = { readonly count: number; readonly won: number; /** Whole days in Seoul since the oldest; null for none. */ readonly oldestDays: number | null };

/** What closing a shift names, and the list shows first: unsigned, not even printed, and those waiting to be handed in. */
export type HandwrittenSummary = { readonly unsigned: OpenSum; readonly notPrinted: OpenSum; readonly toHandOver: OpenSum };

export function summaryOf(slips: readonly HandwrittenSlip[], nowIso: string): HandwrittenSummary {
  const sum = (names: readonly HandwrittenState['name'][]): OpenSum => {
    const chosen = slips.filter((slip) => names.includes(slip.state.name));
    const ages = chosen.map((slip) => ageDays(slip, nowIso));
    return { count: chosen.length, won: chosen.reduce((won, slip) => won + slip.chargedWon, 0), oldestDays: ages.length === 0 ? null : Math.max(...ages) };
  };
  return { unsigned: sum(['printed']), notPrinted: sum(['printing', 'not-printed']), toHandOver: sum(['collected']) };
}

/** 0 on its own day; never negative, whatever the clock says. */
export function ageDays(slip: Pick<HandwrittenSlip, 'since'>, nowIso: string): number {
  return Math.max(0, daysBetween(seoulDay(slip.since), seoulDay(nowIso)));
}
