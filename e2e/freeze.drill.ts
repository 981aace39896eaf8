/**
 * Not part of `npm test` yet: in two rounds two of these five failed once each, and whether the window or the way the keys are sent to a
 * frozen window is at fault is not known. Run with `npx playwright test --config e2e/freeze.config.ts`.
 */
/** The window or the counter does not answer for two seconds, and hands and scanner go on. Afterwards nothing happened that nobody meant. */
import type { Page } from 'playwright/test';
import { expect, test } from './till.ts';
import { GOODS } from './pages/cashier-page.ts';

const FREEZE_MS = 2_000;
/** Short enough for a key to be meant still. */
const SHORT_FREEZE_MS = 700;
/** A hand: slower than any scanner. */
const HAND_MS = 110;
const SCANNER_MS = 4;

type Key = { readonly key: string; /** After the freeze began. */ readonly atMs: number };

const hand = (keys: readonly string[], fromMs: number): Key[] => keys.map((key, index) => ({ key, atMs: fromMs + index * HAND_MS }));
const scanner = (code: string, fromMs: number): Key[] => [...code, 'Enter'].map((key, index) => ({ key, atMs: fromMs + index * SCANNER_MS }));

const CODES: Readonly<Record<string, number>> = { Enter: 13, F8: 119, Escape: 27 };

/** Keys and touches as the browser gets them, each with the time at which it was pressed. */
async function during(page: Page, act: (send: (keys: readonly Key[]) => Promise<void>, tap: (x: number, y: number, atMs: number) => Promise<void>) => Promise<void>, freezeMs = FREEZE_MS): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const began = Date.now() / 1000;
  const frozen = page.evaluate((ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, freezeMs);
  const send = async (keys: readonly Key[]) => {
    const sent = keys.map(({ key, atMs }) => {
      const code = CODES[key] ?? key.charCodeAt(0);
      const event = { key, code: key.length > 1 ? key : `Digit${key}`, windowsVirtualKeyCode: code, timestamp: began + atMs / 1000 };
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
      return [session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(text === undefined ? {} : { text }) }), session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })];
    });
    await Promise.all(sent.flat());
  };
  const tap = async (x: number, y: number, atMs: number) => {
    const event = { x, y, button: 'left', clickCount: 1, timestamp: began + atMs / 1000 } as const;
    await Promise.all([session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event }), session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event })]);
  };
  await Promise.all([frozen, act(send, tap)]);
  await session.detach();
}

test('the window freezes with cash counted: Enters and digits pressed meanwhile tender nothing, scans say that they were refused', async ({ till, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await till.press('F8', 'F8');
  await expect(till.at('cash-received')).toContainText('4,200');
  await during(till.page, (send) => send([...hand(['5', '0', 'Enter', 'Enter'], 200), ...scanner(GOODS.eggs, 900), ...hand(['7', 'Enter'], 1_500)]));
  await expect(till.at('note-scan-refused')).toBeVisible();
  await expect(till.at('screen-cash')).toBeVisible();
  await expect(till.at('cash-received'), 'no half of what was typed').toContainText('4,200');
  expect((await printer.state()).drawerKicks).toBe(0);
  await till.press('Enter');
  await expect(till.at('screen-receipt'), 'a key pressed now counts again').toBeVisible();
});

test('the window freezes over the basket: every scan is in it, once, and a key for paying is forgotten', async ({ till }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await during(till.page, (send) => send([...scanner(GOODS.americano, 100), ...scanner(GOODS.americano, 400), ...hand(['F8', 'F8', 'Enter'], 600), ...scanner(GOODS.eggs, 1_200)]));
  await expect(till.at('basket-line')).toHaveCount(3);
  await expect(till.at('screen-sale')).toBeVisible();
  await expect(till.at('screen-cash')).toBeHidden();
  await expect(till.at('sale-total')).toContainText('16,100');
});

test('a short hitch: the first key opens the cash screen, those pressed before it could be seen do nothing there', async ({ till, printer }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  await during(till.page, (send) => send(hand(['F8', 'F8', 'Enter'], 100)), SHORT_FREEZE_MS);
  await expect(till.at('screen-cash')).toBeVisible();
  await expect(till.at('cash-received')).not.toContainText('4,200');
  await expect(till.at('cash-take')).toBeDisabled();
  expect((await printer.state()).drawerKicks).toBe(0);
});

test('the window freezes and a button is tapped again and again: nothing is tendered, and the number is not confirmed unread', async ({ till, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await till.payExactly();
  await till.press('1');
  await till.type('12345678');
  const box = await till.at('receipt-primary').boundingBox();
  if (box === null) throw new Error('no primary button');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await during(till.page, async (_send, tap) => {
    await Promise.all([200, 500, 800, 1_900].map((atMs) => tap(x, y, atMs)));
  });
  await expect(till.at('read-back-number'), 'taps at a frozen window are given up').toBeHidden();
  // Awake again, a double tap: the first half opens the read-back, the second must not confirm it.
  await till.page.mouse.dblclick(x, y, { delay: 20 });
  await expect(till.at('read-back-number')).toContainText('010-1234-5678');
  await till.press('Escape');
  await expect(till.at('receipt-primary')).toBeVisible();
  expect((await sandbox.state()).receipts).toHaveLength(0);
});

test('the counter itself freezes: scans made meanwhile are sold once each, and two Enters take the money once', async ({ counter, till, printer, sandbox }) => {
  await till.ready();
  await till.scan(GOODS.bread);
  await expect(till.at('basket-line')).toHaveCount(1);
  // Pressed inside the page: the window is awake, and who answers it is not.
  const press = (keys: readonly Key[]) =>
    till.page.evaluate((list) => {
      for (const { key, atMs } of list) setTimeout(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })), atMs);
    }, keys);
  const freeze = () =>
    counter.evaluate((_electron, ms) => {
      const until = performance.now() + ms;
      while (performance.now() < until);
    }, FREEZE_MS);

  await press([...scanner(GOODS.americano, 500), ...scanner(GOODS.americano, 900)]);
  await freeze();
  await expect(till.at('basket-line')).toHaveCount(2);
  await expect(till.at('sale-total')).toContainText('9,200');

  await till.press('F8', 'F8');
  await press([...hand(['Enter', 'Enter', 'Enter'], 500), ...hand(['Enter'], 1_400)]);
  await freeze();
  await expect(till.at('screen-receipt')).toBeVisible();
  await expect(till.at('receipt-primary'), 'no Enter of those chose anything here').toBeDisabled();
  await expect.poll(async () => (await printer.state()).drawerKicks).toBe(1);
  expect((await sandbox.state()).receipts).toHaveLength(0);
});
