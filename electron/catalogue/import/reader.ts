/** The door to the thread that reads a list: one list, one thread; it goes with the list. */
import { Worker } from 'node:worker_threads';
import type { ListShape } from '../../../domain/catalogue/import/line.ts';
import type { Result } from '../../result.ts';
import { ok, refuse } from '../../result.ts';
import type { Encoding } from './read-table.ts';
import type { NumberedLine, ReaderAnswer, ReaderQuestion, TableSummary } from './reader-protocol.ts';

/** A thread that needs more is reading no list of products. */
const MAX_MEMORY_MB = 1_024;
const READ_TIMEOUT_MS = 60_000;

export type Reader = {
  /** `bytes` null: the same file again. */
  readonly read: (bytes: Uint8Array | null, encoding: Encoding | null) => Promise<Result<TableSummary>>;
  readonly judge: (from: number, count: number, shape: ListShape) => Promise<Result<readonly NumberedLine[]>>;
  readonly cells: (lines: readonly number[]) => Promise<Result<readonly (readonly string[])[]>>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly settle: (result: Result<unknown>) => void; readonly timer: NodeJS.Timeout };

export function openReader(timeoutMs = READ_TIMEOUT_MS): Reader {
  // In the bundle the worker lies beside the main file under a name of its own.
  const file = import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './catalogue-reader-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { name: 'catalogue-reader', resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let gone: string | null = null;
  const lose = (why: string) => {
    gone ??= why;
    for (const { settle, timer } of waiting.values()) {
      clearTimeout(timer);
      settle(refuse('import.file-unreadable', why));
    }
    waiting.clear();
  };
  worker.on('message', (answer: ReaderAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(one?.timer);
    one?.settle(answer.ok ? ok(answer.value) : refuse(`import.${answer.refusal ?? 'file-unreadable'}`, answer.detail));
  });
  worker.on('error', (error) => lose(String(error))).on('exit', () => lose('the reader ended'));

  function ask(question: Omit<ReaderQuestion, 'id'>): Promise<Result<unknown>> {
    if (gone !== null) return Promise.resolve(refuse('import.file-unreadable', gone));
    const id = nextId++;
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
    const timer = setTimeout(() => {
      lose(`not read within ${timeoutMs} ms`);
      void worker.terminate();
    }, timeoutMs);
    waiting.set(id, { settle: resolve, timer });
    worker.postMessage({ id, ...question } satisfies ReaderQuestion);
    return promise;
  }

  // The worker answers each operation with what the protocol says it answers.
  return {
    read: (bytes, encoding) => ask({ name: 'read', args: [bytes, encoding] }) as Promise<Result<TableSummary>>,
    judge: (from, count, shape) => ask({ name: 'judge', args: [from, count, shape] }) as Promise<Result<readonly NumberedLine[]>>,
    cells: (lines) => ask({ name: 'cells', args: [lines] }) as Promise<Result<readonly (readonly string[])[]>>,
    close: async () => {
      lose('closed');
      await worker.terminate();
    },
  };
}
