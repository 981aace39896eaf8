/** The door to the journal's thread: numbers requests, bounds how many wait and how long, and knows when the thread is lost. */
import type { Worker } from 'node:worker_threads';
import type { CoreOptions, LongOperations, Operations } from './core.ts';
import { JournalError, JournalRefusal } from './journal-error.ts';
import type { JournalLimits } from './limits.ts';
import { errorOf, type LongName, type OperationName, type Reply, type Request, type Start } from './protocol.ts';
import type { Progress } from './records.ts';
import { keepThread, takeThread } from './threads.ts';
import type { Identity } from './verify.ts';
import { type LongWait, waitingRoom } from './waiting-room.ts';

type Result<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;
type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;
type LongArguments<F> = F extends (report: never, ...args: infer A) => unknown ? A : never;

export type WorkerClient = {
  readonly identity: Identity;
  readonly call: <K extends OperationName>(name: K, ...args: Arguments<Operations[K]>) => Promise<Result<Operations[K]>>;
  readonly callLong: <K extends LongName>(name: K, onProgress: ((progress: Progress) => void) | undefined, ...args: LongArguments<LongOperations[K]>) => Promise<Result<LongOperations[K]>>;
  /** Called once, when the thread is lost; at once when it already is. Not when it is closed. */
  readonly onLost: (listener: (error: JournalError) => void) => void;
  readonly close: () => Promise<void>;
};

// In the bundle the worker lies beside the main file under a name of its own.
const FILE = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './journal-worker.js', import.meta.url);

/** Resolves once the journal is open. Rejects with a JournalError; then the thread is gone. `onOpening`: while the tables of an older one are folded anew. */
export async function startWorker(options: CoreOptions, onOpening?: (progress: Progress) => void): Promise<WorkerClient> {
  const worker = takeThread(FILE, 'journal');
  try {
    worker.postMessage({ name: 'open', options } satisfies Start);
    const identity = await opened(worker, options.limits, onOpening);
    return connect(worker, identity, options.limits);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

function opened(worker: Worker, limits: JournalLimits, onOpening?: (progress: Progress) => void): Promise<Identity> {
  const { promise, resolve, reject } = Promise.withResolvers<Identity>();
  const timer = setTimeout(() => reject(lost(`no answer within ${limits.openTimeoutMs} ms`)), limits.openTimeoutMs);
  const onError = (error: unknown) => reject(lost(String(error)));
  const onExit = () => reject(lost('its thread ended'));
  const onMessage = (reply: Reply) => {
    // The limit counts from the last sign of life: an older journal of years is folded for longer than it.
    if (reply.kind === 'opening') {
      timer.refresh();
      onOpening?.(reply.progress);
    } else if (reply.kind === 'opened') resolve(reply.identity);
    else if (reply.kind === 'not-opened') reject(errorOf(reply.trouble));
  };
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}

function connect(worker: Worker, identity: Identity, limits: JournalLimits): WorkerClient {
  let nextId = 1;
  let gone: JournalError | null = null;
  let lostBy: JournalError | null = null;
  const listeners: ((error: JournalError) => void)[] = [];
  const waiting = waitingRoom(limits, (name, waitedMs) => {
    lose(lost(`no answer to ${name} within ${waitedMs} ms`));
    void worker.terminate();
  });
  const lose = (error: JournalError) => {
    if (gone === null) lostBy = error;
    gone ??= error;
    waiting.rejectAll(error);
    // After those who waited: each of them knows its own outcome first.
    if (lostBy !== null) for (const listener of listeners.splice(0)) listener(lostBy);
  };
  worker.on('message', (reply: Reply) => waiting.receive(reply)).on('error', (error) => lose(lost(String(error))));
  worker.on('exit', () => lose(lost('its thread ended')));

  const send = (name: Request['name'], args: readonly unknown[], long?: LongWait): Promise<unknown> => {
    if (gone !== null) return Promise.reject(new JournalError(gone.code, gone.detail));
    if (waiting.isFull() && name !== 'close') return Promise.reject(lost(`${limits.pendingRequests} requests are waiting already`));
    const id = nextId++;
    try {
      worker.postMessage({ id, name, args } satisfies Request);
    } catch (error) {
      return Promise.reject(new JournalRefusal(error instanceof Error ? error.message : String(error)));
    }
    return waiting.add(id, name, long);
  };

  return {
    identity,
    call: (name, ...args) => send(name, args) as Promise<Result<Operations[typeof name]>>,
    callLong: (name, onProgress, ...args) => send(name, args, { onProgress }) as Promise<Result<LongOperations[typeof name]>>,
    onLost: (listener) => {
      if (lostBy === null) listeners.push(listener);
      else listener(lostBy);
    },
    async close() {
      if (gone !== null) return;
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      const closed = send('close', []);
      gone = new JournalError('journal.unavailable', 'the journal is closed');
      if ((await closed) === true) await keepThread(FILE, worker);
      else await exited;
    },
  };
}

function lost(why: string): JournalError {
  return new JournalError('journal.unavailable', `the journal does not answer: ${why}`);
}
