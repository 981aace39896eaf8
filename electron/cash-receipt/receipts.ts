/**
 * Carries cash receipts through their machine: sends, asks after lost answers, drains the queue, watches for the tax office.
 *
 * Every act is bracketed: the `sending` row is durable before a byte leaves, the outcome row before the next act. One receipt is
 * driven by one drive at a time; a stuck receipt waits for its own next turn and never blocks another.
 */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { CashReceiptEvent, CashReceiptRefusal, CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import { recoverCashReceipt, stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { append, entry, notify } from '../counter.ts';
import type { Counter } from '../counter.ts';
import type { CashReceiptGateway, GatewayFailure, GatewayReceipt, GatewayRefusal, InquiryOutcome, IssueOutcome } from './gateway.ts';
import { issueRequest } from './issue-request.ts';

/** How the receipt stands when the customer need not wait any longer. */
export type Settled = 'issued' | 'queued' | 'unknown' | 'failed';

/** Sends in one drive: the first, and one more after the gateway said it has no such receipt. Later ones are the queue's. */
const SENDS_PER_DRIVE = 2;
const INQUIRIES_PER_DRIVE = 3;
/** Receipts the queue takes up in one round; the rest wait for the next. */
const DRAIN_BATCH = 100;
const WATCH_BATCH = 500;

/** A receipt that could not be settled waits this long, then twice as long, and so on. */
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 10 * 60_000;

export type Receipts = {
  /** Drives a receipt until it is settled for the counter. Answers how it stands; never throws for a failure of the gateway. */
  readonly drive: (cashReceiptId: string) => Promise<Settled>;
  /** One round over everything unsettled whose turn has come. `now`: regardless of turns (a person asked, or the line is back). */
  readonly drain: (options: { now: boolean }) => Promise<void>;
  /** Asks what became of issued receipts at the tax office. */
  readonly watch: () => Promise<void>;
  /** The receipt as it is known here, newest state. */
  readonly known: (cashReceiptId: string) => CashReceiptRecord | undefined;
  readonly ofSale: (saleId: string) => readonly CashReceiptRecord[];
  /** Puts receipts of a sale, or one just created, where views find them. */
  readonly remember: (records: readonly CashReceiptRecord[]) => void;
  readonly forgetSettled: (keepSaleId: string | null) => void;
  /** Resolves when no drive is under way. */
  readonly idle: () => Promise<void>;
};

/** `reached`: whether the gateway answered at all. `changed`: after every durable change to a receipt. */
export type ReceiptSignals = { readonly reached: (yes: boolean) => void; readonly changed: () => void };

export function createReceipts(counter: Counter, gateway: CashReceiptGateway, signals: ReceiptSignals): Receipts {
  const records = new Map<string, CashReceiptRecord>();
  const turns = new Map<string, { delayMs: number; at: number }>();
  const drives = new Map<string, Promise<Settled>>();
  /** The failure last written down for a receipt: an outage of hours is one row, not one for every attempt. */
  const written = new Map<string, FailureCode>();
  let reachable = true;

  function reached(yes: boolean): void {
    reachable = yes;
    signals.reached(yes);
  }

  async function record(before: CashReceiptRecord, event: CashReceiptEvent): Promise<CashReceiptRecord | null> {
    const step = stepCashReceipt(before.state, event);
    if (!step.ok) return null;
    const rows = [
      entry(
        counter,
        { kind: `cash-receipt.${event.type}`, payload: { cashReceiptId: before.cashReceiptId, event, after: step.state } },
        before.saleId,
        null,
      ),
    ];
    const failure = failureOfState(step.state);
    if (failure !== null && written.get(before.cashReceiptId) !== failure) rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: failure, detail: detailOf(step.state) } }, before.saleId, null));
    const durable = await append(counter, rows);
    if (!durable.ok) return null;
    if (failure !== null) written.set(before.cashReceiptId, failure);
    const after = { ...before, state: step.state, updatedAt: counter.now().toISOString() };
    records.set(after.cashReceiptId, after);
    signals.changed();
    counter.changed();
    return after;
  }

  async function carry(start: CashReceiptRecord): Promise<Settled> {
    let current = start;
    let sends = 0;
    let inquiries = 0;
    if (recoverCashReceipt(current.state) === 'inquire' && current.state.name === 'requested') {
      const lost = await record(current, { type: 'unclear', why: 'restart', refusal: null });
      if (lost === null) return 'unknown';
      current = lost;
    }
    for (;;) {
      const command = recoverCashReceipt(current.state);
      if (command === 'send') {
        if (sends >= SENDS_PER_DRIVE) return settledOf(current.state);
        sends += 1;
        const next = await send(current);
        if (next === null) return settledOf(records.get(current.cashReceiptId)?.state ?? current.state);
        current = next;
        if (current.state.name === 'queued') return 'queued';
      } else if (command === 'inquire') {
        if (inquiries >= INQUIRIES_PER_DRIVE) return 'unknown';
        inquiries += 1;
        const next = await inquire(current);
        if (next === null) return settledOf(records.get(current.cashReceiptId)?.state ?? current.state);
        current = next;
      } else return settledOf(current.state);
    }
  }

  async function send(current: CashReceiptRecord): Promise<CashReceiptRecord | null> {
    const request = issueRequest(counter, current);
    const sending = await record(current, { type: 'sending', tradeDt: request.tradeDt ?? null });
    if (sending === null) return null;
    const outcome = await gateway.issue(request);
    reached(outcome.kind !== 'unreachable');
    return record(sending, eventOfIssue(outcome, sending.state));
  }

  async function inquire(current: CashReceiptRecord): Promise<CashReceiptRecord | null> {
    const outcome = await gateway.inquire(current.mgtKey);
    reached(outcome.kind !== 'unreachable');
    const event = eventOfInquiry(outcome);
    return event === null ? null : record(current, event);
  }

  function drive(cashReceiptId: string): Promise<Settled> {
    const under = drives.get(cashReceiptId);
    if (under !== undefined) return under;
    const running = load(cashReceiptId)
      .then((found) => (found === null ? ('unknown' as const) : carry(found)))
      .then((settled) => {
        takeTurn(cashReceiptId, settled);
        return settled;
      })
      .finally(() => drives.delete(cashReceiptId));
    drives.set(cashReceiptId, running);
    return running;
  }

  async function load(cashReceiptId: string): Promise<CashReceiptRecord | null> {
    const found = records.get(cashReceiptId) ?? (await counter.journal.cashReceipt(cashReceiptId));
    if (found !== null) records.set(cashReceiptId, found);
    return found;
  }

  function takeTurn(cashReceiptId: string, settled: Settled): void {
    if (settled === 'issued' || settled === 'failed') {
      turns.delete(cashReceiptId);
      written.delete(cashReceiptId);
      return;
    }
    const delayMs = Math.min((turns.get(cashReceiptId)?.delayMs ?? FIRST_DELAY_MS / 2) * 2, LONGEST_DELAY_MS);
    turns.set(cashReceiptId, { delayMs, at: counter.now().getTime() + delayMs });
  }

  async function drain(options: { now: boolean }): Promise<void> {
    const waiting = await counter.journal.cashReceiptsIn(['queued', 'requested', 'unknown'], { limit: DRAIN_BATCH });
    const due = waiting.filter((receipt) => options.now || (turns.get(receipt.cashReceiptId)?.at ?? 0) <= counter.now().getTime());
    if (due.length === 0) return;
    // A look before the leap: while the line is down the journal is not filled with attempts that cannot succeed.
    const health = await gateway.check();
    reached(health.kind !== 'unreachable');
    if (health.kind === 'unreachable') {
      for (const receipt of due) takeTurn(receipt.cashReceiptId, 'queued');
      return;
    }
    for (const receipt of due) {
      if (drives.has(receipt.cashReceiptId)) continue;
      records.set(receipt.cashReceiptId, receipt);
      const settled = await drive(receipt.cashReceiptId);
      if (settled === 'failed') notify(counter, failureOfState(records.get(receipt.cashReceiptId)?.state ?? receipt.state) ?? 'cash-receipt.gateway-refused', receipt.saleId, receipt.saleNumber);
      // The line is down: the others would only wait for the same time limit, one after another.
      if (!reachable) break;
    }
  }

  async function watch(): Promise<void> {
    const issued = await counter.journal.cashReceiptsIn(['issued'], { limit: WATCH_BATCH });
    if (issued.length === 0) return;
    const answer = await gateway.inquireMany(issued.map((receipt) => receipt.mgtKey));
    if (answer.kind !== 'answered') return;
    const byKey = new Map(answer.found.map((found) => [found.mgtKey, found]));
    for (const receipt of issued) {
      const event = eventOfNts(byKey.get(receipt.mgtKey));
      if (event === null) continue;
      await record(receipt, event);
      if (event.type === 'nts-rejected') notify(counter, 'cash-receipt.nts-rejected', receipt.saleId, receipt.saleNumber);
    }
  }

  return {
    drive,
    drain,
    watch,
    known: (cashReceiptId) => records.get(cashReceiptId),
    ofSale: (saleId) => [...records.values()].filter((receipt) => receipt.saleId === saleId),
    remember: (found) => {
      for (const receipt of found) records.set(receipt.cashReceiptId, receipt);
    },
    forgetSettled: (keepSaleId) => {
      for (const [key, receipt] of records) if (receipt.saleId !== keepSaleId && !drives.has(key)) records.delete(key);
    },
    idle: async () => {
      await Promise.allSettled(drives.values());
    },
  };
}

export function settledOf(state: CashReceiptState): Settled {
  switch (state.name) {
    case 'queued':
      return 'queued';
    case 'requested':
    case 'unknown':
      return 'unknown';
    case 'failed':
    case 'rejected':
    case 'cancelled':
      return 'failed';
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
      return 'issued';
    default:
      return unreachable(state);
  }
}

function eventOfIssue(outcome: IssueOutcome, state: CashReceiptState): CashReceiptEvent {
  switch (outcome.kind) {
    case 'issued':
      return { type: 'issued', approvalNumber: outcome.approvalNumber, tradeDate: outcome.tradeDate, tradeDt: outcome.tradeDt };
    case 'unreachable':
      return { type: 'unreachable', why: outcome.why.code };
    case 'unclear':
      return { type: 'unclear', why: outcome.why.code, refusal: null };
    case 'refused':
      return eventOfRefusal(outcome, state);
    default:
      return unreachable(outcome);
  }
}

/**
 * A refusal is final only when no receipt with this key can exist: not after an earlier attempt whose answer was lost.
 * An outage and a fault of the shop's own registration are no refusal of this receipt: it waits, and is sent when they are mended.
 */
function eventOfRefusal(outcome: GatewayRefusal, state: CashReceiptState): CashReceiptEvent {
  const attempts = state.name === 'requested' ? state.attempts : 1;
  const mayExist = outcome.mayExist || attempts > 1;
  const waits = outcome.failure === 'system' || outcome.failure === 'merchant-data' ? outcome.failure : null;
  if (mayExist) return { type: 'unclear', why: 'refused', refusal: waits === null ? refusalOf(outcome) : null };
  return waits === null ? { type: 'refused', refusal: refusalOf(outcome) } : { type: 'put-off', cause: waits, message: outcome.message };
}

function refusalOf(outcome: GatewayRefusal): CashReceiptRefusal {
  return { failure: codeOfGateway(outcome.failure), gatewayCode: outcome.gatewayCode, message: outcome.message };
}

function codeOfGateway(failure: GatewayFailure): FailureCode {
  switch (failure) {
    case 'system':
      return 'cash-receipt.system';
    case 'merchant-data':
      return 'cash-receipt.merchant-data';
    case 'customer-data':
      return 'cash-receipt.customer-data';
    case 'amount':
      return 'cash-receipt.amount';
    case 'duplicate':
      return 'cash-receipt.duplicate';
    case 'past-deadline':
      return 'cash-receipt.past-deadline';
    case 'rejected':
      return 'cash-receipt.gateway-refused';
    default:
      return unreachable(failure);
  }
}

function eventOfInquiry(outcome: InquiryOutcome): CashReceiptEvent | null {
  switch (outcome.kind) {
    case 'absent':
      return { type: 'absent' };
    case 'found':
      return eventOfFound(outcome.receipt);
    case 'unreachable':
    case 'refused':
      return null;
    default:
      return unreachable(outcome);
  }
}

/** A draft, or a document without an approval number, is not an issue: it stays unknown until someone has looked. */
function eventOfFound(receipt: GatewayReceipt): CashReceiptEvent | null {
  if (receipt.approvalNumber === null || receipt.state === 'other') return null;
  return { type: 'found', approvalNumber: receipt.approvalNumber, tradeDate: receipt.tradeDate, tradeDt: receipt.tradeDt };
}

function eventOfNts(receipt: GatewayReceipt | undefined): (CashReceiptEvent & { type: 'nts-confirmed' | 'nts-rejected' }) | null {
  if (receipt?.state === 'confirmed') return { type: 'nts-confirmed' };
  if (receipt?.state === 'rejected') return { type: 'nts-rejected', ntsCode: receipt.ntsResult?.code ?? '', ntsMessage: receipt.ntsResult?.message ?? '' };
  return null;
}

/** The catalogue's code for a state a cashier should hear about; null when there is nothing to say. */
export function failureOfState(state: CashReceiptState): FailureCode | null {
  switch (state.name) {
    case 'queued':
      return failureOfWaiting(state.why);
    case 'unknown':
      return 'cash-receipt.unknown';
    case 'rejected':
      return 'cash-receipt.nts-rejected';
    case 'failed':
      return state.refusal.failure;
    case 'requested':
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
    case 'cancelled':
      return null;
    default:
      return unreachable(state);
  }
}

function failureOfWaiting(why: (CashReceiptState & { name: 'queued' })['why']): FailureCode | null {
  switch (why) {
    case 'new':
      return null;
    case 'unreachable':
      return 'cash-receipt.network';
    case 'absent':
    case 'system':
      return 'cash-receipt.system';
    case 'merchant-data':
      return 'cash-receipt.merchant-data';
    default:
      return unreachable(why);
  }
}

function detailOf(state: CashReceiptState): string {
  switch (state.name) {
    case 'failed':
      return `${state.refusal.gatewayCode ?? 'own'} ${state.refusal.message}`;
    case 'unknown':
      return state.why;
    case 'rejected':
      return `${state.ntsCode} ${state.ntsMessage}`;
    case 'queued':
      return state.why;
    case 'requested':
    case 'issued':
    case 'confirmed':
    case 'partly-cancelled':
    case 'cancelled':
      return state.name;
    default:
      return unreachable(state);
  }
}
