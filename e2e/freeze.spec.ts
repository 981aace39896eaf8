/** The window or the counter does not answer for two seconds, and hands and scanner go on. Afterwards nothing happened that nobody meant. */
import type { Locator, Page } from 'playwright/test';
import { hand, handsOn, scanner, whileCounterIsFrozen, whileWindowIsFrozen, type Point } from './frozen.ts';
import { GOODS, READING_MS } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

/** Short enough for a key to be meant still. */
const SHORT_FREEZE_MS = 700;

async function middleOf(button: Locator): Promise<Point> {
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button cannot be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Its two halves 60 ms apart by their own times, however late this machine sends them. */
async function doubleTap(page: Page, point: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await handsOn(session, Date.now()).tap(point, [-60, 0]);
  await session.detach();
}

test('the window freezes with cash counted: Enters and digits pressed meanwhile tender nothing, scans say that they were refused', async ({ till, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.press('F8', 'F8');
  await expect(till.at('cash-received')).toContainText('4,200');
  await whileWindowIsFrozen(till.page, ({ press }) => press([...hand(['5', '0', 'Enter', 'Enter'], 200), ...scanner(GOODS.eggs, 900), ...hand(['7', 'Enter'], 1_500)]));
  await expect(till.at('note-scan-refused')).toBeVisible();
  await expect(till.at('screen-cash')).toBeVisible();
  await expect(till.at('cash-received'), 'no half of what was typed').toContainText('4,200');
  expect((await printer.state()).drawerKicks).toBe(0);
  await till.press('Enter');
  await expect(till.at('screen-receipt'), 'a key pressed now counts again').toBeVisible();
});

test('the window freezes over the basket: every scan is in it, once, and a key for paying is forgotten', async ({ till }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await whileWindowIsFrozen(till.page, ({ press }) => press([...scanner(GOODS.americano, 100), ...scanner(GOODS.americano, 400), ...hand(['F8', 'F8', 'Enter'], 600), ...scanner(GOODS.eggs, 1_200)]));
  await expect(till.at('basket-line')).toHaveCount(3);
  await expect(till.at('screen-sale')).toBeVisible();
  await expect(till.at('screen-cash')).toBeHidden();
  await expect(till.at('sale-total')).toContainText('16,100');
});

test('a short hitch: the first key opens the cash screen, those pressed before it could be seen do nothing there', async ({ till, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await whileWindowIsFrozen(till.page, ({ press }) => press(hand(['F8', 'F8', 'Enter'], 400)), SHORT_FREEZE_MS);
  await expect(till.at('screen-cash')).toBeVisible();
  await expect(till.at('cash-received')).not.toContainText('4,200');
  await expect(till.at('cash-take')).toBeDisabled();
  expect((await printer.state()).drawerKicks).toBe(0);
});

test('the window freezes and a button is tapped again and again: nothing is tendered, and the number is not confirmed unread', async ({ till, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await till.payExactly();
  await till.press('1');
  await till.type('12345678');
  const point = await middleOf(till.at('receipt-primary'));
  await whileWindowIsFrozen(till.page, ({ tap }) => tap(point, [200, 500, 800, 1_900]));
  await expect(till.at('read-back-number'), 'taps at a frozen window are given up').toBeHidden();
  // Awake again, a double tap: the first half opens the read-back, the second must not confirm it.
  await doubleTap(till.page, point);
  await expect(till.at('read-back-number')).toContainText('010-1234-5678');
  await till.press('Escape');
  await expect(till.at('receipt-primary')).toBeVisible();
  expect((await sandbox.state()).receipts).toHaveLength(0);
});

test('the counter freezes: scans made meanwhile are sold once each, and two Enters take the money once', async ({ counter, till, printer, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await whileCounterIsFrozen(counter, till.page, [...scanner(GOODS.americano, 200), ...scanner(GOODS.americano, 600)]);
  await expect(till.at('basket-line')).toHaveCount(2);
  await expect(till.at('sale-total')).toContainText('9,200');

  await till.press('F8', 'F8');
  await whileCounterIsFrozen(counter, till.page, [...hand(['Enter', 'Enter', 'Enter'], 200), ...hand(['Enter'], 1_100)]);
  await expect(till.at('screen-receipt')).toBeVisible();
  await expect(till.at('receipt-primary'), 'no Enter of those chose anything here').toBeDisabled();
  await expect.poll(async () => (await printer.state()).drawerKicks).toBe(1);
  expect((await sandbox.state()).receipts).toHaveLength(0);
});

test('the counter freezes over the basket: pluses and minuses are counted once each, and what a dialog covers is not sold', async ({ counter, till }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await whileCounterIsFrozen(counter, till.page, hand(['+', '+', '-', '+'], 150));
  await expect(till.at('line-quantity')).toHaveText('3');

  await till.at('sale-abandon').click();
  await expect(till.at('abandon-dialog')).toBeVisible();
  await whileCounterIsFrozen(counter, till.page, [...scanner(GOODS.americano, 150), ...scanner(GOODS.eggs, 400), ...hand(['Enter', '5'], 700)]);
  await expect(till.at('abandon-dialog'), 'a scan and its Enter press nothing, and neither does a hand that hits another key').toBeVisible();
  await till.press('Escape');
  await expect(till.at('note-scan-refused')).toBeVisible();
  await expect(till.at('basket-line')).toHaveCount(1);
  await expect(till.at('sale-total')).toContainText('12,600');
});

test('the counter freezes while the number is typed: every digit is there, two Enters read it back, and nothing is issued unread', async ({ counter, till, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await till.payExactly();
  await till.press('1');
  await till.type('1234');
  await whileCounterIsFrozen(counter, till.page, hand([...'5678', 'Enter', 'Enter'], 150));
  await expect(till.at('read-back-number')).toContainText('010-1234-5678');
  expect((await sandbox.state()).receipts).toHaveLength(0);
  // Read now, and confirmed twice at a counter that stands still: asked for once.
  await till.page.waitForTimeout(READING_MS);
  await whileCounterIsFrozen(counter, till.page, hand(['Enter', 'Enter'], 150));
  await expect(till.at('screen-slip-question')).toBeVisible();
  expect((await sandbox.state()).receipts).toHaveLength(1);
  await whileCounterIsFrozen(counter, till.page, hand(['1', '1', '2'], 150));
  await expect(till.at('screen-done')).toBeVisible();
  await expect(till.at('slip-picture')).toHaveCount(1);
});
