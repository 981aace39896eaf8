/** The basket's sheets and states, at both sizes: pictures, and no serious accessibility finding. */
import { look, LOOK_SIZES } from './look.ts';
import { GOODS } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

for (const size of LOOK_SIZES) {
  test.describe(size, { tag: '@look' }, () => {
    test.use({ size });

    test('hold, sheet, discount, note, price', async ({ till }) => {
      test.setTimeout(120_000);
      const shot = (name: string) => look(till.page, size, `basket-${name}`, { colours: size === '1366x768' });
      await till.ready();
      await till.press('F4');
      await expect(till.at('held-none')).toBeVisible();
      await shot('01-held-none');
      await till.press('Escape');
      for (const code of [GOODS.americano, GOODS.bread, GOODS.eggs]) {
        await till.scan(code);
        await expect(till.at('basket-line')).toHaveCount(1);
        await till.press('F4');
        await expect(till.at('basket-empty')).toBeVisible();
      }
      await shot('02-empty-with-held');
      await till.scanAll([GOODS.bread, GOODS.eggs, GOODS.americano, GOODS.americano]);
      await expect(till.at('basket-line')).toHaveCount(3);
      await till.press('ArrowUp', 'Enter');
      await till.type('12');
      await shot('03-quantity');
      await till.press('ArrowRight');
      await till.type('*12');
      await shot('04-line-discount-beyond');
      await till.press('Backspace');
      await till.press('Enter');
      await expect(till.at('line-sheet')).toBeHidden();
      await till.press('ArrowUp', 'Enter', 'ArrowRight', 'ArrowRight', 'ArrowRight');
      await expect(till.at('note-field')).toBeFocused();
      await till.at('note-field').fill('얇게 썰어서 두 봉지로');
      await shot('05-note');
      await till.press('Enter');
      await expect(till.at('line-note')).toBeVisible();
      await till.press('F5');
      await till.type('900');
      await shot('06-sale-discount');
      await till.press('Enter');
      await expect(till.at('sale-discount-row')).toBeVisible();
      await till.press('ArrowDown');
      await shot('07-basket-full');
      await till.at('open-held').click();
      await expect(till.at('held-row')).toHaveCount(3);
      await till.press('ArrowDown');
      await shot('08-held');
      await till.press('Escape');
      await till.page.locator('[data-testid="product-key"]', { hasText: '교통카드 충전' }).click();
      await till.type('10000');
      await shot('09-price');
      await till.press('Escape');
      await till.at('open-menu').click();
      await till.at('language-en').click();
      await till.press('Escape');
      await expect(till.at('sale-discount-row')).toBeVisible();
      await shot('10-english');
      await till.press('ArrowUp', 'Enter', 'ArrowRight');
      await shot('11-english-discount');
    });
  });
}
