/**
 * shell → data folder → simulators → counter → pages. Specs take what they need and know nothing of the shell.
 *
 *   test('…', async ({ cashier, customer, counter, dataDir, launchCounter }) => { … })
 */
import { _electron, expect, test as base, type ElectronApplication, type Page } from 'playwright/test';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findHost, MAIN_FILE, type Host } from './host.ts';

export type LaunchOptions = {
  readonly dataDir: string;
  /** Where it opens: practice, or wherever the folder says; `asked` is the welcome of a new one. */
  readonly place?: 'practice' | 'asked';
  /** Arguments of the counter, for example `--size=1920x1080`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Switches of Electron or Chromium, given before the main file. */
  readonly shellSwitches?: readonly string[];
};

/** What simulators tell the counter they are reached by; empty until a spec's fixtures start some. */
export type Simulators = { readonly env: Readonly<Record<string, string>> };

type TestFixtures = {
  /** A fresh folder for the program: practice and the shop lie in it; removed afterwards. */
  dataDir: string;
  /** Size of the cashier's page; override with `test.use({ size: '1920x1080' })`. */
  size: string;
  simulators: Simulators;
  /** Starts a counter; closed at the end of the test if it is still running. For tests that start more than one, or one again. */
  launchCounter: (options: LaunchOptions) => Promise<ElectronApplication>;
  /** The running counter of this test. */
  counter: ElectronApplication;
  cashier: Page;
  customer: Page;
};
type WorkerFixtures = { host: Host };

const WINDOW_LIMIT_MS = 30_000;
/** Of a counter's own words, shown with a test that failed. */
const MAX_KEPT_WORDS = 65_536;

/** The page of a window, as soon as it shows its document: `cashier` or `customer`. */
export const pageOf = async (counter: ElectronApplication, kind: 'cashier' | 'customer'): Promise<Page> => {
  const isIt = (page: Page): boolean => page.url().endsWith(`/${kind}.html`);
  const child = counter.process();
  const hasIt = (): boolean => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the counter ended (${child.exitCode ?? child.signalCode}) before its ${kind} window was there`);
    return counter.windows().some(isIt);
  };
  await expect.poll(hasIt, { timeout: WINDOW_LIMIT_MS, message: `the ${kind} window` }).toBe(true);
  const page = counter.windows().find(isIt);
  if (page === undefined) throw new Error(`the ${kind} window closed again`);
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', undefined, { timeout: WINDOW_LIMIT_MS });
  return page;
};

const environment = (extra: Readonly<Record<string, string>>): Record<string, string> => {
  // What the tests' own processes begin with is nothing for the product.
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(own), ...extra };
};

/** Ends a counter whatever state it is in: asked first, then killed. */
const endCounter = async (counter: ElectronApplication, child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await counter.close().catch(() => {});
  clearTimeout(killer);
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: [
    // Playwright wants the pattern, although nothing is taken from it.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await use(findHost());
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern
  dataDir: async ({}, use) => {
    const dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-e2e-'));
    await use(dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  },
  size: ['1366x768', { option: true }],
  // eslint-disable-next-line no-empty-pattern
  simulators: async ({}, use) => {
    await use({ env: {} });
  },
  launchCounter: async ({ host }, use, info) => {
    expect(info.project.name, 'the project is named after the shell it runs on').toBe(host.kind);
    const started: { counter: ElectronApplication; child: ChildProcess }[] = [];
    let said = '';
    await use(async ({ dataDir, place = 'practice', args = [], env = {}, shellSwitches = [] }) => {
      const counter = await _electron.launch({
        executablePath: host.executable,
        args: [...shellSwitches, MAIN_FILE, `--data=${dataDir}`, ...(place === 'practice' ? ['--practice'] : []), ...args],
        chromiumSandbox: process.getuid?.() !== 0,
        env: environment(env),
      });
      // Playwright forgets the process once it has ended.
      const child = counter.process();
      started.push({ counter, child });
      child.stderr?.on('data', (piece: Buffer) => {
        if (said.length < MAX_KEPT_WORDS) said += piece.toString('utf8');
      });
      // Ask the process; do not trust the label.
      const electronVersion = await counter.evaluate(() => process.versions.electron ?? null);
      expect(electronVersion !== null, 'the process is the shell its label says').toBe(host.kind === 'electron');
      return counter;
    });
    for (const { counter, child } of started) await endCounter(counter, child);
    if (info.status !== info.expectedStatus) await info.attach('what the counter said', { body: said, contentType: 'text/plain' });
  },
  counter: async ({ launchCounter, dataDir, simulators, size }, use) => {
    await use(await launchCounter({ dataDir, args: [`--size=${size}`], env: simulators.env }));
  },
  cashier: async ({ counter }, use) => {
    await use(await pageOf(counter, 'cashier'));
  },
  customer: async ({ counter }, use) => {
    await use(await pageOf(counter, 'customer'));
  },
});

export { expect };
