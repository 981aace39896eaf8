/** A trade as a KOCES CAT is asked for it. */
import type { ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import { SELF_ISSUE_NUMBER } from '../../../domain/cash-receipt/identifier.ts';
import type { Values } from '../../wire/layout.ts';
import type { Amounts, CashReceiptCancelReason, TradeRequest } from '../port.ts';

const PURPOSES: Readonly<Record<ReceiptPurpose, string>> = { 'income-deduction': '1', 'expense-proof': '2', 'self-issue': '3' };
const REASONS: Readonly<Record<CashReceiptCancelReason, string>> = { 'trade-cancelled': '1', 'issued-by-mistake': '2', other: '3' };

/**
 * Why a terminal must not be sent this; undefined when it may. It would take a cancel with a short date or with sums beside the whole one,
 * and nobody knows what it would make of them.
 */
export function faultOfCatRequest(code: string, values: Values): string | undefined {
  if (code !== 'G120' && code !== 'G130') return undefined;
  const text = (name: string): string => String(values[name] ?? '').trim();
  const isCancel = ['orgDate', 'orgAuthNo', 'kocesNo'].some((name) => text(name) !== '');
  if (text('orgDate') !== '' && !/^\d{8}$/.test(text('orgDate'))) return 'orgDate must be YYYYMMDD';
  if (isCancel && text('kocesNo') === '' && (text('orgDate') === '' || text('orgAuthNo') === '')) return 'a cancel needs orgDate and orgAuthNo';
  if (isCancel && ['tax', 'service', 'taxFree'].some((name) => Number(values[name] ?? 0) !== 0)) return 'a cancel has the whole sum in amount and zero in the others';
  if (code === 'G120') return /^\d{2}$/.test(text('installment') || '00') ? undefined : 'installment must be two digits';
  if (!/^[1-4]$/.test(text('purpose'))) return 'purpose must be 1, 2 or 3';
  return isCancel === /^[123]$/.test(text('cancelReason')) ? undefined : isCancel ? 'a cancel needs cancelReason 1, 2 or 3' : 'only a cancel has a cancelReason';
}

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
