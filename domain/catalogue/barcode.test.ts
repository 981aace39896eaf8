import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitOf, holdsCheckDigit, isRounded, withLostZeros } from './barcode.ts';

describe('what the digits of a barcode say', () => {
  it('knows the check digit of EAN-13, EAN-8 and UPC-A', () => {
    expect(holdsCheckDigit('2000010000012')).toBe(true);
    expect(holdsCheckDigit('96385074')).toBe(true);
    expect(holdsCheckDigit('036000291452')).toBe(true);
    expect(holdsCheckDigit('2000010000013')).toBe(false);
  });

  it('notices any one digit that is wrong', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const code = body + checkDigitOf(body);
        const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
        expect([holdsCheckDigit(code), holdsCheckDigit(wrong)]).toEqual([true, false]);
      }),
    );
  });

  it('gives back the zeros a spreadsheet took, and takes a shop’s own short number for what it is', () => {
    expect(withLostZeros('36000291452')).toBe('036000291452');
    expect(withLostZeros('100234')).toBeNull();
    expect(withLostZeros('2000010000012')).toBeNull();
    expect(withLostZeros('ABC')).toBeNull();
  });

  it('knows a number that a spreadsheet has rounded', () => {
    for (const text of ['8.80123E+12', '8,80123E+12', '8.8e12', '9E+12']) expect([text, isRounded(text)]).toEqual([text, true]);
    for (const text of ['8801234567890', 'E12', '12E', 'A8E+12']) expect([text, isRounded(text)]).toEqual([text, false]);
  });
});
