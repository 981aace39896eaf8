/** A trade as an ED-721 is asked for it. */
import type { ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import type { TradeRequest } from '../port.ts';
import type { Pairs } from './codec.ts';

const PURPOSES: Readonly<Record<ReceiptPurpose, string>> = { 'income-deduction': '00', 'expense-proof': '01', 'self-issue': '10' };
const KINDS: Readonly<Record<TradeRequest['kind'], string>> = { 'card-authorise': 'D1', 'card-cancel': 'D4', 'cash-receipt-issue': 'B1', 'cash-receipt-cancel': 'B2' };

/** `version`: S00. New development sets 002; a unit that stays silent on it may want 001, so it is a setting. */
export function pairsOfTrade(request: TradeRequest, version: '001' | '002'): Pairs {
  const sums = 'amounts' in request ? { S15: String(request.amounts.serviceChargeWon), S16: String(request.amounts.vatWon) } : {};
  const months = 'installmentMonths' in request && request.installmentMonths >= 2 ? request.installmentMonths : 0;
  return {
    ...(version === '002' ? { S00: version } : {}),
    S01: KINDS[request.kind],
    S02: '40',
    ...(request.terminalId === undefined ? {} : { S03: request.terminalId }),
    S09: String(months).padStart(2, '0'),
    S10: String('amounts' in request ? request.amounts.totalWon : request.totalWon),
    ...('purpose' in request ? { S11: PURPOSES[request.purpose] } : {}),
    ...('original' in request ? { S12: request.original.approvalNumber, S13: request.original.tradeDate.slice(2) } : {}),
    ...sums,
    S23: request.tradeNumber,
  };
}

export function pairsOfInquiry(inquiryNumber: string, version: '001' | '002'): Pairs {
  return { ...(version === '002' ? { S00: version } : {}), S01: 'LA', S02: '40', S23: inquiryNumber };
}
