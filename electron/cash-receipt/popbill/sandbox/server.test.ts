/** The sandbox on its own: the rules of the sheet, asked for in the sheet's words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { tokenSignature } from '../signing.ts';
import { LINK_ID, MERCHANT, NOW_MS, SECRET_KEY, startSandbox, TODAY, TRADE_DT } from '../test-fixtures.ts';

import { isBusinessNumber, sentState } from './rules.ts';
import type { Sandbox } from './server.ts';

let sandbox: Sandbox;
let bearer: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  bearer = await token();
});
afterEach(() => sandbox.close());

async function tokenAnswer(changes: { path?: string; date?: string; version?: string; linkId?: string; signedBody?: string; body?: string } = {}): Promise<Response> {
  const path = changes.path ?? '/POPBILL_TEST/Token';
  const body = changes.body ?? JSON.stringify({ access_id: MERCHANT, scope: ['member', '140'] });
  const date = changes.date ?? new Date(NOW_MS).toISOString();
  const signature = tokenSignature({ secretKey: SECRET_KEY, body: Buffer.from(changes.signedBody ?? body), date, path });
  const headers = { 'x-lh-date': date, 'x-lh-version': changes.version ?? '2.0', Authorization: `LINKHUB ${changes.linkId ?? LINK_ID} ${signature}` };
  return fetch(`${sandbox.url}${path}`, { method: 'POST', body, headers });
}

async function token(): Promise<string> {
  const answer: unknown = await (await tokenAnswer()).json();
  if (typeof answer !== 'object' || answer === null || !('session_token' in answer)) throw new Error('no token');
  return String(answer.session_token);
}

async function call(path: string, options: { method?: string; override?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: { Authorization: `Bearer ${bearer}`, ...(options.override === undefined ? {} : { 'X-HTTP-Method-Override': options.override }), ...options.headers },
    ...(options.body === undefined ? {} : { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
  });
  return { status: response.status, body: await response.json() };
}

function cashbill(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { mgtKey: 'k-1', tradeType: '승인거래', tradeUsage: '소득공제용', taxationType: '과세', totalAmount: '11000', supplyCost: '10000', tax: '1000', serviceFee: '0', franchiseCorpNum: MERCHANT, identityNum: '01012345678', ...changes };
}

function issue(changes: Record<string, unknown> = {}): Promise<{ status: number; body: unknown }> {
  return call('/Cashbill', { override: 'ISSUE', body: cashbill(changes) });
}

describe('the authority', () => {
  it.each([
    ['a body that is not the signed one', { signedBody: '{}' }, -99010007],
    ['a date an hour off', { date: new Date(NOW_MS - 3_600_000).toISOString() }, -99010004],
    ['no date', { date: '' }, -99010004],
    ['another version', { version: '1.0' }, -99010003],
    ['an unknown link id', { linkId: 'OTHER' }, -99010001],
    ['no scope for cash receipts', { body: JSON.stringify({ access_id: MERCHANT, scope: ['member'] }) }, -99010006],
    ['a business number of nine digits', { body: JSON.stringify({ access_id: '123456789', scope: ['140'] }) }, -10010006],
    ['rubbish', { body: 'rubbish' }, -99010005],
  ] as const)('refuses %s', async (_, changes, code) => {
    const response = await tokenAnswer(changes);
    expect(response.status).not.toBe(200);
    expect(await response.json()).toMatchObject({ code });
  });

  it('tells the time', async () => {
    expect(await (await fetch(`${sandbox.url}/Time`)).text()).toBe(new Date(NOW_MS).toISOString());
  });

  it('gives tokens that end, cannot be altered and are asked for', async () => {
    expect(await call('/Cashbill/k-1', { headers: { Authorization: '' } })).toMatchObject({ status: 401, body: { code: -10000033 } });
    const [content, mac] = bearer.split('.');
    const altered = Buffer.from(Buffer.from(content ?? '', 'base64url').toString().replace(MERCHANT, '1248100998')).toString('base64url');
    expect(await call('/Cashbill/k-1', { headers: { Authorization: `Bearer ${altered}.${mac}` } })).toMatchObject({ status: 401 });
    sandbox.pushClock(31 * 60_000);
    expect(await call('/Cashbill/k-1')).toMatchObject({ status: 401, body: { code: -10000033 } });
  });
});

describe('an issue', () => {
  it.each([
    ['a key with a dot', { mgtKey: 'a.b' }, -14009001],
    ['a key of 25', { mgtKey: 'a'.repeat(25) }, -14009001],
    ['no merchant', { franchiseCorpNum: '' }, -14001001],
    ['another’s merchant number', { franchiseCorpNum: '1248100998' }, -14001002],
    ['no kind', { tradeType: '' }, -14001017],
    ['no purpose', { tradeUsage: '' }, -14001018],
    ['an unknown option', { tradeOpt: '모름' }, -14009009],
    ['no taxation', { taxationType: '' }, -14009009],
    ['no identifier', { identityNum: '' }, -14001004],
    ['a phone too short', { identityNum: '010123456' }, -14009004],
    ['a business number for income deduction', { identityNum: '1248100998' }, -14009004],
    ['self-issue as expense proof', { tradeUsage: '지출증빙용', identityNum: '0100001234' }, -14009004],
    ['a business number with a wrong digit', { tradeUsage: '지출증빙용', identityNum: '1248100999' }, -14009004],
    ['no service fee', { serviceFee: null }, -14001008],
    ['a negative supply', { supplyCost: '-1' }, -14001011],
    ['no tax', { tax: '' }, -14001012],
    ['no total', { totalAmount: undefined }, -14001014],
    ['amounts that do not add up', { totalAmount: '11001' }, -14009003],
    ['zero', { totalAmount: '0', supplyCost: '0', tax: '0' }, -14009003],
    ['tax on 비과세', { taxationType: '비과세' }, -14009003],
    ['a trade of the day before yesterday', { tradeDT: '20260228120000' }, -14009002],
    ['a trade of tomorrow', { tradeDT: '20260303000000' }, -14009002],
  ])('is refused with %s', async (_, changes, code) => {
    expect(await issue(changes)).toMatchObject({ status: 400, body: { code } });
    expect(sandbox.state().total).toBe(0);
  });

  it('takes yesterday, and now when nothing is said', async () => {
    expect(await issue({ tradeDT: '20260301000000' })).toMatchObject({ body: { code: 1, tradeDate: '20260301' } });
    expect(await issue({ mgtKey: 'k-2' })).toMatchObject({ body: { code: 1, confirmNum: 'TB0000002', tradeDate: TODAY, tradeDT: TRADE_DT } });
  });

  it('packs its answer only for those who take it packed', async () => {
    const headers = { Authorization: `Bearer ${bearer}`, 'X-HTTP-Method-Override': 'ISSUE' };
    const packed = await fetch(`${sandbox.url}/Cashbill`, { method: 'POST', body: JSON.stringify(cashbill()), headers: { ...headers, 'Accept-Encoding': 'gzip,deflate' } });
    expect([packed.headers.get('content-encoding'), packed.headers.get('content-type')]).toEqual(['gzip', 'application/json;charset=utf-8']);
    const plain = await fetch(`${sandbox.url}/Cashbill/k-1`, { headers: { ...headers, 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });
});

describe('the tax office', () => {
  const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 2, day, hour - 9, minute);

  it('knows about 14:00 of the next day what was issued before 17:00', () => {
    expect(sentState(at(2, 16, 59), false, at(3, 8, 59)).stateCode).toBe(300);
    expect(sentState(at(2, 16, 59), false, at(3, 9)).stateCode).toBe(303);
    expect(sentState(at(2, 16, 59), false, at(3, 13, 59)).stateCode).toBe(303);
    expect(sentState(at(2, 16, 59), false, at(3, 14)).stateCode).toBe(304);
    expect(sentState(at(2, 16, 59), true, at(3, 14)).stateCode).toBe(305);
  });

  it('takes a day more for what was issued from 17:00 on, and for the small hours counts the day they belong to', () => {
    expect(sentState(at(2, 17), false, at(3, 14)).stateCode).toBe(300);
    expect(sentState(at(2, 17), false, at(4, 14)).stateCode).toBe(304);
    expect(sentState(at(2, 0, 1), false, at(3, 14)).stateCode).toBe(304);
  });

  it('must have the original before it is cancelled, when told so', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ cancelNeedsNts: true, tokenLifeMs: 90 * 86_400_000 });
    bearer = await token();
    await issue();
    const cancel = (): Promise<{ body: unknown }> => call('/Cashbill', { override: 'REVOKEISSUE', body: { mgtKey: 'c-1', orgConfirmNum: 'TB0000001', orgTradeDate: TODAY } });
    expect((await cancel()).body).toMatchObject({ code: -14001021 });
    sandbox.pushClock(2 * 86_400_000);
    expect((await cancel()).body).toMatchObject({ code: 1 });
  });
});

describe('looking', () => {
  it('searches by date, state, kind, purpose and words, page by page', async () => {
    for (const [at, changes] of [{}, { identityNum: '5272894912345678' }, { tradeUsage: '지출증빙용', identityNum: '1248100998' }, { taxationType: '비과세', supplyCost: '11000', tax: '0', itemName: '쌀' }].entries()) await issue({ mgtKey: `k-${at}`, ...changes });
    const found = async (query: string): Promise<unknown> => {
      const { body } = await call(`/Cashbill/Search?DType=I&SDate=${TODAY}&EDate=${TODAY}&${query}`);
      return typeof body === 'object' && body !== null && 'list' in body && Array.isArray(body.list) ? body.list.map((entry: { mgtKey: string }) => entry.mgtKey) : body;
    };
    expect(await found('Order=A')).toEqual(['k-0', 'k-1', 'k-2', 'k-3']);
    expect(await found('PerPage=3&Page=2')).toEqual(['k-0']);
    expect(await found('State=304')).toEqual([]);
    expect(await found('State=1**,300')).toHaveLength(4);
    expect(await found('TradeUsage=C')).toEqual(['k-2']);
    expect(await found('TaxationType=N&TradeType=N&TradeOpt=N')).toEqual(['k-3']);
    expect(await found('QString=01012345678')).toEqual(['k-3', 'k-0']);
    expect(await found(`QString=${encodeURIComponent('쌀')}`)).toEqual(['k-3']);
  });

  it.each(['DType=X&SDate=20260302&EDate=20260302', 'DType=I&SDate=20260303&EDate=20260302', 'DType=I&SDate=20250801&EDate=20260302', 'DType=I&SDate=20260302&EDate=20260302&PerPage=1001', 'DType=I&SDate=20260302&EDate=20260302&Page=0', 'DType=I'])(
    'refuses the search %s',
    async (query) => {
      expect(await call(`/Cashbill/Search?${query}`)).toMatchObject({ status: 400, body: { code: -14009006 } });
    },
  );

  it('takes up to 1000 keys at once', async () => {
    expect(await call('/Cashbill/States', { body: Array.from({ length: 1001 }, (_, at) => `k-${at}`) })).toMatchObject({ status: 400, body: { code: -14009005 } });
    expect(await call('/Cashbill/States', { body: ['k-1'] })).toEqual({ status: 200, body: [] });
  });

  it('shows a business only its own', async () => {
    await issue();
    const body = JSON.stringify({ access_id: '1248100998', scope: ['140'] });
    const other: unknown = await (await tokenAnswer({ body })).json();
    bearer = typeof other === 'object' && other !== null && 'session_token' in other ? String(other.session_token) : '';
    expect(await call('/Cashbill/k-1')).toMatchObject({ body: { code: -14000003 } });
    expect(await issue({ franchiseCorpNum: '1248100998' })).toMatchObject({ body: { code: 1 } });
  });

  it('knows no other calls, and no bodies that are not JSON', async () => {
    expect(await call('/Cashbill/k-1/Logs')).toMatchObject({ status: 404 });
    expect(await call('/Cashbill', { override: 'ISSUE', body: '{' })).toMatchObject({ status: 400, body: { code: -14009009 } });
    expect(await call('/Cashbill', { override: 'ISSUE', body: 'x'.repeat(1_100_000) })).toMatchObject({ status: 413 });
  });
});

describe('the control', () => {
  it('scripts faults in order and for so many calls, and forgets them when told', async () => {
    const script = (body: unknown): Promise<{ status: number }> => call('/_control/faults', { body });
    await script({ act: 'status', times: 2, fault: { kind: 'refuse', code: -1, message: 'first' } });
    await script({ act: 'any', fault: { kind: 'refuse', code: -2, message: 'second' } });
    const codes: unknown[] = [];
    for (let at = 0; at < 4; at += 1) codes.push((await call('/Cashbill/k-1')).body);
    expect(codes).toMatchObject([{ code: -1 }, { code: -1 }, { code: -2 }, { code: -14000003 }]);
    await script({ act: 'any', times: 5, fault: { kind: 'drop-before' } });
    await call('/_control/faults', { method: 'DELETE' });
    expect(await call('/Cashbill/k-1')).toMatchObject({ body: { code: -14000003 } });
    expect((await script({ act: 'any', fault: { kind: 'explode' } })).status).toBe(400);
  });

  it('keeps the script and the log within bounds', async () => {
    for (let at = 0; at < 100; at += 1) sandbox.addFault({ act: 'bulk', fault: { kind: 'drop-before' } });
    expect(() => sandbox.addFault({ act: 'bulk', fault: { kind: 'drop-before' } })).toThrow(RangeError);
    for (let at = 0; at < 510; at += 1) await fetch(`${sandbox.url}/Time`);
    expect(sandbox.log()).toHaveLength(500);
  });

  it('pushes the clock forward only, and not for ever', async () => {
    expect((await call('/_control/clock', { body: { pushMs: -1 } })).status).toBe(400);
    expect((await call('/_control/clock', { body: { pushMs: 86_400_000 } })).status).toBe(200);
    expect(sandbox.state().nowMs).toBe(NOW_MS + 86_400_000);
    expect(() => sandbox.pushClock(400 * 86_400_000)).toThrow(RangeError);
  });

  it('obeys no page in a browser', async () => {
    expect((await call('/_control/state', { headers: { Origin: 'https://example.com' } })).status).toBe(403);
    expect((await call('/_control/state')).status).toBe(200);
  });
});

describe('business numbers', () => {
  it('pass by their check digit, the test member by its name', () => {
    for (const number of ['1248100998', '1018109147', '1048137225', '2208162517', '1208147521', '1168119948', '1234567890']) expect(isBusinessNumber(number)).toBe(true);
    for (const number of ['1248100999', '124810099', '12481009980', '124-81-0099']) expect(isBusinessNumber(number)).toBe(false);
  });
});
