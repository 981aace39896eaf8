/** What only the Chromium host can be tried with: displays that a browser without a screen is given. */
import { expect, pageOf, test } from './fixtures.ts';

test.skip(({ host }) => host.kind === 'electron', 'only the Chromium host can be given a second display here');

test('with a second display the customer’s window covers it, and the cashier’s kiosk covers the first', async ({ launchCounter, dataDir }) => {
  // Headless Chromium can be given displays; a virtual X server cannot.
  const shellSwitches = ['--headless=new', '--screen-info={1366x768}{1024x600}'];
  const counter = await launchCounter({ dataDir, shellSwitches, args: ['--kiosk'] });
  const viewport = () => [screenX, screenY, innerWidth, innerHeight];
  const [cashier, customer] = [await pageOf(counter, 'cashier'), await pageOf(counter, 'customer')];
  await expect.poll(() => cashier.evaluate(viewport)).toEqual([0, 0, 1366, 768]);
  await expect.poll(() => customer.evaluate(viewport)).toEqual([1366, 0, 1024, 600]);
});
