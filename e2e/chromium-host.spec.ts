/** Faults that only the Chromium host can have: under Electron the browser is the program itself. */
import { readFileSync } from 'node:fs';
import { expect, pageOf, test } from './fixtures.ts';

test.skip(({ host }) => host.kind === 'electron', 'the browser is a process of its own only on the Chromium host');

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(text => text !== '')
    .map(Number);

const browserOf = (pid: number): number => {
  const browser = childrenOf(pid).find(child => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--remote-debugging-pipe'));
  if (browser === undefined) throw new Error('the counter has no browser');
  return browser;
};

const isAlive = (pid: number): boolean => {
  try {
    // A process that has ended but was not collected yet is not alive.
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('a browser that is killed ends the counter in good order, and it starts again on the same data; a counter that is killed takes its browser with it', async ({ launchCounter, dataDir }) => {
  const counter = await launchCounter({ dataDir });
  await pageOf(counter, 'cashier');
  const child = counter.process();
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  process.kill(browserOf(child.pid ?? 0), 'SIGKILL');
  expect(await ended).toBe(0);

  const again = await launchCounter({ dataDir });
  await pageOf(again, 'cashier');
  const browser = browserOf(again.process().pid ?? 0);
  expect(isAlive(browser)).toBe(true);
  again.process().kill('SIGKILL');
  await expect.poll(() => isAlive(browser)).toBe(false);
});

test('with a second display the customer’s window covers it, and the cashier’s kiosk covers the first', async ({ launchCounter, dataDir }) => {
  // Headless Chromium can be given displays; a virtual X server cannot.
  const shellSwitches = ['--headless=new', '--screen-info={1366x768}{1024x600}'];
  const counter = await launchCounter({ dataDir, shellSwitches, args: ['--kiosk'] });
  const viewport = () => [screenX, screenY, innerWidth, innerHeight];
  const [cashier, customer] = [await pageOf(counter, 'cashier'), await pageOf(counter, 'customer')];
  await expect.poll(() => cashier.evaluate(viewport)).toEqual([0, 0, 1366, 768]);
  await expect.poll(() => customer.evaluate(viewport)).toEqual([1366, 0, 1024, 600]);
});
