/** One opened line to one printer: requests out, messages in, nothing kept longer than it must be. */
import type { Transport, WriteOutcome } from '../transport/port.ts';
import type { PrinterStatus } from './port.ts';
import { askRealtime, createStatusReader, fromAutomatic, READY, withRealtime, type PrinterMessage, type RealtimeKind } from './status.ts';

export type Received = PrinterMessage | { readonly kind: 'timeout' } | { readonly kind: 'dropped'; readonly detail: string };

export type Conversation = {
  write(bytes: Uint8Array): Promise<WriteOutcome>;
  /** The next message, in order of arrival. */
  receive(timeoutMs: number): Promise<Received>;
  /** Asks DLE EOT 1 to 4, one after the other: the answers do not say what they answer. */
  askStatus(timeoutMs: number): Promise<{ readonly ok: true; readonly status: PrinterStatus } | { readonly ok: false; readonly cause: 'silent' | 'dropped'; readonly detail: string }>;
  close(): Promise<void>;
};

/** A printer that talks more than this between two looks is not a printer; the oldest is forgotten. */
const MAX_UNREAD = 256;
const KINDS = [1, 2, 3, 4] as const satisfies readonly RealtimeKind[];

export async function openConversation(transport: Transport): Promise<{ readonly ok: true; readonly line: Conversation } | { readonly ok: false; readonly detail: string }> {
  const reader = createStatusReader();
  const unread: PrinterMessage[] = [];
  let dropped: string | undefined;
  let wake: (() => void) | undefined;
  const opened = await transport.open({
    onData: (bytes) => {
      unread.push(...reader.read(bytes));
      if (unread.length > MAX_UNREAD) unread.splice(0, unread.length - MAX_UNREAD);
      wake?.();
    },
    onDropped: (detail) => {
      dropped = detail;
      wake?.();
    },
  });
  if (!opened.ok) return { ok: false, detail: opened.detail };

  async function receive(timeoutMs: number): Promise<Received> {
    if (unread.length === 0 && dropped === undefined && timeoutMs > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, timeoutMs);
      wake = resolve;
      await promise;
      wake = undefined;
      clearTimeout(timer);
    }
    const message = unread.shift();
    if (message) return message;
    return dropped === undefined ? { kind: 'timeout' } : { kind: 'dropped', detail: dropped };
  }

  async function askStatus(timeoutMs: number): ReturnType<Conversation['askStatus']> {
    let status = READY;
    unread.length = 0;
    for (const kind of KINDS) {
      const written = await transport.write(askRealtime(kind));
      if (!written.ok) return { ok: false, cause: 'dropped', detail: written.detail };
      const byte = await realtimeAnswer(receive, timeoutMs);
      if (typeof byte !== 'number') return { ok: false, ...byte };
      status = withRealtime(status, kind, byte);
    }
    return { ok: true, status };
  }

  return { ok: true, line: { write: (bytes) => transport.write(bytes), receive, askStatus, close: () => transport.close() } };
}

/** Other messages may come before the answer; they are of no use to the one who asks. At most `MAX_UNREAD` of them. */
async function realtimeAnswer(
  receive: Conversation['receive'],
  timeoutMs: number,
): Promise<number | { readonly cause: 'silent' | 'dropped'; readonly detail: string }> {
  for (let count = 0; count < MAX_UNREAD; count += 1) {
    const message = await receive(timeoutMs);
    if (message.kind === 'realtime') return message.byte;
    if (message.kind === 'dropped') return { cause: 'dropped', detail: message.detail };
    if (message.kind === 'timeout') return { cause: 'silent', detail: `no answer to a status request within ${timeoutMs} ms` };
  }
  return { cause: 'silent', detail: 'the device sends, but never answers a status request' };
}

/** What is known while messages come in by themselves and answers come in the order they were asked for. */
export type Watch = {
  /** Takes a message; returns the status when it changed anything. */
  take(message: PrinterMessage): PrinterStatus | undefined;
  /** The next status request, or undefined while one is unanswered: a late answer must never be taken for another one's. */
  nextQuestion(): Uint8Array | undefined;
  status(): PrinterStatus;
};

export function createWatch(initial: PrinterStatus): Watch {
  let status = initial;
  let turn = 0;
  let asked: RealtimeKind | undefined;
  return {
    take: (message) => {
      if (message.kind === 'automatic') {
        status = fromAutomatic(message.bytes);
        return status;
      }
      if (message.kind !== 'realtime' || asked === undefined) return undefined;
      status = withRealtime(status, asked, message.byte);
      asked = undefined;
      return status;
    },
    nextQuestion: () => {
      if (asked !== undefined) return undefined;
      // Cause of being offline and paper sensor first: those say what a person can do.
      asked = ([2, 4, 3, 1] as const)[turn % 4] ?? 2;
      turn += 1;
      return askRealtime(asked);
    },
    status: () => status,
  };
}
