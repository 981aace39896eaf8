import { afterEach, describe, expect, it } from 'vitest';
import { padBehaviour, type PracticeView } from '../../contract/practice.ts';
import { createPadSimulator } from '../../native/signature-pad/koces-pad/simulator/server.ts';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import type { Terminal, TradeRequest } from '../../native/terminal/port.ts';
import { createTerminalSimulator } from '../../native/terminal/simulator/server.ts';
import { CANCEL, SALE } from '../../native/terminal/testing/bench.ts';
import type { Result } from '../result.ts';
import { PRACTICE_SETTINGS, shopSettings } from '../settings.ts';
import { terminalAt } from '../terminal/connect.ts';
import type { TerminalFamily } from '../terminal/settings.ts';
import { behavioursOf } from './behaviours.ts';
import { createPracticePanel, type PracticePanel } from './panel.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Short where a limit is what is waited for. */
const WAITS = { customerTimeoutMs: 1_500, approvalTimeoutMs: 600, closingTimeoutMs: 300, inquiryTimeoutMs: 5_000, lingerMs: 0 };
const settings = { ...PRACTICE_SETTINGS, terminal: { ...PRACTICE_SETTINGS.terminal, waits: WAITS } };

async function open(family: TerminalFamily): Promise<{ readonly panel: PracticePanel; readonly terminal: Terminal; readonly close: () => Promise<void> }> {
  const simulator = await createTerminalSimulator({ family, now: () => new Date(), line: { kind: 'tcp', port: 0 }, controlPort: 0 });
  const terminal = terminalAt({ ...settings.terminal, family }, simulator.address, () => undefined);
  cleanups.push(simulator.close, terminal.close);
  const panel = createPracticePanel(settings, { terminal: { family, address: simulator.address, controlPort: simulator.controlPort ?? 0 }, pad: null });
  return { panel, terminal, close: simulator.close };
}

async function terminalIn(answer: Promise<Result<PracticeView>>): Promise<NonNullable<PracticeView['terminal']>> {
  const result = await answer;
  if (!result.ok || result.value.terminal === null) throw new Error('no terminal');
  return result.value.terminal;
}

let trades = 0;
const numbered = (request: TradeRequest): TradeRequest => ({ ...request, tradeNumber: `POS1-${(trades += 1)}` });

describe.each(['koces-cat', 'kicc-ed721'] as const)('%s: what a learner chooses', (family) => {
  it('is understood by the simulator, whatever it is', async () => {
    const { panel } = await open(family);
    for (const behaviour of behavioursOf(family)) {
      expect([behaviour, await panel.behave({ device: 'terminal', behaviour, for: 'all' })]).toMatchObject([behaviour, { ok: true, value: { terminal: { usual: behaviour, waiting: [] } } }]);
    }
  });

  it('for the next trade holds for that one, and the books say what happened', async () => {
    const { panel, terminal } = await open(family);
    await panel.behave({ device: 'terminal', behaviour: 'decline', for: 'next' });
    expect(await terminalIn(panel.behave({ device: 'terminal', behaviour: 'customer-cancels', for: 'next' }))).toMatchObject({ usual: 'approve', waiting: ['decline', 'customer-cancels'] });
    expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'declined', message: '한도초과' });
    expect((await terminalIn(panel.view())).waiting).toEqual(['customer-cancels']);
    expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'cancelled' });
    expect(await terminal.trade(numbered(CANCEL))).toMatchObject({ state: 'approved' });
    const { waiting, trades: books } = await terminalIn(panel.view());
    expect(waiting).toEqual([]);
    expect(books).toMatchObject([
      { kind: 'card-cancel', approved: true, approvalNumber: '30000003' },
      { kind: 'card', totalWon: 55_000, approved: false },
      { kind: 'card', totalWon: 55_000, approved: false },
    ]);
  });

  it('for all holds until it is as usual again', async () => {
    const { panel, terminal } = await open(family);
    await panel.behave({ device: 'terminal', behaviour: 'decline-card', for: 'next' });
    // Whoever says "all" means the next one too.
    expect(await terminalIn(panel.behave({ device: 'terminal', behaviour: 'decline', for: 'all' }))).toMatchObject({ usual: 'decline', waiting: [] });
    for (let round = 0; round < 2; round += 1) expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'declined', message: '한도초과' });
    expect(await terminalIn(panel.forget('terminal'))).toMatchObject({ usual: 'approve' });
    expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'approved' });
  });

  it('a dead line stays dead until it is mended', async () => {
    const { panel, terminal } = await open(family);
    expect(await terminalIn(panel.behave({ device: 'terminal', behaviour: 'dead', for: 'next' }))).toMatchObject({ usual: 'dead', waiting: [] });
    for (let round = 0; round < 2; round += 1) expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'not-sent', cause: 'unreachable' });
    await panel.forget('terminal');
    expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'approved' });
  });

  it('a lost result is in the books all the same', async () => {
    const { panel, terminal } = await open(family);
    await panel.behave({ device: 'terminal', behaviour: 'result-lost', for: 'next' });
    expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'unknown' });
    expect((await terminalIn(panel.view())).trades).toMatchObject([{ approved: true, confirmed: false, approvalNumber: '30000001' }]);
  });

  it('a late answer is later than the counter waits', async () => {
    const { panel, terminal } = await open(family);
    await panel.behave({ device: 'terminal', behaviour: 'late', for: 'next' });
    expect(await terminal.trade(numbered(SALE))).toMatchObject({ state: 'unknown', reason: 'no-answer' });
  });

  it('nobody acts: it ends by its time', async () => {
    const { panel, terminal } = await open(family);
    await panel.behave({ device: 'terminal', behaviour: 'nobody-acts', for: 'next' });
    expect(await terminal.trade(numbered(SALE))).toEqual({ state: 'cancelled', by: 'time' });
  });

  it('cannot be lined up without end', async () => {
    const { panel } = await open(family);
    for (let count = 0; count < 12; count += 1) await panel.behave({ device: 'terminal', behaviour: 'decline', for: 'next' });
    expect((await terminalIn(panel.view())).waiting).toHaveLength(9);
  });

  it('says so when the simulator has died', async () => {
    const { panel, close } = await open(family);
    await close();
    expect(await panel.view()).toMatchObject({ ok: false, code: 'practice.simulator-gone' });
  });
});

describe('a terminal that can be asked for its last result', () => {
  it('says what was chosen, also for trades that were lined up before', async () => {
    const { panel, terminal } = await open('kicc-ed721');
    const lost = numbered(SALE);
    await panel.behave({ device: 'terminal', behaviour: 'result-lost', for: 'next' });
    await panel.behave({ device: 'terminal', behaviour: 'decline', for: 'next' });
    expect(await terminal.trade(lost)).toMatchObject({ state: 'unknown' });
    expect(await terminal.inquire({ of: lost, inquiryNumber: 'INQ-1' })).toMatchObject({ state: 'no-evidence' });
    expect(await terminalIn(panel.setMemory('stored'))).toMatchObject({ memory: 'stored', waiting: ['decline'] });
    expect(await terminal.inquire({ of: lost, inquiryNumber: 'INQ-2' })).toMatchObject({ state: 'found', outcome: { state: 'approved' } });
  });

  it('takes a sale keyed on itself', async () => {
    const { panel, terminal } = await open('kicc-ed721');
    await terminal.info();
    expect((await terminalIn(panel.keyedSale(5_000))).trades).toMatchObject([{ number: '', kind: 'card', totalWon: 5_000, approved: true }]);
  });
});

describe.skipIf(!hasPtyPairs())('the signature pad (needs socat)', () => {
  it('does what is chosen, every choice of it', async () => {
    const simulator = await createPadSimulator({ controlPort: 0 });
    cleanups.push(simulator.close);
    const panel = createPracticePanel(settings, { terminal: null, pad: { controlPort: simulator.controlPort ?? 0 } });
    for (const behaviour of padBehaviour.options) expect([behaviour, await panel.behave({ device: 'pad', behaviour, for: 'all' })]).toMatchObject([behaviour, { ok: true, value: { terminal: null, pad: { usual: behaviour } } }]);
    expect(await panel.forget('pad')).toMatchObject({ value: { pad: { usual: 'signs', waiting: [] } } });
    expect(await panel.behave({ device: 'pad', behaviour: 'cancels', for: 'next' })).toMatchObject({ value: { pad: { usual: 'signs', waiting: ['cancels'] } } });
    expect(simulator.state().waitingScripts).toBe(1);
  });
});

describe('where nothing is simulated', () => {
  it('a shop refuses all of it', async () => {
    const shop = createPracticePanel(shopSettings({ mode: 'shop', shop: PRACTICE_SETTINGS.shop }), { terminal: null, pad: null });
    const answers = [shop.view(), shop.behave({ device: 'terminal', behaviour: 'approve', for: 'all' }), shop.behave({ device: 'pad', behaviour: 'signs', for: 'next' }), shop.setMemory('stored'), shop.keyedSale(1_000), shop.forget('pad')];
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: false, code: 'practice.only' });
  });

  it('practice with real devices has nothing to choose, and says so', async () => {
    const panel = createPracticePanel(settings, { terminal: null, pad: null });
    expect(await panel.view()).toEqual({ ok: true, value: { terminal: null, pad: null } });
    expect(await panel.behave({ device: 'terminal', behaviour: 'approve', for: 'all' })).toMatchObject({ ok: false, code: 'practice.no-simulator' });
  });
});
