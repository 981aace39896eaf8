import { describe, expect, it } from 'vitest';
import type { ApprovalContent } from '../../domain/people/approval.ts';
import type { PrintingChange } from '../../domain/people/printing-change.ts';
import { READY_REASONS, REASONS_OF } from '../../domain/people/reasons.ts';
import { ok, refuse } from '../result.ts';
import type { Settings } from '../settings.ts';
import { NONE, PRACTICE_SETTINGS, shopSettings } from '../settings.ts';
import { openWelcome } from './welcome.ts';
import { mayChangePrinting, needsPrintingReason } from './printing.ts';

const { shop } = PRACTICE_SETTINGS;
const shopWith = (slip: Settings['slip'], address = 'tcp://127.0.0.1:9100'): Settings => shopSettings({ mode: 'shop', shop, slip, printer: { address } });
const ONE = shopWith({ copies: 1, use: 'customer' });
const CHANGES: readonly (readonly [string, Settings, Settings, PrintingChange | null])[] = [
  ['turned off', ONE, shopWith({ copies: 0, use: 'customer' }), '1-customer-to-0-customer'],
  ['two instead of one', ONE, shopWith({ copies: 2, use: 'customer' }), '1-customer-to-2-customer'],
  ['turned on', shopWith({ copies: 0, use: 'customer' }), ONE, '0-customer-to-1-customer'],
  ['for the shop instead of the customer', ONE, shopWith({ copies: 1, use: 'merchant' }), '1-customer-to-1-merchant'],
  ['no printer any more', ONE, shopWith({ copies: 1, use: 'customer' }, NONE), '1-customer-to-1-customer-no-printer'],
  ['a printer where there was none', shopWith({ copies: 1, use: 'customer' }, NONE), ONE, null],
  ['another printer', ONE, shopWith({ copies: 1, use: 'customer' }, 'tcp://127.0.0.1:9101'), null],
  ['the same', ONE, ONE, null],
];

describe.each(CHANGES)('printing: %s', (_what, before, after, change) => {
  const takes = change !== null;
  it(`takes ${takes ? 'a reason and the right' : 'nothing'}`, async () => {
    const asked: ApprovalContent[] = [];
    const app = { ...openWelcome(1, () => undefined), allow: async (content: ApprovalContent) => (asked.push(content), refuse('people.approval-needed', content.act)) };
    expect(needsPrintingReason(before, after, { reason: null, approvalId: null })).toEqual(takes ? refuse('people.reason-needed', `printing-off ${change}`) : null);
    for (const reason of READY_REASONS) {
      const fits = REASONS_OF['printing-off'].some((each) => each === reason);
      const refusal = needsPrintingReason(before, after, { reason, approvalId: null });
      expect([reason, refusal === null]).toEqual([reason, fits || !takes]);
    }
    const answer = await mayChangePrinting(app, { before, after }, { reason: 'save-paper', approvalId: null });
    expect(answer).toEqual(takes ? refuse('people.approval-needed', 'printing-off') : ok([]));
    expect(asked).toEqual(takes ? [{ act: 'printing-off', saleId: null, amountWon: null, reason: 'save-paper', change }] : []);
  });
});
