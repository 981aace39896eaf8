import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart, CartLine } from '../cart.ts';
import { lineNetWon, totalsOf } from '../cart.ts';
import type { CashReceiptState } from '../cash-receipt/machine.ts';
import type { Payment } from '../checkout/machine.ts';
import type { Shop } from '../shop.ts';
import { taxBreakdown } from '../tax.ts';
import type { SlipBlock, SlipDocument } from './document.ts';
import type { SaleSlipInput, SlipCashReceipt } from './receipt.ts';
import { cashReceiptSlip, markedCopy, saleSlip, slipCashReceipt } from './receipt.ts';

const SHOP: Shop = { name: '들꽃마트', businessNumber: '1248100998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-120', counterNumber: 1 };

const line = (lineId: string, name: string, unitPriceWon: number, quantity: number, rest: Partial<CartLine> = {}): CartLine => ({
  lineId,
  productId: lineId,
  barcode: '',
  name,
  unitPriceWon,
  taxClass: 'taxable',
  quantity,
  discountWon: 0,
  ...rest,
});

const CART: Cart = {
  lines: [
    line('l1', '우리밀 식빵', 4_200, 1),
    line('l2', '들꽃 우유 900mL', 2_950, 2),
    line('l3', '산골 달걀 15구', 6_900, 1, { taxClass: 'exempt', discountWon: 500 }),
    line('l4', '햇살 아메리카노 원두 500g', 18_000, 2),
  ],
  saleDiscountWon: 0,
};

function paymentOf(cart: Cart): Payment {
  const totals = totalsOf(cart);
  const receivedWon = totals.breakdown.totalWon + 7_500;
  return { cart, totals, receivedWon, changeWon: 7_500, paidAt: '2026-03-02T05:08:03.000Z', mandatory: false };
}

const ISSUED: SlipCashReceipt = { standing: 'issued', purpose: 'income-deduction', identifierMasked: '010-****-5678', approvalNumber: 'TB0000178', tradeDt: '20260302140809' };
const saleOf = (rest: Partial<SaleSlipInput> = {}): SlipDocument =>
  saleSlip({ shop: SHOP, practice: false, copyKind: 'customer', saleNumber: 412, payment: paymentOf(CART), cashReceipt: null, ...rest });

/** What a reader sees, one line a block. */
function linesOf(document: SlipDocument): string[] {
  return document.blocks.flatMap((block: SlipBlock) => {
    if (block.kind === 'text') return [block.text];
    if (block.kind === 'pair') return [`${block.label}: ${block.value}`];
    if (block.kind === 'item') return [`${block.name} ${block.unitPriceWon} x${block.quantity} ${block.amountWon}`];
    return [];
  });
}

describe('the slip of a cash sale', () => {
  test('says who sold what, when, for how much, and what came back', () => {
    expect(linesOf(saleOf())).toEqual([
      '들꽃마트',
      '사업자번호 124-81-00998',
      '대표 대표자',
      '서울특별시 중구 세종대로 110',
      '전화 02-120',
      '영수증',
      '판매번호 0412: 고객용',
      '2026-03-02 14:08:03: 1번 계산대',
      '우리밀 식빵 4200 x1 4200',
      '들꽃 우유 900mL 2950 x2 5900',
      '산골 달걀 15구 * 6900 x1 6900',
      '  할인: -500',
      '햇살 아메리카노 원두 500g 18000 x2 36000',
      '* 면세 상품',
      '공급가액: 41,909원',
      '부가세: 4,191원',
      '면세: 6,400원',
      '봉사료: 0원',
      '합계: 52,500원',
      '받은 돈(현금): 60,000원',
      '거스름돈: 7,500원',
    ]);
  });

  test('carries its cash receipt: purpose, masked number, approval, where to ask', () => {
    expect(linesOf(saleOf({ cashReceipt: ISSUED })).slice(-6)).toEqual([
      '현금영수증(소득공제용)',
      '확인번호: 010-****-5678',
      '승인번호: TB0000178',
      '승인일시: 2026-03-02 14:08:09',
      '현금영수증 문의 126-1-1',
      'hometax.go.kr',
    ]);
  });

  test.each(['pending', 'in-doubt'] as const)('says of a receipt that is %s that it is still to be issued, and invents no approval number', (standing) => {
    const all = linesOf(saleOf({ cashReceipt: { standing, purpose: 'expense-proof', identifierMasked: '124-81-*****' } })).join('\n');
    expect(all).toContain('현금영수증(지출증빙용)');
    expect(all).toContain('발급 예정');
    expect(all).toContain('자동으로');
    expect(all).toContain('126-1-1');
    expect(all).not.toContain('승인');
  });

  test('says nothing of cash receipts when there is none', () => {
    expect(linesOf(saleOf()).join('\n')).not.toMatch(/현금영수증|hometax/);
  });

  test('of goods taken in exchange names the sale they were taken for, and what is left to pay', () => {
    const amounts = taxBreakdown({ taxableWon: 40_000, taxFreeWon: 0 });
    const payment: Payment = { ...paymentOf(CART), receivedWon: 12_500, changeWon: 0, exchange: { refundId: 'f1', refundNumber: 7, saleNumber: 398, soldAt: '2026-02-27T05:08:03.000Z', amounts } };
    expect(linesOf(saleOf({ payment })).slice(-8)).toEqual([
      '합계: 52,500원',
      '교환으로 낸 금액: -40,000원',
      '교환 원거래번호: 0398',
      '교환 원거래일: 2026-02-27 14:08:03',
      '교환번호: 0007',
      '낼 금액: 12,500원',
      '받은 돈(현금): 12,500원',
      '거스름돈: 0원',
    ]);
  });

  test('names whose copy it is, and passes practice on', () => {
    expect(linesOf(saleOf({ copyKind: 'merchant' }))).toContain('판매번호 0412: 가맹점용');
    expect(saleOf({ practice: true }).practice).toBe(true);
    expect(saleOf().practice).toBe(false);
  });

  test('shows a discount on the whole sale after the goods', () => {
    const lines = linesOf(saleOf({ payment: paymentOf({ ...CART, saleDiscountWon: 2_500 }) }));
    expect(lines).toContain('전체 할인: -2,500');
    expect(lines).toContain('합계: 50,000원');
  });

  test('has the note of a line under its name', () => {
    const [bread, ...others] = CART.lines;
    if (bread === undefined) throw new Error('the sample has goods');
    const lines = linesOf(saleOf({ payment: paymentOf({ ...CART, lines: [{ ...bread, note: '썰어서' }, ...others] }) }));
    expect(lines[lines.indexOf('우리밀 식빵 4200 x1 4200') + 1]).toBe('  (썰어서)');
  });

  test('adds up down the column, whatever was bought and given', () => {
    const lines = fc.array(fc.tuple(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 20 }), fc.nat({ max: 100 }), fc.boolean()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat({ max: 100 }), (bought, off) => {
        const cartLines = bought.map(([price, quantity, percent, exempt], index) =>
          line(`l${index}`, `상품 ${index}`, price, quantity, { taxClass: exempt ? 'exempt' : 'taxable', discountWon: Math.floor((price * quantity * percent) / 100) }),
        );
        const net = cartLines.reduce((sum, each) => sum + lineNetWon(each), 0);
        const cart: Cart = { lines: cartLines, saleDiscountWon: Math.floor((net * off) / 100) };
        const payment = paymentOf(cart);
        const document = saleOf({ payment });
        const column = document.blocks.reduce((sum, block) => {
          if (block.kind === 'item') return sum + block.amountWon;
          return block.kind === 'pair' && block.label.endsWith('할인') ? sum + Number(block.value.replaceAll(',', '')) : sum;
        }, 0);
        expect(column).toBe(payment.totals.breakdown.totalWon);
      }),
    );
  });

  test('of a 간이과세자 states one 공급대가 and no VAT; of a 면세사업자 neither supply nor VAT has an amount', () => {
    const soldAs = (taxClass: CartLine['taxClass']) => ({ ...CART, lines: CART.lines.map((each) => (each.taxClass === 'exempt' ? each : { ...each, taxClass })) });
    const undivided = linesOf(saleOf({ payment: paymentOf(soldAs('undivided')) })).slice(-6);
    expect(undivided).toEqual(['공급대가: 46,100원', '면세: 6,400원', '봉사료: 0원', '합계: 52,500원', '받은 돈(현금): 60,000원', '거스름돈: 7,500원']);
    const exempt = linesOf(saleOf({ payment: paymentOf(soldAs('exempt')) }));
    expect(exempt).toEqual(expect.arrayContaining(['공급가액: 0원', '부가세: 0원', '면세: 52,500원']));
  });

  test('takes every amount from the payment, never from prices', () => {
    const odd: Payment = { ...paymentOf(CART), totals: { ...totalsOf(CART), breakdown: { supplyWon: 1, vatWon: 2, taxFreeWon: 3, serviceChargeWon: 4, totalWon: 10 } }, receivedWon: 77, changeWon: 67 };
    expect(linesOf(saleOf({ payment: odd })).slice(-7)).toEqual(['공급가액: 1원', '부가세: 2원', '면세: 3원', '봉사료: 4원', '합계: 10원', '받은 돈(현금): 77원', '거스름돈: 67원']);
  });

  test('is plain JSON, as the journal keeps it', () => {
    const document = saleOf({ cashReceipt: ISSUED });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe('the slip of a cash receipt alone', () => {
  const slip = (cashReceipt: SlipCashReceipt) =>
    cashReceiptSlip({ shop: SHOP, practice: false, copyKind: 'customer', saleNumber: 412, paidAt: '2026-03-02T05:08:03.000Z', amounts: taxBreakdown({ taxableWon: 46_100, taxFreeWon: 6_400 }), cashReceipt });

  test('carries all the law asks of it', () => {
    expect(slip(ISSUED).kind).toBe('cash-receipt');
    expect(linesOf(slip(ISSUED))).toEqual([
      '들꽃마트',
      '사업자번호 124-81-00998',
      '대표 대표자',
      '서울특별시 중구 세종대로 110',
      '전화 02-120',
      '현금영수증(소득공제용)',
      '판매번호 0412: 고객용',
      '2026-03-02 14:08:03: 1번 계산대',
      '공급가액: 41,909원',
      '부가세: 4,191원',
      '면세: 6,400원',
      '봉사료: 0원',
      '합계: 52,500원',
      '확인번호: 010-****-5678',
      '승인번호: TB0000178',
      '승인일시: 2026-03-02 14:08:09',
      '현금영수증 문의 126-1-1',
      'hometax.go.kr',
    ]);
  });

  test('issued to nobody says so', () => {
    const lines = linesOf(slip({ ...ISSUED, purpose: 'self-issue', identifierMasked: '010-000-1234' }));
    expect(lines).toContain('현금영수증(자진발급)');
    expect(lines).toContain('자진발급 번호: 010-000-1234');
  });

  test('keeps a trade time it cannot read as it came', () => {
    expect(linesOf(slip({ ...ISSUED, tradeDt: '20260302' }))).toContain('승인일시: 20260302');
  });
});

describe('how a receipt may stand on paper', () => {
  const about = { purpose: 'income-deduction', identifierMasked: '010-****-5678' } as const;
  const issue = { approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: '20260302140809' };
  test.each<[CashReceiptState, SlipCashReceipt['standing'] | null]>([
    [{ name: 'queued', attempts: 1, why: 'unreachable' }, 'pending'],
    [{ name: 'requested', attempts: 1 }, 'in-doubt'],
    [{ name: 'unknown', attempts: 1, why: 'reply-timeout', refusal: null }, 'in-doubt'],
    [{ name: 'issued', ...issue }, 'issued'],
    [{ name: 'confirmed', ...issue }, 'issued'],
    [{ name: 'partly-cancelled', cancelledWon: 1, ...issue }, 'issued'],
    [{ name: 'rejected', ntsCode: '', ntsMessage: '', ...issue }, null],
    [{ name: 'cancelled', cancelApprovalNumber: 'TB0000179', ...issue }, null],
    [{ name: 'failed', refusal: { failure: 'cash-receipt.customer-data', gatewayCode: null, message: '' } }, null],
  ])('$name', (state, standing) => {
    const shown = slipCashReceipt(state, about);
    expect(shown?.standing ?? null).toBe(standing);
    if (shown?.standing === 'issued') expect(shown).toMatchObject({ ...about, approvalNumber: issue.approvalNumber, tradeDt: issue.tradeDt });
  });
});

describe('a later copy', () => {
  const original = saleOf({ cashReceipt: ISSUED });
  const second = markedCopy(original, { copyNumber: 2, at: '2026-03-02T06:00:00.000Z', by: '김' });

  test('is the original under a mark with count, time and who, and nothing else', () => {
    expect(linesOf(second).slice(0, 2)).toEqual(['재발행 · 2번째 출력', '2026-03-02 15:00:00 · 김']);
    expect(second.blocks.slice(3)).toEqual(original.blocks);
    expect({ ...second, blocks: [] }).toEqual({ ...original, blocks: [] });
  });

  test('of a copy bears one mark, the newest', () => {
    const third = markedCopy(second, { copyNumber: 3, at: '2026-03-02T07:00:00.000Z', by: '김' });
    expect(third).toEqual(markedCopy(original, { copyNumber: 3, at: '2026-03-02T07:00:00.000Z', by: '김' }));
    expect(linesOf(third).filter((each) => each.includes('재발행'))).toHaveLength(1);
  });

  test('made by nobody in particular has no dangling name', () => {
    expect(linesOf(markedCopy(original, { copyNumber: 2, at: '2026-03-02T06:00:00.000Z', by: '' }))[1]).toBe('2026-03-02 15:00:00');
  });

  test.each([1, 0, -1, 1.5, Number.NaN])('is never number %d: the first print is no copy', (copyNumber) => {
    expect(() => markedCopy(original, { copyNumber, at: '2026-03-02T06:00:00.000Z', by: '김' })).toThrow(RangeError);
  });
});

describe('goods sold by weight', () => {
  test('say under their name how their amount came to be, and what one of them costs stands in the column', () => {
    const cart: Cart = { lines: [line('w', '햇고구마', 480, 1, { taxClass: 'exempt', grams: 1_351 }), line('b', '국거리', 12_000, 2, { grams: 500 })], saleDiscountWon: 0 };
    const { blocks } = saleOf({ payment: paymentOf(cart) });
    const at = blocks.findIndex((block) => block.kind === 'item');
    expect(blocks.slice(at, at + 4)).toEqual([
      { kind: 'item', name: '햇고구마 *', unitPriceWon: 6_485, quantity: 1, amountWon: 6_485 },
      { kind: 'text', text: '  1,351 g × 480원/100g' },
      { kind: 'item', name: '국거리', unitPriceWon: 60_000, quantity: 2, amountWon: 120_000 },
      { kind: 'text', text: '  500 g × 12,000원/100g' },
    ]);
  });
});
