import type { CashReceiptRecord } from '../../db/journal.ts';
import { seoulCompact, seoulDay } from '../../domain/seoul-time.ts';
import type { Counter } from '../counter.ts';
import type { GatewayIssueRequest } from './gateway.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * The request for a receipt, from its intent alone: the same in every attempt but for the trade time, which the gateway takes
 * only from today and yesterday. An older one is left out and becomes the moment of issue; the journal keeps the real one.
 */
export function issueRequest(counter: Counter, receipt: CashReceiptRecord): GatewayIssueRequest {
  const { shop } = counter.settings;
  const { totalWon, supplyWon, vatWon, taxFreeWon, serviceChargeWon } = receipt.amounts;
  return {
    mgtKey: receipt.mgtKey,
    ...tradeTime(counter, receipt.paidAt),
    purpose: receipt.purpose === 'expense-proof' ? 'expense-proof' : 'income-deduction',
    identifier: counter.journal.unseal(receipt.identifierSealed),
    taxation: vatWon === 0 ? 'exempt' : 'taxable',
    totalWon,
    // The gateway has no field for tax-free goods inside a taxable sale: they stand in the supply value.
    supplyWon: supplyWon + taxFreeWon,
    vatWon,
    serviceChargeWon,
    orderNumber: String(receipt.saleNumber),
    merchant: {
      businessNumber: shop.businessNumber,
      name: shop.name,
      representative: shop.representative,
      address: shop.address,
      phone: shop.phone,
    },
  };
}

function tradeTime(counter: Counter, paidAt: string): { tradeDt?: string } {
  const now = counter.now();
  const oldest = seoulDay(new Date(now.getTime() - DAY_MS).toISOString());
  return seoulDay(paidAt) >= oldest ? { tradeDt: seoulCompact(paidAt) } : {};
}
