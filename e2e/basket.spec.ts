/** Two customers at once, a discount, a note, a price typed by hand, and a power cut with one basket put aside: by keyboard alone. */
import { once } from 'node:events';
import type { VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { pageOf } from './fixtures.ts';
import { cashierPage, GOODS, type CashierPage } from './pages/cashier-page.ts';
import type { CustomerPage } from './pages/customer-page.ts';
import { expect, test } from './till.ts';

/** 교통카드 충전 on the practice shelf. */
const TOP_UP = '2000040000082';

async function heldAndPaid(till: CashierPage, display: CustomerPage, printer: VirtualPrinterProcess): Promise<void> {
  await till.scanAll([GOODS.bread, GOODS.bread, GOODS.americano]);
  await expect(till.at('sale-total')).toContainText('10,900');
  await till.press('F4');
  await expect(till.at('basket-empty')).toBeVisible();
  await expect(till.at('open-held')).toContainText('1');
  await expect(display.at('customer-total')).toBeHidden();

  await till.scan(GOODS.eggs);
  await till.payExactly();
  await till.press('F4');
  await expect(till.at('held-dialog'), 'a paid sale’s questions come first').toBeHidden();
  await till.declineAll();
  await till.press('Enter');
  await expect(till.at('basket-empty')).toBeVisible();

  await till.press('F4');
  await expect(till.at('held-row')).toHaveCount(1);
  await expect(till.at('held-row')).toContainText('10,900');
  await till.press('1');
  await expect(till.at('held-dialog')).toBeHidden();
  await expect(till.at('sale-total')).toContainText('10,900');
  await expect(till.at('basket-line')).toHaveCount(2);

  await till.press('ArrowUp', 'Enter');
  await expect(till.at('line-sheet')).toContainText('우리밀 식빵');
  await till.type('3');
  await till.press('Enter');
  await expect(till.at('line-quantity').first()).toHaveText('3');
  await till.press('ArrowUp', 'Enter', 'ArrowRight');
  await till.type('*10');
  await expect(till.at('discount-typed')).toHaveText('10%');
  await till.press('Enter');
  await expect(till.at('line-sheet')).toBeHidden();
  await expect(till.at('line-amount').first()).toHaveText('11,340');
  await till.press('F5');
  await till.type('340');
  await till.press('Enter');
  await expect(till.at('sale-discount-row')).toContainText('340');
  await expect(till.at('sale-total')).toContainText('13,500');
  await till.press('Escape');
  await expect(till.at('sale-total')).toContainText('13,840');
  await till.at('line-open').first().click();
  await till.at('line-note-tab').click();
  await till.at('note-field').fill('얇게 썰어서');
  await till.press('Enter');
  await expect(till.at('line-note')).toHaveText('얇게 썰어서');

  await till.payExactly();
  await till.press('0', 'Enter');
  await till.press('1');
  await expect(till.at('print-confirmed').first()).toBeVisible();
  const paper = await printer.slipText(1);
  expect(paper).toContain('(얇게 썰어서)');
  expect(paper).toMatch(/할인\s+-1,260/);
  expect(paper).toMatch(/합계\s+13,840/);
}

/** One basket after the other. */
async function refusedInWords(till: CashierPage): Promise<void> {
  await test.step('a discount beyond the limit asks why and for a yes; without one nothing is given, and the sheet keeps what she typed', async () => {
    await till.scan(GOODS.bread);
    await till.press('F5');
    await till.type('*11');
    await till.press('Enter');
    await expect(till.at('reason-dialog')).toContainText('462');
    await till.press('2');
    await expect(till.at('approval-dialog')).toBeVisible();
    await expect(till.at('approval-amount')).toContainText('462');
    await till.press('Escape');
    await expect(till.at('discount-typed')).toHaveText('11%');
    await expect(till.at('sale-total')).toContainText('4,200');
    await till.press('Backspace', 'Backspace', '1', '0', 'Enter');
    await expect(till.at('discount-dialog')).toBeHidden();
    await expect(till.at('sale-total')).toContainText('3,780');
  });
  await till.press('Escape');
  await till.emptyBasket();
  await test.step('a number and × count the line in hand; scans while a sheet is open are refused and lose nothing', async () => {
    await till.scanAll([GOODS.bread, GOODS.americano]);
    await expect(till.at('basket-line')).toHaveCount(2);
    await till.type('4*');
    await till.press('Enter');
    await expect(till.at('line-quantity').last()).toHaveText('4');
    await till.press('ArrowUp', 'Enter');
    await expect(till.at('line-sheet')).toBeVisible();
    await till.type('7');
    await till.scanAll([GOODS.eggs, GOODS.eggs]);
    await expect(till.at('note-scan-refused')).toBeVisible();
    await expect(till.at('quantity-typed')).toHaveText('7');
    await till.press('Enter');
    await expect(till.at('line-quantity').first()).toHaveText('7');
    await expect(till.at('basket-line')).toHaveCount(2);
    await till.press('ArrowDown', 'Enter', 'Delete');
    await expect(till.at('basket-line')).toHaveCount(1);
    await till.press('Escape');
    await expect(till.at('basket-line')).toHaveCount(2);
  });
  await till.emptyBasket();
  await test.step('goods of open price ask for their price, one at a time', async () => {
    await till.scanAll([GOODS.bread, TOP_UP]);
    await expect(till.at('price-dialog')).toContainText('교통카드 충전');
    await till.scan(TOP_UP);
    await expect(till.at('note-scan-refused')).toBeVisible();
    await till.type('10000');
    await till.press('Enter');
    await expect(till.at('price-dialog')).toBeHidden();
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('sale-total')).toContainText('14,200');
  });
  await till.emptyBasket();
  await test.step('a line drawn to the left by a finger is out and can be brought back; a short pull, a scroll and a press are none', async () => {
    await till.scanAll([GOODS.bread, GOODS.americano]);
    await expect(till.at('basket-line')).toHaveCount(2);
    const touch = await till.page.context().newCDPSession(till.page);
    const drag = async (acrossPx: number, downPx: number) => {
      const box = await till.at('basket-line').first().boundingBox();
      if (box === null) throw new Error('no line');
      const [x, y] = [box.x + box.width * 0.4, box.y + box.height / 2];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let step = 1; step <= 8; step += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + (acrossPx * step) / 8, y: y + (downPx * step) / 8 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await drag(-90, 4);
    await drag(-120, 200);
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('line-sheet'), 'what was pulled was not pressed').toBeHidden();
    await drag(-230, 10);
    await expect(till.at('basket-line')).toHaveCount(1);
    await expect(till.at('undo-bar')).toContainText('우리밀 식빵');
    await till.press('Escape');
    await expect(till.at('basket-line')).toHaveCount(2);
  });
}

test('two customers at once, and what the screen says is what the paper says; then what she cannot do is refused in words, and nothing she typed or scanned is lost', async ({ till, display, printer }) => {
  await till.ready();
  await test.step('hold, sell another, recall, discount, note, pay', () => heldAndPaid(till, display, printer));
  await expect(till.at('screen-done')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('basket-empty')).toBeVisible();
  await refusedInWords(till);
});

test('the power goes with one basket put aside and one on the screen: both are there, and the day waits for them', async ({ counter, till, launchCounter, dataDir, simulators }) => {
  await till.ready();
  await till.scanAll([GOODS.bread, GOODS.bread]);
  await expect(till.at('sale-total')).toContainText('8,400');
  await till.press('F4');
  await till.scan(GOODS.eggs);
  await expect(till.at('sale-total')).toContainText('6,900');
  const child = counter.process();
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;

  const again = cashierPage(await pageOf(await launchCounter({ dataDir, args: ['--size=1366x768'], env: simulators.env }), 'cashier'));
  await again.signIn();
  await expect(again.at('notice'), 'it is said').toBeVisible();
  await expect(again.at('sale-total')).toContainText('6,900');
  await expect(again.at('open-held')).toContainText('1');
  await again.at('open-held').click();
  await again.press('Enter');
  await expect(again.at('sale-total')).toContainText('8,400');
  await expect(again.at('line-quantity')).toHaveText('2');
  // A hand sees the other basket before it touches again; a touch meant for what was there before does nothing.
  await again.page.waitForTimeout(500);
  await again.at('open-held').click();
  await expect(again.at('held-row')).toContainText('6,900');
  await again.press('Escape');
  await again.at('sale-abandon').click();
  await again.at('abandon-do').click();
  // It had been put aside: giving it up takes a reason and a yes.
  await again.press('1');
  await expect(again.at('approval-amount')).toContainText('8,400');
  await again.press('5', '6', '7', '8', 'Enter');
  await expect(again.at('basket-empty')).toBeVisible();
  await again.openRoom('close');
  await again.at('close-review').click();
  await again.at('close-confirm').click();
  await expect(again.at('note-refusal')).toHaveAttribute('data-code', 'shift.sale-held');
});
