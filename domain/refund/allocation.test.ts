import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaxBreakdown } from '../tax.ts';
import { addsUp, isWithin, minusTax, shareOfTax, sumTax, taxBreakdown } from '../tax.ts';
import type { Share } from './allocation.ts';
import { heldWon, returnsOf, shareRefusal, suggestShares } from './allocation.ts';
import type { CardPayment, Payment, WayRules } from './payments.ts';
import { CASH, cashPayment, lessGiven } from './payments.ts';

const TODAY = '2026-03-02';
const RULES: WayRules = { partialCancel: false, cancelWithinDays: 90 };

const taxed = (won: number) => taxBreakdown({ taxableWon: won, taxFreeWon: 0 });
const cash = (won: number): Payment => cashPayment(taxed(won));

function card(paymentId: string, won: number, more: { readonly tradeDate?: string; readonly held?: number; readonly aside?: boolean } = {}): CardPayment {
  const charge = { tradeNumber: paymentId, amounts: taxed(won), installmentMonths: 0, approvalNumber: '30012345', tradeDate: more.tradeDate ?? '20260301', maskedNumber: '5272-8949-****-630*', issuer: '들꽃카드' };
  return { kind: 'card', paymentId, amounts: more.held === undefined ? charge.amounts : shareOfTax(charge.amounts, more.held), charge, asideTerminal: more.aside ?? false };
}

const share = (paymentId: string, amountWon: number): Share => ({ paymentId, amountWon });

describe('what goes back by which payment', () => {
  test.each<[string, readonly Payment[], number, readonly Share[]]>([
    ['the only payment', [card('k1', 50_000)], 20_000, [share('k1', 20_000)]],
    ['everything, as it came', [cash(10_000), card('k1', 20_000), card('k2', 30_000)], 60_000, [share(CASH, 10_000), share('k1', 20_000), share('k2', 30_000)]],
    ['a card that is exactly it', [cash(30_000), card('k1', 30_000), card('k2', 20_000)], 20_000, [share('k2', 20_000)]],
    ['cash before a card is charged anew', [cash(30_000), card('k1', 50_000)], 20_000, [share(CASH, 20_000)]],
    ['cash, and the smallest card that covers the rest', [cash(10_000), card('k1', 50_000), card('k2', 40_000)], 30_000, [share(CASH, 10_000), share('k2', 20_000)]],
    ['the largest card whole, where none covers it', [card('k1', 20_000), card('k2', 40_000), card('k3', 30_000)], 65_000, [share('k2', 40_000), share('k3', 25_000)]],
    ['nothing', [cash(10_000)], 0, []],
  ])('is %s', (_, payments, won, shares) => expect(suggestShares(payments, won)).toEqual(shares));

  test('cannot be more than was paid', () => expect(() => suggestShares([card('k1', 10_000)], 10_001)).toThrow(RangeError));
});

describe('a person may choose otherwise', () => {
  const payments = [cash(30_000), card('k1', 30_000), card('k2', 20_000)];
  test.each<[string, readonly Share[], string | null]>([
    ['all of it in the cash that was paid', [share(CASH, 20_000)], null],
    ['a part of each of a card and the cash', [share(CASH, 5_000), share('k1', 15_000)], null],
    ['but not more cash than was paid in cash', [share(CASH, 30_001)], 'refund.more-than-paid-so'],
    ['but not more of a card than was charged', [share('k2', 20_001)], 'refund.more-than-paid-so'],
    ['but no other sum', [share(CASH, 19_999)], 'refund.shares-differ'],
    ['but not less than nothing', [share(CASH, 21_000), share('k1', -1_000)], 'refund.shares-differ'],
    ['but no part of a won', [share(CASH, 19_999.5), share('k1', 0.5)], 'refund.shares-differ'],
    ['but no payment of another sale', [share('k9', 20_000)], 'refund.payment-unknown'],
    ['but no payment twice', [share(CASH, 10_000), share(CASH, 10_000)], 'refund.payment-unknown'],
    ['but not two cards in part', [share('k1', 10_000), share('k2', 10_000)], 'refund.two-in-part'],
  ])('%s', (_, shares, refusal) => expect(shareRefusal(payments, 20_000, shares, TODAY, RULES)).toBe(refusal));

  test('two cards in part where the terminal takes part of a charge back', () => {
    expect(shareRefusal(payments, 20_000, [share('k1', 10_000), share('k2', 10_000)], TODAY, { ...RULES, partialCancel: true })).toBeNull();
  });
});

describe('the way of a card', () => {
  const wayOf = (payment: CardPayment, won: number, rules = RULES) => returnsOf([payment], taxed(won), [share(payment.paymentId, won)], TODAY, rules).map((each) => (each.kind === 'card' ? each.way : each.kind));
  test.each<[string, CardPayment, number, string]>([
    ['is a cancel when all of it goes back', card('k1', 20_000), 20_000, 'cancel'],
    ['is a cancel and a new charge when some of it does', card('k1', 20_000), 5_000, 'cancel-and-recharge'],
    ['is still a cancel on the ninetieth day', card('k1', 20_000, { tradeDate: '20251202' }), 20_000, 'cancel'],
    ['is the telephone after it', card('k1', 20_000, { tradeDate: '20251201' }), 20_000, 'by-phone'],
    ['is left to the terminal when nobody can read the date', card('k1', 20_000, { tradeDate: '' }), 20_000, 'cancel'],
    ['is the telephone once some of it went back in another way', card('k1', 20_000, { held: 15_000, aside: true }), 15_000, 'by-phone'],
  ])('%s', (_, payment, won, way) => expect(wayOf(payment, won)).toEqual([way]));

  test('is a partial cancel where the terminal can', () => {
    const rules = { ...RULES, partialCancel: true };
    expect(wayOf(card('k1', 20_000), 5_000, rules)).toEqual(['partial-cancel']);
    expect(wayOf(card('k1', 20_000, { held: 15_000 }), 15_000, rules)).toEqual(['partial-cancel']);
  });
});

describe('what is done', () => {
  test('begins with the card that is charged anew and ends with the telephone', () => {
    const payments = [cash(1_000), card('k1', 2_000, { tradeDate: '20250101' }), card('k2', 3_000), card('k3', 4_000)];
    const returns = returnsOf(payments, taxed(9_000), [share(CASH, 1_000), share('k1', 2_000), share('k2', 3_000), share('k3', 3_000)], TODAY, RULES);
    expect(returns.map((each) => [each.returnId, each.kind === 'cash' ? CASH : each.payment.paymentId])).toEqual([['r1', 'k3'], ['r2', 'k2'], ['r3', CASH], ['r4', 'k1']]);
  });

  test('takes the tax of the goods where one payment holds it', () => {
    const due = taxBreakdown({ taxableWon: 11_000, taxFreeWon: 9_000 });
    const [only] = returnsOf([cashPayment(due)], taxBreakdown({ taxableWon: 0, taxFreeWon: 9_000 }), [share(CASH, 9_000)], TODAY, RULES);
    expect(only?.amounts).toEqual(taxBreakdown({ taxableWon: 0, taxFreeWon: 9_000 }));
  });
});

type Wanted = { readonly won: number; readonly taxFree: number };
const payments = fc
  .tuple(fc.nat({ max: 60_000 }), fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 4 }), fc.nat({ max: 100 }))
  .filter(([cashWon, cards]) => cashWon + cards.length > 0)
  .map(([cashWon, cards, taxFreePercent]): Payment[] => {
    const mixed = (won: number) => taxBreakdown({ taxableWon: won - Math.floor((won * taxFreePercent) / 100), taxFreeWon: Math.floor((won * taxFreePercent) / 100) });
    const made = cards.map((won, index) => {
      const plain = card(`k${index}`, won);
      return { ...plain, amounts: mixed(won), charge: { ...plain.charge, amounts: mixed(won) } };
    });
    return [...(cashWon === 0 ? [] : [cashPayment(mixed(cashWon))]), ...made];
  });
const wanteds = fc.array(fc.record({ won: fc.nat(), taxFree: fc.nat() }), { maxLength: 12, size: 'max' });

/** Refund after refund as suggested, every card's part gone as if a terminal took part of a charge back. */
function giveBack(held: readonly Payment[], wanted: readonly Wanted[], look: (amounts: TaxBreakdown, before: Payment, won: number) => void): Payment[] {
  const rules = { ...RULES, partialCancel: true };
  let left = [...held];
  for (const { won, taxFree } of wanted) {
    const totalWon = won % (heldWon(left) + 1);
    const goods = taxBreakdown({ taxableWon: totalWon - (taxFree % (totalWon + 1)), taxFreeWon: taxFree % (totalWon + 1) });
    const shares = suggestShares(left, totalWon);
    expect(shareRefusal(left, totalWon, shares, TODAY, RULES)).toBeNull();
    const returns = returnsOf(left, goods, shares, TODAY, rules);
    expect(sumTax(returns.map((each) => each.amounts)).totalWon).toBe(totalWon);
    for (const each of returns) {
      const paymentId = each.kind === 'cash' ? CASH : each.payment.paymentId;
      const before = left.find((payment) => payment.paymentId === paymentId);
      if (before === undefined) throw new Error('given back of a payment that is gone');
      look(each.amounts, before, shares.find((one) => one.paymentId === paymentId)?.amountWon ?? 0);
      left = lessGiven(left, paymentId, each.amounts, false);
    }
  }
  return left;
}

describe('any payments, whatever goes back of them', () => {
  test('are never given back beyond what they hold, in no tax, and every part adds up', () => {
    fc.assert(
      fc.property(payments, wanteds, (held, wanted) => {
        const left = giveBack(held, wanted, (amounts, before, won) => {
          expect([addsUp(amounts), amounts.totalWon, isWithin(amounts, before.amounts)]).toEqual([true, won, true]);
          expect(Math.min(amounts.supplyWon, amounts.vatWon, amounts.taxFreeWon)).toBeGreaterThanOrEqual(0);
        });
        const rest = giveBack(left, [{ won: heldWon(left), taxFree: 0 }], () => {});
        expect(rest).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('are suggested so that one card at most is given back in part', () => {
    fc.assert(
      fc.property(payments, fc.nat(), (held, pick) => {
        const shares = suggestShares(held, pick % (heldWon(held) + 1));
        const inPart = shares.filter((each) => each.paymentId !== CASH && held.find((payment) => payment.paymentId === each.paymentId)?.amounts.totalWon !== each.amountWon);
        expect(inPart.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('minus what was given of them are what is left', () => {
    const left = lessGiven([cash(10_000), card('k1', 20_000)], 'k1', shareOfTax(taxed(20_000), 5_000), true);
    expect(left).toMatchObject([{ kind: 'cash' }, { amounts: minusTax(taxed(20_000), shareOfTax(taxed(20_000), 5_000)), asideTerminal: true }]);
  });
});
