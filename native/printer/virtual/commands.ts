/**
 * Bytes → ESC/POS commands, as a receipt printer reads them: in pieces of any size, never throwing, never keeping
 * more than one unfinished command. What it does not know it skips by two bytes and reports, as a printer does.
 */
import { characterOf } from '../code-page.ts';

export type PrinterCommand =
  | { readonly kind: 'text'; readonly character: string; readonly wide: boolean }
  | { readonly kind: 'line-feed' }
  | { readonly kind: 'feed-lines'; readonly lines: number }
  | { readonly kind: 'feed-dots'; readonly dots: number }
  | { readonly kind: 'initialise' }
  | { readonly kind: 'hangul'; readonly on: boolean }
  | { readonly kind: 'align'; readonly align: 'left' | 'center' | 'right' }
  | { readonly kind: 'bold'; readonly on: boolean }
  | { readonly kind: 'reverse'; readonly on: boolean }
  | { readonly kind: 'underline'; readonly dots: number }
  | { readonly kind: 'size'; readonly wide: number; readonly tall: number }
  | { readonly kind: 'line-spacing'; readonly dots: number }
  /** Where on the line the next character stands. */
  | { readonly kind: 'position'; readonly from: 'left-edge' | 'here'; readonly dots: number }
  | { readonly kind: 'raster'; readonly widthBytes: number; readonly rows: number; readonly scaleX: 1 | 2; readonly scaleY: 1 | 2; readonly bits: Uint8Array }
  | { readonly kind: 'cut'; readonly feedDots: number }
  | { readonly kind: 'drawer'; readonly pin: 2 | 5 }
  | { readonly kind: 'status-back'; readonly mask: number }
  | { readonly kind: 'send-status'; readonly what: number }
  | { readonly kind: 'send-process-id'; readonly id: string }
  | { readonly kind: 'unknown'; readonly bytes: readonly number[] }
  /** Obeyed on arrival, ahead of what is waiting to be printed, also while the printer is offline. */
  | { readonly kind: 'realtime-status'; readonly what: number }
  | { readonly kind: 'realtime-drawer'; readonly pin: 2 | 5 }
  | { readonly kind: 'realtime-clear' }
  | { readonly kind: 'realtime-recover'; readonly clear: boolean };

export type CommandReader = {
  /** Whole commands, in order. */
  read(bytes: Uint8Array): PrinterCommand[];
  /** Bytes of a command that is not complete. */
  pending(): number;
};

/** The largest command: a raster of 2,400 rows of 576 dots, and its head. */
const MAX_COMMAND_BYTES = 256 * 1024;
const CLEAR_BUFFER = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08] as const;

/** A command and its length, or `more`: the bytes at hand are its beginning. */
type Step = { readonly length: number; readonly command?: PrinterCommand } | 'more';

export function createCommandReader(): CommandReader {
  let kept: Uint8Array = new Uint8Array(0);
  let hangul = false;

  function read(bytes: Uint8Array): PrinterCommand[] {
    const data = new Uint8Array(kept.length + bytes.length);
    data.set(kept);
    data.set(bytes, kept.length);
    const commands: PrinterCommand[] = [];
    let at = 0;
    while (at < data.length) {
      const step = readStep(data, at, hangul);
      if (step === 'more') break;
      at += step.length;
      if (step.command === undefined) continue;
      if (step.command.kind === 'hangul') hangul = step.command.on;
      if (step.command.kind === 'initialise') hangul = false;
      commands.push(step.command);
    }
    kept = data.slice(at);
    if (kept.length > MAX_COMMAND_BYTES) {
      commands.push({ kind: 'unknown', bytes: [...kept.subarray(0, 2)] });
      kept = new Uint8Array(0);
    }
    return commands;
  }

  return { read, pending: () => kept.length };
}

function readStep(data: Uint8Array, at: number, hangul: boolean): Step {
  const byte = data[at] ?? 0;
  switch (byte) {
    case 0x0a:
      return { length: 1, command: { kind: 'line-feed' } };
    case 0x10:
      return readRealtime(data, at);
    case 0x1b:
      return readEscape(data, at);
    case 0x1c:
      return readFs(data, at);
    case 0x1d:
      return readGs(data, at);
    default:
      return byte < 0x20 ? { length: 1 } : readCharacter(data, at, hangul);
  }
}

function readCharacter(data: Uint8Array, at: number, hangul: boolean): Step {
  const byte = data[at] ?? 0;
  if (byte < 0x7f) return { length: 1, command: { kind: 'text', character: String.fromCharCode(byte), wide: false } };
  if (!hangul || byte < 0x81 || byte > 0xfe) return { length: 1, command: { kind: 'unknown', bytes: [byte] } };
  const trail = data[at + 1];
  if (trail === undefined) return 'more';
  const character = characterOf(byte, trail);
  // A trail byte that is none belongs to what follows: one character is lost, not the rest of the slip.
  if (character === undefined) return { length: 1, command: { kind: 'unknown', bytes: [byte] } };
  return { length: 2, command: { kind: 'text', character, wide: true } };
}

function readRealtime(data: Uint8Array, at: number): Step {
  const [, second, n, m, t] = data.subarray(at, at + 5);
  if (second === undefined) return 'more';
  if (second === 0x04) {
    if (n === undefined) return 'more';
    return { length: 3, command: n >= 1 && n <= 4 ? { kind: 'realtime-status', what: n } : { kind: 'unknown', bytes: [0x10, 0x04, n] } };
  }
  if (second === 0x05) {
    if (n === undefined) return 'more';
    return { length: 3, command: n === 1 || n === 2 ? { kind: 'realtime-recover', clear: n === 2 } : { kind: 'unknown', bytes: [0x10, 0x05, n] } };
  }
  if (second !== 0x14) return { length: 1, command: { kind: 'unknown', bytes: [0x10] } };
  if (n === undefined) return 'more';
  if (n === 1) {
    if (m === undefined || t === undefined) return 'more';
    return { length: 5, command: { kind: 'realtime-drawer', pin: m === 0 ? 2 : 5 } };
  }
  if (n === 8) {
    const given = data.subarray(at, at + CLEAR_BUFFER.length);
    if (!given.every((value, index) => value === CLEAR_BUFFER[index])) return { length: 3, command: { kind: 'unknown', bytes: [0x10, 0x14, n] } };
    return given.length < CLEAR_BUFFER.length ? 'more' : { length: CLEAR_BUFFER.length, command: { kind: 'realtime-clear' } };
  }
  return { length: 3, command: { kind: 'unknown', bytes: [0x10, 0x14, n] } };
}

function readEscape(data: Uint8Array, at: number): Step {
  const [, second, n, m, t2] = data.subarray(at, at + 5);
  if (second === undefined) return 'more';
  if (second === 0x40) return { length: 2, command: { kind: 'initialise' } };
  if (second === 0x32) return { length: 2, command: { kind: 'line-spacing', dots: 30 } };
  if (second === 0x28) return readFunction(data, at);
  if (!'aEG-3dJMRt! p{$\\'.includes(String.fromCharCode(second))) return { length: 2, command: { kind: 'unknown', bytes: [0x1b, second] } };
  if (n === undefined) return 'more';
  switch (second) {
    case 0x61:
      return { length: 3, command: { kind: 'align', align: n % 48 === 1 ? 'center' : n % 48 === 2 ? 'right' : 'left' } };
    case 0x45:
    case 0x47:
      return { length: 3, command: { kind: 'bold', on: (n & 1) === 1 } };
    case 0x2d:
      return { length: 3, command: { kind: 'underline', dots: n % 48 } };
    case 0x33:
      return { length: 3, command: { kind: 'line-spacing', dots: n } };
    case 0x64:
      return { length: 3, command: { kind: 'feed-lines', lines: n } };
    case 0x4a:
      return { length: 3, command: { kind: 'feed-dots', dots: n } };
    case 0x21:
      return { length: 3, command: { kind: 'size', wide: (n & 0x20) === 0 ? 1 : 2, tall: (n & 0x10) === 0 ? 1 : 2 } };
    case 0x24:
      return m === undefined ? 'more' : { length: 4, command: { kind: 'position', from: 'left-edge', dots: n + m * 256 } };
    case 0x5c:
      return m === undefined ? 'more' : { length: 4, command: { kind: 'position', from: 'here', dots: ((n + m * 256) << 16) >> 16 } };
    case 0x70:
      if (t2 === undefined) return 'more';
      return { length: 5, command: { kind: 'drawer', pin: n % 48 === 0 ? 2 : 5 } };
    default:
      // ESC SP, M, R, t, {: taken with their parameter; this printer has one face and one character set.
      return { length: 3 };
  }
}

function readFs(data: Uint8Array, at: number): Step {
  const [, second, n, m] = data.subarray(at, at + 4);
  if (second === undefined) return 'more';
  if (second === 0x53) return n === undefined || m === undefined ? 'more' : { length: 4 };
  if (second === 0x26) return { length: 2, command: { kind: 'hangul', on: true } };
  if (second === 0x2e) return { length: 2, command: { kind: 'hangul', on: false } };
  if (second !== 0x21 && second !== 0x2d) return { length: 2, command: { kind: 'unknown', bytes: [0x1c, second] } };
  if (n === undefined) return 'more';
  if (second === 0x2d) return { length: 3, command: { kind: 'underline', dots: n % 48 } };
  return { length: 3, command: { kind: 'size', wide: (n & 0x04) === 0 ? 1 : 2, tall: (n & 0x08) === 0 ? 1 : 2 } };
}

function readGs(data: Uint8Array, at: number): Step {
  const [, second, n, m] = data.subarray(at, at + 4);
  if (second === undefined) return 'more';
  if (!'!BarIVvLW('.includes(String.fromCharCode(second))) return { length: 2, command: { kind: 'unknown', bytes: [0x1d, second] } };
  if (n === undefined) return 'more';
  switch (second) {
    case 0x21:
      return { length: 3, command: { kind: 'size', wide: ((n >> 4) & 7) + 1, tall: (n & 7) + 1 } };
    case 0x42:
      return { length: 3, command: { kind: 'reverse', on: (n & 1) === 1 } };
    case 0x61:
      return { length: 3, command: { kind: 'status-back', mask: n } };
    case 0x72:
      return { length: 3, command: { kind: 'send-status', what: n % 48 } };
    case 0x49:
      return { length: 3, command: { kind: 'unknown', bytes: [0x1d, 0x49, n] } };
    case 0x56:
      if (n === 65 || n === 66) return m === undefined ? 'more' : { length: 4, command: { kind: 'cut', feedDots: m } };
      return { length: 3, command: { kind: 'cut', feedDots: 0 } };
    case 0x4c:
    case 0x57:
      // Margins and width of the printing area: taken with their parameters; this printer prints on all of its paper.
      return m === undefined ? 'more' : { length: 4 };
    case 0x76:
      return readRaster(data, at);
    default:
      return readFunction(data, at);
  }
}

function readRaster(data: Uint8Array, at: number): Step {
  const [, , zero, mode, xL, xH, yL, yH] = data.subarray(at, at + 8);
  if (yL === undefined || yH === undefined || mode === undefined) return 'more';
  const widthBytes = (xL ?? 0) + (xH ?? 0) * 256;
  const rows = yL + yH * 256;
  const length = 8 + widthBytes * rows;
  if (zero !== 0x30 || widthBytes === 0 || rows === 0 || length > MAX_COMMAND_BYTES) {
    return { length: 8, command: { kind: 'unknown', bytes: [0x1d, 0x76] } };
  }
  if (data.length - at < length) return 'more';
  const bits = data.slice(at + 8, at + length);
  return { length, command: { kind: 'raster', widthBytes, rows, scaleX: (mode & 1) === 1 ? 2 : 1, scaleY: (mode & 2) === 2 ? 2 : 1, bits } };
}

/** ESC ( and GS ( x pL pH …: the length is in the command, so an unknown one is skipped whole. */
function readFunction(data: Uint8Array, at: number): Step {
  const [lead = 0, second = 0, letter, pL, pH] = data.subarray(at, at + 5);
  if (letter === undefined || pL === undefined || pH === undefined) return 'more';
  const size = pL + pH * 256;
  if (data.length - at < 5 + size) return 'more';
  const body = data.subarray(at + 5, at + 5 + size);
  if (lead === 0x1d && letter === 0x48 && size === 6 && body[0] === 48 && body[1] === 48) {
    return { length: 5 + size, command: { kind: 'send-process-id', id: String.fromCharCode(...body.subarray(2)) } };
  }
  return { length: 5 + size, command: { kind: 'unknown', bytes: [lead, second, letter] } };
}
