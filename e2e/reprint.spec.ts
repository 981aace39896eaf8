/** After the sale, by keyboard: an older slip for a customer who comes back, and the way on when a slip does not come out. */
import type { Page } from 'playwright/test';
import { look } from './look.ts';
import { callFrom } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

const SIZE = '1366x768';
const AMERICANO = '2000010000012';

/** Sold by calls, up to the screen that says that it is over. */
async function sell(page: Page, wants: boolean): Promise<string> {
  await callFrom(page, 'sale.scan', { code: AMERICANO });
  const { sale } = await callFrom(page, 'counter.view', {});
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  const { saleId, breakdown } = sale;
  await callFrom(page, 'sale.tenderCash', { saleId, dueWon: breakdown.totalWon, receivedWon: breakdown.totalWon });
  await callFrom(page, 'receipt.decline', { saleId });
  await callFrom(page, 'slip.answer', { saleId, wants });
  return saleId;
}

test('an older slip is asked about, approved and marked; one that does not come out is led to its end', async ({ till, printer }) => {
  const { page } = till;
  await till.ready();
  await callFrom(page, 'sale.next', { saleId: await sell(page, true) });
  await callFrom(page, 'sale.next', { saleId: await sell(page, false) });

  // A customer comes back for the slip of the sale before the last.
  await expect(till.at('basket-empty')).toBeVisible();
  await till.press('F3');
  await expect(till.at('history-row-2')).toBeVisible();
  await till.press('ArrowDown', 'F7');
  await expect(till.at('fact-dialog')).toBeVisible();
  await till.type('9900');
  await till.press('Enter');
  await expect(till.at('fact-refused')).toHaveAttribute('data-code', 'slip.fact-differs');
  await look(page, SIZE, 'reprint-fact');
  await till.at('fact-said').fill('2500');
  await till.press('Enter');
  await expect(till.at('approval-dialog')).toBeVisible();
  await till.at('approver-practice-manager').click();
  await till.type('5678');
  await till.press('Enter');
  await expect(till.at('approval-dialog')).toBeHidden();
  await expect(till.at('print-how').filter({ hasText: '점장' })).toContainText('손님 확인: 금액');
  await expect.poll(async () => (await printer.state()).slipCount).toBe(2);
  expect(await printer.slipText(2)).toContain('재발행 · 2번째 출력');
  await expect(till.at('papers-out')).toBeVisible();
  await look(page, SIZE, 'reprint-done');
  // The same in the tale of the sale: asked for by her, by the manager's leave.
  await till.press('F2', 'ArrowDown');
  await expect(till.at('timeline-row-approval-used')).toContainText('점장');
  await expect(till.at('timeline-row-slip-queued').last()).toContainText('2번째 출력');
  await look(page, SIZE, 'timeline');
  await till.press('Escape');
  await expect(till.at('screen-history')).toBeVisible();
  await till.press('Escape');

  // The next slip does not come out.
  await printer.tell({ tell: 'cover-open' });
  const saleId = await sell(page, true);
  await expect(till.at('print-failed')).toBeVisible();
  await till.press('F9');
  await expect(till.at('not-out-trouble')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('not-out-next')).toBeVisible();
  await look(page, SIZE, 'not-out-failed');
  await till.press('Enter');
  await expect(till.at('not-out-query-meaning')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('not-out-no-backup')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('not-out-written')).toBeVisible();
  await expect(till.at('sale-facts')).toContainText('2,500');
  await look(page, SIZE, 'not-out-write');
  await till.press('Enter');
  await expect(till.at('not-out')).toBeHidden();
  await expect(till.at('status-prints')).toBeHidden();

  // The owner looks over who printed what again: her name, her slips, and the sale of each one key away.
  await till.switchTo('2580');
  await till.openRoom('ledger');
  await expect(till.at('ledger-person-practice-cashier')).toContainText('다시 2');
  await expect(till.at('ledger-row-1')).toContainText('점장');
  await expect(till.at('ledger-row-3')).toHaveCount(1);
  await look(page, SIZE, 'ledger-prints');
  await till.press('F6', 'F7', 'F7');
  await expect(till.at('ledger-row-1'), 'every slip of hers: the first of that sale too').toHaveCount(2);
  await till.press('Enter');
  await expect(till.at('sale-details')).toContainText('#0003');

  const { prints, row } = await callFrom(page, 'history.sale', { saleId });
  expect(prints.filter(({ kind }) => kind === 'slip').at(-1)?.settled).toEqual({ how: 'written', was: 'failed', by: '김' });
  expect(row.receivedWon, 'nothing was taken again').toBe(2_500);
});
