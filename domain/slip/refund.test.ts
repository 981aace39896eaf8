import { describe, expect, test } from 'vitest';
import type { RefundEvent } from '../refund/events.ts';
import type { Refund } from '../refund/refund.ts';
import type { Shop } from '../shop.ts';
import { approved, AT, begun, decision, KIM, play, soldFor, TEN, traded } from '../testing/refund-fixture.ts';
import type { SlipDocument } from './document.ts';
import { refundSlip } from './refund.ts';

const SHOP: Shop = { name: '들꽃마트', businessNumber: '1248100998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-120', counterNumber: 1 };

function linesOf(document: SlipDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    if (block.kind === 'pair') return [`${block.label}: ${block.value}`];
    return block.kind === 'item' ? [`${block.name} ${block.unitPriceWon} x${block.quantity} ${block.amountWon}`] : [];
  });
}

const slip = (refund: Refund, more: Partial<Parameters<typeof refundSlip>[0]> = {}) =>
  refundSlip({ shop: SHOP, practice: false, copyKind: 'customer', refund, cart: TEN, covers: refund.returns.map((ret) => ret.intent.returnId), first: true, takenSaleNumber: null, receipts: [], ...more });

const cancelled = (totalWon: number): RefundEvent[] => [
  { type: 'cancel-intended', returnId: 'r1', tradeNumber: 'x1' },
  traded('x1', { type: 'asking' }),
  traded('x1', { type: 'answered', outcome: approved({ tradeNumber: 'x1', cancels: true, totalWon }) }),
];
const charged = (amountWon: number): RefundEvent[] => [
  { type: 'rest-tendered', returnId: 'r1', drawerJobId: null, event: { type: 'charge-intended', partId: 'z1', tradeNumber: 'z1', amountWon, installmentMonths: 0 } },
  traded('z1', { type: 'asking' }),
  traded('z1', { type: 'answered', outcome: approved({ tradeNumber: 'z1', cancels: false, totalWon: amountWon }) }),
];

describe('the slip of a refund', () => {
  test('in part by card names the cancel, the charge it cancels, and what was charged anew', () => {
    const { refund } = play(begun(soldFor(0, [100_000]), 3), [...cancelled(100_000), ...charged(70_000)]);
    expect(linesOf(slip(refund)).slice(5)).toEqual([
      '환불',
      '판매번호 0412: 고객용',
      '2026-03-02 14:04:09: 1번 계산대',
      '환불번호: 0007',
      '원거래일: 2026-03-02 14:04:09',
      '녹차 10000 x-3 -30000',
      '공급가액: -27,273원',
      '부가세: -2,727원',
      '면세: 0원',
      '봉사료: 0원',
      '합계: -30,000원',
      '카드 취소: -100,000원',
      '승인번호: Ax1',
      '취소일시: 2026-03-02 14:04:09',
      '카드번호: 5272-8949-****-630*',
      '카드사: 들꽃카드',
      '할부: 일시불',
      '원승인번호: Ak1',
      '원승인일: 2026-03-02',
      '다시 결제한 금액(카드): 70,000원',
      '승인번호: Az1',
    ]);
  });

  test('in cash says what was handed over, and how its cash receipt stands', () => {
    const { refund } = play(begun(soldFor(100_000, []), 10), [{ type: 'cash-out', returnId: 'r1', drawerJobId: 'd1', at: AT }, { type: 'cash-handed', returnId: 'r1', by: KIM, at: AT }]);
    const receipt = { identifierMasked: '010-****-5678', amountWon: 100_000, original: { approvalNumber: 'TB0000178', tradeDate: '20260302' } };
    const lines = linesOf(slip(refund, { receipts: [{ ...receipt, standing: { name: 'cancelled', approvalNumber: 'TB0000179', tradeDt: '20260302141500' } }] }));
    expect(lines).toEqual(expect.arrayContaining(['거래 취소', '합계: -100,000원', '내드린 돈(현금): -100,000원', '현금영수증 취소', '취소금액: -100,000원', '원승인번호: TB0000178', '승인번호: TB0000179', '취소일시: 2026-03-02 14:15:00']));
    for (const [name, words] of [['pending', '취소 예정'], ['in-doubt', '취소 예정(확인 중)'], ['failed', '취소되지 않음']] as const) {
      const open = linesOf(slip(refund, { receipts: [{ ...receipt, original: null, standing: { name } }] }));
      expect(open).toContain(words);
      expect(open.join()).not.toContain('TB0000179');
    }
  });

  test('of an exchange says what its goods paid, and of which sale', () => {
    const { refund } = play(begun(soldFor(100_000, []), 3, { want: 'exchange' }), [{ type: 'exchanged', saleId: 's2', creditWon: 30_000, plan: { returns: [], receipts: [], reissue: null } }]);
    expect(linesOf(slip(refund, { takenSaleNumber: 413 }))).toEqual(expect.arrayContaining(['교환', '판매번호 0412: 고객용', '교환번호: 0007', '원거래일: 2026-03-02 14:04:09', '합계: -30,000원', '교환 상품에 쓴 금액: 30,000원', '교환 판매번호: 0413']));
  });

  test('by phone carries the reference, in cash for a card says so', () => {
    const start = begun(soldFor(0, [100_000]), 10);
    const phone = play(start, [{ type: 'returned-by-phone', returnId: 'r1', decision: decision('VAN-4711') }]).refund;
    expect(linesOf(slip(phone))).toEqual(expect.arrayContaining(['카드 취소(전화 접수): -100,000원', '접수번호: VAN-4711', '원승인번호: Ak1']));
    const cash = play(start, [{ type: 'cash-decided', returnId: 'r1', decision: decision() }, { type: 'cash-out', returnId: 'r1', drawerJobId: 'd1', at: AT }, { type: 'cash-handed', returnId: 'r1', by: KIM, at: AT }]).refund;
    expect(linesOf(slip(cash))).toEqual(expect.arrayContaining(['카드 대신 내드린 돈(현금): -100,000원']));
  });

  test('says what is not back yet; the second paper is for that alone', () => {
    const start = begun(soldFor(50_000, [50_000]), 10);
    const unknown = play(start, [{ type: 'cancel-intended', returnId: 'r1', tradeNumber: 'x1' }, traded('x1', { type: 'asking' }), traded('x1', { type: 'answered', outcome: { state: 'unknown', reason: 'no-answer', detail: '', claimed: null } })]).refund;
    const first = linesOf(slip(unknown, { covers: ['r2'] }));
    expect(first).toEqual(expect.arrayContaining(['처리 중인 금액: -50,000원', '카드 취소 결과를 확인하고 있습니다.']));
    const { refund } = play(unknown, [traded('x1', { type: 'late-result', outcome: approved({ tradeNumber: 'x1', cancels: true, totalWon: 50_000 }) })]);
    const second = linesOf(slip(refund, { covers: ['r1'], first: false }));
    expect(second).toContain('카드 취소: -50,000원');
    expect(second.join()).not.toMatch(/합계|녹차|내드린/);
  });

  test('of one that was put back shows no goods, but both trades', () => {
    const { refund } = play(begun(soldFor(0, [100_000]), 3), [...cancelled(100_000), { type: 'rest-chosen', returnId: 'r1', owed: 'restore' }, ...charged(100_000)]);
    const lines = linesOf(slip(refund));
    expect(lines).toEqual(expect.arrayContaining(['환불을 되돌리고 처음 금액으로 다시 결제했습니다.', '카드 취소: -100,000원', '다시 결제한 금액(카드): 100,000원']));
    expect(lines.join()).not.toContain('녹차');
  });

  test('shows discounts as part of the amount, and is plain JSON', () => {
    const cart = { ...TEN, lines: TEN.lines.map((line) => ({ ...line, discountWon: 10_000, taxClass: 'exempt' as const })) };
    const refund = begun(soldFor(100_000, []), 3);
    const off: Refund = { ...refund, intent: { ...refund.intent, goods: { ...refund.intent.goods, lines: [{ lineId: 'l1', quantity: 3, amountWon: 27_000 }] } } };
    const document = slip(off, { cart, practice: true });
    expect(linesOf(document)).toEqual(expect.arrayContaining(['녹차 * 10000 x-3 -27000', '  받은 할인을 뺀 금액']));
    expect(document.practice).toBe(true);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
