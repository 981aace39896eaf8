/** A trade as a KOCES CAT is asked for it. */
import type { ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import { SELF_ISSUE_NUMBER } from '../../../domain/cash-receipt/identifier.ts';
import type { Amounts, CashReceiptCancelReason, TradeRequest } from '../port.ts';

const PURPOSES: Readonly<Record<ReceiptPurpose, string>> = { 'income-deduction': '1', 'expense-proof': '2', 'self-issue': '3' };
const REASONS: Readonly<Record<CashReceiptCancelReason, string>> = { 'trade-cancelled': '1', 'issued-by-mistake': '2', other: '3' };

export type CatRequestValues = { readonly code: 'G120' | 'G130'; readonly values: Readonly<Record<string, string | number>> };

/** What an approval is asked with; a cancel puts the whole sum in the first field and zero in the others. */
export function sumsOf({ totalWon, vatWon, serviceChargeWon, taxFreeWon }: Amounts): { readonly amount: number; readonly tax: number; readonly service: number; readonly taxFree: number } {
  return { amount: totalWon - vatWon - serviceChargeWon - taxFreeWon, tax: vatWon, service: serviceChargeWon, taxFree: taxFreeWon };
}

/** Our trade number travels as merchant data, which the terminal sends back. */
export function requestOf(request: TradeRequest): CatRequestValues {
  const common = { tid: request.terminalId ?? '', merchantData: request.tradeNumber };
  switch (request.kind) {
    case 'card-authorise':
      return { code: 'G120', values: { ...common, ...sumsOf(request.amounts), installment: monthsOf(request.installmentMonths) } };
    case 'card-cancel':
      return { code: 'G120', values: { ...common, amount: request.totalWon, installment: monthsOf(request.installmentMonths), ...originalOf(request.original) } };
    case 'cash-receipt-issue':
      return { code: 'G130', values: { ...common, ...sumsOf(request.amounts), ...customerOf(request) } };
    case 'cash-receipt-cancel':
      return {
        code: 'G130',
        values: { ...common, amount: request.totalWon, ...customerOf(request), ...originalOf(request.original), cancelReason: REASONS[request.reason] },
      };
  }
}

function monthsOf(installmentMonths: number): string {
  return String(installmentMonths >= 2 ? installmentMonths : 0).padStart(2, '0');
}

function originalOf({ tradeDate, approvalNumber }: { readonly tradeDate: string; readonly approvalNumber: string }) {
  return { orgDate: tradeDate, orgAuthNo: approvalNumber };
}

function customerOf({ purpose, customerNumber }: { readonly purpose: ReceiptPurpose; readonly customerNumber?: string | undefined }) {
  return { customerNo: purpose === 'self-issue' ? SELF_ISSUE_NUMBER : (customerNumber ?? ''), purpose: PURPOSES[purpose] };
}
