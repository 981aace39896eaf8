/** The client against the sandbox, over real TCP: each way it can go wrong, and what is then known about the money. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CashReceiptGateway, IssueOutcome } from '../gateway.ts';

import type { FaultRequest } from './sandbox/faults.ts';
import type { Sandbox } from './sandbox/server.ts';
import { gatewayFor, issueRequest, LINK_ID, MERCHANT, NOW_MS, QUICK_LIMITS, SECRET_KEY, startSandbox, TODAY, TRADE_DT } from './test-fixtures.ts';

let sandbox: Sandbox;
let gateway: CashReceiptGateway;

beforeEach(async () => {
  sandbox = await startSandbox();
  gateway = gatewayFor(sandbox.url);
});

afterEach(() => sandbox.close());

function registered(mgtKey: string): number {
  return sandbox.state().receipts.filter((receipt) => receipt.mgtKey === mgtKey).length;
}

function calls(act: string): number {
  return sandbox.log().filter((entry) => entry.act === act).length;
}

describe('issuing', () => {
  it('gives the approval number and the moment', async () => {
    expect(await gateway.issue(issueRequest('sale-1'))).toEqual({ kind: 'issued', approvalNumber: 'TB0000001', tradeDate: TODAY, tradeDt: TRADE_DT });
    expect(sandbox.state().receipts).toMatchObject([{ mgtKey: 'sale-1', corpNum: MERCHANT, totalAmount: 11_000, identityNum: '010****5678', stateCode: 300 }]);
  });

  it.each([
    ['a card number', { identifier: '5272894912345678' }],
    ['self-issue', { identifier: '0100001234' }],
    ['a business number', { purpose: 'expense-proof', identifier: '1248100998' }],
    ['tax-free goods', { taxation: 'exempt', supplyWon: 11_000, vatWon: 0 }],
    ['a service charge', { totalWon: 12_000, serviceChargeWon: 1_000 }],
  ] as const)('takes %s', async (_, changes) => {
    expect(await gateway.issue(issueRequest('sale-1', changes))).toMatchObject({ kind: 'issued' });
  });

  it('asks for one token for many receipts at the same time', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((mgtKey) => gateway.issue(issueRequest(mgtKey))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['issued', 'issued', 'issued', 'issued', 'issued']);
    expect(calls('token')).toBe(1);
    expect(new Set(outcomes.map((outcome) => (outcome.kind === 'issued' ? outcome.approvalNumber : ''))).size).toBe(5);
  });

  it('under a key in use is refused as a duplicate that exists', async () => {
    await gateway.issue(issueRequest('sale-1'));
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'refused', failure: 'duplicate', mayExist: true });
    expect(registered('sale-1')).toBe(1);
  });

  it('of a trade three days ago is past the gateway’s deadline', async () => {
    expect(await gateway.issue(issueRequest('sale-1', { tradeDt: '20260227120000' }))).toMatchObject({ kind: 'refused', failure: 'past-deadline', mayExist: true });
    const { tradeDt: _, ...withoutDate } = issueRequest('sale-1');
    expect(await gateway.issue(withoutDate)).toMatchObject({ kind: 'issued', tradeDt: TRADE_DT });
  });

  it('with amounts that do not add up is refused here, and nothing is sent', async () => {
    expect(await gateway.issue(issueRequest('sale-1', { totalWon: 9 }))).toMatchObject({ kind: 'refused', gatewayCode: null, failure: 'amount', mayExist: false });
    expect(sandbox.log()).toEqual([]);
  });
});

describe('an answer that is lost, late or wrong', () => {
  const before: FaultRequest['fault'][] = [{ kind: 'time-out-before' }, { kind: 'drop-before' }, { kind: 'server-error-before' }, { kind: 'refuse', status: 500, code: -14009999, message: '' }, { kind: 'refuse', status: 503, code: -14009999, message: '' }];
  const after: FaultRequest['fault'][] = [
    { kind: 'time-out-after' },
    { kind: 'drop-after' },
    { kind: 'server-error-after' },
    { kind: 'half-reply-after' },
    { kind: 'wrong-json-after' },
    { kind: 'wrong-json-after', text: '{}' },
    { kind: 'wrong-json-after', text: '[]' },
    { kind: 'wrong-json-after', text: '{"code":1,"message":"ok"}' },
    { kind: 'wrong-json-after', text: '<html>ok</html>' },
    { kind: 'too-large-after', bytes: 200_000 },
  ];

  it.each(before)('before anything was done ($kind) is unclear, and inquiry says absent', async (fault) => {
    sandbox.addFault({ act: 'issue', fault });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unclear' });
    expect(registered('sale-1')).toBe(0);
    expect(await gateway.inquire('sale-1')).toEqual({ kind: 'absent' });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'issued' });
    expect(registered('sale-1')).toBe(1);
  });

  it.each(after)('after it was done ($kind, $text) is unclear, and inquiry finds it, issued once', async (fault) => {
    sandbox.addFault({ act: 'issue', fault });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unclear' });
    expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'found', receipt: { mgtKey: 'sale-1', state: 'issued', approvalNumber: 'TB0000001', totalWon: 11_000 } });
    expect(sandbox.state().attempts).toEqual({ 'sale-1': 1 });
  });

  it('that is only slow is an answer', async () => {
    sandbox.addFault({ act: 'issue', fault: { kind: 'slow', ms: 50 } });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'issued' });
  });

  it('leaves an inquiry without knowledge, never with "absent"', async () => {
    await gateway.issue(issueRequest('sale-1'));
    for (const fault of [...before, ...after.filter(({ kind }) => kind !== 'time-out-after')]) {
      sandbox.addFault({ act: 'status', fault });
      expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'unreachable' });
    }
    sandbox.addFault({ act: 'status', fault: { kind: 'refuse', code: -14000001, message: '조회할 수 없습니다.' } });
    expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'refused', gatewayCode: -14000001 });
    sandbox.addFault({ act: 'status', fault: { kind: 'refuse', status: 500, code: -14000003, message: '존재하지 않습니다.' } });
    expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'refused', gatewayCode: -14000003 });
  });

  it('about another document says nothing about this one', async () => {
    await gateway.issue(issueRequest('sale-1'));
    const info = { itemKey: '1', mgtKey: 'sale-2', stateCode: 300, tradeType: '승인거래', totalAmount: '1', supplyCost: '1', tax: '0', serviceFee: '0', tradeDate: TODAY, tradeDT: TRADE_DT, confirmNum: 'TB0000009' };
    sandbox.addFault({ act: 'status', fault: { kind: 'wrong-json-after', text: JSON.stringify(info) } });
    expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'unreachable', why: { code: 'reply-not-understood' } });
  });

  it('past the whole call’s limit is unclear after the request, unreachable before it', async () => {
    const hasty = gatewayFor(sandbox.url, { settings: { limits: { ...QUICK_LIMITS, replyTimeoutMs: 20_000, callTimeoutMs: 300 } } });
    sandbox.addFault({ act: 'token', fault: { kind: 'time-out-before' } });
    expect(await hasty.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable', why: { code: 'call-timeout' } });
    expect(calls('issue')).toBe(0);
    sandbox.addFault({ act: 'issue', fault: { kind: 'time-out-after' } });
    expect(await hasty.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unclear', why: { code: 'call-timeout' } });
  });
});

describe('a refusal', () => {
  it.each([
    [{ kind: 'refuse', code: -14001010, message: '공급가액이 입력되지 않았습니다.' }, { failure: 'amount', mayExist: false }],
    [{ kind: 'refuse', code: -14001004, message: '식별번호가 입력되지 않았습니다.' }, { failure: 'customer-data', mayExist: false }],
    [{ kind: 'refuse', code: -14001002, message: '사업자번호가 유효하지 않습니다.' }, { failure: 'merchant-data', mayExist: false }],
    [{ kind: 'refuse', code: -99003008, message: '포인트가 부족합니다.' }, { failure: 'merchant-data', mayExist: true }],
    [{ kind: 'refuse', code: -14009999, message: '알 수 없는 오류' }, { failure: 'rejected', mayExist: true }],
    [{ kind: 'refuse', status: 500, code: -14001019, message: '중복' }, { failure: 'duplicate', mayExist: true }],
    [{ kind: 'refuse', status: 500, code: -14001010, message: '공급가액' }, { failure: 'amount', mayExist: true }],
  ] as const)('%o is %o', async (fault, expected) => {
    sandbox.addFault({ act: 'issue', fault });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'refused', gatewayCode: fault.code, ...expected });
  });

  it('by the gateway’s own check of the customer’s number does not carry the number', async () => {
    const outcome = await gateway.issue(issueRequest('sale-1', { purpose: 'expense-proof', identifier: '1248100999' }));
    expect(outcome).toMatchObject({ kind: 'refused', message: '식별번호[124****]가 유효하지 않습니다.' });
  });
});

describe('when the gateway cannot be reached', () => {
  it('nothing was sent: the other side is not listening', async () => {
    await sandbox.close();
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable', why: { code: 'connection-refused' } });
    expect(await gateway.inquire('sale-1')).toMatchObject({ kind: 'unreachable' });
    expect(await gateway.check()).toMatchObject({ kind: 'unreachable', clockSkewMs: null });
    sandbox = await startSandbox();
  });

  it('nothing was sent: it stopped listening while the token was still good', async () => {
    await gateway.check();
    await sandbox.close();
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable', why: { code: 'connection-refused' } });
    sandbox = await startSandbox();
  });

  it('nothing was sent: there is no such name', async () => {
    const nowhere = gatewayFor(sandbox.url, { settings: { serviceUrl: 'https://gateway.invalid' } });
    expect(await nowhere.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable' });
  });

  it.each(['time-out-before', 'drop-before', 'server-error-before', 'half-reply-after', 'wrong-json-after', 'too-large-after'] as const)('nothing was sent: no token (%s)', async (kind) => {
    sandbox.addFault({ act: 'token', fault: kind === 'too-large-after' ? { kind, bytes: 200_000 } : { kind } });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable' });
    expect(calls('issue')).toBe(0);
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'issued' });
  });
});

describe('the token', () => {
  it('is renewed once when the gateway no longer takes it, and the receipt is issued once', async () => {
    sandbox.addFault({ act: 'issue', fault: { kind: 'token-expired' } });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'issued' });
    expect([calls('token'), calls('issue')]).toEqual([2, 2]);
    expect(sandbox.state().attempts).toEqual({ 'sale-1': 1 });
  });

  it('that is refused twice is the merchant’s settings', async () => {
    sandbox.addFault({ act: 'issue', times: 2, fault: { kind: 'token-expired' } });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'refused', failure: 'merchant-data', mayExist: true });
    expect(calls('issue')).toBe(2);
  });

  it('that cannot be renewed after the request arrived leaves the outcome unclear', async () => {
    await gateway.check();
    sandbox.addFault({ act: 'issue', fault: { kind: 'token-expired' } });
    sandbox.addFault({ act: 'token', fault: { kind: 'drop-before' } });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unclear', why: { code: 'token-not-renewed' } });
  });

  it('that is refused its renewal after the request arrived does not exclude that the receipt exists', async () => {
    await gateway.check();
    sandbox.addFault({ act: 'issue', fault: { kind: 'token-expired' } });
    sandbox.addFault({ act: 'token', fault: { kind: 'refuse', code: -10010006, message: '연동회원이 아닙니다.' } });
    expect(await gateway.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'refused', gatewayCode: -10010006, failure: 'merchant-data', mayExist: true });
  });

  it('that ended by the gateway’s clock is replaced, though the counter’s clock stands', async () => {
    await gateway.issue(issueRequest('sale-1'));
    sandbox.pushClock(40 * 60_000);
    expect(await gateway.issue(issueRequest('sale-2'))).toMatchObject({ kind: 'issued' });
    expect(sandbox.log().map(({ act, code }) => [act, code])).toEqual([
      ['token', 0],
      ['issue', 1],
      ['issue', -10000033],
      ['token', -99010004],
      ['time', 0],
      ['token', 0],
      ['issue', 1],
    ]);
  });

  it('is asked for anew shortly before it ends', async () => {
    let nowMs = NOW_MS;
    const walking = gatewayFor(sandbox.url, { clock: () => nowMs });
    await walking.issue(issueRequest('sale-1'));
    nowMs += 27 * 60_000;
    await walking.inquire('sale-1');
    expect(calls('token')).toBe(1);
    nowMs += 2 * 60_000;
    sandbox.pushClock(29 * 60_000);
    await walking.inquire('sale-1');
    expect(calls('token')).toBe(2);
  });

  it.each([
    ['another secret', { secretKey: Buffer.alloc(32, 7).toString('base64') }, -99010007],
    ['another link id', { linkId: 'SOMEONE-ELSE' }, -99010001],
  ] as const)('is refused to %s, and nothing was sent', async (_, settings, gatewayCode) => {
    const stranger = gatewayFor(sandbox.url, { settings });
    expect(await stranger.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'refused', gatewayCode, failure: 'merchant-data', mayExist: false });
    expect(calls('issue')).toBe(0);
    expect(await stranger.check()).toMatchObject({ kind: 'refused', gatewayCode, clockSkewMs: 0 });
  });

  it('is refused to a business that is no member', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ members: ['1018109147'] });
    expect(await gatewayFor(sandbox.url).check()).toMatchObject({ kind: 'refused', gatewayCode: -10010006, failure: 'merchant-data' });
  });

  it('covers the forwarded address when one is sent', async () => {
    expect(await gatewayFor(sandbox.url, { settings: { forwarded: '*', userId: 'counter1' } }).check()).toMatchObject({ kind: 'well' });
  });
});

describe('a counter whose clock is wrong', () => {
  it.each([-3_600_000, 3_600_000])('by %d ms still issues, and says by how much', async (wrongByMs) => {
    const astray = gatewayFor(sandbox.url, { clock: () => NOW_MS + wrongByMs });
    expect(await astray.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'issued' });
    expect(await astray.check()).toMatchObject({ kind: 'well', clockSkewMs: -wrongByMs });
  });

  it('and a gateway that will not tell the time: refused, nothing sent', async () => {
    sandbox.addFault({ act: 'time', times: 10, fault: { kind: 'wrong-json-after', text: 'soon' } });
    const astray = gatewayFor(sandbox.url, { clock: () => NOW_MS - 3_600_000 });
    expect(await astray.issue(issueRequest('sale-1'))).toMatchObject({ kind: 'refused', gatewayCode: -99010004, failure: 'system', mayExist: false });
  });
});

describe('cancelling', () => {
  async function issued(mgtKey: string): Promise<Extract<IssueOutcome, { kind: 'issued' }>> {
    const outcome = await gateway.issue(issueRequest(mgtKey));
    if (outcome.kind !== 'issued') throw new Error(`not issued: ${outcome.kind}`);
    return outcome;
  }
  const part = { totalWon: 4_400, supplyWon: 4_000, vatWon: 400, serviceChargeWon: 0 };

  it('makes a document of its own', async () => {
    const original = await issued('sale-1');
    const about = { originalApprovalNumber: original.approvalNumber, originalTradeDate: original.tradeDate, reason: 'issued-in-error' } as const;
    expect(await gateway.cancel({ mgtKey: 'cancel-1', ...about })).toMatchObject({ kind: 'cancelled', approvalNumber: 'TB0000002' });
    expect(await gateway.inquire('cancel-1')).toMatchObject({ kind: 'found', receipt: { document: 'cancel', totalWon: 11_000 } });
    expect(await gateway.cancel({ mgtKey: 'cancel-2', ...about })).toMatchObject({ kind: 'refused', failure: 'amount' });
  });

  it('in parts goes as far as what is left', async () => {
    const original = await issued('sale-1');
    const about = { originalApprovalNumber: original.approvalNumber, originalTradeDate: original.tradeDate, reason: 'transaction-cancelled', part } as const;
    expect(await gateway.cancel({ mgtKey: 'cancel-1', ...about })).toMatchObject({ kind: 'cancelled' });
    expect(await gateway.cancel({ mgtKey: 'cancel-2', ...about })).toMatchObject({ kind: 'cancelled' });
    expect(await gateway.cancel({ mgtKey: 'cancel-3', ...about })).toMatchObject({ kind: 'refused', gatewayCode: -14001023, failure: 'amount', mayExist: false });
  });

  it('of nothing is refused, and of an answer lost after commit is unclear and found', async () => {
    expect(await gateway.cancel({ mgtKey: 'cancel-1', originalApprovalNumber: 'TB9999999', originalTradeDate: TODAY, reason: 'other' })).toMatchObject({ kind: 'refused', gatewayCode: -14001020 });
    const original = await issued('sale-1');
    sandbox.addFault({ act: 'cancel', fault: { kind: 'drop-after' } });
    expect(await gateway.cancel({ mgtKey: 'cancel-2', originalApprovalNumber: original.approvalNumber, originalTradeDate: original.tradeDate, reason: 'other' })).toMatchObject({ kind: 'unclear' });
    expect(await gateway.inquire('cancel-2')).toMatchObject({ kind: 'found', receipt: { document: 'cancel' } });
  });
});

describe('what the tax office says', () => {
  it('goes from issued over sending to confirmed or rejected', async () => {
    await gateway.issue(issueRequest('sale-1'));
    sandbox.addFault({ act: 'issue', fault: { kind: 'nts-rejects', code: '1001', message: '가맹점 정보 오류' } });
    await gateway.issue(issueRequest('sale-2'));
    const states = async (): Promise<string[]> => {
      const outcome = await gateway.inquireMany(['sale-1', 'sale-2', 'sale-3']);
      if (outcome.kind !== 'answered') throw new Error(outcome.kind);
      expect(outcome.missing).toEqual(['sale-3']);
      return outcome.found.map(({ state }) => state);
    };
    expect(await states()).toEqual(['issued', 'issued']);
    sandbox.pushClock(20 * 3_600_000);
    expect(await states()).toEqual(['sending', 'sending']);
    sandbox.pushClock(4 * 3_600_000);
    expect(await states()).toEqual(['confirmed', 'rejected']);
    expect(await gateway.inquire('sale-2')).toMatchObject({ kind: 'found', receipt: { ntsResult: { code: '1001', message: '가맹점 정보 오류', at: '20260303140000' } } });
  });

  it('is asked for at most 1000 keys at a time, in one call', async () => {
    const roomy = gatewayFor(sandbox.url, { settings: { limits: { ...QUICK_LIMITS, replyTimeoutMs: 10_000, callTimeoutMs: 20_000, maxReplyBytes: 4 * 1024 * 1024 } } });
    for (let at = 0; at < 300; at += 1) await roomy.issue(issueRequest(`sale-${at}`));
    const keys = Array.from({ length: 1000 }, (_, at) => `sale-${at}`);
    const outcome = await roomy.inquireMany(keys);
    expect(outcome.kind === 'answered' ? [outcome.found.length, outcome.missing.length] : outcome).toEqual([300, 700]);
    await expect(roomy.inquireMany([...keys, 'one-more'])).rejects.toThrow(RangeError);
  });
});

describe('secrets and personal numbers', () => {
  it('stand in no outcome, whatever goes wrong', async () => {
    const seen: unknown[] = [];
    const faults: FaultRequest['fault'][] = [{ kind: 'drop-after' }, { kind: 'server-error-before' }, { kind: 'wrong-json-after', text: `{"Authorization":"${SECRET_KEY}"}` }, { kind: 'refuse', code: -99010007, message: `LINKHUB ${LINK_ID} ${SECRET_KEY} 01012345678` }];
    for (const act of ['token', 'issue', 'status', 'time'] as const) {
      for (const fault of faults) {
        sandbox.addFault({ act, fault });
        const fresh = gatewayFor(sandbox.url);
        seen.push(await fresh.issue(issueRequest('sale-1')), await fresh.inquire('sale-1'), await fresh.check());
        sandbox.clearFaults();
      }
    }
    seen.push(await gatewayFor(sandbox.url, { settings: { secretKey: Buffer.alloc(32, 9).toString('base64') } }).check());
    const text = JSON.stringify([seen, sandbox.log(), sandbox.state()]);
    for (const secret of [SECRET_KEY, LINK_ID, '01012345678', 'Bearer']) expect(text).not.toContain(secret);
  });
});
