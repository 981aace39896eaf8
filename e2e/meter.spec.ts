/** How many keys a sale takes, counted by the meter itself. Counts, not times: a busy machine changes none of them. */
import type { MeterReportView } from '../contract/meter.ts';
import type { SandboxProcess } from '../electron/cash-receipt/popbill/sandbox/process.ts';
import type { VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { look } from './look.ts';
import { GOODS, type CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

/** What the issue sets: from the last scan to the money, and on to the issued cash receipt with its number typed. */
const MOST_KEYS_CASH = 3;
const MOST_KEYS_WITH_RECEIPT = 13;

async function managerSignsIn(till: CashierPage): Promise<void> {
  await till.press('F10');
  await till.at('menu-sign-out').click();
  await expect(till.at('screen-sign-in')).toBeVisible();
  await till.at('person-practice-manager').click();
  await till.type('5678');
  await till.press('Enter');
  await expect(till.at('screen-sign-in')).toBeHidden();
}

/** The report as the window gets it. */
async function report(till: CashierPage): Promise<MeterReportView> {
  const raw = await till.page.evaluate(() => window.gyesandae?.invoke(JSON.stringify({ id: 1, call: 'meter.report', req: {} })));
  const answer: { ok: boolean; res: MeterReportView } = JSON.parse(raw ?? '{}');
  expect(answer.ok).toBe(true);
  return answer.res;
}

/** One key away, and one touch; it ends over what was found of it, with goods in the basket below. */
async function previousSale(till: CashierPage, { printer, sandbox }: { readonly printer: VirtualPrinterProcess; readonly sandbox: SandboxProcess }): Promise<void> {
  await till.scan(GOODS.bread);
  await till.payExactly();
  await till.declineAll();
  await till.scan(GOODS.eggs);
  await expect(till.at('screen-sale')).toBeVisible();

  await till.press('F7');
  await expect(till.at('sale-details')).toContainText('#0001');
  await till.press('F7');
  await expect.poll(async () => (await printer.state()).slips.length).toBe(1);
  await till.press('Escape');
  await expect(till.at('basket-line')).toHaveCount(1);

  await till.at('open-previous').click();
  await expect(till.at('sale-details')).toContainText('#0001');
  await till.press('F6');
  await expect(till.at('screen-issue-later')).toBeVisible();
  await till.press('1');
  await till.type('12345678');
  await till.issue();
  await expect.poll(async () => (await sandbox.state()).receipts.length).toBe(1);
}

/** Touches count like keys: three from the last scan to the money, thirteen with a cash receipt. One sale came before. */
async function keysAreCounted(till: CashierPage): Promise<void> {
  await test.step('by touch; a cashier is not shown the meter', async () => {
    await till.scan(GOODS.bread);
    await expect(till.at('basket-line')).toHaveCount(1);
    await till.at('pay-cash').click();
    await till.page.waitForTimeout(450);
    await till.at('quick-amounts').getByRole('button').first().click();
    await till.page.waitForTimeout(450);
    await till.at('cash-take').click();
    await expect(till.at('screen-receipt')).toBeVisible();
    await till.declineAll();
    await till.press('F10');
    await expect(till.at('menu')).toBeVisible();
    await expect(till.at('menu-meter')).toBeHidden();
    await till.press('Escape');
  });
  await test.step('by keys, with a cash receipt; the manager sees all three sales', async () => {
    await till.scanAll([GOODS.bread, GOODS.americano]);
    await expect(till.at('basket-line')).toHaveCount(2);
    await till.press('F8', 'F8', 'Enter');
    await expect(till.at('screen-receipt')).toBeVisible();
    await till.type('56781234');
    await expect(till.at('number-typed')).toContainText('010-5678-1234');
    await till.press('Enter');
    await expect(till.at('read-back-number')).toBeVisible();
    await till.press('Enter');
    await expect(till.at('screen-slip-question')).toBeVisible();
    await till.press('2');
    await expect(till.at('screen-done')).toBeVisible();

    await till.scan(GOODS.eggs);
    await expect(till.at('screen-sale')).toBeVisible();
    await managerSignsIn(till);
    await expect.poll(async () => (await report(till)).today.sales).toBe(3);
    const { today, people } = await report(till);
    // By touch, by keys, and the one before: no more in any of them.
    expect(today.presses).toEqual({ count: 3, median: MOST_KEYS_CASH, p90: MOST_KEYS_CASH });
    expect(today.receiptPresses?.count, 'what was issued after all, from the history, is no part of its sale').toBe(1);
    expect((today.presses?.median ?? 0) + (today.receiptPresses?.median ?? 99)).toBe(MOST_KEYS_WITH_RECEIPT);
    expect(people).toMatchObject([{ name: '김', sales: 3 }]);

    await till.press('F10');
    await till.at('menu-meter').click();
    await expect(till.at('meter-median')).toContainText('3');
    await till.at('measure-receiptPresses').click();
    await expect(till.at('meter-median')).toContainText('10');
    await expect(till.at('meter-chart').locator('[data-median="10"]')).toHaveCount(1);
    await expect(till.at('meter-days').locator('tbody tr')).toHaveCount(1);
    await look(till.page, '1366x768', '22-meter');
  });
}

test('the previous sale is one key away, and one touch: its slip again, its cash receipt after all; touches count like keys, three from the last scan to the money, thirteen with a cash receipt, and the manager sees it', async ({ till, printer, sandbox }) => {
  await till.ready();
  await test.step('the previous sale', () => previousSale(till, { printer, sandbox }));
  await till.press('Escape');
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.emptyBasket();
  await keysAreCounted(till);
});
