import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessNumberPasses } from './cash-receipt/identifier.ts';
import { pinProblem } from './people.ts';
import type { SetupDraft } from './setup.ts';
import { businessNumberProblem, EMPTY_DRAFT, isUnfinished, linkIdProblem, newPinProblem, secretProblem, SETUP_STEPS, shopProblem, stepIsDone } from './setup.ts';

const FULL: SetupDraft = {
  step: 'review',
  shop: { name: '들꽃마트', businessNumber: '124-81-00998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-120', counterNumber: '1' },
  tax: { vatType: 'general', mandatorySector: false },
  printer: { choice: 'printer', address: 'tcp://192.0.2.10:9100', columns: 48, tried: true },
  receipts: { choice: 'popbill', service: 'production', linkId: 'SHOP' },
  ownerName: '사장',
};
const full: SetupDraft = { ...FULL, shop: { ...FULL.shop, phone: '02-0000-0000' } };

describe('a business number being typed', () => {
  test.each([
    ['', 'missing'],
    ['124-81', 'short'],
    ['124-81-0099', 'short'],
    ['124-81-00998', null],
    ['1248100998', null],
    ['124-81-00997', 'check-digit'],
    ['124-81-009981', 'too-long'],
  ])('"%s" is %s', (text, problem) => expect(businessNumberProblem(text)).toBe(problem));

  test('is never called wrong before its last digit, and never right with another last digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), (digits) => {
        for (let length = 1; length < 10; length += 1) expect(businessNumberProblem(digits.slice(0, length))).toBe('short');
        expect(businessNumberProblem(digits) === null).toBe(businessNumberPasses(digits));
      }),
    );
  });
});

describe('the other fields', () => {
  test.each([
    ['name', '', 'missing'],
    ['name', '가'.repeat(41), 'too-long'],
    ['phone', '02-120-1', null],
    ['phone', '전화없음', 'phone'],
    ['counterNumber', '0', 'not-a-number'],
    ['counterNumber', '12', null],
    ['counterNumber', '100', 'not-a-number'],
    ['address', '   ', 'missing'],
  ] as const)('%s "%s" is %s', (field, text, problem) => expect(shopProblem(field, text)).toBe(problem));

  test('what the gateway hands out is taken, a copied sentence is not', () => {
    expect(linkIdProblem('SHOP01')).toBeNull();
    expect(linkIdProblem('my shop')).toBe('link-id');
    expect(secretProblem('SwWxqU0TErBXy9TVjIPEnI0VTUMMSQZtJf3Ed8q3I=')).toBeNull();
    expect(secretProblem('비밀키')).toBe('secret');
  });

  test('unfinished is told apart from wrong', () => {
    expect((['missing', 'short', 'check-digit', 'phone'] as const).map(isUnfinished)).toEqual([true, true, false, false]);
  });
});

describe('a PIN', () => {
  test.each([
    ['123', 'too-short'],
    ['0000', 'one-digit'],
    ['1111', 'one-digit'],
    ['1234', 'in-a-row'],
    ['8901', 'in-a-row'],
    ['9876', 'in-a-row'],
    ['1212', 'repeated'],
    ['258258', 'repeated'],
    ['2580', null],
    ['73194', null],
  ])('%s: %s', (pin, problem) => expect(pinProblem(pin)).toBe(problem));

  test('is taken only when it is typed twice the same', () => {
    expect(newPinProblem('7319', '7391')).toBe('differs');
    expect(newPinProblem('7319', '7319')).toBeNull();
    expect(newPinProblem('0000', '0000')).toBe('one-digit');
  });
});

describe('the steps', () => {
  test('are done when all they ask is answered, and the last when all the others are', () => {
    expect(SETUP_STEPS.filter((step) => stepIsDone(step, full, true))).toEqual([...SETUP_STEPS]);
    expect(SETUP_STEPS.filter((step) => stepIsDone(step, EMPTY_DRAFT, false))).toEqual([]);
  });

  test.each<[string, SetupDraft, boolean]>([
    ['a wrong digit', { ...full, shop: { ...full.shop, businessNumber: '124-81-00997' } }, true],
    ['no VAT type', { ...full, tax: { ...full.tax, vatType: null } }, true],
    ['no answer about the sector', { ...full, tax: { ...full.tax, mandatorySector: null } }, true],
    ['a printer without an address', { ...full, printer: { ...full.printer, address: '' } }, true],
    ['credentials without a secret', full, false],
    ['nobody who owns it', { ...full, ownerName: ' ' }, true],
  ])('%s keeps the shop from being made', (_name, draft, secretKept) => expect(stepIsDone('review', draft, secretKept)).toBe(false));

  test('a shop may go on without a printer, and with receipts that wait', () => {
    const without: SetupDraft = { ...full, printer: { ...full.printer, choice: 'none', address: '' }, receipts: { ...full.receipts, choice: 'later', linkId: '' } };
    expect(stepIsDone('review', without, false)).toBe(true);
  });
});
