/** What stands in the DATA of the pad's commands, both ways. Field names are those of the test vectors. */
import { asciiOf, joined, toHex } from '../../wire/bytes.ts';
import { decodeKorean, encodeKorean } from '../../wire/euc-kr.ts';
import type { Written } from '../../wire/layout.ts';

/** One line of the pad: 16 bytes, eight syllables. */
export const LINE_BYTES = 16;
export const MAX_LINES = 4;
const FS = 0x1c;

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const refused = (reason: string): Written => ({ ok: false, reason });

/** Lines of 16 bytes with FS between them. All four are checked: one that is too long would shift the rest. An empty line is sent as a blank one. */
export function encodeLines(lines: readonly string[]): Written {
  if (lines.length < 1 || lines.length > MAX_LINES) return refused(`one to ${MAX_LINES} lines`);
  const parts: Uint8Array[] = [];
  for (const [index, line] of lines.entries()) {
    const bytes = encodeKorean(line);
    if (bytes === undefined || /\p{Cc}/u.test(line)) return refused(`line ${index + 1} holds a character the pad cannot show`);
    if (bytes.length > LINE_BYTES) return refused(`line ${index + 1} takes ${bytes.length} bytes, and ${LINE_BYTES} is a line`);
    const padded = new Uint8Array(LINE_BYTES).fill(0x20);
    padded.set(bytes);
    if (index > 0) parts.push(Uint8Array.of(FS));
    parts.push(padded);
  }
  return { ok: true, bytes: joined(...parts) };
}

/** The blanks behind a line are filling, unless it begins with one: then somebody centred it. */
export function decodeLine(bytes: Uint8Array): string {
  const text = decodeKorean(bytes);
  if (text.trim() === '') return ' ';
  return text.startsWith(' ') ? text : text.trimEnd();
}

function splitAt(data: Uint8Array, from: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = from;
  for (let index = from; index <= data.length; index += 1) {
    if (index !== data.length && data[index] !== FS) continue;
    pieces.push(data.subarray(start, index));
    start = index + 1;
  }
  return pieces;
}

export type SignAsk = { readonly hash: string; readonly substitution: string; readonly workingKey: string; readonly lines: readonly string[] };

export function encodeSignAsk({ hash, substitution, workingKey, lines }: SignAsk): Written {
  if (!/^[01]$/.test(hash) || !/^[01]$/.test(substitution)) return refused('hash and substitution must be "0" or "1"');
  if (!/^[\x20-\x7e]{16}$/.test(workingKey)) return refused('workingKey must be 16 characters');
  const text = encodeLines(lines);
  return text.ok ? { ok: true, bytes: joined(ascii(`${hash}${substitution}${workingKey}`), text.bytes) } : text;
}

export function decodeSignAsk(data: Uint8Array): SignAsk | undefined {
  if (data.length < 18 + LINE_BYTES) return undefined;
  return { hash: asciiOf(data, 0, 1), substitution: asciiOf(data, 1, 2), workingKey: asciiOf(data, 2, 18), lines: splitAt(data, 18).map(decodeLine) };
}

export type NumberAsk = { readonly echo: string; readonly maxLength: string; readonly lines: readonly string[]; readonly seconds: string };

export function encodeNumberAsk({ echo, maxLength, lines, seconds }: NumberAsk): Written {
  if (!/^[01]$/.test(echo)) return refused('echo must be "0" or "1"');
  if (!/^(0[1-9]|[1-4]\d)$/.test(maxLength)) return refused('maxLength must be from "01" to "49"');
  return withSeconds(joined(ascii(`${echo}${maxLength}`)), lines, seconds);
}

export function decodeNumberAsk(data: Uint8Array): NumberAsk | undefined {
  const pieces = splitAt(data, 3);
  const seconds = pieces.pop();
  if (seconds?.length !== 2 || pieces.length === 0) return undefined;
  return { echo: asciiOf(data, 0, 1), maxLength: asciiOf(data, 1, 3), lines: pieces.map(decodeLine), seconds: asciiOf(seconds, 0, 2) };
}

export type ShowAsk = { readonly lines: readonly string[]; readonly seconds: string };

export function encodeShow({ lines, seconds }: ShowAsk): Written {
  return withSeconds(new Uint8Array(0), lines, seconds);
}

export function decodeShow(data: Uint8Array): ShowAsk | undefined {
  const pieces = splitAt(data, 0);
  const seconds = pieces.pop();
  if (seconds?.length !== 2 || pieces.length === 0) return undefined;
  return { lines: pieces.map(decodeLine), seconds: asciiOf(seconds, 0, 2) };
}

function withSeconds(head: Uint8Array, lines: readonly string[], seconds: string): Written {
  if (!/^(0[1-9]|[1-9]\d)$/.test(seconds)) return refused('seconds must be from "01" to "99"');
  const text = encodeLines(lines);
  return text.ok ? { ok: true, bytes: joined(head, text.bytes, Uint8Array.of(FS), ascii(seconds)) } : text;
}

/** Texts of any width, each closed by FS: the question about the slip, and the reading of a barcode. */
export function encodeTexts(lines: readonly string[]): Written {
  const parts: Uint8Array[] = [];
  for (const line of lines) {
    const bytes = encodeKorean(line);
    if (bytes === undefined || /\p{Cc}/u.test(line)) return refused(`"${line}" holds a character the pad cannot show`);
    if (bytes.length > 2 * LINE_BYTES) return refused(`"${line}" takes ${bytes.length} bytes, and ${2 * LINE_BYTES} is the limit`);
    parts.push(bytes, Uint8Array.of(FS));
  }
  return lines.length >= 1 && lines.length <= 3 ? { ok: true, bytes: joined(...parts) } : refused('one to three texts');
}

export function decodeTexts(data: Uint8Array): { readonly lines: readonly string[] } | undefined {
  const pieces = splitAt(data, 0);
  return pieces.pop()?.length === 0 && pieces.length > 0 ? { lines: pieces.map(decodeKorean) } : undefined;
}

/** `data` is the pad maker's own compression and cannot be drawn; the live points are what is shown and printed. */
export type SignatureData = { readonly version: string; readonly size: number; readonly data: Uint8Array; readonly separator: string; readonly hash: string };

const SIGNATURE_HEAD = 18;

export function encodeSignature({ version, data, separator, hash }: Omit<SignatureData, 'size'>): Written {
  if (!/^[\x20-\x7e]{16}$/.test(version)) return refused('version must be 16 characters');
  if (data.length > 1_900) return refused('the signature is too long');
  const separatorByte = Number.parseInt(separator, 16);
  if (!/^[0-9A-Fa-f]{2}$/.test(separator) || /[^\x20-\x7e]/.test(hash) || hash.length > 100) return refused('separator must be two hex digits and hash at most 100 ASCII characters');
  return { ok: true, bytes: joined(ascii(version), Uint8Array.of(data.length >> 8, data.length & 0xff), data, Uint8Array.of(separatorByte), ascii(hash)) };
}

/** Undefined when its own size says more than there is. */
export function decodeSignature(bytes: Uint8Array): SignatureData | undefined {
  if (bytes.length < SIGNATURE_HEAD) return undefined;
  const size = ((bytes[16] ?? 0) << 8) | (bytes[17] ?? 0);
  const end = SIGNATURE_HEAD + size;
  if (bytes.length < end) return undefined;
  return {
    version: asciiOf(bytes, 0, 16), size, data: bytes.slice(SIGNATURE_HEAD, end), separator: toHex(bytes.subarray(end, end + 1)), hash: asciiOf(bytes, end + 1, bytes.length),
  };
}

export type NumberEntered = { readonly length: number; readonly number: string };

export function encodeNumber(number: string): Written {
  if (!/^\d{0,49}$/.test(number)) return refused('number must be at most 49 digits');
  return { ok: true, bytes: ascii(`${String(number.length).padStart(2, '0')}${number}`) };
}

/** Undefined unless it is digits and as many as it says. */
export function decodeNumber(data: Uint8Array): NumberEntered | undefined {
  const text = asciiOf(data, 0, data.length);
  if (!/^\d{2,51}$/.test(text)) return undefined;
  const length = Number(text.slice(0, 2));
  return length === text.length - 2 ? { length, number: text.slice(2) } : undefined;
}

export type PadInfo = { readonly deviceNo: string; readonly serial: string; readonly version: string; readonly keyState: string };

export function decodeInfo(data: Uint8Array): PadInfo | undefined {
  if (data.length < 49) return undefined;
  const text = (from: number, to: number): string => asciiOf(data, from, to).trim();
  return { deviceNo: text(0, 32), serial: text(32, 42), version: text(42, 47), keyState: text(47, 49) };
}

export function encodeInfo({ deviceNo, serial, version, keyState }: PadInfo): Written {
  const text = `${deviceNo.padEnd(32)}${serial.padEnd(10)}${version.padEnd(5)}${keyState.padEnd(2)}`;
  return text.length === 49 && !/[^\x20-\x7e]/.test(text) ? { ok: true, bytes: ascii(text) } : refused('a part of the information is too long');
}
