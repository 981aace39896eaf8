/** The journal itself, who it belongs to, and the triggers that keep anyone from changing what it says. */
import type { Migration } from './migration.ts';

export const journalMigration: Migration = {
  number: 1,
  name: 'journal',
  sql: `
    CREATE TABLE meta (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY CHECK (seq >= 1),
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      business_day TEXT NOT NULL,
      actor TEXT,
      kind TEXT NOT NULL,
      sale_id TEXT,
      payload TEXT NOT NULL,
      prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      signature BLOB CHECK (length(signature) = 64)
    ) STRICT;

    CREATE INDEX journal_by_sale ON journal (sale_id, seq) WHERE sale_id IS NOT NULL;

    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'journal rows are never changed'); END;
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'journal rows are never deleted'); END;
    CREATE TRIGGER journal_only_next BEFORE INSERT ON journal
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
      BEGIN SELECT RAISE(ABORT, 'a journal row follows the last one'); END;

    CREATE TRIGGER meta_no_update BEFORE UPDATE ON meta
      BEGIN SELECT RAISE(ABORT, 'whose journal this is never changes'); END;
    CREATE TRIGGER meta_no_delete BEFORE DELETE ON meta
      BEGIN SELECT RAISE(ABORT, 'whose journal this is never changes'); END;
    CREATE TRIGGER meta_no_replace BEFORE INSERT ON meta
      WHEN EXISTS (SELECT 1 FROM meta WHERE name = NEW.name)
      BEGIN SELECT RAISE(ABORT, 'whose journal this is never changes'); END;
  `,
};
