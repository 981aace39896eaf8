/** Photos of products by the hash of their bytes, and which lists that can still be taken back name them. */
import type { Migration } from '../../migrations/migration.ts';

export const photosMigration: Migration = {
  number: 3,
  name: 'photos',
  sql: `
    CREATE TABLE photos (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL CHECK (length(bytes) > 0)
    ) STRICT;

    ALTER TABLE products ADD COLUMN photo TEXT CHECK (length(photo) = 64);
    CREATE INDEX products_with_photo ON products (photo) WHERE photo IS NOT NULL;

    CREATE TABLE import_photos (
      import_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (import_id, sha256)
    ) STRICT, WITHOUT ROWID;
  `,
};
