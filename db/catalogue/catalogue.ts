/**
 * The shop's products, in a file of their own beside the journal. They are data, not history: the journal says who changed what,
 * this file says what holds now. What is resolved here is on the disk.
 */
import type { Worker } from 'node:worker_threads';
import { keepThread, takeThread } from '../threads.ts';
import type { Answer, Question, Start } from './protocol.ts';
import type { StoreOperations } from './store.ts';

export { MAX_KEPT_IMPORTS, type KeptImport, type StagedRow, type UndoPlan } from './imports.ts';
export { MAX_PHOTOS_AT_ONCE, type StoredPhoto } from './photos.ts';
export { MAX_PAGE_PRODUCTS } from './store.ts';

/** The file, the disk or the thread. Nothing of the request was written, unless the thread was lost on the way. */
export class CatalogueError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'CatalogueError';
  }
}

type Promised<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
export type CatalogueFile = { readonly [K in keyof StoreOperations]: Promised<StoreOperations[K]> } & { readonly close: () => Promise<void> };
export type CatalogueOpened = { readonly ok: true; readonly file: CatalogueFile } | { readonly ok: false; readonly detail: string };

export const CATALOGUE_LIMITS = { openTimeoutMs: 60_000, replyTimeoutMs: 60_000, pendingRequests: 100 } as const;

// In the bundle the worker lies beside the main file under a name of its own.
const FILE = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './catalogue-worker.js', import.meta.url);

/** A new path gets an empty catalogue. */
export async function openCatalogueFile(path: string, limits: typeof CATALOGUE_LIMITS = CATALOGUE_LIMITS): Promise<CatalogueOpened> {
  const worker = takeThread(FILE, 'catalogue');
  const line = connect(worker, limits);
  worker.postMessage({ id: 0, name: 'open', path } satisfies Start);
  try {
    await line.opened;
    const ask = <T>(name: Question['name'], ...args: readonly unknown[]) => line.ask(name, args) as Promise<T>;
    return {
      ok: true,
      file: {
        page: (afterId, limit) => ask('page', afterId, limit),
        count: () => ask('count'),
        put: async (products, throughSeq) => void (await ask('put', products, throughSeq)),
        follow: (steps, throughSeq) => ask('follow', steps, throughSeq),
        followedSeq: () => ask('followedSeq'),
        keyPages: () => ask('keyPages'),
        stage: async (importId, from, rows) => void (await ask('stage', importId, from, rows)),
        seal: (about) => ask('seal', about),
        discard: async (importId) => void (await ask('discard', importId)),
        discardOrphans: async () => void (await ask('discardOrphans')),
        imports: () => ask('imports'),
        undoPlan: (importId) => ask('undoPlan', importId),
        stagePhoto: (bytes, alsoNamed) => ask('stagePhoto', bytes, alsoNamed),
        photos: (wanted) => ask('photos', wanted),
        sweepPhotos: (alsoNamed) => ask('sweepPhotos', alsoNamed),
        close: async () => {
          await ask('close');
          line.end();
          await keepThread(FILE, worker);
        },
      },
    };
  } catch (error) {
    await worker.terminate();
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void; readonly timer: NodeJS.Timeout };

function connect(worker: Worker, limits: typeof CATALOGUE_LIMITS) {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let gone: string | null = null;
  const lose = (why: string) => {
    gone ??= why;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new CatalogueError(why));
    }
    waiting.clear();
  };
  const wait = (id: number, limitMs: number): Promise<unknown> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const timer = setTimeout(() => {
      lose(`the catalogue does not answer within ${limitMs} ms`);
      void worker.terminate();
    }, limitMs);
    waiting.set(id, { resolve, reject, timer });
    return promise;
  };
  worker.on('message', (answer: Answer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(one?.timer);
    if (answer.ok) one?.resolve(answer.value);
    else one?.reject(new CatalogueError(answer.message));
  });
  worker.on('error', (error) => lose(String(error))).on('exit', () => lose('the catalogue is closed'));
  return {
    opened: wait(0, limits.openTimeoutMs),
    /** Nothing more can be asked of this file. */
    end: () => lose('the catalogue is closed'),
    ask: (name: Question['name'], args: readonly unknown[]): Promise<unknown> => {
      if (gone !== null) return Promise.reject(new CatalogueError(gone));
      if (waiting.size >= limits.pendingRequests) return Promise.reject(new CatalogueError(`${limits.pendingRequests} requests are waiting already`));
      const id = nextId++;
      worker.postMessage({ id, name, args } satisfies Question);
      return wait(id, limits.replyTimeoutMs);
    },
  };
}
