/**
 * Money on its way back. A sale may be paid with goods that came back in exchange (`exchange_won`), and a refund that is not over is
 * among `open_cases`. `refund_moves` is what a refund moved, each in the shift that was open then: out of the shop is negative. The
 * tables are projections; what they hold is folded from the journal.
 */
import type { Migration } from './migration.ts';

export const refundsMigration: Migration = {
  number: 7,
  name: 'refunds',
  sql: `
    DELETE FROM open_cases;
    DELETE FROM history_approvals;
    DELETE FROM history_postings;
    DELETE FROM history_products;
    DELETE FROM history_words;
    DELETE FROM failures;
    DELETE FROM print_jobs;
    DELETE FROM cash_receipts;
    DELETE FROM stray_charges;
    DELETE FROM handwritten_slips;
    DELETE FROM card_trades;
    DELETE FROM payments;
    DELETE FROM sale_lines;
    DROP TABLE sales;
    DELETE FROM shifts;
    UPDATE projection_build SET version = 0;

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
      exchange_won INTEGER NOT NULL DEFAULT 0,
      first_name TEXT,
      line_count INTEGER NOT NULL DEFAULT 0,
      actor TEXT,
      last_seq INTEGER NOT NULL REFERENCES journal (seq),
      CHECK (supply_won + vat_won + tax_free_won + service_charge_won = total_won),
      CHECK (paid_at IS NULL OR received_won - change_won + card_won + exchange_won = total_won)
    ) STRICT;
    CREATE INDEX sales_by_day ON sales (business_day, sale_number);
    CREATE INDEX sales_by_shift ON sales (shift_id);
    CREATE INDEX sales_open ON sales (sale_number) WHERE stage NOT IN ('done', 'abandoned');

    CREATE TABLE refunds (
      refund_number INTEGER PRIMARY KEY CHECK (refund_number >= 1),
      refund_id TEXT NOT NULL UNIQUE,
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      root_sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      shift_id TEXT NOT NULL REFERENCES shifts (shift_id),
      business_day TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('void', 'refund', 'exchange', 'receipt-correction')),
      total_won INTEGER NOT NULL CHECK (total_won >= 0),
      stage TEXT NOT NULL,
      begun_at TEXT NOT NULL,
      actor TEXT,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT;
    CREATE INDEX refunds_by_sale ON refunds (sale_number);
    CREATE INDEX refunds_by_root ON refunds (root_sale_number);
    CREATE INDEX refunds_by_day ON refunds (business_day, refund_number);
    CREATE INDEX refunds_open ON refunds (refund_number) WHERE stage NOT IN ('done', 'called-off');

    CREATE TABLE refund_lines (
      refund_number INTEGER NOT NULL REFERENCES refunds (refund_number),
      line_id TEXT NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity >= 1),
      amount_won INTEGER NOT NULL CHECK (amount_won >= 0),
      PRIMARY KEY (refund_number, line_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refund_moves (
      refund_number INTEGER NOT NULL REFERENCES refunds (refund_number),
      move_index INTEGER NOT NULL,
      part_id TEXT NOT NULL,
      shift_id TEXT NOT NULL REFERENCES shifts (shift_id),
      tender TEXT NOT NULL CHECK (tender IN ('cash', 'card')),
      amount_won INTEGER NOT NULL,
      at TEXT NOT NULL,
      seq INTEGER NOT NULL REFERENCES journal (seq),
      PRIMARY KEY (refund_number, move_index)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX refund_moves_by_shift ON refund_moves (shift_id, tender);

    CREATE TABLE receipt_cancels (
      created_seq INTEGER PRIMARY KEY REFERENCES journal (seq),
      cancel_id TEXT NOT NULL UNIQUE,
      mgt_key TEXT NOT NULL UNIQUE CHECK (length(mgt_key) BETWEEN 1 AND 24),
      cash_receipt_id TEXT NOT NULL REFERENCES cash_receipts (cash_receipt_id),
      refund_id TEXT NOT NULL REFERENCES refunds (refund_id),
      sale_id TEXT NOT NULL REFERENCES sales (sale_id),
      total_won INTEGER NOT NULL CHECK (total_won >= 1),
      state_name TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT;
    CREATE INDEX receipt_cancels_by_state ON receipt_cancels (state_name, created_seq);
    CREATE INDEX receipt_cancels_by_receipt ON receipt_cancels (cash_receipt_id);
  `,
};
