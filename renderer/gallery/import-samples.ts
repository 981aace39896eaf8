/** Lists on their way in, in every state the screen of imports has. */
import type { ImportView } from '../../contract/views.ts';
import type { KeptImportView } from '../../contract/import.ts';
import { PRODUCTS } from './samples.ts';

const AT = '2026-11-20T09:12:00.000Z';

const KEPT_IMPORTS: readonly KeptImportView[] = [
  { importId: 'import-2', fileName: '11월 신상품.xlsx', at: AT, rows: 128, state: 'applied' },
  { importId: 'import-1', fileName: '들꽃마트 상품 전체 2026.csv', at: '2026-11-02T01:40:00.000Z', rows: 3_204, state: 'undone' },
];

/** One that was just taken stands first. */
export function keptImports(list: ImportView | null): readonly KeptImportView[] {
  if (list === null || list.result === null) return KEPT_IMPORTS;
  return [{ importId: list.importId, fileName: list.fileName, at: '2026-11-21T05:08:00.000Z', rows: list.result.counts.added + list.result.counts.changed, state: 'applied' }, ...KEPT_IMPORTS];
}

const START: ImportView = {
  importId: 'import-3',
  fileName: '들꽃마트 상품 목록.csv',
  sizeBytes: 118_204,
  stage: 'receiving',
  progress: { done: 45_000, total: 118_204 },
  failure: null,
  table: null,
  existing: 'update',
  plan: null,
  result: null,
};

const COUNTS = { added: 1_164, changed: 40, same: 12, skipped: 0, bad: 3 };
const table: NonNullable<ImportView['table']> = {
  format: 'csv',
  encoding: 'cp949',
  delimiter: ',',
  columns: ['바코드', '상품명', '원가', '판매가', '과세구분', '분류'],
  headed: true,
  lines: 1_219,
  mapping: { productId: null, barcode: 0, name: 1, price: 3, tax: 4, category: 5, key: null, unit: null },
};

const READY: ImportView = {
  ...START,
  stage: 'ready',
  progress: { done: 1_219, total: 1_219 },
  table,
  plan: {
    counts: COUNTS,
    samples: PRODUCTS.slice(0, 10).map(({ name, barcode, priceWon, taxClass, category }, index) => ({ line: index + 2, what: index % 4 === 1 ? ('changed' as const) : ('added' as const), name, barcode, priceWon, taxClass, category, byWeight: false })),
    faults: [
      { line: 14, field: 'barcode', problem: 'barcode-rounded', value: '8.80123E+12' },
      { line: 87, field: 'price', problem: 'price-not-won', value: '시가' },
      { line: 630, field: 'barcode', problem: 'barcode-twice', value: '2000010000036' },
    ],
  },
};

export const IMPORTS = {
  'import-applying': { ...READY, stage: 'applying', plan: READY.plan, progress: { done: 700, total: 1_219 } },
  'import-ready': READY,
  'import-mapping': { ...READY, table: { ...table, mapping: { ...table.mapping, price: null } }, plan: null },
  'import-failed': { ...START, stage: 'failed', failure: { code: 'import.file-unreadable', detail: 'the end of the file is missing' } },
  'import-done': { ...READY, stage: 'done', result: { counts: COUNTS, badFile: 'D:\\gyesandae\\exports\\not-imported-20261121-140803.xlsx', undone: null } },
} as const satisfies Record<string, ImportView>;
