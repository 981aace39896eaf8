/** A shop whose cash receipts the card terminal issues: by keyboard, against the simulated terminal. */
import { expect, test } from './till.ts';
import { GOODS } from './pages/cashier-page.ts';

test.use({ settings: { cashReceipt: { way: 'terminal' } } });

test('a phone number goes to the terminal, and the slip shows its approval; the gateway hears nothing', async ({ till, display, printer, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.press('F8', 'F8');
  await till.press('Enter');
  await expect(till.at('screen-receipt')).toBeVisible();
  await expect(till.at('receipt-let-customer')).toBeVisible();
  await till.press('1');
  await till.type('12345678');
  await till.press('Enter');
  await expect(till.at('read-back-number')).toContainText('010-1234-5678');
  await expect(display.at('customer-read-back')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await till.press('1');
  await expect(till.at('screen-done')).toBeVisible();
  await expect(till.at('print-confirmed').first()).toBeVisible();
  const paper = await printer.slipText(1);
  expect(paper).toContain('010-****-5678');
  expect(paper).toMatch(/승인번호\s+3\d{7}/);
  expect(paper).not.toContain('01012345678');
  expect((await sandbox.state()).total).toBe(0);
});
