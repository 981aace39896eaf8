/** KOCES pad frames in the words of the test vectors, and back. */
import type { Built, Described, Fields } from '../../inspect/described.ts';
import { asciiOf, fromHex, toHex } from '../../wire/bytes.ts';
import type { Written } from '../../wire/layout.ts';
import { COMMANDS, encodePadCommand, encodePadPoint, PEN_UP, type PadFrame } from './codec.ts';
import {
  decodeInfo, decodeNumber, decodeNumberAsk, decodeShow, decodeSignature, decodeSignAsk, decodeTexts, encodeInfo, encodeNumber, encodeNumberAsk, encodeShow, encodeSignature,
  encodeSignAsk, encodeTexts,
} from './messages.ts';

const FROM_POS = 'pos->pad';
const FROM_PAD = 'pad->pos';
const BOTH_WAYS: ReadonlySet<number> = new Set([COMMANDS.ack, COMMANDS.nak, COMMANDS.escape, COMMANDS.eot]);
const ASKED: ReadonlySet<number> = new Set([
  COMMANDS.initialise, COMMANDS.sign, COMMANDS.signOther, COMMANDS.handOver, COMMANDS.stopSigning, COMMANDS.askNumber, COMMANDS.askPin, COMMANDS.show, COMMANDS.askSlip, COMMANDS.askInfo,
  COMMANDS.askBarcode, 0xc2,
]);
/** They carry card numbers or encrypted PINs, which nobody needs to see. */
const SECRET: ReadonlySet<number> = new Set([COMMANDS.askPin, COMMANDS.pin]);

export function describePad(frame: PadFrame): Described {
  if (frame.kind === 'pen-up') return { direction: FROM_PAD, fields: { penUp: true } };
  if (frame.kind === 'point') return { direction: FROM_PAD, fields: { point: [frame.x, frame.y] } };
  const { command, data } = frame;
  const direction = BOTH_WAYS.has(command) ? {} : { direction: ASKED.has(command) ? FROM_POS : FROM_PAD };
  const cmd = command.toString(16).toUpperCase().padStart(2, '0');
  if (data.length === 0) return { ...direction, fields: { cmd } };
  const fields = SECRET.has(command) ? { hiddenBytes: data.length } : fieldsOf(command, data);
  return { ...direction, fields: fields === undefined ? { cmd, valid: false, reason: 'field', data: toHex(data) } : { cmd, ...fields } };
}

function fieldsOf(command: number, data: Uint8Array): Fields | undefined {
  switch (command) {
    case COMMANDS.initialise:
      return { van: asciiOf(data, 0, data.length) };
    case COMMANDS.sign:
    case COMMANDS.signOther:
      return decodeSignAsk(data);
    case COMMANDS.askNumber:
      return decodeNumberAsk(data);
    case COMMANDS.show:
      return decodeShow(data);
    case COMMANDS.askSlip:
    case COMMANDS.askBarcode:
      return decodeTexts(data);
    case COMMANDS.askInfo:
      return { dateTime: asciiOf(data, 0, data.length) };
    case COMMANDS.signature:
    case COMMANDS.signatureOther: {
      const signature = decodeSignature(data);
      return signature && { ...signature, data: toHex(signature.data) };
    }
    case COMMANDS.barcode:
      return { barcode: asciiOf(data, 0, data.length) };
    case COMMANDS.number:
      return decodeNumber(data);
    case COMMANDS.info:
      return decodeInfo(data);
    default:
      return { data: toHex(data) };
  }
}

export function buildPad({ fields }: { readonly direction: string; readonly fields: Fields }): Built {
  if (fields['penUp'] === true) return { ok: true, bytes: encodePadPoint(PEN_UP, PEN_UP) };
  if (fields['point'] !== undefined) return pointBuilt(fields['point']);
  const { cmd } = fields;
  if (typeof cmd !== 'string' || !/^[0-9A-Fa-f]{2}$/.test(cmd)) return { ok: false, reason: 'fields need "point", "penUp" or "cmd" of two hex digits' };
  const command = Number.parseInt(cmd, 16);
  if (SECRET.has(command)) return { ok: false, reason: 'frames with card numbers or PINs are not built' };
  const data = dataOf(command, fields);
  return data.ok ? { ok: true, bytes: encodePadCommand(command, data.bytes) } : data;
}

function pointBuilt(point: unknown): Built {
  const isCoordinate = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
  if (!Array.isArray(point) || point.length !== 2) return { ok: false, reason: '"point" must be two numbers' };
  const [x, y]: unknown[] = point;
  return isCoordinate(x) && isCoordinate(y) ? { ok: true, bytes: encodePadPoint(x, y) } : { ok: false, reason: 'the numbers of "point" must be from 0 to 255' };
}

function dataOf(command: number, fields: Fields): Written {
  const text = (name: string, otherwise = ''): string => (typeof fields[name] === 'string' ? fields[name] : otherwise);
  const given: unknown = fields['lines'];
  const lines = Array.isArray(given) ? given.map(String) : [];
  switch (command) {
    case COMMANDS.initialise:
      return asciiData(text('van', '99'), /^\d{2}$/, 'van must be two digits');
    case COMMANDS.sign:
    case COMMANDS.signOther:
      return encodeSignAsk({ hash: text('hash', '0'), substitution: text('substitution', '0'), workingKey: text('workingKey', '0'.repeat(16)), lines });
    case COMMANDS.askNumber:
      return encodeNumberAsk({ echo: text('echo', '1'), maxLength: text('maxLength'), lines, seconds: text('seconds') });
    case COMMANDS.show:
      return encodeShow({ lines, seconds: text('seconds') });
    case COMMANDS.askSlip:
    case COMMANDS.askBarcode:
      return encodeTexts(lines);
    case COMMANDS.askInfo:
      return asciiData(text('dateTime'), /^\d{14}$/, 'dateTime must be YYYYMMDDhhmmss');
    case COMMANDS.barcode:
      return asciiData(text('barcode'), /^[\x20-\x7e]{1,200}$/, 'barcode must be plain ASCII');
    case COMMANDS.number:
      return encodeNumber(text('number'));
    case COMMANDS.info:
      return encodeInfo({ deviceNo: text('deviceNo'), serial: text('serial'), version: text('version'), keyState: text('keyState') });
    case COMMANDS.signature:
    case COMMANDS.signatureOther: {
      const data = fromHex(text('data'));
      if (data === undefined || text('data') === '') return { ok: false, reason: '"data" must be the hex of the signature' };
      return encodeSignature({ version: text('version'), data, separator: text('separator', '1C'), hash: text('hash') });
    }
    default:
      return hexData(text('data'));
  }
}

function asciiData(text: string, pattern: RegExp, otherwise: string): Written {
  return pattern.test(text) ? { ok: true, bytes: new Uint8Array(Buffer.from(text, 'latin1')) } : { ok: false, reason: otherwise };
}

function hexData(hex: string): Written {
  const bytes = fromHex(hex);
  return bytes && bytes.length <= 2_000 ? { ok: true, bytes } : { ok: false, reason: '"data" must be hex digits' };
}
