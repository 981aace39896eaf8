/** A pad that is not there, and what is left of a card payment then: the paper that wants a pen, followed out of the house by keyboard alone; and a charge that belongs to no sale, likewise. */
import type { VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { look } from './look.ts';
import { GOODS, type CashierPage } from './pages/cashier-page.ts';
import { expect, test } from './till.ts';

async function padOnBrokenCable(till: CashierPage): Promise<void> {
  await expect(till.at('status-pad')).toHaveAttribute('data-state', 'down');
  await till.at('status-pad').click();
  await expect(till.at('device-pad')).toHaveAttribute('data-cable', 'broken');
  await expect(till.at('device-trouble')).toHaveAttribute('data-code', 'pad.unreachable');
  await till.press('F7');
  await expect(till.at('device-result')).toContainText('패드에 닿지 않습니다');
}

async function slipHandedIn(till: CashierPage, printer: VirtualPrinterProcess): Promise<void> {
  await till.type('13*');
  await till.scan(GOODS.bread);
  await expect(till.at('line-quantity')).toHaveText('13');
  await till.press('F9', 'Enter');
  await expect(till.at('screen-slip-question')).toBeVisible();
  await till.press('0');
  await expect(till.at('screen-done')).toBeVisible();
  await expect.poll(async () => (await printer.state()).slips.length).toBe(1);
  await expect(till.at('status-slips')).toContainText('1');

  await till.press('F10', 'F4');
  await expect(till.at('slip-row-printed')).toContainText('54,600');
  const [, approvalNumber = ''] = /승인번호\s+(\d{8})/.exec(await printer.slipText(1)) ?? [];
  await expect(till.at('slip-facts')).toContainText(approvalNumber);
  await till.press('F1');
  await expect(till.at('key-map')).toContainText('여러 장 고르기');
  await till.press('Escape', 'Space');
  await expect(till.at('slip-mark')).toHaveAttribute('aria-pressed', 'true');
  await expect(till.at('slips-primary')).toContainText('54,600');
  await look(till.page, '1366x768', '19-slips-to-sign');
  await till.press('Enter');
  await expect(till.at('collect-dialog')).toContainText(approvalNumber);
  await till.press('Enter');
  await expect(till.at('slips-said')).toContainText('1장');
  await expect(till.at('slips-none')).toBeVisible();
  await expect(till.at('status-slips')).toBeHidden();

  await till.press('ArrowRight');
  await expect(till.at('slip-row-collected')).toBeVisible();
  await till.press('Enter');
  await expect(till.at('hand-in-batch')).toBeFocused();
  await till.press('Enter');
  await expect(till.at('hand-in-batch-why')).not.toBeEmpty();
  await till.type('NOV-2');
  await till.press('Enter');
  await expect(till.at('slips-said')).toContainText('NOV-2');
  await till.press('ArrowRight');
  await expect(till.at('slip-row-handed-over')).toContainText(approvalNumber);
  await expect(till.at('slip-facts')).toContainText('NOV-2');
  await till.press('Escape');
  await expect(till.at('screen-done')).toBeVisible();
}

test.describe('with a pad that is not there', () => {
  test.use({ settings: { signature: { pad: 'koces-pad', padAddress: 'serial:///dev/no-such-pad?baud=38400' } } });

  test('it is on the status line and at the end of a broken cable; the slip to sign is marked as collected, handed to the agency, and seen again with its batch', async ({ till, printer }) => {
    await till.ready();
    await test.step('the pad, and trying it', () => padOnBrokenCable(till));
    await till.press('Escape');
    await expect(till.at('screen-sale')).toBeVisible();
    await test.step('the slip to sign, until it is handed in', () => slipHandedIn(till, printer));
  });
});

test.describe('a sale keyed on the terminal itself', () => {
  test.use({ terminalFamily: 'kicc-ed721' });

  test('waits to be looked at, and is answered for by a manager with what was seen and where', async ({ till, terminal }) => {
    await till.ready();
    await expect(till.at('status-terminal')).toHaveAttribute('data-state', 'ok');
    await terminal?.keyedSale(5_000);
    await expect(till.at('status-strays')).toContainText('1');
    await till.press('F10', 'F5');
    await expect(till.at('stray-details')).toHaveAttribute('data-meaning', 'foreign');
    await expect(till.at('stray-amount')).toContainText('5,000');
    await till.press('Enter', '1');
    await expect(till.at('settle-note')).toBeFocused();
    await till.type('#0412');
    await till.press('Enter');
    await expect(till.at('approval-dialog')).toContainText('#0412');
    await till.type('5678');
    await till.press('Enter');
    await expect(till.at('strays-none')).toBeVisible();
    await expect(till.at('status-strays')).toBeHidden();
  });
});
