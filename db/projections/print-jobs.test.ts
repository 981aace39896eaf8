import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../domain/people.ts';
import type { EntryBody, JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
import type { PrintJobEvent, PrintJobState } from '../../domain/print-job.ts';
import { stepPrintJob } from '../../domain/print-job.ts';
import type { Journal } from '../journal.ts';
import { newPlace, openAt, type JournalPlace } from '../testing/files.ts';

const AT = '2026-03-02T05:08:00.000Z';
const KIM: Actor = { userId: 'user-1', name: '김', role: 'cashier' };
const LEE: Actor = { userId: 'user-2', name: '이', role: 'manager' };

let place: JournalPlace;
let journal: Journal;
const states = new Map<string, PrintJobState>();

beforeEach(async () => {
  place = newPlace();
  journal = await openAt(place);
  states.clear();
  await journal.append([
    entry({ kind: 'shift.opened', payload: { shiftId: 'shift-1', floatWon: 0 } }),
    entry({ kind: 'sale.started', payload: { saleNumber: 1, shiftId: 'shift-1' } }),
  ]);
});
afterEach(async () => {
  await journal.close();
  place.remove();
});

function entry(body: EntryBody, actor: Actor | null = KIM): JournalEntry {
  return { ...body, at: AT, businessDay: '2026-03-02', actor, saleId: body.kind === 'shift.opened' ? null : 'sale-1' };
}

/** The slip of one charge, known by its approval number. */
function slip(jobId: string, approvalNumber: string, reason: PrintIntent['reason'] = 'original', actor: Actor | null = KIM): JournalEntry {
  states.set(jobId, { name: 'queued' });
  const document = { kind: 'sale', practice: true, blocks: [{ kind: 'pair', label: '승인번호', value: approvalNumber, bold: true }] } as const;
  return entry({ kind: 'print.queued', payload: { jobId, job: { kind: 'slip', document, copyKind: 'customer', copyNumber: 1 }, reason } }, actor);
}

function went(jobId: string, event: PrintJobEvent, actor: Actor | null = null): JournalEntry {
  const step = stepPrintJob(states.get(jobId) ?? { name: 'queued' }, event);
  if (!step.ok) throw new Error(`${event.type} does not follow`);
  states.set(jobId, step.state);
  return entry({ kind: `print.${event.type}`, payload: { jobId, event, after: step.state } }, actor);
}

const SENT = { type: 'sent' } as const;
const DONE = { type: 'confirmed' } as const;
const UNKNOWN = { type: 'unknown', why: 'silent' } as const;

test('two charges of one sale are two papers: one that came out says nothing of the other', async () => {
  await journal.append([slip('a', '30000001'), slip('b', '30000002')]);
  await journal.append([went('a', SENT), went('a', UNKNOWN), went('b', SENT), went('b', DONE)]);
  expect((await journal.unsettledPrintJobs({ limit: 9 })).map(({ jobId }) => jobId)).toEqual(['a']);
  await journal.append([slip('a2', '30000001', 'not-out'), went('a2', SENT), went('a2', DONE)]);
  expect(await journal.unsettledPrints()).toEqual({ count: 0 });
});

test('who asked and who said how it ended stand with the print, and what was said ends the attempts before it', async () => {
  await journal.append([slip('a', '30000001', 'original', null), went('a', SENT), went('a', UNKNOWN)]);
  await journal.append([slip('a2', '30000001', 'not-out'), went('a2', SENT), went('a2', UNKNOWN)]);
  expect(await journal.unsettledPrints()).toEqual({ count: 2 });
  await journal.append([went('a2', { type: 'settled', how: 'written' }, LEE)]);
  expect(await journal.unsettledPrints()).toEqual({ count: 0 });
  expect(await journal.printJobsOfSale('sale-1')).toMatchObject([
    { jobId: 'a', askedBy: null, settledBy: null, state: { name: 'unknown' } },
    { jobId: 'a2', askedBy: KIM, settledBy: LEE, state: { name: 'settled', how: 'written', was: 'unknown' } },
  ]);
});
