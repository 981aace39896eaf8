/** Lists that were imported, with what each product was before; the order of the pages of keys; goods sold by weight. */
import type { Migration } from '../../migrations/migration.ts';

export const importsMigration: Migration = {
  number: 2,
  name: 'imports',
  sql: `
    ALTER TABLE products ADD COLUMN by_weight INTEGER NOT NULL DEFAULT 0 CHECK (by_weight IN (0, 1));

    CREATE TABLE key_pages (
      page TEXT PRIMARY KEY CHECK (page <> ''),
      position INTEGER NOT NULL UNIQUE CHECK (position >= 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE imports (
      import_id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      at TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('staged', 'applied', 'undone')),
      journal_seq INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import_rows (
      import_id TEXT NOT NULL,
      n INTEGER NOT NULL CHECK (n >= 0),
      product_id TEXT NOT NULL,
      before TEXT,
      after TEXT NOT NULL,
      PRIMARY KEY (import_id, n)
    ) STRICT, WITHOUT ROWID;
  `,
};
