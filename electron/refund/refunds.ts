/** Refunds, as the rest of the counter sees them: offered, begun, led on by a person, shown, and told what comes late. */
import type { ReceiptCancelRecord } from '../../db/journal.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import type { TaxBreakdown } from '../../domain/tax.ts';
import type { CorrectionRequest, RefundRequest } from '../../domain/refund/begin.ts';
import { beginCorrection, beginRefund } from '../../domain/refund/begin.ts';
import { begins } from '../../domain/refund/command.ts';
import type { RefundEvent, RefundRules } from '../../domain/refund/events.ts';
import { firstCommand } from '../../domain/refund/machine.ts';
import type { ReceiptCancelOutcome, Refund } from '../../domain/refund/refund.ts';
import { newRefund } from '../../domain/refund/refund.ts';
import { stageOf } from '../../domain/refund/stage.ts';
import type { TenderRules } from '../../domain/tender/machine.ts';
import type { LateResult } from '../card-payment/trades.ts';
import { reissueOf } from './reissue.ts';
import type { Counter } from '../counter.ts';
import { append, entry, notify } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Allowed } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { RefundFacts } from './facts.ts';
import type { Exchanges } from './exchanges.ts';
import { createExchanges } from './exchanges.ts';
import { beginRules, factsOf, wayRules } from './facts.ts';
import { authority, cancelIds, newIds } from './ids.ts';
import type { RefundParts, RefundRun } from './dispatch.ts';
import { dispatch, find, onRefund, remember } from './dispatch.ts';
import { perform, resume, takeUp } from './run-refund.ts';
import { tradeIn, tradeRows } from './run-trade.ts';

/** More open at once than a counter can sensibly have; the list says when there are more. */
const OPEN_LIMIT = 200;

export type Wanted = Pick<RefundRequest, 'chosen' | 'expectedWon' | 'shares' | 'reason' | 'receiptReason'>;
/** Asked last, when nothing else can refuse it: whose act it is, and the rows that say so. */
export type Authorise = (content: { readonly act: 'void' | 'refund'; readonly saleId: string; readonly amountWon: number; readonly reason: string }) => Promise<Result<Allowed>>;

export type WrongReceipt = Pick<CorrectionRequest, 'cashReceiptId' | 'reason'> & { readonly saleId: string };

export type Refunds = {
  readonly rules: RefundRules;
  readonly exchanges: Exchanges;
  readonly facts: (saleId: string) => Promise<Result<RefundFacts>>;
  readonly begin: (saleId: string, wanted: Wanted, authorise: Authorise) => Promise<Result<{ refundId: string }>>;
  /** A wrong receipt: `intentOf` makes the right one for what is left of it. `authorise` null: it is her own to correct. */
  readonly correct: (which: WrongReceipt, intentOf: (amounts: TaxBreakdown, facts: RefundFacts) => CashReceiptIntent, authorise: ((facts: RefundFacts, amountWon: number) => Promise<Result<Allowed>>) | null) => Promise<Result<{ refundId: string }>>;
  /** A person's next step; `make` sees the refund as it is when its turn has come. */
  readonly act: (refundId: string, make: (refund: Refund) => Promise<Result<{ readonly event: RefundEvent; readonly rows?: Allowed['rows'] }>>) => Promise<Result<null>>;
  /** What was to be begun and was not, because the program was ended: a person says go on. */
  readonly goOn: (refundId: string) => Promise<Result<null>>;
  readonly inquire: (refundId: string, tradeNumber: string) => Promise<Result<null>>;
  /** One of its trades waits for its turn at the terminal, and is not to be asked any more; null: no refund here has it. */
  readonly withdraw: (tradeNumber: string) => Promise<Result<null> | null>;
  readonly find: (refundId: string) => Promise<Refund | null>;
  readonly show: (refundId: string) => Promise<Result<null>>;
  readonly leave: () => Result<null>;
  readonly shown: () => Refund | null;
  /** Something of it is being done, and its outcome will be an event. */
  readonly isAtWork: (refundId: string) => boolean;
  /** Neither done nor called off, oldest first. */
  readonly open: () => readonly Refund[];
  /** A result of the terminal nobody waited for; null: no refund has this trade. */
  readonly tell: (late: LateResult) => Promise<Result<null> | null>;
  readonly cancelSettled: (cancel: ReceiptCancelRecord, outcome: ReceiptCancelOutcome) => Promise<unknown>;
  readonly recover: () => Promise<void>;
  readonly resume: () => void;
};

export function createRefunds(counter: Counter, parts: RefundParts, tender: TenderRules): Refunds {
  const rules: RefundRules = { tender, way: wayRules(parts.trades.capabilities) };
  const run: RefundRun = { ...parts, counter, rules, exclusive: oneAtATime(), known: new Map(), underWay: new Map(), unwritten: new Map(), hooks: { perform, tradeRows }, shownId: null };
  return {
    rules,
    exchanges: createExchanges(run),
    facts: (saleId) => factsOf(counter, saleId),
    begin: (saleId, wanted, authorise) => exclusively(run, () => begin(run, saleId, wanted, authorise)),
    correct: (which, intentOf, authorise) => exclusively(run, () => correct(run, which, intentOf, authorise)),
    act: (refundId, make) =>
      onRefund(run, refundId, async (refund) => {
        if (counter.memory.signedIn === null) return refuse('people.not-signed-in');
        const made = await make(refund);
        return made.ok ? dispatch(run, refund, made.value.event, { before: made.value.rows ?? [] }) : made;
      }),
    goOn: (refundId) => onRefund(run, refundId, async (refund) => goOn(run, refund)),
    inquire: (refundId, tradeNumber) =>
      onRefund(run, refundId, async (refund) => {
        if (tradeIn(refund, tradeNumber)?.state.name !== 'unknown') return refuse('card.not-in-this-stage');
        perform(run, refund, { kind: 'trade', tradeNumber, command: 'inquire' });
        return DONE;
      }),
    withdraw: (tradeNumber) => withdraw(run, tradeNumber),
    find: (refundId) => find(run, refundId),
    show: (refundId) => onRefund(run, refundId, async (refund) => show(run, refund)),
    leave: () => leave(run),
    shown: () => (run.shownId === null ? null : (run.known.get(run.shownId) ?? null)),
    isAtWork: (refundId) => run.underWay.has(refundId),
    open: () => [...run.known.values()].filter(isOpen).toSorted((a, b) => a.intent.refundNumber - b.intent.refundNumber),
    tell: (late) => tell(run, late),
    cancelSettled: (cancel, outcome) => cancelSettled(run, cancel, outcome),
    recover: () => recover(run),
    resume: () => resume(run),
  };
}

async function withdraw(run: RefundRun, tradeNumber: string): Promise<Result<null> | null> {
  const waiting = [...run.known.values()].find((refund) => tradeIn(refund, tradeNumber) !== null);
  if (waiting === undefined) return null;
  return onRefund(run, waiting.intent.refundId, (refund) => dispatch(run, refund, { type: 'traded', tradeNumber, event: { type: 'withdrawn' } }));
}

function isOpen(refund: Refund): boolean {
  const stage = stageOf(refund);
  return stage !== 'done' && stage !== 'called-off';
}

async function exclusively<T>(run: RefundRun, job: () => Promise<Result<T>>): Promise<Result<T>> {
  return run.exclusive(job);
}

async function begin(run: RefundRun, saleId: string, wanted: Wanted, authorise: Authorise): Promise<Result<{ refundId: string }>> {
  const { counter } = run;
  if (counter.memory.signedIn === null) return refuse('people.not-signed-in');
  if (counter.memory.shift === null) return refuse('shift.not-open');
  const found = await factsOf(counter, saleId);
  if (!found.ok) return found;
  const { sale } = found.value;
  const ids = await newIds(counter);
  const judged = beginRefund(sale, { ...ids, ...wanted, want: 'refund' }, cancelIds(counter, sale.saleNumber), beginRules(counter, run.rules.way), reissueOf(counter, found.value));
  if (!judged.ok) return refuse(judged.refusal);
  const { kind, goods, reason } = judged.intent;
  const allowed = await authorise({ act: kind === 'void' ? 'void' : 'refund', saleId, amountWon: goods.amounts.totalWon, reason });
  if (!allowed.ok) return allowed;
  return write(run, newRefund({ ...judged.intent, ...authority(counter, allowed.value) }, judged.plan), found.value, allowed.value.rows);
}

async function correct(run: RefundRun, { saleId, ...which }: WrongReceipt, intentOf: (amounts: TaxBreakdown, facts: RefundFacts) => CashReceiptIntent, authorise: Parameters<Refunds['correct']>[2]): Promise<Result<{ refundId: string }>> {
  const { counter } = run;
  const actor = counter.memory.signedIn;
  if (actor === null) return refuse('people.not-signed-in');
  if (counter.memory.shift === null) return refuse('shift.not-open');
  const found = await factsOf(counter, saleId);
  if (!found.ok) return found;
  const { sale } = found.value;
  const ids = await newIds(counter);
  const judged = beginCorrection(sale, { ...ids, ...which }, cancelIds(counter, sale.saleNumber), (amounts) => intentOf(amounts, found.value));
  if (!judged.ok) return refuse(judged.refusal);
  const allowed: Result<Pick<Allowed, 'actor' | 'approver' | 'alone' | 'rows'>> = authorise === null ? ok({ actor, approver: null, alone: false, rows: [] }) : await authorise(found.value, judged.plan.reissue?.amounts.totalWon ?? 0);
  if (!allowed.ok) return allowed;
  return write(run, newRefund({ ...judged.intent, ...authority(counter, allowed.value) }, judged.plan), found.value, allowed.value.rows);
}

/** The intent is durable with the approval it was spent on; then, and not before, the first part begins. */
async function write(run: RefundRun, refund: Refund, facts: RefundFacts, rows: Allowed['rows']): Promise<Result<{ refundId: string }>> {
  const { counter } = run;
  const { refundId, saleId } = refund.intent;
  const durable = await append(counter, [...rows, entry(counter, { kind: 'refund.begun', payload: { refundId, after: refund } }, saleId)]);
  if (!durable.ok) return durable;
  run.receipts.remember(facts.receipts);
  run.shownId = refundId;
  remember(run, refund);
  perform(run, refund, firstCommand(refund, run.rules));
  counter.changed();
  return ok({ refundId });
}

function goOn(run: RefundRun, refund: Refund): Result<null> {
  const command = firstCommand(refund, run.rules);
  if (run.underWay.has(refund.intent.refundId) || !begins(command)) return refuse('refund.not-in-this-stage');
  perform(run, refund, command);
  return DONE;
}

function show(run: RefundRun, refund: Refund): Result<null> {
  const before = run.shownId === null ? null : run.known.get(run.shownId);
  run.shownId = refund.intent.refundId;
  if (before !== null && before !== undefined) remember(run, before);
  remember(run, refund);
  run.counter.changed();
  return DONE;
}

/** The screen is left; what is open stays so, and is listed. */
function leave(run: RefundRun): Result<null> {
  const before = run.shownId === null ? null : run.known.get(run.shownId);
  run.shownId = null;
  if (before !== null && before !== undefined) remember(run, before);
  run.counter.changed();
  return DONE;
}

async function tell(run: RefundRun, { tradeNumber, outcome }: LateResult): Promise<Result<null> | null> {
  if (tradeNumber === '' || (outcome.state !== 'approved' && outcome.state !== 'declined' && outcome.state !== 'stopped')) return null;
  const refundId = [...run.known.values()].find((refund) => tradeIn(refund, tradeNumber) !== null)?.intent.refundId ?? (await run.counter.journal.refundOfTrade(tradeNumber));
  if (refundId === null) return null;
  return onRefund(run, refundId, async (refund) => {
    const wasOver = !isOpen(refund);
    const told = await dispatch(run, refund, { type: 'traded', tradeNumber, event: { type: 'late-result', outcome } }, { actor: null });
    if (told.ok && wasOver) notify(run.counter, 'refund.surfaced', refund.intent.saleId, refund.intent.saleNumber);
    return told;
  });
}

/** Whoever drove it: the refund it belongs to hears how it stands. One that failed long after is said. */
function cancelSettled(run: RefundRun, { intent, refundId, saleId, saleNumber }: ReceiptCancelRecord, outcome: ReceiptCancelOutcome): Promise<unknown> {
  return onRefund(run, refundId, async (refund) => {
    const isShown = run.shownId === refundId;
    const told = await dispatch(run, refund, { type: 'receipt-settled', cancelId: intent.cancelId, outcome }, { actor: null });
    if (told.ok && outcome === 'failed' && !isShown) notify(run.counter, 'refund.receipt-not-cancelled', saleId, saleNumber);
    return told;
  });
}

/** Back to where they stood. The one that was in the middle of things is on the screen again. */
async function recover(run: RefundRun): Promise<void> {
  const { counter, known } = run;
  for (const { refund } of await counter.journal.openRefunds({ limit: OPEN_LIMIT })) known.set(refund.intent.refundId, refund);
  for (const refund of Array.from(known.values())) await takeUp(run, refund);
  const middle = [...known.values()].findLast((refund) => isOpen(refund) && stageOf(refund) !== 'aside' && stageOf(refund) !== 'exchanging');
  if (middle === undefined) return;
  run.shownId = middle.intent.refundId;
  notify(counter, 'refund.not-begun', middle.intent.saleId, middle.intent.saleNumber);
}
