/** Goods against goods, from the history: by keyboard alone, the cashier asks, the manager approves on the same screen, one difference goes back. */
import { expect, test } from './till.ts';
import { GOODS } from './pages/cashier-page.ts';

test('bread is exchanged for coffee: the difference goes back out of the drawer, and both papers name each other', async ({ till, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.payExactly();
  await till.declineAll();
  await till.press('F3');
  await expect(till.at('sale-details')).toBeVisible();
  const kicks = (await printer.state()).drawerKicks;
  await till.press('F8');
  await expect(till.at('screen-refund-choose')).toBeVisible();
  await till.press('F8', 'F6');
  await expect(till.at('exchange-how')).toBeVisible();
  await expect(till.at('refund-amount')).toContainText('4,200');
  await till.press('Enter');
  await expect(till.at('approval-amount')).toContainText('4,200');
  await till.type('5678');
  await till.press('Enter');
  await expect(till.at('exchange-bar')).toContainText('4,200');
  // What came back can wait as any basket does, also before anything is taken for it.
  await till.press('F4');
  await expect(till.at('exchange-bar')).toBeHidden();
  await till.press('F4');
  await expect(till.at('held-row')).toHaveCount(1);
  await till.press('1');
  await expect(till.at('exchange-bar')).toContainText('4,200');
  await till.scan(GOODS.americano);
  await expect(till.at('exchange-difference')).toHaveAttribute('data-difference', 'give');
  await expect(till.at('sale-total')).toContainText('1,700');
  await till.press('F8');
  await expect(till.at('refund-cash')).toContainText('1,700');
  await till.press('Enter');
  await expect(till.at('refund-over-amount')).toContainText('1,700');
  await expect(till.at('refund-paper')).toHaveAttribute('data-state', 'confirmed');
  expect((await printer.state()).drawerKicks - kicks).toBe(1);
  expect(await printer.slipText((await printer.state()).slipCount)).toContain('교환 판매번호');
  await till.press('Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await expect(till.at('paid-exchange')).toContainText('2,500');
  await till.press('1');
  await expect(till.at('screen-done')).toBeVisible();
  await expect(till.at('print-confirmed').first()).toBeVisible();
  expect(await printer.slipText((await printer.state()).slipCount)).toContain('교환 원거래번호');

  // In the history each of the two sales leads to the other.
  await till.press('F3');
  await expect(till.at('exchange-back')).toContainText('0001');
  await till.press('F5');
  await expect(till.at('exchange-taken')).toContainText('0002');
  await till.press('F5');
  await expect(till.at('exchange-back')).toBeVisible();
});
