import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryBody, JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { Journal } from '../journal.ts';
import { newPlace, openAt, type JournalPlace } from '../testing/files.ts';

const KIM: Actor = { userId: 'user-1', name: '김', role: 'cashier' };
const LEE: Actor = { userId: 'user-2', name: '이', role: 'manager' };

let place: JournalPlace;
let journal: Journal;

beforeEach(async () => {
  place = newPlace();
  journal = await openAt(place);
});
afterEach(async () => {
  await journal.close();
  place.remove();
});

const at = (day: number, hour = 5) => `2026-03-0${day}T0${hour}:00:00.000Z`;
const entry = (day: number, body: EntryBody, saleId: string | null = null): JournalEntry => ({ ...body, at: at(day), businessDay: `2026-03-0${day}`, actor: KIM, saleId });
const opened = (day: number) => entry(day, { kind: 'shift.opened', payload: { shiftId: `shift-${day}`, floatWon: 100_000 } });
const counted = (day: number, countedWon: number) => entry(day, { kind: 'shift.counted', payload: { shiftId: `shift-${day}`, countedWon, expectedWon: 100_000, differenceWon: countedWon - 100_000 } });
const approved = (day: number, amountWon: number) =>
  entry(day, { kind: 'people.approval-used', payload: { act: 'close-over-difference', amountWon, reason: 'not-found', approvalId: `a-${day}`, approver: LEE, alone: false } });
function closed(day: number, countedWon: number): JournalEntry {
  const openCases = { cashReceiptsUnsent: 0, cashReceiptsUnsentWon: 0, printsUnsettled: 0 };
  const payload = { shiftId: `shift-${day}`, zNumber: day, floatWon: 100_000, cashSalesWon: 0, saleCount: 0, expectedWon: 100_000, countedWon, differenceWon: countedWon - 100_000, counted: [], openCases };
  return entry(day, { kind: 'shift.closed', payload });
}
const started = (day: number) => entry(day, { kind: 'sale.started', payload: { saleNumber: day, shiftId: `shift-${day}` } }, `sale-${day}`);

const ALL = { from: at(1, 0), before: at(9, 0), limit: 10 };
const told = async (page: Parameters<Journal['drawerCounts']>[0]) => (await journal.drawerCounts(page)).map(({ kind, zNumber, countedWon, closedWon, allowed, reason, approver }) => [kind, zNumber, countedWon, closedWon, allowed, reason, approver?.name ?? null]);

test('a count that was too far off stands with the close it led to: what was closed with, why, and who said yes', async () => {
  await journal.append([opened(1), counted(1, 30_000)]);
  expect(await told(ALL)).toEqual([['counted', null, 30_000, null, null, null, null]]);
  await journal.append([counted(1, 50_000)]);
  await journal.append([approved(1, -50_000), closed(1, 50_000)]);
  await journal.append([opened(2)]);
  await journal.append([closed(2, 99_000)]);
  const rows = [
    ['closed', 2, 99_000, 99_000, null, null, null],
    ['closed', 1, 50_000, 50_000, 'approved', 'not-found', '이'],
    ['counted', 1, 50_000, 50_000, null, null, null],
    ['counted', 1, 30_000, 50_000, null, null, null],
  ];
  expect(await told(ALL)).toEqual(rows);
  expect((await journal.drawerCounts(ALL))[1]).toMatchObject({ actor: KIM, approver: LEE, alone: false, expectedWon: 100_000, differenceWon: -50_000 });
  expect(await told({ ...ALL, from: at(2, 0) })).toEqual(rows.slice(0, 1));
  expect(await told({ ...ALL, before: at(2, 0) })).toEqual(rows.slice(1));
  expect(await told({ ...ALL, limit: 3 })).toEqual(rows.slice(0, 3));
  await journal.rebuildProjections();
  expect(await told(ALL), 'folded anew').toEqual(rows);
});

test('what was refused, or allowed for something else, closed nothing', async () => {
  await journal.append([opened(1), counted(1, 50_000)]);
  await journal.append([entry(1, { kind: 'people.approval-refused', payload: { act: 'close-over-difference', amountWon: -50_000, reason: 'not-found', approvalId: null, approver: null, refusal: 'unknown' } })]);
  await journal.append([entry(1, { kind: 'people.act-by-right', payload: { act: 'open-drawer', amountWon: null, reason: 'count-cash' } })]);
  await journal.append([closed(1, 100_000)]);
  expect(await told(ALL)).toEqual([
    ['closed', 1, 100_000, 100_000, null, null, null],
    ['counted', 1, 50_000, 100_000, null, null, null],
  ]);
});

test('the end of an empty basket may stand between the yes and its close', async () => {
  await journal.append([opened(1), started(1), counted(1, 50_000)]);
  await journal.append([approved(1, -50_000), entry(1, { kind: 'sale.abandoned', payload: { event: { type: 'abandoned' }, after: { stage: 'abandoned', saleId: 'sale-1', saleNumber: 1 } } }, 'sale-1'), closed(1, 50_000)]);
  expect((await told(ALL))[0]).toEqual(['closed', 1, 50_000, 50_000, 'approved', 'not-found', '이']);
});
