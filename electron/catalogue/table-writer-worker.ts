/** Writes one list for a spreadsheet, in a thread of its own: whole under its name, or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import writeWorkbook from 'write-excel-file/node';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/catalogue/import/csv.ts';
import type { WriterAnswer, WriterPart, WriterStart } from './table-writer.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');

const { file, format, widths }: WriterStart = workerData;
const rows: (readonly string[])[] = [];
const say = (answer: WriterAnswer): void => port.postMessage(answer);

async function contents(): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(BYTE_ORDER_MARK + rows.map(csvLine).join(''), 'utf8');
  // Texts, all of them: a spreadsheet must not take a barcode for a number.
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })));
  return writeWorkbook(cells, { sheet: 'Sheet1', columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

function writeWhole(bytes: Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const partly = `${file}.part`;
  try {
    const handle = openSync(partly, 'w', 0o600);
    try {
      for (let at = 0; at < bytes.length; at += writeSync(handle, bytes, at));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partly, file);
  } catch (problem) {
    rmSync(partly, { force: true });
    throw problem;
  }
}

async function take(part: WriterPart): Promise<void> {
  try {
    if (part.kind === 'rows') rows.push(...part.rows);
    else {
      writeWhole(await contents());
      say({ ok: true });
    }
  } catch (problem) {
    say({ ok: false, detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

port.on('message', (part: WriterPart) => void take(part));
