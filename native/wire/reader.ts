/**
 * From a stream of bytes to frames: what every codec of a device line shares.
 *
 * A codec only says what the bytes at the front are (`scan`). The reader keeps the bytes between two reads within a bound, steps over
 * what is no frame and reports it as a fault, and never gives out what the codec has not checked. How the line cut or glued the bytes
 * makes no difference to what comes out.
 */
export type FaultCode =
  /** Bytes that begin nothing. */
  | 'rubbish'
  /** A length that cannot be. */
  | 'length'
  /** No end mark where the end must be. */
  | 'etx'
  | 'crc'
  | 'lrc'
  /** Sound, but a field in it is not what the protocol says. */
  | 'field'
  /** Begun and never ended. */
  | 'incomplete'
  | 'too-long';

/** A fault never carries the bytes themselves: they may hold a card number in clear. */
export type WireFault = { readonly kind: 'fault'; readonly code: FaultCode; readonly detail: string; readonly bytes: number; readonly seen?: Readonly<Record<string, number | string>> };

export type Scanned<Frame> =
  /** What is there may yet become a frame. */
  | { readonly is: 'unfinished' }
  | { readonly is: 'frame'; readonly frame: Frame; readonly length: number }
  /** `closed`: the bytes were a frame in shape, so what follows them is not part of the damage. */
  | { readonly is: 'fault'; readonly code: FaultCode; readonly detail: string; readonly length: number; readonly closed: boolean; readonly seen?: WireFault['seen'] };

/** `damaged`: the byte before was stepped over. `silent`: no more will come, so `unfinished` means lost. */
export type Scan<Frame> = (bytes: Uint8Array, place: { readonly damaged: boolean; readonly silent: boolean }) => Scanned<Frame>;

export type FrameReader<Frame> = {
  read(bytes: Uint8Array): readonly (Frame | WireFault)[];
  /** The line fell silent: what was begun will not be ended. */
  flush(): readonly (Frame | WireFault)[];
  /** Bytes of a frame that is not whole yet. */
  pending(): number;
};

/** `onAccepted` sees the bytes of every frame that was given out: for a second opinion in tests. */
export function createFrameReader<Frame>(scan: Scan<Frame>, maxBytes: number, onAccepted?: (bytes: Uint8Array) => void): FrameReader<Frame> {
  let held = new Uint8Array(0);
  let damaged = false;

  function take(silent: boolean): readonly (Frame | WireFault)[] {
    const out: (Frame | WireFault)[] = [];
    let open: { code: FaultCode; detail: string; bytes: number; seen: WireFault['seen'] } | undefined;
    let at = 0;
    const closeFault = (): void => {
      if (open) out.push({ kind: 'fault', code: open.code, detail: open.detail, bytes: open.bytes, ...(open.seen === undefined ? {} : { seen: open.seen }) });
      open = undefined;
    };
    while (at < held.length) {
      const rest = held.subarray(at);
      let found = scan(rest, { damaged, silent });
      if (found.is === 'unfinished') {
        if (!silent && rest.length < maxBytes) break;
        found = silent
          ? { is: 'fault', code: 'incomplete', detail: `begun, but ends after ${rest.length} bytes`, length: 1, closed: false }
          : { is: 'fault', code: 'too-long', detail: `no end within ${maxBytes} bytes`, length: 1, closed: false };
      }
      at += found.length;
      if (found.is === 'frame') {
        closeFault();
        onAccepted?.(rest.subarray(0, found.length));
        out.push(found.frame);
        damaged = false;
        continue;
      }
      // What is stepped over right behind a fault belongs to that fault.
      if (open && (!found.closed || found.code === 'rubbish')) open.bytes += found.length;
      else {
        closeFault();
        open = { code: found.code, detail: found.detail, bytes: found.length, seen: found.seen };
      }
      damaged = !found.closed;
      if (found.closed) closeFault();
    }
    closeFault();
    held = held.slice(at);
    if (held.length === 0) damaged = false;
    return out;
  }

  return {
    read: (bytes) => {
      const out: (Frame | WireFault)[] = [];
      // In portions, so that a flood costs no more memory than the bound.
      for (let from = 0; from < bytes.length || from === 0; from += maxBytes) {
        const portion = bytes.subarray(from, from + maxBytes);
        const grown = new Uint8Array(held.length + portion.length);
        grown.set(held);
        grown.set(portion, held.length);
        held = grown;
        out.push(...take(false));
      }
      return out;
    },
    flush: () => take(true),
    pending: () => held.length,
  };
}

export function isFault(event: { readonly kind: string }): event is WireFault {
  return event.kind === 'fault';
}
