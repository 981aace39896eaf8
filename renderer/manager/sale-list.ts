/** Today's sales as a list that grows page by page, stays newest first and never holds a sale twice. Pure. */
import type { SaleRow } from '../../contract/views.ts';

export const PAGE_SALES = 50;
/** As much as one call may ask for. */
export const MAX_PAGE_SALES = 200;
/** A counter sells a few hundred times a day; beyond this the list would only slow the screen. */
export const MAX_LISTED_SALES = 2_000;

/** Fresh rows replace older ones of the same sale. Newest first. */
export function mergeSales(listed: readonly SaleRow[], fresh: readonly SaleRow[]): readonly SaleRow[] {
  const byNumber = new Map([...listed, ...fresh].map((row) => [row.saleNumber, row]));
  return [...byNumber.values()].toSorted((a, b) => b.saleNumber - a.saleNumber).slice(0, MAX_LISTED_SALES);
}

/**
 * A number finds a sale number (with or without leading zeros) or the beginning of an amount; anything else a part of the first
 * item's name. Blanks, commas, `#` and currency signs do not count.
 */
export function findSales(rows: readonly SaleRow[], text: string): readonly SaleRow[] {
  const wanted = fold(text);
  if (wanted === '') return rows;
  const digits = wanted.replaceAll(/[#,₩원\s−-]|韩元/g, '');
  if (/^\d+$/.test(digits)) return rows.filter((row) => matchesNumber(row, digits));
  return rows.filter((row) => fold(row.firstName).includes(wanted));
}

function matchesNumber(row: SaleRow, digits: string): boolean {
  const number = Number(digits);
  if (row.saleNumber === number) return true;
  if (fold(row.firstName).includes(digits)) return true;
  return [row.totalWon, row.receivedWon].some((amountWon) => String(amountWon).startsWith(String(number)));
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** The sale a step up or down from the chosen one; from none, the first. */
export function neighbour(rows: readonly SaleRow[], saleId: string | null, step: -1 | 1): string | null {
  const at = rows.findIndex((row) => row.saleId === saleId);
  if (at === -1) return rows[0]?.saleId ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.saleId ?? null;
}
