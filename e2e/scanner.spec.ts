/** A scanner's Enter can never tender, issue, sign in or press anything, whatever is open. */
import { expect, test } from './till.ts';
import { GOODS, scanAll } from './pages/cashier-page.ts';

const BURST = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? GOODS.americano : GOODS.bread));

test('codes in bursts are sold where goods are sold, and choose, confirm, tender and press nothing anywhere else', async ({ till, display, printer, sandbox }) => {
  await test.step('at the sign-in they are no PIN', async () => {
    await expect(till.at('screen-sign-in')).toBeVisible();
    await till.scanAll(BURST.slice(0, 10));
    await expect(till.at('screen-sign-in')).toBeVisible();
    await expect(till.at('sign-in-refused')).toBeHidden();
  });
  await test.step('fifty codes are fifty goods in the basket', async () => {
    await till.ready();
    await till.scanAll(BURST);
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('line-quantity').first()).toHaveText('25');
    await expect(till.at('line-quantity').last()).toHaveText('25');
    await till.emptyBasket();
  });
  await test.step('those that land in the customer’s window, because a touch there took the keyboard, are sold all the same', async () => {
    await scanAll(display.page, [GOODS.bread, GOODS.americano]);
    await expect(till.at('basket-line')).toHaveCount(2);
    await till.press('F8', 'F8');
    await scanAll(display.page, [GOODS.eggs]);
    await expect(till.at('note-scan-refused')).toBeVisible();
    await expect(till.at('screen-cash')).toBeVisible();
    await expect(till.at('cash-received')).toContainText('6,700');
  });
  await test.step('while cash is being taken nothing is tendered, the basket is as it was, and it is said', async () => {
    await till.scanAll(BURST);
    await expect(till.at('note-scan-refused')).toBeVisible();
    await expect(till.at('screen-cash')).toBeVisible();
    await expect(till.at('cash-received')).toContainText('6,700');
    expect((await printer.state()).drawerKicks).toBe(0);
    await till.press('Escape');
    await expect(till.at('line-quantity')).toHaveText(['1', '1']);
  });
  await test.step('in a dialog over the sale they press nothing', async () => {
    await till.at('sale-abandon').click();
    await expect(till.at('abandon-dialog')).toBeVisible();
    await till.scanAll(BURST);
    await expect(till.at('abandon-dialog')).toBeVisible();
    await till.at('abandon-keep').click();
    await expect(till.at('line-quantity')).toHaveText(['1', '1']);
  });
  await test.step('while the cash receipt and the slip are asked about they choose nothing and confirm nothing', async () => {
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
});
