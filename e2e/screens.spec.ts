/** Every screen of the first sale at the real counter: a picture of each at both sizes for a person to look at, where pictures are asked for. */
import { expect, test } from './till.ts';
import { look, LOOK_SIZES } from './look.ts';
import { GOODS } from './pages/cashier-page.ts';

for (const size of LOOK_SIZES) {
  test.describe(size, { tag: '@look' }, () => {
    test.use({ size });

    test('from sign-in to the closed day', async ({ till, display, printer, sandbox }) => {
      test.setTimeout(180_000);
      const cashier = (name: string) => look(till.page, size, name, { colours: size === '1366x768' });
      const customer = (name: string) => look(display.page, size, `customer-${name}`, { colours: size === '1366x768' });

      await expect(till.at('screen-sign-in')).toBeVisible();
      await cashier('01-sign-in');
      await customer('01-closed');
      await till.signIn();
      await expect(till.at('screen-open-shift')).toBeVisible();
      await cashier('02-open-shift');
      await till.openShift();
      await cashier('03-sale-empty');
      await customer('02-idle');

      await till.scanAll([GOODS.bread, GOODS.eggs, GOODS.americano, GOODS.americano]);
      await expect(till.at('basket-line')).toHaveCount(3);
      await cashier('04-sale');
      await customer('03-lines');
      await till.press('F8');
      await till.type('20000');
      await cashier('05-cash');
      await till.press('Enter');
      await expect(till.at('screen-receipt')).toBeVisible();
      await cashier('06-receipt-choice');
      await customer('04-paid');
      await till.press('1');
      await till.type('1234');
      await cashier('07-receipt-typing');
      await till.type('5678');
      await customer('05-number-mirrored');
      await till.press('Enter');
      await expect(till.at('read-back-number')).toBeVisible();
      await cashier('08-read-back');
      await customer('06-read-back');
      await sandbox.fault({ act: 'issue', fault: { kind: 'slow', ms: 1_200 } });
      await till.press('Enter');
      await expect(till.at('screen-issuing')).toBeVisible();
      await cashier('09-issuing');
      await expect(till.at('screen-slip-question')).toBeVisible();
      await cashier('10-slip-question');
      await customer('07-slip-question');
      await till.press('1');
      await expect(till.at('print-confirmed').first()).toBeVisible();
      await expect(till.at('slip-picture')).toBeVisible();
      await cashier('11-done');
      await customer('08-thanks');

      // The other way: refused number, customer types, printer out of paper.
      await printer.tell({ tell: 'paper-end' });
      await till.scan(GOODS.bread);
      await till.payExactly();
      await till.press('2');
      await till.type('1248100997');
      await expect(till.at('number-refused')).toBeVisible();
      await cashier('12-number-refused');
      await till.press('Escape');
      await till.press('1', 'F6');
      await expect(display.at('customer-number-typing')).toBeVisible();
      await cashier('13-customer-types');
      await customer('09-number-typing');
      await till.press('F6');
      await sandbox.fault({ act: 'issue', fault: { kind: 'refuse', code: -14001004, message: '식별번호가 올바르지 않습니다' } });
      await till.type('12345678');
      await till.issue();
      await expect(till.at('receipt-failed')).toBeVisible();
      await cashier('14-receipt-failed');
      await till.press('Escape');
      await till.press('0', 'Enter');
      await expect(till.at('screen-slip-question')).toBeVisible();
      await till.press('1');
      await expect(till.at('print-trouble')).toBeVisible();
      await cashier('15-done-no-paper');
      await till.press('F3');
      await expect(till.at('screen-history')).toBeVisible();
      await till.at('history-row-1').click();
      await cashier('16-history');
      await till.press('Escape');
      await expect(till.at('screen-history')).toBeHidden();
      await till.at('status-line').getByRole('button').first().click();
      await expect(till.at('screen-status')).toBeVisible();
      await cashier('17-status');
      await till.press('Escape');
      await till.at('open-menu').click();
      await expect(till.at('menu')).toBeVisible();
      await cashier('18-menu');
      await till.at('menu-close').click();
      await expect(till.at('screen-close')).toBeVisible();
      await till.at('close-count-50000').fill('2');
      await till.at('close-count-1000').fill('19');
      await cashier('19-close');
      await till.at('close-review').click();
      await expect(till.at('screen-close-confirm')).toBeVisible();
      await cashier('20-close-confirm');
      await till.at('close-confirm').click();
      await expect(till.at('close-difference')).toBeVisible();
      await cashier('21-closed');
    });
  });
}
