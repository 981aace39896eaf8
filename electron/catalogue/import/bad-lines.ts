/** The lines of a list that were not taken, in a workbook: the same columns, and the reason. Corrected there, it can be imported. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { lineProblemWords } from '../../../domain/catalogue/import/problem-words.ts';
import type { Counter } from '../../counter.ts';
import type { Result } from '../../result.ts';
import { ok } from '../../result.ts';
import { stampOf } from '../export.ts';
import { writeTable } from '../table-writer.ts';
import type { FaultyLine, Session } from './session.ts';

const CELLS_AT_ONCE = 1_000;
const LINE_HEADING = '줄';
const REASON_HEADING = '가져오지 못한 까닭';

export type BadFile = { readonly file: string; readonly remove: () => void };

/** Null: there are none. */
export async function writeBadLines({ counter, folder }: { readonly counter: Counter; readonly folder: string }, session: Session, faults: readonly FaultyLine[]): Promise<Result<BadFile | null>> {
  const { table, reader } = session;
  if (faults.length === 0 || table === null) return ok(null);
  const rows: (readonly string[])[] = [];
  if (table.headings.length > 0) rows.push([...padded(table.headings, table.width), REASON_HEADING, LINE_HEADING]);
  for (let from = 0; from < faults.length; from += CELLS_AT_ONCE) {
    const some = faults.slice(from, from + CELLS_AT_ONCE);
    const cells = await reader.cells(some.map(({ line }) => line));
    if (!cells.ok) return cells;
    for (const [index, fault] of some.entries()) rows.push([...padded(cells.value[index] ?? [], table.width), lineProblemWords(fault.problem, 'ko').why, String(fault.line)]);
  }
  const file = path.join(folder, `not-imported-${stampOf(counter.now())}.xlsx`);
  const widths = [...Array.from({ length: table.width }, () => 18), 44, 8];
  const written = await writeTable({ file, format: 'xlsx', widths }, rows);
  return written.ok ? ok({ file, remove: () => rmSync(file, { force: true }) }) : written;
}

/** Cells beyond the last column stay in sight, in the last one. */
function padded(cells: readonly string[], width: number): readonly string[] {
  const whole = Array.from({ length: width }, (_, index) => cells[index] ?? '');
  return cells.length <= width ? whole : [...whole.slice(0, -1), cells.slice(width - 1).join(',')];
}
