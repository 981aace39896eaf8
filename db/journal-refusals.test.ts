/** A journal that only refuses, or says how it is: one is opened for all that is asked of it here. */
import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { type Journal, JournalRefusal } from './journal.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { DAY, entry, failure, saleStarted, shiftOpened } from './testing/entries.ts';
import { type JournalPlace, newPlace, openAt } from './testing/files.ts';

let place: JournalPlace;
let journal: Journal;

beforeAll(async () => {
  place = newPlace();
  journal = await openAt(place);
});

afterAll(async () => {
  await journal.close();
  place.remove();
});

describe('the connection', () => {
  test('is WAL, FULL, exclusive, with foreign keys, at the newest schema', async () => {
    expect(await journal.durability()).toEqual({ journalMode: 'wal', synchronous: 2, lockingMode: 'exclusive', foreignKeys: 1, schema: MIGRATIONS.length });
  });

  test('makes a file only its owner can read', () => {
    expect(statSync(place.path).mode & 0o077).toBe(0);
    expect(statSync(`${place.path}-wal`).mode & 0o077).toBe(0);
  });
});

describe('what is refused', () => {
  test.each([
    ['no entries', []],
    ['a time that is not UTC milliseconds', [{ ...failure('x'), at: '2026-01-05 00:00' }]],
    ['a business day that is none', [{ ...failure('x'), businessDay: '5 January' }]],
    ['a sale in a shift nobody opened', [saleStarted(1)]],
    ['a second open shift', [shiftOpened, entry({ kind: 'shift.opened', payload: { shiftId: 'shift-2', floatWon: 0 } })]],
    ['an outcome without its intent', [entry({ kind: 'print.sent', payload: { jobId: 'none', event: { type: 'sent' }, after: { name: 'sent' } } })]],
    ['more entries than an append holds', Array.from({ length: 201 }, () => failure('x'))],
    ['a payload longer than the limit', [failure('x'.repeat(1_048_576))]],
  ] satisfies [string, JournalEntry[]][])('refuses %s, and stays in use', async (_, entries) => {
    const { lastSeq } = await journal.counter();
    await expect(journal.append(entries)).rejects.toBeInstanceOf(JournalRefusal);
    expect(await journal.append([failure('after')])).toMatchObject([{ seq: lastSeq + 1 }]);
  });

  test('limits are held: a list asks for 1 to 1,000', async () => {
    await expect(journal.salesOfDay(DAY, { limit: 0 })).rejects.toBeInstanceOf(JournalRefusal);
    await expect(journal.openPrintJobs({ limit: 1_001 })).rejects.toBeInstanceOf(JournalRefusal);
  });
});
