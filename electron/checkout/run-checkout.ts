/**
 * Runs the sale on the screen: event → step → append → the one command the new state asks for.
 *
 *   onThisSale ─▶ dispatch ─▶ stepCheckout ─▶ commit ─▶ append(step + its intents) ─▶ perform(command)
 *                    ▲                                                                    │
 *                    └───────────── outcomes come back as later events ◀──────────────────┘
 *
 * Everything that changes the sale goes through `dispatch`, one at a time. The step and every intent it entails (the drawer's job,
 * the receipt, the slips) are durable in ONE append; only then does what is shown change, and only then is anything outside touched.
 */
import type { CheckoutCommand, CheckoutEvent, CheckoutRules, CheckoutState, CheckoutStep } from '../../domain/checkout/machine.ts';
import { recoverCheckout, stepCheckout } from '../../domain/checkout/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Settled } from '../cash-receipt/outcomes.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter, Memory } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { Prints } from '../slips/prints.ts';
import { failureOfRefusal } from './refusals.ts';

/** What every step of a sale works on. */
export type CheckoutRun = {
  readonly counter: Counter;
  readonly receipts: Receipts;
  readonly prints: Prints;
  readonly rules: CheckoutRules;
  /** The sale is read, stepped, appended and replaced without another intention in between. */
  readonly exclusive: OneAtATime;
  /** The acts whose outcome will be the next event, by sale and kind. */
  readonly underWay: Set<string>;
};

export function newCheckoutRun(counter: Counter, receipts: Receipts, prints: Prints, exclusive: OneAtATime): CheckoutRun {
  const { slip, cashReceipt } = counter.settings;
  return { counter, receipts, prints, rules: { slip, cashReceipt }, exclusive, underWay: new Set() };
}

/** Rows that belong into the same append; whose act it is when it is not the cashier's; what to note once they are durable. */
export type Extra = { readonly before?: readonly JournalEntry[]; readonly after?: readonly JournalEntry[]; readonly actor?: Actor | null; readonly durable?: () => void };

/** Refuses what is meant for another sale than the one on the screen: a late key must not land on the next customer. */
export function onThisSale(run: CheckoutRun, saleId: string, job: (sale: CheckoutState) => Promise<Result<null>>): Promise<Result<null>> {
  const { memory } = run.counter;
  return run.exclusive(async () => (memory.sale?.saleId === saleId ? job(memory.sale) : refuse('sale.unknown')));
}

/** `sale` is the one on the screen, or one that begins with this event. Refused: nothing was written and nothing is done. */
export async function dispatch(run: CheckoutRun, sale: CheckoutState, event: CheckoutEvent, extra: Extra = {}): Promise<Result<null>> {
  const step = stepCheckout(sale, event, run.rules);
  if (!step.ok) return refuse(failureOfRefusal(step.refusal));
  return commit(run, step, event, extra);
}

async function commit(run: CheckoutRun, step: CheckoutStep & { ok: true }, event: CheckoutEvent, extra: Extra): Promise<Result<null>> {
  const { counter } = run;
  const { state, command } = step;
  const actor = extra.actor === undefined ? counter.memory.signedIn : extra.actor;
  const own = entry(counter, { kind: `sale.${event.type}`, payload: { event, after: state.stage === 'basket' ? null : state } }, state.saleId, actor);
  const durable = await append(counter, [...(extra.before ?? []), own, ...(extra.after ?? []), ...intentsOf(run, state, command)]);
  if (!durable.ok) return durable;
  extra.durable?.();
  show(counter.memory, state);
  perform(run, state, command);
  counter.changed();
  return DONE;
}

/** The rows that must be durable together with the step that asks for the act. */
function intentsOf({ counter, prints }: CheckoutRun, state: CheckoutState, command: CheckoutCommand): JournalEntry[] {
  switch (command.kind) {
    case 'open-drawer':
      return [entry(counter, { kind: 'print.queued', payload: { jobId: command.jobId, job: { kind: 'drawer' }, reason: 'drawer' } }, state.saleId)];
    case 'print-slip':
      return command.jobIds.map((jobId, index) => prints.slipIntent(state, jobId, index + 1));
    // The receipt's intent comes with the event that asked for it (`Extra.after`): only the desk knows the number.
    case 'issue-cash-receipt':
    case 'answer-slip-by-rule':
    case 'await-person':
    case 'nothing':
      return [];
    default:
      return unreachable(command);
  }
}

/** Starts the act and does not wait for it: its outcome is an event of its own. The intent of it is durable by now. */
export function perform(run: CheckoutRun, state: CheckoutState, command: CheckoutCommand): void {
  const { prints } = run;
  switch (command.kind) {
    case 'open-drawer':
      run.counter.background(prints.run(command.jobId));
      return;
    case 'print-slip':
      for (const jobId of command.jobIds) run.counter.background(prints.run(jobId));
      return;
    case 'issue-cash-receipt':
      carryOut(run, state.saleId, command, () => issue(run, state.saleId, command.cashReceiptId));
      return;
    case 'answer-slip-by-rule':
      carryOut(run, state.saleId, command, () => answerByRule(run, state.saleId, command.copies));
      return;
    case 'await-person':
    case 'nothing':
      return;
    default:
      unreachable(command);
  }
}

function carryOut(run: CheckoutRun, saleId: string, command: CheckoutCommand, act: () => Promise<unknown>): void {
  const key = keyOf(saleId, command);
  run.underWay.add(key);
  run.counter.background(act().finally(() => run.underWay.delete(key)));
}

function keyOf(saleId: string, command: CheckoutCommand): string {
  return `${saleId} ${command.kind}`;
}

/**
 * An outcome that could not be written (a full disk, say) leaves the sale where it was, with nobody at work on it. What its state asks
 * for is taken up again as after a restart: asked about or resumed, never done a second time.
 */
export function resume(run: CheckoutRun): void {
  const { sale } = run.counter.memory;
  if (sale === null || (sale.stage !== 'receipt-issuing' && sale.stage !== 'slip-question')) return;
  const command = recoverCheckout(sale, run.rules);
  if (!run.underWay.has(keyOf(sale.saleId, command))) perform(run, sale, command);
}

async function issue(run: CheckoutRun, saleId: string, cashReceiptId: string): Promise<void> {
  await settle(run, saleId, cashReceiptId, await run.receipts.drive(cashReceiptId));
  const { sale } = run.counter.memory;
  const isWaitedFor = sale?.saleId === saleId && (sale.stage === 'receipt-issuing' || sale.stage === 'receipt-choice');
  // She had stopped waiting: the sale has moved on, and its screen will not say it.
  if (!isWaitedFor) run.receipts.tellIfFailed(cashReceiptId);
}

function settle(run: CheckoutRun, saleId: string, cashReceiptId: string, outcome: Settled): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'receipt-settled', cashReceiptId, outcome }, { actor: null }));
}

function answerByRule(run: CheckoutRun, saleId: string, copies: number): Promise<Result<null>> {
  const jobIds = newJobs(run.counter, copies);
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'slip-answered', wants: copies > 0, by: 'rule', jobIds }, { actor: null }));
}

export function newJobs({ ids }: Counter, copies: number): string[] {
  return Array.from({ length: copies }, () => ids.next('p'));
}

/** What is put aside leaves the screen, what is recalled is no longer aside. */
export function show(memory: Memory, state: CheckoutState): void {
  memory.held = memory.held.filter((held) => held.saleId !== state.saleId);
  if (state.stage === 'held') memory.held = [...memory.held, state];
  memory.sale = state.stage === 'held' ? null : state;
  if (state.stage !== 'basket') {
    memory.undo = null;
    memory.lastLineId = null;
  }
  if (state.stage !== 'done') return;
  const { saleId, saleNumber, payment } = state;
  memory.lastSale = { saleId, saleNumber, totalWon: payment.totals.breakdown.totalWon, changeWon: payment.changeWon };
}
