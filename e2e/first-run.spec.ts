/** A new counter: practice at a key, or a shop of one's own, by keyboard alone and by touch. */
import path from 'node:path';
import type { Page } from 'playwright/test';
import { startVirtualPrinterProcess, type VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { expect, pageOf, test as base } from './fixtures.ts';
import { look } from './look.ts';
import { cashierPage, type CashierPage } from './pages/cashier-page.ts';

const test = base.extend<{ printer: VirtualPrinterProcess; till: CashierPage }>({
  printer: async ({ dataDir }, use) => {
    const printer = await startVirtualPrinterProcess({ dir: path.join(dataDir, 'paper') });
    await use(printer);
    await printer.stop();
  },
  counter: async ({ launchCounter, dataDir, printer, size }, use) => {
    await use(await launchCounter({ dataDir, place: 'asked', args: [`--size=${size}`, `--search=${printer.address.replace('tcp://', '')}`] }));
  },
  till: async ({ cashier }, use) => {
    await use(cashierPage(cashier));
  },
});

const PIN = '7319';

/** A hand that goes from field to field. */
async function fill(till: CashierPage, testId: string, text: string): Promise<void> {
  await till.at(testId).fill(text);
}

async function typeShop(till: CashierPage): Promise<void> {
  await expect(till.at('screen-setup')).toHaveAttribute('data-step', 'shop');
  await expect(till.at('setup-name')).toBeFocused();
  await till.page.keyboard.insertText('산들상회');
  await till.press('Enter');
  await expect(till.at('setup-businessNumber')).toBeFocused();
  await till.type('1018109148');
  await expect(till.at('setup-businessNumber')).toHaveValue('101-81-09148');
  await expect(till.at('setup-businessNumber-why')).not.toBeEmpty();
  await till.press('Backspace', '7');
  await expect(till.at('setup-businessNumber')).toHaveAttribute('aria-invalid', 'false');
  await till.press('Enter');
  await expect(till.at('setup-representative')).toBeFocused();
  await till.page.keyboard.insertText('대표자');
  await till.press('Enter');
  await till.page.keyboard.insertText('서울특별시 중구 세종대로 110');
  await till.press('Enter');
  await till.type('02-0000-0000');
  await till.press('Enter');
  await expect(till.at('screen-setup')).toHaveAttribute('data-step', 'tax');
}

async function openProduct(till: CashierPage): Promise<void> {
  // An empty shelf leads to where it is filled.
  await till.at('no-keys-register').focus();
  await till.press('Enter');
  await expect(till.at('screen-products')).toBeVisible();
  await fill(till, 'product-name', '우리밀 식빵');
  await fill(till, 'product-price', '4200');
  await fill(till, 'product-category', '빵');
  await till.at('product-key-toggle').click();
  await till.at('product-save').click();
  await expect(till.at('product-saved')).toBeVisible();
  await till.press('Escape');
  await expect(till.at('screen-products')).toBeHidden();
}

test('a shop, by keyboard alone: printer found and tried, the owner signs in, and the first slip bears no mark of practice', async ({ till, printer, customer }) => {
  await expect(till.at('screen-welcome')).toBeVisible();
  await till.press('2');
  await typeShop(till);
  await till.press('1', '5', 'Enter');
  await expect(till.at('screen-setup')).toHaveAttribute('data-step', 'printer');
  await till.press('F6');
  const found = till.page.locator(`[data-address="${printer.address}"]`);
  await expect(found).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  expect((await printer.state()).slipCount, 'a search prints nothing').toBe(0);
  const addresses = await till.at('printer-found').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-address')));
  await till.press(String(addresses.indexOf(printer.address) + 1));
  await expect(till.at('printer-chosen')).toBeVisible();
  await till.press('F7');
  await expect(till.at('printer-question')).toBeVisible();
  await till.at('printer-came').focus();
  await till.press('Enter');
  await expect(till.at('printer-good')).toBeVisible();
  await expect.poll(async () => (await printer.state()).slipCount).toBe(1);
  await till.at('setup-next').focus();
  await till.press('Enter');
  await expect(till.at('screen-setup')).toHaveAttribute('data-step', 'receipts');
  await till.press('2', 'Enter');
  await expect(till.at('setup-owner')).toBeFocused();
  await till.page.keyboard.insertText('사장');
  await till.press('Enter');
  await expect(till.at('setup-pin')).toBeFocused();
  await till.type('1234');
  await expect(till.at('setup-pin-why')).not.toBeEmpty();
  await till.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
  await till.type(PIN);
  await till.press('Enter');
  await expect(till.at('setup-pin-again')).toBeFocused();
  await till.type(PIN);
  await till.press('Enter');
  await expect(till.at('review')).toBeVisible();
  await till.press('Enter');

  await expect(till.at('screen-sign-in')).toBeVisible();
  await expect(till.at('practice-band')).toBeHidden();
  await expect(till.at('practice-pin')).toHaveCount(0);
  await till.type(PIN);
  await till.press('Enter');
  await till.openShift();
  await expect(customer.getByTestId('practice-mark')).toHaveCount(0);
  await openProduct(till);
  await till.at('product-keys').getByRole('button').first().click();
  await till.payExactly();
  await till.press('0', 'Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await till.press('1');
  await expect(till.at('print-confirmed').first()).toBeVisible();
  const paper = await printer.slipText(2);
  expect(paper).toContain('산들상회');
  expect(paper).toContain('101-81-09147');
  expect(paper).toContain('4,200');
  expect(paper).not.toContain('연습');
});

/** From the welcome: a first sale with its cash receipt. */
async function practiceIsOneKeyAway(till: CashierPage, customer: Page): Promise<void> {
  await expect(till.at('screen-welcome')).toBeVisible();
  await expect(customer.getByTestId('customer-display')).toHaveAttribute('data-screen', 'closed');
  await till.press('Enter');
  await till.ready();
  await expect(till.at('practice-band')).toBeVisible();
  await till.at('product-keys').getByRole('button').first().click();
  await till.payExactly();
  await till.press('1');
  await till.type('12345678');
  await till.issue();
  await expect(till.at('screen-slip-question')).toBeVisible();
  await till.press('1');
  await expect(till.at('approval-number')).toContainText(/TB\d{7}/);
  await expect(till.at('print-confirmed').first()).toBeVisible();
}

test('what is typed survives a kill, and back loses nothing; all the same practice is one key away, with a first sale and its cash receipt', async ({ till, counter, launchCounter, dataDir }) => {
  await till.press('2');
  await typeShop(till);
  await till.press('2', '4');
  await till.press('Escape');
  await expect(till.at('setup-name')).toHaveValue('산들상회');
  await till.press('Enter');
  await expect(till.at('setup-vat-simplified')).toHaveAttribute('data-selected', 'true');
  await till.page.waitForTimeout(400);
  const child = counter.process();
  child.kill('SIGKILL');
  await expect.poll(() => child.exitCode ?? child.signalCode).not.toBeNull();

  const started = await launchCounter({ dataDir, place: 'asked', args: ['--size=1366x768'] });
  const again = cashierPage(await pageOf(started, 'cashier'));
  await expect(again.at('screen-welcome')).toBeVisible();
  await again.press('2');
  await expect(again.at('screen-setup')).toHaveAttribute('data-step', 'tax');
  await expect(again.at('setup-vat-simplified')).toHaveAttribute('data-selected', 'true');
  await again.press('Escape');
  await expect(again.at('setup-businessNumber')).toHaveValue('101-81-09147');
  await again.press('Escape');
  await practiceIsOneKeyAway(again, await pageOf(started, 'customer'));
});

test.describe('by touch', () => {
  test.use({ size: '1920x1080' });

  test('a shop without a printer, its settings changed, and the way to practice and back', async ({ till, customer }) => {
    const picture = (name: string) => look(till.page, '1920x1080', name);
    await expect(till.at('screen-welcome')).toBeVisible();
    await picture('30-welcome');
    // A touch right after a screen appeared is dropped on purpose.
    const touch = async (testId: string) => {
      await till.page.waitForTimeout(450);
      await till.at(testId).click();
    };
    await touch('welcome-shop');
    await fill(till, 'setup-name', '산들상회');
    await fill(till, 'setup-businessNumber', '101-81-09147');
    await fill(till, 'setup-representative', '대표자');
    await fill(till, 'setup-address', '서울특별시 중구 세종대로 110');
    await fill(till, 'setup-phone', '02-0000-0000');
    await picture('31-setup-shop');
    await touch('setup-next');
    await touch('setup-vat-exempt');
    await touch('setup-sector-yes');
    await picture('32-setup-tax');
    await touch('setup-next');
    await touch('printer-without');
    await touch('setup-next');
    await touch('setup-receipts-later');
    await touch('setup-next');
    await fill(till, 'setup-owner', '사장');
    for (const field of ['setup-pin', 'setup-pin-again']) {
      await touch(field);
      for (const digit of PIN) await till.at(`key-${digit}`).click();
    }
    await touch('setup-next');
    await expect(till.at('review')).toBeVisible();
    await picture('33-setup-review');
    await touch('setup-next');
    await expect(till.at('screen-sign-in')).toBeVisible();
    await till.type(PIN);
    await till.press('Enter');
    await till.openShift();
    await expect(till.at('status-printer')).toHaveAttribute('data-state', 'warning');

    await touch('open-menu');
    await touch('menu-settings');
    await expect(till.at('screen-settings')).toBeVisible();
    await expect(till.at('setup-businessNumber')).toHaveValue('101-81-09147');
    await fill(till, 'setup-name', '산들상회 본점');
    await touch('settings-save');
    await expect(till.at('settings-saved')).toBeVisible();
    await picture('34-settings');
    await till.press('Escape');
    await expect(customer.getByTestId('customer-display')).toContainText('산들상회 본점');

    await touch('open-menu');
    await touch('menu-practise');
    await expect(till.at('practice-band')).toBeVisible();
    await expect(customer.getByTestId('practice-mark')).toBeVisible();
    await till.ready();
    await touch('open-menu');
    await touch('menu-to-shop');
    await expect(till.at('practice-band')).toBeHidden();
    await expect(till.at('screen-sign-in')).toContainText('사장');
  });
});
