/**
 * The gateway operator's own library, driven against the sandbox: what it sends must be understood and what it reads
 * must be there. It knows only https on port 443, so `https.request` is wrapped to lead here.
 */
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { gatewayFor, issueRequest, LINK_ID, MERCHANT, SECRET_KEY, startSandbox } from '../test-fixtures.ts';

import type { Sandbox } from './server.ts';

type Callback = (answer: Record<string, unknown>) => void;
type Sdk = {
  config(options: Record<string, unknown>): void;
  CashbillService(): Record<'registIssue' | 'revokeRegistIssue' | 'getInfo' | 'getInfos' | 'getDetailInfo' | 'search' | 'checkMgtKeyInUse' | 'bulkSubmit' | 'getBulkResult' | 'delete', (...values: unknown[]) => void>;
};

const require = createRequire(import.meta.url);
const popbill = require('popbill') as Sdk;
const originalRequest = https.request;
let sandbox: Sandbox;
let hosts: string[];

beforeEach(async () => {
  // The library signs with this machine's clock and cannot be given another.
  // Long-lived tokens: the library keeps one across these tests, and goes by this machine's clock when the sandbox's is pushed.
  sandbox = await startSandbox({ clock: () => Date.now(), tokenLifeMs: 90 * 86_400_000 });
  hosts = [];
  const leadHere = (options: http.RequestOptions, onResponse: (response: http.IncomingMessage) => void): http.ClientRequest => {
    hosts.push(String(options.host));
    return http.request({ ...options, host: '127.0.0.1', port: sandbox.port, agent: false }, onResponse);
  };
  Object.assign(https, { request: leadHere });
  popbill.config({ LinkID: LINK_ID, SecretKey: SECRET_KEY, IsTest: true, IPRestrictOnOff: true, UseLocalTimeYN: true, defaultErrorHandler: () => undefined });
});

afterEach(async () => {
  Object.assign(https, { request: originalRequest });
  await sandbox.close();
});

/** The library takes a success and an error callback, last. */
function call(method: keyof ReturnType<Sdk['CashbillService']>, ...values: unknown[]): Promise<{ ok: boolean; answer: unknown }> {
  const { promise, resolve } = Promise.withResolvers<{ ok: boolean; answer: unknown }>();
  const success: Callback = (answer) => resolve({ ok: true, answer });
  const failure: Callback = (answer) => resolve({ ok: false, answer });
  popbill.CashbillService()[method](MERCHANT, ...values, success, failure);
  return promise;
}

function cashbill(mgtKey: string): Record<string, unknown> {
  return {
    mgtKey,
    tradeType: '승인거래',
    tradeUsage: '소득공제용',
    tradeOpt: '일반',
    taxationType: '과세',
    totalAmount: '11000',
    supplyCost: '10000',
    tax: '1000',
    serviceFee: '0',
    franchiseCorpNum: MERCHANT,
    franchiseCorpName: '계산대 상점',
    identityNum: '01012345678',
    itemName: '아메리카노',
    orderNumber: '000042',
    smssendYN: false,
  };
}

async function issued(mgtKey: string): Promise<{ confirmNum: string; tradeDate: string }> {
  const { ok, answer } = await call('registIssue', cashbill(mgtKey), '메모');
  expect(ok).toBe(true);
  expect(answer).toMatchObject({ code: 1, confirmNum: expect.stringMatching(/^TB\d{7}$/), tradeDate: expect.stringMatching(/^\d{8}$/) });
  return answer as { confirmNum: string; tradeDate: string };
}

describe('the official library against the sandbox', () => {
  it('issues, and finds what it issued by key, in detail, among many and by search', async () => {
    const { confirmNum, tradeDate } = await issued('sdk-1');
    await issued('sdk-2');
    expect(await call('getInfo', 'sdk-1')).toMatchObject({ ok: true, answer: { mgtKey: 'sdk-1', confirmNum, tradeDate, stateCode: 300, totalAmount: '11000', tradeUsage: '소득공제용' } });
    expect(await call('getDetailInfo', 'sdk-1')).toMatchObject({ ok: true, answer: { mgtKey: 'sdk-1', franchiseCorpNum: MERCHANT, franchiseCorpName: '계산대 상점', memo: '메모' } });
    expect(await call('getInfos', ['sdk-1', 'sdk-2', 'sdk-3'])).toMatchObject({ ok: true, answer: [{ mgtKey: 'sdk-1' }, { mgtKey: 'sdk-2' }] });
    const search = ['T', tradeDate, tradeDate, ['3**'], ['N', 'C'], ['P'], ['T', 'N'], '', 'D', 1, 10];
    expect(await call('search', ...search)).toMatchObject({ ok: true, answer: { code: 1, total: 2, perPage: 10, pageNum: 1, pageCount: 1, list: [{ mgtKey: 'sdk-2' }, { mgtKey: 'sdk-1' }] } });
    expect(hosts).toContain('auth.linkhub.co.kr');
    expect(hosts).toContain('popbill-test.linkhub.co.kr');
  });

  it('reads "no such document" as a key that is free', async () => {
    await issued('sdk-1');
    // Of an absent document the library's Node version passes the error on; its others read the code as "free".
    expect(await call('checkMgtKeyInUse', 'sdk-1')).toEqual({ ok: true, answer: true });
    expect(await call('getInfo', 'sdk-9')).toMatchObject({ ok: false, answer: { code: -14000003 } });
  });

  it('is refused a second document under one key', async () => {
    await issued('sdk-1');
    expect(await call('registIssue', cashbill('sdk-1'), '')).toMatchObject({ ok: false, answer: { code: -14001019 } });
    expect(sandbox.state().total).toBe(1);
  });

  it('cancels in part and then no more than is left', async () => {
    const { confirmNum, tradeDate } = await issued('sdk-1');
    const part = (mgtKey: string): Promise<{ ok: boolean; answer: unknown }> => call('revokeRegistIssue', mgtKey, confirmNum, tradeDate, false, '일부', '', true, 1, '6000', '600', '0', '6600', '', '');
    expect(await part('sdk-c1')).toMatchObject({ ok: true, answer: { code: 1 } });
    expect(await part('sdk-c2')).toMatchObject({ ok: false, answer: { code: -14001023 } });
    expect(await call('getInfo', 'sdk-c1')).toMatchObject({ ok: true, answer: { tradeType: '취소거래', orgConfirmNum: confirmNum, orgTradeDate: tradeDate, totalAmount: '6600' } });
  });

  it('cancels the whole with no amounts at all', async () => {
    const { confirmNum, tradeDate } = await issued('sdk-1');
    expect(await call('revokeRegistIssue', 'sdk-c1', confirmNum, tradeDate)).toMatchObject({ ok: true, answer: { code: 1 } });
    expect(await call('getInfo', 'sdk-c1')).toMatchObject({ ok: true, answer: { totalAmount: '11000' } });
  });

  it('issues in bulk and reads each result', async () => {
    const wrong = { ...cashbill('bulk-3'), tax: '1' };
    expect(await call('bulkSubmit', 'submit-1', [cashbill('bulk-1'), cashbill('bulk-2'), wrong])).toMatchObject({ ok: true, answer: { code: 1, receiptID: expect.any(String) } });
    expect(await call('getBulkResult', 'submit-1')).toMatchObject({
      ok: true,
      answer: { txState: 2, submitCount: 3, successCount: 2, failCount: 1, issueResult: [{ mgtKey: 'bulk-1', code: 1 }, { mgtKey: 'bulk-2', code: 1 }, { mgtKey: 'bulk-3', code: -14009003 }] },
    });
    expect(await call('bulkSubmit', 'submit-1', [cashbill('bulk-4')])).toMatchObject({ ok: false });
  });

  it('deletes only what the tax office refused, and the key is free again', async () => {
    sandbox.addFault({ act: 'issue', fault: { kind: 'nts-rejects', code: '1001', message: '오류' } });
    await issued('sdk-1');
    expect(await call('delete', 'sdk-1')).toMatchObject({ ok: false });
    sandbox.pushClock(3 * 86_400_000);
    expect(await call('delete', 'sdk-1')).toMatchObject({ ok: true, answer: { code: 1 } });
    expect(await call('checkMgtKeyInUse', 'sdk-1')).toMatchObject({ ok: false, answer: { code: -14000003 } });
    await issued('sdk-1');
  });

  it('and our client see the same documents', async () => {
    const { confirmNum } = await issued('sdk-1');
    const ours = gatewayFor(sandbox.url, { clock: () => Date.now() });
    expect(await ours.inquire('sdk-1')).toMatchObject({ kind: 'found', receipt: { approvalNumber: confirmNum, totalWon: 11_000, state: 'issued' } });
    const { tradeDt: _, ...request } = issueRequest('ours-1');
    expect(await ours.issue(request)).toMatchObject({ kind: 'issued' });
    expect(await call('getInfo', 'ours-1')).toMatchObject({ ok: true, answer: { mgtKey: 'ours-1', itemName: '아메리카노 외 1건' } });
  });
});
