import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { failureOfCode, mayExistAfter } from './codes.ts';
import { cleanMessage, decodeApproval, decodeError, decodeReceipt, decodeTime, decodeToken, parseJson, saysKeyIsFree } from './decode.ts';
import { cancelBody, cancelProblem, issueBody, issueProblem } from './encode.ts';
import { isTradeDtTaken, seoulEpochMs, seoulStamp } from './seoul-time.ts';
import { issueRequest, NOW_MS, TRADE_DT } from './test-fixtures.ts';

const APPROVAL = { code: 1, message: '', confirmNum: 'TB0000178', tradeDate: '20260302', tradeDT: TRADE_DT };

describe('an issue in the gateway’s words', () => {
  it('is all strings, with the purpose and taxation in Korean', () => {
    expect(issueBody(issueRequest('k-1'))).toEqual({
      mgtKey: 'k-1',
      tradeDT: '20260302140409',
      tradeType: '승인거래',
      tradeUsage: '소득공제용',
      tradeOpt: '일반',
      taxationType: '과세',
      totalAmount: '11000',
      supplyCost: '10000',
      tax: '1000',
      serviceFee: '0',
      franchiseCorpNum: '1234567890',
      franchiseCorpName: '계산대 상점',
      franchiseCEOName: '김',
      franchiseAddr: '서울',
      franchiseTEL: '0212345678',
      identityNum: '01012345678',
      itemName: '아메리카노 외 1건',
      orderNumber: '000042',
      smssendYN: false,
    });
  });

  it('leaves the trade date out when it is to be the moment of issue', () => {
    const { tradeDt: _, ...later } = issueRequest('k-1', { purpose: 'expense-proof', taxation: 'exempt' });
    const body = issueBody(later);
    expect(body).not.toHaveProperty('tradeDT');
    expect(body).toMatchObject({ tradeUsage: '지출증빙용', taxationType: '비과세' });
  });

  it.each([
    ['a key with a space', { mgtKey: 'a b' }, 'rejected'],
    ['a key of 25', { mgtKey: 'a'.repeat(25) }, 'rejected'],
    ['an impossible moment', { tradeDt: '20260231120000' }, 'rejected'],
    ['an identifier with dashes', { identifier: '010-1234-5678' }, 'customer-data'],
    ['a merchant number of nine', { merchant: { ...issueRequest('k').merchant, businessNumber: '123456789' } }, 'merchant-data'],
    ['amounts that do not add up', { totalWon: 11_001 }, 'amount'],
    ['zero', { totalWon: 0, supplyWon: 0, vatWon: 0 }, 'amount'],
    ['a negative part', { supplyWon: 12_000, vatWon: -1_000 }, 'amount'],
    ['half a won', { supplyWon: 10_000.5, vatWon: 999.5 }, 'amount'],
    ['VAT on a tax-exempt receipt', { taxation: 'exempt' }, 'amount'],
  ] as const)('is not sent with %s', (_, changes, failure) => {
    expect(issueProblem(issueRequest('k-1', changes))?.failure).toBe(failure);
  });
});

describe('a cancel in the gateway’s words', () => {
  const whole = { mgtKey: 'k-2', originalApprovalNumber: 'TB0000178', originalTradeDate: '20260302', reason: 'issued-in-error' } as const;

  it('carries amounts only when it is partial', () => {
    expect(cancelBody(whole)).toEqual({ mgtKey: 'k-2', orgConfirmNum: 'TB0000178', orgTradeDate: '20260302', smssendYN: false, isPartCancel: false, cancelType: 2 });
    const part = { totalWon: 1_100, supplyWon: 1_000, vatWon: 100, serviceChargeWon: 0 };
    expect(cancelBody({ ...whole, part })).toMatchObject({ isPartCancel: true, totalAmount: '1100', supplyCost: '1000', tax: '100', serviceFee: '0' });
  });

  it('is not sent about an impossible original or amount', () => {
    expect(cancelProblem(whole)).toBeNull();
    expect(cancelProblem({ ...whole, originalApprovalNumber: '12345678' })?.failure).toBe('rejected');
    expect(cancelProblem({ ...whole, originalTradeDate: '20261301' })?.failure).toBe('rejected');
    expect(cancelProblem({ ...whole, part: { totalWon: 1, supplyWon: 0, vatWon: 0, serviceChargeWon: 0 } })?.failure).toBe('amount');
  });
});

describe('an answer', () => {
  it('is an approval only when every part of it is there and fits', () => {
    expect(decodeApproval(APPROVAL)).toEqual({ approvalNumber: 'TB0000178', tradeDate: '20260302', tradeDt: TRADE_DT });
    const spoilers: Record<string, unknown>[] = [{ code: '1' }, { code: 0 }, { code: -1 }, { confirmNum: '' }, { confirmNum: 'TB000017' }, { confirmNum: 820116333 }, { tradeDate: '20260303' }, { tradeDT: '' }, { tradeDT: '20260302250000' }];
    for (const spoiler of spoilers) expect(decodeApproval({ ...APPROVAL, ...spoiler })).toBeNull();
    for (const field of ['code', 'confirmNum', 'tradeDate', 'tradeDT']) expect(decodeApproval(Object.fromEntries(Object.entries(APPROVAL).filter(([name]) => name !== field)))).toBeNull();
  });

  it('of any other shape is neither an approval, nor an error, nor a free key, nor a receipt', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const own = typeof json === 'object' && json !== null ? json : {};
        fc.pre(!('confirmNum' in own) && !('code' in own) && !('itemKey' in own) && !('mgtKey' in own));
        expect([decodeApproval(json), decodeError(json), saysKeyIsFree(json), decodeReceipt(json)]).toEqual([null, null, false, null]);
      }),
    );
  });

  it('that is not UTF-8 JSON from end to end is nothing', () => {
    for (const text of ['', '{', '{"code":1', '<html>', `${JSON.stringify(APPROVAL)} x`]) expect(parseJson(Buffer.from(text))).toBeUndefined();
    expect(parseJson(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]))).toBeUndefined();
  });

  it('about a document needs amounts that add up and a date that is the day of its moment', () => {
    const info = { mgtKey: 'k', stateCode: 304, tradeType: '승인거래', totalAmount: '1100', supplyCost: '1000', tax: '100', serviceFee: null, tradeDate: '20260302', tradeDT: TRADE_DT, confirmNum: 'TB0000001', ntsresultDT: '20260303140000', ntsresultCode: '0000', ntsresultMessage: '정상' };
    expect(decodeReceipt(info)).toMatchObject({ state: 'confirmed', document: 'approval', totalWon: 1_100, serviceChargeWon: 0, ntsResult: { code: '0000' } });
    expect(decodeReceipt({ ...info, stateCode: 100 })).toMatchObject({ state: 'other', stateCode: 100 });
    expect(decodeReceipt({ ...info, tradeType: '취소거래', stateCode: '305', confirmNum: '' })).toMatchObject({ state: 'rejected', document: 'cancel', approvalNumber: null });
    for (const spoiler of [{ totalAmount: '1101' }, { totalAmount: '1100.0' }, { tax: '-100' }, { tradeDate: '20260301' }, { stateCode: '' }, { tradeType: '' }, { mgtKey: '' }, { confirmNum: '12' }]) {
      expect(decodeReceipt({ ...info, ...spoiler })).toBeNull();
    }
  });

  it('with a token is taken only when the token fits a header', () => {
    expect(decodeToken({ session_token: 'abc.def', expiration: '2026-03-02T06:00:00.000Z' })).toEqual({ token: 'abc.def', expiresAtMs: Date.UTC(2026, 2, 2, 6) });
    expect(decodeToken({ session_token: 'a\r\nX: 1', expiration: '2026-03-02T06:00:00Z' })).toBeNull();
    expect(decodeToken({ session_token: 'abc', expiration: 'soon' })).toBeNull();
  });

  it('with the time is one ISO moment', () => {
    for (const text of ['2026-03-02T05:04:09Z', '"2026-03-02T05:04:09.000Z"\n', '2026-03-02T05:04:09']) expect(decodeTime(Buffer.from(text))).toBe(NOW_MS);
    for (const text of ['', 'now', '<html>2026-03-02T05:04:09Z', '2026-13-02T05:04:09Z']) expect(decodeTime(Buffer.from(text))).toBeNull();
  });
});

describe('the gateway’s words on the way to the journal', () => {
  it('lose personal numbers, secrets and control characters', () => {
    expect(cleanMessage('식별번호[01012345678]\r\n010-1234-5678', [])).toBe('식별번호[010****] 010****');
    expect(cleanMessage('link COUNTER-TEST key', ['COUNTER-TEST'])).toBe('link **** key');
    expect(cleanMessage('가'.repeat(500), [])).toHaveLength(200);
  });
});

describe('codes', () => {
  it('that are unknown never exclude that the receipt exists', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: -1 }), fc.integer({ min: 400, max: 599 }), (code, status) => {
        if (code > -14001001 || code < -14001023) expect(mayExistAfter(status, code)).toBe(true);
        if (status >= 500) expect(mayExistAfter(status, code)).toBe(true);
      }),
    );
    expect(mayExistAfter(400, -14001019)).toBe(true);
    expect(mayExistAfter(400, -14001010)).toBe(false);
  });

  it('say what the refusal means at the counter', () => {
    expect([-14001019, -14000004, -14001004, -14001002, -14001014, -14001023, -14001021, -10010006, -99003008, -14009999].map(failureOfCode)).toEqual([
      'duplicate',
      'duplicate',
      'customer-data',
      'merchant-data',
      'amount',
      'amount',
      'system',
      'merchant-data',
      'merchant-data',
      'rejected',
    ]);
  });
});

describe('the gateway’s times', () => {
  it('go there and back, and name no moment that is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2099, 0) }), (epochMs) => {
        expect(seoulEpochMs(seoulStamp(epochMs))).toBe(Math.floor(epochMs / 1000) * 1000);
      }),
    );
    for (const stamp of ['20260231120000', '20260302240000', '20260302146000', '2026030214040', '19990101000000']) expect(seoulEpochMs(stamp)).toBeNull();
  });

  it('are taken from the Seoul day before until today', () => {
    const justAfterMidnight = Date.UTC(2026, 2, 1, 15, 0, 1);
    expect(isTradeDtTaken('20260302000000', justAfterMidnight)).toBe(true);
    expect(isTradeDtTaken('20260301000000', justAfterMidnight)).toBe(true);
    expect(isTradeDtTaken('20260228235959', justAfterMidnight)).toBe(false);
    expect(isTradeDtTaken('20260303000000', justAfterMidnight)).toBe(false);
  });
});
