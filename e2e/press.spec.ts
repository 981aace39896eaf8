/** Fingers and keys on a button: each presses once, however long it rests there and whatever else touches the glass. */
import type { CDPSession, Locator } from 'playwright/test';
import type { CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

const PAUSE_MS = 500;
/** A browser takes a touch of half a second for something else than a press. */
const REST_MS = 900;

type Finger = { readonly id: number; readonly x: number; readonly y: number };

async function fingerOn(key: Locator, id: number): Promise<Finger> {
  const box = await key.boundingBox();
  if (box === null) throw new Error('no key');
  return { id, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const down = (touch: CDPSession, fingers: readonly Finger[]) => touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [...fingers] });
const move = (touch: CDPSession, fingers: readonly Finger[]) => touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [...fingers] });
const up = (touch: CDPSession) => touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

async function withFingers({ page, at }: CashierPage): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const keys = page.getByTestId('product-key');
  const [one, other] = [await fingerOn(keys.nth(0), 0), await fingerOn(keys.nth(1), 1)];
  const quantity = (line: number) => at('line-quantity').nth(line);

  await down(touch, [one]);
  await expect(keys.nth(0), 'it shows that it is pressed').toHaveAttribute('data-pressed', 'true');
  await up(touch);
  await expect(at('basket-line')).toHaveCount(1);
  await expect(keys.nth(0)).not.toHaveAttribute('data-pressed', 'true');

  await page.waitForTimeout(PAUSE_MS);
  await down(touch, [one]);
  await page.waitForTimeout(REST_MS);
  await up(touch);
  await expect(quantity(0), 'a long touch').toHaveText('2');

  await page.waitForTimeout(PAUSE_MS);
  await down(touch, [one]);
  await down(touch, [one, other]);
  await up(touch);
  await expect(at('basket-line')).toHaveCount(2);
  await expect(quantity(0), 'two at once').toHaveText('3');
  await expect(quantity(1)).toHaveText('1');

  await page.waitForTimeout(PAUSE_MS);
  await down(touch, [one]);
  await move(touch, [{ ...one, x: other.x + 4 }]);
  await up(touch);
  await page.waitForTimeout(PAUSE_MS);
  await expect(quantity(0), 'drawn off the key').toHaveText('3');
  await expect(quantity(1)).toHaveText('1');
}

async function withKeys({ page, at }: CashierPage): Promise<void> {
  const key = page.getByTestId('product-key').nth(0);
  await page.waitForTimeout(PAUSE_MS);
  await key.focus();
  await page.keyboard.press('Tab');
  await page.waitForTimeout(PAUSE_MS);
  await page.keyboard.press('Shift+Tab');
  await expect(key).toBeFocused();
  await page.waitForTimeout(PAUSE_MS);
  await page.keyboard.down('Enter');
  for (let repeat = 0; repeat < 5; repeat += 1) {
    await page.waitForTimeout(40);
    await page.keyboard.down('Enter');
  }
  await page.keyboard.up('Enter');
  await expect(at('line-quantity')).toHaveText('1');
  await page.waitForTimeout(PAUSE_MS);
  await page.keyboard.press('Space');
  await expect(at('line-quantity')).toHaveText('2');
  await expect(key, 'the key keeps the focus').toBeFocused();
}

test('a key on the screen is pressed once, by finger and by keyboard', async ({ till }) => {
  await till.ready();
  await test.step('a finger: quickly, resting, beside another; not where it has left', () => withFingers(till));
  await till.emptyBasket();
  await test.step('a key that shows the focus: by Enter, also when it is held down, and by the space bar', () => withKeys(till));
});
