import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardApproval, TradeOutcome } from '../card-payment/approval.ts';
import type { TradeEvent } from '../card-payment/machine.ts';
import type { ReceiptCancelEvent, ReceiptCancelState } from './cancel.ts';
import { NEW_RECEIPT_CANCEL, receiptLeft, recoverReceiptCancel, stepReceiptCancel } from './cancel.ts';
import { cancelCommand, cancelTradeOf, refusalOfNotAsked } from './cancel-at-terminal.ts';
import { taxBreakdown } from '../tax.ts';

const ASK = { tradeNumber: '260302000412abcdefg', totalWon: 12_500, original: { approvalNumber: '30000001', tradeDate: '20260302' } };
const ORIGINAL: ReceiptCancelEvent = { type: 'original-issued', ...ASK.original, ask: ASK };
const APPROVAL: CardApproval = {
  approvalNumber: '30000002', tradedAt: '20260302150000', cancels: true, totalWon: null, maskedNumber: '010****5678', issuer: '', acquirer: '', merchantNumber: '', terminalId: '', vanNumber: '',
  message: '', notices: [], signedAtTerminal: null,
};
const APPROVED = { state: 'approved', approval: APPROVAL, checks: [] } as const satisfies TradeOutcome;
const DECLINED = { state: 'declined', by: 'issuer', code: '8414', message: '승인 거래 없음' } as const satisfies TradeOutcome;
const UNKNOWN = { state: 'unknown', reason: 'no-answer', detail: '', claimed: null } as const satisfies TradeOutcome;
const KIM = { userId: 'u1', name: '김', role: 'cashier' } as const;

const traded = (event: TradeEvent): ReceiptCancelEvent => ({ type: 'traded', event });
const answered = (outcome: TradeOutcome) => traded({ type: 'answered', outcome });
const ASKING = traded({ type: 'asking' });
const settled = (verdict: 'approved' | 'not-approved') =>
  traded({ type: 'settled', verdict: verdict === 'approved' ? { verdict, approvalNumber: '30000002', tradedAt: '20260302150000' } : { verdict }, source: 'terminal-slip', by: KIM, manager: null, at: '2026-03-02T06:00:00.000Z' });

function run(...events: readonly ReceiptCancelEvent[]): ReceiptCancelState {
  return events.reduce<ReceiptCancelState>((state, event) => {
    const step = stepReceiptCancel(state, event);
    if (!step.ok) throw new Error(`${event.type} refused in ${state.name}`);
    return step.state;
  }, NEW_RECEIPT_CANCEL);
}

const commandOf = (state: ReceiptCancelState, inquiry: 'try' | 'none' = 'try') => {
  const trade = cancelTradeOf(state);
  return trade === null ? null : cancelCommand(trade, inquiry);
};

describe('the cancel of a receipt that the terminal issued', () => {
  test('is asked of the terminal once, and is no business of the gateway’s queue', () => {
    const intended = run(ORIGINAL);
    expect([intended.name, commandOf(intended), recoverReceiptCancel(intended)]).toEqual(['at-terminal', 'ask', 'nothing']);
    expect(stepReceiptCancel(run(ORIGINAL, ASKING), ASKING).ok).toBe(false);
    expect(stepReceiptCancel(intended, { type: 'sending', tradeDt: null }).ok).toBe(false);
  });

  test('approved is through, under the terminal’s number and time', () => {
    expect(run(ORIGINAL, ASKING, answered(APPROVED))).toMatchObject({ name: 'issued-at-terminal', approvalNumber: '30000002', tradeDate: '20260302', tradeDt: '20260302150000' });
  });

  test('that was answered with an approval of no cancel is unknown', () => {
    expect(run(ORIGINAL, ASKING, answered({ ...APPROVED, approval: { ...APPROVAL, cancels: false } }))).toMatchObject({ name: 'at-terminal', trade: { state: { name: 'unknown', reason: 'contradictory-answer' } } });
  });

  test.each([
    [DECLINED, 'refund.receipt-terminal-declined', '8414 승인 거래 없음'],
    [{ state: 'stopped', by: 'customer' }, 'refund.receipt-terminal-stopped', ''],
    [{ state: 'stopped', by: 'time' }, 'refund.receipt-terminal-stopped', ''],
    [{ state: 'not-sent', cause: 'silent', detail: 'no link' }, 'refund.receipt-terminal-unreachable', 'no link'],
    [{ state: 'not-sent', cause: 'busy', detail: '' }, 'refund.receipt-terminal-not-asked', ''],
    [{ state: 'not-sent', cause: 'not-supported', detail: 'no' }, 'refund.receipt-by-hand', 'no'],
  ] as const satisfies readonly (readonly [TradeOutcome, string, string])[])('%o failed, in words that say so', (outcome, failure, message) => {
    expect(run(ORIGINAL, ASKING, answered(outcome))).toMatchObject({ name: 'failed', refusal: { failure, message } });
  });

  test('without an answer is unknown; the terminal is asked about it once where it can be, then a person is', () => {
    const lost = run(ORIGINAL, ASKING, answered(UNKNOWN));
    expect([commandOf(lost), commandOf(lost, 'none')]).toEqual(['inquire', 'ask-person']);
    expect(commandOf(run(ORIGINAL, ASKING, answered(UNKNOWN), traded({ type: 'inquiring' }), traded({ type: 'inquiry-answered', answer: { state: 'no-evidence', detail: 'FAIL', other: null } })))).toBe('ask-person');
    expect(run(ORIGINAL, ASKING, answered(UNKNOWN), settled('approved'))).toMatchObject({ name: 'issued-at-terminal', approvalNumber: '30000002' });
    expect(run(ORIGINAL, ASKING, answered(UNKNOWN), settled('not-approved'))).toMatchObject({ name: 'failed', refusal: { failure: 'refund.receipt-terminal-not-done' } });
  });

  test('after a restart: never asked is not asked any more, asked is unknown', () => {
    expect(run(ORIGINAL, traded({ type: 'restarted' }))).toMatchObject({ name: 'failed', refusal: { failure: 'refund.receipt-terminal-not-asked' } });
    expect(run(ORIGINAL, ASKING, traded({ type: 'restarted' }))).toMatchObject({ name: 'at-terminal', trade: { state: { name: 'unknown', reason: 'restart' } } });
  });

  test('while it waits for its turn it can be taken back, and once asked it cannot', () => {
    expect(run(ORIGINAL, traded({ type: 'withdrawn' }))).toMatchObject({ name: 'failed', refusal: { failure: 'refund.receipt-terminal-stopped' } });
    expect(stepReceiptCancel(run(ORIGINAL, ASKING), traded({ type: 'withdrawn' })).ok).toBe(false);
  });

  test('refused, and proven to be through after all, is through', () => {
    expect(run(ORIGINAL, ASKING, answered(DECLINED), traded({ type: 'late-result', outcome: APPROVED }))).toMatchObject({ name: 'issued-at-terminal' });
  });

  test('that cannot be asked for fails in words of its own, and takes no news of a trade', () => {
    const byHand = run({ type: 'not-asked', refusal: refusalOfNotAsked('too-old') });
    expect(byHand).toMatchObject({ name: 'failed', refusal: { failure: 'refund.receipt-too-old' } });
    expect(stepReceiptCancel(byHand, ASKING).ok).toBe(false);
    expect(run({ type: 'original-issued', ...ASK.original }, { type: 'not-asked', refusal: refusalOfNotAsked('no-terminal') })).toMatchObject({ refusal: { failure: 'refund.receipt-by-hand' } });
  });

  test('in doubt counts as cancelled when it is asked what is left of the receipt', () => {
    const amounts = taxBreakdown({ taxableWon: 12_500, taxFreeWon: 0 });
    const receipt = { cashReceiptId: 'c1', amounts, way: 'terminal', state: { name: 'issued', approvalNumber: '30000001', tradeDate: '20260302', tradeDt: '' } } as const;
    const intent = { cancelId: 'x1', mgtKey: ASK.tradeNumber, cashReceiptId: 'c1', reason: 'transaction-cancelled', amounts, whole: true } as const;
    expect(receiptLeft(receipt, [{ intent, state: run(ORIGINAL, ASKING, answered(UNKNOWN)) }])).toBeNull();
    expect(receiptLeft(receipt, [{ intent, state: run(ORIGINAL, ASKING, answered(DECLINED)) }])).toMatchObject({ wholeOnly: true, untouched: true });
  });

  test('under any events is asked at most once, and what is through stays so', () => {
    const alphabet: readonly ReceiptCancelEvent[] = [
      ORIGINAL, { type: 'original-absent' }, { type: 'sending', tradeDt: null }, { type: 'absent' }, ASKING, answered(APPROVED), answered(DECLINED), answered(UNKNOWN), traded({ type: 'restarted' }), traded({ type: 'withdrawn' }),
      traded({ type: 'inquiring' }), settled('approved'), settled('not-approved'), traded({ type: 'late-result', outcome: APPROVED }), { type: 'not-asked', refusal: refusalOfNotAsked('restart') },
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 20 }), (events) => {
        let state = NEW_RECEIPT_CANCEL;
        let asked = 0;
        for (const event of events) {
          const before = state;
          const step = stepReceiptCancel(state, event);
          if (!step.ok) expect(step.state).toBe(before);
          else if (event === ASKING) asked += 1;
          state = step.state;
          if (before.name === 'issued-at-terminal') expect(state.name).toBe('issued-at-terminal');
          expect(recoverReceiptCancel(state) === 'send' || recoverReceiptCancel(state) === 'inquire').toBe(false);
        }
        expect(asked).toBeLessThanOrEqual(1);
      }),
    );
  });
});
