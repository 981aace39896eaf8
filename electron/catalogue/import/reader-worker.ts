/** Reads a list of products in a thread of its own: neither the counter nor its windows wait for it, and a hostile file can end nothing but this. */
import { parentPort } from 'node:worker_threads';
import { judgeCells } from '../../../domain/catalogue/import/line.ts';
import { toPaperText } from '../../../native/printer/code-page.ts';
import type { Table } from './read-table.ts';
import { readTable, TableError, TABLE_LIMITS } from './read-table.ts';
import type { NumberedLine, ReaderAnswer, ReaderOperations, ReaderQuestion } from './reader-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');

let kept: Buffer | null = null;
let table: Table | null = null;

function unprintableIn(text: string): string | null {
  const paper = toPaperText(text);
  return paper.ok ? null : paper.refusal.character;
}

function present(): Table {
  if (table === null) throw new Error('no file has been read');
  return table;
}

const operations: ReaderOperations = {
  async read(bytes, encoding) {
    if (bytes !== null) kept = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (kept === null) throw new Error('there is no file');
    table = await readTable(kept, encoding);
    const { rows, ...about } = table;
    return { ...about, lines: rows.length, sample: rows.filter((row) => row.length > 0).slice(0, TABLE_LIMITS.sampleLines) };
  },
  judge(from, count, shape) {
    const { rows, firstLine } = present();
    return rows.slice(from, from + count).flatMap((cells, index): NumberedLine[] => (cells.length === 0 ? [] : [{ line: firstLine + from + index, judged: judgeCells(cells, shape, unprintableIn) }]));
  },
  cells(lines) {
    const { rows, firstLine } = present();
    return lines.map((line) => rows[line - firstLine] ?? []);
  },
};

const say = (answer: ReaderAnswer): void => port.postMessage(answer);

async function answer({ id, name, args }: ReaderQuestion): Promise<void> {
  try {
    // The door's types make sure that the arguments are those of this operation.
    const operation = operations[name] as (...given: readonly unknown[]) => unknown;
    say({ id, ok: true, value: await operation(...args) });
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem);
    say({ id, ok: false, refusal: problem instanceof TableError ? problem.refusal : null, detail });
  }
}

port.on('message', (question: ReaderQuestion) => void answer(question));
