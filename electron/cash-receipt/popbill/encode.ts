/** Our requests in the gateway's words. Pure. The gateway wants strings, amounts too. */
import type { CancelReason, GatewayAmounts, GatewayCancelRequest, GatewayIssueRequest } from '../gateway.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { isWon } from '../../../domain/won.ts';

import { seoulEpochMs } from './seoul-time.ts';

export const MGT_KEY = /^[A-Za-z0-9_-]{1,24}$/;

/** The body of an issue. Absent fields are left out: the gateway reads an empty string as given. */
export function issueBody(request: GatewayIssueRequest): Record<string, string | boolean> {
  return {
    mgtKey: request.mgtKey,
    ...(request.tradeDt === undefined ? {} : { tradeDT: request.tradeDt }),
    tradeType: '승인거래',
    tradeUsage: request.purpose === 'income-deduction' ? '소득공제용' : '지출증빙용',
    tradeOpt: '일반',
    taxationType: request.taxation === 'taxable' ? '과세' : '비과세',
    ...amountFields(request),
    franchiseCorpNum: request.merchant.businessNumber,
    ...(request.merchant.branchNumber === undefined ? {} : { franchiseTaxRegID: request.merchant.branchNumber }),
    franchiseCorpName: request.merchant.name,
    franchiseCEOName: request.merchant.representative,
    franchiseAddr: request.merchant.address,
    franchiseTEL: request.merchant.phone,
    identityNum: request.identifier,
    ...(request.itemName === undefined ? {} : { itemName: request.itemName }),
    ...(request.orderNumber === undefined ? {} : { orderNumber: request.orderNumber }),
    smssendYN: false,
  };
}

/** The body of a cancel. Amounts travel only with a partial one: a whole cancel takes the original's. */
export function cancelBody(request: GatewayCancelRequest): Record<string, string | boolean | number> {
  return {
    mgtKey: request.mgtKey,
    orgConfirmNum: request.originalApprovalNumber,
    orgTradeDate: request.originalTradeDate,
    smssendYN: false,
    isPartCancel: request.part !== undefined,
    cancelType: cancelType(request.reason),
    ...(request.part === undefined ? {} : amountFields(request.part)),
    ...(request.tradeDt === undefined ? {} : { tradeDT: request.tradeDt }),
  };
}

function cancelType(reason: CancelReason): 1 | 2 | 3 {
  switch (reason) {
    case 'transaction-cancelled':
      return 1;
    case 'issued-in-error':
      return 2;
    case 'other':
      return 3;
    default:
      return unreachable(reason);
  }
}

function amountFields(amounts: GatewayAmounts): { totalAmount: string; supplyCost: string; tax: string; serviceFee: string } {
  return {
    totalAmount: String(amounts.totalWon),
    supplyCost: String(amounts.supplyWon),
    tax: String(amounts.vatWon),
    serviceFee: String(amounts.serviceChargeWon),
  };
}

/** A reason not to send a request at all, in the words of a refusal; null when it can go. */
export type RequestProblem = { readonly failure: 'amount' | 'customer-data' | 'merchant-data' | 'rejected'; readonly message: string };

export function issueProblem(request: GatewayIssueRequest): RequestProblem | null {
  if (!MGT_KEY.test(request.mgtKey)) return { failure: 'rejected', message: 'the document key is not 1 to 24 of A-Z a-z 0-9 _ -' };
  if (request.tradeDt !== undefined && seoulEpochMs(request.tradeDt) === null) return { failure: 'rejected', message: 'the trade date names no moment' };
  if (!/^\d{10,19}$/.test(request.identifier)) return { failure: 'customer-data', message: 'the identifier is not 10 to 19 digits' };
  if (!/^\d{10}$/.test(request.merchant.businessNumber)) return { failure: 'merchant-data', message: 'the merchant number is not ten digits' };
  if (request.taxation === 'exempt' && request.vatWon !== 0) return { failure: 'amount', message: 'a tax-exempt receipt carries VAT' };
  return amountsProblem(request);
}

export function cancelProblem(request: GatewayCancelRequest): RequestProblem | null {
  if (!MGT_KEY.test(request.mgtKey)) return { failure: 'rejected', message: 'the document key is not 1 to 24 of A-Z a-z 0-9 _ -' };
  if (!/^[A-Za-z0-9]{9}$/.test(request.originalApprovalNumber)) return { failure: 'rejected', message: 'the original approval number is not nine characters' };
  if (seoulEpochMs(`${request.originalTradeDate}000000`) === null) return { failure: 'rejected', message: 'the original trade date names no day' };
  if (request.tradeDt !== undefined && seoulEpochMs(request.tradeDt) === null) return { failure: 'rejected', message: 'the trade date names no moment' };
  return request.part === undefined ? null : amountsProblem(request.part);
}

function amountsProblem(amounts: GatewayAmounts): RequestProblem | null {
  const parts = [amounts.supplyWon, amounts.vatWon, amounts.serviceChargeWon];
  if (![...parts, amounts.totalWon].every((value) => isWon(value) && value >= 0)) return { failure: 'amount', message: 'an amount is not whole won from 0' };
  if (amounts.totalWon < 1) return { failure: 'amount', message: 'the total is below 1 won' };
  if (amounts.supplyWon + amounts.vatWon + amounts.serviceChargeWon !== amounts.totalWon) return { failure: 'amount', message: 'the amounts do not add up to the total' };
  return null;
}
