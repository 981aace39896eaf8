/**
 * Messages of fixed fields, as a table: name, width and kind of each, in their order on the wire. Read and written from the same table,
 * so the two cannot drift apart. A value that does not fit is refused: a field cut or too long would shift all that follow.
 */
import { asciiOf } from './bytes.ts';
import { decodeKorean, encodeKorean } from './euc-kr.ts';

export type FieldKind =
  /** Digits, zero-filled on the left; a number in the message. */
  | 'number'
  /** Digits or ASCII, blank-filled on the right. */
  | 'ascii'
  /** The same, blank-filled on the left. */
  | 'ascii-left'
  /** EUC-KR, blank-filled on the right. */
  | 'korean';

export type Field = { readonly name: string; readonly width: number; readonly kind: FieldKind; readonly otherwise?: string };
export type Values = Readonly<Record<string, string | number>>;
export type Written = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/** Blanks, and the zero bytes some firmware fills with. */
const PADDING = /^[ \p{Cc}]+|[ \p{Cc}]+$/gu;
const PADDING_RIGHT = /[ \p{Cc}]+$/u;

export function widthOf(fields: readonly Field[]): number {
  return fields.reduce((total, field) => total + field.width, 0);
}

/** The fields of `body` from `at` on. A number that is not all digits comes out as -1: the caller says what that means. */
export function readFields(fields: readonly Field[], body: Uint8Array, at: number): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  let from = at;
  for (const { name, width, kind } of fields) {
    const to = from + width;
    if (kind === 'korean') values[name] = decodeKorean(body.subarray(from, to)).replace(PADDING_RIGHT, '');
    else {
      const text = asciiOf(body, from, to).replace(PADDING, '');
      values[name] = kind !== 'number' ? text : text === '' ? 0 : /^\d+$/.test(text) ? Number(text) : -1;
    }
    from = to;
  }
  return values;
}

export function writeFields(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Written {
  const bytes = new Uint8Array(widthOf(fields)).fill(0x20);
  let at = 0;
  for (const field of fields) {
    const written = writeField(field, values[field.name]);
    if (typeof written === 'string') return { ok: false, reason: written };
    bytes.set(written, field.kind === 'number' || field.kind === 'ascii-left' ? at + field.width - written.length : at);
    if (field.kind === 'number') bytes.fill(0x30, at, at + field.width - written.length);
    at += field.width;
  }
  return { ok: true, bytes };
}

function writeField({ name, width, kind, otherwise }: Field, value: unknown): Uint8Array | string {
  const given = value ?? otherwise ?? (kind === 'number' ? 0 : '');
  if (typeof given !== 'string' && typeof given !== 'number') return `${name} must be text or a number`;
  const text = String(given);
  if (kind === 'number' && !/^\d+$/.test(text)) return `${name} must be a whole number of won, not "${text}"`;
  if (kind !== 'korean' && /[^\x20-\x7e]/.test(text)) return `${name} must be plain ASCII`;
  if (/\p{Cc}/u.test(text)) return `${name} holds a control character`;
  const bytes = encodeKorean(text);
  if (bytes === undefined) return `${name} holds a character that EUC-KR lacks`;
  return bytes.length > width ? `${name} takes ${bytes.length} bytes, and ${width} is its width` : bytes;
}
