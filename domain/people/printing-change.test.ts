import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipSettings } from '../slip/policy.ts';
import type { Printing } from './printing-change.ts';
import { printingChange, readPrintingChange } from './printing-change.ts';

const ONE: SlipSettings = { copies: 1, use: 'customer' };
const slip: fc.Arbitrary<SlipSettings> = fc.record({ copies: fc.constantFrom(0, 1, 2), use: fc.constantFrom('customer', 'merchant') });
const printing: fc.Arbitrary<Printing> = fc.record({ slip, printer: fc.boolean() });

describe('a change of who gets paper', () => {
  it('names what was and what is to be', () => {
    expect(printingChange({ slip: ONE, printer: true }, { slip: { copies: 0, use: 'customer' }, printer: true })).toBe('1-customer-to-0-customer');
    expect(printingChange({ slip: ONE, printer: true }, { slip: ONE, printer: false })).toBe('1-customer-to-1-customer-no-printer');
    expect(printingChange({ slip: ONE, printer: false }, { slip: ONE, printer: true })).toBeNull();
    expect(printingChange({ slip: ONE, printer: true }, { slip: ONE, printer: true })).toBeNull();
  });

  it('is read back as it was meant, and two that differ are never one word', () => {
    fc.assert(
      fc.property(printing, printing, (before, after) => {
        const change = printingChange(before, after);
        const printerGone = before.printer && !after.printer;
        if (change === null) expect([before.slip, printerGone]).toEqual([after.slip, false]);
        else expect(readPrintingChange(change)).toEqual({ before: before.slip, after: after.slip, printerGone });
      }),
    );
  });

  it.each(['', '1-customer', '3-customer-to-0-customer', '1-customer-to-0-customer-', '1-customer-to-0-owner', ' 1-customer-to-0-customer'])('%j is none', (text) => expect(readPrintingChange(text)).toBeNull());
});
