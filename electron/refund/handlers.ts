/** Calls about refunds. What may be done is the machine's to say; whose right it needs is asked here, last. */
import type { CallName } from '../../contract/calls.ts';
import { offerRefund, planOf } from '../../domain/refund/begin.ts';
import { shareRefusal } from '../../domain/refund/allocation.ts';
import type { Decision } from '../../domain/refund/card-return.ts';
import type { RefundEvent } from '../../domain/refund/events.ts';
import { stepRefund } from '../../domain/refund/machine.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { stageOf } from '../../domain/refund/stage.ts';
import { leftWon } from '../../domain/tender/machine.ts';
import { tradeWon } from '../../domain/card-payment/machine.ts';
import type { ReceiptCancels } from '../cash-receipt/cancels.ts';
import { newTradeNumber } from '../card-payment/trades.ts';
import type { Trades } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import type { Allowed, Approvals } from '../people/approvals.ts';
import { withTheRight } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { HandlersOf } from '../router.ts';
import { copiesOut } from '../slips/copies-out.ts';
import { correctReceipt } from './correct.ts';
import { beginRules } from './facts.ts';
import type { RefundPages } from './pages.ts';
import type { Refunds } from './refunds.ts';
import { reissueOf } from './reissue.ts';
import { newCancelId } from './ids.ts';
import { tradeIn } from './run-trade.ts';
import { offerView, previewView, refundBriefView } from './views.ts';

export type RefundUseCases = { readonly counter: Counter; readonly refunds: Refunds; readonly refundPages: RefundPages; readonly trades: Trades; readonly cancels: Pick<ReceiptCancels, 'settle' | 'inquire'>; readonly approvals: Approvals };
type RefundCall = Extract<CallName, `refund.${string}`>;
type Made = Promise<Result<{ readonly event: RefundEvent; readonly rows?: Allowed['rows'] }>>;

export function refundHandlers(use: RefundUseCases): HandlersOf<RefundCall> {
  const { counter, refunds, refundPages } = use;
  const nowIso = () => counter.now().toISOString();
  const act = (refundId: string, event: (refund: Refund) => RefundEvent | null) =>
    refunds.act(refundId, async (refund) => {
      const made = event(refund);
      return made === null ? refuse('refund.not-in-this-stage') : ok({ event: made });
    });
  const by = () => counter.memory.signedIn;
  return {
    'refund.offer': async ({ saleId }) => {
      const facts = await refunds.facts(saleId);
      return facts.ok ? ok(offerView(facts.value, await copiesOf(counter, saleId))) : facts;
    },
    'refund.preview': (choice) => preview(use, choice),
    'refund.begin': ({ saleId, lines, approvalId, ...wanted }) =>
      refunds.begin(saleId, { ...wanted, chosen: lines ?? 'everything' }, (content) => use.approvals.check(content, approvalId)),
    'refund.correctReceipt': (asked) => correctReceipt(use, asked),
    'refund.read': async ({ refundId }) => refundPages.read(refundId),
    'refund.show': ({ refundId }) => refundPages.show(refundId),
    'refund.leave': async () => refunds.leave(),
    'refund.open': async () => ok({ refunds: refunds.open().map(refundBriefView) }),
    'refund.goOn': ({ refundId }) => refunds.goOn(refundId),
    'refund.callOff': ({ refundId }) => act(refundId, (refund) => (stageOf(refund) === 'exchanging' ? null : withActor(by(), (actor) => ({ type: 'called-off', by: actor, at: nowIso() })))),
    'refund.cancelAgain': ({ refundId, returnId }) => act(refundId, (refund) => ({ type: 'cancel-intended', returnId, tradeNumber: newTradeNumber(counter, refund.intent.saleNumber) })),
    'refund.setAside': ({ refundId, returnId }) => act(refundId, () => ({ type: 'set-aside', returnId })),
    'refund.inquire': ({ refundId, tradeNumber }) => refunds.inquire(refundId, tradeNumber),
    'refund.settle': ({ refundId, ...settlement }) => refunds.act(refundId, (refund) => settle(use, refund, settlement)),
    'refund.handed': ({ refundId, returnId }) => act(refundId, () => withActor(by(), (actor) => ({ type: 'cash-handed', returnId, by: actor, at: nowIso() }))),
    'refund.openDrawer': ({ refundId, returnId }) => act(refundId, () => ({ type: 'drawer-again', returnId, drawerJobId: counter.ids.next('p') })),
    'refund.decide': ({ refundId, returnId, what, reason, approvalId }) => refunds.act(refundId, (refund) => decide(use, refund, { returnId, what, reason, approvalId })),
    'refund.receiptAgain': ({ refundId, cancelId }) =>
      act(refundId, (refund) => {
        const failed = refund.receipts.find((receipt) => receipt.intent.cancelId === cancelId);
        return failed === undefined ? null : { type: 'receipt-again', cancelId, intent: { ...failed.intent, ...newCancelId(counter, refund.intent.saleNumber) } };
      }),
    'refund.receiptInquire': ({ refundId, cancelId }) => ofRefund(use, refundId, cancelId, () => use.cancels.inquire(cancelId)),
    'refund.receiptSettle': ({ refundId, cancelId, ...settlement }) => ofRefund(use, refundId, cancelId, () => use.cancels.settle(cancelId, settlement)),
    'refund.receiptLeft': ({ refundId, cancelId, reason, approvalId }) =>
      refunds.act(refundId, async (refund) => {
        const receipt = refund.receipts.find((each) => each.intent.cancelId === cancelId);
        return decided(use, refund, { amountWon: receipt?.intent.amounts.totalWon ?? 0, reason, approvalId }, (decision) => ({ type: 'receipt-left', cancelId, decision }));
      }),
    ...restHandlers(use),
  };
}

/** A cancel at the terminal that this refund waits for. */
async function ofRefund({ refunds }: RefundUseCases, refundId: string, cancelId: string, job: () => Promise<Result<null>>): Promise<Result<null>> {
  const refund = await refunds.find(refundId);
  return refund?.receipts.some(({ intent }) => intent.cancelId === cancelId) === true ? job() : refuse('refund.not-in-this-stage');
}

function withActor(actor: Counter['memory']['signedIn'], event: (actor: NonNullable<Counter['memory']['signedIn']>) => RefundEvent): RefundEvent | null {
  return actor === null ? null : event(actor);
}

type RestCall = Extract<RefundCall, `${string}Rest` | 'refund.chooseOwed'>;

function restHandlers({ counter, refunds, trades }: RefundUseCases): HandlersOf<RestCall> {
  return {
    'refund.chargeRest': ({ refundId, returnId, leftWon: seenWon, amountWon, installmentMonths }) =>
      refunds.act(refundId, async (refund) => {
        if (trades.capabilities.limits.maxTotalWon === 0) return refuse('card.not-supported');
        if (restLeftWon(refund, returnId) !== seenWon) return refuse('cash.due-has-changed');
        const event = { type: 'charge-intended', partId: counter.ids.next('pt'), tradeNumber: newTradeNumber(counter, refund.intent.saleNumber), amountWon, installmentMonths } as const;
        return ok({ event: { type: 'rest-tendered', returnId, event, drawerJobId: null } });
      }),
    'refund.takeRest': ({ refundId, returnId, leftWon: seenWon, amountWon, receivedWon }) =>
      refunds.act(refundId, async (refund) => {
        if (restLeftWon(refund, returnId) !== seenWon) return refuse('cash.due-has-changed');
        const event = { type: 'cash-taken', partId: counter.ids.next('pt'), amountWon, receivedWon, takenAt: counter.now().toISOString() } as const;
        return ok({ event: { type: 'rest-tendered', returnId, event, drawerJobId: counter.ids.next('p') } });
      }),
    'refund.returnRest': ({ refundId, returnId, partId }) =>
      refunds.act(refundId, async (refund) => {
        const ret = refund.returns.find((each) => each.intent.returnId === returnId);
        const part = ret?.kind === 'card' ? ret.rest?.tender.parts.find((each) => each.partId === partId) : undefined;
        if (part === undefined) return refuse('refund.not-in-this-stage');
        if (part.kind === 'cash') return ok({ event: { type: 'rest-tendered', returnId, event: { type: 'cash-returned', partId, at: counter.now().toISOString() }, drawerJobId: counter.ids.next('p') } });
        return ok({ event: { type: 'rest-tendered', returnId, event: { type: 'cancel-intended', partId, tradeNumber: newTradeNumber(counter, refund.intent.saleNumber) }, drawerJobId: null } });
      }),
    'refund.keepRest': ({ refundId, returnId, partId }) => refunds.act(refundId, async () => ok({ event: { type: 'rest-tendered', returnId, event: { type: 'charge-kept', partId }, drawerJobId: null } })),
    'refund.chooseOwed': ({ refundId, returnId, owed }) => refunds.act(refundId, async () => ok({ event: { type: 'rest-chosen', returnId, owed } })),
  };
}

function restLeftWon(refund: Refund, returnId: string): number | null {
  const ret = refund.returns.find((each) => each.intent.returnId === returnId);
  return ret?.kind === 'card' && ret.rest !== null ? leftWon(ret.rest.tender) : null;
}

async function preview({ counter, refunds }: RefundUseCases, { saleId, want = 'refund', lines, shares }: { saleId: string; want?: 'refund' | 'exchange' | undefined; lines: readonly { lineId: string; quantity: number }[] | null; shares: readonly { paymentId: string; amountWon: number }[] | null }) {
  const facts = await refunds.facts(saleId);
  if (!facts.ok) return facts;
  const { sale, receipts } = facts.value;
  const rules = beginRules(counter, refunds.rules.way);
  const offered = offerRefund(sale, want, lines ?? 'everything', rules);
  if (!offered.ok) return refuse(offered.refusal);
  const offer = { ...offered.offer, shares: shares ?? offered.offer.shares };
  const { amounts } = offer.goods;
  if (want === 'exchange') return ok(previewView(refunds.rules, receipts, offer, { returns: [], receipts: [], reissue: null }));
  const refusal = shareRefusal(sale.payments, amounts.totalWon, offer.shares, rules.today, rules.way);
  if (refusal !== null) return refuse(refusal);
  // Nothing of it is begun: the ids of cancels stand for none.
  const ids = sale.receipts.map((_, index) => ({ cancelId: `preview-${index}`, mgtKey: `preview-${index}` }));
  const plan = planOf(sale, { amounts, shares: offer.shares, reason: 'transaction-cancelled' }, ids, rules, reissueOf(counter, facts.value));
  return ok(previewView(refunds.rules, receipts, offer, plan));
}

/** Papers of the sale beyond the one that is handed in: with another of them the goods could come back a second time. */
async function copiesOf({ journal }: Counter, saleId: string): Promise<number> {
  const { papers, alarm } = copiesOut(await journal.printJobsOfSale(saleId));
  return alarm ? papers.length - 1 : 0;
}

type Settlement = { readonly tradeNumber: string; readonly verdict: (RefundEvent & { type: 'traded' })['event'] extends infer E ? (E extends { readonly verdict: infer V } ? V : never) : never; readonly source: 'terminal-slip' | 'terminal-last-trade' | 'van-site' | 'van-phone'; readonly approvalId: string | null };

/** From the shop's amount on her own word is not enough, as for a charge. */
async function settle({ counter, refunds, approvals }: RefundUseCases, refund: Refund, { tradeNumber, verdict, source, approvalId }: Settlement): Made {
  const trade = tradeIn(refund, tradeNumber);
  const actor = counter.memory.signedIn;
  if (trade === null || actor === null) return refuse('card.not-in-this-stage');
  const event = (manager: Allowed['approver']): RefundEvent => ({ type: 'traded', tradeNumber, event: { type: 'settled', verdict, source, by: actor, manager, at: counter.now().toISOString() } });
  const amountWon = tradeWon(trade.intent);
  if (amountWon < counter.settings.card.managerFromWon) return ok({ event: event(null) });
  const trial = stepRefund(refund, event(withTheRight(actor)), refunds.rules);
  if (!trial.ok) return refuse(trial.refusal);
  const allowed = await approvals.check({ act: 'settle-card', saleId: refund.intent.saleId, amountWon, reason: null }, approvalId);
  return allowed.ok ? ok({ event: event(allowed.value.approver), rows: allowed.value.rows }) : allowed;
}

async function decide(use: RefundUseCases, refund: Refund, { returnId, what, reason, approvalId }: { readonly returnId: string; readonly what: 'phone' | 'cash' | 'waive'; readonly reason: string; readonly approvalId: string | null }): Made {
  const ret = refund.returns.find((each) => each.intent.returnId === returnId);
  if (ret?.kind !== 'card') return refuse('refund.not-in-this-stage');
  const amountWon = what === 'waive' ? (restLeftWon(refund, returnId) ?? 0) : ret.intent.amounts.totalWon;
  const type = ({ phone: 'returned-by-phone', cash: 'cash-decided', waive: 'rest-waived' } as const)[what];
  return decided(use, refund, { amountWon, reason, approvalId }, (decision) => ({ type, returnId, decision }));
}

/** The approval is asked for last: what cannot be done spends none. */
async function decided({ counter, refunds, approvals }: RefundUseCases, refund: Refund, asked: { readonly amountWon: number; readonly reason: string; readonly approvalId: string | null }, eventOf: (decision: Decision) => RefundEvent): Made {
  const actor = counter.memory.signedIn;
  if (actor === null) return refuse('people.not-signed-in');
  const reason = asked.reason.trim();
  const at = counter.now().toISOString();
  const trial = stepRefund(refund, eventOf({ by: actor, approvedBy: actor, reason, at }), refunds.rules);
  if (!trial.ok) return refuse(trial.refusal);
  const allowed = await approvals.check({ act: 'refund', saleId: refund.intent.saleId, amountWon: asked.amountWon, reason }, asked.approvalId);
  if (!allowed.ok) return allowed;
  return ok({ event: eventOf({ by: allowed.value.actor, approvedBy: allowed.value.approver, reason, at }), rows: allowed.value.rows });
}
