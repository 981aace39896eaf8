import { describe, expect, it } from 'vitest';
import type { ApprovalContent } from '../../domain/people/approval.ts';
import { READY_REASONS, REASONS_OF } from '../../domain/people/reasons.ts';
import { ok, refuse } from '../result.ts';
import type { Settings } from '../settings.ts';
import { NONE, PRACTICE_SETTINGS, shopSettings } from '../settings.ts';
import { openWelcome } from './welcome.ts';
import { mayChangePrinting, needsPrintingReason } from './printing.ts';

const { shop } = PRACTICE_SETTINGS;
const shopWith = (slip: Settings['slip'], address = 'tcp://127.0.0.1:9100'): Settings => shopSettings({ mode: 'shop', shop, slip, printer: { address } });
const ONE = shopWith({ copies: 1, use: 'customer' });
const CHANGES: readonly (readonly [string, Settings, Settings, boolean])[] = [
  ['turned off', ONE, shopWith({ copies: 0, use: 'customer' }), true],
  ['two instead of one', ONE, shopWith({ copies: 2, use: 'customer' }), true],
  ['turned on', shopWith({ copies: 0, use: 'customer' }), ONE, true],
  ['for the shop instead of the customer', ONE, shopWith({ copies: 1, use: 'merchant' }), true],
  ['no printer any more', ONE, shopWith({ copies: 1, use: 'customer' }, NONE), true],
  ['a printer where there was none', shopWith({ copies: 1, use: 'customer' }, NONE), ONE, false],
  ['another printer', ONE, shopWith({ copies: 1, use: 'customer' }, 'tcp://127.0.0.1:9101'), false],
  ['the same', ONE, ONE, false],
];

describe.each(CHANGES)('printing: %s', (_what, before, after, takes) => {
  it(`takes ${takes ? 'a reason and the right' : 'nothing'}`, async () => {
    const asked: ApprovalContent[] = [];
    const app = { ...openWelcome(1, () => undefined), allow: async (content: ApprovalContent) => (asked.push(content), refuse('people.approval-needed', content.act)) };
    expect(needsPrintingReason(before, after, { reason: null, approvalId: null })).toEqual(takes ? refuse('people.reason-needed', 'printing-off') : null);
    for (const reason of READY_REASONS) {
      const fits = REASONS_OF['printing-off'].some((each) => each === reason);
      const refusal = needsPrintingReason(before, after, { reason, approvalId: null });
      expect([reason, refusal === null]).toEqual([reason, fits || !takes]);
    }
    const answer = await mayChangePrinting(app, { before, after }, { reason: 'save-paper', approvalId: null });
    expect(answer).toEqual(takes ? refuse('people.approval-needed', 'printing-off') : ok([]));
    expect(asked).toEqual(takes ? [{ act: 'printing-off', saleId: null, amountWon: null, reason: 'save-paper' }] : []);
  });
});
