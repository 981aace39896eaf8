/** Of a list of sales: the receipts that somebody saw to by hand. Asked once for all of them. */
import type { SaleRecord } from '../../db/journal.ts';
import { blocksAnother } from '../../domain/cash-receipt/standing.ts';
import type { Counter } from '../counter.ts';

export async function settledOf({ journal }: Pick<Counter, 'journal'>, sales: readonly Pick<SaleRecord, 'cashReceipts'>[]): Promise<ReadonlySet<string>> {
  const standing = sales.flatMap(({ cashReceipts }) => cashReceipts.filter(({ state }) => blocksAnother(state.name)).map(({ cashReceiptId }) => cashReceiptId));
  return standing.length === 0 ? new Set() : new Set(await journal.settledReceipts(standing));
}
