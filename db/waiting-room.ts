/** Requests that wait for their answer: each with its time limit, all of them bounded in number. */
import { unreachable } from '../domain/unreachable.ts';
import { JournalError } from './journal-error.ts';
import type { JournalLimits } from './limits.ts';
import { errorOf, type Reply, type Request, writesRows } from './protocol.ts';
import type { Progress } from './records.ts';

/** A request that shows signs of life; its limit counts from the last one. */
export type LongWait = { readonly onProgress: ((progress: Progress) => void) | undefined };

type Waiting = {
  readonly name: Request['name'];
  readonly long: LongWait | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  timer: NodeJS.Timeout;
};

export type WaitingRoom = {
  readonly isFull: () => boolean;
  readonly add: (id: number, name: Request['name'], long: LongWait | undefined) => Promise<unknown>;
  readonly receive: (reply: Reply) => void;
  /** The thread is lost: whether an append under way was written is then unknown. */
  readonly rejectAll: (error: JournalError) => void;
};

/** `onExpired` is called once a request has waited too long; it ends the thread and empties the room. */
export function waitingRoom(limits: JournalLimits, onExpired: (name: Request['name'], waitedMs: number) => void): WaitingRoom {
  const waiting = new Map<number, Waiting>();
  const limitMs = (long: LongWait | undefined) => (long === undefined ? limits.replyTimeoutMs : limits.progressTimeoutMs);
  const expire = (id: number) => {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    // A short request may stand behind a long one; then the long one's limit counts.
    const behindALongOne = entry.long === undefined && [...waiting.values()].some((other) => other.long !== undefined);
    if (behindALongOne) entry.timer = setTimeout(expire, limits.replyTimeoutMs, id);
    else onExpired(entry.name, limitMs(entry.long));
  };
  const settle = (id: number): Waiting | undefined => {
    const entry = waiting.get(id);
    waiting.delete(id);
    clearTimeout(entry?.timer);
    return entry;
  };
  return {
    isFull: () => waiting.size >= limits.pendingRequests,
    add(id, name, long) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.set(id, { name, long, resolve, reject, timer: setTimeout(expire, limitMs(long), id) });
      return promise;
    },
    receive(reply) {
      switch (reply.kind) {
        case 'done':
          return settle(reply.id)?.resolve(reply.value);
        case 'closed':
          return settle(reply.id)?.resolve(reply.idle);
        case 'trouble':
          return settle(reply.id)?.reject(errorOf(reply.trouble));
        case 'progress': {
          const entry = waiting.get(reply.id);
          entry?.timer.refresh();
          return entry?.long?.onProgress?.(reply.progress);
        }
        case 'opening':
        case 'opened':
        case 'not-opened':
          return;
        default:
          return unreachable(reply);
      }
    },
    rejectAll(error) {
      for (const id of waiting.keys()) {
        const entry = settle(id);
        entry?.reject(writesRows(entry.name) ? new JournalError(error.code, error.detail, 'unknown') : error);
      }
    },
  };
}
