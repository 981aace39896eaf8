/** Bytes of a file → a table of texts: which encoding, which separator, which heading. Runs in the reader's worker. */
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/universal';
import { looksLikeHeadings } from '../../../domain/catalogue/import/columns.ts';
import { holdZipBounds, isZip } from './zip-bounds.ts';

export const ENCODINGS = ['utf-8', 'cp949', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const TABLE_LIMITS = { fileBytes: 20_971_520, lines: 200_000, columns: 100, recordCharacters: 65_536, sampleLines: 30 } as const;
const ZIP_BOUNDS = { maxParts: 1_000, maxPartBytes: 209_715_200, maxTotalBytes: 262_144_000 } as const;

export type Table = {
  readonly format: 'csv' | 'xlsx';
  /** Null for a workbook: it says itself. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Empty where the list begins with a product. */
  readonly headings: readonly string[];
  /** The widest of headings and first line. */
  readonly width: number;
  /** Everything below the headings; empty lines are empty arrays, so that numbers stay those of the spreadsheet. */
  readonly rows: readonly (readonly string[])[];
  /** The number a spreadsheet gives to the first of `rows`. */
  readonly firstLine: number;
};

export type TableRefusal = 'file-too-large' | 'too-many-lines' | 'too-many-columns' | 'file-empty' | 'file-unreadable';

/** Why a file is not taken; everything else that is thrown here is a bug or the end of the memory. */
export class TableError extends Error {
  readonly refusal: TableRefusal;
  constructor(refusal: TableRefusal, detail: string) {
    super(detail);
    this.name = 'TableError';
    this.refusal = refusal;
  }
}

/** `encoding` null: found by looking. */
export async function readTable(bytes: Buffer, encoding: Encoding | null): Promise<Table> {
  if (bytes.length > TABLE_LIMITS.fileBytes) throw new TableError('file-too-large', `${bytes.length} bytes`);
  if (bytes.length === 0) throw new TableError('file-empty', '');
  if (isZip(bytes)) return tableOf({ format: 'xlsx', encoding: null, delimiter: null }, await readWorkbook(bytes));
  const found = encoding ?? findEncoding(bytes);
  const text = decode(bytes, found);
  if (text.includes('\0')) throw new TableError('file-unreadable', 'the file is neither text nor a workbook');
  const delimiter = findDelimiter(text);
  return tableOf({ format: 'csv', encoding: found, delimiter }, readCsv(text, delimiter));
}

async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  try {
    holdZipBounds(bytes, ZIP_BOUNDS);
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return rows.map((row) => row.map(textOf));
  } catch (problem) {
    throw new TableError('file-unreadable', messageOf(problem));
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** A mark at the beginning; else what is good UTF-8 is UTF-8: Korean text of the old code page never is by chance. */
export function findEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'cp949';
  }
}

function decode(bytes: Buffer, encoding: Encoding): string {
  return iconv.decode(bytes, encoding, { stripBOM: true });
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The one that divides the first lines into the most columns, the same number in each. */
export function findDelimiter(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, TABLE_LIMITS.sampleLines).filter((line) => line.trim() !== '');
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length - 1);
    const [first = 0] = counts;
    return { delimiter, score: first === 0 ? 0 : first * (counts.filter((count) => count === first).length / counts.length) };
  });
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  return best === undefined || best.score === 0 ? ',' : best.delimiter;
}

function readCsv(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: TABLE_LIMITS.recordCharacters, to: TABLE_LIMITS.lines + 2 });
  } catch (problem) {
    throw new TableError('file-unreadable', messageOf(problem));
  }
}

function tableOf(about: Pick<Table, 'format' | 'encoding' | 'delimiter'>, lines: readonly (readonly string[])[]): Table {
  const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
  const first = lines.findIndex((cells) => !isEmpty(cells));
  const top = lines[first];
  if (top === undefined) throw new TableError('file-empty', '');
  if (top.length > TABLE_LIMITS.columns) throw new TableError('too-many-columns', `${top.length} columns`);
  const headed = looksLikeHeadings(top);
  const rows = lines.slice(headed ? first + 1 : first).map((cells) => (isEmpty(cells) ? [] : cells));
  while (rows.at(-1)?.length === 0) rows.pop();
  if (rows.length === 0) throw new TableError('file-empty', 'there are headings and nothing below them');
  if (rows.length > TABLE_LIMITS.lines) throw new TableError('too-many-lines', `more than ${TABLE_LIMITS.lines} lines`);
  return { ...about, headings: headed ? top.map((cell) => cell.trim()) : [], width: headed ? top.length : Math.max(top.length, rows[0]?.length ?? 0), rows, firstLine: first + (headed ? 2 : 1) };
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message.slice(0, 200) : String(problem);
}
