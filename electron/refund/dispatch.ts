/**
 * One step of a refund: event → step → append → the one command the new state asks for, as a sale is run (checkout/run-checkout.ts).
 *
 * The step and every intent it entails (the drawer's job, the cancels of cash receipts, the slips) are durable in ONE append; only then
 * is anything outside touched.
 */
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import type { ReceiptCancelIntent } from '../../domain/cash-receipt/cancel.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { RefundCommand, RefundEvent, RefundRules } from '../../domain/refund/events.ts';
import { stepRefund } from '../../domain/refund/machine.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { isRefundOver } from '../../domain/refund/stage.ts';
import type { Trades } from '../card-payment/trades.ts';
import type { ReceiptCancels } from '../cash-receipt/cancels.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Handwritten } from '../handwritten/handwritten.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { Signatures } from '../signature/signatures.ts';
import type { Prints } from '../slips/prints.ts';

export type RefundParts = {
  readonly trades: Trades;
  readonly prints: Prints;
  readonly receipts: Receipts;
  readonly cancels: ReceiptCancels;
  readonly handwritten: Handwritten;
  readonly signatures: Pick<Signatures, 'keepTerminalPicture'>;
};

export type RefundRun = RefundParts & {
  readonly counter: Counter;
  readonly rules: RefundRules;
  /** A refund is read, stepped and appended without another intention in between. */
  readonly exclusive: OneAtATime;
  /** Those that are open, and the one on the screen. */
  readonly known: Map<string, Refund>;
  /** The refunds somebody is at work on. */
  readonly underWay: Map<string, number>;
  /** What the terminal said of a trade while the journal could not take it, with the refund it belongs to. */
  readonly unwritten: Map<string, { readonly refundId: string; readonly event: TradeEvent }>;
  readonly hooks: RefundHooks;
  shownId: string | null;
};

/** What a step leads to, and what a trade's result brings into its append: told apart from the step itself. */
export type RefundHooks = {
  readonly perform: (run: RefundRun, refund: Refund, command: RefundCommand) => void;
  readonly tradeRows: (run: RefundRun, before: Refund, after: Refund, tradeNumber: string) => TradeRows;
};

export type TradeRows = { readonly rows: readonly JournalEntry[]; readonly durable: () => void };

/** Rows that belong into the same append; whose act it is when it is nobody's; what to note once they are durable. */
export type Extra = { /** Whoever writes them with rows of its own; else they are an append by themselves. */ readonly write?: (rows: readonly JournalEntry[]) => Promise<Result<null>>; readonly before?: readonly JournalEntry[]; readonly after?: readonly JournalEntry[]; readonly actor?: Actor | null; readonly durable?: () => void };

export async function onRefund(run: RefundRun, refundId: string, job: (refund: Refund) => Promise<Result<null>>): Promise<Result<null>> {
  return run.exclusive(async () => {
    const refund = await find(run, refundId);
    return refund === null ? refuse('refund.unknown') : job(refund);
  });
}

export async function find({ counter, known }: RefundRun, refundId: string): Promise<Refund | null> {
  return known.get(refundId) ?? (await counter.journal.refund(refundId))?.refund ?? null;
}

/** Refused: nothing was written and nothing is done. */
export async function dispatch(run: RefundRun, refund: Refund, event: RefundEvent, extra: Extra = {}): Promise<Result<null>> {
  const step = stepRefund(refund, event, run.rules);
  if (!step.ok) return refuse(step.refusal);
  const { counter } = run;
  const { refundId, saleId } = refund.intent;
  const actor = extra.actor === undefined ? counter.memory.signedIn : extra.actor;
  const traded = event.type === 'traded' ? run.hooks.tradeRows(run, refund, step.refund, event.tradeNumber) : null;
  const own = entry(counter, { kind: `refund.${event.type}`, payload: { refundId, event, after: step.refund } }, saleId, actor);
  const rows = [...(extra.before ?? []), own, ...(extra.after ?? []), ...(traded?.rows ?? []), ...intentsOf(run, refund, event, step.command)];
  const durable = await (extra.write?.(rows) ?? append(counter, rows));
  if (!durable.ok) return durable;
  extra.durable?.();
  traded?.durable();
  noteCreated(run, refund, event);
  remember(run, step.refund);
  run.hooks.perform(run, step.refund, step.command);
  counter.changed();
  return DONE;
}

/** Kept while it is open, or on the screen. */
export function remember({ known, shownId }: RefundRun, refund: Refund): void {
  const { refundId } = refund.intent;
  if (isRefundOver(refund) && refundId !== shownId) known.delete(refundId);
  else known.set(refundId, refund);
}

/** The rows that must be durable together with the step that asks for the act. */
function intentsOf(run: RefundRun, before: Refund, event: RefundEvent, command: RefundCommand): JournalEntry[] {
  const { counter } = run;
  const { saleId } = before.intent;
  if (command.kind === 'open-drawer') return [entry(counter, { kind: 'print.queued', payload: { jobId: command.jobId, job: { kind: 'drawer' }, reason: 'refund' } }, saleId)];
  if (event.type === 'receipts-begun') return before.receipts.filter((receipt) => !receipt.begun).map((receipt) => createdRow(run, before, receipt.intent));
  if (event.type === 'receipt-again') return [createdRow(run, before, event.intent)];
  if (event.type === 'reissue-begun' && before.reissue !== null) return [entry(counter, { kind: 'cash-receipt.created', payload: before.reissue.intent }, saleId)];
  return [];
}

/** What has just become durable may be asked of the terminal; found later, after a restart say, it is not. */
function noteCreated({ cancels }: RefundRun, { receipts: planned }: Refund, event: RefundEvent): void {
  if (event.type === 'receipts-begun') cancels.created(planned.filter((receipt) => !receipt.begun).map((receipt) => receipt.intent.cancelId));
  if (event.type === 'receipt-again') cancels.created([event.intent.cancelId]);
}

/** A cancel belongs to the sale of its receipt, which an exchange may have made another than the refund's. */
function createdRow({ counter, receipts }: RefundRun, { intent }: Refund, cancel: ReceiptCancelIntent): JournalEntry {
  const saleId = receipts.known(cancel.cashReceiptId)?.saleId ?? intent.saleId;
  return entry(counter, { kind: 'receipt-cancel.created', payload: { ...cancel, refundId: intent.refundId } }, saleId);
}
