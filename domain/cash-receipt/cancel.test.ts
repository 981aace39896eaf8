import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addsUp, isWithin, NO_AMOUNTS, sumTax, taxBreakdown } from '../tax.ts';
import type { ReceiptCancelEvent, ReceiptCancelIntent, ReceiptCancelState, ReceiptLeft } from './cancel.ts';
import { cutReceipts, eventOfOriginal, NEW_RECEIPT_CANCEL, receiptLeft, recoverReceiptCancel, stepReceiptCancel } from './cancel.ts';
import type { CashReceiptState } from './machine.ts';

const ISSUE = { approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: '20260302140409' };
const CANCEL = { approvalNumber: 'TB0000179', tradeDate: '20260303', tradeDt: '20260303100000' };
const REFUSAL = { failure: 'cash-receipt.amount', gatewayCode: -14001004, message: '취소금액 초과' } as const;
const ORIGINAL: ReceiptCancelEvent = { type: 'original-issued', approvalNumber: ISSUE.approvalNumber, tradeDate: ISSUE.tradeDate };

const ALPHABET: readonly ReceiptCancelEvent[] = [
  ORIGINAL,
  { type: 'original-absent' },
  { type: 'sending', tradeDt: null },
  { type: 'issued', ...CANCEL },
  { type: 'refused', refusal: REFUSAL },
  { type: 'unreachable', why: 'connection-refused' },
  { type: 'put-off', cause: 'system', message: '' },
  { type: 'unclear', why: 'reply-timeout', refusal: null },
  { type: 'unclear', why: 'refused', refusal: REFUSAL },
  { type: 'found', ...CANCEL },
  { type: 'absent' },
  { type: 'nts-confirmed' },
  { type: 'nts-rejected', ntsCode: '000', ntsMessage: '' },
];

function run(events: readonly ReceiptCancelEvent[]): ReceiptCancelState {
  return events.reduce<ReceiptCancelState>((state, event) => {
    const step = stepReceiptCancel(state, event);
    if (!step.ok) throw new Error(`${event.type} refused in ${state.name}`);
    return step.state;
  }, NEW_RECEIPT_CANCEL);
}

describe('the cancel of a cash receipt', () => {
  test('waits for its original, then goes the way of a receipt', () => {
    expect(recoverReceiptCancel(NEW_RECEIPT_CANCEL)).toBe('look-at-original');
    expect(stepReceiptCancel(NEW_RECEIPT_CANCEL, ORIGINAL)).toMatchObject({ ok: true, command: 'send' });
    expect(run([ORIGINAL, { type: 'sending', tradeDt: null }, { type: 'issued', ...CANCEL }, { type: 'nts-confirmed' }])).toEqual({ name: 'confirmed', ...CANCEL });
  });

  test('whose answer was lost is asked about, and is sent again only when it is not there', () => {
    const lost = run([ORIGINAL, { type: 'sending', tradeDt: null }, { type: 'unclear', why: 'reply-timeout', refusal: null }]);
    expect([lost.name, recoverReceiptCancel(lost)]).toEqual(['unknown', 'inquire']);
    expect(recoverReceiptCancel(run([ORIGINAL, { type: 'sending', tradeDt: null }]))).toBe('inquire');
    expect(stepReceiptCancel(lost, { type: 'sending', tradeDt: null }).ok).toBe(false);
    expect(stepReceiptCancel(lost, { type: 'absent' })).toMatchObject({ state: { name: 'queued' } });
    expect(stepReceiptCancel(lost, { type: 'found', ...CANCEL })).toMatchObject({ state: { name: 'issued', approvalNumber: CANCEL.approvalNumber } });
  });

  test('of a receipt that came to nothing is not needed', () => {
    expect(run([{ type: 'original-absent' }])).toEqual({ name: 'not-needed' });
    expect(run([ORIGINAL, { type: 'original-absent' }])).toEqual({ name: 'not-needed' });
    expect(stepReceiptCancel(run([ORIGINAL, { type: 'sending', tradeDt: null }]), { type: 'original-absent' }).ok).toBe(false);
  });

  test('under any events is sent only from the queue, and ended stays ended', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 25 }), (events) => {
        let state = NEW_RECEIPT_CANCEL;
        for (const event of events) {
          const step = stepReceiptCancel(state, event);
          if (!step.ok) expect(step.state).toBe(state);
          if (step.ok && event.type === 'sending') expect(state.name).toBe('queued');
          if (['failed', 'rejected', 'confirmed', 'not-needed'].includes(state.name)) expect(step.ok).toBe(false);
          expect(recoverReceiptCancel(step.state)).not.toBe(step.state.name === 'queued' ? 'inquire' : 'send');
          state = step.state;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what an original means for its cancel', () => {
  test.each<[CashReceiptState, ReceiptCancelEvent['type'] | null]>([
    [{ name: 'queued', attempts: 0, why: 'new' }, null],
    [{ name: 'requested', attempts: 1 }, null],
    [{ name: 'unknown', attempts: 1, why: '', refusal: null }, null],
    [{ name: 'issued', ...ISSUE }, 'original-issued'],
    [{ name: 'confirmed', ...ISSUE }, 'original-issued'],
    [{ name: 'partly-cancelled', ...ISSUE, cancelledWon: 1_000 }, 'original-issued'],
    [{ name: 'cancelled', ...ISSUE, cancelApprovalNumber: 'TB0000179' }, 'original-issued'],
    [{ name: 'failed', refusal: REFUSAL }, 'original-absent'],
    [{ name: 'rejected', ...ISSUE, ntsCode: '', ntsMessage: '' }, 'original-absent'],
  ])('%o', (state, type) => expect(eventOfOriginal(state)?.type ?? null).toBe(type));
});

const WHOLE = taxBreakdown({ taxableWon: 20_000, taxFreeWon: 5_000 });
const RECEIPT = { cashReceiptId: 'c1', amounts: WHOLE, state: { name: 'issued', ...ISSUE } as CashReceiptState };
const intent = (cancelId: string, amounts = WHOLE): ReceiptCancelIntent => ({ cancelId, mgtKey: cancelId, cashReceiptId: 'c1', reason: 'transaction-cancelled', amounts, whole: false });

describe('what is left of a receipt', () => {
  const part = taxBreakdown({ taxableWon: 11_000, taxFreeWon: 0 });
  test('is what no cancel takes, whether it is through, queued or in doubt', () => {
    for (const state of [{ name: 'issued', ...CANCEL }, NEW_RECEIPT_CANCEL, { name: 'unknown', attempts: 1, why: '', refusal: null }] as const) {
      expect(receiptLeft(RECEIPT, [{ intent: intent('x1', part), state }])).toMatchObject({ amounts: { totalWon: 14_000 }, untouched: false });
    }
    expect(receiptLeft(RECEIPT, [])).toEqual({ cashReceiptId: 'c1', amounts: WHOLE, untouched: true, wholeOnly: false });
  });

  test('is not what a person saw to otherwise after its cancel failed, whatever became of others', () => {
    const failed = { name: 'failed', refusal: REFUSAL } as const;
    const cancels = [{ intent: intent('x1', part), state: failed }, { intent: intent('x2', part), state: failed }];
    expect(receiptLeft(RECEIPT, cancels, new Set(['x1']))).toMatchObject({ amounts: { totalWon: 14_000 }, untouched: false });
    expect(receiptLeft(RECEIPT, [{ intent: intent('x1'), state: failed }], new Set(['x1']))).toBeNull();
    expect(receiptLeft(RECEIPT, [{ intent: intent('x1'), state: failed }], new Set(['x9']))).toMatchObject({ amounts: WHOLE, untouched: true });
  });

  test('is everything again when the cancel failed, and nothing when the receipt does not stand', () => {
    expect(receiptLeft(RECEIPT, [{ intent: intent('x1', part), state: { name: 'failed', refusal: REFUSAL } }])).toMatchObject({ amounts: WHOLE, untouched: true });
    expect(receiptLeft(RECEIPT, [{ intent: intent('x1'), state: NEW_RECEIPT_CANCEL }])).toBeNull();
    expect(receiptLeft({ ...RECEIPT, state: { name: 'rejected', ...ISSUE, ntsCode: '', ntsMessage: '' } }, [])).toBeNull();
  });
});

describe('cash that goes back', () => {
  const left = (cashReceiptId: string, won: number, untouched = true, wholeOnly = false): ReceiptLeft => ({ cashReceiptId, amounts: taxBreakdown({ taxableWon: won, taxFreeWon: 0 }), untouched, wholeOnly });
  const cut = (receipts: readonly ReceiptLeft[], won: number) => cutReceipts(receipts, taxBreakdown({ taxableWon: won, taxFreeWon: 0 })).cuts.map((each) => [each.cashReceiptId, each.amounts.totalWon, each.whole]);

  test('cancels the receipt that is exactly it, else the newest first', () => {
    expect(cut([left('c1', 10_000), left('c2', 20_000)], 10_000)).toEqual([['c1', 10_000, true]]);
    expect(cut([left('c1', 10_000), left('c2', 20_000)], 25_000)).toEqual([['c2', 20_000, true], ['c1', 5_000, false]]);
  });

  test('without a receipt cancels none; the rest of one that was cancelled in part is a part again', () => {
    expect(cut([], 10_000)).toEqual([]);
    expect(cut([left('c1', 10_000)], 12_000)).toEqual([['c1', 10_000, true]]);
    expect(cut([left('c1', 10_000, false)], 10_000)).toEqual([['c1', 10_000, false]]);
  });

  test('cancels one of the terminal whole, and says what of it is issued again', () => {
    const terminal = [left('c1', 10_000), left('c2', 20_000, true, true)];
    expect(cut(terminal, 5_000)).toEqual([['c2', 20_000, true]]);
    expect(cutReceipts(terminal, taxBreakdown({ taxableWon: 5_000, taxFreeWon: 0 })).again).toMatchObject({ cashReceiptId: 'c2', amounts: { totalWon: 15_000, vatWon: taxBreakdown({ taxableWon: 20_000, taxFreeWon: 0 }).vatWon - taxBreakdown({ taxableWon: 5_000, taxFreeWon: 0 }).vatWon } });
    expect(cut(terminal, 25_000)).toEqual([['c2', 20_000, true], ['c1', 5_000, false]]);
    expect(cutReceipts(terminal, taxBreakdown({ taxableWon: 25_000, taxFreeWon: 0 })).again).toBeNull();
  });

  test('of receipts of the terminal takes no won that is not given back: what is cancelled beyond it is issued again', () => {
    const amounts = fc.record({ taxableWon: fc.nat({ max: 50_000 }), taxFreeWon: fc.nat({ max: 50_000 }) }).map(taxBreakdown);
    fc.assert(
      fc.property(fc.array(fc.record({ amounts, wholeOnly: fc.boolean() }), { maxLength: 3 }), amounts, (given, cash) => {
        const receipts = given.map((each, index) => ({ ...each, cashReceiptId: `c${index}`, untouched: true })).filter((each) => each.amounts.totalWon > 0);
        const { cuts, again } = cutReceipts(receipts, cash);
        const covered = sumTax(receipts.map((each) => each.amounts)).totalWon;
        expect(sumTax(cuts.map((each) => each.amounts)).totalWon - (again?.amounts.totalWon ?? 0)).toBe(Math.min(covered, cash.totalWon));
        if (again !== null) expect([addsUp(again.amounts), again.amounts.totalWon > 0]).toEqual([true, true]);
        for (const each of cuts) if (receipts.find(({ cashReceiptId }) => cashReceiptId === each.cashReceiptId)?.wholeOnly === true) expect(each.whole).toBe(true);
      }),
    );
  });

  test('is cut so that no receipt loses more of any tax than it has', () => {
    const amounts = fc.record({ taxableWon: fc.nat({ max: 50_000 }), taxFreeWon: fc.nat({ max: 50_000 }) }).map(taxBreakdown);
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 3 }), amounts, (given, cash) => {
        const receipts = given.map((each, index) => ({ cashReceiptId: `c${index}`, amounts: each, untouched: true, wholeOnly: false })).filter((each) => each.amounts.totalWon > 0);
        const { cuts, again } = cutReceipts(receipts, cash);
        expect(again).toBeNull();
        const covered = sumTax(receipts.map((each) => each.amounts)).totalWon;
        expect(sumTax(cuts.map((each) => each.amounts)).totalWon).toBe(Math.min(covered, cash.totalWon));
        for (const each of cuts) {
          expect(addsUp(each.amounts)).toBe(true);
          expect(isWithin(each.amounts, receipts.find((receipt) => receipt.cashReceiptId === each.cashReceiptId)?.amounts ?? NO_AMOUNTS)).toBe(true);
        }
      }),
    );
  });
});
