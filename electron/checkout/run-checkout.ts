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
import type { TradeEvent } from '../../domain/card-payment/machine.ts';
import { exchangeStep } from '../../domain/checkout/exchange.ts';
import { papersOf } from '../../domain/checkout/papers.ts';
import type { CheckoutCommand, CheckoutEvent, CheckoutRules, CheckoutState, CheckoutStep } from '../../domain/checkout/machine.ts';
import { recoverCheckout, stepCheckout } from '../../domain/checkout/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Settled } from '../cash-receipt/outcomes.ts';
import type { LateResult, Trades } from '../card-payment/trades.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter, Memory } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Handwritten } from '../handwritten/handwritten.ts';
import type { Approvals } from '../people/approvals.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Exchanges } from '../refund/exchanges.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { Signatures } from '../signature/signatures.ts';
import type { Prints } from '../slips/prints.ts';
import { failureOfRefusal } from './refusals.ts';
import { checkoutRules } from './rules.ts';

/** What every step of a sale works on. */
export type CheckoutRun = {
  readonly counter: Counter;
  readonly receipts: Receipts;
  readonly prints: Prints;
  readonly trades: Trades;
  readonly signatures: SignaturesOfSale;
  readonly handwritten: Handwritten;
  readonly approvals: Approvals;
  /** A result its sale could not take: no news, or kept and shown to a person. */
  readonly untaken: (late: LateResult) => void;
  /** The refund of goods that came back for a sale. */
  readonly exchanges: Exchanges;
  readonly rules: CheckoutRules;
  /** The sale is read, stepped, appended and replaced without another intention in between. */
  readonly exclusive: OneAtATime;
  /** The acts whose outcome will be the next event, each by itself: the next of a kind begins before the one that led to it is put away. */
  readonly underWay: Set<{ readonly saleId: string }>;
  /** What the terminal said of a trade while the journal could not take it. */
  readonly unwritten: Map<string, TradeEvent>;
  readonly cards: CardActs;
};

export type CardCommand = CheckoutCommand & { kind: 'trade' | 'restart-trade' | 'ask-signature' | 'open-handwritten' };
/** What run-card.ts does with terminal and pad. */
export type CardActs = {
  readonly carryOut: (run: CheckoutRun, saleId: string, command: CardCommand) => Promise<void>;
  readonly told: (run: CheckoutRun, saleId: string, tradeNumber: string, event: TradeEvent) => Promise<Result<null>>;
};

/** What a sale does with the outside world. */
export type CheckoutParts = Pick<CheckoutRun, 'receipts' | 'prints' | 'trades' | 'signatures' | 'handwritten' | 'approvals' | 'untaken' | 'exclusive' | 'exchanges'>;
export type SignaturesOfSale = Pick<Signatures, 'ask' | 'keepTerminalPicture'>;

export function newCheckoutRun(counter: Counter, parts: CheckoutParts, cards: CardActs): CheckoutRun {
  return { counter, ...parts, cards, rules: checkoutRules(counter.settings, parts.trades.capabilities), underWay: new Set(), unwritten: new Map() };
}

/** Rows that belong into the same append; whose act it is when it is not the cashier's; what to note once they are durable. */
export type Extra = { readonly before?: readonly JournalEntry[]; readonly after?: readonly JournalEntry[]; readonly actor?: Actor | null; readonly durable?: () => void; /** Rows that follow from where the step leads. */ readonly rows?: (after: CheckoutState) => readonly JournalEntry[] };

/** Refuses what is meant for another sale than the one on the screen: a late key must not land on the next customer. */
export function onThisSale(run: CheckoutRun, saleId: string, job: (sale: CheckoutState) => Promise<Result<null>>): Promise<Result<null>> {
  const { memory } = run.counter;
  return run.exclusive(async () => (memory.sale?.saleId === saleId ? job(memory.sale) : refuse('sale.unknown')));
}

/** `sale` is the one on the screen, or one that begins with this event. Refused: nothing was written and nothing is done. */
export async function dispatch(run: CheckoutRun, sale: CheckoutState, event: CheckoutEvent, extra: Extra = {}): Promise<Result<null>> {
  const step = stepCheckout(sale, event, run.rules);
  if (!step.ok) return refuse(failureOfRefusal(step.refusal));
  const exchanged = exchangeStep(sale, step.state);
  if (exchanged === null) return commit(run, step, event, extra);
  return run.exchanges.step(exchanged, (rows) => commit(run, step, event, { ...extra, after: [...(extra.after ?? []), ...rows] }));
}

async function commit(run: CheckoutRun, step: CheckoutStep & { ok: true }, event: CheckoutEvent, extra: Extra): Promise<Result<null>> {
  const { counter } = run;
  const { state, command } = step;
  const actor = extra.actor === undefined ? counter.memory.signedIn : extra.actor;
  const own = entry(counter, { kind: `sale.${event.type}`, payload: { event, after: isPlainBasket(state) ? null : state } }, state.saleId, actor);
  const durable = await append(counter, [...(extra.before ?? []), own, ...(extra.after ?? []), ...(extra.rows?.(state) ?? []), ...intentsOf(run, state, command)]);
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
      return prints.slipIntents(state, command.jobIds);
    // The receipt's intent comes with the event that asked for it (`Extra.after`): only the desk knows the number.
    case 'issue-cash-receipt':
    case 'answer-slip-by-rule':
    // A trade's intent is the sale's own step.
    case 'trade':
    case 'restart-trade':
    case 'ask-signature':
    case 'open-handwritten':
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
      carryOut(run, state.saleId, () => issue(run, state.saleId, command.cashReceiptId));
      return;
    case 'answer-slip-by-rule':
      carryOut(run, state.saleId, () => answerByRule(run, state.saleId, command.copies));
      return;
    case 'trade':
    case 'restart-trade':
    case 'ask-signature':
    case 'open-handwritten':
      carryOut(run, state.saleId, () => run.cards.carryOut(run, state.saleId, command));
      return;
    case 'await-person':
    case 'nothing':
      return;
    default:
      unreachable(command);
  }
}

function carryOut(run: CheckoutRun, saleId: string, act: () => Promise<unknown>): void {
  const mine = { saleId };
  run.underWay.add(mine);
  run.counter.background(act().finally(() => run.underWay.delete(mine)));
}

/**
 * An outcome that could not be written (a full disk, say) leaves the sale where it was, with nobody at work on it. What its state asks
 * for is taken up again as after a restart: asked about or resumed, never done a second time. What the terminal said meanwhile is known.
 */
export function resume(run: CheckoutRun): void {
  const { sale } = run.counter.memory;
  if (sale === null || (sale.stage !== 'tendering' && sale.stage !== 'receipt-issuing' && sale.stage !== 'slip-question')) return;
  if ([...run.underWay].some(({ saleId }) => saleId === sale.saleId)) return;
  const [unwritten] = run.unwritten;
  if (unwritten !== undefined) carryOut(run, sale.saleId, () => run.cards.told(run, sale.saleId, ...unwritten));
  else perform(run, sale, recoverCheckout(sale, run.rules));
}

export function isPlainBasket(state: CheckoutState): boolean {
  return state.stage === 'basket' && state.tried === undefined && state.exchange === undefined;
}

async function issue(run: CheckoutRun, saleId: string, cashReceiptId: string): Promise<void> {
  const outcome = await run.receipts.drive(cashReceiptId);
  // Somebody has to look at the terminal, and the customer is still there: the sale stays until she has, or goes on without.
  if (run.receipts.waitsForPerson(cashReceiptId) && isIssuing(run, saleId)) return;
  await settle(run, saleId, cashReceiptId, outcome);
  const { sale } = run.counter.memory;
  const isWaitedFor = sale?.saleId === saleId && (sale.stage === 'receipt-issuing' || sale.stage === 'receipt-choice');
  // She had stopped waiting: the sale has moved on, and its screen will not say it.
  if (!isWaitedFor) run.receipts.tellIfFailed(cashReceiptId);
}

function isIssuing({ counter }: CheckoutRun, saleId: string): boolean {
  const { sale } = counter.memory;
  return sale?.saleId === saleId && sale.stage === 'receipt-issuing';
}

function settle(run: CheckoutRun, saleId: string, cashReceiptId: string, outcome: Settled): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'receipt-settled', cashReceiptId, outcome }, { actor: null }));
}

function answerByRule(run: CheckoutRun, saleId: string, copies: number): Promise<Result<null>> {
  return onThisSale(run, saleId, (sale) => dispatch(run, sale, { type: 'slip-answered', wants: copies > 0, by: 'rule', jobIds: newJobs(run.counter, sale, copies) }, { actor: null }));
}

/** One for each paper of each copy. */
export function newJobs({ ids }: Counter, sale: CheckoutState, copies: number): string[] {
  const papers = 'payment' in sale ? papersOf(sale.payment).length : 0;
  return Array.from({ length: copies * papers }, () => ids.next('p'));
}

/** What is put aside leaves the screen, what is recalled is no longer aside; what changes while it is aside stays where it is. */
export function show(memory: Memory, state: CheckoutState): void {
  if (state.stage === 'held' && memory.held.some((held) => held.saleId === state.saleId)) {
    memory.held = memory.held.map((held) => (held.saleId === state.saleId ? state : held));
    return;
  }
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
