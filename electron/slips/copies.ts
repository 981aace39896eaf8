/** Which slip of a sale is asked for: the first one, another one marked as a copy, or a test that belongs to no sale. */
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { slipRuleOf } from '../../domain/checkout/machine.ts';
import type { JournalEntry, PrintReason } from '../../domain/journal-entry.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { CopyKind } from '../../domain/slip/policy.ts';
import type { Receipts } from '../cash-receipt/receipts.ts';
import type { Counter } from '../counter.ts';
import { entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { PaidSale } from './documents.ts';
import { slipsOfSale } from './documents.ts';
import { isUnderWay } from './known-jobs.ts';
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

/** Another slip of a paid sale: marked as a copy, unless nothing of it can have come out before. Refused while one is on its way. */
export async function printAgain(queue: PrintQueue, receipts: ReceiptsOfSale, sale: PaidSale): Promise<Result<null>> {
  const { counter } = queue;
  const stored = await counter.journal.printJobsOfSale(sale.saleId);
  const before = stored.filter((job) => job.job.kind === 'slip' && job.reason !== 'handwritten');
  if (before.some(isUnderWay)) return refuse('sale.not-in-this-stage', 'a slip of this sale is being printed');
  const mayHaveComeOut = before.flatMap(({ job, state }) => (job.kind === 'slip' && state.name !== 'failed' ? [job.copyNumber] : []));
  const reason: PrintReason = mayHaveComeOut.length === 0 ? 'original' : 'again';
  const copyNumber = Math.max(0, ...mayHaveComeOut) + 1;
  const copyKind = copyKindOf(counter, sale);
  const documents = slipsOfSale(counter, sale, receipts.ofSale(sale.saleId), copyKind, copyNumber);
  return enqueue(queue, sale.saleId, documents.map((document) => ({ jobId: counter.ids.next('p'), job: { kind: 'slip', document, copyKind, copyNumber }, reason })));
}

export function printTest(queue: PrintQueue, document: SlipDocument): Promise<Result<null>> {
  return enqueue(queue, null, [{ jobId: queue.counter.ids.next('p'), job: { kind: 'slip', document, copyKind: 'merchant', copyNumber: 1 }, reason: 'test' }]);
}

/** Opens the drawer without a sale: asked for durably, with the name of whoever asks. */
export function testDrawer(queue: PrintQueue): Promise<Result<null>> {
  return enqueue(queue, null, [{ jobId: queue.counter.ids.next('p'), job: { kind: 'drawer' }, reason: 'test' }]);
}

/** What the customer's slip of this sale is called in this shop. */
function copyKindOf({ settings }: Counter, { payment }: PaidSale): CopyKind {
  const rule = slipRuleOf(settings, payment);
  return rule.rule === 'none' ? 'customer' : rule.copyKind;
}
