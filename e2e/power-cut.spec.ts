/** The power goes in mid-sale; afterwards the screen shows the same sale and says what happened. */
import type { ElectronApplication } from 'playwright/test';
import { once } from 'node:events';
import { pageOf } from './fixtures.ts';
import { cashierPage, GOODS, type CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

async function cutPower(counter: ElectronApplication): Promise<void> {
  const child = counter.process();
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function tillOf(counter: ElectronApplication): Promise<CashierPage> {
  return cashierPage(await pageOf(counter, 'cashier'));
}

test('while the tax office is being asked: the money is taken once, the receipt is issued once', async ({ counter, till, launchCounter, dataDir, simulators, sandbox, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await till.payExactly();
  await till.press('1');
  await till.type('12345678');
  await till.press('Enter');
  await expect(till.at('read-back-number')).toBeVisible();
  await sandbox.fault({ act: 'issue', fault: { kind: 'time-out-after' } });
  await till.press('Enter');
  await expect(till.at('screen-issuing')).toBeVisible();
  await expect.poll(async () => (await sandbox.state()).receipts.length).toBe(1);
  await cutPower(counter);

  const again = await tillOf(await launchCounter({ dataDir, args: ['--size=1366x768'], env: simulators.env }));
  await again.signIn();
  await expect(again.at('screen-slip-question')).toBeVisible();
  await again.press('1');
  await expect(again.at('screen-done')).toBeVisible();
  await expect(again.at('approval-number')).toContainText(/TB\d{7}/);
  expect((await sandbox.state()).receipts).toHaveLength(1);
  expect((await printer.state()).drawerKicks).toBe(1);
});
