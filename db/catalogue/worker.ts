/** The catalogue's own thread: the only one that touches its file. Requests are carried out in the order they came. */
import { parentPort } from 'node:worker_threads';
import { openCatalogueDatabase } from './database.ts';
import { CATALOGUE_MIGRATIONS } from './migrations/all.ts';
import type { Answer, Question, Start } from './protocol.ts';
import { catalogueStore } from './store.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');

const say = (answer: Answer): void => port.postMessage(answer);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

let serving: ((question: Question) => void) | null = null;

function serve(path: string): (question: Question) => void {
  const db = openCatalogueDatabase(path, CATALOGUE_MIGRATIONS);
  const store = catalogueStore(db);
  return ({ id, name, args }) => {
    try {
      if (name === 'close') {
        db.close();
        serving = null;
      }
      // The door's types make sure that the arguments are those of this operation.
      const operation = name === 'close' ? () => null : (store[name] as (...given: readonly unknown[]) => unknown);
      say({ id, ok: true, value: operation(...args) ?? null });
    } catch (error) {
      say({ id, ok: false, message: wordsOf(error) });
    }
  };
}

port.on('message', (message: Start | Question) => {
  if (message.name !== 'open') return serving?.(message);
  try {
    serving = serve(message.path);
    say({ id: 0, ok: true, value: null });
  } catch (error) {
    say({ id: 0, ok: false, message: wordsOf(error) });
  }
});
