/** Signing: on the customer display by hand, and on a pad on its cable; watched at the counter, and given up there. Tried from the page of devices. */
import { spawnSync } from 'node:child_process';
import { look, LOOK_SIZES } from './look.ts';
import { GOODS, type CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

/** The page of devices, at the pad, its test begun. */
async function tryPad(till: CashierPage): Promise<void> {
  await till.press('F12');
  await till.at('device-pad').click();
  await expect(till.at('device-details')).toHaveAttribute('data-device', 'pad');
  await till.press('F7');
  await expect(till.at('signature-live')).toBeVisible();
}

const points = async (till: CashierPage) => Number(await till.at('live-ink').getAttribute('data-points'));

test('the display as a pad: a customer who pays signs on it; then it is tried again and again, given up, and loaded again', async ({ till, display }) => {
  await till.ready();
  await test.step('a card sale by keys: the charge stands, the customer signs on her display, and the counter sees it', async () => {
    await till.type('20*');
    await till.scan(GOODS.americano);
    await expect(till.at('basket-line')).toHaveCount(1);
    await till.press('F9');
    await expect(till.at('screen-pay')).toBeVisible();
    await till.press('Enter');
    await expect(till.at('screen-signing')).toBeVisible();
    await expect(display.at('customer-signature')).toBeVisible();
    await expect(display.at('customer-total')).toHaveText('50,000원');
    await expect(till.at('signing-give-up')).toBeEnabled();
    await display.drawName();
    await expect(till.at('live-ink')).toHaveAttribute('data-strokes', '2');
    await display.at('sign-done').click();
    await expect(till.at('screen-slip-question')).toBeVisible();
    await expect(display.at('customer-signature')).toBeHidden();
  });
  await till.press('2');
  await expect(till.at('screen-done')).toBeVisible();
  await till.press('Enter');
  await test.step('a name drawn on the display appears at the counter while it is drawn, is cleared with it, and arrives whole', async () => {
    await tryPad(till);
    await expect(display.at('customer-signature')).toBeVisible();
    await expect(display.at('sign-done')).toBeDisabled();
    await display.drawName(1);
    await expect(till.at('live-ink')).toHaveAttribute('data-strokes', '1');
    const lift = await display.keepDrawing();
    await expect(till.at('live-ink')).toHaveAttribute('data-strokes', '2');
    await expect.poll(() => points(till)).toBeGreaterThan(15);
    await lift();
    await display.at('sign-clear').click();
    await expect(till.at('live-ink')).toHaveAttribute('data-points', '0');
    await expect(display.at('sign-field')).toHaveAttribute('data-ink', 'false');
    await display.drawName();
    await expect(till.at('live-ink')).toHaveAttribute('data-strokes', '2');
    await display.at('sign-done').click();
    await expect(till.at('device-result')).toContainText('서명이 잘 왔습니다');
    await expect(display.at('customer-signature')).toBeHidden();
    await expect(till.at('signature-live')).toBeHidden();
  });
  await till.press('Escape');
  await test.step('the cashier gives up by key, the customer by key and by touch', async () => {
    await tryPad(till);
    await display.drawName(1);
    await till.press('F9');
    await expect(till.at('device-result')).toContainText('그만두었습니다');
    await expect(display.at('customer-signature')).toBeHidden();

    await till.press('F7');
    await display.at('sign-cancel').click();
    await expect(till.at('device-result')).toContainText('패드에서 취소했습니다');

    await till.press('F7');
    await expect(display.at('customer-signature')).toBeVisible();
    await display.page.keyboard.press('Escape');
    await expect(display.at('customer-signature')).toBeHidden();
    await expect(till.at('signature-live')).toBeHidden();
  });
  await till.press('Escape');
  await test.step('a display that loads again shows an empty field, at the counter too; a pen that rests on it is done by itself', async () => {
    await tryPad(till);
    await display.drawName();
    await expect.poll(() => points(till)).toBeGreaterThan(30);
    await display.page.reload();
    await expect(display.at('customer-signature')).toBeVisible();
    await expect(till.at('live-ink')).toHaveAttribute('data-points', '0');
    await display.drawName();
    await expect(till.at('device-result')).toContainText('서명이 잘 왔습니다', { timeout: 15_000 });
  });
  await till.press('Escape');
  await test.step('a cashier’s window that loads again still sees what was drawn before', async () => {
    await tryPad(till);
    await display.drawName(1);
    const lift = await display.keepDrawing();
    await expect.poll(() => points(till)).toBeGreaterThan(15);
    await till.page.reload();
    await till.press('F12');
    await till.at('device-pad').click();
    await expect.poll(() => points(till)).toBeGreaterThan(15);
    await till.press('F9');
    await lift();
    await expect(till.at('device-result')).toContainText('그만두었습니다');
  });
});

test.describe('a pad on a serial cable', () => {
  test.skip(spawnSync('socat', ['-V']).status !== 0, 'needs socat');
  test.use({ settings: { signature: { pad: 'koces-pad', padAddress: 'simulated' } } });

  test('says who it is, and its strokes appear at the counter', async ({ till, display }) => {
    await till.ready();
    await till.press('F12');
    await till.at('device-pad').click();
    await expect(till.at('device-pad')).toHaveAttribute('data-state', 'ok');
    await expect(till.at('device-facts')).toContainText('KOCES-PAD-SIM');
    await till.press('F7');
    await expect(till.at('signature-live')).toHaveAttribute('data-on', 'koces-pad');
    await expect(till.at('live-ink')).toHaveAttribute('data-strokes', '3');
    await expect(display.at('customer-signature')).toBeHidden();
    await expect(till.at('device-result')).toContainText('서명이 잘 왔습니다');
  });
});

for (const size of LOOK_SIZES) {
  test.describe(`pictures at ${size}`, { tag: '@look' }, () => {
    test.use({ size });
    test('both sides of a signature, with nothing serious for axe', async ({ till, display }) => {
      await till.ready();
      await tryPad(till);
      await display.drawName();
      const lift = await display.keepDrawing();
      await expect.poll(() => points(till)).toBeGreaterThan(30);
      await look(till.page, size, '18a-signature-watched');
      await look(display.page, size, '18b-signature-field');
      await lift();
    });
  });
}
