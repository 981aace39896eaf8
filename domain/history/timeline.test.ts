import { describe, expect, test } from 'vitest';
import type { Actor } from '../people.ts';
import { newNames, tellRows, TIMELINE_GROUPS, TIMELINE_WHATS, type TimelineRow } from './timeline.ts';

const KIM: Actor = { userId: 'kim', name: '김', role: 'cashier' };
const LEE: Actor = { userId: 'lee', name: '이', role: 'manager' };
const AT = '2026-11-28T05:00:00.000Z';
const AMOUNTS = { supplyWon: 909, vatWon: 91, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 1_000 };
const BREAD = { productId: 'bread', barcode: '', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '빵' } as const;

let seq = 0;
/** Kind and payload are given together, and only what the tale reads of a payload: the compiler cannot know that they belong together. */
const row = (entry: { readonly kind: string; readonly payload: unknown }, actor: Actor | null = KIM): TimelineRow => {
  seq += 1;
  return { ...entry, at: AT, businessDay: '2026-11-28', actor, saleId: 's1', seq } as unknown as TimelineRow;
};
const sale = (event: { readonly type: string }, actor?: Actor): TimelineRow => row({ kind: `sale.${event.type}`, payload: { event, after: null } }, actor);
const tell = (rows: readonly TimelineRow[]) => tellRows(rows, newNames());

describe('a sale as it happened', () => {
  test('names goods in later rows as the first one named them, also from page to page', () => {
    const names = newNames();
    const first = tellRows([sale({ type: 'line-added', product: BREAD, quantity: 2, lineId: 'l1' } as never)], names);
    const second = tellRows([sale({ type: 'line-discounted', lineId: 'l1', discountWon: 200 } as never), sale({ type: 'line-cancelled', lineId: 'l1' } as never)], names);
    expect(first).toMatchObject([{ what: 'line-added', name: '우리밀 식빵', quantity: 2, won: 4_200, actor: KIM, at: AT }]);
    expect(second).toMatchObject([{ what: 'line-discounted', name: '우리밀 식빵', won: 200 }, { what: 'line-cancelled', name: '우리밀 식빵' }]);
  });

  test('says of a trade whether it was a charge or its cancel, and by whose evidence it was settled', () => {
    const approved = { state: 'approved', checks: [], approval: { approvalNumber: '30012345', issuer: '하늘카드', maskedNumber: '9490-1234-****-123*', totalWon: 50_000 } };
    const rows = [
      sale({ type: 'charge-intended', partId: 'p', tradeNumber: 't1', leftWon: 50_000, amountWon: 50_000, installmentMonths: 3 } as never),
      sale({ type: 'traded', tradeNumber: 't1', at: AT, event: { type: 'asking' } } as never),
      sale({ type: 'traded', tradeNumber: 't1', at: AT, event: { type: 'answered', outcome: approved } } as never),
      sale({ type: 'cancel-intended', partId: 'p', tradeNumber: 't2' } as never),
      sale({ type: 'traded', tradeNumber: 't2', at: AT, event: { type: 'answered', outcome: approved } } as never),
      sale({ type: 'traded', tradeNumber: 't2', at: AT, event: { type: 'settled', verdict: { verdict: 'not-approved' }, source: 'van-site', by: KIM, manager: LEE, at: AT } } as never),
    ];
    expect(tell(rows)).toMatchObject([
      { what: 'charge-intended', won: 50_000, months: 3 },
      { what: 'terminal-asked', won: 50_000 },
      { what: 'charge-approved', name: '하늘카드 9490-1234-****-123*', number: '30012345', won: 50_000 },
      { what: 'cancel-intended' },
      { what: 'cancel-approved', number: '30012345' },
      { what: 'settled-not-approved', source: 'van-site', approver: LEE },
    ]);
  });

  test('tells a receipt and its cancel by the masked number, and never by the sealed one', () => {
    const created = { cashReceiptId: 'r1', mgtKey: 'm1', purpose: 'income-deduction', form: 'phone', identifierSealed: 'SEALED', identifierMasked: '010-****-5678', amounts: AMOUNTS, paidAt: AT, deadlineAt: null };
    const of = (kind: string, payload: unknown) => row({ kind, payload }, undefined);
    const rows = [
      of('cash-receipt.created', created),
      of('cash-receipt.issued', { cashReceiptId: 'r1', event: { type: 'issued', approvalNumber: 'TB1', tradeDate: '', tradeDt: '' }, after: {} }),
      of('receipt-cancel.created', { cancelId: 'c1', mgtKey: 'm2', cashReceiptId: 'r1', reason: 'issued-in-error', amounts: AMOUNTS, whole: true, refundId: 'f1' }),
      of('receipt-cancel.unreachable', { cancelId: 'c1', event: { type: 'unreachable', why: 'ECONNREFUSED' }, after: {} }),
    ];
    const entries = tell(rows);
    expect(entries).toMatchObject([
      { what: 'receipt-created', name: '010-****-5678', won: 1_000, purpose: 'income-deduction' },
      { what: 'receipt-issued', name: '010-****-5678', number: 'TB1' },
      { what: 'receipt-cancel-created', name: '010-****-5678' },
      { what: 'receipt-waits', name: '010-****-5678' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('SEALED');
  });

  test('tells who allowed what beside who did it', () => {
    const approved = { act: 'reprint-older', amountWon: null, reason: null, approvalId: 'a1', approver: LEE, alone: false };
    const rows = [
      row({ kind: 'people.approval-used', payload: approved }),
      row({ kind: 'print.queued', payload: { jobId: 'j1', job: { kind: 'slip', document: {}, copyKind: 'customer', copyNumber: 2 }, reason: 'again', approver: LEE } }),
      row({ kind: 'print.sent', payload: { jobId: 'j1', event: { type: 'sent' }, after: { name: 'sent' } } }),
      row({ kind: 'print.confirmed', payload: { jobId: 'j1', event: { type: 'confirmed' }, after: { name: 'confirmed' } } }),
    ];
    expect(tell(rows)).toMatchObject([{ what: 'approval-used', act: 'reprint-older', approver: LEE }, { what: 'slip-queued', print: 'again', quantity: 2, approver: LEE, actor: KIM }, { what: 'print-confirmed' }]);
  });

  test('leaves no row out in silence: one that nobody here knows is told by its kind', () => {
    expect(tell([row({ kind: 'loyalty.stamped', payload: { event: { type: 'stamped' } } })])).toMatchObject([{ what: 'other', detail: 'loyalty.stamped' }]);
  });

  test('has every part of the tale in it', () => {
    expect(new Set(Object.values(TIMELINE_WHATS))).toEqual(new Set(TIMELINE_GROUPS));
  });
});
