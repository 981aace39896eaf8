/** A simulated device's side of a line: sends whole, byte by byte or glued, and drops when the script says so. */
export type Wire = {
  /** Where the bytes go: a socket or a serial port. */
  readonly send: (bytes: Uint8Array, pieces: 'whole' | 'bytes' | 'glued') => void;
  readonly drop: () => void;
  /** A timer that dies with the line. */
  readonly after: (ms: number, act: () => void) => void;
  /** Forgets every timer: the customer's dialogue is over. */
  readonly cancelTimers: () => void;
};

export type RawLine = { readonly write: (bytes: Uint8Array) => void; readonly destroy: () => void };

/** Glued bytes wait for company this long. */
const GLUE_MS = 40;

export function createWire(line: RawLine): Wire & { readonly closed: () => void } {
  const timers = new Set<NodeJS.Timeout>();
  let waiting: number[] = [];
  let sending = false;
  let held = new Uint8Array(0);
  let glue: NodeJS.Timeout | undefined;
  let isClosed = false;
  let dropWhenSent = false;

  function pump(): void {
    const byte = waiting.shift();
    if (byte === undefined || isClosed) {
      sending = false;
      if (dropWhenSent && !isClosed) line.destroy();
      return;
    }
    line.write(Uint8Array.of(byte));
    setImmediate(pump);
  }

  function unglue(): void {
    clearTimeout(glue);
    if (held.length > 0 && !isClosed) line.write(held);
    held = new Uint8Array(0);
  }

  return {
    send: (bytes, pieces) => {
      if (isClosed) return;
      if (pieces === 'bytes' || sending) {
        waiting.push(...bytes);
        if (!sending) {
          sending = true;
          pump();
        }
        return;
      }
      held = new Uint8Array(Buffer.concat([held, bytes]));
      clearTimeout(glue);
      if (pieces === 'glued' && bytes.length <= 3) glue = setTimeout(unglue, GLUE_MS);
      else unglue();
    },
    drop: () => {
      unglue();
      if (sending) dropWhenSent = true;
      else line.destroy();
    },
    after: (ms, act) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (!isClosed) act();
      }, ms);
      timers.add(timer);
    },
    cancelTimers: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    closed: () => {
      isClosed = true;
      waiting = [];
      clearTimeout(glue);
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
