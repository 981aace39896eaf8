/**
 * Sales paid by card and in parts. `payments` holds movements: what a part brought, and what went back of it, each in the shift that was
 * open then; so the drawer of a shift is the sum of its cash movements, whatever became of the sale later. The tables are projections:
 * they are made anew and folded from the journal.
 */
import type { Migration } from './migration.ts';

export const cardsMigration: Migration = {
  number: 5,
  name: 'cards',
  sql: `
    DELETE FROM open_cases;
    DELETE FROM history_approvals;
    DELETE FROM history_postings;
    DELETE FROM history_products;
    DELETE FROM history_words;
    DELETE FROM failures;
    DELETE FROM print_jobs;
    DELETE FROM cash_receipts;
    DROP TABLE payments;
    DELETE FROM sale_lines;
    DELETE FROM sales;
    DELETE FROM shifts;
    UPDATE projection_build SET version = 0;

    DROP TABLE sale_lines;
    DROP TABLE print_jobs;
    DROP TABLE cash_receipts;
    DROP TABLE sales;

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
      card_won INTEGER NOT NULL DEFAULT 0,
      first_name TEXT,
      line_count INTEGER NOT NULL DEFAULT 0,
      actor TEXT,
      last_seq INTEGER NOT NULL REFERENCES journal (seq),
      CHECK (supply_won + vat_won + tax_free_won + service_charge_won = total_won),
      CHECK (paid_at IS NULL OR received_won - change_won + card_won = total_won)
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
      part_id TEXT NOT NULL,
      shift_id TEXT NOT NULL REFERENCES shifts (shift_id),
      tender TEXT NOT NULL CHECK (tender IN ('cash', 'card')),
      amount_won INTEGER NOT NULL,
      paid_at TEXT NOT NULL,
      seq INTEGER NOT NULL REFERENCES journal (seq),
      PRIMARY KEY (sale_number, payment_index)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX payments_by_shift ON payments (shift_id, tender);

    CREATE TABLE card_trades (
      trade_number TEXT PRIMARY KEY,
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      part_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('charge', 'cancel')),
      amount_won INTEGER NOT NULL,
      installment_months INTEGER NOT NULL,
      state_name TEXT NOT NULL,
      approval_number TEXT,
      masked_number TEXT,
      issuer TEXT,
      traded_at TEXT,
      trade TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_trades_by_sale ON card_trades (sale_number);
    CREATE INDEX card_trades_by_approval ON card_trades (approval_number) WHERE approval_number IS NOT NULL;

    CREATE TABLE handwritten_slips (
      slip_id TEXT PRIMARY KEY,
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      part_id TEXT NOT NULL,
      trade_number TEXT NOT NULL,
      charged_won INTEGER NOT NULL,
      state_name TEXT NOT NULL,
      state TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handwritten_slips_by_state ON handwritten_slips (state_name, opened_at);
    CREATE INDEX handwritten_slips_by_sale ON handwritten_slips (sale_number);

    CREATE TABLE stray_charges (
      stray_id TEXT PRIMARY KEY,
      sale_id TEXT,
      trade_number TEXT NOT NULL,
      amount_won INTEGER NOT NULL,
      state_name TEXT NOT NULL,
      state TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stray_charges_by_state ON stray_charges (state_name, opened_at);

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
  `,
};
