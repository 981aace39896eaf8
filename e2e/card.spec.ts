/** Paying by card in practice, against the simulated terminal: by keyboard, in parts, signed for, and when the pad does not work. */
import { expect, test } from './till.ts';
import { GOODS } from './pages/cashier-page.ts';

test('a card is charged, nobody is asked about a cash receipt, and the slip names the approval: by keyboard alone', async ({ till, display, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.press('F9');
  await expect(till.at('screen-pay')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await expect(display.at('customer-slip-question')).toBeVisible();
  await till.press('1');
  await expect(till.at('screen-done')).toBeVisible();
  await expect(till.at('print-confirmed').first()).toBeVisible();
  const paper = await printer.slipText(1);
  expect(paper).toContain('카드 승인');
  expect(paper).toMatch(/승인번호\s+\d{8}/);
  expect(paper).not.toMatch(/\d{13,19}/);
});

test('part in cash, the rest by card', async ({ till, display }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await till.press('F9');
  await till.type('2000');
  await expect(till.at('pay-amount')).toContainText('2,000');
  await till.press('F8');
  await expect(till.at('screen-cash')).toBeVisible();
  await till.press('F8', 'Enter');
  await expect(till.at('pay-left')).toContainText('2,200');
  await expect(display.at('customer-tendering')).toBeVisible();
  await till.press('Enter');
  // The receipt is for the cash alone.
  await expect(till.at('screen-receipt')).toBeVisible();
  await expect(till.at('paid-received')).toContainText('2,000');
});

test('from 50,000 won up the customer signs on her display; where she cannot, the slip to sign comes out and is on the list', async ({ till, display, printer }) => {
  await till.ready();
  await till.type('13*');
  await till.scan(GOODS.bread);
  await expect(till.at('sale-total')).toContainText('54,600');
  await till.press('F9', 'Enter');
  await expect(till.at('screen-signing')).toBeVisible();
  await expect(display.at('customer-signature')).toBeVisible();
  await till.press('F9');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await expect.poll(async () => (await printer.state()).slips.length).toBe(1);
  expect(await printer.slipText(1)).toContain('수기서명 전표');
});
