import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMasked, lastDigits, maskCardNumber, maskCustomerNumber, maskPhonesWithin, maskWithin } from './card-number.ts';

const digits = (min: number, max: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((each) => each.join(''));
const card = digits(13, 19);
const grouped = (number: string, by: string) => number.replaceAll(/(.{4})(?=.)/g, `$1${by}`);

describe('a card number', () => {
  test.each([
    ['5272894912346305', '52728949****630*'],
    ['5272-8949-1234-6305', '5272-8949-****-630*'],
    ['5272 8949 1234 6305', '5272 8949 **** 630*'],
    ['5272-8949-****-630*', '5272-8949-****-630*'],
    ['527289******6305', '527289******630*'],
    ['5272894912346305=3012101', '52728949****630*'],
    ['5272894912346305D3012', '52728949****630*'],
    ['５２７２８９４９１２３４６３０５', '52728949****630*'],
    ['3528123456789012345', '35281234****901234*'],
    ['949094', '949094'],
    ['52728949', '52728949'],
    ['5272894912', '52728949**'],
    // Number and expiry run together: nothing behind the issuer's part stays.
    ['52728949123463053012', '52728949************'],
    ['', ''],
  ])('%s is shown as %s', (given, shown) => {
    expect(maskCardNumber(given)).toBe(shown);
    expect(isMasked(shown)).toBe(true);
  });

  test('never shows places 9 to 12 nor the last, whatever its length and grouping', () => {
    fc.assert(
      fc.property(card, fc.constantFrom('', '-', ' '), (number, by) => {
        const shown = maskCardNumber(grouped(number, by)).replaceAll(/[- ]/g, '');
        expect(shown).toBe(`${number.slice(0, 8)}****${number.slice(12, -1)}*`);
      }),
    );
  });

  test('is masked once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(card, digits(0, 40), fc.string()), (field) => {
        expect(maskCardNumber(maskCardNumber(field))).toBe(maskCardNumber(field));
        expect(isMasked(maskCardNumber(field))).toBe(true);
      }),
    );
  });

  test('in full is never taken for masked', () => {
    fc.assert(
      fc.property(digits(9, 40), fc.constantFrom('', '-', ' '), (number, by) => {
        expect(isMasked(grouped(number, by))).toBe(false);
      }),
    );
  });

  test('with its expiry is never taken for masked', () => {
    for (const field of ['52728949****630*=3012', '52728949****630*D3012', '5272-8949-****-6305']) expect(isMasked(field)).toBe(false);
  });

  test('says of its last four places what may be said', () => {
    expect(lastDigits('5272-8949-****-630*')).toBe('630*');
    expect(lastDigits('5272894912346305')).toBe('630*');
    expect(lastDigits('527289')).toBe('');
  });
});

describe('the number of a cash receipt’s customer', () => {
  test.each([
    ['01012345678', '010****5678'],
    ['010-1234-5678', '010****5678'],
    ['0161234567', '016****4567'],
    ['1248100998', '12481*****'],
    ['010****5678', '010****5678'],
    ['010***', '010***'],
    ['9001011234567', '900101*******'],
    ['5272894912346305', '52728949****630*'],
  ])('%s is shown as %s', (given, shown) => {
    expect(maskCustomerNumber(given)).toBe(shown);
    expect(maskCustomerNumber(shown)).toBe(shown);
    expect(maskCardNumber(shown), 'kept beside a card it is masked no further').toBe(shown);
  });

  test('of whatever a terminal sends is masked once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(digits(0, 25), fc.string(), digits(9, 12).map((number) => `01${number}`)), (field) => {
        const shown = maskCustomerNumber(field);
        expect([maskCustomerNumber(shown), maskCardNumber(shown)]).toEqual([shown, shown]);
      }),
    );
  });

  test('is found in a sentence', () => {
    expect(maskPhonesWithin('010-1234-5678 로 발급')).toBe('010****5678 로 발급');
  });
});

describe('a sentence', () => {
  test('keeps its words and shorter numbers', () => {
    expect(maskWithin('한도초과 02-1544-0000, 승인 30012345')).toBe('한도초과 02-1544-0000, 승인 30012345');
  });

  test('loses every card number, and an expiry behind it', () => {
    expect(maskWithin('카드 5272-8949-1234-6305 정지')).toBe('카드 5272-8949-****-630* 정지');
    fc.assert(
      fc.property(card, fc.constantFrom('', '=3012', 'D3012'), fc.constantFrom('', '-', ' '), (number, tail, by) => {
        const said = maskWithin(`거절 ${grouped(number, by)}${tail} 문의`).replaceAll(/[- ]/g, '');
        expect(said).not.toContain(number);
        expect(said).not.toContain('3012문의');
        expect(maskWithin(maskWithin(said))).toBe(maskWithin(said));
      }),
    );
  });
});
