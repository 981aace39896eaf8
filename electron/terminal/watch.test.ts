import { afterEach, describe, expect, it } from 'vitest';
import { missingTerminal } from '../../native/terminal/missing-terminal.ts';
import { HASTY, PATIENT, SALE, setUpBench, type Bench } from '../../native/terminal/testing/bench.ts';
import { createTerminalWatch, type TerminalWatch } from './watch.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const now = () => new Date('2026-04-15T01:30:15Z');
let drawn = 0;
const counter = { now, changed: () => void (drawn += 1), log: () => undefined };

async function watched(family: 'koces-cat' | 'kicc-ed721', limits = PATIENT): Promise<Bench & { readonly watch: TerminalWatch }> {
  const bench = await setUpBench(family, limits);
  cleanups.push(bench.close);
  const watch = createTerminalWatch(counter, bench.terminal, bench.simulator.address);
  cleanups.push(watch.stop);
  return { ...bench, watch };
}

describe.each(['koces-cat', 'kicc-ed721'] as const)('%s: how the terminal stands', (family) => {
  it('is well once it has answered, and is asked without any trade', async () => {
    const { watch, simulator } = await watched(family);
    expect(watch.health()).toMatchObject({ state: 'checking', failure: null, address: simulator.address });
    watch.start();
    await expect.poll(watch.health).toMatchObject({ state: 'ok', failure: null });
    expect(await watch.test()).toEqual({ ok: true, value: { tookMs: 0 } });
    expect(watch.lastAnswer()).toEqual({ at: now().toISOString(), tookMs: 0 });
    expect(watch.identity()).toMatchObject(family === 'kicc-ed721' ? { model: 'K03', serial: '3K0000000001' } : { model: '', serial: '' });
    expect(simulator.state().trades).toEqual([]);
  });

  it('is down when nobody is there, and well again with the next trade', async () => {
    const { watch, simulator } = await watched(family);
    simulator.next({ dropAt: 'connect' });
    await watch.terminal.trade(SALE);
    expect(watch.health()).toMatchObject({ state: 'down', failure: 'terminal.unreachable' });
    simulator.forget();
    await watch.terminal.trade({ ...SALE, tradeNumber: 'POS1-0002' });
    expect(watch.health()).toMatchObject({ state: 'ok', failure: null });
    await simulator.close();
    await watch.ask();
    expect(watch.health()).toMatchObject({ state: 'down', failure: 'terminal.unreachable' });
  });

  it('is down when it is there and says nothing', async () => {
    const { watch, simulator } = await watched(family, { ...PATIENT, linkCheckTimeoutMs: 400 });
    simulator.next({ linkCheck: 'silent' });
    await watch.terminal.trade(SALE);
    expect(watch.health()).toMatchObject({ state: 'down', failure: 'terminal.silent' });
  });

  it('is not tested while it is at a trade, and the trade goes on', async () => {
    const { watch, simulator } = await watched(family);
    simulator.next({ customerMs: 300 });
    const trade = watch.terminal.trade(SALE);
    await expect.poll(() => simulator.state().trades.length).toBe(1);
    expect(await watch.test()).toMatchObject({ ok: false, code: 'terminal.in-use' });
    expect(await trade).toMatchObject({ state: 'approved' });
  });

  it('says nothing of a lost answer: that is told where the money is', async () => {
    const { watch, simulator } = await watched(family, HASTY);
    await watch.ask();
    simulator.next({ answer: 'silent' });
    const before = drawn;
    expect(await watch.terminal.trade(SALE)).toMatchObject({ state: 'unknown' });
    expect(watch.health()).toMatchObject({ state: 'ok', failure: null });
    expect(drawn).toBe(before);
  });
});

it('a counter without a terminal says so, and is not asked for a cable', async () => {
  const watch = createTerminalWatch(counter, missingTerminal(), 'none');
  await watch.ask();
  expect(watch.health()).toMatchObject({ state: 'warning', failure: 'terminal.none', address: 'none' });
  expect(await watch.terminal.trade(SALE)).toMatchObject({ state: 'not-sent' });
  expect(watch.health()).toMatchObject({ state: 'warning', failure: 'terminal.none' });
});
