/** Entries of one day, for tests that write them one by one. */
import type { EntryBody, JournalEntry } from '../../domain/journal-entry.ts';
import { ACTOR } from './story.ts';

export const AT = '2026-01-05T00:00:00.000Z';
export const DAY = '2026-01-05';

export const entry = (body: EntryBody, saleId: string | null = null): JournalEntry => ({ ...body, at: AT, businessDay: DAY, actor: ACTOR, saleId });
export const failure = (detail: string): JournalEntry => entry({ kind: 'failure.recorded', payload: { code: 'printer.offline', detail } });
export const shiftOpened: JournalEntry = entry({ kind: 'shift.opened', payload: { shiftId: 'shift-1', floatWon: 100_000 } });
export const saleStarted = (saleNumber: number, saleId = `sale-${saleNumber}`): JournalEntry => entry({ kind: 'sale.started', payload: { saleNumber, shiftId: 'shift-1' } }, saleId);
