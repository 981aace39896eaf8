/** A disk that has no room for some of what a trade at the terminal says: refused as the journal refuses it, until there is room again. */
import { JournalError } from '../../db/journal.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Outside } from '../app.ts';

/** Which row of a trade: that the terminal is asked, or what it answered. */
export type TradeRow = 'asking' | 'answered';

export type FullDisk = {
  readonly outside: Outside;
  /** Null: it is well. */
  noRoomFor: TradeRow | null;
  /** Until there was none for the first time. */
  readonly isFull: Promise<void>;
};

export type DiskFullOf = { readonly outside: Outside; isFull: boolean };

/** Has no room for an append that holds such a row, as long as it is full. */
export function createDiskFullOf(isIt: (entry: JournalEntry) => boolean): DiskFullOf {
  const disk: DiskFullOf = {
    isFull: false,
    outside: {
      now: () => new Date(),
      wrap: (parts) => ({
        ...parts,
        journal: { ...parts.journal, append: (entries) => (disk.isFull && entries.some(isIt) ? Promise.reject(new JournalError('journal.disk-full', 'no room')) : parts.journal.append(entries)) },
      }),
    },
  };
  return disk;
}

export function createFullDisk(kind: 'sale.traded' | 'cash-receipt.traded'): FullDisk {
  const isIt = (entry: JournalEntry, row: TradeRow) => entry.kind === kind && entry.payload.event.type === 'traded' && entry.payload.event.event.type === row;
  const { promise: isFull, resolve: refused } = Promise.withResolvers<void>();
  const disk: FullDisk = {
    noRoomFor: null,
    isFull,
    outside: {
      now: () => new Date(),
      wrap: (parts) => ({
        ...parts,
        journal: {
          ...parts.journal,
          append: (entries) => {
            const row = disk.noRoomFor;
            if (row === null || !entries.some((entry) => isIt(entry, row))) return parts.journal.append(entries);
            refused();
            return Promise.reject(new JournalError('journal.disk-full', 'no room'));
          },
        },
      }),
    },
  };
  return disk;
}
