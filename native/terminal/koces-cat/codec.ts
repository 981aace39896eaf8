/**
 * The bytes of a KOCES CAT link. `STX | body | ETX | LRC` and four single bytes; there is no length, so a frame ends at its ETX (text can
 * hold none) and must then have the size its code says and the right LRC. The LRC itself may be any byte, also STX, ETX or ACK.
 *
 * Card numbers are masked here, whatever the terminal sent; nothing above sees one.
 */
import { asciiOf, joined, xorOf } from '../../wire/bytes.ts';
import { decodeKorean, encodeKorean } from '../../wire/euc-kr.ts';
import { readFields, widthOf, writeFields, type Values, type Written } from '../../wire/layout.ts';
import { createFrameReader, type FrameReader, type Scanned } from '../../wire/reader.ts';
import { maskCardNumber, maskCustomerNumber, maskWithin } from '../../../domain/card-payment/card-number.ts';
import { CONFIRM, CONFIRMS, EASY_PAY_KEYS, EASY_PAY_RESULT, EASY_PAY_SUMS, REQUESTS, RESULTS } from './messages.ts';

export const STX = 0x02;
export const ETX = 0x03;
const CONTROLS = { 0x04: 'EOT', 0x05: 'ENQ', 0x06: 'ACK', 0x15: 'NAK' } as const;
export type CatControl = (typeof CONTROLS)[keyof typeof CONTROLS];

export type CatNotice = 'D' | 'E' | 'F' | 'Q';

export type CatFrame =
  | { readonly kind: 'control'; readonly control: CatControl }
  | { readonly kind: 'notice'; readonly notice: CatNotice }
  /** There is a trade: answer with two ACKs. */
  | { readonly kind: 'link-check' }
  /** Terminal to POS. `values` are those of messages.ts, numbers masked. */
  | { readonly kind: 'result'; readonly code: string; readonly values: Values }
  | { readonly kind: 'request'; readonly code: string; readonly values: Values }
  | { readonly kind: 'confirm'; readonly code: string; readonly values: Values };

/** The largest is an easy-pay result of some 900 bytes. */
const MAX_FRAME_BYTES = 2_048;
const BLANKS = ' '.repeat(10);

export function createCatReader(onAccepted?: (bytes: Uint8Array) => void): FrameReader<CatFrame> {
  return createFrameReader<CatFrame>(scan, MAX_FRAME_BYTES, onAccepted);
}

function scan(bytes: Uint8Array, place: { readonly damaged: boolean }): Scanned<CatFrame> {
  const first = bytes[0] ?? 0;
  if (first !== STX) {
    const control = isControl(first) ? CONTROLS[first] : undefined;
    // A lone byte has no check of its own: among rubbish it proves nothing.
    if (control !== undefined && !place.damaged) return { is: 'frame', frame: { kind: 'control', control }, length: 1 };
    return { is: 'fault', code: 'rubbish', detail: 'bytes that begin no frame', length: 1, closed: false };
  }
  const end = bytes.indexOf(ETX, 1);
  const again = bytes.indexOf(STX, 1);
  if (again !== -1 && (end === -1 || again < end)) return fault('incomplete', 'another frame begins inside it', again, true);
  if (end === -1 || end + 1 >= bytes.length) return { is: 'unfinished' };
  const length = end + 2;
  if (xorOf(bytes, 1, end + 1) !== bytes[end + 1]) return fault('lrc', `the check byte of a frame of ${length} bytes is wrong`, length, true);
  const understood = understand(bytes.subarray(0, length));
  return typeof understood === 'string' ? fault('field', understood, length, true) : { is: 'frame', frame: understood, length };
}

function isControl(byte: number): byte is keyof typeof CONTROLS {
  return byte in CONTROLS;
}

function fault(code: 'incomplete' | 'lrc' | 'field', detail: string, length: number, closed: boolean): Scanned<CatFrame> {
  return { is: 'fault', code, detail, length, closed };
}

/** A sound frame's meaning, or why it has none. */
function understand(frame: Uint8Array): CatFrame | string {
  const bodyBytes = frame.length - 3;
  if (frame[1] === 0x15) return { kind: 'control', control: 'NAK' };
  const letter = asciiOf(frame, 1, 2);
  const afterLetter = asciiOf(frame, 2, 6);
  if (letter === 'G' && isKey(REQUESTS, afterLetter)) return fixed('request', afterLetter, frame, 6);
  if (letter === 'T' && afterLetter === 'T180') return easyPayRequest(frame);
  const code = asciiOf(frame, 1, 5);
  if (code === 'A110') return { kind: 'link-check' };
  if (isKey(RESULTS, code)) return fixed('result', code, frame, 5);
  if (code === 'T180') return easyPayResult(frame);
  if (CONFIRMS.has(code)) {
    if (bodyBytes !== 4 + widthOf(CONFIRM)) return `${code} has ${frame.length} bytes instead of 51`;
    return { kind: 'confirm', code, values: readFields(CONFIRM, frame, 5) };
  }
  // Only a letter on its own or before blanks is a notice: "E" may also begin a code nobody here knows.
  if (/^[DEFQ]\s*$/.test(asciiOf(frame, 1, frame.length - 2))) return { kind: 'notice', notice: letter as CatNotice };
  return 'no message of this protocol';
}

function isKey<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}

function fixed(kind: 'request' | 'result', code: string, frame: Uint8Array, at: number): CatFrame | string {
  const table: Readonly<Record<string, (typeof REQUESTS)['G120']>> = kind === 'request' ? REQUESTS : RESULTS;
  const fields = table[code] ?? [];
  const size = at + widthOf(fields) + 2;
  if (frame.length !== size) return `${code} has ${frame.length} bytes instead of ${size}`;
  const values = readFields(fields, frame, at);
  const broken = fields.find(({ kind: fieldKind, name }) => fieldKind === 'number' && values[name] === -1);
  if (broken) return `${broken.name} of ${code} is no number`;
  return { kind, code, values: kind === 'result' ? masked(code, values) : values };
}

function masked(code: string, values: Values): Values {
  const number = String(values['card'] ?? '');
  return {
    ...values,
    card: code === 'G130' ? maskCustomerNumber(number) : maskCardNumber(number),
    message: maskWithin(String(values['message'] ?? '')),
  };
}

function easyPayRequest(frame: Uint8Array): CatFrame | string {
  const length = asciiOf(frame, 6, 10);
  if (!/^\d{4}$/.test(length) || Number(length) !== frame.length - 6) return `T180 says ${length} bytes and has ${frame.length - 6}`;
  const pieces = decodeKorean(frame.subarray(10, frame.length - 2)).split(';');
  if (pieces.pop() !== '' || pieces.length !== EASY_PAY_KEYS.length) return 'T180 must have fifteen keys, each closed by ";"';
  const values: Record<string, string> = { length };
  for (const [index, key] of EASY_PAY_KEYS.entries()) {
    const piece = pieces[index] ?? '';
    if (!piece.startsWith(`${key}=`)) return `${key} of T180 is not where it must be`;
    values[key] = piece.slice(key.length + 1);
  }
  return { kind: 'request', code: 'T180', values };
}

/** Its length field is not checked: the sources leave open what it counts, and the LRC has vouched for the bytes. */
function easyPayResult(frame: Uint8Array): CatFrame | string {
  const length = asciiOf(frame, 5, 9);
  if (!/^\d{4}$/.test(length)) return 'T180 has no length';
  const pieces = decodeKorean(frame.subarray(9, frame.length - 2)).split(';');
  // More than is known may follow; fewer would leave open which are missing.
  if (pieces.pop() !== '' || pieces.length < EASY_PAY_RESULT.length) return `the T180 result has ${pieces.length} values instead of ${EASY_PAY_RESULT.length}`;
  const values: Record<string, string> = { length };
  for (const [index, name] of EASY_PAY_RESULT.entries()) values[name] = (pieces[index] ?? '').slice(4).trim();
  // What the customer's phone showed is as good as a card.
  return { kind: 'result', code: 'T180', values: { ...values, card: maskCardNumber(values['card'] ?? ''), printNumber: maskCardNumber(values['printNumber'] ?? ''), message: maskWithin(values['message'] ?? '') } };
}

export function frameOf(body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(body.length + 3);
  frame[0] = STX;
  frame.set(body, 1);
  frame[body.length + 1] = ETX;
  frame[body.length + 2] = xorOf(frame, 1, body.length + 2);
  return frame;
}

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

export function encodeCatRequest(code: string, values: Readonly<Record<string, unknown>>): Written {
  if (code === 'T180') return encodeEasyPay(values);
  if (!isKey(REQUESTS, code)) return { ok: false, reason: `${code} is no request of this protocol` };
  return behind(`G${code}`, writeFields(REQUESTS[code], values));
}

export function encodeCatResult(code: string, values: Readonly<Record<string, unknown>>): Written {
  if (code === 'T180') return encodeEasyPayResult(values);
  if (!isKey(RESULTS, code)) return { ok: false, reason: `${code} is no result of this protocol` };
  return behind(code, writeFields(RESULTS[code], values));
}

export function encodeCatConfirm(code: string, values: Readonly<Record<string, unknown>> = {}): Written {
  if (!CONFIRMS.has(code)) return { ok: false, reason: `${code} confirms nothing` };
  return behind(code, writeFields(CONFIRM, values));
}

export function encodeCatNotice(notice: CatNotice): Uint8Array {
  return frameOf(ascii(`${notice}${BLANKS}`));
}

export const CAT_LINK_CHECK = frameOf(ascii('A110'));
export const CAT_ABORT = encodeCatNotice('E');
export const CAT_ACK = Uint8Array.of(0x06);
export const CAT_ACK_ACK = Uint8Array.of(0x06, 0x06);
export const CAT_EOT = Uint8Array.of(0x04);
export const CAT_NAK = Uint8Array.of(0x15);

function behind(head: string, written: Written): Written {
  return written.ok ? { ok: true, bytes: frameOf(joined(ascii(head), written.bytes)) } : written;
}

function encodeEasyPay(values: Readonly<Record<string, unknown>>): Written {
  const pieces: string[] = [];
  for (const key of EASY_PAY_KEYS) {
    const given = values[key] ?? '';
    if (typeof given !== 'string' && typeof given !== 'number') return { ok: false, reason: `${key} must be text` };
    const text = EASY_PAY_SUMS.has(key) ? String(given).padStart(12, '0') : String(given);
    if (EASY_PAY_SUMS.has(key) && !/^\d{12}$/.test(text)) return { ok: false, reason: `${key} must be at most twelve digits` };
    if (/[;\p{Cc}]/u.test(text)) return { ok: false, reason: `${key} holds ";" or a control character` };
    pieces.push(`${key}=${text};`);
  }
  const body = encodeKorean(pieces.join(''));
  if (body === undefined) return { ok: false, reason: 'a value holds a character that EUC-KR lacks' };
  if (body.length > 1_500) return { ok: false, reason: `the values take ${body.length} bytes, and 1,500 is the limit` };
  return { ok: true, bytes: frameOf(joined(ascii(`TT180${String(body.length + 6).padStart(4, '0')}`), body)) };
}

function encodeEasyPayResult(values: Readonly<Record<string, unknown>>): Written {
  const pieces = EASY_PAY_RESULT.map((name, index) => `R${String(index + 1).padStart(2, '0')}=${textOf(values[name])};`);
  const body = encodeKorean(pieces.join(''));
  if (body === undefined || /\p{Cc}/u.test(pieces.join(''))) return { ok: false, reason: 'a value holds a character that cannot be sent' };
  const length = typeof values['length'] === 'string' ? values['length'] : String(body.length + 6).padStart(4, '0');
  return { ok: true, bytes: frameOf(joined(ascii(`T180${length}`), body)) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
