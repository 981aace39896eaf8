/**
 * The print ledger: of every print and every attempt also which of a sale's papers it was, who asked for it, and who said how it ended;
 * copy, reason, printer and leave stand in the intent itself. Only jobs on their way need an index of their own; what is in doubt is in
 * `open_cases`, which also names slips to be signed by hand and stray charges. Both tables are projections, folded anew.
 */
import type { Migration } from './migration.ts';

export const printLedgerMigration: Migration = {
  number: 6,
  name: 'print ledger',
  sql: `
    ALTER TABLE print_jobs ADD COLUMN paper TEXT;
    ALTER TABLE print_jobs ADD COLUMN asked_by TEXT;
    ALTER TABLE print_jobs ADD COLUMN settled_by TEXT;
    DROP INDEX print_jobs_not_out;
    CREATE INDEX print_jobs_under_way ON print_jobs (created_seq) WHERE state_name IN ('queued', 'sent');

    DROP TABLE open_cases;
    CREATE TABLE open_cases (
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      kind TEXT NOT NULL CHECK (kind IN ('cash-receipt', 'receipt-owed', 'print', 'handwritten', 'stray', 'refund')),
      ref TEXT NOT NULL,
      since TEXT NOT NULL,
      PRIMARY KEY (sale_number, kind, ref)
    ) STRICT, WITHOUT ROWID;
    UPDATE projection_build SET version = 0;
  `,
};
