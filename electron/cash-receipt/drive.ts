/**
 * Drives one cash receipt: sends it, asks after a lost answer, until it is settled for the counter.
 *
 * Every act is bracketed: the `sending` row is durable before a byte leaves, the outcome row before the next act; what is known here
 * changes only after the row is durable. One receipt is driven by one drive at a time: asking again joins the drive under way.
 */
import type { CashReceiptRecord } from '../../db/journal.ts';
import { JournalError } from '../../db/journal.ts';
import type { ReceiptCancelState } from '../../domain/cash-receipt/cancel.ts';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import { recoverCashReceipt } from '../../domain/cash-receipt/machine.ts';
import { notify } from '../counter.ts';
import { carryAtTerminal } from './at-terminal.ts';
import { issueRequest } from './issue-request.ts';
import type { Settled } from './outcomes.ts';
import { eventOfInquiry, eventOfIssue, settledOf } from './outcomes.ts';
import { waitForTurn } from './turns.ts';
import type { ReceiptWork } from './work.ts';
import { load, reached, record } from './work.ts';

/** Sends in one drive: the first, and one more after the gateway said it has no such receipt. Later ones are the queue's. */
const SENDS_PER_DRIVE = 2;
const INQUIRIES_PER_DRIVE = 3;
/** A request the gateway has not carried out after this long is one it never will: four times the longest a call may take here. */
const LATE_REQUEST_MS = 120_000;

/** Drives the receipt until it is settled for the counter. Answers how it stands; never throws. */
export function drive(work: ReceiptWork, cashReceiptId: string): Promise<Settled> {
  const under = work.drives.get(cashReceiptId);
  if (under !== undefined) return under;
  const running = load(work, cashReceiptId)
    .then((found) => (found === null ? ('unknown' as const) : found.way === 'terminal' ? carryAtTerminal(work, found) : carry(work, found)))
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
export function mayStillCome({ state, updatedAt }: { readonly state: CashReceiptState | ReceiptCancelState; readonly updatedAt: string }, nowMs: number): boolean {
  if (state.name !== 'unknown' || state.refusal === null || state.attempts === 1) return false;
  return Math.abs(nowMs - Date.parse(updatedAt)) < LATE_REQUEST_MS;
}

function forgetTroubles({ turns, written }: ReceiptWork, cashReceiptId: string): void {
  turns.delete(cashReceiptId);
  written.delete(cashReceiptId);
}
