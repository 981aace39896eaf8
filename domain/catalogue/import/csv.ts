/** Lists of products as text for a spreadsheet: what is written, and what keeps a spreadsheet from running a cell as a formula. */
import type { CatalogueProduct } from '../product.ts';
import type { ImportField } from './columns.ts';
import { EXPORT_HEADINGS, IMPORT_FIELDS } from './columns.ts';
import { writeKey } from './key-text.ts';

/** Without it a spreadsheet takes UTF-8 for the computer's old code page. */
export const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** An apostrophe before what a spreadsheet would run (and before an apostrophe that stands there already). */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** One line with its end; always with commas, quoted where it must be. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + LINE_END;
}

export const EXPORT_HEADING_CELLS: readonly string[] = IMPORT_FIELDS.map((field) => EXPORT_HEADINGS[field]);

const TAX = { taxable: '과세', exempt: '면세' } as const;

export function exportCells(product: CatalogueProduct): readonly string[] {
  const cells: Readonly<Record<ImportField, string>> = {
    productId: product.productId,
    barcode: product.barcode,
    name: product.name,
    price: String(product.priceWon),
    tax: TAX[product.taxClass],
    category: product.category,
    key: writeKey(product.quickKey),
    unit: product.byWeight === true ? '100g' : '개',
  };
  return IMPORT_FIELDS.map((field) => guarded(cells[field]));
}
