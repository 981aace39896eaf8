import { describe, expect, it } from 'vitest';
import type { CashReceiptView } from '../../../contract/views.ts';
import { REFUND_BRIEF } from '../../gallery/refund-samples.ts';
import { cashReceipt } from '../../gallery/samples.ts';
import { wrongReceiptOf } from './wrong-receipt.ts';

const receipt = (state: CashReceiptView['state'], cashReceiptId = state): CashReceiptView => ({ ...cashReceipt, cashReceiptId, state });

describe('a cash receipt that can be corrected', () => {
  it('is the newest that stands, or may stand', () => {
    expect(wrongReceiptOf({ cashReceipts: [receipt('cancelled'), receipt('issued')], refunds: [], receiptsByHand: [] })?.cashReceiptId).toBe('issued');
    for (const state of ['queued', 'requested', 'unknown', 'confirmed', 'partly-cancelled'] as const) expect(wrongReceiptOf({ cashReceipts: [receipt(state)], refunds: [], receiptsByHand: [] })?.state).toBe(state);
  });

  it('is none where nothing stands at the tax office', () => {
    expect(wrongReceiptOf({ cashReceipts: [], refunds: [], receiptsByHand: [] })).toBeNull();
    expect(wrongReceiptOf({ cashReceipts: [receipt('failed'), receipt('rejected'), receipt('cancelled')], refunds: [], receiptsByHand: [] })).toBeNull();
  });

  it('waits for a refund that is not over, and not for one that is', () => {
    expect(wrongReceiptOf({ cashReceipts: [receipt('issued')], refunds: [REFUND_BRIEF], receiptsByHand: [] })).toBeNull();
    expect(wrongReceiptOf({ cashReceipts: [receipt('issued')], refunds: [{ ...REFUND_BRIEF, stage: 'done' }], receiptsByHand: [] })?.state).toBe('issued');
  });

  it('at the terminal waits until somebody has said what became of it there', () => {
    const unknown = { reason: 'no-answer', detail: '', inquiries: 0, canInquire: false, lastInquiry: null, claimed: null };
    expect(wrongReceiptOf({ cashReceipts: [{ ...receipt('unknown'), terminal: { tradeNumber: 't', live: null, behind: null, unknown } }], refunds: [], receiptsByHand: [] })).toBeNull();
  });

  it('is none that a person saw to otherwise, unless part of it is left', () => {
    const settled = { cashReceiptId: 'issued', amountWon: 1_000, byName: '김', reason: '126', at: '2026-11-21T05:00:00.000Z' };
    const found = (whole: boolean) => wrongReceiptOf({ cashReceipts: [receipt('issued')], refunds: [], receiptsByHand: [{ ...settled, whole }] });
    expect([found(true), found(false)?.cashReceiptId]).toEqual([null, 'issued']);
  });
});
