import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { HASTY, PATIENT, CANCEL, RECEIPT, SALE, setUpBench, type Bench } from '../testing/bench.ts';
import { belongingOf, judge } from './judge.ts';
import { requestOf } from './request.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});
async function setUp(limits = PATIENT): Promise<Bench> {
  const bench = await setUpBench('koces-cat', limits);
  cleanups.push(bench.close);
  return bench;
}
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await pause(5);
};

describe('a KOCES CAT', () => {
  it('tells each stage', async () => {
    const { trade } = await setUp();
    // With time between them, so that the ACK is heard before the notice.
    expect((await trade(SALE, { customerMs: 50 })).stages).toEqual(['connecting', 'asking-terminal', 'waiting-for-customer', 'insert-card', 'approving', 'confirming']);
  });

  it('is asked for the net sum, and for the whole sum of a cancel with zero beside it', () => {
    expect(requestOf({ ...SALE, amounts: { totalWon: 12_000, vatWon: 1_000, serviceChargeWon: 500, taxFreeWon: 500 } }).values).toMatchObject({ amount: 10_000, tax: 1_000, service: 500, taxFree: 500, installment: '03' });
    const cancel = requestOf(CANCEL).values;
    expect(cancel).toMatchObject({ amount: 55_000, orgDate: '20260414', orgAuthNo: '30012345' });
    expect([cancel['tax'], cancel['service'], cancel['taxFree']]).toEqual([undefined, undefined, undefined]);
    expect(requestOf({ ...RECEIPT, purpose: 'self-issue' }).values).toMatchObject({ customerNo: '0100001234', purpose: '3' });
    expect(requestOf({ ...RECEIPT, customerNumber: '01012345678' }).values).toMatchObject({ customerNo: '01012345678', purpose: '1' });
  });

  it.each([
    ['no EOT', { end: 'lost' }],
    ['the line dropped at the confirmation', { dropAt: 'confirm' }],
    ['the line dropped right behind the result', { dropAt: 'result' }],
  ] as const)('approved, but not closed: %s', async (_name, script) => {
    const { trade, wrongs } = await setUp({ ...PATIENT, closingTimeoutMs: 200 });
    expect((await trade(SALE, script)).outcome).toMatchObject({ state: 'approved', checks: ['not-closed'], approval: { approvalNumber: '30000001' } });
    expect(wrongs()).toEqual([]);
  });

  it('repeats ACK ACK once on NAK, and never the request', async () => {
    const { trade, simulator } = await setUp();
    expect((await trade(SALE, { linkNak: true })).outcome).toMatchObject({ state: 'approved' });
    expect(simulator.state().trades).toHaveLength(1);
  });

  it('is told to stop when nobody acted, and says so', async () => {
    const { trade } = await setUp({ ...HASTY, closingTimeoutMs: 20_000 });
    expect((await trade(SALE, { customerMs: 60_000 })).outcome).toEqual({ state: 'cancelled', by: 'time' });
  });

  it('cannot be stopped once it approves', async () => {
    const { terminal, simulator } = await setUp();
    simulator.next({ approvalMs: 300 });
    const stages: string[] = [];
    const pending = terminal.trade(SALE, { onStage: (stage) => stages.push(stage) });
    await until(() => stages.includes('approving'));
    expect(await terminal.abort()).toEqual({ state: 'too-late' });
    expect(await pending).toMatchObject({ state: 'approved' });
  });

  it('gives the result of another trade: ours is unknown, the other is confirmed and kept', async () => {
    const { trade, unasked, simulator, wrongs } = await setUp();
    expect((await trade(SALE, { answer: 'foreign' })).outcome).toMatchObject({ state: 'unknown', reason: 'contradictory-answer' });
    expect(unasked).toMatchObject([{ tradeNumber: 'EARLIER-TRADE-1', outcome: { state: 'approved' } }]);
    await until(() => simulator.state().trades[0]?.confirmed ?? false);
    expect(wrongs()).toEqual([]);
  });

  it('may leave out our number: then kind and sums must agree', async () => {
    const { trade } = await setUp();
    expect((await trade(SALE, { echo: false })).outcome).toMatchObject({ state: 'approved' });
  });

  it('has no inquiry, and says so without a byte', async () => {
    const { terminal, simulator } = await setUp();
    expect(await terminal.inquire({ of: SALE, inquiryNumber: 'INQ-1' })).toMatchObject({ state: 'not-sent', cause: 'not-supported' });
    expect(simulator.state().connections).toBe(0);
  });

  it('never has two connections: a late one ends with the next trade', async () => {
    const { trade, simulator } = await setUp(HASTY);
    await trade(SALE, { answer: 'silent' });
    expect((await trade({ ...SALE, tradeNumber: 'POS1-0002' })).outcome).toMatchObject({ state: 'approved' });
    await until(() => simulator.state().open === 0);
    expect(simulator.state().connections).toBe(2);
  });
});

describe('judging a result', () => {
  const approved = { reply: '0000', authNo: '30012345', orgDate: '', merchantData: SALE.tradeNumber, totalAmount: 55_000 };

  it.each(['0001', '0002', '9901', ''])('reply code "%s" is neither approved nor declined', (reply) => {
    expect(judge(SALE, { ...approved, reply })).toMatchObject({ state: 'unknown' });
  });

  it('an approval for a cancel, or a cancel for an approval, proves nothing', () => {
    expect(judge(SALE, { ...approved, orgDate: '20260414' })).toMatchObject({ state: 'unknown' });
    expect(judge(CANCEL, approved)).toMatchObject({ state: 'unknown' });
    expect(judge(CANCEL, { ...approved, orgDate: '20260414', orgAuthNo: '30012345' })).toMatchObject({ state: 'approved' });
    expect(judge(CANCEL, { ...approved, orgDate: '20260414', orgAuthNo: '30099999' })).toMatchObject({ state: 'unknown' });
  });

  it('knows whose it is', () => {
    expect(belongingOf(SALE, 'G120', approved)).toBe('ours');
    expect(belongingOf(SALE, 'G120', { ...approved, merchantData: 'POS1-0000' })).toBe('foreign');
    expect(belongingOf(SALE, 'G130', approved)).toBe('mismatched');
    const silent = { ...approved, merchantData: '' };
    expect(belongingOf(SALE, 'G120', silent)).toBe('ours');
    expect(belongingOf(SALE, 'G120', { ...silent, totalAmount: 50_000 })).toBe('ours');
    expect(belongingOf(SALE, 'G120', { ...silent, totalAmount: 777 })).toBe('foreign');
    expect(belongingOf(SALE, 'G120', { ...silent, orgDate: '20260414' })).toBe('foreign');
  });
});
