/** A list of products on its way into the catalogue, as the windows see it. */
import { z } from 'zod';
import { IMPORT_FIELDS } from '../domain/catalogue/import/columns.ts';
import { failureCode, id, isoTime, taxClass, won } from './primitives.ts';

export const MAX_FILE_BYTES = 20_971_520;

export const importEncoding = z.enum(['utf-8', 'cp949', 'utf-16le']);
export const importField = z.enum(IMPORT_FIELDS);
const column = z.int().min(0).max(99).nullable();
export const columnMap = z.object({ productId: column, barcode: column, name: column, price: column, tax: column, category: column, key: column, unit: column });
export const existingProducts = z.enum(['update', 'skip']);

/** Why a line cannot be taken; the words are the window's (words/import.ts). */
export const lineFault = z.object({ line: z.int(), field: importField.nullable(), problem: z.string(), value: z.string() });
export const plannedLine = z.object({
  line: z.int(),
  what: z.enum(['added', 'changed', 'same', 'skipped', 'bad']),
  name: z.string(),
  barcode: z.string(),
  priceWon: won,
  taxClass,
  category: z.string(),
  byWeight: z.boolean(),
});
export const importCounts = z.object({ added: z.int(), changed: z.int(), same: z.int(), skipped: z.int(), bad: z.int() });

export const importView = z.object({
  importId: id,
  fileName: z.string(),
  sizeBytes: z.int(),
  /** receiving → reading → judging → ready → applying → done; `failed` says why in `failure`. */
  stage: z.enum(['receiving', 'reading', 'judging', 'ready', 'applying', 'done', 'failed']),
  /** Of what is under way: bytes while receiving, lines afterwards. */
  progress: z.object({ done: z.int(), total: z.int() }),
  failure: z.object({ code: failureCode, detail: z.string() }).nullable(),
  table: z
    .object({
      format: z.enum(['csv', 'xlsx']),
      encoding: importEncoding.nullable(),
      delimiter: z.string().nullable(),
      /** What each column is headed by, or what stands in its first line where the list has no headings. */
      columns: z.array(z.string()),
      headed: z.boolean(),
      lines: z.int(),
      mapping: columnMap,
    })
    .nullable(),
  existing: existingProducts,
  /** What would happen now; null until the lines have been judged with this mapping. */
  plan: z.object({ counts: importCounts, samples: z.array(plannedLine), faults: z.array(lineFault) }).nullable(),
  /** `badFile`: the lines that were not taken, with the reason, by full path. */
  result: z.object({ counts: importCounts, badFile: z.string().nullable(), undone: z.object({ restored: z.int(), kept: z.int() }).nullable() }).nullable(),
});
export type ImportView = z.infer<typeof importView>;
export type ImportStage = ImportView['stage'];

export const keptImport = z.object({ importId: id, fileName: z.string(), at: isoTime, rows: z.int(), state: z.enum(['applied', 'undone']) });
export type KeptImportView = z.infer<typeof keptImport>;
export const undoPlan = z.object({ restored: z.int(), kept: z.int(), keptNames: z.array(z.string()) });
