/**
 * The threads that files are opened in. One that has closed its file is kept and opens the next of its kind: starting a thread costs more
 * than opening a file, and a program that changes its place opens another.
 */
import { Worker } from 'node:worker_threads';

/** Of one kind. A program has one file of each kind open, and for a moment two. */
const MAX_KEPT = 2;
/** The number of a thread that is no more. */
const ENDED = -1;
const kept = new Map<string, Worker[]>();

/** By name: the thread itself has listeners of its own, which see to it that it is heard. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'messageerror', 'error', 'exit', 'online']) worker.removeAllListeners(event);
}

/** Nobody listens to it yet; it waits for the message that says which file to open. */
export function takeThread(file: URL, name: string): Worker {
  const worker = kept.get(file.href)?.pop();
  if (worker === undefined) return new Worker(file, { name });
  // It ended before it was kept, and nobody was told.
  if (worker.threadId === ENDED) return takeThread(file, name);
  forgetListeners(worker);
  worker.ref();
  return worker;
}

/** Only a thread that has closed its file and has nothing under way. It does not keep the program from ending. */
export async function keepThread(file: URL, worker: Worker): Promise<void> {
  const others = kept.get(file.href) ?? [];
  forgetListeners(worker);
  if (others.length >= MAX_KEPT) return void (await worker.terminate());
  const forget = () => kept.set(file.href, (kept.get(file.href) ?? []).filter((each) => each !== worker));
  worker.once('exit', forget).on('error', forget);
  worker.unref();
  kept.set(file.href, [...others, worker]);
}
