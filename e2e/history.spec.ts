/** A sale found again by what the customer remembers, by keyboard alone. */
import type { Page } from 'playwright/test';
import { callFrom } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

/** Sold by calls: this is about what comes afterwards. */
async function sell(page: Page, codes: readonly string[]): Promise<void> {
  for (const code of codes) await callFrom(page, 'sale.scan', { code });
  const { sale } = await callFrom(page, 'counter.view', {});
  if (sale.stage !== 'basket') throw new Error(`expected a basket, not ${sale.stage}`);
  const { saleId, breakdown } = sale;
  await callFrom(page, 'sale.tenderCash', { saleId, dueWon: breakdown.totalWon, receivedWon: breakdown.totalWon });
  await callFrom(page, 'receipt.decline', { saleId });
  await callFrom(page, 'slip.answer', { saleId, wants: false });
  await callFrom(page, 'sale.next', { saleId });
}

const AMERICANO = '2000010000012';
const BREAD = '2000020000019';
const EGGS = '2000050000010';

test('found by amount, by part of a name and by number; narrowed, and left again', async ({ till }) => {
  await till.ready();
  await sell(till.page, [AMERICANO]);
  await sell(till.page, [BREAD, EGGS]);
  await sell(till.page, [EGGS]);

  await till.press('F3');
  await expect(till.at('screen-history')).toBeVisible();
  await expect(till.at('history-list').getByRole('button')).toHaveCount(3);
  // Without a word the newest is open.
  await expect(till.at('sale-total')).toContainText('6,900');

  await till.type('11100');
  await expect(till.at('history-row-2')).toBeVisible();
  await expect(till.at('history-row-2')).toContainText('금액');
  await expect(till.at('history-row-1')).toBeHidden();
  await expect(till.at('sale-total')).toContainText('11,100');

  await till.press('Escape');
  await expect(till.at('history-row-1')).toBeVisible();
  await till.at('history-search').fill('달걀');
  await expect(till.at('history-list').getByRole('button')).toHaveCount(2);
  await till.press('ArrowDown');
  await expect(till.at('sale-total')).toContainText('11,100');

  await till.press('Escape', 'F4');
  await expect(till.at('filter-sheet')).toBeVisible();
  await till.at('days-yesterday').click();
  await till.press('Enter');
  await expect(till.at('filter-sheet')).toBeHidden();
  await expect(till.at('history-none')).toBeVisible();
  await till.at('filter-days').click();
  await expect(till.at('history-list').getByRole('button')).toHaveCount(3);

  await till.press('Escape');
  await expect(till.at('screen-sale')).toBeVisible();
});
