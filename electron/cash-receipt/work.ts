/** What the rooms of cash receipts share: the receipts known here, and the one way in which one of them changes. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { CashReceiptEvent } from '../../domain/cash-receipt/machine.ts';
import { stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import type { OneAtATimeEach } from '../one-at-a-time.ts';
import { oneAtATimeEach } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CashReceiptGateway } from './gateway.ts';
import type { Settled } from './outcomes.ts';
import { detailOf, failureOfState } from './outcomes.ts';
import type { AtTerminal } from './terminal-drive.ts';
import type { Turns } from './turns.ts';

/** `reached`: whether the gateway answered at all. `changed`: after every durable change to a receipt. */
export type ReceiptSignals = { readonly reached: (yes: boolean) => void; readonly changed: () => void };

/** What the rooms of cash receipts work on. */
export type ReceiptWork = {
  readonly counter: Counter;
  readonly gateway: CashReceiptGateway;
  readonly atTerminal: AtTerminal;
  readonly signals: ReceiptSignals;
  /** The receipts known here, newest state, by id. */
  readonly records: Map<string, CashReceiptRecord>;
  /** The drives under way, by receipt. */
  readonly drives: Map<string, Promise<Settled>>;
  readonly turns: Turns;
  /** By receipt: one whose append does not end holds up no other. */
  readonly exclusive: OneAtATimeEach;
  /** The failure last written down for a receipt: an outage of hours is one row, not one for every attempt. */
  readonly written: Map<string, FailureCode>;
  /** Whether the gateway answered when it was last asked. */
  reachable: boolean;
  /** The question to the tax office under way: two of them would both record its answer. */
  watching: Promise<void> | null;
};

export function newReceiptWork(counter: Counter, gateway: CashReceiptGateway, signals: ReceiptSignals, atTerminal: AtTerminal): ReceiptWork {
  return { counter, gateway, atTerminal, signals, records: new Map(), drives: new Map(), turns: new Map(), exclusive: oneAtATimeEach(), written: new Map(), reachable: true, watching: null };
}

export function reached(work: ReceiptWork, yes: boolean): void {
  work.reachable = yes;
  work.signals.reached(yes);
}

/** For whoever is no longer looking at the sale: that its receipt was refused, or that somebody has to look at the terminal. */
export function tellIfFailed({ counter, records }: ReceiptWork, cashReceiptId: string): void {
  const receipt = records.get(cashReceiptId);
  if (receipt === undefined) return;
  const { state } = receipt;
  const failure = state.name === 'failed' ? state.refusal.failure : state.name === 'at-terminal' || state.name === 'issued-at-terminal' ? failureOfState(state) : null;
  if (failure !== null) notify(counter, failure, receipt.saleId, receipt.saleNumber);
}

/** The receipt after this event, once it is durable; null when the machine or the journal refused it and nothing has changed. `more` belongs into the same append. */
export async function record(work: ReceiptWork, before: CashReceiptRecord, event: CashReceiptEvent, more: readonly JournalEntry[] = []): Promise<CashReceiptRecord | null> {
  const after = await put(work, before, event, null, more);
  return after.ok ? after.value : null;
}

/** `actor`: whose act it is; null: the program's own. Read, stepped and appended without another event of a receipt in between. */
export function put(work: ReceiptWork, receipt: CashReceiptRecord, event: CashReceiptEvent, actor: Actor | null, more: readonly JournalEntry[] = []): Promise<Result<CashReceiptRecord>> {
  return work.exclusive(receipt.cashReceiptId, () => putNow(work, work.records.get(receipt.cashReceiptId) ?? receipt, event, { actor, more }));
}

async function putNow(work: ReceiptWork, before: CashReceiptRecord, event: CashReceiptEvent, { actor, more }: { readonly actor: Actor | null; readonly more: readonly JournalEntry[] }): Promise<Result<CashReceiptRecord>> {
  const { counter } = work;
  const { cashReceiptId, saleId } = before;
  const step = stepCashReceipt(before.state, event);
  if (!step.ok) return refuse('sale.not-in-this-stage');
  const rows = [entry(counter, { kind: `cash-receipt.${event.type}`, payload: { cashReceiptId, event, after: step.state } }, saleId, actor), ...more];
  const failure = failureOfState(step.state);
  if (failure !== null && work.written.get(cashReceiptId) !== failure) {
    rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: failure, detail: detailOf(step.state) } }, saleId, null));
  }
  const durable = await append(counter, rows);
  if (!durable.ok) return durable;
  if (failure !== null) work.written.set(cashReceiptId, failure);
  const after = { ...before, state: step.state, updatedAt: counter.now().toISOString() };
  work.records.set(cashReceiptId, after);
  work.signals.changed();
  counter.changed();
  return ok(after);
}

export async function load({ counter, records }: ReceiptWork, cashReceiptId: string): Promise<CashReceiptRecord | null> {
  const found = records.get(cashReceiptId) ?? (await counter.journal.cashReceipt(cashReceiptId));
  if (found !== null) records.set(cashReceiptId, found);
  return found;
}
