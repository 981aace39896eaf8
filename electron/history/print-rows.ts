/** The prints of a sale, as its history lists them. */
import type { CallAnswer } from '../../contract/calls.ts';
import type { PrintRow } from '../../contract/prints.ts';
import type { PrintJobRecord } from '../../db/journal.ts';
import { copiesOut } from '../slips/copies-out.ts';
import { printView } from '../view.ts';

export function printRow(record: PrintJobRecord): PrintRow {
  const { job, state, reason, printer, approver, asked, askedBy, settledBy } = record;
  return {
    ...printView(record),
    reason,
    copyKind: job.kind === 'slip' ? job.copyKind : null,
    printer: printer ?? 'first',
    askedBy: askedBy?.name ?? null,
    approvedBy: approver?.name ?? null,
    fact: asked ?? null,
    settled: state.name === 'settled' ? { how: state.how, was: state.was, by: settledBy?.name ?? null } : null,
  };
}

export function papersOutView(ofSale: readonly PrintJobRecord[]): CallAnswer<'history.sale'>['papersOut'] {
  const { originals, copies, alarm } = copiesOut(ofSale);
  return { originals, copies, alarm };
}
