/** Calls about cards: to the sale, the terminal, the slips to sign by hand and the results nobody waited for. */
import type { CallName } from '../../contract/calls.ts';
import type { Approvals } from '../people/approvals.ts';
import { byHandLines } from '../../domain/slip/card.ts';
import type { ReceiptCancels } from '../cash-receipt/cancels.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Settlement } from '../checkout/card.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Counter } from '../counter.ts';
import type { Handwritten } from '../handwritten/handwritten.ts';
import type { Refunds } from '../refund/refunds.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { HandlersOf } from '../router.ts';
import type { Strays } from '../stray/strays.ts';
import type { Trades } from './trades.ts';
import { handwrittenView, strayView } from './views.ts';

export type CardUseCases = { readonly counter: Counter; readonly checkout: Checkout; readonly trades: Trades; readonly handwritten: Handwritten; readonly strays: Strays; readonly receipts: Pick<Receipts, 'withdraw'>; readonly cancels: Pick<ReceiptCancels, 'withdraw'>; readonly refunds: Pick<Refunds, 'withdraw'>; readonly approvals: Approvals };

type CardCall = Extract<CallName, `card.${string}` | `handwritten.${string}` | `stray.${string}` | 'sale.chargeCard' | 'sale.takeCash' | 'sale.returnPart' | 'sale.keepCharge' | 'sale.leavePayment'>;

export function cardHandlers(use: CardUseCases): HandlersOf<CardCall> {
  const { checkout } = use;
  return {
    'sale.chargeCard': ({ saleId, ...charge }) => checkout.chargeCard(saleId, charge),
    'sale.takeCash': ({ saleId, ...cash }) => checkout.takeCash(saleId, cash),
    'sale.returnPart': ({ saleId, partId }) => checkout.returnPart(saleId, partId),
    'sale.keepCharge': ({ saleId, partId }) => checkout.keepCharge(saleId, partId),
    'sale.leavePayment': ({ saleId }) => checkout.leaveTendering(saleId),
    'card.stop': ({ saleId, tradeNumber }) => stop(use, saleId, tradeNumber),
    'card.inquire': ({ saleId, tradeNumber }) => checkout.inquireAgain(saleId, tradeNumber),
    'card.settle': ({ saleId, approvalId, ...settlement }) => settle(use, saleId, settlement, approvalId),
    ...slipHandlers(use),
    ...strayHandlers(use),
  };
}

/** At the terminal it is asked to stop; while it waits for its turn nothing is asked, and it is taken back. */
async function stop({ checkout, trades, receipts, cancels, refunds }: CardUseCases, saleId: string, tradeNumber: string): Promise<Result<null>> {
  if (trades.live()?.tradeNumber === tradeNumber) return trades.abort(tradeNumber);
  return (await checkout.withdraw(saleId, tradeNumber)) ?? (await receipts.withdraw(tradeNumber)) ?? (await cancels.withdraw(tradeNumber)) ?? (await refunds.withdraw(tradeNumber)) ?? refuse('card.not-in-this-stage');
}

/** From the shop's amount on her own word is not enough: somebody with the right answers for exactly this sum. */
async function settle({ counter, checkout, approvals }: CardUseCases, saleId: string, settlement: Settlement, approvalId: string | null): Promise<Result<null>> {
  return checkout.settleCharge(saleId, settlement, async (amountWon) => {
    if (amountWon < counter.settings.card.managerFromWon) return ok({ manager: null, rows: [] });
    const allowed = await approvals.check({ act: 'settle-card', saleId, amountWon, reason: null }, approvalId);
    return allowed.ok ? ok({ manager: allowed.value.approver, rows: allowed.value.rows }) : allowed;
  });
}

type SlipCall = Extract<CardCall, `handwritten.${string}`>;

function slipHandlers({ counter, handwritten, approvals }: CardUseCases): HandlersOf<SlipCall> {
  const at = () => counter.now().toISOString();
  return {
    'handwritten.list': async ({ endedBefore, limit }) => {
      const ended = await counter.journal.endedHandwrittenSlips(endedBefore === null ? { limit: limit + 1 } : { limit: limit + 1, beforeSeq: endedBefore });
      const page = ended.slice(0, limit).map((slip) => ({ ...handwrittenView(slip, at()), lastSeq: slip.lastSeq }));
      return ok({ open: handwritten.openSlips().map((slip) => handwrittenView(slip, at())), ended: page, more: ended.length > limit });
    },
    'handwritten.byHand': async ({ slipId }) => {
      const slip = await counter.journal.handwrittenSlip(slipId);
      const facts = slip === null ? null : await handwritten.factsOf(slip);
      return facts === null ? refuse('handwritten.not-in-this-stage') : ok({ lines: [...byHandLines(counter.settings.shop, facts)] });
    },
    'handwritten.printAgain': ({ slipId }) => handwritten.printAgain(slipId),
    'handwritten.paperFound': ({ slipId }) => handwritten.change(slipId, { type: 'paper-found' }),
    'handwritten.collected': async ({ slipId, how }) => {
      const by = counter.memory.signedIn;
      return by === null ? refuse('people.not-signed-in') : handwritten.change(slipId, { type: 'collected', how, by, at: at() });
    },
    'handwritten.handOver': ({ slipIds, batch, handedOn }) => handOver(handwritten, slipIds, batch, handedOn),
    'handwritten.writeOff': ({ slipId, reason, approvalId }) =>
      handwritten.writeOff(slipId, reason, ({ saleId, chargedWon }) => approvals.check({ act: 'write-off-slip', saleId, amountWon: chargedWon, reason }, approvalId)),
  };
}

/** One after the other: what is refused stops there, and what went before stands. */
async function handOver(handwritten: Handwritten, slipIds: readonly string[], batch: string, handedOn: string): Promise<Result<null>> {
  for (const slipId of slipIds) {
    const done = await handwritten.change(slipId, { type: 'handed-over', batch, handedOn });
    if (!done.ok) return done;
  }
  return DONE;
}

type StrayCall = Extract<CardCall, `stray.${string}`>;

function strayHandlers({ counter, strays, approvals }: CardUseCases): HandlersOf<StrayCall> {
  return {
    'stray.list': async () => {
      const views = [];
      for (const stray of strays.open()) views.push(strayView(stray, stray.saleId === null ? null : ((await counter.journal.sale(stray.saleId))?.saleNumber ?? null)));
      return ok({ strays: views });
    },
    'stray.cancel': ({ strayId }) => strays.cancel(strayId),
    'stray.settle': ({ strayId, source, note, approvalId }) =>
      strays.settle(strayId, { source, note }, ({ saleId, amountWon }) => approvals.check({ act: 'settle-card', saleId, amountWon, reason: note }, approvalId)),
  };
}
