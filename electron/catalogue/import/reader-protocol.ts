/** What crosses between the reader's door in the main thread and its worker. Numbered; one answer each. */
import type { JudgedLine, ListShape } from '../../../domain/catalogue/import/line.ts';
import type { Encoding, Table, TableRefusal } from './read-table.ts';

/** A table as the screen needs it: all of it but its lines, and the first few of those. */
export type TableSummary = Omit<Table, 'rows'> & { readonly lines: number; readonly sample: readonly (readonly string[])[] };

/** A line with its number in the spreadsheet; empty lines are left out. */
export type NumberedLine = { readonly line: number; readonly judged: JudgedLine };

export type ReaderOperations = {
  /** The file stays with the reader, so that it can be read again in another encoding. */
  readonly read: (bytes: Uint8Array | null, encoding: Encoding | null) => Promise<TableSummary>;
  readonly judge: (from: number, count: number, shape: ListShape) => readonly NumberedLine[];
  /** The cells of these lines as they stand in the file. */
  readonly cells: (lines: readonly number[]) => readonly (readonly string[])[];
};

export type ReaderQuestion = { readonly id: number; readonly name: keyof ReaderOperations; readonly args: readonly unknown[] };
export type ReaderAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly refusal: TableRefusal | null; readonly detail: string };
