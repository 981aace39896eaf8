/** A cash receipt under a wrong number, put right from the history by keyboard alone: what is on the screen is all there is to know. */
import { look } from './look.ts';
import { callFrom } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

const AMERICANO = '2000010000012';
const WRONG = { purpose: 'income-deduction', form: 'phone', digits: '01012345678' } as const;

test('a wrong number is cancelled and issued again in one; with the line down it waits, and is put right when the line is back', async ({ till, display, printer, sandbox }) => {
  const { page } = till;
  await till.ready();
  await callFrom(page, 'sale.scan', { code: AMERICANO });
  const { sale } = await callFrom(page, 'counter.view', {});
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  const { saleId, breakdown } = sale;
  await callFrom(page, 'sale.tenderCash', { saleId, dueWon: breakdown.totalWon, receivedWon: breakdown.totalWon });
  await callFrom(page, 'receipt.draft', { saleId, ...WRONG });
  await callFrom(page, 'receipt.readBack', { saleId });
  await callFrom(page, 'receipt.issue', { saleId, ...WRONG });
  await expect(till.at('screen-slip-question')).toBeVisible();
  await callFrom(page, 'slip.answer', { saleId, wants: false });

  await till.press('F3');
  await expect(till.at('correct-receipt')).toBeVisible();
  await till.press('F6');
  await expect(till.at('wrong-number')).toContainText('010-****-5678');
  await look(page, '1366x768', 'correct-what');
  await till.press('1');
  await till.type('98765432');
  await till.press('Enter');
  await expect(till.at('read-back-number')).toContainText('010-9876-5432');
  await expect(display.at('customer-read-back')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('correction-over')).toHaveAttribute('data-end', 'issued');
  await expect(till.at('correction-number')).toContainText('010-****-5432');
  await expect(till.at('refund-paper')).toHaveAttribute('data-state', 'confirmed');
  await look(page, '1366x768', 'correct-done');
  const { slipCount } = await printer.state();
  expect((await Promise.all([slipCount - 1, slipCount].map((number) => printer.slipText(number)))).join('\n')).toContain('010-****-5432');
  await till.press('Enter');
  await expect(till.at('receipt-cancelled')).toContainText('010-****-5678');
  await expect(till.at('receipt-issued')).toContainText('010-****-5432');

  // The right number was a business's after all, and nobody answers.
  for (const act of ['cancel', 'status'] as const) await sandbox.fault({ act, times: 50, fault: { kind: 'drop-before' } });
  await till.press('F6', '2');
  await till.type('1248100998');
  await till.press('Enter', 'Enter');
  await expect(till.at('correction-waits')).toBeVisible();
  await expect(till.at('correction-issue')).toHaveAttribute('data-standing', 'waiting');
  await look(page, '1366x768', 'correct-waits');
  await till.press('Escape');
  await expect(till.at('status-refunds')).toBeVisible();

  // A manager finds the cancel that waits, and what it waits for; when the line is back one key sends it.
  await till.switchTo('2580');
  await till.openRoom('ledger');
  await expect(till.at('screen-ledger-prints')).toBeVisible();
  await till.press('F4');
  await expect(till.at('cancel-row-1')).toContainText('010-****-5432');
  await expect(till.at('cancel-next')).toBeVisible();
  await expect(till.at('cancel-since')).toBeVisible();
  await look(page, '1366x768', 'ledger-cancels');
  await sandbox.clearFaults();
  await till.press('F6');
  await expect(till.at('cancels-none')).toBeVisible();
  await till.press('Escape', 'F3');
  await expect(till.at('receipt-issued')).toContainText('124-81-*****');
  await expect(till.at('status-refunds')).toBeHidden();
});
