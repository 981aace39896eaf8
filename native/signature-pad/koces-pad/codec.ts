/**
 * The bytes of a KOCES signature pad. Two frames share one start mark: `STX | LEN 2 | CMD | DATA | ETX | LRC`, and the live pen point
 * `STX | B1 | X | Y | ETX | LRC` without a length. Byte 1 tells them apart: as a length B1.. would be over 45,000. Never the state does:
 * a "cancelled" frame is six bytes long too.
 */
import { joined, xorOf } from '../../wire/bytes.ts';
import { createFrameReader, type FrameReader, type Scanned } from '../../wire/reader.ts';

const STX = 0x02;
const ETX = 0x03;
const POINT = 0xb1;
const POINT_BYTES = 6;
/** Coordinates of a lifted pen. */
export const PEN_UP = 0xef;
const LEN_WITHOUT_DATA = 2;
/** A signature has at most 1,536 bytes, its head 18, its hash some tens. */
const MAX_LEN = 2_048;

/** ACK, NAK, ESC and EOT are commands of empty frames here, not single bytes. */
export const COMMANDS = {
  ack: 0x06, nak: 0x15, escape: 0x1b, eot: 0x04,
  initialise: 0xa0, sign: 0xa1, signOther: 0xa7, handOver: 0xa2, stopSigning: 0xac, askNumber: 0xa3, askPin: 0xa4, show: 0xa5, askSlip: 0xa6, askInfo: 0x58, askBarcode: 0x66,
  signature: 0xb2, signatureOther: 0xb7, number: 0xb3, pin: 0xb4, shown: 0xb5, slipAnswer: 0xb6, cancelled: 0xbc, info: 0x59, barcode: 0x67,
} as const;

export type PadFrame =
  | { readonly kind: 'point'; readonly x: number; readonly y: number }
  | { readonly kind: 'pen-up' }
  | { readonly kind: 'command'; readonly command: number; readonly data: Uint8Array };

export type PadReaderOptions = {
  /** The sources do not prove the check byte of pen points. A pad that computes it otherwise can still be read, by its end mark alone. */
  readonly pointsWithoutCheck?: boolean;
};

export function createPadReader(options: PadReaderOptions = {}, onAccepted?: (bytes: Uint8Array) => void): FrameReader<PadFrame> {
  return createFrameReader<PadFrame>((bytes) => scan(bytes, options.pointsWithoutCheck === true), MAX_LEN + 4, onAccepted);
}

function scan(bytes: Uint8Array, pointsWithoutCheck: boolean): Scanned<PadFrame> {
  if (bytes[0] !== STX) return { is: 'fault', code: 'rubbish', detail: 'bytes that begin no frame', length: 1, closed: false };
  if (bytes.length < 3) return { is: 'unfinished' };
  const isPoint = bytes[1] === POINT;
  const len = ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
  if (!isPoint && (len < LEN_WITHOUT_DATA || len > MAX_LEN)) return fault('length', `LEN says ${len}; it must be from ${LEN_WITHOUT_DATA} to ${MAX_LEN}`, 1, false);
  const length = isPoint ? POINT_BYTES : len + 4;
  if (bytes.length < length) return { is: 'unfinished' };
  if (bytes[length - 2] !== ETX) return fault('etx', isPoint ? 'a pen point without its end mark' : `no end mark where LEN says ${len}`, 1, false);
  const checked = xorOf(bytes, 1, length - 1) === bytes[length - 1] || (isPoint && pointsWithoutCheck);
  if (!checked) return fault('lrc', `the check byte of a frame of ${length} bytes is wrong`, length, true);
  return { is: 'frame', frame: isPoint ? pointOf(bytes[2] ?? 0, bytes[3] ?? 0) : { kind: 'command', command: bytes[3] ?? 0, data: bytes.slice(4, length - 2) }, length };
}

function fault(code: 'length' | 'etx' | 'lrc', detail: string, length: number, closed: boolean): Scanned<PadFrame> {
  return { is: 'fault', code, detail, length, closed };
}

function pointOf(x: number, y: number): PadFrame {
  return x === PEN_UP && y === PEN_UP ? { kind: 'pen-up' } : { kind: 'point', x, y };
}

export function encodePadCommand(command: number, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const len = LEN_WITHOUT_DATA + data.length;
  if (len > MAX_LEN) throw new RangeError(`${data.length} bytes of data`);
  return closed(joined(Uint8Array.of(STX, len >> 8, len & 0xff, command), data));
}

export function encodePadPoint(x: number, y: number): Uint8Array {
  return closed(Uint8Array.of(STX, POINT, x, y));
}

function closed(head: Uint8Array): Uint8Array {
  const frame = joined(head, Uint8Array.of(ETX, 0));
  frame[frame.length - 1] = xorOf(frame, 1, frame.length - 1);
  return frame;
}
