/** What was wrong with a cash receipt that is corrected: read off what it stood under and what takes its place, so that it is never said otherwise than it was. */
import type { ReadyReason } from '../people/reasons.ts';
import type { ReceiptPurpose } from './identifier.ts';

export type CorrectionReason = Extract<ReadyReason, 'wrong-number' | 'wrong-kind'>;

export function correctionReason(before: ReceiptPurpose, after: ReceiptPurpose): CorrectionReason {
  return before === after ? 'wrong-number' : 'wrong-kind';
}
