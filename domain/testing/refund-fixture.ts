/** A finished sale to give back, and the words of a terminal: what the tests of refunds have in common. */
import type { ApprovedOutcome } from '../card-payment/approval.ts';
import { DEFAULT_INSTALLMENTS } from '../card-payment/installments.ts';
import type { TradeEvent } from '../card-payment/machine.ts';
import type { Cart } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { Actor } from '../people.ts';
import type { BeginRules, RefundRequest, SaleToRefund } from '../refund/begin.ts';
import { beginRefund } from '../refund/begin.ts';
import type { Decision } from '../refund/card-return.ts';
import type { RefundCommand, RefundEvent, RefundRules } from '../refund/events.ts';
import { firstCommand, stepRefund } from '../refund/machine.ts';
import { CANCEL_WITHIN_DAYS, paymentsOf } from '../refund/payments.ts';
import type { Refund } from '../refund/refund.ts';
import { newRefund } from '../refund/refund.ts';
import type { Tender, TenderEvent } from '../tender/machine.ts';
import { newTender, stepTender } from '../tender/machine.ts';

export const KIM: Actor = { userId: 'u1', name: '김', role: 'cashier' };
export const LEE: Actor = { userId: 'u2', name: '이', role: 'manager' };
export const AT = '2026-03-02T05:04:09.000Z';
export const RULES: RefundRules = {
  tender: { installments: DEFAULT_INSTALLMENTS, trade: { inquiry: 'try', managerFromWon: 100_000 } },
  way: { partialCancel: false, cancelWithinDays: CANCEL_WITHIN_DAYS },
};
export const BEGIN: BeginRules = { businessDay: '2026-03-02', today: '2026-03-02', way: RULES.way };

/** Ten pieces at 10,000 won, taxable: 100,000 won in the simplest parts. */
export const TEN: Cart = { lines: [{ lineId: 'l1', productId: 'tea', barcode: '', name: '녹차', unitPriceWon: 10_000, taxClass: 'taxable', quantity: 10, discountWon: 0 }], saleDiscountWon: 0 };

export function approved(trade: { readonly tradeNumber: string; readonly cancels: boolean; readonly totalWon: number }): ApprovedOutcome {
  return {
    state: 'approved',
    approval: {
      approvalNumber: `A${trade.tradeNumber.replaceAll('-', '')}`,
      tradedAt: '20260302140409',
      cancels: trade.cancels,
      totalWon: trade.totalWon,
      maskedNumber: '5272-8949-****-630*',
      issuer: '들꽃카드',
      acquirer: '들꽃카드',
      merchantNumber: '00012345678',
      terminalId: '1004930001',
      vanNumber: '',
      message: '',
      notices: [],
      signedAtTerminal: null,
    },
    checks: [],
  };
}

export const traded = (tradeNumber: string, event: TradeEvent): RefundEvent & TenderEvent => ({ type: 'traded', tradeNumber, event });

/** Paid with `cashWon` and these cards. */
export function paidTender(cart: Cart, cashWon: number, cardsWon: readonly number[]): Tender {
  const cash: readonly TenderEvent[] = cashWon === 0 ? [] : [{ type: 'cash-taken', partId: 'cash', amountWon: cashWon, receivedWon: cashWon, takenAt: AT }];
  const cards = cardsWon.flatMap((amountWon, index): TenderEvent[] => {
    const tradeNumber = `k${index + 1}`;
    return [
      { type: 'charge-intended', partId: tradeNumber, tradeNumber, amountWon, installmentMonths: 0 },
      traded(tradeNumber, { type: 'asking' }),
      traded(tradeNumber, { type: 'answered', outcome: approved({ tradeNumber, cancels: false, totalWon: amountWon }) }),
    ];
  });
  return [...cash, ...cards].reduce<Tender>((tender, event) => {
    const step = stepTender(tender, event, RULES.tender);
    if (!step.ok) throw new Error(`${event.type} refused: ${step.refusal}`);
    return step.tender;
  }, newTender(totalsOf(cart).breakdown));
}

/** 100,000 won: `cashWon` of it in cash, the rest by these cards. */
export function soldFor(cashWon: number, cardsWon: readonly number[], more: Partial<SaleToRefund> = {}): SaleToRefund {
  const cart = more.cart ?? TEN;
  return { saleId: 's1', saleNumber: 412, rootSaleId: 's1', soldAt: AT, businessDay: '2026-03-02', cart, refunds: [], tied: [], payments: paymentsOf(paidTender(cart, cashWon, cardsWon)), receipts: [], ...more };
}

export function requestFor(expectedWon: number, chosen: RefundRequest['chosen'], more: Partial<RefundRequest> = {}): RefundRequest {
  return { refundId: 'f1', refundNumber: 7, want: 'refund', chosen, expectedWon, shares: null, reason: 'changed-mind', receiptReason: 'transaction-cancelled', ...more };
}

/** Where no receipt is the terminal's, none is issued again. */
export function NO_REISSUE(cashReceiptId: string): never {
  throw new Error(`${cashReceiptId} was to be issued again`);
}

export const CANCEL_IDS = [1, 2, 3].map((index) => ({ cancelId: `x${index}`, mgtKey: `260302-x${index}` }));

/** `pieces` of the ten go back. */
export function begun(sale: SaleToRefund, pieces: number, more: Partial<RefundRequest> = {}): Refund {
  const result = beginRefund(sale, requestFor(pieces * 10_000, pieces === 10 ? 'everything' : [{ lineId: 'l1', quantity: pieces }], more), CANCEL_IDS, BEGIN, NO_REISSUE);
  if (!result.ok) throw new Error(result.refusal);
  return newRefund({ ...result.intent, requestedBy: KIM, approvedBy: LEE, alone: false, at: AT }, result.plan);
}

export type Played = { readonly refund: Refund; readonly command: RefundCommand };

export function play(refund: Refund, events: readonly RefundEvent[], rules = RULES): Played {
  return events.reduce<Played>((now, event) => {
    const step = stepRefund(now.refund, event, rules);
    if (!step.ok) throw new Error(`${event.type} refused: ${step.refusal}`);
    return step;
  }, { refund, command: firstCommand(refund, rules) });
}

export const decision = (reason = '손님과 합의', by: Actor = LEE, approvedBy: Actor | null = null): Decision => ({ by, approvedBy, reason, at: AT });
