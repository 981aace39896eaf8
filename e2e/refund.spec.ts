/** Goods against goods and money on its way back, from the history: by keyboard alone, asked for by the cashier, approved by the manager on the same screen. */
import type { VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { expect, test } from './till.ts';
import { GOODS, type CashierPage } from './pages/cashier-page.ts';

/** The manager is the first of those who may, and gives her PIN over what she is asked for. */
async function approve(till: CashierPage, amount: string): Promise<void> {
  await expect(till.at('approval-amount')).toContainText(amount);
  await till.type('5678');
  await till.press('Enter');
}

/** Sold for cash and looked at in the history. Answers how often the drawer has opened until now. */
async function breadSold(till: CashierPage, printer: VirtualPrinterProcess): Promise<number> {
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.payExactly();
  await till.declineAll();
  await till.press('F3');
  await expect(till.at('sale-details')).toBeVisible();
  return (await printer.state()).drawerKicks;
}

/** One difference goes back out of the drawer, and both papers name each other; it ends at the first of the two sales in the history. */
async function breadForCoffee(till: CashierPage, printer: VirtualPrinterProcess): Promise<void> {
  const kicks = await breadSold(till, printer);
  await till.press('F8');
  await expect(till.at('screen-refund-choose')).toBeVisible();
  await till.press('F8', 'F6');
  await expect(till.at('exchange-how')).toBeVisible();
  await expect(till.at('refund-amount')).toContainText('4,200');
  await till.press('Enter');
  await approve(till, '4,200');
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
}

/** The way it came, the same day: all of a cash sale, one line of a card sale. */
async function moneyGoesBack(till: CashierPage, printer: VirtualPrinterProcess): Promise<void> {
  await test.step('a cash sale is voided on its day: the drawer opens, the slip says what was voided, and the history shows it', async () => {
    const kicks = await breadSold(till, printer);
    await till.press('F8');
    await expect(till.at('refund-amount')).toContainText('4,200');
    await till.press('F6', 'Enter');
    await approve(till, '4,200');
    await expect(till.at('refund-cash')).toContainText('4,200');
    await till.press('Enter');
    await expect(till.at('refund-over-amount')).toContainText('4,200');
    await expect(till.at('refund-paper')).toHaveAttribute('data-state', 'confirmed');
    expect((await printer.state()).drawerKicks - kicks).toBe(1);
    expect(await printer.slipText((await printer.state()).slipCount)).toContain('거래 취소');
    await till.press('Enter');
    await expect(till.at('sale-refund-done')).toBeVisible();
    await expect(till.at('refund-open')).toHaveCount(0);
    await expect(till.at('history-row-3').getByTestId('row-refunded')).toContainText('4,200');
  });
  await till.press('Escape');
  await expect(till.at('screen-done')).toBeVisible();
  await till.press('Enter');
  await test.step('a card sale of two lines is refunded by one: the charge is cancelled, what she keeps is charged anew', async () => {
    await till.scan(GOODS.bread);
    await till.scan(GOODS.americano);
    await expect(till.at('basket-line')).toHaveCount(2);
    await till.press('F9');
    await expect(till.at('screen-pay')).toBeVisible();
    await till.press('Enter');
    await expect(till.at('screen-slip-question')).toBeVisible();
    await till.press('0');
    await expect(till.at('screen-done')).toBeVisible();
    await till.press('F3');
    await expect(till.at('sale-details')).toBeVisible();
    await till.press('F8');
    await expect(till.at('screen-refund-choose')).toBeVisible();
    await till.press('F4', '1');
    await expect(till.at('refund-amount')).toContainText('4,200');
    await expect(till.at('refund-way-cancel-and-recharge')).toBeVisible();
    await till.press('F6', 'Enter');
    await approve(till, '4,200');
    await expect(till.at('refund-over-amount')).toContainText('4,200');
    await expect(till.at('refund-paper')).toHaveAttribute('data-state', 'confirmed');
    const { slipCount } = await printer.state();
    const papers = await Promise.all([slipCount - 1, slipCount].map((number) => printer.slipText(number)));
    expect(papers.join('\n')).toMatch(/취소 승인번호|취소승인|카드 취소/);
    await till.press('Enter');
    await till.press('F8');
    await expect(till.at('screen-refund-choose')).toBeVisible();
    await expect(till.at('refund-amount')).not.toContainText('4,200');
  });
}

test('bread is exchanged for coffee, the difference goes back out of the drawer, and both papers name each other; then money goes back the way it came, all of a cash sale, one line of a card sale', async ({ till, printer }) => {
  await till.ready();
  await test.step('goods against goods', () => breadForCoffee(till, printer));
  await till.press('Escape');
  await expect(till.at('screen-done')).toBeVisible();
  await till.press('Enter');
  await moneyGoesBack(till, printer);
});
