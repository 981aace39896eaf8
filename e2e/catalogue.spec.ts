/** Products: found as they are typed, added by a manager, sold the moment they are saved. */
import { pageOf } from './fixtures.ts';
import { look, LOOK_SIZES } from './look.ts';
import { cashierPage, type CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

const NEW_CODE = '8801234000010';

/** What an input method leaves in the search box. */
async function searchFor(till: CashierPage, text: string): Promise<void> {
  await till.press('F2');
  await expect(till.at('product-search')).toBeFocused();
  await till.page.keyboard.insertText(text);
}

/** The manager in the cashier's place; 점장 has PIN 5678 in practice. */
async function managerSignsIn(till: CashierPage): Promise<void> {
  await expect(till.at('screen-sign-in')).toBeVisible();
  await till.at('person-practice-manager').click();
  await till.type('5678');
  await till.press('Enter');
  await expect(till.at('screen-sign-in')).toBeHidden();
}

test('found by initials and sold; an unknown barcode is registered by a manager, sold by scan, and still there after a restart', async ({ till, counter, dataDir, simulators, size, launchCounter }) => {
  await till.ready();
  await test.step('found by initials, walked with the arrows, sold with Enter', async () => {
    await searchFor(till, 'ㅇㅁㄹㅋㄴ');
    await expect(till.at('search-result').first()).toContainText('아메리카노');
    await till.press('Enter');
    await expect(till.at('basket-line')).toHaveCount(1);
    await expect(till.at('sale-total')).toContainText('2,500');
    await expect(till.at('product-keys')).toBeVisible();

    await searchFor(till, '아ㅁㄹ');
    await expect(till.at('search-result').first()).toContainText('아메리카노');
    await till.press('ArrowDown');
    await expect(till.page.locator('[data-testid=search-result][aria-current=true]')).toContainText('아메리카노 큰컵');
    await till.press('Enter');
    await expect(till.at('basket-line')).toHaveCount(2);
    await expect(till.at('sale-total')).toContainText('5,700');

    await searchFor(till, '새우꽈자');
    await expect(till.at('search-result').first(), 'one letter off').toContainText('새우과자');
    await till.press('Escape');
    await searchFor(till, '콩나물국밥');
    await expect(till.at('no-product')).toBeVisible();
    await expect(till.at('register-product'), 'adding products is a manager’s right').toBeHidden();
    await till.press('Escape');
    await till.scan(NEW_CODE);
    await expect(till.at('note-scan-failed')).toBeVisible();
    await expect(till.at('note-register')).toBeHidden();
  });
  await till.emptyBasket();
  await till.press('F10');
  await till.at('menu-sign-out').click();
  await test.step('an unknown barcode is registered by a manager, sold by scan, and still there after a restart', async () => {
    await managerSignsIn(till);
    await till.scan(NEW_CODE);
    await till.at('note-register').click();
    await expect(till.at('screen-products')).toBeVisible();
    await expect(till.at('product-barcode')).toHaveValue(NEW_CODE);
    await expect(till.at('product-name')).toBeFocused();
    await till.page.keyboard.insertText('유자 식빵 🍋');
    await till.at('product-price').fill('4,700');
    await till.at('pick-category-빵').click();
    await till.at('product-key-toggle').click();
    await till.press('Enter');
    await expect(till.at('field-refused')).toHaveAttribute('data-code', 'catalogue.not-printable');
    await till.at('product-name').fill('유자 식빵');
    await till.press('Enter');
    await expect(till.at('product-saved')).toContainText('4,700');
    await till.press('Escape');
    await expect(till.at('screen-products')).toBeHidden();
    await expect(till.at('screen-sale')).toBeVisible();
    await till.page.waitForTimeout(500);

    await till.scan(NEW_CODE);
    await expect(till.at('basket-line')).toContainText('유자 식빵');
    await expect(till.at('sale-total')).toContainText('4,700');
    await till.at('category-빵').click();
    await expect(till.at('product-key').filter({ hasText: '유자 식빵' })).toBeVisible();
    await till.at('sale-abandon').click();
    await till.at('abandon-do').click();

    await counter.close();
    const again = cashierPage(await pageOf(await launchCounter({ dataDir, args: [`--size=${size}`], env: simulators.env }), 'cashier'));
    await managerSignsIn(again);
    await searchFor(again, 'ㅇㅈㅅㅃ');
    await expect(again.at('search-result')).toHaveCount(1);
    // She reads what was found.
    await again.page.waitForTimeout(500);
    await again.press('Enter');
    await expect(again.at('basket-line')).toContainText('유자 식빵');
  });
});

for (const size of LOOK_SIZES) {
  test.describe(size, { tag: '@look' }, () => {
    test.use({ size });

    test('search and the room of products, to be looked at', async ({ till }) => {
      test.setTimeout(120_000);
      const shot = (name: string) => look(till.page, size, name, { colours: size === '1366x768' });
      await till.ready();
      await searchFor(till, 'ㄷㅂ');
      await expect(till.at('search-result').first()).toBeVisible();
      await shot('catalogue-01-search');
      await till.press('Escape');
      await till.openRoom('products');
      await till.at('product-row').first().click();
      await expect(till.at('products-read-only')).toBeVisible();
      await shot('catalogue-02-cashier-looks');
      await till.press('Escape');
      await till.at('open-menu').click();
      await till.at('menu-sign-out').click();
      await managerSignsIn(till);
      await searchFor(till, '8809999000017');
      await expect(till.at('no-product')).toBeVisible();
      await shot('catalogue-03-nothing-found');
      await till.at('register-product').click();
      await expect(till.at('product-barcode')).toHaveValue('8809999000017');
      await till.at('product-name').fill('햇살 유자차 1kg');
      await till.at('product-price').fill('99.5');
      // A hand is not that fast from one screen to the next; a touch that is does nothing.
      await till.page.waitForTimeout(500);
      await till.at('pick-category-음료').click();
      await till.at('product-key-toggle').click();
      await till.press('Enter');
      await expect(till.at('field-refused')).toHaveAttribute('data-code', 'catalogue.price-not-won');
      await shot('catalogue-04-refused');
      await till.at('product-price').fill('12500');
      await till.at('product-barcode').fill('2000010000012');
      await till.press('Enter');
      await expect(till.at('field-refused')).toContainText('아메리카노');
      await shot('catalogue-05-barcode-taken');
      await till.scan('8809999000017');
      await expect(till.at('product-barcode')).toHaveValue('8809999000017');
      await till.press('Enter');
      await expect(till.at('product-saved')).toBeVisible();
      await shot('catalogue-06-saved');
    });
  });
}
