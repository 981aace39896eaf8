/** The print ledger of one sale, with every kind of row, and what the second printer makes of it. */
import type { CallPayload } from '../../contract/calls.ts';
import type { PrintRow } from '../../contract/prints.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { print, SALE_HEAD } from './samples.ts';

const ROW: PrintRow = { ...print, reason: 'original', copyKind: 'customer', printer: 'first', askedBy: null, approvedBy: null, fact: null, settled: null };

export const SAMPLE_PRINTS: PrintRow[] = [
  { ...ROW, jobId: 'job-0', kind: 'drawer', copyNumber: 0, reason: 'drawer', copyKind: null },
  ROW,
  { ...ROW, jobId: 'job-2', copyNumber: 2, reason: 'again', askedBy: '김', approvedBy: '점장', fact: 'amount' },
  { ...ROW, jobId: 'job-3', copyNumber: 3, reason: 'other-printer', printer: 'second', askedBy: '김', state: 'settled', settled: { how: 'written', was: 'unknown', by: '김' } },
  { ...ROW, jobId: 'job-4', copyNumber: 4, reason: 'not-out', askedBy: '점장', state: 'failed', failure: 'printer.paper-end' },
];

/** Of a sale whose slip is under the cashier's eyes: one original that did not come out whole. */
export const FAILED_PRINTS: PrintRow[] = [SAMPLE_PRINTS[0] ?? ROW, { ...ROW, state: 'failed', failure: 'printer.paper-end' }];

/** The sale under the cashier's eyes is printed again at once; of any other the customer is asked, and somebody who may. A time never fits here. */
export function reprintRefusal({ saleId, fact, approvalId }: CallPayload<'slip.printAgain'>): FailureCode | null {
  if (saleId === SALE_HEAD.saleId) return null;
  if (fact === null) return 'slip.fact-needed';
  if (fact.kind === 'time') return 'slip.fact-differs';
  return approvalId === null ? 'people.approval-needed' : null;
}
