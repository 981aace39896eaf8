/** The manager's room of products: lists brought in and taken back, products deleted, keys arranged, goods weighed. By keyboard and by touch. */
import iconv from 'iconv-lite';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { look } from './look.ts';
import type { CashierPage } from './pages/cashier-page.ts';
import type { CustomerPage } from './pages/customer-page.ts';
import { expect, test } from './till.ts';

const LIST = '바코드,상품명,판매가,과세/면세,분류\r\n8801234000010,유자 식빵,"4,700원",과세,빵\r\n2000010000012,아메리카노,2700,과세,음료\r\n8.80123E+12,보리차 큰병,900,과세,음료\r\n8801234000027,햇감자 1kg,3600,면세,채소\r\n';

async function managerAtProducts(till: CashierPage): Promise<void> {
  await expect(till.at('screen-sign-in')).toBeVisible();
  await till.at('person-practice-manager').click();
  await till.type('5678');
  await till.press('Enter');
  await till.openShift();
  await toProducts(till);
}

async function toProducts(till: CashierPage): Promise<void> {
  await till.press('F10');
  await till.at('menu-products').click();
  await expect(till.at('screen-products')).toBeVisible();
  // The list is asked for when the room is opened.
  await expect(till.at('product-row').first()).toBeVisible();
}

/** Many steps at a hand's pace. */
test.describe.configure({ timeout: 180_000 });

/** A file chosen as the system's own dialog hands it over. */
async function choose(till: CashierPage, name: string, contents: string | Buffer): Promise<void> {
  await till.at('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(contents) });
}

/** A hand is not that fast from one screen to the next; a touch that is does nothing. */
const breathe = (page: Page): Promise<void> => page.waitForTimeout(500);

/** By keyboard; it ends at the sale, with one of the goods of the list in the basket. */
async function listsInAndOut(till: CashierPage): Promise<void> {
  await test.step('columns can be chosen, a file that is no list is refused in words, a cancelled one leaves nothing', async () => {
    await breathe(till.page);
    await till.at('open-import').click();
    await choose(till, 'picture.csv', Buffer.alloc(4_000));
    await expect(till.at('import-failed')).toHaveAttribute('data-code', 'import.file-unreadable');
    await choose(till, '이름 없는 칸.csv', '무엇,얼마\r\n유자차 1kg,12500\r\n생강차 1kg,모름\r\n');
    await expect(till.at('import-mapping-needed')).toBeVisible();
    await till.at('import-column-name').selectOption({ label: '무엇' });
    await till.at('import-column-price').selectOption({ label: '얼마' });
    await expect(till.at('import-count-added')).toHaveText('1');
    await expect(till.at('import-fault')).toContainText('모름');
    await till.press('Escape');
    await expect(till.at('import-drop')).toBeVisible();
    const dropped = await till.page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['상품명,판매가\r\n생강차 1kg,9000\r\n'], '놓은 파일.csv'));
      return data;
    });
    await till.at('import-drop').dispatchEvent('drop', { dataTransfer: dropped });
    await expect(till.at('import-count-added')).toHaveText('1');
    await till.press('Escape');
    await expect(till.at('import-drop')).toBeVisible();
    await expect(till.at('past-import')).toHaveCount(0);
    await till.press('Escape');
    await till.at('products-search').fill('유자차 1kg');
    await expect(till.at('products-none')).toBeVisible();
  });
  await till.at('products-search').fill('');
  await expect(till.at('product-row').first()).toBeVisible();
  await test.step('all products go out as a workbook and come back as they were', async () => {
    await breathe(till.page);
    await till.at('export-xlsx').click();
    await expect(till.at('export-file')).toContainText('.xlsx', { timeout: 30_000 });
    const file = (await till.at('export-file').textContent()) ?? '';
    await till.press('F6');
    await till.at('import-file').setInputFiles(file);
    await expect(till.at('import-count-same')).not.toHaveText('0');
    await expect(till.at('import-count-added')).toHaveText('0');
    await expect(till.at('import-count-changed')).toHaveText('0');
    await expect(till.at('import-count-bad')).toHaveText('0');
    await expect(till.at('import-take')).toBeDisabled();
  });
  await till.press('Escape', 'Escape');
  await expect(till.at('product-row').first()).toBeVisible();
  await test.step('a list in the old encoding is looked at, taken, sold from and taken back, by keyboard', async () => {
    await till.press('F6');
    await expect(till.at('import-drop')).toBeVisible();
    await look(till.page, '1366x768', 'products-01-import');
    await choose(till, '상품 목록.csv', iconv.encode(LIST, 'cp949'));
    await expect(till.at('import-counts')).toBeVisible();
    await expect(till.at('import-count-added')).toHaveText('2');
    await expect(till.at('import-count-changed')).toHaveText('1');
    await expect(till.at('import-sample').first()).toContainText('유자 식빵');
    await expect(till.at('import-fault')).toHaveAttribute('data-problem', 'barcode-rounded');
    await expect(till.at('import-encoding-cp949')).toHaveAttribute('data-selected', 'true');
    await look(till.page, '1366x768', 'products-02-import-preview');
    await till.press('Enter');
    await expect(till.at('import-done')).toBeVisible();
    const badFile = (await till.at('import-bad-file').textContent()) ?? '';
    expect(existsSync(badFile), badFile).toBe(true);
    await look(till.page, '1366x768', 'products-03-import-done');
    await breathe(till.page);
    await till.press('Enter');
    await expect(till.at('import-done')).toBeHidden();
    await till.press('Escape', 'Escape');
    await expect(till.at('screen-sale')).toBeVisible();
    await till.scan('8801234000010');
    await expect(till.at('basket-line')).toContainText('유자 식빵');
    await expect(till.at('product-key').filter({ hasText: '아메리카노' }).first()).toContainText('2,700');

    await toProducts(till);
    await till.press('F6');
    await breathe(till.page);
    await till.at('past-import-undo').click();
    await expect(till.at('import-undo-dialog')).toBeVisible();
    await breathe(till.page);
    await till.at('import-undo-do').click();
    await expect(till.at('past-import')).toContainText('되돌림');
    await till.press('Escape', 'Escape');
    await expect(till.at('product-key').filter({ hasText: '아메리카노' }).first()).toContainText('2,500');
    await expect(till.at('basket-line'), 'what is in the basket stays in it').toContainText('유자 식빵');
  });
}

async function goodsAndKeys(till: CashierPage, display: CustomerPage): Promise<void> {
  await test.step('one product and several are deleted and brought back; what was not saved is asked about', async () => {
    await till.press('ArrowDown');
    const first = (await till.at('product-name').inputValue()) ?? '';
    await till.press('Delete');
    await expect(till.at('catalogue-undo')).toContainText(first);
    await expect(till.at('product-none')).toBeVisible();
    await breathe(till.page);
    await till.at('catalogue-undo-do').click();
    await expect(till.at('catalogue-undo')).toBeHidden();
    await expect(till.at('product-row').first()).toContainText(first);

    await till.at('products-mark').click();
    await breathe(till.page);
    await till.at('product-row').nth(0).click();
    await till.at('product-row').nth(2).click();
    await look(till.page, '1366x768', 'products-04-several');
    await till.press('Delete');
    await expect(till.at('catalogue-undo')).toContainText('2');
    await expect(till.at('product-row').first()).not.toContainText(first);
    await breathe(till.page);
    await till.at('catalogue-undo-do').click();
    await expect(till.at('product-row').first()).toContainText(first);

    await till.at('product-row').nth(1).click();
    await till.at('product-price').fill('1');
    await breathe(till.page);
    await till.at('product-row').nth(3).click();
    await expect(till.at('unsaved-dialog')).toBeVisible();
    await till.press('Enter');
    await expect(till.at('product-price')).toHaveValue('1');
    await till.press('PageDown');
    await expect(till.at('products-more')).toContainText('101');
  });
  await till.press('Escape');
  await expect(till.at('product-price'), 'the change is taken back first').not.toHaveValue('1');
  await test.step('keys are dragged, picked up and put down by keyboard, added, removed and taken back', async () => {
    await till.press('F9');
    await expect(till.at('place-1')).toContainText('아메리카노');
    await till.at('place-1').dragTo(till.at('place-12'));
    await expect(till.at('place-12')).toContainText('아메리카노');
    await expect(till.at('place-1')).not.toContainText('아메리카노');

    // By keyboard: into the grid, pick up, walk, put down. The two change places.
    await till.at('place-2').focus();
    await till.press('Enter');
    await expect(till.at('key-held')).toContainText('아메리카노 큰컵');
    await till.press('ArrowRight', 'Enter');
    await expect(till.at('place-3')).toContainText('아메리카노 큰컵');
    await expect(till.at('place-2')).toContainText('아몬드 라떼');
    await look(till.page, '1366x768', 'products-05-keys');

    await breathe(till.page);
    await till.at('place-12').click();
    await expect(till.at('key-held')).toBeVisible();
    await till.press('Delete');
    await expect(till.at('place-12')).not.toContainText('아메리카노');
    await breathe(till.page);
    await till.at('catalogue-undo-do').click();
    await expect(till.at('place-12')).toContainText('아메리카노');

    await till.press('F2');
    await till.page.keyboard.insertText('우리밀 식빵');
    await expect(till.at('key-found').first()).toContainText('우리밀 식빵');
    await till.press('Enter');
    await expect(till.at('key-held')).toContainText('우리밀 식빵');
    await breathe(till.page);
    await till.at('place-1').click();
    await expect(till.at('place-1')).toContainText('우리밀 식빵');

    await till.at('page-add').click();
    await till.page.keyboard.insertText('행사');
    await till.press('Enter');
    await expect(till.at('key-page-행사')).toHaveAttribute('aria-current', 'true');
    await breathe(till.page);
    await till.at('page-up').click();
    await till.press('Escape', 'Escape');
    await expect(till.at('product-key').first()).toContainText('우리밀 식빵');
  });
  await test.step('goods sold by weight ask for their grams, say how they come to their amount, and are weighed again', async () => {
    await till.scan('2100101');
    await expect(till.at('weight-dialog')).toBeVisible();
    await till.type('1351');
    await expect(till.at('weight-set')).toContainText('6,485');
    await look(till.page, '1366x768', 'products-06-weight');
    await till.press('Enter');
    await expect(till.at('basket-line')).toContainText('1,351 g × 480원/100 g');
    await expect(till.at('sale-total')).toContainText('6,485');
    await expect(display.at('customer-last-line')).toContainText('1,351 g × 480원/100 g');
    await till.press('ArrowDown', 'Enter');
    await expect(till.at('line-sheet')).toBeVisible();
    await till.type('1000');
    await till.press('Enter');
    await expect(till.at('sale-total')).toContainText('4,800');
    // From the shop's own scale: the goods and the price it has worked out.
    await till.scan('2100101048609');
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('sale-total')).toContainText('9,660');
  });
}

test('lists: columns chosen, a workbook out and in again, one in the old encoding taken, sold from and taken back; then products deleted and brought back, keys arranged, goods weighed', async ({ till, display }) => {
  await managerAtProducts(till);
  await listsInAndOut(till);
  await till.emptyBasket();
  await toProducts(till);
  await goodsAndKeys(till, display);
});
