/**
 * Who works here, what the owner has decided about them, and what was done that others must ask for: folded from the chain.
 * Of a person only the PIN hash stays beside it: a hash must be replaceable, and gone when it is replaced.
 */
import type { Migration } from './migration.ts';

export const staffMigration: Migration = {
  number: 8,
  name: 'staff',
  sql: `
    CREATE TABLE credentials (
      user_id TEXT PRIMARY KEY,
      pin_hash TEXT NOT NULL,
      must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      locked_until TEXT
    ) STRICT;
    INSERT INTO credentials (user_id, pin_hash, failures, locked_until) SELECT user_id, pin_hash, failures, locked_until FROM people;
    DROP TABLE people;

    CREATE TABLE staff (
      user_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      added_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL REFERENCES journal (seq)
    ) STRICT;

    CREATE TABLE people_rules (only INTEGER PRIMARY KEY CHECK (only = 1), rules TEXT NOT NULL, last_seq INTEGER NOT NULL REFERENCES journal (seq)) STRICT;

    CREATE TABLE special_acts (
      seq INTEGER PRIMARY KEY REFERENCES journal (seq),
      business_day TEXT NOT NULL,
      at TEXT NOT NULL,
      act TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('by-right', 'approved', 'refused')),
      sale_id TEXT,
      amount_won INTEGER,
      reason TEXT,
      actor TEXT,
      approver TEXT,
      alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
      refusal TEXT
    ) STRICT;
    CREATE INDEX special_acts_by_day ON special_acts (business_day, seq);
  `,
};
