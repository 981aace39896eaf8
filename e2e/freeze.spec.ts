/** The window or the counter does not answer for two seconds, and hands and scanner go on. Afterwards nothing happened that nobody meant. */
import type { ElectronApplication, Locator, Page } from 'playwright/test';
import type { SandboxProcess } from '../electron/cash-receipt/popbill/sandbox/process.ts';
import type { VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { hand, handsOn, scanner, whileCounterIsFrozen, whileWindowIsFrozen, type Point } from './frozen.ts';
import { GOODS, READING_MS, type CashierPage } from './pages/cashier-page.ts';
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

type Around = { readonly printer: VirtualPrinterProcess; readonly sandbox: SandboxProcess };

/** Four times on the way to one receipt, which is not issued. */
async function windowFreezes(till: CashierPage, { printer, sandbox }: Around): Promise<void> {
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await test.step('over the basket: every scan is in it, once, and a key for paying is forgotten', async () => {
    await whileWindowIsFrozen(till.page, ({ press }) => press([...scanner(GOODS.americano, 100), ...scanner(GOODS.americano, 400), ...hand(['F8', 'F8', 'Enter'], 600), ...scanner(GOODS.eggs, 1_200)]));
    await expect(till.at('basket-line')).toHaveCount(3);
    await expect(till.at('screen-sale')).toBeVisible();
    await expect(till.at('screen-cash')).toBeHidden();
    await expect(till.at('sale-total')).toContainText('16,100');
  });
  await test.step('a short hitch: the first key opens the cash screen, those pressed before it could be seen do nothing there', async () => {
    await whileWindowIsFrozen(till.page, ({ press }) => press(hand(['F8', 'F8', 'Enter'], 400)), SHORT_FREEZE_MS);
    await expect(till.at('screen-cash')).toBeVisible();
    await expect(till.at('cash-received')).not.toContainText('16,100');
    await expect(till.at('cash-take')).toBeDisabled();
  });
  await test.step('with cash counted: Enters and digits pressed meanwhile tender nothing, scans say that they were refused', async () => {
    await till.press('F8');
    await expect(till.at('cash-received')).toContainText('16,100');
    await whileWindowIsFrozen(till.page, ({ press }) => press([...hand(['5', '0', 'Enter', 'Enter'], 200), ...scanner(GOODS.eggs, 900), ...hand(['7', 'Enter'], 1_500)]));
    await expect(till.at('note-scan-refused')).toBeVisible();
    await expect(till.at('screen-cash')).toBeVisible();
    await expect(till.at('cash-received'), 'no half of what was typed').toContainText('16,100');
    expect((await printer.state()).drawerKicks).toBe(0);
    await till.press('Enter');
    await expect(till.at('screen-receipt'), 'a key pressed now counts again').toBeVisible();
  });
  await test.step('a button is tapped again and again: the number is not confirmed unread', async () => {
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
}

/** Again and again on the way to one slip. */
async function counterFreezes(till: CashierPage, counter: ElectronApplication, { printer, sandbox }: Around): Promise<void> {
  const kicks = (await printer.state()).drawerKicks;
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await test.step('over the basket: scans are sold once each, pluses and minuses are counted once each', async () => {
    await whileCounterIsFrozen(counter, till.page, [...scanner(GOODS.americano, 200), ...scanner(GOODS.americano, 600)]);
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('sale-total')).toContainText('9,200');
    await whileCounterIsFrozen(counter, till.page, hand(['+', '+', '-', '+'], 150));
    await expect(till.at('line-quantity').last()).toHaveText('4');
    await expect(till.at('sale-total')).toContainText('14,200');
  });
  await test.step('over a dialog: what it covers is not sold, and nothing in it is pressed', async () => {
    await till.at('sale-abandon').click();
    await expect(till.at('abandon-dialog')).toBeVisible();
    await whileCounterIsFrozen(counter, till.page, [...scanner(GOODS.americano, 150), ...scanner(GOODS.eggs, 400), ...hand(['Enter', '5'], 700)]);
    await expect(till.at('abandon-dialog'), 'a scan and its Enter press nothing, and neither does a hand that hits another key').toBeVisible();
    await till.press('Escape');
    await expect(till.at('note-scan-refused')).toBeVisible();
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('sale-total')).toContainText('14,200');
  });
  await test.step('with cash counted: Enters take the money once, and choose nothing on the screen after it', async () => {
    await till.press('F8', 'F8');
    await whileCounterIsFrozen(counter, till.page, [...hand(['Enter', 'Enter', 'Enter'], 200), ...hand(['Enter'], 1_100)]);
    await expect(till.at('screen-receipt')).toBeVisible();
    await expect(till.at('receipt-primary'), 'no Enter of those chose anything here').toBeDisabled();
    await expect.poll(async () => (await printer.state()).drawerKicks - kicks).toBe(1);
  });
  await test.step('while the number is typed: every digit is there, two Enters read it back, and nothing is issued unread', async () => {
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
  });
  await test.step('over the slip question: the first answer counts, and one slip comes out', async () => {
    await whileCounterIsFrozen(counter, till.page, hand(['1', '1', '2'], 150));
    await expect(till.at('screen-done')).toBeVisible();
    await expect(till.at('slip-picture')).toHaveCount(1);
  });
}

test('the window freezes, then the counter, again and again: scans and keys count once, money is taken once, nothing is tendered, doubled or confirmed that nobody meant, nothing issued unread', async ({ counter, till, printer, sandbox }) => {
  await till.ready();
  await windowFreezes(till, { printer, sandbox });
  // The number is taken back: no receipt, no slip, the next customer.
  await till.press('Escape');
  await till.declineAll();
  await expect.poll(async () => (await printer.state()).drawerKicks).toBe(1);
  await till.press('Enter');
  await expect(till.at('basket-empty')).toBeVisible();
  await counterFreezes(till, counter, { printer, sandbox });
});
