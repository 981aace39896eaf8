import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { CANCEL, HASTY, PATIENT, RECEIPT, SALE, setUpBench, type Bench } from '../testing/bench.ts';
import type { Pairs } from './codec.ts';
import { faultOfRequest, judge } from './judge.ts';
import { pairsOfTrade } from './request.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});
async function setUp(limits = PATIENT): Promise<Bench> {
  const bench = await setUpBench('kicc-ed721', limits);
  cleanups.push(bench.close);
  return bench;
}
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await pause(5);
};

describe('a KICC ED-721', () => {
  it('tells who it is', async () => {
    const { terminal } = await setUp();
    expect(await terminal.info()).toEqual({ state: 'answers', model: 'K03', version: '0023', serial: '3K0000000001', terminalId: '1234567' });
  });

  it('says whether it took a signature', async () => {
    const { trade } = await setUp();
    expect((await trade(SALE)).outcome).toMatchObject({ approval: { signedAtTerminal: true } });
  });

  it('gives up waiting by itself', async () => {
    const { trade } = await setUp();
    expect((await trade(SALE, { answer: 'nobody-acts' })).outcome).toEqual({ state: 'cancelled', by: 'time' });
  });

  it('first gives the result of an earlier trade: that one is kept, and ours is waited for', async () => {
    const { trade, unasked, wrongs } = await setUp();
    expect((await trade(SALE, { answer: 'foreign' })).outcome).toMatchObject({ state: 'approved', approval: { totalWon: 55_000 } });
    expect(unasked).toMatchObject([{ tradeNumber: 'EARLIER-TRADE-1', outcome: { state: 'approved', approval: { totalWon: 777 } } }]);
    expect(wrongs()).toEqual([]);
  });

  it('ends an earlier trade before it takes ours: that CANCELED is not ours', async () => {
    const { trade, wrongs } = await setUp();
    expect((await trade(SALE, { staleEnd: true })).outcome).toMatchObject({ state: 'approved' });
    expect(wrongs()).toEqual([]);
  });

  it('is initialised after a trade left open, whose end is told', async () => {
    const { trade, unasked, wrongs } = await setUp(HASTY);
    expect((await trade(SALE, { customerMs: 60_000 })).outcome).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    expect((await trade({ ...SALE, tradeNumber: 'POS1-0002' })).outcome).toMatchObject({ state: 'approved' });
    expect(unasked).toEqual([{ tradeNumber: 'POS1-0001', outcome: { state: 'cancelled', by: 'customer' } }]);
    expect(wrongs()).toEqual([]);
  });

  it('repeats a result: it is acknowledged again and told once', async () => {
    const { trade, unasked } = await setUp();
    await trade(SALE, { result: 'twice' });
    await trade({ ...SALE, tradeNumber: 'POS1-0002' }, { result: 'twice' });
    await pause(50);
    expect(unasked).toEqual([]);
  });

  it('takes a sale by itself: the result is acknowledged and told', async () => {
    const { terminal, unasked, simulator } = await setUp();
    await terminal.info();
    simulator.keyedSale(5_000);
    await until(() => unasked.length > 0 && (simulator.state().trades[0]?.confirmed ?? false));
    expect(unasked).toMatchObject([{ tradeNumber: '', outcome: { state: 'approved', approval: { totalWon: 5_000 } } }]);
  });

  it('opens its line again after it was cut', async () => {
    const { trade, simulator } = await setUp();
    await trade(SALE);
    await simulator.cut();
    expect((await trade({ ...SALE, tradeNumber: 'POS1-0002' })).outcome).toMatchObject({ state: 'approved' });
  });
});

describe('asking an ED-721 for its last result', () => {
  const inquiry = { of: SALE, inquiryNumber: 'INQ-0001' };

  async function afterLostResult(script: { inquiry: 'stored' | 'fail' | 'silent' | 'echo-only' }): Promise<Bench> {
    const bench = await setUp({ ...HASTY, inquiryTimeoutMs: script.inquiry === 'silent' ? 250 : 20_000 });
    expect((await bench.trade(SALE, { result: 'lost' })).outcome).toMatchObject({ state: 'unknown' });
    bench.simulator.next(script);
    return bench;
  }

  it('a stored result with this trade’s number is evidence', async () => {
    const { terminal } = await afterLostResult({ inquiry: 'stored' });
    expect(await terminal.inquire(inquiry)).toMatchObject({ state: 'found', outcome: { state: 'approved', approval: { approvalNumber: '30000001' } } });
  });

  it('also when the line dropped in between', async () => {
    const { terminal, trade, simulator } = await setUp();
    expect((await trade(SALE, { dropAt: 'mid-result' })).outcome).toMatchObject({ state: 'unknown' });
    simulator.next({ inquiry: 'stored' });
    expect(await terminal.inquire(inquiry)).toMatchObject({ state: 'found', outcome: { state: 'approved' } });
  });

  it('another trade’s is not, and is named', async () => {
    const { terminal } = await afterLostResult({ inquiry: 'stored' });
    expect(await terminal.inquire({ ...inquiry, of: { ...SALE, tradeNumber: 'POS1-0077' } })).toMatchObject({ state: 'no-evidence', other: 'POS1-0001' });
  });

  it.each([
    ['FAIL', { inquiry: 'fail' }],
    ['silence', { inquiry: 'silent' }],
    ['an echo of the question’s own number', { inquiry: 'echo-only' }],
  ] as const)('%s proves nothing', async (_name, script) => {
    const { terminal } = await afterLostResult(script);
    expect(await terminal.inquire(inquiry)).toMatchObject({ state: 'no-evidence' });
  });

  it('is not asked with the trade’s own number', async () => {
    const { terminal } = await setUp();
    expect(await terminal.inquire({ of: SALE, inquiryNumber: SALE.tradeNumber })).toMatchObject({ state: 'not-sent', cause: 'invalid' });
  });
});

describe('requests and answers', () => {
  it('carry the total, and of an original its number and its date in six digits', () => {
    expect(pairsOfTrade(SALE, '002')).toEqual({ S00: '002', S01: 'D1', S02: '40', S09: '03', S10: '55000', S15: '0', S16: '5000', S23: 'POS1-0001' });
    expect(pairsOfTrade(CANCEL, '001')).toEqual({ S01: 'D4', S02: '40', S09: '03', S10: '55000', S12: '30012345', S13: '260414', S23: 'POS1-0002' });
    expect(pairsOfTrade({ ...RECEIPT, purpose: 'expense-proof' }, '002')).toMatchObject({ S01: 'B1', S11: '01' });
    for (const request of [SALE, CANCEL, RECEIPT]) expect(faultOfRequest(pairsOfTrade(request, '002'))).toBeUndefined();
  });

  it('a customer number that could not be sent is refused, not left out', async () => {
    const { trade } = await setUp();
    expect((await trade({ ...RECEIPT, customerNumber: '01012345678' })).outcome).toMatchObject({ state: 'not-sent', cause: 'invalid' });
  });

  const approved: Pairs = { S01: 'D1', S10: '55000', S23: 'POS1-0001', R04: '0000', R09: '30012345    ', R07: '2604151030153', R19: 'KICC로제출' };

  it.each([
    ['all agrees', {}, 'approved'],
    ['a chip card', { S01: 'I1' }, 'approved'],
    ['a sum with leading zeros', { S10: '0000055000' }, 'approved'],
    ['another reply code', { R04: '8324' }, 'declined'],
    ['no reply code', { R04: '' }, 'unknown'],
    ['no approval number', { R09: '   ' }, 'unknown'],
    ['zero for an approval number', { R09: '00000000' }, 'unknown'],
    ['a void slip', { R19: '전표:효력없음' }, 'unknown'],
    ['another sum', { S10: '5500' }, 'unknown'],
    ['another kind', { S01: 'I4' }, 'unknown'],
  ])('%s: %s', (_name, changed, state) => {
    expect(judge(SALE, { ...approved, ...changed })).toMatchObject({ state });
  });

  it('words shown beside an approval are for a person to look at', () => {
    expect(judge(SALE, { ...approved, R17: '확인요망' })).toMatchObject({ state: 'approved', checks: ['displayed-text'] });
  });
});
