/**
 * Tables for screens: what the journal says, folded. Rebuildable; `projection_build` remembers by which rules they were folded.
 * What a row of the journal holds word for word (an intent, a sale's state) is not written twice: `created_seq` and `last_seq`
 * point at it. Few indexes: each is a page more in every commit, and what belongs to a sale is found by the journal's own.
 */
import type { Migration } from './migration.ts';

export const projectionsMigration: Migration = {
  number: 2,
  name: 'projections',
  sql: `
    CREATE TABLE projection_build (only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL) STRICT;
    INSERT INTO projection_build VALUES (1, 0);

    CREATE TABLE shifts (
      shift_id TEXT PRIMARY KEY,
      business_day TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      opened_by TEXT,
      float_won INTEGER NOT NULL,
      closed_at TEXT,
      z_number INTEGER UNIQUE CHECK (z_number >= 1),
      close TEXT,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT;
    CREATE UNIQUE INDEX shifts_one_open ON shifts ((closed_at IS NULL)) WHERE closed_at IS NULL;

    CREATE TABLE sales (
      sale_number INTEGER PRIMARY KEY CHECK (sale_number >= 1),
      sale_id TEXT NOT NULL UNIQUE,
      shift_id TEXT NOT NULL REFERENCES shifts (shift_id),
      business_day TEXT NOT NULL,
      started_at TEXT NOT NULL,
      paid_at TEXT,
      stage TEXT NOT NULL,
      supply_won INTEGER NOT NULL DEFAULT 0,
      vat_won INTEGER NOT NULL DEFAULT 0,
      tax_free_won INTEGER NOT NULL DEFAULT 0,
      service_charge_won INTEGER NOT NULL DEFAULT 0,
      total_won INTEGER NOT NULL DEFAULT 0,
      received_won INTEGER NOT NULL DEFAULT 0,
      change_won INTEGER NOT NULL DEFAULT 0,
      first_name TEXT,
      line_count INTEGER NOT NULL DEFAULT 0,
      actor TEXT,
      last_seq INTEGER NOT NULL REFERENCES journal (seq),
      CHECK (supply_won + vat_won + tax_free_won + service_charge_won = total_won),
      CHECK (paid_at IS NULL OR received_won - change_won = total_won)
    ) STRICT;
    CREATE INDEX sales_by_day ON sales (business_day, sale_number);
    CREATE INDEX sales_by_shift ON sales (shift_id);
    CREATE INDEX sales_open ON sales (sale_number) WHERE stage NOT IN ('done', 'abandoned');

    CREATE TABLE sale_lines (
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      line_index INTEGER NOT NULL,
      line_id TEXT NOT NULL,
      product_id TEXT NOT NULL,
      barcode TEXT NOT NULL,
      name TEXT NOT NULL,
      tax_class TEXT NOT NULL,
      unit_price_won INTEGER NOT NULL,
      quantity INTEGER NOT NULL,
      discount_won INTEGER NOT NULL,
      total_won INTEGER NOT NULL,
      PRIMARY KEY (sale_number, line_index)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE payments (
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      payment_index INTEGER NOT NULL,
      tender TEXT NOT NULL CHECK (tender IN ('cash')),
      amount_won INTEGER NOT NULL,
      received_won INTEGER NOT NULL,
      change_won INTEGER NOT NULL,
      paid_at TEXT NOT NULL,
      seq INTEGER NOT NULL REFERENCES journal (seq),
      PRIMARY KEY (sale_number, payment_index),
      CHECK (received_won - change_won = amount_won)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cash_receipts (
      created_seq INTEGER PRIMARY KEY REFERENCES journal (seq),
      cash_receipt_id TEXT NOT NULL UNIQUE,
      mgt_key TEXT NOT NULL UNIQUE CHECK (length(mgt_key) BETWEEN 1 AND 24),
      sale_id TEXT NOT NULL REFERENCES sales (sale_id),
      total_won INTEGER NOT NULL,
      state_name TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT;
    CREATE INDEX cash_receipts_by_state ON cash_receipts (state_name, created_seq);

    CREATE TABLE print_jobs (
      created_seq INTEGER PRIMARY KEY REFERENCES journal (seq),
      job_id TEXT NOT NULL UNIQUE,
      sale_id TEXT REFERENCES sales (sale_id),
      shift_id TEXT REFERENCES shifts (shift_id),
      job_kind TEXT NOT NULL CHECK (job_kind IN ('slip', 'drawer')),
      reason TEXT NOT NULL,
      document_kind TEXT,
      copy_kind TEXT,
      state_name TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT;
    CREATE INDEX print_jobs_not_out ON print_jobs (created_seq) WHERE state_name <> 'confirmed';

    CREATE TABLE failures (
      seq INTEGER PRIMARY KEY REFERENCES journal (seq),
      business_day TEXT NOT NULL,
      code TEXT NOT NULL,
      sale_id TEXT,
      at TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX failures_by_day ON failures (business_day, code);
  `,
};
