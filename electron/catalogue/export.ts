/** All products in one file, for a spreadsheet and for another counter; imported again it gives the same catalogue. */
import path from 'node:path';
import { EXPORT_HEADING_CELLS, exportCells } from '../../domain/catalogue/import/csv.ts';
import type { CatalogueProduct } from '../../domain/catalogue/product.ts';
import { seoulDateTime } from '../../domain/seoul-time.ts';
import type { Counter } from '../counter.ts';
import { append } from '../counter.ts';
import type { Approvals } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { ListFormat } from './table-writer.ts';
import { writeTable } from './table-writer.ts';

export const EXPORT_WIDTHS: readonly number[] = [18, 16, 32, 10, 10, 14, 12, 10];

export type Exported = { readonly file: string; readonly products: number };

/** `20261124-153012`: of the shop's clock, for the name of a file. */
export function stampOf(now: Date): string {
  return seoulDateTime(now.toISOString()).replaceAll(/[-:]/g, '').replace(' ', '-');
}

export function createExport(counter: Counter, approvals: Approvals, folder: string): (format: ListFormat, approvalId: string | null) => Promise<Result<Exported>> {
  let busy = false;
  return async (format, approvalId) => {
    if (busy) return refuse('catalogue.export-busy');
    busy = true;
    try {
      const allowed = await approvals.check({ act: 'export', saleId: null, amountWon: null, reason: null }, approvalId);
      if (!allowed.ok) return allowed;
      const durable = await append(counter, allowed.value.rows);
      if (!durable.ok) return durable;
      // As they are now: what is saved meanwhile belongs to the next file.
      const products = [...counter.shelf.all()];
      const file = path.join(folder, `products-${stampOf(counter.now())}.${format}`);
      const written = await writeTable({ file, format, widths: EXPORT_WIDTHS }, lines(products));
      return written.ok ? ok({ file, products: products.length }) : written;
    } finally {
      busy = false;
    }
  };
}

function* lines(products: readonly CatalogueProduct[]): Generator<readonly string[]> {
  yield EXPORT_HEADING_CELLS;
  for (const product of products) yield exportCells(product);
}
