/** A hundred and fifty lines in one basket (the bench scrolls five hundred): the page holds those in sight and a few more, and nothing else about it is different. */
import type { Page } from 'playwright/test';
import type { ProductView } from '../contract/catalogue.ts';
import { callFrom } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

const LINES = 150;
/** Of these there are two lines, the first with a note. */
const NOTED = 10;
const NOTE = '따로 포장';
/** Far more than fit on the screen, far fewer than there are. */
const MAX_ROWS = 90;
/** All of it, but for what rounding to pixels takes. */
const IN_SIGHT = 0.99;

/** Goods with a price, as many as a few searches find. */
async function shelf(page: Page) {
  const found = new Map<string, ProductView>();
  for (const query of ['', 'g', 'mL', '개', '입', 'L', '팩', '봉']) {
    const { products } = await callFrom(page, 'catalogue.search', { query, limit: 200 });
    for (const product of products) if (product.openPrice !== true) found.set(product.productId, product);
  }
  const goods = [...found.values()];
  expect(goods.length, 'goods enough for the lines').toBeGreaterThanOrEqual(LINES - NOTED);
  return goods;
}

/** Goods with a note are a line of their own, and the next of them another. Answers what all of it comes to. */
async function fill(page: Page): Promise<number> {
  const goods = await shelf(page);
  const noted = goods.slice(0, NOTED);
  const scan = (products: typeof goods) =>
    page.evaluate(async (codes) => {
      // A handful at a time, as a quick scanner would: the counter takes them one after the other.
      for (let from = 0; from < codes.length; from += 10) {
        await Promise.all(codes.slice(from, from + 10).map((code) => window.gyesandae?.invoke(JSON.stringify({ id: 0, call: 'sale.scan', req: { code, quantity: 1 } }))));
      }
    }, products.map(({ barcode }) => barcode));
  await scan(noted);
  const { sale } = await callFrom(page, 'counter.view', {});
  if (sale.stage !== 'basket') throw new Error(`scans made no basket, but ${sale.stage}`);
  for (const { lineId } of sale.lines) await callFrom(page, 'sale.noteLine', { saleId: sale.saleId, lineId, note: NOTE });
  const rest = goods.slice(0, LINES - NOTED);
  await scan(rest);
  return [...noted, ...rest].reduce((sum, { priceWon }) => sum + priceWon, 0);
}

test('a hundred and fifty lines: few of them in the page, the one in hand in sight, totals, hold, recall and paper right', async ({ till, display, printer }) => {
  await till.ready();
  const totalWon = await fill(till.page);
  const total = totalWon.toLocaleString('ko');
  const rows = till.at('basket-line');
  const inHand = rows.and(till.page.locator('[aria-current="true"]'));

  await expect(till.at('sale-total')).toContainText(total);
  await expect(display.at('customer-total')).toContainText(total);
  await expect(inHand).toHaveAttribute('aria-posinset', String(LINES));
  await expect(inHand).toHaveAttribute('aria-setsize', String(LINES));
  await expect(inHand).toBeInViewport({ ratio: IN_SIGHT });
  await expect(display.at('customer-last-line')).toBeInViewport({ ratio: IN_SIGHT });
  await expect.poll(() => rows.count()).toBeLessThan(MAX_ROWS);

  await till.press('ArrowUp', 'ArrowUp', 'ArrowUp');
  await expect(inHand).toHaveAttribute('aria-posinset', String(LINES - 3));
  await expect(inHand).toBeInViewport({ ratio: IN_SIGHT });

  // To the very top by wheel: the first line is there, and the page is no fuller than before.
  await till.at('basket-lines').hover();
  await till.page.mouse.wheel(0, -100_000);
  await expect(rows.and(till.page.locator('[aria-posinset="1"]'))).toBeInViewport({ ratio: IN_SIGHT });
  await expect.poll(() => rows.count()).toBeLessThan(MAX_ROWS);
  // One more of what is in hand, out of sight: it comes back into sight.
  await till.press('+');
  await expect(inHand.getByTestId('line-quantity')).toHaveText('2');
  await expect(inHand).toBeInViewport({ ratio: IN_SIGHT });
  await till.press('-');
  await expect(till.at('sale-total')).toContainText(total);

  await till.press('F4');
  await expect(till.at('basket-empty')).toBeVisible();
  await till.press('F4');
  await expect(till.at('held-row')).toContainText(total);
  await till.press('1');
  await expect(till.at('held-dialog')).toBeHidden();
  await expect(till.at('sale-total')).toContainText(total);
  await expect.poll(() => rows.count()).toBeLessThan(MAX_ROWS);

  await till.payExactly();
  await till.press('0', 'Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await till.press('1');
  await expect(till.at('screen-done')).toBeVisible();
  await expect.poll(async () => (await printer.state()).slipCount, { timeout: 30_000 }).toBe(1);
  const paper = await printer.slipText(1);
  expect(paper).toContain(total);
  expect(paper.split(NOTE).length - 1).toBe(NOTED);
});
