/** Counts of the drawer that were too far off to close over, as they were made. Those of older journals are folded from their rows. */
import type { Migration } from './migration.ts';

export const drawerCountsMigration: Migration = {
  number: 11,
  name: 'drawer counts',
  sql: `
    CREATE TABLE drawer_counts (
      seq INTEGER PRIMARY KEY REFERENCES journal (seq),
      shift_id TEXT NOT NULL REFERENCES shifts (shift_id),
      at TEXT NOT NULL,
      actor TEXT,
      counted_won INTEGER NOT NULL,
      expected_won INTEGER NOT NULL,
      difference_won INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX drawer_counts_by_time ON drawer_counts (at);
    UPDATE projection_build SET version = 0;
  `,
};
