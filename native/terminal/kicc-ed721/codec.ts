/**
 * The bytes of a KICC ED-721 link: `STX | LEN 2 | CNT | CMD FB | GCD | JCD | DATA | ETX | CRC 2`, and ACK, NAK as three bytes outside
 * any frame. The end is found by LEN, never by looking for ETX, because DATA may be binary.
 *
 * Card numbers are masked here, and an expiry never leaves this file.
 */
import { asciiOf, joined } from '../../wire/bytes.ts';
import { decodeKorean, encodeKorean } from '../../wire/euc-kr.ts';
import type { Written } from '../../wire/layout.ts';
import { createFrameReader, type FaultCode, type FrameReader, type Scanned, type WireFault } from '../../wire/reader.ts';
import { maskCardNumber, maskCustomerNumber, maskWithin } from '../../../domain/card-payment/card-number.ts';
import { kiccCrc } from './crc.ts';

const STX = 0x02;
const ETX = 0x03;
const ACK = 0x06;
const NAK = 0x15;
const CMD = 0xfb;
/** LEN counts itself, CNT, CMD, GCD and JCD: without data it is 6. */
const LEN_WITHOUT_DATA = 6;
/** A transaction with a signature picture has some 3,000 bytes. */
export const MAX_LEN = 8_192;
const GROUPS: ReadonlySet<number> = new Set([0x14, 0x01]);

export type Pairs = Readonly<Record<string, string>>;
export type TerminalInfo = {
  readonly model: string; readonly version: string; readonly serial: string; readonly secureId: string; readonly tid: string; readonly terminalNo: string; readonly ipPort: string;
};

export type KiccBody =
  /** A request without data, or an answer that is its result code only. */
  | { readonly is: 'bare' }
  | { readonly is: 'pairs'; readonly pairs: Pairs; readonly wellFormed: boolean }
  | { readonly is: 'info'; readonly info: TerminalInfo }
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'file' | 'url' | 'serial'; readonly text: string }
  | { readonly is: 'message'; readonly message: string; readonly tradeKind: string | undefined };

export type KiccFrame =
  | { readonly kind: 'control'; readonly control: 'ACK' | 'NAK' }
  /** `rcd`: the result code of an answer; undefined in a request. */
  | { readonly kind: 'job'; readonly cnt: number; readonly job: string; readonly rcd: '00' | 'FF' | undefined; readonly body: KiccBody };

export function createKiccReader(onAccepted?: (bytes: Uint8Array) => void): FrameReader<KiccFrame> {
  return createFrameReader<KiccFrame>(scan, MAX_LEN + 4, onAccepted);
}

function scan(bytes: Uint8Array, { damaged, silent }: { readonly damaged: boolean; readonly silent: boolean }): Scanned<KiccFrame> {
  const first = bytes[0] ?? 0;
  if (!damaged && (first === ACK || first === NAK)) return control(bytes, first, silent);
  if (first !== STX) return fault('rubbish', 'bytes that begin no frame', 1, false);
  if (bytes.length > 4 && bytes[4] !== CMD) return fault('rubbish', 'a start mark without a command behind it', 1, false);
  if (bytes.length < 3) return { is: 'unfinished' };
  const len = ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
  if (len < LEN_WITHOUT_DATA || len > MAX_LEN) {
    // The whole head is looked at first, so that a person is told which job it was.
    if (bytes.length < 7 && !silent) return { is: 'unfinished' };
    return fault('length', `LEN says ${len}; it must be from ${LEN_WITHOUT_DATA} to ${MAX_LEN}`, 1, false, { ...headOf(bytes), lenField: len });
  }
  if (bytes.length > 5 && !GROUPS.has(bytes[5] ?? 0)) return fault('rubbish', 'a start mark without a known group behind it', 1, false);
  const length = len + 4;
  if (bytes.length < length) return { is: 'unfinished' };
  if (bytes[length - 3] !== ETX) return fault('etx', `no end mark where LEN says ${len}`, 1, false, headOf(bytes));
  const said = ((bytes[length - 2] ?? 0) << 8) | (bytes[length - 1] ?? 0);
  if (kiccCrc(bytes, 1, length - 2) !== said) return fault('crc', `the check of a frame of ${length} bytes is wrong`, length, true, headOf(bytes));
  return { is: 'frame', frame: understand(bytes.subarray(0, length)), length };
}

function headOf(bytes: Uint8Array): WireFault['seen'] {
  return bytes.length < 7 ? {} : { cnt: bytes[3] ?? 0, gcd: hex2(bytes[5]), jcd: hex2(bytes[6]) };
}

function control(bytes: Uint8Array, byte: number, silent: boolean): Scanned<KiccFrame> {
  let run = 0;
  while (run < 3 && bytes[run] === byte) run += 1;
  if (run === 3) return { is: 'frame', frame: { kind: 'control', control: byte === ACK ? 'ACK' : 'NAK' }, length: 3 };
  if (run === bytes.length && !silent) return { is: 'unfinished' };
  // The unit itself sends one NAK alone for a frame cut before its check.
  if (byte === NAK) return { is: 'frame', frame: { kind: 'control', control: 'NAK' }, length: run };
  return fault('incomplete', 'an ACK has three bytes', run, true);
}

function fault(code: FaultCode, detail: string, length: number, closed: boolean, seen?: WireFault['seen']): Scanned<KiccFrame> {
  return { is: 'fault', code, detail, length, closed, seen };
}

function hex2(byte: number | undefined): string {
  return (byte ?? 0).toString(16).toUpperCase().padStart(2, '0');
}

function understand(frame: Uint8Array): KiccFrame {
  const cnt = frame[3] ?? 0;
  const job = `${hex2(frame[5])}/${hex2(frame[6])}`;
  const data = frame.subarray(7, frame.length - 3);
  // Requests carry text or nothing; neither 00 nor FF can begin a text.
  const rcd = data[0] === 0x00 ? '00' : data[0] === 0xff ? 'FF' : undefined;
  const body = rcd === undefined ? requestBody(job, data) : rcd === 'FF' ? failureBody(data.subarray(1)) : answerBody(job, data.subarray(1));
  return { kind: 'job', cnt, job, rcd, body };
}

function requestBody(job: string, data: Uint8Array): KiccBody {
  if (data.length === 0 && job !== '14/04') return { is: 'bare' };
  const text = decodeKorean(data);
  switch (job) {
    case '14/04':
      return pairsBody(text);
    case '14/03':
      return { is: 'lines', lines: text.split('|') };
    case '14/14':
    case '14/06':
      return { is: 'url', text };
    case '01/06':
      return { is: 'serial', text };
    default:
      return { is: 'file', text };
  }
}

const TRADE_KINDS = /^(D1|D4|D2|I1|I4|I2|B1|B2)(?=.)/;

function failureBody(data: Uint8Array): KiccBody {
  const text = decodeKorean(data).trim();
  const tradeKind = TRADE_KINDS.exec(text)?.[1];
  return { is: 'message', message: maskWithin(tradeKind === undefined ? text : text.slice(2).trim()), tradeKind };
}

const INFO_WIDTHS = [['model', 4], ['version', 4], ['serial', 12], ['secureId', 16], ['tid', 10], ['terminalNo', 3], ['ipPort', 30]] as const;
const INFO_BYTES = 79;

function answerBody(job: string, data: Uint8Array): KiccBody {
  if (job === '14/04') return pairsBody(decodeKorean(data));
  if (job === '01/06') return { is: 'serial', text: Buffer.from(data).toString('hex').toUpperCase() };
  if (job !== '14/02' || data.length !== INFO_BYTES) return { is: 'bare' };
  const values: Record<string, string> = {};
  let at = 0;
  for (const [name, width] of INFO_WIDTHS) {
    values[name] = asciiOf(data, at, at + width).trim();
    at += width;
  }
  const { model = '', version = '', serial = '', secureId = '', tid = '', terminalNo = '', ipPort = '' } = values;
  return { is: 'info', info: { model, version, serial, secureId, tid, terminalNo, ipPort } };
}

/** Values may hold "=" (S21 does), so only the first one parts. Blanks inside values are kept. */
function pairsBody(text: string): KiccBody {
  const pieces = text.split(';');
  const closed = pieces.pop() === '';
  const pairs: Record<string, string> = {};
  let wellFormed = closed;
  for (const piece of pieces) {
    const part = piece.indexOf('=');
    const key = piece.slice(0, Math.max(0, part));
    if (!/^[RS]\d{2}$/.test(key) || Object.hasOwn(pairs, key)) wellFormed = false;
    else pairs[key] = piece.slice(part + 1);
  }
  return { is: 'pairs', pairs: masked(pairs), wellFormed };
}

const SENTENCES = ['R17', 'R19', 'R24', 'R25', 'R26', 'R27', 'R28', 'R29', 'R30', 'R32'];

function masked(pairs: Pairs): Pairs {
  const out: Record<string, string> = { ...pairs };
  const mask = (key: string, how: (text: string) => string): void => {
    const value = out[key];
    if (value !== undefined) out[key] = how(value);
  };
  mask('S07', maskCardNumber);
  mask('S08', (expiry) => '*'.repeat(expiry.length));
  mask('R23', (pairs['S01'] ?? '').startsWith('B') ? maskCustomerNumber : maskCardNumber);
  for (const key of SENTENCES) mask(key, maskWithin);
  return out;
}

export const KICC_ACK = Uint8Array.of(ACK, ACK, ACK);
export const KICC_NAK = Uint8Array.of(NAK, NAK, NAK);

/** `job` as in `14/04`. `lenField` writes a LEN other than the true one: for trying what a terminal says to it. */
export function encodeKiccFrame(cnt: number, job: string, data: Uint8Array, lenField?: number): Uint8Array {
  const len = LEN_WITHOUT_DATA + data.length;
  if (len > MAX_LEN) throw new RangeError(`${data.length} bytes of data`);
  const said = lenField ?? len;
  const [gcd = 0, jcd = 0] = job.split('/').map((part) => Number.parseInt(part, 16));
  const frame = joined(Uint8Array.of(STX, said >> 8, said & 0xff, cnt, CMD, gcd, jcd), data, Uint8Array.of(ETX, 0, 0));
  const crc = kiccCrc(frame, 1, frame.length - 2);
  frame[frame.length - 2] = crc >> 8;
  frame[frame.length - 1] = crc & 0xff;
  return frame;
}

/** The text of a transaction. A key that is none, or a value that would close its pair early, is refused. */
export function encodePairs(pairs: Readonly<Record<string, unknown>>): Written {
  let text = '';
  for (const [key, value] of Object.entries(pairs)) {
    if (!/^[RS]\d{2}$/.test(key)) return { ok: false, reason: `${key} is no key of a transaction` };
    if (typeof value !== 'string') return { ok: false, reason: `${key} must be text` };
    if (/[;\p{Cc}]/u.test(value)) return { ok: false, reason: `${key} holds ";" or a control character` };
    text += `${key}=${value};`;
  }
  return encodeText(text);
}

export function encodeText(text: string): Written {
  const bytes = encodeKorean(text);
  if (bytes === undefined) return { ok: false, reason: 'a character that EUC-KR lacks' };
  return bytes.length > MAX_LEN - LEN_WITHOUT_DATA - 1 ? { ok: false, reason: `${bytes.length} bytes are too many` } : { ok: true, bytes };
}

/** The 79 bytes of a terminal's information, each part flush right. */
export function encodeInfo(info: Readonly<Record<string, unknown>>): Written {
  let text = '';
  for (const [name, width] of INFO_WIDTHS) {
    const value = info[name] ?? '';
    if (typeof value !== 'string' || value.length > width || /[^\x20-\x7e]/.test(value)) return { ok: false, reason: `${name} must be ASCII of at most ${width} characters` };
    text += value.padStart(width);
  }
  return { ok: true, bytes: new Uint8Array(Buffer.from(text, 'latin1')) };
}
