/** Who may sign in. Not part of the chain: a PIN hash must be replaceable, and gone when it is replaced. */
import type { Migration } from './migration.ts';

export const peopleMigration: Migration = {
  number: 3,
  name: 'people',
  sql: `
    CREATE TABLE people (
      user_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
      pin_hash TEXT NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      locked_until TEXT
    ) STRICT;
  `,
};
