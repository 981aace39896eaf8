/** Texts in the database that this program wrote itself, back as values. */
import type { Actor } from '../domain/people.ts';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { canonicalJson } from './canonical.ts';

/** The type is a matter of trust: the text was written here, through a typed entry, and the chain shows when it was changed. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what it wrote
export function parseStored<T>(text: string): T {
  const value: T = JSON.parse(text);
  return value;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
export function parseStoredOrNull<T>(text: string | null): T | null {
  return text === null ? null : parseStored<T>(text);
}

export function actorText(actor: Actor | null): string | null {
  return actor === null ? null : canonicalJson(actor);
}

export type EntryColumns = {
  readonly seq: number;
  readonly at: string;
  readonly businessDay: string;
  readonly actor: string | null;
  readonly kind: string;
  readonly saleId: string | null;
  readonly payload: string;
};

/** The columns of `EntryColumns`, for a SELECT on `journal`. */
export const ENTRY_COLUMNS = 'seq, at, business_day AS businessDay, actor, kind, sale_id AS saleId, payload';

export function entryFromColumns(row: EntryColumns): JournalEntry {
  // Put together as one text, so that kind and payload keep belonging together in one typed value.
  return parseStored<JournalEntry>(
    `{"at":${JSON.stringify(row.at)},"businessDay":${JSON.stringify(row.businessDay)},"actor":${row.actor ?? 'null'},` +
      `"kind":${JSON.stringify(row.kind)},"saleId":${JSON.stringify(row.saleId)},"payload":${row.payload}}`,
  );
}
