/** What the journal knows of changes to products: the catalogue's own file follows it. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { listLimit } from '../limits.ts';
import { ENTRY_COLUMNS, type EntryColumns, entryFromColumns } from '../stored.ts';

type Of<K extends JournalEntry['kind']> = Extract<JournalEntry, { readonly kind: K }>;
export type CatalogueEntry = Of<'catalogue.product-saved' | 'catalogue.changed' | 'catalogue.imported' | 'catalogue.import-undone'>;

/** One entry that changes products, in the order it was written. */
export type CatalogueStep = { readonly seq: number; readonly entry: CatalogueEntry };
export type CatalogueSteps = {
  /** Oldest first. */
  readonly steps: readonly CatalogueStep[];
  /** Everything up to here has been looked at. */
  readonly throughSeq: number;
};

export type CatalogueReads = { readonly catalogueSteps: (afterSeq: number, page: { readonly limit: number }) => CatalogueSteps };

/** Among all rows there ever were: with these kinds, in these words, migration 12 has an index. */
export const CATALOGUE_STEPS_SQL = `SELECT ${ENTRY_COLUMNS} FROM journal WHERE seq > ? AND kind IN ('catalogue.product-saved', 'catalogue.changed', 'catalogue.imported', 'catalogue.import-undone') ORDER BY seq LIMIT ?`;

export function catalogueReads(db: Database): CatalogueReads {
  const steps = db.prepare<[number, number], EntryColumns>(CATALOGUE_STEPS_SQL);
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM journal').pluck();
  return {
    catalogueSteps(afterSeq, { limit }) {
      const rows = steps.all(afterSeq, listLimit(limit));
      // The statement asks for these kinds and no others.
      const found = rows.map((row): CatalogueStep => ({ seq: row.seq, entry: entryFromColumns(row) as CatalogueEntry }));
      return { steps: found, throughSeq: found.length === limit ? (found.at(-1)?.seq ?? afterSeq) : Math.max(afterSeq, last.get() ?? 0) };
    },
  };
}
