import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Identifier, IdentifierForm, IdentifierRefusal, IdentifierRules, ReceiptPurpose } from './identifier.ts';
import {
  businessNumberPasses,
  digitsOf,
  formsFor,
  groupIdentifier,
  maskIdentifier,
  maxDigits,
  parseIdentifier,
  SELF_ISSUE_NUMBER,
} from './identifier.ts';

const USUAL: IdentifierRules = { acceptResidentNumber: false };
const RESIDENT_ON: IdentifierRules = { acceptResidentNumber: true };
const FORMS = ['phone', 'card', 'business-number', 'resident-number', 'self-issue'] as const satisfies readonly IdentifierForm[];
const PASSING = ['124-81-00998', '101-81-09147', '104-81-37225', '220-81-62517', '120-81-47521', '116-81-19948'];

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const phones = fc.oneof(
  digits(8)
    .map((rest) => `010${rest}`)
    // While it is being typed such a number is the self-issue number for one key, and is shown as that.
    .filter((number) => !number.startsWith(SELF_ISSUE_NUMBER)),
  fc.tuple(fc.constantFrom('011', '016', '017', '018', '019'), fc.constantFrom(7, 8).chain(digits)).map((parts) => parts.join('')),
);
const cards = fc.integer({ min: 13, max: 19 }).chain(digits);
const businessNumbers = digits(9).map((nine) => nine + Array.from({ length: 10 }, (_, last) => String(last)).find((last) => businessNumberPasses(nine + last)));
const two = (value: number) => String(value).padStart(2, '0');
const residents = fc
  .tuple(digits(2), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 8 }), digits(6))
  .map(([year, month, day, century, rest]) => `${year}${two(month)}${two(day)}${century}${rest}`);
const readsAsResident = (number: string) => parseIdentifier('income-deduction', 'resident-number', number.slice(0, 13), RESIDENT_ON).ok;

type Case = { readonly form: IdentifierForm; readonly purpose: ReceiptPurpose; readonly digits: string; readonly rules: IdentifierRules };
const goodNumbers: fc.Arbitrary<Case> = fc.oneof(
  phones.map((number): Case => ({ form: 'phone', purpose: 'income-deduction', digits: number, rules: USUAL })),
  cards.filter((number) => !readsAsResident(number)).map((number): Case => ({ form: 'card', purpose: 'expense-proof', digits: number, rules: USUAL })),
  businessNumbers.map((number): Case => ({ form: 'business-number', purpose: 'expense-proof', digits: number, rules: USUAL })),
  residents.map((number): Case => ({ form: 'resident-number', purpose: 'income-deduction', digits: number, rules: RESIDENT_ON })),
  fc.constant<Case>({ form: 'self-issue', purpose: 'self-issue', digits: SELF_ISSUE_NUMBER, rules: USUAL }),
);

const refusalOf = (purpose: ReceiptPurpose, form: IdentifierForm, text: string, rules = USUAL): IdentifierRefusal | null => {
  const result = parseIdentifier(purpose, form, text, rules);
  return result.ok ? null : result.refusal;
};

describe('what each purpose accepts', () => {
  /** The table of the rules of the counter, §3, cell by cell: usual settings, then with resident numbers allowed. */
  test.each([
    ['income-deduction', 'phone', true, true],
    ['income-deduction', 'business-number', false, false],
    ['income-deduction', 'card', true, true],
    ['income-deduction', 'resident-number', false, true],
    ['income-deduction', 'self-issue', false, false],
    ['expense-proof', 'phone', true, true],
    ['expense-proof', 'business-number', true, true],
    ['expense-proof', 'card', true, true],
    ['expense-proof', 'resident-number', false, true],
    ['expense-proof', 'self-issue', false, false],
    ['self-issue', 'phone', false, false],
    ['self-issue', 'business-number', false, false],
    ['self-issue', 'card', false, false],
    ['self-issue', 'resident-number', false, false],
    ['self-issue', 'self-issue', true, true],
  ] as const)('%s by %s: %s, with resident numbers allowed %s', (purpose, form, usual, allowed) => {
    const good: Record<IdentifierForm, string> = {
      phone: '010-1234-5678',
      card: '1234567890123456',
      'business-number': '124-81-00998',
      'resident-number': '9001011234567',
      'self-issue': '010-000-1234',
    };
    expect(formsFor(purpose, USUAL).includes(form)).toBe(usual);
    expect(formsFor(purpose, RESIDENT_ON).includes(form)).toBe(allowed);
    expect(parseIdentifier(purpose, form, good[form], USUAL).ok).toBe(usual);
    expect(parseIdentifier(purpose, form, good[form], RESIDENT_ON).ok).toBe(allowed);
  });
});

describe('a number', () => {
  test.each([
    ['income-deduction', 'phone', '010-1234-5678', null],
    ['income-deduction', 'phone', '01012345678', null],
    ['income-deduction', 'phone', ' 010 1234 5678 ', null],
    ['income-deduction', 'phone', '011-123-4567', null],
    ['income-deduction', 'phone', '016-1234-5678', null],
    ['income-deduction', 'phone', '010-12', 'incomplete'],
    ['income-deduction', 'phone', '', 'incomplete'],
    // A 010 number has eight digits after it: one digit dropped is no other good number.
    ['income-deduction', 'phone', '010-123-4567', 'incomplete'],
    ['income-deduction', 'phone', '010-1234-56789', 'too-long'],
    ['income-deduction', 'phone', '012', 'phone-prefix'],
    ['income-deduction', 'phone', '013-1234-5678', 'phone-prefix'],
    ['income-deduction', 'phone', '02-1234-5678', 'phone-prefix'],
    ['income-deduction', 'phone', '1', 'phone-prefix'],
    ['income-deduction', 'phone', '010-1234-567a', 'not-digits'],
    ['income-deduction', 'phone', '010.1234.5678', 'not-digits'],
    ['income-deduction', 'phone', '٠١٠١٢٣٤٥٦٧٨', 'not-digits'],
    ['income-deduction', 'phone', '010-000-1234', 'self-issue-number'],
    ['income-deduction', 'business-number', '124-81-00998', 'form-not-accepted'],
    ['expense-proof', 'business-number', '124-81-00998', null],
    ['expense-proof', 'business-number', '124-81-0099', 'incomplete'],
    ['expense-proof', 'business-number', '124-81-00999', 'check-digit'],
    ['expense-proof', 'business-number', '1234567890', 'check-digit'],
    ['expense-proof', 'business-number', '124-81-009980', 'too-long'],
    ['income-deduction', 'card', '123456789012', 'incomplete'],
    ['income-deduction', 'card', '1234567890123', null],
    ['income-deduction', 'card', '1234567890123456789', null],
    ['income-deduction', 'card', '12345678901234567890', 'too-long'],
    ['income-deduction', 'card', '9001011234567', 'resident-number-off'],
    ['income-deduction', 'resident-number', '9001011234567', 'resident-number-off'],
    ['self-issue', 'self-issue', '0100001234', null],
    ['self-issue', 'self-issue', '010000', 'incomplete'],
    ['self-issue', 'self-issue', '0100001235', 'self-issue-number'],
    ['self-issue', 'self-issue', '01000012345', 'too-long'],
  ] as const)('for %s by %s: "%s" → %s', (purpose, form, text, refusal) => expect(refusalOf(purpose, form, text)).toBe(refusal));

  test.each([
    ['900101-1234567', null],
    ['900101-123456', 'incomplete'],
    ['901301-1234567', 'resident-date'],
    ['900100-1234567', 'resident-date'],
    ['900132-1234567', 'resident-date'],
    ['900101-9234567', 'resident-date'],
    ['900101-0234567', 'resident-date'],
  ] as const)('of a resident, where the setting allows it: "%s" → %s', (text, refusal) =>
    expect(refusalOf('income-deduction', 'resident-number', text, RESIDENT_ON)).toBe(refusal));

  test('a 13-digit card that reads as a resident number passes once those are allowed', () => {
    expect(refusalOf('income-deduction', 'card', '9001011234567', RESIDENT_ON)).toBeNull();
  });

  test('comes back as its digits alone', () => {
    expect(parseIdentifier('income-deduction', 'phone', ' 010-1234 5678', USUAL)).toEqual({ ok: true, identifier: { form: 'phone', digits: '01012345678' } });
  });
});

describe('a business number', () => {
  test.each(PASSING)('%s passes, and with any one digit changed it does not', (number) => {
    const good = digitsOf(number);
    expect(businessNumberPasses(number)).toBe(true);
    for (let at = 0; at < good.length; at += 1) {
      for (let other = 0; other <= 9; other += 1) {
        const changed = good.slice(0, at) + String(other) + good.slice(at + 1);
        expect(businessNumberPasses(changed)).toBe(changed === good);
      }
    }
  });

  test('of nine digits has exactly one tenth that passes', () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const passing = Array.from({ length: 10 }, (_, last) => nine + String(last)).filter((number) => businessNumberPasses(number));
        expect(passing).toHaveLength(1);
      }),
    );
  });

  test.each(['', '124', '124810099', '124-81-009988', '124-81-0099a'])('%j is none', (text) => expect(businessNumberPasses(text)).toBe(false));
});

describe('while a good number is typed', () => {
  test('it is only ever incomplete, until it is good', () => {
    fc.assert(
      fc.property(goodNumbers, (number) => {
        expect(refusalOf(number.purpose, number.form, number.digits, number.rules)).toBeNull();
        for (let typed = 0; typed < number.digits.length; typed += 1) {
          const refusal = refusalOf(number.purpose, number.form, number.digits.slice(0, typed), number.rules);
          // Cards and the older phone prefixes have more than one good length: a shorter good number on the way is good.
          const shorterGood = number.form === 'card' ? typed >= 13 : number.form === 'phone' && !number.digits.startsWith('010') && typed === 10;
          expect([typed, refusal]).toEqual([typed, shorterGood ? null : 'incomplete']);
        }
      }),
    );
  });

  test('it is grouped without a digit lost or moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.stringMatching(/^\d{0,24}$/), (form, typed) => {
        expect(digitsOf(groupIdentifier(form, typed))).toBe(typed);
        expect(groupIdentifier(form, groupIdentifier(form, typed))).toBe(groupIdentifier(form, typed));
        expect(groupIdentifier(form, typed)).not.toMatch(/^-|--|-$/);
      }),
    );
  });

  test.each([
    ['phone', '', ''],
    ['phone', '010', '010'],
    ['phone', '0101', '010-1'],
    ['phone', '010123456', '010-1234-56'],
    ['phone', '01012345678', '010-1234-5678'],
    ['phone', '0111234567', '011-123-4567'],
    ['phone', '01112345678', '011-1234-5678'],
    ['business-number', '12481', '124-81'],
    ['business-number', '1248100998', '124-81-00998'],
    ['card', '1234567890123456', '1234-5678-9012-3456'],
    ['card', '1234567890123456789', '1234-5678-9012-3456-789'],
    ['resident-number', '9001011234567', '900101-1234567'],
    ['self-issue', '0100001234', '010-000-1234'],
  ] as const)('%s %s reads %s', (form, typed, grouped) => expect(groupIdentifier(form, typed)).toBe(grouped));

  test('a field need take no more digits than its form has', () => {
    fc.assert(
      fc.property(goodNumbers, ({ form, digits: number }) => {
        expect(number.length).toBeLessThanOrEqual(maxDigits(form));
      }),
    );
  });
});

describe('a masked number', () => {
  /** How many digits stay, at the front and at the back. */
  const SHOWN: Record<Exclude<IdentifierForm, 'self-issue'>, readonly [number, number]> = {
    phone: [3, 4],
    'business-number': [5, 0],
    card: [6, 4],
    'resident-number': [6, 0],
  };

  test.each([
    ['phone', '01012345678', '010-****-5678'],
    ['phone', '0111234567', '011-***-4567'],
    ['business-number', '1248100998', '124-81-*****'],
    ['card', '1234567890123', '1234-56**-*012-3'],
    ['card', '1234567890123456', '1234-56**-****-3456'],
    ['card', '1234567890123456789', '1234-56**-****-***6-789'],
    ['resident-number', '9001011234567', '900101-*******'],
    ['self-issue', '0100001234', '010-000-1234'],
  ] as const)('%s %s shows %s', (form, number, masked) => expect(maskIdentifier({ form, digits: number })).toBe(masked));

  test('says nothing of the digits it hides: numbers that differ only there look the same', () => {
    const personal = goodNumbers.filter((number) => number.form !== 'self-issue');
    fc.assert(
      fc.property(personal, fc.stringMatching(/^\d{19}$/), ({ form, digits: number }, other) => {
        if (form === 'self-issue') return;
        const [front, back] = SHOWN[form];
        const hidden = number.length - front - back;
        const sibling: Identifier = { form, digits: number.slice(0, front) + other.slice(0, hidden) + number.slice(number.length - back) };
        const masked = maskIdentifier({ form, digits: number });
        expect(maskIdentifier(sibling)).toBe(masked);
        expect(masked.replaceAll('-', '')).toBe(number.slice(0, front) + '*'.repeat(hidden) + number.slice(number.length - back));
      }),
    );
  });
});
