import type { Transport, TransportEvents } from './port.ts';

export type MemoryTransport = Transport & {
  /** Everything written since the last open. */
  readonly written: () => Uint8Array;
  /** The far side ends the line. */
  readonly drop: () => void;
};

/** A line to a function, for tests of codecs. `answer` sees each write and returns what comes back, in pieces. */
export function createMemoryTransport(answer: (bytes: Uint8Array) => readonly Uint8Array[] = () => []): MemoryTransport {
  let events: TransportEvents | undefined;
  let pieces: Uint8Array[] = [];
  return {
    open: async (listener) => {
      if (events) return { ok: false, cause: 'already-open', detail: 'the line is open already' };
      events = listener;
      pieces = [];
      return { ok: true };
    },
    write: async (bytes) => {
      const line = events;
      if (!line) return { ok: false, cause: 'closed', mayHaveLeft: false, detail: 'the line is closed' };
      pieces.push(bytes.slice());
      for (const piece of answer(bytes)) queueMicrotask(() => events === line && line.onData(piece));
      return { ok: true };
    },
    close: async () => {
      events = undefined;
    },
    isOpen: () => events !== undefined,
    written: () => new Uint8Array(Buffer.concat(pieces)),
    drop: () => {
      const line = events;
      events = undefined;
      line?.onDropped('the far side ended the line');
    },
  };
}
