/** The status line, the picture of the counter it leads to, and a test for each device, by key and by touch. */
import type { SandboxProcess } from '../electron/cash-receipt/popbill/sandbox/process.ts';
import type { VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { look, LOOK_SIZES } from './look.ts';
import { GOODS, type CashierPage } from './pages/cashier-page.ts';
import type { CustomerPage } from './pages/customer-page.ts';
import { expect, test } from './till.ts';

/** Whoever is there signs out. */
async function signsIn(till: CashierPage, who: 'manager' | 'cashier', pin: string): Promise<void> {
  await till.press('F10');
  await till.at('menu-sign-out').click();
  await expect(till.at('screen-sign-in')).toBeVisible();
  await till.at(`person-practice-${who}`).click();
  await till.type(pin);
  await till.press('Enter');
  await expect(till.at('screen-sign-in')).toBeHidden();
}

/** What is a manager’s. */
async function triedByManager(till: CashierPage, printer: VirtualPrinterProcess): Promise<void> {
  await test.step('the drawer opens for a manager only, by key and by touch', async () => {
    await till.press('F12', 'ArrowDown');
    await expect(till.at('device-details')).toHaveAttribute('data-device', 'drawer');
    await expect(till.at('device-test')).toBeDisabled();
    await till.press('F7', 'Enter');
    expect((await printer.state()).drawerKicks).toBe(0);
    await till.press('Escape');
    await signsIn(till, 'manager', '5678');
    await till.press('F10');
    await till.at('menu-status').click();
    await till.at('device-drawer').click();
    await till.at('device-test').click();
    await expect.poll(async () => (await printer.state()).drawerKicks).toBe(1);
    await expect(till.at('device-result')).not.toBeEmpty();
  });
  await till.press('Escape');
  await test.step('a manager gives the counter another terminal, and then none, in the settings', async () => {
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'ok');
    await till.press('F10');
    await till.at('menu-settings').click();
    await till.at('settings-terminal').click();
    await expect(till.at('terminal-now')).toHaveAttribute('data-state', 'ok');
    await till.press('2', 'Enter');
    await expect(till.at('settings-saved')).toBeVisible();
    await expect(till.at('terminal-now')).toHaveAttribute('data-state', 'ok');
    await till.press('F7');
    await expect(till.at('terminal-test-result')).toContainText(/ms|초/);
    await till.press('3', 'Enter');
    await expect(till.at('settings-saved')).toBeVisible();
    await expect(till.at('status-terminal')).toHaveCount(0);
  });
  await test.step('and a signature pad on a port of this computer, which is not there; then none', async () => {
    await till.at('settings-signature').click();
    await till.press('3');
    await till.at('pad-which-real').click();
    await expect(till.at('pad-found')).not.toBeEmpty();
    await till.press('Enter');
    await expect(till.at('pad-port-why'), 'no port yet').not.toBeEmpty();
    await till.at('pad-port').fill('/dev/no-such-pad');
    await till.press('Enter');
    await expect(till.at('settings-saved')).toBeVisible();
    await expect(till.at('pad-now')).toHaveAttribute('data-state', 'down');
    await expect(till.at('status-pad')).toHaveAttribute('data-state', 'down');
    await till.at('pad-none').click();
    await till.press('Enter');
    await expect(till.at('settings-saved')).toBeVisible();
    await expect(till.at('status-pad')).toHaveCount(0);
  });
  await test.step('the counter has its first terminal again', async () => {
    await till.at('settings-terminal').click();
    await till.press('1', 'Enter');
    await expect(till.at('settings-saved')).toBeVisible();
    await expect(till.at('terminal-now')).toHaveAttribute('data-state', 'ok');
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'ok');
  });
}

/** Each device without leaving the page; it ends with neither gateway nor printer. */
async function triedByCashier(till: CashierPage, { printer, display, sandbox }: { readonly printer: VirtualPrinterProcess; readonly display: CustomerPage; readonly sandbox: SandboxProcess }): Promise<void> {
  await test.step('a scan on this page shows what the scanner sends, and is sold to nobody', async () => {
    await till.scan(GOODS.bread);
    await expect(till.at('basket-line')).toHaveCount(1);
    await till.press('F12');
    await expect(till.at('screen-status')).toBeVisible();
    await till.scan(GOODS.americano);
    await expect(till.at('scanned-code')).toHaveText(GOODS.americano);
    await expect(till.at('scanned-how')).toContainText('13');
    await expect(till.at('scanned-end')).toContainText('Enter');
    await expect(till.at('device-scanner')).toHaveAttribute('data-state', 'ok');
    await till.press('Escape');
    await expect(till.at('screen-sale')).toBeVisible();
    await expect(till.at('basket-line')).toHaveCount(1);
  });
  await test.step('the printer’s test by keys: a person says whether the paper came out, and what to do when it did not', async () => {
    await till.press('F12');
    await expect(till.at('screen-status')).toBeVisible();
    await till.press('F7');
    await expect(till.at('paper-no')).toBeVisible();
    expect((await printer.state()).slips).toHaveLength(1);
    await till.press('2');
    await expect(till.at('printer-steps')).toBeVisible();
    await till.press('F7');
    await expect(till.at('paper-yes')).toBeVisible();
    await till.press('1');
    await expect(till.at('paper-yes')).toBeHidden();
    await expect(till.at('printer-steps')).toBeHidden();
    expect((await printer.state()).slips).toHaveLength(2);
  });
  await till.press('Escape');
  await test.step('display, gateway and journal are tested without leaving the page', async () => {
    await till.press('F12', 'ArrowRight');
    await expect(till.at('device-details')).toHaveAttribute('data-device', 'gateway');
    await till.press('F7');
    await expect(till.at('device-result')).toContainText(/ms|초/);

    await till.press('ArrowRight', 'F7');
    await expect(display.at('customer-test')).toBeVisible();
    await expect(till.at('device-result')).toContainText('×');
    await expect(till.at('device-display')).toHaveAttribute('data-state', 'ok');
    // It takes itself away again.
    await expect(display.at('customer-test')).toBeHidden({ timeout: 15_000 });

    await till.at('device-journal').click();
    await till.at('device-test').click();
    await expect(till.at('device-result')).toContainText('모두 맞습니다');

    await sandbox.stop();
    await till.at('device-gateway').click();
    await till.at('device-test').click();
    await expect(till.at('device-gateway')).toHaveAttribute('data-cable', 'broken');
    await expect(till.at('status-gateway')).toHaveAttribute('data-state', 'down');
  });
  await till.press('Escape');
  await expect(till.at('screen-sale')).toBeVisible();
  await test.step('a printer that is open, then gone: the status line says so, leads to it, and its cable is drawn broken', async () => {
    await expect(till.at('status-printer')).toHaveAttribute('data-state', 'ok');
    await printer.tell({ tell: 'cover-open' });
    await expect(till.at('status-printer')).toHaveAttribute('data-state', 'down');
    await till.at('status-printer').click();
    await expect(till.at('screen-status')).toBeVisible();
    await expect(till.at('device-details')).toHaveAttribute('data-device', 'printer');
    await expect(till.at('device-trouble')).toHaveAttribute('data-code', 'printer.cover-open');
    await expect(till.at('device-printer')).toHaveAttribute('data-cable', 'whole');
    await expect(till.at('device-drawer')).toHaveAttribute('data-state', 'ok');

    await printer.stop();
    await till.press('F6');
    await expect(till.at('device-printer')).toHaveAttribute('data-cable', 'broken');
    await expect(till.at('device-trouble')).toHaveAttribute('data-code', 'printer.unreachable');
    await expect(till.at('device-drawer')).toHaveAttribute('data-state', 'down');
    // The status line leads back to what it speaks of, wherever she has walked meanwhile.
    await till.press('ArrowDown');
    await expect(till.at('device-details')).toHaveAttribute('data-device', 'drawer');
    await till.at('status-printer').click();
    await expect(till.at('device-details')).toHaveAttribute('data-device', 'printer');
    await till.press('Escape');
    await expect(till.at('screen-sale')).toBeVisible();
  });
}

test('a manager opens the drawer without a sale and gives the counter another terminal; a cashier tries each device without leaving their page, and what is gone is drawn with a broken cable', async ({ till, printer, display, sandbox }) => {
  await till.ready();
  await triedByManager(till, printer);
  await till.press('Escape');
  await signsIn(till, 'cashier', '1234');
  await triedByCashier(till, { printer, display, sandbox });
});

test.describe('a card terminal', () => {
  test.use({ terminalFamily: 'kicc-ed721' });

  test('is asked how it is, and when it is gone the line to it is drawn broken; practice has nothing to choose for it', async ({ till, terminal }) => {
    await till.ready();
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'ok');
    await till.press('Insert');
    await expect(till.at('practice-trouble')).toHaveAttribute('data-code', 'practice.no-simulator');
    await till.press('Escape');
    await till.press('F12', 'ArrowDown', 'ArrowDown');
    await expect(till.at('device-details')).toHaveAttribute('data-device', 'terminal');
    await till.press('F7');
    await expect(till.at('device-result')).toContainText(/ms|초/);
    await expect(till.at('device-facts')).toContainText('3K0000000001');
    expect((await terminal?.state())?.trades).toEqual([]);

    await terminal?.stop();
    await till.press('F7');
    await expect(till.at('device-terminal')).toHaveAttribute('data-cable', 'broken');
    await expect(till.at('device-trouble')).toHaveAttribute('data-code', 'terminal.unreachable');
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'down');
  });
});

for (const size of LOOK_SIZES) {
  test.describe(`pictures at ${size}`, { tag: '@look' }, () => {
    test.use({ size });
    test('the page of devices, with nothing serious for axe', async ({ till, printer }) => {
      await till.ready();
      await till.press('F12');
      await expect(till.at('screen-status')).toBeVisible();
      await look(till.page, size, '17a-devices');
      await printer.tell({ tell: 'paper-end' });
      await till.press('F6');
      await expect(till.at('device-printer')).toHaveAttribute('data-state', 'down');
      await look(till.page, size, '17b-devices-paper');
    });
  });
}
