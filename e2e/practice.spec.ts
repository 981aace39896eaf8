/** The practice panel on practice's own simulators: chosen by key and by touch, seen at the counter, and the issuer's books beside it. */
import { look, LOOK_SIZES } from './look.ts';
import { GOODS } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

test('by keys and by touch: what waits for the next trade, what lasts, all as usual again; and the books know what the counter does not', async ({ till }) => {
  await till.ready();
  await test.step('by keys: what waits for the next trade, what lasts, and all as usual again', async () => {
    await till.press('Insert');
    await expect(till.at('practice-coming')).toContainText('승인');
    // The second of the first group, then the third.
    await till.type('2');
    await till.press('Enter');
    await expect(till.at('practice-coming')).toContainText('거절: 한도초과');
    await till.press('ArrowDown', 'Enter');
    await expect(till.at('practice-coming')).toContainText('2번째');
    await till.press('F9');
    await expect(till.at('practice-coming')).not.toContainText('2번째');
    await expect(till.at('practice-coming')).toContainText('거절: 분실도난카드');
    await till.press('F4');
    await expect(till.at('practice-coming')).toHaveText('다음승인');
    await till.press('Escape');
    await expect(till.at('practice-panel')).toBeHidden();
  });
  await test.step('a cable that is out is seen on the status line until it is back, and a sale goes on meanwhile', async () => {
    await till.scan(GOODS.bread);
    await till.press('F10');
    await till.at('menu-practice').click();
    await till.at('practice-group-terminal-line').click();
    await till.at('practice-dead').click();
    await expect(till.at('practice-next')).toBeDisabled();
    await till.at('practice-all').click();
    await expect(till.at('practice-coming')).toContainText('선이 빠져 있음');
    await till.press('Escape');
    await expect(till.at('basket-line')).toHaveCount(1);
    await till.press('F12', 'F6');
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'down');
    await till.press('Insert');
    await expect(till.at('practice-coming')).toContainText('선이 빠져 있음');
    await till.press('F4', 'Escape', 'F6');
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'ok');
  });
  await till.press('Escape');
  await expect(till.at('screen-sale')).toBeVisible();
  await test.step('a card that is declined, then an approval whose result is lost: the books know what the counter does not', async () => {
    await till.scan(GOODS.bread);
    await till.press('F9');
    await expect(till.at('screen-pay')).toBeVisible();
    await till.at('open-practice').click();
    await till.type('2');
    await till.press('Enter', 'ArrowRight', '3', 'Enter');
    await expect(till.at('practice-coming')).toContainText('결과가 사라짐');
    await till.press('Escape', 'Enter');
    await expect(till.at('pay-trouble')).toHaveAttribute('data-code', 'card.declined');
    await expect(till.at('pay-trouble')).toContainText('한도초과');
    await till.press('Enter');
    // Also while the terminal is waited for.
    await expect(till.at('screen-card-live')).toBeVisible();
    await till.press('Insert');
    await expect(till.at('practice-trade')).toHaveCount(2);
    await expect(till.at('practice-trade').first()).toHaveAttribute('data-approved', 'true');
    await expect(till.at('practice-trade').first()).toContainText('계산대가 결과를 못 받음');
    await till.press('Escape');
    await expect(till.at('screen-card-unknown')).toBeVisible({ timeout: 40_000 });
  });
});

test.describe('an ED-721', () => {
  test.use({ settings: { terminal: { family: 'kicc-ed721' } } });

  test('takes a sale keyed on itself: it stands in the issuer’s books', async ({ till }) => {
    await till.ready();
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'ok');
    await till.press('Insert', 'ArrowRight');
    await till.at('practice-memory').selectOption('stored');
    await expect(till.at('practice-memory')).toHaveValue('stored');
    await till.at('practice-group-terminal-odd').click();
    await till.at('practice-keyed-sale').click();
    await expect(till.at('practice-trade')).toHaveCount(1);
    await expect(till.at('practice-trade')).toContainText('5,000원');
    await expect(till.at('practice-trade')).toHaveAttribute('data-approved', 'true');
    // The counter took note of it by itself.
    await expect(till.at('practice-trade')).toContainText('계산대가 결과를 받음');
  });
});

for (const size of LOOK_SIZES) {
  test.describe(`pictures at ${size}`, { tag: '@look' }, () => {
    test.use({ size });
    test('the practice panel, with nothing serious for axe', async ({ till }) => {
      await till.ready();
      await till.press('Insert');
      await expect(till.at('practice-books')).toBeVisible();
      await look(till.page, size, '18a-practice');
    });
  });
}
