import { allocateWon, sumWon, won } from './won.ts';

/** 과세 goods carry VAT inside their price; 면세 goods carry none (rules of the counter, §2). */
export type TaxClass = 'taxable' | 'exempt';

/** 일반과세자 · 간이과세자 · 면세사업자, as the shop is registered. */
export type VatType = 'general' | 'simplified' | 'exempt';

/** `showVat`: whether the VAT inside a taxable price is stated apart, on paper and to the tax office. */
export type TaxSettings = { readonly vatType: VatType; readonly showVat: boolean };

/** How a line was sold. `undivided`: 공급대가, a price whose VAT is not stated apart. Kept with the line: a shop may be registered anew tomorrow. */
export type LineTaxClass = TaxClass | 'undivided';

/**
 * What the shop's registration makes of a product's class.
 *
 * - 일반과세자: supply and VAT apart (부가가치세법 시행령 제73조 제8항: a receipt from a machine states 공급가액 and 세액 separately).
 * - 간이과세자: a receipt states the 공급대가 in one sum (부가가치세법 제36조 제1항 제2호, 시행령 제73조 제7항). Our reading, and not a
 *   certain one for those with sales from 48 million won a year, who also give tax invoices: `showVat` is a setting, off for 간이과세자.
 * - 면세사업자: no VAT in anything sold (부가가치세법 제26조), whatever the catalogue says.
 */
export function taxClassAtSale({ vatType, showVat }: TaxSettings, taxClass: LineTaxClass): LineTaxClass {
  if (vatType === 'exempt' || taxClass === 'exempt') return 'exempt';
  return showVat ? 'taxable' : 'undivided';
}

/** A shop that has said nothing of its registration is 일반과세자. */
export const GENERAL_TAX: TaxSettings = { vatType: 'general', showVat: true };

/** Always: `supplyWon + vatWon + taxFreeWon + serviceChargeWon = totalWon`. */
export type TaxBreakdown = {
  readonly supplyWon: number;
  readonly vatWon: number;
  readonly taxFreeWon: number;
  readonly serviceChargeWon: number;
  readonly totalWon: number;
  /** The supply value is a 공급대가: VAT is in it and is not stated. */
  readonly undivided?: true;
};

/**
 * VAT inside a VAT-inclusive price: a tenth of the supply value, so an eleventh of the price, rounded half up.
 * A VAN operator's own sample: 1004 → 91. Integer arithmetic: `floor((2·price + 11) / 22)`.
 */
export function vatOf(taxableWon: number): number {
  won(taxableWon);
  const magnitude = Math.floor((2 * Math.abs(taxableWon) + 11) / 22);
  return taxableWon < 0 && magnitude > 0 ? -magnitude : magnitude;
}

/** `serviceChargeWon` (봉사료) stands beside the goods and carries no VAT of its own here. */
export function taxBreakdown(parts: { taxableWon: number; undividedWon?: number; taxFreeWon: number; serviceChargeWon?: number }): TaxBreakdown {
  const vatWon = vatOf(parts.taxableWon);
  const serviceChargeWon = won(parts.serviceChargeWon ?? 0);
  const undividedWon = won(parts.undividedWon ?? 0);
  return {
    supplyWon: sumWon([parts.taxableWon - vatWon, undividedWon]),
    vatWon,
    taxFreeWon: won(parts.taxFreeWon),
    serviceChargeWon,
    totalWon: sumWon([parts.taxableWon, undividedWon, parts.taxFreeWon, serviceChargeWon]),
    ...(undividedWon === 0 ? {} : { undivided: true as const }),
  };
}

export function addsUp(breakdown: TaxBreakdown): boolean {
  return breakdown.supplyWon + breakdown.vatWon + breakdown.taxFreeWon + breakdown.serviceChargeWon === breakdown.totalWon;
}

export const NO_AMOUNTS: TaxBreakdown = { supplyWon: 0, vatWon: 0, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 0 };

export function plusTax(a: TaxBreakdown, b: TaxBreakdown): TaxBreakdown {
  return combine(a, b, 1);
}

export function minusTax(a: TaxBreakdown, b: TaxBreakdown): TaxBreakdown {
  return combine(a, b, -1);
}

/** As a slip of a cancel or a refund states it. */
export function negativeTax(of: TaxBreakdown): TaxBreakdown {
  // 0 - 0 is 0; -0 would print as "-0".
  return minusTax(NO_AMOUNTS, of);
}

export function sumTax(of: readonly TaxBreakdown[]): TaxBreakdown {
  return of.reduce(plusTax, NO_AMOUNTS);
}

/** `amountWon` of these amounts, cut in proportion: adds up to the won, and no component is more than there is of it. */
export function shareOfTax(of: TaxBreakdown, amountWon: number): TaxBreakdown {
  const [supplyWon = 0, vatWon = 0, taxFreeWon = 0, serviceChargeWon = 0] = allocateWon(amountWon, [of.supplyWon, of.vatWon, of.taxFreeWon, of.serviceChargeWon]);
  return { supplyWon, vatWon, taxFreeWon, serviceChargeWon, totalWon: amountWon, ...undividedOf(of) };
}

/** Whether these amounts are all contained in those: nothing of any component would be missing after taking them away. */
export function isWithin(part: TaxBreakdown, whole: TaxBreakdown): boolean {
  const rest = minusTax(whole, part);
  return [rest.supplyWon, rest.vatWon, rest.taxFreeWon, rest.serviceChargeWon, rest.totalWon].every((each) => each >= 0);
}

function combine(a: TaxBreakdown, b: TaxBreakdown, sign: 1 | -1): TaxBreakdown {
  return {
    supplyWon: a.supplyWon + sign * b.supplyWon,
    vatWon: a.vatWon + sign * b.vatWon,
    taxFreeWon: a.taxFreeWon + sign * b.taxFreeWon,
    serviceChargeWon: a.serviceChargeWon + sign * b.serviceChargeWon,
    totalWon: a.totalWon + sign * b.totalWon,
    ...undividedOf(a, b),
  };
}

/** A part of what is stated in one sum (공급대가) is stated so too. */
function undividedOf(...of: readonly TaxBreakdown[]): { readonly undivided?: true } {
  return of.some(({ undivided }) => undivided === true) ? { undivided: true } : {};
}
