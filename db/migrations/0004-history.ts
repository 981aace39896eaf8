/**
 * Finding a sale among millions: what people remember of it leads to its number. Words (product names, amounts, cashiers …) stand in
 * a dictionary once; a posting is two integers. Sales that somebody still has to look after are in a table of their own, which is
 * short at any time.
 */
import type { Migration } from './migration.ts';

export const historyMigration: Migration = {
  number: 4,
  name: 'history',
  sql: `
    CREATE TABLE history_words (
      word_id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('product', 'amount', 'card-tail', 'cashier', 'tender', 'mark')),
      word TEXT NOT NULL,
      label TEXT NOT NULL DEFAULT '',
      UNIQUE (kind, word)
    ) STRICT;

    CREATE TABLE history_products (
      word_id INTEGER PRIMARY KEY REFERENCES history_words (word_id),
      name TEXT NOT NULL,
      initials TEXT NOT NULL
    ) STRICT;

    CREATE TABLE history_postings (
      word_id INTEGER NOT NULL REFERENCES history_words (word_id),
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      PRIMARY KEY (word_id, sale_number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE history_approvals (
      approval_number TEXT NOT NULL,
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      PRIMARY KEY (approval_number, sale_number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE open_cases (
      sale_number INTEGER NOT NULL REFERENCES sales (sale_number),
      kind TEXT NOT NULL CHECK (kind IN ('cash-receipt', 'receipt-owed', 'print')),
      ref TEXT NOT NULL,
      since TEXT NOT NULL,
      PRIMARY KEY (sale_number, kind, ref)
    ) STRICT, WITHOUT ROWID;
  `,
};
