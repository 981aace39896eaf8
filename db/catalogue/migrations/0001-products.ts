/** Products, and how far into the journal this file has followed it. */
import type { Migration } from '../../migrations/migration.ts';

export const productsMigration: Migration = {
  number: 1,
  name: 'products',
  sql: `
    CREATE TABLE products (
      product_id TEXT PRIMARY KEY,
      barcode TEXT UNIQUE CHECK (barcode <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      price_won INTEGER NOT NULL CHECK (price_won >= 0),
      tax_class TEXT NOT NULL CHECK (tax_class IN ('taxable', 'exempt')),
      category TEXT NOT NULL,
      key_page TEXT,
      key_place INTEGER CHECK (key_place >= 1),
      CHECK ((key_page IS NULL) = (key_place IS NULL)),
      UNIQUE (key_page, key_place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE followed (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      journal_seq INTEGER NOT NULL CHECK (journal_seq >= 0)
    ) STRICT;
    INSERT INTO followed (one, journal_seq) VALUES (1, 0);
  `,
};
