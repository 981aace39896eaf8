/** What was printed again in a day, and cancels of cash receipts that wait, each for something else. */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { LedgerPerson, LedgerRow } from '../../contract/ledger.ts';

const FIRST_MS = Date.parse('2026-11-21T04:57:00.000Z');

export const LEDGER_PEOPLE: readonly LedgerPerson[] = [
  { userId: 'practice-cashier', name: '김', slips: 31, again: 9, inDoubt: 2 },
  { userId: 'practice-manager', name: '점장', slips: 12, again: 4, inDoubt: 0 },
  { userId: null, name: '', slips: 164, again: 0, inDoubt: 0 },
];

const REASONS = ['again', 'again', 'not-out', 'again', 'other-printer', 'again'] as const;
const STATES = ['confirmed', 'confirmed', 'confirmed', 'unknown', 'confirmed', 'confirmed'] as const;

const ROWS: readonly LedgerRow[] = Array.from({ length: 13 }, (_, index): LedgerRow => {
  const state = STATES[index % STATES.length] ?? 'confirmed';
  const byManager = index % 3 === 2;
  return {
    jobId: `job-${index}`, kind: 'slip', state, copyNumber: 2 + (index % 4 === 1 ? 1 : 0), failure: state === 'unknown' ? 'printer.unknown' : null, createdAt: new Date(FIRST_MS - index * 1_260_000).toISOString(),
    reason: REASONS[index % REASONS.length] ?? 'again', copyKind: 'customer', printer: index % REASONS.length === 4 ? 'second' : 'first', askedBy: byManager ? '점장' : '김', approvedBy: byManager || index % 2 === 1 ? null : '점장',
    fact: index % 2 === 0 ? 'amount' : null, settled: null, seq: 9_000 - index * 7, saleId: `sale-${411 - index}`, saleNumber: 411 - index,
  };
});

/** Two are in doubt, both of one person. */
export function ledgerAnswer({ kept, userId }: CallPayload<'ledger.prints'>): CallAnswer<'ledger.prints'> {
  const name = LEDGER_PEOPLE.find((person) => person.userId === userId)?.name;
  const rows = ROWS.filter((row) => (kept !== 'in-doubt' || row.state === 'unknown') && (userId === null || row.askedBy === name));
  return { rows, nextBefore: null };
}

const CANCEL = { refundId: 'f-7', saleId: 'sale-0411', saleNumber: 411, identifierMasked: '010-****-5678', amountWon: 12_500, reason: 'transaction-cancelled', refundKind: 'refund', since: '2026-11-21T04:28:03.000Z', lastAt: '2026-11-21T05:01:03.000Z' } as const;

export const WAITING_CANCELS: CallAnswer<'ledger.cancels'> = {
  more: false,
  cancels: [
    { ...CANCEL, cancelId: 'rc-1', attempts: 4, waitsFor: 'line', detail: 'unreachable' },
    { ...CANCEL, cancelId: 'rc-2', saleId: 'sale-0409', saleNumber: 409, identifierMasked: '124-81-*****', amountWon: 31_000, reason: 'issued-in-error', refundKind: 'receipt-correction', since: '2026-11-21T04:41:40.000Z', attempts: 1, waitsFor: 'answer', detail: 'no-answer' },
    { ...CANCEL, cancelId: 'rc-3', saleId: 'sale-0402', saleNumber: 402, amountWon: 4_200, refundKind: 'void', since: '2026-11-21T04:50:12.000Z', attempts: 1, waitsFor: 'failed', detail: '-14001004 취소할 수 없는 현금영수증입니다.' },
    { ...CANCEL, cancelId: 'rc-4', saleId: 'sale-0399', saleNumber: 399, amountWon: 9_900, since: '2026-11-21T05:00:50.000Z', attempts: 0, waitsFor: 'original', detail: '' },
  ],
};
