/** What the cashier must not miss and did not ask for: scans that were not taken, calls that were refused. Bounded, and never gone by itself. */
import type { FailureCode } from '../../../domain/failure.ts';
import type { ScanPlace } from '../../words/cashier.ts';

/** Codes named on the screen; the rest is a count. */
export const MAX_CODES_SHOWN = 4;

type Codes = { readonly codes: readonly string[]; readonly count: number };

export type Note =
  /** Not sent: this is not the place for a scan. */
  | ({ readonly kind: 'scan-refused'; readonly place: ScanPlace } & Codes)
  /** Sent, and main would not take it: an unknown barcode, a full basket. */
  | ({ readonly kind: 'scan-failed'; readonly code: FailureCode } & Codes)
  | { readonly kind: 'refusal'; readonly code: FailureCode; readonly detail: string };

/** Scans refused one after another for the same reason become one note with a count; anything else replaces what was there. */
export function addRefusedScan(note: Note | null, place: ScanPlace, barcode: string): Note {
  const before = note?.kind === 'scan-refused' && note.place === place ? note : NO_CODES;
  return { kind: 'scan-refused', place, ...withCode(before, barcode) };
}

export function addFailedScan(note: Note | null, code: FailureCode, barcode: string): Note {
  const before = note?.kind === 'scan-failed' && note.code === code ? note : NO_CODES;
  return { kind: 'scan-failed', code, ...withCode(before, barcode) };
}

const NO_CODES: Codes = { codes: [], count: 0 };

function withCode({ codes, count }: Codes, barcode: string): Codes {
  return { codes: [barcode, ...codes].slice(0, MAX_CODES_SHOWN), count: count + 1 };
}
