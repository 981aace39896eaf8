import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { hasPtyPairs } from '../simulator-pty.ts';
import { parseDeviceAddress } from '../transport/address.ts';
import { createKiccEd721 } from './kicc-ed721/driver.ts';
import { createKocesCat } from './koces-cat/driver.ts';
import type { TerminalLimits, TradeRequest } from './port.ts';
import { startTerminalSimulatorProcess } from './simulator/process.ts';
import type { Script } from './simulator/script.ts';
import { CANCEL, HASTY, PATIENT, RECEIPT, RECEIPT_CANCEL, SALE, setUpBench, type Bench } from './testing/bench.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
type Family = (typeof FAMILIES)[number];

async function setUp(family: Family, limits: Partial<TerminalLimits> = PATIENT, line: 'tcp' | 'pty' = 'tcp'): Promise<Bench> {
  const bench = await setUpBench(family, limits, line);
  cleanups.push(bench.close);
  return bench;
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await pause(5);
};

describe.each(FAMILIES)('%s: what a terminal that is well does', (family) => {
  it('approves a card, and the result is confirmed to it', async () => {
    const { trade, simulator, wrongs } = await setUp(family);
    const { outcome, stages } = await trade(SALE);
    expect(outcome).toMatchObject({
      state: 'approved', checks: [],
      approval: { approvalNumber: '30000001', cancels: false, installmentMonths: 3, issuer: { name: expect.stringMatching(/^KB/) }, tradedAt: '20260415103015' },
    });
    expect(stages).toEqual(expect.arrayContaining(['connecting', 'asking-terminal', 'waiting-for-customer']));
    await until(() => simulator.state().trades[0]?.confirmed ?? false);
    expect(simulator.state().trades).toMatchObject([{ number: 'POS1-0001', totalWon: 55_000, approved: true }]);
    expect(wrongs()).toEqual([]);
  });

  it('cancels, issues and cancels a cash receipt', async () => {
    const { trade, wrongs } = await setUp(family);
    for (const request of [CANCEL, RECEIPT, RECEIPT_CANCEL]) expect((await trade(request)).outcome).toMatchObject({ state: 'approved', approval: { cancels: 'original' in request } });
    expect(wrongs()).toEqual([]);
  });

  it('says no with the issuer’s words', async () => {
    const { trade, wrongs } = await setUp(family);
    expect((await trade(SALE, { answer: 'decline', message: '한도초과' })).outcome).toEqual({ state: 'declined', by: 'issuer', code: '8324', message: '한도초과' });
    expect(wrongs()).toEqual([]);
  });

  it('waits for a slow customer', async () => {
    const { trade } = await setUp(family);
    expect((await trade(SALE, { customerMs: 400, approvalMs: 200 })).outcome).toMatchObject({ state: 'approved' });
  });

  it('serves several requests one after the other, and refuses more than its limit', async () => {
    const { trade, simulator, wrongs } = await setUp(family, { ...PATIENT, maxRequests: 3 });
    const outcomes = await Promise.all([1, 2, 3, 4].map((number) => trade({ ...SALE, tradeNumber: `POS1-000${number}` }, { customerMs: 20 })));
    expect(outcomes.map(({ outcome }) => outcome.state)).toEqual(['approved', 'approved', 'approved', 'not-sent']);
    expect(outcomes[3]?.outcome).toMatchObject({ cause: 'busy' });
    expect(simulator.state().trades).toHaveLength(3);
    expect(wrongs()).toEqual([]);
  });

  it('answers that it is there', async () => {
    const { terminal } = await setUp(family);
    expect(await terminal.info()).toMatchObject({ state: 'answers' });
  });
});

type Case = readonly [name: string, script: Partial<Script>, expected: object, request: TradeRequest];
const cases = (...given: readonly (readonly [name: string, script: Partial<Script>, expected: object, request?: TradeRequest])[]): Case[] =>
  given.map(([name, script, expected, request = SALE]) => [name, script, expected, request]);

/** What both families say to the same fault. */
const BOTH = cases(
  ['customer cancels', { answer: 'customer-cancels' }, { state: 'cancelled', by: 'customer' }],
  ['terminal will not begin', { answer: 'refuse' }, { state: 'declined', by: 'terminal' }],
  ['no answer at all', { answer: 'silent' }, { state: 'unknown', reason: 'no-answer' }],
  ['ACK lost, result comes', { ack: 'lost' }, { state: 'approved' }],
  ['ACK lost and no result', { ack: 'lost', result: 'lost' }, { state: 'unknown', reason: 'no-answer' }],
  ['result lost', { result: 'lost' }, { state: 'unknown', reason: 'no-answer' }],
  ['request refused with NAK', { answer: 'nak' }, { state: 'unknown', reason: 'nak' }],
  ['wrong check byte', { result: 'damaged' }, { state: 'unknown', reason: 'damaged-answer' }],
  ['result twice', { result: 'twice' }, { state: 'approved' }],
  ['every byte by itself', { pieces: 'bytes' }, { state: 'approved' }],
  ['frames glued together', { pieces: 'glued' }, { state: 'approved' }],
  ['approval number zero', { answer: 'zero-approval' }, { state: 'unknown', reason: 'contradictory-answer' }],
  ['no approval number', { answer: 'no-approval-number' }, { state: 'unknown', reason: 'contradictory-answer' }],
  ['cancel that is no cancel', { answer: 'no-cancel', code: '8414' }, { state: 'declined', by: 'issuer', code: '8414' }, CANCEL],
  ['cancel of another trade', { answer: 'other-original' }, { state: 'unknown', reason: 'contradictory-answer' }, CANCEL],
  ['link check without answer', { linkCheck: 'silent' }, { state: 'not-sent', cause: 'silent' }],
  ['line dropped at the link check', { dropAt: 'connect' }, { state: 'not-sent', cause: 'unreachable' }],
  ['line dropped with the request', { dropAt: 'request' }, { state: 'unknown', reason: 'line-dropped' }],
  ['line dropped after the ACK', { dropAt: 'ack' }, { state: 'unknown', reason: 'line-dropped' }],
  ['line dropped while approving', { dropAt: 'approving' }, { state: 'unknown', reason: 'line-dropped' }],
  ['line dropped in the result', { dropAt: 'mid-result' }, { state: 'unknown', reason: 'damaged-answer' }],
);

const LIMITS_OF = (family: Family, script: Partial<Script>): Partial<TerminalLimits> => {
  if (script.linkCheck === 'silent') return { ...PATIENT, linkCheckTimeoutMs: 400 };
  // A KOCES CAT says when it approves: only from then on the limit may be short, or a slow machine would be told to stop.
  if (family === 'koces-cat' && script.answer === undefined) return { ...HASTY, customerTimeoutMs: 25_000 };
  return script.answer === 'silent' || script.answer === 'nak' || (script.result ?? 'sent') === 'lost' || script.result === 'damaged' ? HASTY : PATIENT;
};

describe.each(FAMILIES)('%s: faults, and what the driver says', (family) => {
  it.each(BOTH)('%s', async (_name, script, expected, request) => {
    const { trade, wrongs, simulator } = await setUp(family, LIMITS_OF(family, script));
    // A second sale must be possible after every fault, and must not inherit anything of the first.
    const { outcome } = await trade(request, script);
    expect(outcome).toMatchObject(expected);
    expect((await trade({ ...SALE, tradeNumber: 'POS1-0009' }, {})).outcome.state).toMatch(script.linkCheck === 'silent' || script.dropAt === 'connect' ? /not-sent|approved/ : /approved/);
    expect(simulator.state().trades.filter(({ number }) => number === request.tradeNumber).length).toBeLessThanOrEqual(1);
    expect(wrongs()).toEqual([]);
  });

  it('line dropped right behind the link check: nothing was asked for, whichever of the two ends found out first', async () => {
    const { trade, simulator, wrongs } = await setUp(family);
    expect((await trade(SALE, { dropAt: 'link-check' })).outcome.state).toMatch(/not-sent|unknown/);
    expect(simulator.state().trades).toEqual([]);
    expect(wrongs()).toEqual([]);
  });

  it('nobody there', async () => {
    const { terminal, simulator } = await setUp(family);
    await simulator.close();
    expect(await terminal.trade(SALE)).toMatchObject({ state: 'not-sent', cause: 'unreachable' });
    expect(await terminal.info()).toMatchObject({ state: 'absent', cause: 'unreachable' });
  });

  it('answer after the time limit: unknown, then told as evidence', async () => {
    const { trade, unasked, simulator, wrongs } = await setUp(family, { ...PATIENT, approvalTimeoutMs: 300, ...(family === 'kicc-ed721' ? { customerTimeoutMs: 300 } : {}) });
    expect((await trade(SALE, { approvalMs: 900 })).outcome).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    await until(() => unasked.length > 0);
    expect(unasked).toMatchObject([{ tradeNumber: 'POS1-0001', outcome: { state: 'approved', approval: { approvalNumber: '30000001' } } }]);
    await until(() => simulator.state().trades[0]?.confirmed ?? false);
    expect(wrongs()).toEqual([]);
  });

  it('is not asked how it is while the answer of a trade may still come', async () => {
    const { terminal, trade, unasked } = await setUp(family, { ...PATIENT, approvalTimeoutMs: 300, ...(family === 'kicc-ed721' ? { customerTimeoutMs: 300 } : {}) });
    const pending = trade(SALE, { approvalMs: 900 });
    expect(await terminal.info()).toMatchObject({ state: 'absent', cause: 'busy' });
    expect((await pending).outcome).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    expect(await terminal.info()).toMatchObject({ state: 'absent', cause: 'busy' });
    await until(() => unasked.length > 0);
    expect(unasked).toMatchObject([{ tradeNumber: 'POS1-0001', outcome: { state: 'approved' } }]);
    await expect.poll(() => terminal.info()).toMatchObject({ state: 'answers' });
  });

  it('is asked again once nothing can come any more', async () => {
    const { terminal, trade } = await setUp(family, { ...HASTY, lingerMs: 100 });
    expect((await trade(SALE, { answer: 'silent' })).outcome).toMatchObject({ state: 'unknown' });
    await expect.poll(() => terminal.info()).toMatchObject({ state: 'answers' });
  });

  it('the counter stops it before a card is there', async () => {
    const { terminal, trade, simulator, wrongs } = await setUp(family);
    expect(await terminal.abort()).toEqual({ state: 'nothing-under-way' });
    const pending = trade(SALE, { customerMs: 60_000 });
    await until(() => simulator.state().trades.length === 1);
    expect(await terminal.abort()).toEqual({ state: 'asked' });
    expect(await terminal.abort()).toEqual({ state: 'too-late' });
    expect((await pending).outcome).toEqual({ state: 'cancelled', by: 'counter' });
    expect(wrongs()).toEqual([]);
  });

  it('the counter stops it while it still connects: nothing is asked for', async () => {
    const { terminal, simulator } = await setUp(family);
    const aborts: Promise<unknown>[] = [];
    const outcome = await terminal.trade(SALE, { onStage: (stage) => void (stage === 'connecting' && aborts.push(terminal.abort())) });
    expect(await Promise.all(aborts)).toEqual([{ state: 'asked' }]);
    expect(outcome).toEqual({ state: 'cancelled', by: 'counter' });
    expect(simulator.state().trades).toEqual([]);
  });

  it.each([
    ['no trade number', { ...SALE, tradeNumber: '' }],
    ['a trade number that would end its field', { ...SALE, tradeNumber: 'A;B=C' }],
    ['a trade number that is too long', { ...SALE, tradeNumber: 'X'.repeat(21) }],
    ['nothing to pay', { ...SALE, amounts: { ...SALE.amounts, totalWon: 0, vatWon: 0 } }],
    ['a sum beyond its field', { ...SALE, amounts: { ...SALE.amounts, totalWon: 1_000_000_000 } }],
    ['parts that exceed the total', { ...SALE, amounts: { ...SALE.amounts, vatWon: 55_001 } }],
    ['half a won', { ...SALE, amounts: { ...SALE.amounts, vatWon: 0.5 } }],
    ['a cancel without its date', { ...CANCEL, original: { ...CANCEL.original, tradeDate: '260414' } }],
    ['a cancel without its number', { ...CANCEL, original: { ...CANCEL.original, approvalNumber: ' ' } }],
  ])('refuses to send %s', async (_name, request) => {
    const { trade, simulator } = await setUp(family);
    expect((await trade(request)).outcome).toMatchObject({ state: 'not-sent', cause: 'invalid' });
    expect(simulator.state().trades).toEqual([]);
  });

  it('refuses what comes after it was closed', async () => {
    const { terminal } = await setUp(family);
    await terminal.close();
    expect(await terminal.trade(SALE)).toMatchObject({ state: 'not-sent', cause: 'closed' });
  });

  it('lets no full card number through, wherever the terminal puts one', async () => {
    const { trade, unasked } = await setUp(family);
    const outcomes = [
      await trade(SALE, { fullNumber: true }),
      await trade({ ...SALE, tradeNumber: 'POS1-0005' }, { fullNumber: true, answer: 'decline', message: '카드 9490123400001230' }),
      await trade(RECEIPT, { fullNumber: true }),
    ];
    const all = JSON.stringify([outcomes, unasked]);
    expect(all).not.toMatch(/9490123400001230|3012101|01012345678/);
    expect(all).toContain('94901234****123*');
  });
});

describe.skipIf(!hasPtyPairs())('over a serial cable (needs socat)', () => {
  it.each([
    ['approves', {}, { state: 'approved' }],
    ['every byte by itself', { pieces: 'bytes' }, { state: 'approved' }],
    ['customer cancels', { answer: 'customer-cancels' }, { state: 'cancelled' }],
    ['the cable is pulled while approving', { dropAt: 'approving' }, { state: 'unknown', reason: 'line-dropped' }],
    ['the cable is pulled with the request', { dropAt: 'request' }, { state: 'unknown', reason: 'line-dropped' }],
  ] as const)('kicc-ed721: %s', async (_name, script, expected) => {
    const { trade, wrongs } = await setUp('kicc-ed721', PATIENT, 'pty');
    expect((await trade(SALE, script)).outcome).toMatchObject(expected);
    expect(wrongs()).toEqual([]);
  });
});

describe('simulators as processes', () => {
  it.each([['koces-cat', false], ['kicc-ed721', false], ...(hasPtyPairs() ? [['kicc-ed721', true] as const] : [])] as const)('%s, pty %s', async (family, pty) => {
    const simulator = await startTerminalSimulatorProcess({ family, pty });
    cleanups.push(() => simulator.stop());
    const parsed = parseDeviceAddress(simulator.address);
    if (!parsed.ok) throw new Error(parsed.reason);
    const options = { address: parsed.address, limits: PATIENT };
    const terminal = family === 'koces-cat' ? createKocesCat(options) : createKiccEd721(options);
    cleanups.push(() => terminal.close());
    expect(await terminal.trade(SALE)).toMatchObject({ state: 'approved' });
    await simulator.next({ answer: 'decline' });
    expect(await terminal.trade(CANCEL)).toMatchObject({ state: 'declined' });
    expect((await simulator.state()).trades).toMatchObject([{ number: SALE.tradeNumber, approved: true }, { number: CANCEL.tradeNumber, approved: false }]);
    await expect(simulator.next({ answer: 'nonsense' } as never)).rejects.toThrow('did not understand');
  });
});
