import type { Refusal } from './result.ts';
import { refuse } from './result.ts';

/** More intentions than a person can make while one is being carried out: something is wrong with the window. */
const MAX_WAITING = 200;

export type OneAtATime = ReturnType<typeof oneAtATime>;

/**
 * Runs jobs one after another in the order they came. What it serialises (the sale at hand) is read, stepped, appended and replaced
 * without another intention in between. A job beyond the limit is refused, never dropped silently.
 */
export function oneAtATime() {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async function run<T>(job: () => Promise<T>): Promise<T | Refusal> {
    if (waiting >= MAX_WAITING) return refuse('sale.not-in-this-stage', 'too many requests at once');
    waiting += 1;
    const result = tail.then(job);
    tail = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      waiting -= 1;
    }
  };
}

export type OneAtATimeEach = ReturnType<typeof oneAtATimeEach>;

/** A queue for each key: what is at work for one of them holds up no other. A key nobody waits for is forgotten. */
export function oneAtATimeEach() {
  const queues = new Map<string, { readonly run: OneAtATime; waiting: number }>();
  return async function run<T>(key: string, job: () => Promise<T>): Promise<T | Refusal> {
    const queue = queues.get(key) ?? { run: oneAtATime(), waiting: 0 };
    queues.set(key, queue);
    queue.waiting += 1;
    try {
      return await queue.run(job);
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(key);
    }
  };
}
