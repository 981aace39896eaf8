/** The door to the thread that writes a list for a spreadsheet. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';

export type ListFormat = 'csv' | 'xlsx';
export type WriterStart = { readonly file: string; readonly format: ListFormat; /** Of the columns of a workbook, in characters. */ readonly widths: readonly number[] };
export type WriterPart = { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] } | { readonly kind: 'end' };
export type WriterAnswer = { readonly ok: true } | { readonly ok: false; readonly detail: string };

const ROWS_AT_ONCE = 1_000;
/** Two hundred thousand products in a workbook take half a minute. */
const WRITE_TIMEOUT_MS = 120_000;

/** `rows` may be any number; they are handed over in pieces between which the counter does what else is asked of it. */
export async function writeTable(start: WriterStart, rows: Iterable<readonly string[]>, timeoutMs = WRITE_TIMEOUT_MS): Promise<Result<null>> {
  // In the bundle the worker lies beside the main file under a name of its own.
  const source = import.meta.url.endsWith('.ts') ? './table-writer-worker.ts' : './table-writer-worker.js';
  const worker = new Worker(new URL(source, import.meta.url), { workerData: start, name: 'table-writer' });
  const { promise, resolve } = Promise.withResolvers<Result<null>>();
  const timer = setTimeout(() => resolve(refuse('catalogue.export-failed', `not written within ${timeoutMs} ms`)), timeoutMs);
  worker.on('message', (answer: WriterAnswer) => resolve(answer.ok ? DONE : refuse('catalogue.export-failed', answer.detail)));
  worker.on('error', (error) => resolve(refuse('catalogue.export-failed', String(error)))).on('exit', () => resolve(refuse('catalogue.export-failed', 'the writer ended')));
  const send = (part: WriterPart) => worker.postMessage(part);
  try {
    let piece: (readonly string[])[] = [];
    for (const row of rows) {
      piece.push(row);
      if (piece.length < ROWS_AT_ONCE) continue;
      send({ kind: 'rows', rows: piece });
      piece = [];
      await setImmediate();
    }
    send({ kind: 'rows', rows: piece });
    send({ kind: 'end' });
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
