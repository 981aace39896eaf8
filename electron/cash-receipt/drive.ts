/**
 * Drives one cash receipt: sends it, asks after a lost answer, until it is settled for the counter.
 *
 * Every act is bracketed: the `sending` row is durable before a byte leaves, the outcome row before the next act; what is known here
 * changes only after the row is durable. One receipt is driven by one drive at a time: asking again joins the drive under way.
 */
import type { CashReceiptRecord } from '../../db/journal.ts';
import { JournalError } from '../../db/journal.ts';
import type { CashReceiptEvent } from '../../domain/cash-receipt/machine.ts';
import { recoverCashReceipt, stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import type { CashReceiptGateway } from './gateway.ts';
import { issueRequest } from './issue-request.ts';
import type { Settled } from './outcomes.ts';
import { detailOf, eventOfInquiry, eventOfIssue, failureOfState, settledOf } from './outcomes.ts';
import type { Turns } from './turns.ts';
import { waitForTurn } from './turns.ts';

/** Sends in one drive: the first, and one more after the gateway said it has no such receipt. Later ones are the queue's. */
const SENDS_PER_DRIVE = 2;
const INQUIRIES_PER_DRIVE = 3;
/** A request the gateway has not carried out after this long is one it never will: four times the longest a call may take here. */
const LATE_REQUEST_MS = 120_000;

/** `reached`: whether the gateway answered at all. `changed`: after every durable change to a receipt. */
export type ReceiptSignals = { readonly reached: (yes: boolean) => void; readonly changed: () => void };

/** What the rooms of cash receipts work on. */
export type ReceiptWork = {
  readonly counter: Counter;
  readonly gateway: CashReceiptGateway;
  readonly signals: ReceiptSignals;
  /** The receipts known here, newest state, by id. */
  readonly records: Map<string, CashReceiptRecord>;
  /** The drives under way, by receipt. */
  readonly drives: Map<string, Promise<Settled>>;
  readonly turns: Turns;
  /** The failure last written down for a receipt: an outage of hours is one row, not one for every attempt. */
  readonly written: Map<string, FailureCode>;
  /** Whether the gateway answered when it was last asked. */
  reachable: boolean;
  /** The question to the tax office under way: two of them would both record its answer. */
  watching: Promise<void> | null;
};

export function newReceiptWork(counter: Counter, gateway: CashReceiptGateway, signals: ReceiptSignals): ReceiptWork {
  return { counter, gateway, signals, records: new Map(), drives: new Map(), turns: new Map(), written: new Map(), reachable: true, watching: null };
}

export function reached(work: ReceiptWork, yes: boolean): void {
  work.reachable = yes;
  work.signals.reached(yes);
}

/** Drives the receipt until it is settled for the counter. Answers how it stands; never throws. */
export function drive(work: ReceiptWork, cashReceiptId: string): Promise<Settled> {
  const under = work.drives.get(cashReceiptId);
  if (under !== undefined) return under;
  const running = load(work, cashReceiptId)
    .then((found) => (found === null ? ('unknown' as const) : carry(work, found)))
    .catch((problem: unknown) => stopped(work, cashReceiptId, problem))
    .then((settled) => {
      if (settled === 'issued' || settled === 'failed') forgetTroubles(work, cashReceiptId);
      else waitForTurn(work.turns, cashReceiptId, work.counter.now().getTime());
      return settled;
    })
    .finally(() => work.drives.delete(cashReceiptId));
  work.drives.set(cashReceiptId, running);
  return running;
}

/** A bug, or a journal that cannot be read, ends this drive and no other: one receipt with a fault of its own must not hold up the rest. */
async function stopped(work: ReceiptWork, cashReceiptId: string, problem: unknown): Promise<Settled> {
  const { counter, records } = work;
  counter.log(`cash receipt ${cashReceiptId}: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
  const stored = (await counter.journal.cashReceipt(cashReceiptId).catch(() => null)) ?? records.get(cashReceiptId);
  if (stored === undefined) return 'unknown';
  records.set(cashReceiptId, stored);
  notify(counter, problem instanceof JournalError ? problem.code : 'program.bug', stored.saleId, stored.saleNumber);
  return settledOf(stored.state);
}

/** For whoever is no longer looking at the sale: that its receipt was refused. */
export function tellIfFailed({ counter, records }: ReceiptWork, cashReceiptId: string): void {
  const receipt = records.get(cashReceiptId);
  if (receipt?.state.name !== 'failed') return;
  notify(counter, receipt.state.refusal.failure, receipt.saleId, receipt.saleNumber);
}

/** The receipt after this event, once it is durable; null when the machine or the journal refused it and nothing has changed. */
export async function record(work: ReceiptWork, before: CashReceiptRecord, event: CashReceiptEvent): Promise<CashReceiptRecord | null> {
  const { counter } = work;
  const { cashReceiptId, saleId } = before;
  const step = stepCashReceipt(before.state, event);
  if (!step.ok) return null;
  const rows = [entry(counter, { kind: `cash-receipt.${event.type}`, payload: { cashReceiptId, event, after: step.state } }, saleId, null)];
  const failure = failureOfState(step.state);
  if (failure !== null && work.written.get(cashReceiptId) !== failure) {
    rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: failure, detail: detailOf(step.state) } }, saleId, null));
  }
  const durable = await append(counter, rows);
  if (!durable.ok) return null;
  if (failure !== null) work.written.set(cashReceiptId, failure);
  const after = { ...before, state: step.state, updatedAt: counter.now().toISOString() };
  work.records.set(cashReceiptId, after);
  work.signals.changed();
  counter.changed();
  return after;
}

async function carry(work: ReceiptWork, start: CashReceiptRecord): Promise<Settled> {
  const found = start.state.name === 'requested' ? await record(work, start, { type: 'unclear', why: 'restart', refusal: null }) : start;
  if (found === null) return 'unknown';
  let current = found;
  let sends = 0;
  let inquiries = 0;
  for (;;) {
    const command = recoverCashReceipt(current.state);
    if (command === 'send') {
      if (sends >= SENDS_PER_DRIVE) return settledOf(current.state);
      sends += 1;
    } else if (command === 'inquire') {
      if (inquiries >= INQUIRIES_PER_DRIVE) return 'unknown';
      inquiries += 1;
    } else return settledOf(current.state);
    const next = command === 'send' ? await send(work, current) : await inquire(work, current);
    if (next === null) return settledOf(work.records.get(current.cashReceiptId)?.state ?? current.state);
    current = next;
    // Nothing reached the gateway, or it takes nothing now: another try at once would end the same way. It waits for its turn.
    if (command === 'send' && current.state.name === 'queued') return 'queued';
  }
}

async function send(work: ReceiptWork, current: CashReceiptRecord): Promise<CashReceiptRecord | null> {
  const request = issueRequest(work.counter, current);
  const sending = await record(work, current, { type: 'sending', tradeDt: request.tradeDt ?? null });
  if (sending === null) return null;
  const outcome = await work.gateway.issue(request);
  reached(work, outcome.kind !== 'unreachable');
  return record(work, sending, eventOfIssue(outcome, sending.state));
}

async function inquire(work: ReceiptWork, current: CashReceiptRecord): Promise<CashReceiptRecord | null> {
  const outcome = await work.gateway.inquire(current.mgtKey);
  reached(work, outcome.kind !== 'unreachable');
  const event = eventOfInquiry(outcome);
  if (event === null || (event.type === 'absent' && mayStillCome(current, work.counter.now().getTime()))) return null;
  return record(work, current, event);
}

/**
 * "Absent" ends a refused receipt only when no earlier request can still be on its way: one whose answer was lost may be carried out
 * after the refusal of a later one. Until then it stays unknown, and no other is issued for its sale. A clock that was set back counts
 * as time gone by: nothing waits for a clock.
 */
function mayStillCome({ state, updatedAt }: CashReceiptRecord, nowMs: number): boolean {
  if (state.name !== 'unknown' || state.refusal === null || state.attempts === 1) return false;
  return Math.abs(nowMs - Date.parse(updatedAt)) < LATE_REQUEST_MS;
}

async function load({ counter, records }: ReceiptWork, cashReceiptId: string): Promise<CashReceiptRecord | null> {
  const found = records.get(cashReceiptId) ?? (await counter.journal.cashReceipt(cashReceiptId));
  if (found !== null) records.set(cashReceiptId, found);
  return found;
}

function forgetTroubles({ turns, written }: ReceiptWork, cashReceiptId: string): void {
  turns.delete(cashReceiptId);
  written.delete(cashReceiptId);
}
