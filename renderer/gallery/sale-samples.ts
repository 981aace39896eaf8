/** A day of sales with every kind of receipt. */
import type { CashReceiptView, LineView, PaymentView, SaleRow } from '../../contract/views.ts';
import { breakdownOf } from './sample-tax.ts';
import { cashReceipt, linesFor, payment, tenderedFor } from './samples.ts';

const FIRST_AT_MS = Date.parse('2026-11-21T00:05:00.000Z');
const SALES = 64;
const STATES = ['issued', 'queued', 'confirmed', 'unknown', 'failed', 'rejected'] as const;

function receiptFor(saleNumber: number, totalWon: number): CashReceiptView | null {
  if (saleNumber % 3 !== 0) return null;
  const state = STATES[(saleNumber / 3) % STATES.length] ?? 'issued';
  const failure = {
    queued: { code: 'cash-receipt.network', gatewayCode: null, message: '' },
    failed: { code: 'cash-receipt.customer-data', gatewayCode: -14000123, message: '거래처 식별번호가 유효하지 않습니다.' },
    rejected: { code: 'cash-receipt.nts-rejected', gatewayCode: null, message: '' },
    unknown: { code: 'cash-receipt.unknown', gatewayCode: null, message: '' },
  } as const;
  const known = state === 'issued' || state === 'confirmed';
  return { ...cashReceipt, cashReceiptId: `cr-${saleNumber}`, totalWon, state, approvalNumber: known || state === 'rejected' ? 'TB0000178' : null, failure: known ? null : failure[state] };
}

export function paymentFor({ saleNumber, paidAt, receivedWon, changeWon, totalWon, deadlineAt }: SaleRow): PaymentView {
  const lines = linesFor(saleNumber);
  const sum = (of: (line: LineView) => number) => lines.reduce((all, line) => all + of(line), 0);
  return { ...payment, breakdown: breakdownOf(lines), discountWon: sum(({ discountWon }) => discountWon), quantity: sum(({ quantity }) => quantity), receivedWon, changeWon, cashWon: totalWon, paidAt, mandatory: deadlineAt !== null, deadlineAt };
}

export function rowFor(saleNumber: number): SaleRow {
  const lines = linesFor(saleNumber);
  const { totalWon } = breakdownOf(lines);
  const receipt = receiptFor(saleNumber, totalWon);
  const receivedWon = tenderedFor(totalWon);
  return {
    saleId: `sale-${saleNumber}`,
    saleNumber,
    paidAt: new Date(FIRST_AT_MS + (saleNumber - 348) * 287_000).toISOString(),
    totalWon,
    receivedWon,
    changeWon: receivedWon - totalWon,
    cardWon: 0,
    firstName: lines[0]?.name ?? '',
    lineCount: lines.length,
    cashReceipt: receipt,
    receiptByHand: false,
    canIssue: receipt === null || receipt.state === 'failed' || receipt.state === 'rejected',
    refundedWon: saleNumber % 10 === 1 ? 1_500 : 0,
    deadlineAt: saleNumber % 10 === 4 ? '2026-11-26T14:59:59.999Z' : null,
  };
}

export const sampleSales: readonly SaleRow[] = Array.from({ length: SALES }, (_, index) => rowFor(411 - index));
