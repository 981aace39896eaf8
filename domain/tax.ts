import { sumWon, won } from './won.ts';

/** 과세 goods carry VAT inside their price; 면세 goods carry none (rules of the counter, §2). */
export type TaxClass = 'taxable' | 'exempt';

/** Always: `supplyWon + vatWon + taxFreeWon + serviceChargeWon = totalWon`. */
export type TaxBreakdown = {
  readonly supplyWon: number;
  readonly vatWon: number;
  readonly taxFreeWon: number;
  readonly serviceChargeWon: number;
  readonly totalWon: number;
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
export function taxBreakdown(parts: { taxableWon: number; taxFreeWon: number; serviceChargeWon?: number }): TaxBreakdown {
  const vatWon = vatOf(parts.taxableWon);
  const serviceChargeWon = won(parts.serviceChargeWon ?? 0);
  return {
    supplyWon: parts.taxableWon - vatWon,
    vatWon,
    taxFreeWon: won(parts.taxFreeWon),
    serviceChargeWon,
    totalWon: sumWon([parts.taxableWon, parts.taxFreeWon, serviceChargeWon]),
  };
}

export function addsUp(breakdown: TaxBreakdown): boolean {
  return breakdown.supplyWon + breakdown.vatWon + breakdown.taxFreeWon + breakdown.serviceChargeWon === breakdown.totalWon;
}
