import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryBody, JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
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
const entry = (day: number, body: EntryBody, actor: Actor | null = KIM, saleId: string | null = null): JournalEntry => ({ ...body, at: at(day), businessDay: `2026-03-0${day}`, actor, saleId });

function slip(day: number, jobId: string, reason: PrintIntent['reason'], actor: Actor | null, copyNumber = 1, approver?: Actor): JournalEntry {
  const document = { kind: 'sale', practice: true, blocks: [] } as const;
  return entry(day, { kind: 'print.queued', payload: { jobId, job: { kind: 'slip', document, copyKind: 'customer', copyNumber }, reason, ...(approver === undefined ? {} : { approver }) } }, actor, `sale-${day}`);
}

/** One day: opened, one sale, these papers, closed. */
async function day(number: number, papers: readonly JournalEntry[]): Promise<void> {
  await journal.append([
    entry(number, { kind: 'shift.opened', payload: { shiftId: `shift-${number}`, floatWon: 0 } }),
    entry(number, { kind: 'sale.started', payload: { saleNumber: number, shiftId: `shift-${number}` } }, KIM, `sale-${number}`),
    ...papers,
  ]);
  const none = { cashReceiptsUnsent: 0, cashReceiptsUnsentWon: 0, printsUnsettled: 0 };
  await journal.append([
    entry(number, { kind: 'shift.closed', payload: { shiftId: `shift-${number}`, zNumber: number, floatWon: 0, cashSalesWon: 0, saleCount: 0, expectedWon: 0, countedWon: 0, differenceWon: 0, counted: [], openCases: none } }),
  ]);
}

const ids = (rows: readonly { readonly jobId: string }[]) => rows.map(({ jobId }) => jobId);
const ALL = { from: at(1, 0), before: at(9, 0) };

test('what was printed again is listed newest first, with who asked, by whose leave, which copy and of which sale', async () => {
  await day(1, [slip(1, 'a', 'original', null), slip(1, 'b', 'again', KIM, 2, LEE)]);
  await day(2, [slip(2, 'c', 'original', null), slip(2, 'd', 'not-out', LEE, 2), slip(2, 'e', 'test', LEE)]);
  const rows = await journal.printLedger({ ...ALL, kept: 'again', userId: null, limit: 10 });
  expect(ids(rows)).toEqual(['d', 'b']);
  expect(rows[1]).toMatchObject({ saleNumber: 1, askedBy: KIM, approver: LEE, reason: 'again', job: { copyNumber: 2 } });
  expect(ids(await journal.printLedger({ ...ALL, kept: 'all', userId: null, limit: 10 })), 'test prints are nobody’s').toEqual(['d', 'c', 'b', 'a']);
  expect(ids(await journal.printLedger({ ...ALL, kept: 'again', userId: 'user-1', limit: 10 }))).toEqual(['b']);
});

test('goes on from the last row of a page, and keeps to its days', async () => {
  await day(1, [slip(1, 'a', 'again', KIM, 2), slip(1, 'b', 'again', KIM, 3)]);
  await day(2, [slip(2, 'c', 'again', KIM, 2)]);
  await day(3, [slip(3, 'd', 'again', KIM, 2)]);
  const first = await journal.printLedger({ ...ALL, kept: 'again', userId: null, limit: 2 });
  expect(ids(first)).toEqual(['d', 'c']);
  expect(ids(await journal.printLedger({ ...ALL, kept: 'again', userId: null, limit: 2, beforeSeq: first[1]?.seq ?? 0 }))).toEqual(['b', 'a']);
  expect(ids(await journal.printLedger({ from: at(2, 0), before: at(3, 0), kept: 'again', userId: null, limit: 9 }))).toEqual(['c']);
  expect(ids(await journal.printLedger({ from: at(1, 0), before: at(2, 0), kept: 'again', userId: null, limit: 9 }))).toEqual(['b', 'a']);
  expect(await journal.printLedger({ from: at(4, 0), before: at(5, 0), kept: 'again', userId: null, limit: 9 })).toEqual([]);
});

test('is counted by person: who printed again most stands first, and what nobody asked for has no name', async () => {
  await day(1, [slip(1, 'a', 'original', null), slip(1, 'b', 'again', LEE, 2)]);
  await day(2, [slip(2, 'c', 'again', KIM, 2), slip(2, 'd', 'again', KIM, 3)]);
  await journal.append([entry(2, { kind: 'print.failed', payload: { jobId: 'd', event: { type: 'failed', cause: 'paper-end', detail: '' }, after: { name: 'failed', cause: 'paper-end', detail: '' } } }, null, 'sale-2')]);
  expect(await journal.printSums(ALL)).toEqual([
    { userId: 'user-1', name: '김', slips: 2, again: 2, inDoubt: 1 },
    { userId: 'user-2', name: '이', slips: 1, again: 1, inDoubt: 0 },
    { userId: null, name: '', slips: 1, again: 0, inDoubt: 0 },
  ]);
  expect(ids(await journal.printLedger({ ...ALL, kept: 'in-doubt', userId: null, limit: 9 }))).toEqual(['d']);
});
