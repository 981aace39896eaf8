/** The slips that are asked for without anybody's leave: the first ones of a sale, and tests that belong to none. */
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter } from '../counter.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { slipsOfSale } from './documents.ts';
import type { PrintQueue } from './print-queue.ts';
import { enqueue } from './print-queue.ts';

export type ReceiptsOfSale = Pick<Receipts, 'ofSale'>;

/** The rows that ask for the papers of this sale's slip, copy after copy. The caller makes them durable with the sale's own step. */
export function slipIntents(counter: Counter, receipts: ReceiptsOfSale, state: CheckoutState, jobIds: readonly string[]): JournalEntry[] {
  if (state.stage !== 'done') throw new Error('a slip is printed for a finished sale');
  const { copyKind } = state.slip;
  // The shop's own number of copies is no reprint: each of them is an original.
  const documents = slipsOfSale(counter, state, receipts.ofSale(state.saleId), copyKind, 1);
  return jobIds.map((jobId, index) => {
    const document = documents[index % documents.length];
    if (document === undefined) throw new Error(`sale ${state.saleId} has no paper`);
    const copyNumber = Math.floor(index / documents.length) + 1;
    return entry(counter, { kind: 'print.queued', payload: { jobId, job: { kind: 'slip', document, copyKind, copyNumber }, reason: 'original' } }, state.saleId);
  });
}

export function printTest(queue: PrintQueue, document: SlipDocument): Promise<Result<null>> {
  return enqueue(queue, null, [{ jobId: queue.counter.ids.next('p'), job: { kind: 'slip', document, copyKind: 'merchant', copyNumber: 1 }, reason: 'test' }]);
}

/** Opens the drawer without a sale: asked for durably, with the name of whoever asks, in one append with the rows that say she may. */
export function openDrawer(queue: PrintQueue, reason: 'test' | 'drawer', allowed: readonly JournalEntry[]): Promise<Result<null>> {
  return enqueue(queue, null, [{ jobId: queue.counter.ids.next('p'), job: { kind: 'drawer' }, reason }], allowed);
}
