import { describe, expect, test } from 'vitest';
import { taxBreakdown } from '../tax.ts';
import { AT, BEGIN, begun, CANCEL_IDS, KIM, LEE, play, requestFor, RULES, soldFor } from '../testing/refund-fixture.ts';
import type { BeginResult, BeginRules, RefundRequest, ReissueOf, SaleToRefund } from './begin.ts';
import { beginCorrection, beginRefund, offerRefund } from './begin.ts';
import { exchangeDifference, goodsBackOf } from './exchange.ts';
import { recoverRefund, stepRefund } from './machine.ts';
import type { ReceiptCancelOutcome, Refund } from './refund.ts';
import { newRefund } from './refund.ts';
import { troubleOfRefund } from './trouble.ts';

const reissueOf: ReissueOf = (cashReceiptId, amounts) => ({ cashReceiptId: `${cashReceiptId}-again`, mgtKey: 'again', way: 'terminal', purpose: 'income-deduction', form: 'at-terminal', identifierSealed: 'sealed', identifierMasked: '', amounts, paidAt: AT, deadlineAt: null });
const begin = (sale: SaleToRefund, request: RefundRequest, rules: BeginRules = BEGIN): BeginResult => beginRefund(sale, request, CANCEL_IDS, rules, reissueOf);
const refusalOf = (result: { readonly ok: true } | { readonly ok: false; readonly refusal: string }) => (result.ok ? 'accepted' : result.refusal);

const three = [{ lineId: 'l1', quantity: 3 }];
/** 30,000 of 100,000 won went back in cash. */
const DONE: Refund = play(begun(soldFor(100_000, []), 3), [{ type: 'cash-out', returnId: 'r1', drawerJobId: 'd1', at: AT }, { type: 'cash-handed', returnId: 'r1', by: KIM, at: AT }, { type: 'slips-queued', jobIds: [] }]).refund;

describe('a refund', () => {
  test('of everything on its own day is a void; later, or of a part, it is a refund', () => {
    const kindOf = (sale: SaleToRefund, chosen: RefundRequest['chosen'], rules = BEGIN) => {
      const result = offerRefund(sale, 'refund', chosen, rules);
      return result.ok ? result.offer.kind : result.refusal;
    };
    expect(kindOf(soldFor(100_000, []), 'everything')).toBe('void');
    expect(kindOf(soldFor(100_000, []), [{ lineId: 'l1', quantity: 10 }])).toBe('void');
    expect(kindOf(soldFor(100_000, []), three)).toBe('refund');
    expect(kindOf(soldFor(100_000, []), 'everything', { ...BEGIN, businessDay: '2026-03-03' })).toBe('refund');
    expect(kindOf(soldFor(100_000, [], { refunds: [DONE], tied: [DONE] }), 'everything')).toBe('refund');
  });

  test('is for what is left after those before, and for no more', () => {
    const sale = soldFor(70_000, [30_000], { refunds: [DONE], tied: [DONE] });
    expect(refusalOf(begin(sale, requestFor(80_000, [{ lineId: 'l1', quantity: 8 }])))).toBe('refund.more-than-left');
    const rest = begin(sale, requestFor(70_000, 'everything'));
    expect(rest).toMatchObject({ ok: true, intent: { kind: 'refund', goods: { lines: [{ lineId: 'l1', quantity: 7, amountWon: 70_000 }] } } });
  });

  test('one that was called off took nothing', () => {
    const off = play(begun(soldFor(100_000, []), 3), [{ type: 'called-off', by: KIM, at: AT }]).refund;
    expect(begin(soldFor(100_000, [], { refunds: [off], tied: [off] }), requestFor(100_000, 'everything'))).toMatchObject({ ok: true, intent: { kind: 'void' } });
  });

  test('of one sale is one at a time, also when the open one is of a sale it is tied to', () => {
    const open = begun(soldFor(100_000, []), 3);
    expect(refusalOf(begin(soldFor(100_000, [], { refunds: [open], tied: [open] }), requestFor(10_000, [{ lineId: 'l1', quantity: 1 }])))).toBe('refund.another-open');
    expect(refusalOf(begin(soldFor(100_000, [], { tied: [open] }), requestFor(10_000, [{ lineId: 'l1', quantity: 1 }])))).toBe('refund.another-open');
    expect(refusalOf(beginCorrection(soldFor(100_000, [], { tied: [open] }), { refundId: 'f2', refundNumber: 8, cashReceiptId: 'c1', reason: 'wrong-number' }, CANCEL_IDS, () => never()))).toBe('refund.another-open');
  });

  test.each<[string, SaleToRefund, RefundRequest, string]>([
    ['nothing', soldFor(100_000, []), requestFor(0, []), 'refund.nothing-chosen'],
    ['another sum than was seen', soldFor(100_000, []), requestFor(29_999, three), 'refund.amount-has-changed'],
    ['more than the shop still holds', { ...soldFor(100_000, []), payments: soldFor(100_000, []).payments.slice(1) }, requestFor(30_000, three), 'refund.more-than-held'],
    ['another way than it was paid', soldFor(100_000, []), requestFor(30_000, three, { shares: [{ paymentId: 'k1', amountWon: 30_000 }] }), 'refund.payment-unknown'],
    ['no reason', soldFor(100_000, []), requestFor(30_000, three, { reason: '' }), 'refund.reason-missing'],
    ['a reason of another act', soldFor(100_000, []), requestFor(30_000, three, { reason: 'count-cash' }), 'refund.reason-missing'],
    ['an exchange that gives money back before there is a new sale', soldFor(100_000, []), requestFor(30_000, three, { want: 'exchange', shares: [{ paymentId: 'cash', amountWon: 30_000 }] }), 'refund.shares-differ'],
  ])('is refused for %s', (_, sale, request, refusal) => expect(refusalOf(begin(sale, request))).toBe(refusal));

  test('takes words of one’s own for a reason', () => expect(refusalOf(begin(soldFor(100_000, []), requestFor(30_000, three, { reason: '색이 다르다고 하심' })))).toBe('accepted'));

  test('of cash takes its cash receipts along: only for the cash, and only as far as there are any', () => {
    const receipts = [{ cashReceiptId: 'c1', amounts: taxBreakdown({ taxableWon: 20_000, taxFreeWon: 0 }), untouched: true, wholeOnly: false }];
    const result = begin(soldFor(30_000, [70_000], { receipts }), requestFor(100_000, 'everything', { receiptReason: 'other' }));
    expect(result).toMatchObject({ ok: true, plan: { receipts: [{ cashReceiptId: 'c1', whole: true, reason: 'other', cancelId: 'x1', amounts: { totalWon: 20_000 } }] } });
    expect(begin(soldFor(30_000, [70_000], { receipts }), requestFor(70_000, [{ lineId: 'l1', quantity: 7 }]))).toMatchObject({ ok: true, plan: { receipts: [] } });
  });
});

function never(): never {
  throw new Error('no receipt was to be made');
}

describe('part of the cash of a receipt the terminal issued', () => {
  const receipts = [{ cashReceiptId: 'c1', amounts: taxBreakdown({ taxableWon: 100_000, taxFreeWon: 0 }), untouched: true, wholeOnly: true }];
  const result = begin(soldFor(100_000, [], { receipts }), requestFor(30_000, [{ lineId: 'l1', quantity: 3 }]));
  if (!result.ok) throw new Error(result.refusal);
  const refund = newRefund({ ...result.intent, requestedBy: KIM, approvedBy: LEE, alone: false, at: AT }, result.plan);
  const given = [{ type: 'cash-out', returnId: 'r1', drawerJobId: 'p1', at: AT }, { type: 'cash-handed', returnId: 'r1', by: KIM, at: AT }, { type: 'receipts-begun' }] as const;
  const settled = (outcome: ReceiptCancelOutcome) => ({ type: 'receipt-settled', cancelId: 'x1', outcome }) as const;

  test('cancels it whole, and issues what is left of it again, there', () => {
    expect(result.plan).toMatchObject({ receipts: [{ cashReceiptId: 'c1', whole: true, amounts: { totalWon: 100_000 } }], reissue: { cashReceiptId: 'c1-again', amounts: { totalWon: 70_000 } } });
    const gone = play(refund, [...given, settled('cancelled')]);
    expect(gone.command).toEqual({ kind: 'begin-reissue', cashReceiptId: 'c1-again', atTerminal: true });
    expect(recoverRefund(gone.refund, RULES), 'after a restart a person sees that the customer is there').toEqual({ kind: 'ask-person', ask: 'go-on', id: 'c1-again' });
    expect(play(gone.refund, [{ type: 'reissue-begun' }]).command).toEqual({ kind: 'issue-receipt', cashReceiptId: 'c1-again' });
  });

  test('in doubt is asked of a person, and nothing is issued before it is known', () => {
    const doubt = play(refund, [...given, settled('unproven')]);
    expect(doubt.command).toEqual({ kind: 'ask-person', ask: 'receipt-unknown', id: 'x1' });
    expect(troubleOfRefund(doubt.refund)).toBe('refund.receipt-terminal-unknown');
    expect(play(doubt.refund, [settled('cancelled')]).command).toMatchObject({ kind: 'begin-reissue' });
    expect(play(doubt.refund, [settled('failed')]).command).toEqual({ kind: 'ask-person', ask: 'receipt', id: 'x1' });
    const left = play(doubt.refund, [{ type: 'receipt-left', cancelId: 'x1', decision: { by: LEE, approvedBy: null, reason: '단말기에서 취소', at: AT } }]);
    expect(left.command, 'whoever does it by hand issues by hand').toMatchObject({ kind: 'begin-slips' });
  });

  test('that failed may prove to be cancelled after all, and nothing else comes after', () => {
    const failed = play(refund, [...given, settled('failed')]);
    expect(play(failed.refund, [settled('cancelled')]).command).toMatchObject({ kind: 'begin-reissue' });
    expect(stepRefund(failed.refund, settled('unproven'), RULES)).toMatchObject({ ok: false });
    expect(stepRefund(play(refund, [...given, settled('cancelled')]).refund, settled('failed'), RULES)).toMatchObject({ ok: false });
  });
});

describe('a wrong cash receipt', () => {
  const amounts = taxBreakdown({ taxableWon: 100_000, taxFreeWon: 0 });
  const sale = soldFor(100_000, [], { receipts: [{ cashReceiptId: 'c1', amounts, untouched: true, wholeOnly: false }] });
  const reissue = { cashReceiptId: 'c2', mgtKey: 'm2', purpose: 'income-deduction', form: 'phone', identifierSealed: 'sealed', identifierMasked: '010-****-5678', amounts, paidAt: AT, deadlineAt: null } as const;
  const request = { refundId: 'f1', refundNumber: 7, cashReceiptId: 'c1', reason: 'wrong-kind' } as const;
  const correction = beginCorrection(sale, request, CANCEL_IDS, () => reissue);
  if (!correction.ok) throw new Error(correction.refusal);
  const refund = newRefund({ ...correction.intent, requestedBy: KIM, approvedBy: LEE, alone: false, at: AT }, correction.plan);
  const begunOne = { type: 'receipts-begun' } as const;
  const settled = (outcome: 'cancelled' | 'queued' | 'failed') => ({ type: 'receipt-settled', cancelId: 'x1', outcome }) as const;

  test('is cancelled as issued in error, and issued again, in one', () => {
    expect(correction.intent.reason).toBe('wrong-kind');
    expect(correction.plan.receipts).toMatchObject([{ cashReceiptId: 'c1', reason: 'issued-in-error', whole: true }]);
    expect(play(refund, []).command).toEqual({ kind: 'begin-receipts' });
    const gone = play(refund, [begunOne, settled('cancelled')]);
    expect(gone.command).toEqual({ kind: 'begin-reissue', cashReceiptId: 'c2', atTerminal: false });
    const issuing = play(gone.refund, [{ type: 'reissue-begun' }]);
    expect(issuing.command).toEqual({ kind: 'issue-receipt', cashReceiptId: 'c2' });
    expect(play(issuing.refund, [{ type: 'reissue-settled', outcome: 'issued' }]).command).toEqual({ kind: 'begin-slips', covers: [] });
  });

  test('is not issued again before it is cancelled: a queued cancel is waited for', () => {
    const queued = play(refund, [begunOne, settled('queued')]);
    expect(queued.command).toEqual({ kind: 'await-receipts' });
    expect(play(queued.refund, [settled('cancelled')]).command).toEqual({ kind: 'begin-reissue', cashReceiptId: 'c2', atTerminal: false });
  });

  test('that cannot be cancelled stays, and no other is issued', () => {
    const left = play(refund, [begunOne, settled('failed'), { type: 'receipt-left', cancelId: 'x1', decision: { by: LEE, approvedBy: null, reason: '126 접수', at: AT } }]);
    expect(left.command).toEqual({ kind: 'begin-slips', covers: [] });
  });

  test('that does not stand cannot be corrected', () => {
    expect(refusalOf(beginCorrection(soldFor(100_000, []), request, CANCEL_IDS, () => never()))).toBe('refund.nothing-to-correct');
  });
});

describe('the difference of an exchange', () => {
  const cart = (won: number, taxClass: 'taxable' | 'exempt' = 'taxable') => ({ lines: [{ lineId: 'n1', productId: 'n', barcode: '', name: '홍차', unitPriceWon: won, taxClass, quantity: 1, discountWon: 0 }], saleDiscountWon: 0 });
  const sold = soldFor(100_000, []).cart;
  const { intent } = begun(soldFor(100_000, []), 3);
  const back = goodsBackOf(sold, intent, 'other');

  test.each<[string, number, number, number, number]>([
    ['to pay', 45_000, 30_000, 15_000, 0],
    ['to give back', 12_000, 12_000, 0, 18_000],
    ['none', 30_000, 30_000, 0, 0],
  ])('is one: %s', (_, won, creditWon, dueWon, giveWon) => {
    expect(exchangeDifference(back, cart(won))).toMatchObject({ ok: true, difference: { credit: { totalWon: creditWon }, due: { totalWon: dueWon }, give: { totalWon: giveWon } } });
  });

  test('is refused where one kind of tax would come in for another', () => {
    expect(exchangeDifference(back, cart(30_000, 'exempt'))).toEqual({ ok: false, refusal: 'refund.exchange-tax-differs' });
    const exempt = { wonOf: { taxable: 0, undivided: 0, exempt: 30_000 }, amounts: taxBreakdown({ taxableWon: 0, taxFreeWon: 30_000 }) };
    expect(exchangeDifference(exempt, cart(20_000, 'exempt'))).toMatchObject({ ok: true, difference: { give: { taxFreeWon: 10_000, vatWon: 0 } } });
  });
});
