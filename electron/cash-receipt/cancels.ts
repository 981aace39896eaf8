/**
 * Drives the cancels of cash receipts: waits for the original, sends, asks after a lost answer, until each is through. As an issue is
 * driven (drive.ts): `sending` is durable before a byte leaves, nothing is sent twice without asking in between. That a cancel is through
 * and that its original is cancelled by so much are one append.
 */
import type { ReceiptCancelRecord } from '../../db/journal.ts';
import { eventOfOriginal, recoverReceiptCancel } from '../../domain/cash-receipt/cancel.ts';
import type { ReceiptCancelOutcome } from '../../domain/refund/refund.ts';
import type { LateResult } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import { notify } from '../counter.ts';
import type { Result } from '../result.ts';
import type { ReceiptSettlement } from './at-terminal.ts';
import { cancelRequest } from './cancel-request.ts';
import type { CancelSignals, CancelWork } from './cancel-work.ts';
import { outcomeOfCancel, record } from './cancel-work.ts';
import { carryCancelAtTerminal, eventOfTerminalOriginal, inquireCancelAgain, notAsked, settleCancel, tellLateCancel, withdrawCancel } from './cancels-at-terminal.ts';
import { mayStillCome } from './drive.ts';
import type { CancelOutcome, CashReceiptGateway } from './gateway.ts';
import { eventOfInquiry, eventOfIssue, eventOfNts } from './outcomes.ts';
import type { AtTerminal } from './terminal-drive.ts';
import { isDue, waitForTurn } from './turns.ts';

export type ReceiptCancels = {
  /** Drives a cancel until nobody needs to wait for it. Answers how it stands; never throws. */
  readonly drive: (cancelId: string) => Promise<ReceiptCancelOutcome>;
  /** As it was last written here; undefined for one nothing was written of since the start. */
  readonly known: (cancelId: string) => ReceiptCancelRecord | undefined;
  readonly current: (cancelId: string) => Promise<ReceiptCancelRecord | null>;
  /** Those whose intent has just become durable: the next drive may ask the terminal for them. */
  readonly created: (cancelIds: readonly string[]) => void;
  /** What a person read at the terminal. */
  readonly settle: (cancelId: string, settlement: ReceiptSettlement) => Promise<Result<null>>;
  readonly inquire: (cancelId: string) => Promise<Result<null>>;
  /** A result nobody waited for, or a trade that waits for its turn and is taken back; null: no cancel of ours has it. */
  readonly tellLate: (late: LateResult) => Promise<Result<null> | null>;
  readonly withdraw: (tradeNumber: string) => Promise<Result<null> | null>;
  /** Those a restart found at the terminal. */
  readonly recover: () => Promise<void>;
  readonly resume: () => void;
  /** One round over every cancel that is not through and whose turn has come. */
  readonly drain: (options: { now: boolean }) => Promise<void>;
  /** Asks what the tax office made of those that are. */
  readonly watch: () => Promise<void>;
  readonly idle: () => Promise<void>;
};

const DRAIN_BATCH = 500;
const WATCH_BATCH = 500;
/** Steps in one drive: the original looked at, a send and a question after it, and once more; the rest is the queue's. */
const STEPS_PER_DRIVE = 8;

export function createReceiptCancels(counter: Counter, gateway: CashReceiptGateway, receipts: CancelWork['receipts'], signals: CancelSignals, atTerminal: AtTerminal): ReceiptCancels {
  const work: CancelWork = { counter, gateway, receipts, atTerminal, signals, records: new Map(), drives: new Map(), turns: new Map() };
  return {
    drive: (cancelId) => drive(work, cancelId),
    known: (cancelId) => work.records.get(cancelId),
    current: (cancelId) => counter.journal.receiptCancel(cancelId),
    created: (cancelIds) => cancelIds.forEach((cancelId) => atTerminal.fresh.add(cancelId)),
    settle: (cancelId, settlement) => settleCancel(work, cancelId, settlement),
    inquire: (cancelId) => inquireCancelAgain(work, cancelId),
    tellLate: (late) => tellLateCancel(work, late),
    withdraw: (tradeNumber) => withdrawCancel(work, tradeNumber),
    recover: () => recoverAtTerminal(work),
    resume: () => resumeAtTerminal(work),
    drain: (options) => drain(work, options),
    watch: () => watch(work),
    idle: async () => void (await Promise.allSettled(work.drives.values())),
  };
}

function drive(work: CancelWork, cancelId: string): Promise<ReceiptCancelOutcome> {
  const under = work.drives.get(cancelId);
  if (under !== undefined) return under;
  const running = carry(work, cancelId)
    .catch((problem: unknown) => stopped(work, cancelId, problem))
    .then((cancel) => {
      if (cancel === null) return 'unknown';
      const outcome = outcomeOfCancel(cancel);
      if (outcome === 'queued' || outcome === 'unknown') waitForTurn(work.turns, cancelId, work.counter.now().getTime());
      else work.turns.delete(cancelId);
      // What could not even be written as asked is taken up again, and nobody is told of it as of one in doubt.
      if (cancel.state.name !== 'at-terminal' || cancel.state.trade.state.name !== 'intended') work.counter.background(work.signals.settled(cancel, outcome));
      return outcome;
    })
    .finally(() => {
      work.drives.delete(cancelId);
      work.atTerminal.fresh.delete(cancelId);
    });
  work.drives.set(cancelId, running);
  return running;
}

/** A bug ends this drive and no other; the next round takes it up. */
async function stopped({ counter }: CancelWork, cancelId: string, problem: unknown): Promise<ReceiptCancelRecord | null> {
  const tell = (what: unknown) => counter.log(`the cancel of a cash receipt ${cancelId}: ${what instanceof Error ? (what.stack ?? what.message) : String(what)}`);
  tell(problem);
  // A journal that cannot be read either has said so elsewhere; here the cancel is unknown until it can be.
  return counter.journal.receiptCancel(cancelId).catch((unreadable: unknown) => {
    tell(unreadable);
    return null;
  });
}

async function carry(work: CancelWork, cancelId: string): Promise<ReceiptCancelRecord | null> {
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
async function step(work: CancelWork, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
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
      if (current.state.name === 'at-terminal') await carryCancelAtTerminal(work, current);
      return null;
  }
}

/** An original that is still to be issued is issued first: what was never registered cannot be cancelled, and what may be must be known. */
async function lookAtOriginal(work: CancelWork, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  const { cashReceiptId } = current.intent;
  const found = await work.receipts.current(cashReceiptId);
  // What the terminal was asked for is never asked again for this: it is known by now, or a person settles it first.
  if (found?.way === 'terminal') return record(work, current, eventOfTerminalOriginal(work, current, found));
  await work.receipts.drive(cashReceiptId);
  const original = await work.receipts.current(cashReceiptId);
  const event = original === null ? null : eventOfOriginal(original.state);
  return event === null ? null : record(work, current, event);
}

async function send(work: CancelWork, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  const original = await work.receipts.current(current.intent.cashReceiptId);
  if (original?.state.name === 'rejected' || original?.state.name === 'failed') return record(work, current, { type: 'original-absent' });
  if (original === null || !('approvalNumber' in original.state)) return null;
  // One that was queued before the terminal was asked for such: the gateway knows nothing of it.
  if (original.way === 'terminal') return record(work, current, notAsked('no-terminal'));
  const sending = await record(work, current, { type: 'sending', tradeDt: null });
  if (sending === null || sending.state.name !== 'requested') return null;
  const outcome = await work.gateway.cancel(cancelRequest(current, original.state));
  work.signals.reached(outcome.kind !== 'unreachable');
  const event = eventOfIssue(issuedFrom(outcome), sending.state);
  return event.type === 'cancelled' || event.type === 'traded' ? null : record(work, sending, event);
}

/** A cancel is registered as an issue is, under its own number. */
function issuedFrom(outcome: CancelOutcome) {
  return outcome.kind === 'cancelled' ? ({ ...outcome, kind: 'issued' } as const) : outcome;
}

async function inquire(work: CancelWork, current: ReceiptCancelRecord): Promise<ReceiptCancelRecord | null> {
  // The answer to a request under way at a crash is not to be had; what became of it is asked.
  if (current.state.name === 'requested') return record(work, current, { type: 'unclear', why: 'restart', refusal: null });
  const outcome = await work.gateway.inquire(current.intent.mgtKey);
  work.signals.reached(outcome.kind !== 'unreachable');
  if (outcome.kind === 'found' && outcome.receipt.document !== 'cancel') return null;
  const event = eventOfInquiry(outcome);
  if (event === null || event.type === 'cancelled' || event.type === 'traded' || (event.type === 'absent' && mayStillCome(current, work.counter.now().getTime()))) return null;
  return record(work, current, event);
}

const RECOVER_BATCH = 500;

/** After a start: what was never asked is not asked, what was asked is unknown, and what the terminal may still know it is asked. */
async function recoverAtTerminal(work: CancelWork): Promise<void> {
  const { counter } = work;
  for (const { intent } of await counter.journal.receiptCancelsIn(['at-terminal'], { limit: RECOVER_BATCH })) {
    if (counter.isStopping()) return;
    await drive(work, intent.cancelId);
  }
}

/** What the journal could not take in time is tried again. */
function resumeAtTerminal(work: CancelWork): void {
  for (const cancelId of work.atTerminal.unwritten.keys()) work.counter.background(drive(work, cancelId));
}

async function drain(work: CancelWork, options: { now: boolean }): Promise<void> {
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

async function watch(work: CancelWork): Promise<void> {
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
    await work.signals.settled(after, 'failed');
  }
}
