/** Somebody new begins, asks for what is not hers to do, and a manager says yes on the same screen; they change places. By keyboard alone. */
import { callFrom, GOODS, type CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

/** She makes the PIN she was given her own and asks for another price; the manager’s list says who allowed it, and her basket waits for her. */
async function somebodyNew(till: CashierPage): Promise<void> {
  // Nobody presses a key of a screen she has not seen yet; one that comes so early does nothing.
  const look = () => till.page.waitForTimeout(500);
  await till.switchTo('2580');
  await till.press('F10');
  await expect(till.at('menu')).toBeVisible();
  await look();
  await till.at('menu-people').press('Enter');
  await expect(till.at('people-list')).toBeVisible();
  await look();
  await till.at('person-add').press('Enter');
  await till.at('person-name').fill('정');
  await till.press('Enter');
  await expect(till.at('first-pin-dialog')).toContainText('정');
  const firstPin = (await till.at('first-pin').textContent()) ?? '';
  await till.press('Enter');
  await expect(till.at('people-list')).toContainText('첫 PIN을 아직 바꾸지 않음');

  await till.press('F11');
  await till.press('ArrowDown', 'ArrowDown');
  await till.type(firstPin);
  await till.press('Enter');
  await expect(till.at('pin-change')).toBeVisible();
  await till.type('1234');
  await expect(till.at('new-pin-why')).toContainText('이어지는 숫자');
  await till.press('Backspace', '7', 'Enter');
  await till.type('1237');
  await till.press('Enter');
  await expect(till.page.getByText('정 · 1번 계산대')).toBeVisible();

  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.press('ArrowUp', 'Enter');
  await till.press('ArrowRight', 'ArrowRight');
  await expect(till.at('new-price-typed')).toBeVisible();
  await till.type('3000');
  await till.press('Enter');
  await expect(till.at('reason-dialog')).toBeVisible();
  await till.press('1');
  await expect(till.at('approval-what')).toContainText('진열 가격과 다름');
  await till.press('0', '0', '0', '0', 'Enter');
  await expect(till.at('approval-refused')).toHaveAttribute('data-code', 'people.pin-wrong');
  await till.press('5', '6', '7', '8', 'Enter');
  await expect(till.at('line-sheet')).toBeHidden();
  await expect(till.at('basket-line')).toContainText('정가 4,200');
  await expect(till.at('sale-total')).toContainText('3,000');

  await till.press('F11', 'ArrowDown', 'ArrowDown', '5', '6', '7', '8', 'Enter');
  await expect(till.at('switch-dialog')).toBeHidden();
  await expect(till.at('basket-empty')).toBeVisible();
  await till.press('F10');
  await expect(till.at('menu')).toBeVisible();
  await look();
  await till.at('menu-acts').press('Enter');
  await expect(till.at('acts-table')).toContainText('3,000');
  await expect(till.at('acts-table').getByRole('row').nth(1)).toContainText(/정.*점장/);

  await till.press('F11', 'ArrowDown', 'ArrowDown', '1', '2', '3', '7');
  await till.press('Enter');
  await expect(till.at('sale-total'), 'her basket is there again').toContainText('3,000');
}

/** The counter signs out after the minutes the owner has set, and the basket waits; the other one waits beside it. */
async function nobodyTouches(till: CashierPage): Promise<void> {
  const { page } = till;
  const rules = await callFrom(page, 'people.signIn', { userId: 'practice-owner', pin: '2580' }).then(() => callFrom(page, 'people.staff', {}));
  await page.clock.install();
  await callFrom(page, 'people.setRules', { rules: { ...rules.rules, idleMinutes: 5 } });
  await callFrom(page, 'people.signIn', { userId: 'practice-cashier', pin: '1234' });
  await callFrom(page, 'sale.scan', { code: GOODS.bread });
  await expect(till.at('sale-total')).toContainText('4,200');
  await page.clock.runFor(4 * 60_000);
  expect((await callFrom(page, 'counter.view', {})).signedIn).toMatchObject({ name: '김' });
  await page.clock.runFor(2 * 60_000);
  await expect(till.at('screen-sign-in')).toBeVisible();
  await callFrom(page, 'people.signIn', { userId: 'practice-cashier', pin: '1234' });
  await expect(till.at('sale-total')).toContainText('4,200');
}

test('somebody new makes the PIN she was given her own and asks for another price, the manager’s list says who allowed it, and her basket waits for her; a counter nobody touches signs out after the minutes the owner has set, and that basket waits too', async ({ till }) => {
  await till.ready();
  await test.step('somebody new, and the manager on the same screen', () => somebodyNew(till));
  await test.step('nobody touches the counter', () => nobodyTouches(till));
});
