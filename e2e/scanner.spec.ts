/** A scanner's Enter can never tender, issue, sign in or press anything, whatever is open. */
import { expect, test } from './till.ts';
import { GOODS, scanAll } from './pages/cashier-page.ts';

const BURST = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? GOODS.americano : GOODS.bread));

test('fifty codes in a burst are fifty goods in the basket', async ({ till }) => {
  await till.ready();
  await till.scanAll(BURST);
  await expect(till.at('basket-line')).toHaveCount(2);
  await expect(till.at('line-quantity').first()).toHaveText('25');
  await expect(till.at('line-quantity').last()).toHaveText('25');
});

test('fifty codes in a burst while cash is being taken: nothing is tendered, the basket is as it was, and it is said', async ({ till, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.press('F8', 'F8');
  await expect(till.at('screen-cash')).toBeVisible();
  await till.scanAll(BURST);
  await expect(till.at('note-scan-refused')).toBeVisible();
  await expect(till.at('screen-cash')).toBeVisible();
  await expect(till.at('cash-received')).toContainText('4,200');
  expect((await printer.state()).drawerKicks).toBe(0);
  await till.press('Escape');
  await expect(till.at('line-quantity')).toHaveText('1');
});

test('codes while the cash receipt is asked about and while a dialog is open choose nothing and confirm nothing', async ({ till, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await till.payExactly();
  await till.scanAll(BURST);
  await expect(till.at('screen-receipt')).toBeVisible();
  await till.press('1');
  await till.type('12345678');
  await till.scanAll(BURST);
  await expect(till.at('number-typed')).toContainText('010-1234-5678');
  await till.press('Enter');
  await expect(till.at('read-back-number')).toBeVisible();
  await till.scanAll(BURST);
  await expect(till.at('read-back-number')).toBeVisible();
  expect((await sandbox.state()).receipts).toHaveLength(0);
  await till.press('Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await till.scanAll(BURST);
  await expect(till.at('screen-slip-question')).toBeVisible();
  expect((await sandbox.state()).receipts).toHaveLength(1);
});

test('codes at the sign-in are no PIN, and in a dialog over the sale they press nothing', async ({ till }) => {
  await expect(till.at('screen-sign-in')).toBeVisible();
  await till.scanAll(BURST.slice(0, 10));
  await expect(till.at('screen-sign-in')).toBeVisible();
  await expect(till.at('sign-in-refused')).toBeHidden();
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.at('sale-abandon').click();
  await expect(till.at('abandon-dialog')).toBeVisible();
  await till.scanAll(BURST);
  await expect(till.at('abandon-dialog')).toBeVisible();
  await till.at('abandon-keep').click();
  await expect(till.at('line-quantity')).toHaveText('1');
});

test('codes that land in the customer’s window, because a touch there took the keyboard, are sold all the same', async ({ till, display }) => {
  await till.ready();
  await scanAll(display.page, [GOODS.bread, GOODS.americano]);
  await expect(till.at('basket-line')).toHaveCount(2);
  await till.press('F8', 'F8');
  await scanAll(display.page, [GOODS.eggs]);
  await expect(till.at('note-scan-refused')).toBeVisible();
  await expect(till.at('screen-cash')).toBeVisible();
  await expect(till.at('cash-received')).toContainText('6,700');
});
