/** What the rooms of receipts' cancels share: what they work on, and the one way in which a cancel changes. */
import type { ReceiptCancelRecord } from '../../db/journal.ts';
import { isDoubtful } from '../../domain/card-payment/machine.ts';
import type { ReceiptCancelEvent, ReceiptCancelState } from '../../domain/cash-receipt/cancel.ts';
import { stepReceiptCancel } from '../../domain/cash-receipt/cancel.ts';
import type { Issue } from '../../domain/cash-receipt/machine.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { ReceiptCancelOutcome } from '../../domain/refund/refund.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CashReceiptGateway } from './gateway.ts';
import type { Receipts } from './receipts.ts';
import type { AtTerminal } from './terminal-drive.ts';
import type { Turns } from './turns.ts';

/** `settled`: after every drive, whoever asked for it, and after every news of one at the terminal; resolves when it was heard. */
export type CancelSignals = { readonly reached: (yes: boolean) => void; readonly changed: () => void; readonly settled: (cancel: ReceiptCancelRecord, outcome: ReceiptCancelOutcome) => Promise<unknown> };

export type CancelWork = {
  readonly counter: Counter;
  readonly gateway: CashReceiptGateway;
  readonly receipts: Pick<Receipts, 'current' | 'drive' | 'cancelled'>;
  readonly atTerminal: AtTerminal;
  readonly signals: CancelSignals;
  /** As they were last written here, newest state, by id: for the screens. */
  readonly records: Map<string, ReceiptCancelRecord>;
  readonly drives: Map<string, Promise<ReceiptCancelOutcome>>;
  readonly turns: Turns;
};

export function outcomeOfCancel({ state }: Pick<ReceiptCancelRecord, 'state'>): ReceiptCancelOutcome {
  switch (state.name) {
    case 'waiting':
    case 'queued':
      return 'queued';
    case 'requested':
    case 'unknown':
      return 'unknown';
    case 'at-terminal':
      return 'unproven';
    case 'issued':
    case 'confirmed':
    case 'issued-at-terminal':
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

/** The cancel after this event, once it is durable; null when the machine or the journal refused it and nothing has changed. */
export async function record(work: CancelWork, before: ReceiptCancelRecord, event: ReceiptCancelEvent): Promise<ReceiptCancelRecord | null> {
  const after = await put(work, before, event, null);
  return after.ok ? after.value : null;
}

/** `actor`: whose act it is; null: the program's own. */
export async function put(work: CancelWork, before: ReceiptCancelRecord, event: ReceiptCancelEvent, actor: Actor | null): Promise<Result<ReceiptCancelRecord>> {
  const { counter } = work;
  const { cancelId } = before.intent;
  const next = stepReceiptCancel(before.state, event);
  if (!next.ok) return refuse('refund.not-in-this-stage');
  const { state } = next;
  const rows: JournalEntry[] = [entry(counter, { kind: `receipt-cancel.${event.type}`, payload: { cancelId, event, after: state } }, before.saleId, actor)];
  const failure = failureOf(state);
  if (failure !== null && failure !== failureOf(before.state)) rows.push(entry(counter, { kind: 'failure.recorded', payload: { code: failure, detail: detailOf(state) } }, before.saleId, null));
  const durable = isThrough(state) && !isThrough(before.state) ? await recordThrough(work, before, state, rows) : await append(counter, rows);
  if (!durable.ok) return durable;
  const after = { ...before, state, updatedAt: counter.now().toISOString() };
  remember(work, after);
  work.signals.changed();
  counter.changed();
  return ok(after);
}

/** More than a screen shows at once; the journal has the others. */
const MAX_REMEMBERED = 50;

function remember({ records }: CancelWork, cancel: ReceiptCancelRecord): void {
  records.delete(cancel.intent.cancelId);
  records.set(cancel.intent.cancelId, cancel);
  const [oldest] = records.keys();
  if (records.size > MAX_REMEMBERED && oldest !== undefined) records.delete(oldest);
}

function isThrough(state: ReceiptCancelState): state is ReceiptCancelState & Issue {
  return state.name === 'issued' || state.name === 'confirmed' || state.name === 'issued-at-terminal';
}

function failureOf(state: ReceiptCancelState): FailureCode | null {
  if (state.name === 'failed' || state.name === 'rejected') return 'refund.receipt-not-cancelled';
  return state.name === 'at-terminal' && isDoubtful(state.trade.state) ? 'refund.receipt-terminal-unknown' : null;
}

/** Small print for the journal's failure row. */
function detailOf(state: ReceiptCancelState): string {
  if (state.name === 'failed') return `${state.refusal.gatewayCode ?? state.refusal.failure} ${state.refusal.message}`.trim();
  if (state.name === 'rejected') return `${state.ntsCode} ${state.ntsMessage}`;
  return state.name === 'at-terminal' && isDoubtful(state.trade.state) ? `${state.trade.state.reason} ${state.trade.state.detail}`.trim() : state.name;
}

/** The original hears of it in the same append. One that cannot (rejected, or gone already) leaves the cancel as it is: registered. */
async function recordThrough(work: CancelWork, { intent }: ReceiptCancelRecord, issue: Issue, rows: readonly JournalEntry[]): Promise<Result<unknown>> {
  const original = await work.receipts.current(intent.cashReceiptId);
  if (original?.state.name === 'rejected' || original?.state.name === 'cancelled') return append(work.counter, rows);
  const cancelledWon = original?.state.name === 'partly-cancelled' ? original.state.cancelledWon : 0;
  const whole = original !== null && cancelledWon + intent.amounts.totalWon >= original.amounts.totalWon;
  const event = { type: 'cancelled', cancelApprovalNumber: issue.approvalNumber, cancelledWon: intent.amounts.totalWon, whole } as const;
  return work.receipts.cancelled(intent.cashReceiptId, event, rows);
}
