/**
 * Drives the cancels of cash receipts: waits for the original, sends, asks after a lost answer, until each is through. As an issue is
 * driven (drive.ts): `sending` is durable before a byte leaves, nothing is sent twice without asking in between. That a cancel is through
 * and that its original is cancelled by so much are one append.
 */
import type { ReceiptCancelRecord } from '../../db/journal.ts';
import type { ReceiptCancelEvent } from '../../domain/cash-receipt/cancel.ts';
import { eventOfOriginal, recoverReceiptCancel, stepReceiptCancel } from '../../domain/cash-receipt/cancel.ts';
import type { Issue } from '../../domain/cash-receipt/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { ReceiptCancelOutcome } from '../../domain/refund/refund.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import { cancelRequest } from './cancel-request.ts';
import type { CashReceiptRefusal } from '../../domain/cash-receipt/machine.ts';
import { mayStillCome } from './drive.ts';
import type { CancelOutcome, CashReceiptGateway } from './gateway.ts';
import { detailOf, eventOfInquiry, eventOfIssue, eventOfNts } from './outcomes.ts';
import type { Receipts } from './receipts.ts';
import type { Turns } from './turns.ts';
import { isDue, waitForTurn } from './turns.ts';

export type ReceiptCancels = {
  /** Drives a cancel until nobody needs to wait for it. Answers how it stands; never throws. */
  readonly drive: (cancelId: string) => Promise<ReceiptCancelOutcome>;
  readonly current: (cancelId: string) => Promise<ReceiptCancelRecord | null>;
  /** One round over every cancel that is not through and whose turn has come. */
  readonly drain: (options: { now: boolean }) => Promise<void>;
  /** Asks what the tax office made of those that are. */
  readonly watch: () => Promise<void>;
  readonly idle: () => Promise<void>;
};

/** `settled`: after every drive, whoever asked for it. */
export type CancelSignals = { readonly reached: (yes: boolean) => void; readonly changed: () => void; readonly settled: (cancel: ReceiptCancelRecord, outcome: ReceiptCancelOutcome) => void };

type Work = {
  readonly counter: Counter;
  readonly gateway: CashReceiptGateway;
  readonly receipts: Pick<Receipts, 'current' | 'drive' | 'cancelled'>;
  readonly signals: CancelSignals;
  readonly drives: Map<string, Promise<ReceiptCancelOutcome>>;
  readonly turns: Turns;
};

const DRAIN_BATCH = 500;
const WATCH_BATCH = 500;
/** Steps in one drive: the original looked at, a send and a question after it, and once more; the rest is the queue's. */
const STEPS_PER_DRIVE = 8;

export function createReceiptCancels(counter: Counter, gateway: CashReceiptGateway, receipts: Work['receipts'], signals: CancelSignals): ReceiptCancels {
  const work: Work = { counter, gateway, receipts, signals, drives: new Map(), turns: new Map() };
  return {
    drive: (cancelId) => drive(work, cancelId),
    current: (cancelId) => counter.journal.receiptCancel(cancelId),
    drain: (options) => drain(work, options),
    watch: () => watch(work),
    idle: async () => void (await Promise.allSettled(work.drives.values())),
  };
}

export function outcomeOfCancel({ state }: ReceiptCancelRecord): ReceiptCancelOutcome {
  switch (state.name) {
    case 'waiting':
    case 'queued':
      return 'queued';
    case 'requested':
    case 'unknown':
      return 'unknown';
    case 'issued':
    case 'confirmed':
      return 'cancelled';
    case 'failed':
    case 'rejected':
      return 'failed';
    case 'not-needed':
      return 'not-needed';
    default:
      return unreachable(state);
  }
}

function drive(work: Work, cancelId: string): Promise<ReceiptCancelOutcome> {
  const under = work.drives.get(cancelId);
  if (under !== undefined) return under;
  const running = carry(work, cancelId)
    .catch((problem: unknown) => stopped(work, cancelId, problem))
    .then((cancel) => {
      if (cancel === null) return 'unknown';
      const outcome = outcomeOfCancel(cancel);
      if (outcome === 'queued' || outcome === 'unknown') waitForTurn(work.turns, cancelId, work.counter.now().getTime());
      else work.turns.delete(cancelId);
      work.signals.settled(cancel, outcome);
      return outcome;
    })
    .finally(() => work.drives.delete(cancelId));
  work.drives.set(cancelId, running);
  return running;
}

/** A bug ends this drive and no other; the next round takes it up. */
async function stopped({ counter }: Work, cancelId: string, problem: unknown): Promise<ReceiptCancelRecord | null> {
  const tell = (what: unknown) => counter.log(`the cancel of a cash receipt ${cancelId}: ${what instanceof Error ? (what.stack ?? what.message) : String(what)}`);
  tell(problem);
  // A journal that cannot be read either has said so elsewhere; here the cancel is unknown until it can be.
  return counter.journal.receiptCancel(cancelId).catch((unreadable: unknown) => {
    tell(unreadable);
    return null;
  });
}

async function carry(work: Work, cancelId: string): Promise<ReceiptCancelRecord | null> {
  let current = await work.counter.journal.receiptCancel(cancelId);
  for (let steps = 0; current !== null && steps < STEPS_PER_DRIVE; steps += 1) {
    const next = await step(work, current);
    if (next === null) return work.counter.journal.receiptCancel(cancelId);
    // Nothing reached the gateway, or it takes nothing now: another try at once would end the same way.
    if (next.state.name === 'queued' && current.state.name === 'requested') return next;
    current = next;
  }
  return current;
}

/** One step further; null: it rests as it is. */
async function step(work: Work, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  switch (recoverReceiptCancel(current.state)) {
    case 'look-at-original':
      return lookAtOriginal(work, current);
    case 'send':
      return send(work, current);
    case 'inquire':
      return inquire(work, current);
    case 'await-answer':
    case 'watch':
    case 'nothing':
      return null;
  }
}

/** An original that is still to be issued is issued first: what was never registered cannot be cancelled, and what may be must be known. */
async function lookAtOriginal(work: Work, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  const { cashReceiptId } = current.intent;
  await work.receipts.drive(cashReceiptId);
  const original = await work.receipts.current(cashReceiptId);
  const event = original === null ? null : eventOfOriginal(original.state);
  return event === null ? null : record(work, current, event);
}

const AT_TERMINAL = { failure: 'cash-receipt.gateway-refused', gatewayCode: null, message: '단말기로 발급한 현금영수증입니다. 단말기에서 취소하고 적으세요.' } as const satisfies CashReceiptRefusal;

async function send(work: Work, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  const original = await work.receipts.current(current.intent.cashReceiptId);
  if (original?.state.name === 'rejected' || original?.state.name === 'failed') return record(work, current, { type: 'original-absent' });
  if (original === null || !('approvalNumber' in original.state)) return null;
  const sending = await record(work, current, { type: 'sending', tradeDt: null });
  if (sending === null || sending.state.name !== 'requested') return null;
  // The gateway knows nothing of it: whoever stands at the terminal cancels it there, and a manager says so.
  if (original.way === 'terminal') return record(work, sending, { type: 'refused', refusal: AT_TERMINAL });
  const outcome = await work.gateway.cancel(cancelRequest(current, original.state));
  work.signals.reached(outcome.kind !== 'unreachable');
  const event = eventOfIssue(issuedFrom(outcome), sending.state);
  return event.type === 'cancelled' || event.type === 'traded' ? null : record(work, sending, event);
}

/** A cancel is registered as an issue is, under its own number. */
function issuedFrom(outcome: CancelOutcome) {
  return outcome.kind === 'cancelled' ? ({ ...outcome, kind: 'issued' } as const) : outcome;
}

async function inquire(work: Work, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  // The answer to a request under way at a crash is not to be had; what became of it is asked.
  if (current.state.name === 'requested') return record(work, current, { type: 'unclear', why: 'restart', refusal: null });
  const outcome = await work.gateway.inquire(current.intent.mgtKey);
  work.signals.reached(outcome.kind !== 'unreachable');
  if (outcome.kind === 'found' && outcome.receipt.document !== 'cancel') return null;
  const event = eventOfInquiry(outcome);
  if (event === null || event.type === 'cancelled' || event.type === 'traded' || (event.type === 'absent' && mayStillCome(current, work.counter.now().getTime()))) return null;
  return record(work, current, event);
}

/** The cancel after this event, once it is durable; null when the machine or the journal refused it and nothing has changed. */
async function record(work: Work, before: ReceiptCancelRecord, event: ReceiptCancelEvent): Promise<ReceiptCancelRecord | null> {
  const { counter } = work;
  const { cancelId } = before.intent;
  const next = stepReceiptCancel(before.state, event);
  if (!next.ok) return null;
  const after: ReceiptCancelRecord = { ...before, state: next.state, updatedAt: counter.now().toISOString() };
  const rows: JournalEntry[] = [entry(counter, { kind: `receipt-cancel.${event.type}`, payload: { cancelId, event, after: next.state } }, before.saleId, null)];
  if (next.state.name === 'failed' || next.state.name === 'rejected') {
    rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: 'refund.receipt-not-cancelled', detail: detailOf(next.state) } }, before.saleId, null));
  }
  const through = (event.type === 'issued' || event.type === 'found') && next.state.name === 'issued';
  if (!(through ? await recordThrough(work, before, next.state, rows) : (await append(counter, rows)).ok)) return null;
  work.signals.changed();
  counter.changed();
  return after;
}

/** The original hears of it in the same append. One that cannot (the tax office had rejected it) leaves the cancel as it is: registered. */
async function recordThrough(work: Work, { intent }: ReceiptCancelRecord, issue: Issue, rows: readonly JournalEntry[]): Promise<boolean> {
  const original = await work.receipts.current(intent.cashReceiptId);
  const cancelledWon = original?.state.name === 'partly-cancelled' ? original.state.cancelledWon : 0;
  const whole = original !== null && cancelledWon + intent.amounts.totalWon >= original.amounts.totalWon;
  const event = { type: 'cancelled', cancelApprovalNumber: issue.approvalNumber, cancelledWon: intent.amounts.totalWon, whole } as const;
  if (await work.receipts.cancelled(intent.cashReceiptId, event, rows)) return true;
  if (original?.state.name !== 'rejected') return false;
  return (await append(work.counter, rows)).ok;
}

async function drain(work: Work, options: { now: boolean }): Promise<void> {
  const { counter, gateway, signals, turns } = work;
  const nowMs = () => counter.now().getTime();
  const open = await counter.journal.receiptCancelsIn(['waiting', 'queued', 'requested', 'unknown'], { limit: DRAIN_BATCH });
  const due = open.filter(({ intent }) => options.now || isDue(turns, intent.cancelId, nowMs()));
  if (due.length === 0) return;
  // While the line is down the journal is not filled with attempts that cannot succeed.
  const isUp = (await gateway.check()).kind !== 'unreachable';
  signals.reached(isUp);
  for (const { intent } of due) {
    if (counter.isStopping()) return;
    if (isUp) await drive(work, intent.cancelId);
    else waitForTurn(turns, intent.cancelId, nowMs());
  }
}

async function watch(work: Work): Promise<void> {
  const { counter, gateway } = work;
  const issued = await counter.journal.receiptCancelsIn(['issued'], { limit: WATCH_BATCH });
  if (issued.length === 0) return;
  const answer = await gateway.inquireMany(issued.map(({ intent }) => intent.mgtKey));
  if (answer.kind !== 'answered') return;
  const byKey = new Map(answer.found.map((found) => [found.mgtKey, found]));
  for (const cancel of issued) {
    const event = eventOfNts(byKey.get(cancel.intent.mgtKey));
    if (counter.isStopping()) return;
    if (event === null) continue;
    const after = await record(work, cancel, event);
    if (after === null || event.type !== 'nts-rejected') continue;
    notify(counter, 'refund.receipt-not-cancelled', cancel.saleId, cancel.saleNumber);
    work.signals.settled(after, 'failed');
  }
}
