import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CardAuthorise } from '../native/terminal/port.ts';
import { hasPtyPairs } from '../native/simulator-pty.ts';
import { connectDevices, type Devices } from './devices.ts';
import { PRACTICE_SETTINGS, shopSettings, type Settings } from './settings.ts';
import { headlessShell } from './testing/headless-shell.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function connect(settings: Settings): Promise<Devices> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gyesandae-devices-'));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const devices = await connectDevices(headlessShell(dataDir), settings, () => new Date(), () => undefined);
  cleanups.push(devices.stop);
  return devices;
}

/** Printer and gateway at addresses where nobody is: only the terminal is started. */
function practice(terminal: Partial<Settings['terminal']>): Settings {
  return {
    ...PRACTICE_SETTINGS,
    printer: { address: 'tcp://127.0.0.1:9', columns: 48 },
    gateway: { ...PRACTICE_SETTINGS.gateway, authUrl: 'http://127.0.0.1:9', apiUrl: 'http://127.0.0.1:9' },
    terminal: { ...PRACTICE_SETTINGS.terminal, ...terminal },
  };
}

const SALE: CardAuthorise = { kind: 'card-authorise', tradeNumber: 'POS1-0001', amounts: { totalWon: 55_000, vatWon: 5_000, serviceChargeWon: 0, taxFreeWon: 0 }, installmentMonths: 0 };

describe('the card terminal of a place', () => {
  it.each([
    ['koces-cat', 'simulated', /^tcp:\/\/127\.0\.0\.1:\d+$/],
    ['kicc-ed721', 'simulated', /^tcp:\/\/127\.0\.0\.1:\d+$/],
    ['kicc-ed721', 'simulated-serial', hasPtyPairs() ? /^serial:\/\// : /^tcp:/],
  ] as const)('in practice is simulated: %s at %s, a process of its own', async (family, address, reached) => {
    const { terminal, addresses, simulatedTerminal } = await connect(practice({ family, address }));
    expect(addresses.terminal).toMatch(reached);
    expect(simulatedTerminal).toMatchObject({ family, address: addresses.terminal });
    expect(await terminal.info()).toMatchObject({ state: 'answers' });
    expect(await terminal.trade(SALE)).toMatchObject({ state: 'approved' });
  });

  it('takes its process with it', async () => {
    const devices = await connect(practice({}));
    await devices.stop();
    const { terminal } = await connect(practice({ address: devices.addresses.terminal }));
    await expect.poll(() => terminal.info()).toMatchObject({ state: 'absent', cause: 'unreachable' });
  });

  it('that a shop does not have takes nothing, and says that nothing was sent', async () => {
    const { shop } = PRACTICE_SETTINGS;
    const { terminal, addresses, simulatedTerminal } = await connect(shopSettings({ mode: 'shop', shop }));
    expect(addresses.terminal).toBe('none');
    expect(simulatedTerminal).toBeNull();
    expect(await terminal.trade(SALE)).toMatchObject({ state: 'not-sent', cause: 'not-supported' });
    expect(await terminal.inquire({ of: SALE, inquiryNumber: 'INQ-1' })).toMatchObject({ state: 'not-sent', cause: 'not-supported' });
    expect(await terminal.info()).toMatchObject({ state: 'absent', cause: 'not-supported' });
    expect(await terminal.abort()).toEqual({ state: 'nothing-under-way' });
    expect(terminal.capabilities).toMatchObject({ limits: { maxTotalWon: 0 }, installments: { maxMonths: 0 } });
  });

  it('tells what nobody waited for, also what came before anybody listened', async () => {
    const { terminal, onUnasked } = await connect(practice({ family: 'kicc-ed721', waits: { ...PRACTICE_SETTINGS.terminal.waits, customerTimeoutMs: 200 } }));
    // The simulated customer takes longer than that.
    expect(await terminal.trade(SALE)).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    const heard: string[] = [];
    onUnasked(({ tradeNumber, outcome }) => heard.push(`${tradeNumber} ${outcome.state}`));
    await expect.poll(() => heard).toEqual(['POS1-0001 approved']);
  });
});
