/**
 * The print ledger: of every print and every attempt also which copy it was, where it went, who asked and who allowed it, what the
 * customer knew, and who said how it ended. Only jobs on their way need an index of their own; what is in doubt is in `open_cases`, which
 * also names slips to be signed by hand and stray charges. Both tables are projections, folded anew.
 */
import type { Migration } from './migration.ts';

export const printLedgerMigration: Migration = {
  number: 6,
  name: 'print ledger',
  sql: `
    ALTER TABLE print_jobs ADD COLUMN business_day TEXT NOT NULL DEFAULT '';
    ALTER TABLE print_jobs ADD COLUMN copy_number INTEGER NOT NULL DEFAULT 0 CHECK (copy_number >= 0);
    ALTER TABLE print_jobs ADD COLUMN printer TEXT NOT NULL DEFAULT 'first' CHECK (printer IN ('first', 'second'));
    ALTER TABLE print_jobs ADD COLUMN actor TEXT;
    ALTER TABLE print_jobs ADD COLUMN approver TEXT;
    ALTER TABLE print_jobs ADD COLUMN fact TEXT;
    ALTER TABLE print_jobs ADD COLUMN settled_by TEXT;
    CREATE INDEX print_jobs_by_day ON print_jobs (business_day, created_seq);
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
