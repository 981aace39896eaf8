/** The catalogue's own thread: the only one that touches its file. Requests are carried out in the order they came. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCatalogueDatabase } from './database.ts';
import { CATALOGUE_MIGRATIONS } from './migrations/all.ts';
import type { Answer, Question, WorkerStart } from './protocol.ts';
import { catalogueStore } from './store.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');

const say = (answer: Answer): void => port.postMessage(answer);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function serve(path: string): void {
  const db = openCatalogueDatabase(path, CATALOGUE_MIGRATIONS);
  const store = catalogueStore(db);
  port?.on('message', ({ id, name, args }: Question) => {
    try {
      if (name === 'close') db.close();
      // The door's types make sure that the arguments are those of this operation.
      const operation = name === 'close' ? () => null : (store[name] as (...given: readonly unknown[]) => unknown);
      say({ id, ok: true, value: operation(...args) ?? null });
      if (name === 'close') port.close();
    } catch (error) {
      say({ id, ok: false, message: wordsOf(error) });
    }
  });
}

const { path }: WorkerStart = workerData;
try {
  serve(path);
  say({ id: 0, ok: true, value: null });
} catch (error) {
  say({ id: 0, ok: false, message: wordsOf(error) });
}
