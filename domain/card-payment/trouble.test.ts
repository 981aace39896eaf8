import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../failure.ts';
import { failureWords, isFailureCode } from '../failure.ts';
import type { HandwrittenRefusal } from '../handwritten-slip/machine.ts';
import { troubleOfSlip } from '../handwritten-slip/machine.ts';
import { MAX_ATTEMPTS } from '../signature/machine.ts';
import { troubleOfSignature } from '../signature/trouble.ts';
import { taxBreakdown } from '../tax.ts';
import type { TenderRefusal } from '../tender/machine.ts';
import type { CancelIntent, ChargeIntent, TradeState } from './machine.ts';
import { troubleOf } from './trouble.ts';

const CHARGE: ChargeIntent = { kind: 'charge', tradeNumber: 'T1', amounts: taxBreakdown({ taxableWon: 52_500, taxFreeWon: 0 }), installmentMonths: 0 };
const CANCEL: CancelIntent = { kind: 'cancel', tradeNumber: 'T2', totalWon: 52_500, installmentMonths: 0, original: { approvalNumber: '30012345', tradeDate: '20260302' } };
const unknown = (inquiries: number): TradeState => ({ name: 'unknown', reason: 'no-answer', detail: '', claimed: null, inquiries, lastInquiry: null });

describe('a card trade in trouble', () => {
  test.each<[TradeState, FailureCode | null, FailureCode | null]>([
    [{ name: 'asked' }, null, null],
    [{ name: 'declined', by: 'issuer', code: '8324', message: '' }, 'card.declined', 'card.cancel-declined'],
    [{ name: 'stopped', by: 'customer' }, 'card.stopped-by-customer', 'card.cancel-not-done'],
    [{ name: 'stopped', by: 'counter' }, 'card.stopped-by-counter', 'card.cancel-not-done'],
    [{ name: 'stopped', by: 'time' }, 'card.timed-out', 'card.cancel-not-done'],
    [{ name: 'not-sent', cause: 'unreachable', detail: '' }, 'card.unreachable', 'card.cancel-not-done'],
    [{ name: 'not-sent', cause: 'restart', detail: '' }, 'card.not-asked', 'card.cancel-not-done'],
    [unknown(0), 'card.unknown', 'card.cancel-unknown'],
    [unknown(1), 'card.unknown-at-terminal', 'card.cancel-unknown'],
  ])('%o has its words', (state, charge, cancel) => {
    expect(troubleOf({ intent: CHARGE, state })).toBe(charge);
    expect(troubleOf({ intent: CANCEL, state })).toBe(cancel);
  });

  test('that may have taken money says so first, and never says to charge again', () => {
    for (const code of ['card.unknown', 'card.unknown-at-terminal'] as const) {
      expect(failureWords(code, 'ko').what).toContain('다시 결제하지 마세요');
      expect(failureWords(code, 'en').what).toContain('Do not charge again');
      expect(failureWords(code, 'zh-CN').what).toContain('请勿再次刷卡');
    }
    expect(failureWords('card.cancel-unknown', 'ko').what).toContain('다시 취소하지 마세요');
    expect(failureWords('card.unknown', 'ko').next).toContain('직전거래를 조회');
  });

  test('with nothing charged says that nothing was charged', () => {
    for (const code of ['card.declined', 'card.stopped-by-customer', 'card.timed-out', 'card.unreachable', 'card.silent', 'card.busy', 'card.not-asked'] as const) expect(failureWords(code, 'ko').money).toContain('결제되지 않았습니다');
  });
});

describe('a signature in trouble', () => {
  test('leaves the approval standing, in words', () => {
    for (const why of ['too-short', 'cancelled', 'silent', 'broken', 'absent'] as const) {
      const code = troubleOfSignature({ name: 'handwritten', why });
      expect(code).toBe(why === 'too-short' ? 'signature.still-too-short' : `signature.${why}`);
      // She is not sent to the pad again: the paper is out.
      if (code !== null) expect(failureWords(code, 'ko')).toMatchObject({ money: expect.stringContaining('승인은 그대로'), next: expect.stringContaining('수기서명 전표에 서명을 받') });
    }
    expect([troubleOfSignature({ name: 'handwritten', why: 'given-up' }), troubleOfSignature({ name: 'asking', attempt: 1 }), troubleOfSignature({ name: 'asking', attempt: MAX_ATTEMPTS })]).toEqual([null, null, 'signature.too-short']);
  });

  test('and a slip that did not print is trouble of its own', () => {
    expect(troubleOfSlip({ name: 'not-printed', cause: 'failed', prints: 1 })).toBe('handwritten.not-printed');
    expect(troubleOfSlip({ name: 'not-printed', cause: 'unknown', prints: 1 })).toBe('handwritten.print-unknown');
    expect(troubleOfSlip({ name: 'printed', prints: 1 })).toBeNull();
  });
});

/** Every "no" of the machines is a code with words; the compiler asks for each here. */
const REFUSALS = {
  'card.not-in-this-stage': true,
  'card.already-approved': true,
  'card.result-contradicts': true,
  'card.no-inquiry': true,
  'card.inquiries-used-up': true,
  'card.manager-needed': true,
  'card.approval-number-invalid': true,
  'card.approval-time-invalid': true,
  'card.installments-from': true,
  'card.installments-range': true,
  'tender.amount-not-won': true,
  'tender.more-than-left': true,
  'tender.may-be-charged': true,
  'tender.locked-unknown': true,
  'tender.trade-under-way': true,
  'tender.surplus-first': true,
  'tender.too-many-parts': true,
  'tender.nothing-to-cancel': true,
  'tender.cannot-be-kept': true,
  'tender.too-many-cancels': true,
  'cash.received-less-than-due': true,
  'cash.amount-not-won': true,
  'sale.not-in-this-stage': true,
  'handwritten.not-in-this-stage': true,
  'handwritten.too-many-prints': true,
  'handwritten.batch-missing': true,
  'handwritten.day-invalid': true,
  'handwritten.reason-missing': true,
  'handwritten.manager-needed': true,
} as const satisfies Record<TenderRefusal | HandwrittenRefusal, true>;

test('every refusal of a machine is a code of the catalogue', () => {
  expect(Object.keys(REFUSALS).filter((code) => !isFailureCode(code))).toEqual([]);
});
