import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cart } from '../cart.ts';
import { totalsOf } from '../cart.ts';
import type { Payment } from '../checkout/machine.ts';
import type { Shop } from '../shop.ts';
import type { SlipCashReceipt } from './receipt.ts';
import { markedCopy, saleSlip } from './receipt.ts';
import { asPrinted } from './reprint.ts';

const SHOP: Shop = { name: '들꽃마트', businessNumber: '1248100998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-120', counterNumber: 1 };
const RENAMED: Shop = { ...SHOP, name: '들꽃마트 본점', phone: '02-121' };
const CART: Cart = { lines: [{ lineId: 'l1', productId: 'p1', barcode: '', name: '우리밀 식빵', unitPriceWon: 4_200, taxClass: 'taxable', quantity: 2, discountWon: 0 }], saleDiscountWon: 0 };
const PAYMENT: Payment = { cart: CART, totals: totalsOf(CART), receivedWon: 10_000, changeWon: 1_600, paidAt: '2026-03-02T05:08:03.000Z', mandatory: false };
const PENDING: SlipCashReceipt = { standing: 'pending', purpose: 'income-deduction', identifierMasked: '010-****-5678' };
const ISSUED: SlipCashReceipt = { ...PENDING, standing: 'issued', approvalNumber: 'TB0000178', tradeDt: '20260302140809' };
const COPY = { copyNumber: 2, at: '2026-03-02T06:00:00.000Z', by: '김' };

const slip = (cashReceipt: SlipCashReceipt | null, shop = SHOP) => saleSlip({ shop, practice: false, copyKind: 'customer', saleNumber: 412, payment: PAYMENT, cashReceipt });

describe('what a later copy says', () => {
  it('is what the first one said, whatever the shop is called by now', () => {
    expect(asPrinted(slip(ISSUED), slip(ISSUED, RENAMED))).toEqual(slip(ISSUED));
    expect(asPrinted(slip(null), slip(null, RENAMED))).toEqual(slip(null));
  });

  it('of a copy is the first one again, without its mark', () => {
    expect(asPrinted(markedCopy(slip(ISSUED), COPY), slip(ISSUED, RENAMED))).toEqual(slip(ISSUED));
  });

  it('has the cash receipt as it stands now, when that is another since, and nothing else of today', () => {
    expect(asPrinted(slip(PENDING), slip(ISSUED, RENAMED))).toEqual(slip(ISSUED));
    expect(asPrinted(slip(null), slip(ISSUED, RENAMED))).toEqual(slip(ISSUED));
    expect(asPrinted(slip(ISSUED), slip(null, RENAMED))).toEqual(slip(null));
  });

  it('made again from a copy of a copy never changes', () => {
    const receipt = fc.constantFrom(null, PENDING, ISSUED);
    fc.assert(
      fc.property(fc.array(receipt, { minLength: 1, maxLength: 6 }), (standings) => {
        let stored = slip(standings[0] ?? null);
        for (const [index, standing] of standings.entries()) {
          const printed = asPrinted(stored, slip(standing, RENAMED));
          expect(printed).toEqual(slip(standing));
          stored = markedCopy(printed, { ...COPY, copyNumber: index + 2 });
        }
      }),
    );
  });
});
