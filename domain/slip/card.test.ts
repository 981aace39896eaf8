import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardApproval } from '../card-payment/approval.ts';
import type { Shop } from '../shop.ts';
import { taxBreakdown } from '../tax.ts';
import type { CardSlipInput } from './card.ts';
import { byHandLines, cardSlip, handwrittenSlip } from './card.ts';
import type { SlipDocument } from './document.ts';
import { markedCopy } from './receipt.ts';

const SHOP: Shop = { name: '들꽃마트', businessNumber: '1248100998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-120', counterNumber: 1 };
const APPROVAL: CardApproval = {
  approvalNumber: '30012345',
  tradedAt: '20260302140409',
  cancels: false,
  totalWon: 52_500,
  maskedNumber: '5272-8949-****-630*',
  issuer: '들꽃카드',
  acquirer: '산골매입',
  merchantNumber: '00012345678',
  terminalId: '1004930001',
  vanNumber: '0302140409',
  message: '정상승인',
  notices: ['전자서명전표', '정상승인'],
  signedAtTerminal: true,
};
const INPUT: CardSlipInput = {
  shop: SHOP,
  practice: false,
  copyKind: 'customer',
  saleNumber: 412,
  askedAt: '2026-03-02T05:04:01.000Z',
  trade: { kind: 'charge' },
  amounts: taxBreakdown({ taxableWon: 46_100, taxFreeWon: 6_400 }),
  installmentMonths: 3,
  approval: APPROVAL,
  signature: { kind: 'at-terminal' },
  cart: null,
  saleTotalWon: null,
};

function linesOf(document: SlipDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    if (block.kind === 'pair') return [`${block.label}: ${block.value}`];
    if (block.kind === 'item') return [`${block.name} ${block.unitPriceWon} x${block.quantity} ${block.amountWon}`];
    return block.kind === 'signature' ? [`[signature ${block.signatureId}]`] : [];
  });
}

const HEAD = ['들꽃마트', '사업자번호 124-81-00998', '대표 대표자', '서울특별시 중구 세종대로 110', '전화 02-120'];

describe('the slip of a card payment', () => {
  test('carries every field of the rule', () => {
    expect(linesOf(cardSlip(INPUT))).toEqual([
      ...HEAD,
      '카드 승인',
      '판매번호 0412: 고객용',
      '2026-03-02 14:04:01: 1번 계산대',
      '공급가액: 41,909원',
      '부가세: 4,191원',
      '면세: 6,400원',
      '봉사료: 0원',
      '합계: 52,500원',
      '거래구분: 승인',
      '할부: 03개월',
      '카드번호: 5272-8949-****-630*',
      '승인번호: 30012345',
      '승인일시: 2026-03-02 14:04:09',
      '카드사: 들꽃카드',
      '매입사: 산골매입',
      '가맹점번호: 00012345678',
      '단말기번호: 1004930001',
      '단말기에서 서명한 거래입니다',
      '정상승인',
      '전자서명전표',
    ]);
  });

  test('of a cancel names the original, and its amounts are negative', () => {
    const lines = linesOf(cardSlip({ ...INPUT, trade: { kind: 'cancel', original: { approvalNumber: '30012345', tradeDate: '20260301' } }, approval: { ...APPROVAL, approvalNumber: '30012399', cancels: true, notices: [] }, signature: { kind: 'not-needed' } }));
    for (const line of ['카드 취소', '거래구분: 취소', '승인번호: 30012399', '원거래일: 2026-03-01', '원승인번호: 30012345', '공급가액: -41,909원', '봉사료: 0원', '합계: -52,500원']) expect(lines).toContain(line);
    expect(lines.join('\n')).not.toContain('서명');
  });

  test('shows its goods where it has them, and the whole sale where it is a part of one', () => {
    const cart = { lines: [{ lineId: 'l1', productId: 'l1', barcode: '', name: '우리밀 식빵', unitPriceWon: 4_200, taxClass: 'taxable', quantity: 2, discountWon: 0 }], saleDiscountWon: 0 } as const;
    const lines = linesOf(cardSlip({ ...INPUT, cart, saleTotalWon: 82_500 }));
    expect(lines).toContain('우리밀 식빵 4200 x2 8400');
    const whole = lines.indexOf('판매 합계: 82,500원');
    expect(lines[whole + 1]).toBe('이 카드로 결제한 금액');
    expect(lines.indexOf('합계: 52,500원')).toBeGreaterThan(whole);
  });

  test('carries the signature as it was given', () => {
    const picture = linesOf(cardSlip({ ...INPUT, signature: { kind: 'picture', saleId: 's-1', signatureId: 'sg-1' } }));
    expect(picture.slice(-4, -2)).toEqual(['서명: ', '[signature sg-1]']);
    expect(linesOf(cardSlip({ ...INPUT, installmentMonths: 0, signature: { kind: 'not-needed' } }))).toEqual(expect.arrayContaining(['할부: 일시불', '서명 없이 승인된 거래입니다']));
  });

  test('says of a field nobody gave that it is missing', () => {
    const typed: CardApproval = { ...APPROVAL, maskedNumber: '', issuer: '', acquirer: '', merchantNumber: '', terminalId: '', message: '', notices: [] };
    expect(linesOf(cardSlip({ ...INPUT, approval: typed })).slice(-8)).toEqual(['카드번호: -', '승인번호: 30012345', '승인일시: 2026-03-02 14:04:09', '카드사: -', '매입사: -', '가맹점번호: -', '단말기번호: -', '단말기에서 서명한 거래입니다']);
  });

  test('is marked as practice, as a later copy, and is plain JSON', () => {
    const document = cardSlip({ ...INPUT, practice: true });
    expect(document.practice).toBe(true);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(linesOf(markedCopy(document, { copyNumber: 2, at: '2026-03-02T06:00:00.000Z', by: '김' }))[0]).toBe('재발행 · 2번째 출력');
  });
});

describe('the handwritten slip', () => {
  test('is the merchant\'s, with room to sign above a line', () => {
    const document = handwrittenSlip(INPUT);
    const lines = linesOf(document);
    expect(lines).toEqual(expect.arrayContaining(['판매번호 0412: 가맹점용', '수기서명 전표', '합계: 52,500원', '카드번호: 5272-8949-****-630*', '승인번호: 30012345', '서명(손님)']));
    const room = document.blocks.findIndex((block) => block.kind === 'blank');
    expect(document.blocks[room]).toMatchObject({ lines: 5 });
    expect(document.blocks[room + 1]).toEqual({ kind: 'rule', style: 'single' });
  });

  test('can be written by hand with what the screen shows', () => {
    expect(byHandLines(SHOP, INPUT).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      '가맹점: 들꽃마트 124-81-00998',
      '승인일시: 2026-03-02 14:04:09',
      '금액: 52,500원',
      '할부: 03개월',
      '카드번호: 5272-8949-****-630*',
      '승인번호: 30012345',
    ]);
  });
});

describe('no slip', () => {
  test('shows a full card number, wherever the terminal left one', () => {
    const number = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 19 }).map((digits) => digits.join(''));
    fc.assert(
      fc.property(number, (full) => {
        const leaky = { ...INPUT, approval: { ...APPROVAL, maskedNumber: `${full}=3012`, issuer: full, acquirer: full, message: `승인 ${full}`, notices: [full] } };
        const paper = JSON.stringify([cardSlip(leaky), handwrittenSlip(leaky), byHandLines(SHOP, leaky)]);
        expect(paper).not.toContain(full);
        expect(paper).not.toContain('=3012');
      }),
    );
  });
});
