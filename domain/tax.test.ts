import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addsUp, isWithin, minusTax, NO_AMOUNTS, plusTax, shareOfTax, sumTax, taxBreakdown, taxClassAtSale, vatOf } from './tax.ts';
import { MAX_AMOUNT_WON } from './won.ts';

const side = fc.integer({ min: -MAX_AMOUNT_WON / 4, max: MAX_AMOUNT_WON / 4 });

describe('VAT inside a price', () => {
  test.each([
    // A VAN operator's own sample.
    [1_004, 91],
    [0, 0],
    [1, 0],
    [5, 0],
    [6, 1],
    [11, 1],
    [16, 1],
    [17, 2],
    [1_100, 100],
    [4_200, 382],
    [46_100, 4_191],
    [52_500, 4_773],
    [-1_004, -91],
    [-1, 0],
    [MAX_AMOUNT_WON, 90_909_090_909],
  ])('of %i won is %i won', (price, vat) => expect(vatOf(price)).toBe(vat));

  test('is the whole number nearest to an eleventh', () => {
    fc.assert(
      fc.property(side, (price) => {
        const elevenths = 11n * BigInt(vatOf(price)) - BigInt(price);
        expect(2n * (elevenths < 0n ? -elevenths : elevenths) <= 11n).toBe(true);
      }),
    );
  });

  test('is not taken of an amount that is not whole won', () => {
    expect(() => vatOf(1_004.5)).toThrow(RangeError);
  });
});

describe('a breakdown', () => {
  test('adds up: supply, VAT, tax-free and service charge are the total', () => {
    fc.assert(
      fc.property(side, side, fc.option(side, { nil: undefined }), (taxableWon, taxFreeWon, serviceChargeWon) => {
        const breakdown = taxBreakdown(serviceChargeWon === undefined ? { taxableWon, taxFreeWon } : { taxableWon, taxFreeWon, serviceChargeWon });
        expect(addsUp(breakdown)).toBe(true);
        expect(breakdown.supplyWon + breakdown.vatWon).toBe(taxableWon);
        expect(breakdown.taxFreeWon).toBe(taxFreeWon);
        expect(breakdown.totalWon).toBe(taxableWon + taxFreeWon + (serviceChargeWon ?? 0));
      }),
    );
  });

  test('puts no VAT on tax-free goods or a service charge', () => {
    expect(taxBreakdown({ taxableWon: 0, taxFreeWon: 6_900, serviceChargeWon: 1_000 })).toEqual({
      supplyWon: 0,
      vatWon: 0,
      taxFreeWon: 6_900,
      serviceChargeWon: 1_000,
      totalWon: 7_900,
    });
  });

  test('that does not add up is told apart', () => {
    expect(addsUp({ supplyWon: 913, vatWon: 91, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 1_005 })).toBe(false);
  });
});

describe('the shop’s registration', () => {
  const general = { vatType: 'general', showVat: true } as const;
  const simplified = { vatType: 'simplified', showVat: false } as const;
  const exempt = { vatType: 'exempt', showVat: false } as const;

  test.each([
    ['일반과세자', general, 'taxable', 'taxable'],
    ['일반과세자', general, 'exempt', 'exempt'],
    ['간이과세자', simplified, 'taxable', 'undivided'],
    ['간이과세자', simplified, 'exempt', 'exempt'],
    ['면세사업자', exempt, 'taxable', 'exempt'],
    ['간이과세자 who states VAT', { ...simplified, showVat: true }, 'taxable', 'taxable'],
    ['면세사업자 whose file says otherwise', { ...exempt, showVat: true }, 'taxable', 'exempt'],
  ] as const)('%s: %j makes %s goods %s', (_name, settings, taxClass, sold) => expect(taxClassAtSale(settings, taxClass)).toBe(sold));

  test('a price whose VAT is not stated is all supply, and says so; the sum holds for any mixture', () => {
    expect(taxBreakdown({ taxableWon: 0, undividedWon: 4_200, taxFreeWon: 6_900 })).toEqual({ supplyWon: 4_200, vatWon: 0, taxFreeWon: 6_900, serviceChargeWon: 0, totalWon: 11_100, undivided: true });
    const won = fc.nat({ max: 10_000_000 });
    fc.assert(
      fc.property(won, won, won, (taxableWon, undividedWon, taxFreeWon) => {
        const breakdown = taxBreakdown({ taxableWon, undividedWon, taxFreeWon });
        expect(addsUp(breakdown)).toBe(true);
        expect(breakdown.vatWon).toBe(taxBreakdown({ taxableWon, taxFreeWon: 0 }).vatWon);
      }),
    );
  });
});

describe('a share of amounts', () => {
  const amounts = fc.record({ taxableWon: fc.nat({ max: 1_000_000 }), undividedWon: fc.nat({ max: 1_000 }), taxFreeWon: fc.nat({ max: 1_000_000 }), serviceChargeWon: fc.nat({ max: 10_000 }) }).map(taxBreakdown);

  test('adds up, is contained in the whole, and leaves the rest', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), (whole, pick) => {
        const share = shareOfTax(whole, pick % (whole.totalWon + 1));
        const rest = minusTax(whole, share);
        expect([addsUp(share), addsUp(rest), isWithin(share, whole), isWithin(rest, whole)]).toEqual([true, true, true, true]);
        expect(plusTax(share, rest)).toEqual(whole);
        expect(share.undivided).toBe(whole.undivided);
      }),
    );
  });

  test('of everything is everything; more of one tax than there is, is not contained', () => {
    const whole = taxBreakdown({ taxableWon: 11_000, taxFreeWon: 5_000 });
    expect(shareOfTax(whole, 16_000)).toEqual(whole);
    expect(isWithin(taxBreakdown({ taxableWon: 0, taxFreeWon: 6_000 }), whole)).toBe(false);
    expect(sumTax([])).toEqual(NO_AMOUNTS);
  });
});
