/**
 * The refund behind an exchange, as its sale writes it. The refund's step and the sale's are ONE append: there are no goods back without
 * the sale they pay for, and no sale that is cheaper for goods nobody brought. Whoever has the sale in hand asks; here the refund's own
 * lock is taken inside the sale's, never the other way round.
 */
import type { ExchangeStep } from '../../domain/checkout/exchange.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { suggestShares, heldWon, shareRefusal } from '../../domain/refund/allocation.ts';
import type { RefundRequest } from '../../domain/refund/begin.ts';
import { beginRefund, planOf } from '../../domain/refund/begin.ts';
import type { GoodsBack } from '../../domain/refund/exchange.ts';
import { goodsBackOf } from '../../domain/refund/exchange.ts';
import type { Refund, RefundPlan } from '../../domain/refund/refund.ts';
import { newRefund } from '../../domain/refund/refund.ts';
import { entry } from '../counter.ts';
import type { Allowed } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { RefundRun } from './dispatch.ts';
import { dispatch, onRefund, remember } from './dispatch.ts';
import { beginRules, factsOf } from './facts.ts';
import { authority, cancelIds, newIds } from './ids.ts';
import { reissueOf } from './reissue.ts';

/** Writes these rows and the sale's own in one append. */
export type WriteWith = (rows: readonly JournalEntry[]) => Promise<Result<null>>;
export type ExchangeWanted = Pick<RefundRequest, 'chosen' | 'expectedWon' | 'reason' | 'receiptReason'>;
export type AuthoriseExchange = (content: { readonly act: 'exchange'; readonly saleId: string; readonly amountWon: number; readonly reason: string }) => Promise<Result<Allowed>>;
export type ExchangeAsked = { readonly saleId: string; readonly wanted: ExchangeWanted; readonly authorise: AuthoriseExchange };

export type Exchanges = {
  readonly begin: (asked: ExchangeAsked, write: (back: GoodsBack, rows: readonly JournalEntry[]) => Promise<Result<null>>) => Promise<Result<{ refundId: string }>>;
  /** The sale is paid, or left. */
  readonly step: (step: ExchangeStep, write: WriteWith) => Promise<Result<null>>;
};

export function createExchanges(run: RefundRun): Exchanges {
  return {
    begin: (asked, write) => run.exclusive(() => begin(run, asked, write)),
    step: (step, write) => onRefund(run, step.back.refundId, (refund) => (step.kind === 'paid' ? paid(run, refund, step, write) : left(run, refund, write))),
  };
}

async function begin(run: RefundRun, { saleId, wanted, authorise }: ExchangeAsked, write: Parameters<Exchanges['begin']>[1]): Promise<Result<{ refundId: string }>> {
  const { counter } = run;
  const found = await factsOf(counter, saleId);
  if (!found.ok) return found;
  const { sale, receipts } = found.value;
  const judged = beginRefund(sale, { ...(await newIds(counter)), ...wanted, shares: null, want: 'exchange' }, [], beginRules(counter, run.rules.way), reissueOf(counter, found.value));
  if (!judged.ok) return refuse(judged.refusal);
  const { goods, reason } = judged.intent;
  const allowed = await authorise({ act: 'exchange', saleId, amountWon: goods.amounts.totalWon, reason });
  if (!allowed.ok) return allowed;
  const refund = newRefund({ ...judged.intent, ...authority(counter, allowed.value) }, judged.plan);
  const { refundId } = refund.intent;
  const begun = entry(counter, { kind: 'refund.begun', payload: { refundId, after: refund } }, saleId);
  const written = await write(goodsBackOf(sale.cart, refund.intent, wanted.receiptReason), [...allowed.value.rows, begun]);
  if (!written.ok) return written;
  run.receipts.remember(receipts);
  remember(run, refund);
  return ok({ refundId });
}

/** What goes back is planned now, against what the shop holds now; it is on the screen at once, and the sale's own questions come after it. */
async function paid(run: RefundRun, refund: Refund, step: ExchangeStep & { readonly kind: 'paid' }, write: WriteWith): Promise<Result<null>> {
  const plan = await planFor(run, refund, step);
  if (!plan.ok) return plan;
  const durable = () => {
    if (plan.value.returns.length > 0) run.shownId = refund.intent.refundId;
  };
  return dispatch(run, refund, { type: 'exchanged', saleId: step.saleId, creditWon: step.creditWon, plan: plan.value }, { write, durable });
}

async function planFor(run: RefundRun, { intent }: Refund, { give, back }: ExchangeStep & { readonly kind: 'paid' }): Promise<Result<RefundPlan>> {
  const { counter } = run;
  if (give.totalWon === 0) return ok({ returns: [], receipts: [], reissue: null });
  const found = await factsOf(counter, intent.saleId);
  if (!found.ok) return found;
  const { sale, receipts } = found.value;
  const rules = beginRules(counter, run.rules.way);
  if (give.totalWon > heldWon(sale.payments)) return refuse('refund.more-than-held');
  const shares = suggestShares(sale.payments, give.totalWon);
  const refusal = shareRefusal(sale.payments, give.totalWon, shares, rules.today, rules.way);
  if (refusal !== null) return refuse(refusal);
  run.receipts.remember(receipts);
  return ok(planOf(sale, { amounts: give, shares, reason: back.receiptReason }, cancelIds(counter, intent.saleNumber), rules, reissueOf(counter, found.value)));
}

/** Nothing has moved: what was brought back stays the customer's. */
async function left(run: RefundRun, refund: Refund, write: WriteWith): Promise<Result<null>> {
  const by = run.counter.memory.signedIn;
  if (by === null) return refuse('people.not-signed-in');
  return dispatch(run, refund, { type: 'called-off', by, at: run.counter.now().toISOString() }, { write });
}
