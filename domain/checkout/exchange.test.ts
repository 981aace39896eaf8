import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Product } from '../cart.ts';
import type { GoodsBack } from '../refund/exchange.ts';
import { addsUp, plusTax, sumTax, taxBreakdown, type TaxBreakdown } from '../tax.ts';
import { approved, traded } from '../testing/refund-fixture.ts';
import { exchangeStep } from './exchange.ts';
import type { CheckoutEvent, CheckoutState, Payment } from './machine.ts';
import { startSale, stepCheckout } from './machine.ts';
import { cashOf, chargesOf } from './payment.ts';
import { DEFAULT_CHECKOUT_RULES } from './rules.ts';

const AT = '2026-03-02T05:08:03.000Z';
const RULES = { ...DEFAULT_CHECKOUT_RULES, signature: { ...DEFAULT_CHECKOUT_RULES.signature, fromWon: 1_000_000_000 } };

function backOf(taxableWon: number, exemptWon = 0): GoodsBack {
  return {
    refundId: 'f1', refundNumber: 7, saleId: 's0', saleNumber: 411, soldAt: AT, receiptReason: 'other', lines: [{ name: '녹차', quantity: 1, amountWon: taxableWon + exemptWon }],
    wonOf: { taxable: taxableWon, undivided: 0, exempt: exemptWon }, amounts: taxBreakdown({ taxableWon, taxFreeWon: exemptWon }),
  };
}

const goods = (priceWon: number, taxClass: Product['taxClass'] = 'taxable'): CheckoutEvent => ({ type: 'line-added', product: { productId: taxClass, barcode: '', name: '홍차', priceWon, taxClass, category: '' }, quantity: 1, lineId: taxClass });

function step(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  const result = stepCheckout(state, event, RULES);
  if (!result.ok) throw new Error(`${event.type} refused: ${result.refusal}`);
  return result.state;
}
const play = (events: readonly CheckoutEvent[]): CheckoutState => events.reduce(step, startSale('s1', 412) as CheckoutState);
const refusalOf = (state: CheckoutState, event: CheckoutEvent) => {
  const result = stepCheckout(state, event, RULES);
  return result.ok ? null : result.refusal;
};
const begun = (back: GoodsBack): CheckoutEvent => ({ type: 'exchange-begun', back });
const settled = (giveWon: number): CheckoutEvent => ({ type: 'exchange-settled', giveWon, at: AT });
const tendered = (dueWon: number): CheckoutEvent => ({ type: 'tendered', dueWon, receivedWon: dueWon, paidAt: AT, drawerJobId: 'p1' });
const charge = (leftWon: number): CheckoutEvent => ({ type: 'charge-intended', partId: 'pt1', tradeNumber: 'k1', leftWon, amountWon: leftWon, installmentMonths: 0 });

describe('a sale for goods that came back', () => {
  test('begins with them and with nothing else in it, once', () => {
    const state = play([begun(backOf(3_000))]);
    expect(state).toMatchObject({ stage: 'basket', cart: { lines: [] }, exchange: { refundId: 'f1' } });
    expect(refusalOf(state, begun(backOf(3_000)))).toBe('not-in-this-stage');
    expect(refusalOf(play([goods(3_000)]), begun(backOf(3_000)))).toBe('not-in-this-stage');
    expect(refusalOf(play([goods(3_000)]), settled(0)), 'a plain sale is paid').toBe('not-in-this-stage');
  });

  test('takes the difference and no other sum, and is not settled for nothing while there is one', () => {
    const dearer = play([begun(backOf(3_000)), goods(5_000)]);
    for (const event of [tendered(5_000), tendered(0), settled(0)]) expect(refusalOf(dearer, event)).toBe('due-has-changed');
    expect(step(dearer, tendered(2_000))).toMatchObject({ stage: 'receipt-choice', payment: { receivedWon: 2_000, exchange: { refundNumber: 7, saleNumber: 411, amounts: { totalWon: 3_000 } } } });
    const cheaper = play([begun(backOf(3_000)), goods(1_000)]);
    for (const event of [tendered(0), tendered(1_000), settled(0), settled(1_999), charge(1_000)]) expect(refusalOf(cheaper, event)).toBe('due-has-changed');
    expect(step(cheaper, settled(2_000))).toMatchObject({ stage: 'slip-question', receipt: { outcome: 'no-cash' }, payment: { receivedWon: 0, exchange: { amounts: { totalWon: 1_000 } } } });
    expect(refusalOf(play([begun(backOf(3_000))]), settled(3_000)), 'nothing is taken').toBe('cart-empty');
  });

  test('is refused where one kind of tax would come in for another, whichever way it is paid', () => {
    const state = play([begun(backOf(3_000)), goods(5_000, 'exempt')]);
    for (const event of [tendered(2_000), settled(0), charge(2_000)]) expect(refusalOf(state, event)).toBe('refund.exchange-tax-differs');
  });

  test('keeps them while it is put aside, and after a card that came to nothing', () => {
    const aside = step(play([begun(backOf(3_000))]), { type: 'held', heldAt: AT });
    expect(step(aside, { type: 'recalled', at: AT })).toMatchObject({ stage: 'basket', exchange: { refundId: 'f1' } });
    const declined = [goods(5_000), charge(2_000), { ...traded('k1', { type: 'asking' }), at: AT }, { ...traded('k1', { type: 'answered', outcome: { state: 'stopped', by: 'customer' } }), at: AT }] as CheckoutEvent[];
    const left = step([begun(backOf(3_000)), ...declined].reduce(step, startSale('s1', 412) as CheckoutState), { type: 'tendering-left' });
    expect(left).toMatchObject({ stage: 'basket', exchange: { refundId: 'f1' } });
    expect(refusalOf(left, tendered(2_000)), 'with attempts behind it the cash is a part').toBe('not-in-this-stage');
    expect(step(left, { type: 'cash-taken', partId: 'c1', leftWon: 2_000, amountWon: 2_000, receivedWon: 2_000, takenAt: AT, drawerJobId: 'p1' })).toMatchObject({ stage: 'receipt-choice', payment: { exchange: { amounts: { totalWon: 3_000 } } } });
  });

  test('says what its steps mean for the refund behind it', () => {
    const cheaper = play([begun(backOf(3_000)), goods(1_000)]);
    expect(exchangeStep(play([]), cheaper)).toBeNull();
    expect(exchangeStep(cheaper, step(cheaper, settled(2_000)))).toMatchObject({ kind: 'paid', saleId: 's1', creditWon: 1_000, give: { totalWon: 2_000 } });
    expect(exchangeStep(cheaper, step(cheaper, { type: 'abandoned' }))).toMatchObject({ kind: 'left', back: { refundId: 'f1' } });
    const paid = step(cheaper, settled(2_000));
    expect(exchangeStep(paid, paid), 'once').toBeNull();
  });
});

describe('any goods for any goods, paid any way', () => {
  const won = fc.integer({ min: 1, max: 900_000 });
  const taken = fc.record({ taxable: fc.option(won, { nil: 0 }), exempt: fc.option(won, { nil: 0 }) }).filter(({ taxable, exempt }) => taxable + exempt > 0);

  test('come to the won: what came back and what was paid are the goods taken, or what goes back is the rest, in every kind of tax', () => {
    fc.assert(
      fc.property(taken, taken, fc.constantFrom('cash', 'card'), (came, took, by) => {
        const back = backOf(came.taxable, came.exempt);
        const basket = play([begun(back), ...(took.taxable === 0 ? [] : [goods(took.taxable)]), ...(took.exempt === 0 ? [] : [goods(took.exempt, 'exempt')])]);
        const moreWon = took.taxable + took.exempt - came.taxable - came.exempt;
        const mixed = (took.taxable > came.taxable && took.exempt < came.exempt) || (took.taxable < came.taxable && took.exempt > came.exempt);
        const pays = moreWon > 0 ? (by === 'cash' ? [tendered(moreWon)] : [charge(moreWon), traded('k1', { type: 'asking' }), traded('k1', { type: 'answered', outcome: approved({ tradeNumber: 'k1', cancels: false, totalWon: moreWon }) })].map((event) => ({ ...event, at: AT }) as CheckoutEvent)) : [settled(-moreWon)];
        if (mixed) {
          expect(refusalOf(basket, pays[0] ?? settled(0))).toBe('refund.exchange-tax-differs');
          return;
        }
        const after = pays.reduce(step, basket);
        const payment: Payment | null = 'payment' in after ? after.payment : null;
        const credit = payment?.exchange?.amounts;
        if (payment === null || credit === undefined) throw new Error(after.stage);
        const money = sumTax([cashOf(payment) ?? null, ...chargesOf(payment).map((part) => part.charge.intent.amounts)].filter((each): each is TaxBreakdown => each !== null));
        expect(plusTax(credit, money)).toEqual(payment.totals.breakdown);
        expect([addsUp(credit), addsUp(money), money.totalWon]).toEqual([true, true, Math.max(0, moreWon)]);
        const before = pays.slice(0, -1).reduce(step, basket);
        const meant = exchangeStep(before, after);
        if (meant?.kind !== 'paid') throw new Error('the refund was told nothing');
        expect(meant.creditWon + meant.give.totalWon).toBe(back.amounts.totalWon);
        expect(Math.min(meant.give.supplyWon, meant.give.vatWon, meant.give.taxFreeWon)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
