/** A day of sales with every kind of receipt. */
import type { CashReceiptView, SaleRow } from '../../contract/views.ts';
import { cashReceipt, payment, PRODUCTS } from './samples.ts';

const FIRST_AT_MS = Date.parse('2026-11-21T00:05:00.000Z');
const SALES = 64;
const STATES = ['issued', 'queued', 'confirmed', 'unknown', 'failed', 'rejected'] as const;

function receiptFor(saleNumber: number): CashReceiptView | null {
  if (saleNumber % 3 !== 0) return null;
  const state = STATES[(saleNumber / 3) % STATES.length] ?? 'issued';
  const failure = {
    queued: { code: 'cash-receipt.network', gatewayCode: null, message: '' },
    failed: { code: 'cash-receipt.customer-data', gatewayCode: -14000123, message: '거래처 식별번호가 유효하지 않습니다.' },
    rejected: { code: 'cash-receipt.nts-rejected', gatewayCode: null, message: '' },
    unknown: { code: 'cash-receipt.unknown', gatewayCode: null, message: '' },
  } as const;
  const known = state === 'issued' || state === 'confirmed';
  return { ...cashReceipt, cashReceiptId: `cr-${saleNumber}`, state, approvalNumber: known ? 'TB0000178' : null, failure: known ? null : failure[state] };
}

export function rowFor(saleNumber: number): SaleRow {
  const receipt = receiptFor(saleNumber);
  const product = PRODUCTS[saleNumber % PRODUCTS.length];
  const four = saleNumber % 4 === 0;
  const totalWon = four ? payment.breakdown.totalWon : (product?.priceWon ?? 1_000) * ((saleNumber % 5) + 1);
  const receivedWon = Math.ceil(totalWon / 1_000) * 1_000;
  return {
    saleId: `sale-${saleNumber}`,
    saleNumber,
    paidAt: new Date(FIRST_AT_MS + (saleNumber - 348) * 287_000).toISOString(),
    totalWon,
    receivedWon,
    changeWon: receivedWon - totalWon,
    cardWon: 0,
    firstName: four ? '우리밀 식빵' : (product?.name ?? ''),
    lineCount: four ? 4 : 1,
    cashReceipt: receipt,
    canIssue: receipt === null || receipt.state === 'failed' || receipt.state === 'rejected',
    refundedWon: saleNumber % 10 === 1 ? 1_500 : 0,
    deadlineAt: saleNumber % 10 === 4 ? '2026-11-26T14:59:59.999Z' : null,
  };
}

export const sampleSales: readonly SaleRow[] = Array.from({ length: SALES }, (_, index) => rowFor(411 - index));
