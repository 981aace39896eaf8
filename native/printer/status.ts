/**
 * What a printer says back. Kinds of byte are told apart by their fixed bits (identification table of the ESC/POS
 * manuals): `0**1**10` real-time status, `0**1**00` first byte of the automatic status, three `0**0****` after it,
 * `0**0****` alone an in-order status, 11h and 13h flow control, 37h or 5Fh … 00h a block of data.
 */
import type { NotReadyCause, PrinterStatus } from './port.ts';

export type RealtimeKind = 1 | 2 | 3 | 4;

export type PrinterMessage =
  /** The answer to DLE EOT n; it does not say which n it answers. */
  | { readonly kind: 'realtime'; readonly byte: number }
  /** Automatic status back, GS a. */
  | { readonly kind: 'automatic'; readonly bytes: readonly [number, number, number, number] }
  /** The answer to GS r, given when everything before it was printed. */
  | { readonly kind: 'in-order'; readonly byte: number }
  /** The answer to GS ( H function 48. */
  | { readonly kind: 'process-id'; readonly id: string }
  | { readonly kind: 'block'; readonly header: number; readonly data: readonly number[] }
  | { readonly kind: 'flow'; readonly on: boolean }
  | { readonly kind: 'garbage'; readonly byte: number };

export type StatusReader = { read(bytes: Uint8Array): PrinterMessage[] };

const MAX_BLOCK_BYTES = 96;
const PROCESS_ID_MARK = 0x22;

/** Reads answers in pieces of any size; keeps at most one unfinished answer. */
export function createStatusReader(): StatusReader {
  let automatic: number[] = [];
  let block: number[] | undefined;

  function readByte(byte: number, out: PrinterMessage[]): void {
    if (block !== undefined) {
      block.push(byte);
      if (byte === 0) {
        out.push(blockMessage(block));
        block = undefined;
      } else if (block.length > MAX_BLOCK_BYTES || byte > 0x7e) {
        out.push(...block.map((each) => ({ kind: 'garbage', byte: each }) as const));
        block = undefined;
      }
      return;
    }
    if (byte === 0x11 || byte === 0x13) {
      out.push({ kind: 'flow', on: byte === 0x11 });
      return;
    }
    if (automatic.length > 0 && (byte & 0x90) === 0) {
      automatic.push(byte);
      const [one = 0, two = 0, three = 0, four = 0] = automatic;
      if (automatic.length < 4) return;
      out.push({ kind: 'automatic', bytes: [one, two, three, four] });
      automatic = [];
      return;
    }
    // An automatic status broken off: its pieces mean nothing, the byte at hand begins something new.
    out.push(...automatic.map((each) => ({ kind: 'garbage', byte: each }) as const));
    automatic = [];
    if (byte === 0x37 || byte === 0x5f) block = [byte];
    else if ((byte & 0x93) === 0x12) out.push({ kind: 'realtime', byte });
    else if ((byte & 0x93) === 0x10) automatic = [byte];
    else if ((byte & 0x90) === 0) out.push({ kind: 'in-order', byte });
    else out.push({ kind: 'garbage', byte });
  }

  return {
    read: (bytes) => {
      const out: PrinterMessage[] = [];
      for (const byte of bytes) readByte(byte, out);
      return out;
    },
  };
}

function blockMessage(block: readonly number[]): PrinterMessage {
  const [header = 0, mark, ...rest] = block;
  const data = rest.slice(0, -1);
  if (header === 0x37 && mark === PROCESS_ID_MARK && data.length === 4) return { kind: 'process-id', id: String.fromCharCode(...data) };
  return { kind: 'block', header, data: block.slice(1, -1) };
}

/** Everything well, before anything was heard. */
export const READY: PrinterStatus = {
  online: true, coverOpen: false, paper: 'enough', cutterError: false, unrecoverableError: false, recoverableError: false,
};

/** What the answer to DLE EOT `kind` changes in what is known. */
export function withRealtime(known: PrinterStatus, kind: RealtimeKind, byte: number): PrinterStatus {
  const bit = (mask: number): boolean => (byte & mask) !== 0;
  switch (kind) {
    case 1:
      return { ...known, online: !bit(0x08) };
    case 2:
      return { ...known, coverOpen: bit(0x04), paper: bit(0x20) ? 'end' : known.paper };
    case 3:
      return { ...known, cutterError: bit(0x08), unrecoverableError: bit(0x20), recoverableError: bit(0x04) || bit(0x40) };
    case 4:
      return { ...known, paper: bit(0x60) ? 'end' : bit(0x0c) ? 'near-end' : 'enough' };
  }
}

/** The automatic status says all at once. */
export function fromAutomatic(bytes: readonly [number, number, number, number]): PrinterStatus {
  const [first, second, third] = bytes;
  return {
    online: (first & 0x08) === 0,
    coverOpen: (first & 0x20) !== 0,
    paper: (third & 0x0c) !== 0 ? 'end' : (third & 0x03) !== 0 ? 'near-end' : 'enough',
    cutterError: (second & 0x08) !== 0,
    unrecoverableError: (second & 0x20) !== 0,
    recoverableError: (second & 0x44) !== 0,
  };
}

export function notReadyCause(status: PrinterStatus): NotReadyCause | undefined {
  if (status.unrecoverableError) return 'printer-error';
  if (status.cutterError) return 'cutter';
  if (status.coverOpen) return 'cover-open';
  if (status.paper === 'end') return 'paper-end';
  return status.online ? undefined : 'offline';
}

export function askRealtime(kind: RealtimeKind): Uint8Array {
  return Uint8Array.of(0x10, 0x04, kind);
}

/** GS r 1: paper sensor, answered in its turn behind the bytes before it. */
export const ASK_IN_ORDER = Uint8Array.of(0x1d, 0x72, 1);

/** GS ( H function 48 with four printable characters. */
export function askProcessId(id: string): Uint8Array {
  if (!/^[\x20-\x7e]{4}$/.test(id)) throw new RangeError('a process id has four printable characters');
  return Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 48, 48, ...Buffer.from(id, 'latin1'));
}

/** DLE DC4 function 8: what was received and not printed is thrown away, so that it does not come out with the new roll. */
export const CLEAR_BUFFER = Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);

/** DLE DC4 function 1: the drawer pulse that does not wait behind a printer without paper. */
export function realtimeDrawerKick(pin: 2 | 5): Uint8Array {
  return Uint8Array.of(0x10, 0x14, 0x01, pin === 2 ? 0 : 1, 1);
}
