/** One list on its way in: what is known of it, and how it stands. */
import type { ImportView } from '../../../contract/import.ts';
import { importField } from '../../../contract/import.ts';
import type { ColumnMap } from '../../../domain/catalogue/import/columns.ts';
import { guessColumns, NEEDED_FIELDS } from '../../../domain/catalogue/import/columns.ts';
import type { LineFault } from '../../../domain/catalogue/import/line.ts';
import type { Existing, PlannedLine } from '../../../domain/catalogue/import/plan.ts';
import type { ImportCounts } from '../../../domain/journal-entry.ts';
import type { Refusal } from '../../result.ts';
import type { Reader } from './reader.ts';
import type { TableSummary } from './reader-protocol.ts';

/** What a screen is shown of a list; all bad lines are in the file. */
const MAX_SAMPLES = 12;
const MAX_SHOWN_FAULTS = 100;

export type FaultyLine = LineFault & { readonly line: number };

/** What the lines come to, gathered as they are judged. */
export type Tally = { counts: Record<keyof ImportCounts, number>; samples: NonNullable<ImportView['plan']>['samples']; faults: FaultyLine[] };

export type Session = {
  readonly importId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly bytes: Buffer;
  readonly reader: Reader;
  stage: ImportView['stage'];
  progress: { done: number; total: number };
  failure: Refusal | null;
  table: TableSummary | null;
  mapping: ColumnMap;
  existing: Existing;
  tally: Tally | null;
  result: ImportView['result'];
  /** Goes up when what is under way is no longer wanted: another mapping, or the end of it. */
  turn: number;
  /** From here on it is done or not done, and no longer to be cancelled. */
  pastCancel: boolean;
};

export function emptyTally(): Tally {
  return { counts: { added: 0, changed: 0, same: 0, skipped: 0, bad: 0 }, samples: [], faults: [] };
}

export function count(tally: Tally, line: number, planned: PlannedLine): void {
  tally.counts[planned.what] += 1;
  if (planned.what === 'bad') {
    tally.faults.push({ line, ...planned.fault });
    return;
  }
  if (tally.samples.length >= MAX_SAMPLES) return;
  const product = 'after' in planned ? planned.after : planned.product;
  const { name, barcode, priceWon, taxClass, category } = product;
  tally.samples.push({ line, what: planned.what, name, barcode, priceWon, taxClass, category, byWeight: product.byWeight === true });
}

/** Without headings the first columns are taken as most lists have them. */
export function firstMapping(table: TableSummary): ColumnMap {
  return guessColumns(table.headings.length > 0 ? table.headings : ['바코드', '상품명', '판매가', '과세/면세', '분류'].slice(0, table.width));
}

export function isWholeMapping(mapping: ColumnMap, width: number): boolean {
  const used = importField.options.map((field) => mapping[field]).filter((column) => column !== null);
  return NEEDED_FIELDS.every((field) => mapping[field] !== null) && new Set(used).size === used.length && used.every((column) => column < width);
}

export function viewOf(session: Session): ImportView {
  const { importId, fileName, sizeBytes, stage, progress, failure, table, mapping, existing, tally, result } = session;
  return {
    importId,
    fileName,
    sizeBytes,
    stage,
    progress: { ...progress },
    failure: failure === null ? null : { code: failure.code, detail: failure.detail },
    table:
      table === null
        ? null
        : {
            format: table.format,
            encoding: table.encoding,
            delimiter: table.delimiter,
            columns: Array.from({ length: table.width }, (_, index) => table.headings[index] ?? table.sample[0]?.[index] ?? ''),
            headed: table.headings.length > 0,
            lines: table.lines,
            mapping: { ...mapping },
          },
    existing,
    plan: tally === null ? null : { counts: { ...tally.counts }, samples: tally.samples, faults: tally.faults.slice(0, MAX_SHOWN_FAULTS) },
    result,
  };
}
