/** Shifts, what was counted in the drawer, and the day's failures. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { actorText } from '../stored.ts';

export type DayProjection = {
  readonly shiftOpened: (seq: number, entry: JournalEntry & { kind: 'shift.opened' }) => void;
  readonly shiftCounted: (seq: number, entry: JournalEntry & { kind: 'shift.counted' }) => void;
  readonly shiftClosed: (seq: number, entry: JournalEntry & { kind: 'shift.closed' }) => void;
  readonly failed: (seq: number, entry: JournalEntry & { kind: 'failure.recorded' }) => void;
};

export function dayProjection(db: Database): DayProjection {
  const open = db.prepare('INSERT INTO shifts (shift_id, business_day, opened_at, opened_by, float_won, last_seq) VALUES (?, ?, ?, ?, ?, ?)');
  const count = db.prepare('INSERT INTO drawer_counts (seq, shift_id, at, actor, counted_won, expected_won, difference_won) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const close = db.prepare('UPDATE shifts SET closed_at = ?, z_number = ?, close = ?, last_seq = ? WHERE shift_id = ? AND closed_at IS NULL');
  const failure = db.prepare('INSERT INTO failures (seq, business_day, code, sale_id, at, detail) VALUES (?, ?, ?, ?, ?, ?)');
  return {
    shiftOpened(seq, entry) {
      open.run(entry.payload.shiftId, entry.businessDay, entry.at, actorText(entry.actor), entry.payload.floatWon, seq);
    },
    shiftCounted(seq, { at, actor, payload }) {
      count.run(seq, payload.shiftId, at, actorText(actor), payload.countedWon, payload.expectedWon, payload.differenceWon);
    },
    shiftClosed(seq, entry) {
      const { shiftId, zNumber } = entry.payload;
      const done = close.run(entry.at, zNumber, canonicalJson(entry.payload), seq, shiftId);
      if (done.changes !== 1) throw new JournalRefusal(`shift ${shiftId} is not open`);
    },
    failed(seq, entry) {
      failure.run(seq, entry.businessDay, entry.payload.code, entry.saleId, entry.at, entry.payload.detail);
    },
  };
}
