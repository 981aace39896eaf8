import type { ReceiptCancelRecord } from '../../db/journal.ts';
import type { Issue } from '../../domain/cash-receipt/machine.ts';
import type { GatewayCancelRequest } from './gateway.ts';

/** The request for a cancel, from its intent and what its original was registered as: the same in every attempt. */
export function cancelRequest({ intent }: ReceiptCancelRecord, original: Issue): GatewayCancelRequest {
  const { supplyWon, vatWon, taxFreeWon, serviceChargeWon, totalWon } = intent.amounts;
  return {
    mgtKey: intent.mgtKey,
    originalApprovalNumber: original.approvalNumber,
    originalTradeDate: original.tradeDate,
    reason: intent.reason,
    // Tax-free goods stand in the supply value, as they did when it was issued (issue-request.ts).
    ...(intent.whole ? {} : { part: { totalWon, supplyWon: supplyWon + taxFreeWon, vatWon, serviceChargeWon } }),
  };
}
