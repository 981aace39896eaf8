/**
 * A slip document → the bytes a printer gets. These same bytes, decoded by the virtual printer, are the preview.
 *
 * Ours: ESC @, FS & (Hangul), GS a (status back), GS ! (size), GS B (reverse), ESC 2/3 (spacing), ESC p (drawer), status requests.
 * From `escpos`: ESC a, ESC E, GS v 0, GS V. A test drives that package call by call and demands the same bytes.
 */
import type { SlipDocument, SlipSize } from '../../domain/slip/document.ts';
import { writePaperUnits } from './code-page.ts';
import { ALIGN, BOLD_OFF, BOLD_ON, CUT, rasterBytes } from './from-escpos.ts';
import { layOut, type PaperColumns, type PaperLine, type SlipRefusal, type TextLine } from './layout.ts';
import type { Row } from './rows.ts';

export type EncodedSlip =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly lines: readonly PaperLine[] }
  | { readonly ok: false; readonly refusal: SlipRefusal };

/** Initialise; two-byte Hangul mode; send status by itself on a change of online, error or paper (after ESC @, which ends that). */
export const SLIP_HEAD = Uint8Array.of(0x1b, 0x40, 0x1c, 0x26, 0x1d, 0x61, 0x0e);

const LF = 0x0a;
const MAX_STYLE_BYTES = 20;
const FILL_CODE = { ' ': 0x20, '-': 0x2d, '=': 0x3d } as const satisfies Record<Row['fill'], number>;

/** GS ! n: high nibble width − 1, low nibble height − 1. (`escpos.size(1, 1)` means double, so it is not used.) */
const SIZE_CODE = { normal: 0x00, wide: 0x10, tall: 0x01, large: 0x11 } as const satisfies Record<SlipSize, number>;

/** ESC p m t1 t2: a pulse of 50 ms, then 500 ms rest, in units of 2 ms. `escpos` writes the last byte as UTF-8, two bytes. */
export function drawerKick(pin: 2 | 5): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 2 ? 0 : 1, 25, 250);
}

/** Synchronous and without side effects; a slip takes some tens of microseconds. A refusal names what cannot be printed. */
export function encodeSlip(document: SlipDocument, options: { readonly columns: PaperColumns }): EncodedSlip {
  const laid = layOut(document, options.columns);
  if (!laid.ok) return laid;
  return { ok: true, bytes: encodeLines(laid.lines), lines: laid.lines };
}

/**
 * Line spacing. A tall line with the default spacing touches the next one; white-on-black lines should touch. Units
 * differ between printers (a dot, or half of one), but a spacing below the height of the characters is never cut into.
 */
const SPACING_DEFAULT = Uint8Array.of(0x1b, 0x32);
const SPACING_TALL = Uint8Array.of(0x1b, 0x33, 56);
const SPACING_NONE = Uint8Array.of(0x1b, 0x33, 24);

function spacingOf(style: Style): Uint8Array {
  if (style.reverse) return SPACING_NONE;
  return style.size === 'tall' || style.size === 'large' ? SPACING_TALL : SPACING_DEFAULT;
}

/** What the printer is set to; commands are sent only where a line needs something else. */
type Style = Pick<TextLine, 'align' | 'size' | 'bold' | 'reverse'>;

const PLAIN: Style = { align: 'left', size: 'normal', bold: false, reverse: false };

/** Buffers for all slips, as large as the largest so far: encoding is synchronous, and a slip is copied out of them. */
let scratch = new Uint8Array(16 * 1024);
let units = new Uint16Array(8 * 1024);
let unitBytes = Buffer.from(units.buffer);

export function encodeLines(lines: readonly PaperLine[]): Uint8Array {
  const needed = sizeOf(lines);
  if (scratch.length < needed) scratch = new Uint8Array(needed);
  readUnits(lines);
  const target = scratch;
  let at = put(SLIP_HEAD, target, 0);
  let unit = 0;
  let style = PLAIN;
  for (const line of lines) {
    if (line.kind === 'raster') {
      const plain = { ...PLAIN, align: line.align };
      at = changeStyle(style, plain, target, at);
      style = plain;
      const raster = rasterBytes(line.widthDots, line.heightDots, line.bitsBase64);
      target.set(raster, at);
      at += raster.length;
      continue;
    }
    at = changeStyle(style, line, target, at);
    style = line;
    at = writeRow(line.row, unit, target, at);
    unit += line.row.left.length + line.row.right.length;
    target[at] = LF;
    at += 1;
  }
  at = changeStyle(style, PLAIN, target, at);
  return target.slice(0, put(CUT, target, at));
}

/** The texts of all lines, one after the other, as code units (of a little-endian machine, as all are that Node runs a counter on). */
function readUnits(lines: readonly PaperLine[]): void {
  let text = '';
  for (const line of lines) if (line.kind === 'text') text += line.row.left + line.row.right;
  if (units.length < text.length) {
    units = new Uint16Array(text.length);
    unitBytes = Buffer.from(units.buffer);
  }
  unitBytes.write(text, 'utf16le');
}

function changeStyle(from: Style, to: Style, target: Uint8Array, start: number): number {
  if (from.align === to.align && from.size === to.size && from.bold === to.bold && from.reverse === to.reverse) return start;
  let at = start;
  if (from.align !== to.align) at = put(ALIGN[to.align], target, at);
  if (from.size !== to.size) {
    target[at] = 0x1d;
    target[at + 1] = 0x21;
    target[at + 2] = SIZE_CODE[to.size];
    at += 3;
  }
  if (from.bold !== to.bold) at = put(to.bold ? BOLD_ON : BOLD_OFF, target, at);
  if (from.reverse !== to.reverse) {
    target[at] = 0x1d;
    target[at + 1] = 0x42;
    target[at + 2] = to.reverse ? 1 : 0;
    at += 3;
  }
  const spacing = spacingOf(to);
  return spacingOf(from) === spacing ? at : put(spacing, target, at);
}

/** A few bytes; `set` costs more than the loop for so few. */
function put(bytes: Uint8Array, target: Uint8Array, at: number): number {
  for (let index = 0; index < bytes.length; index += 1) target[at + index] = bytes[index] ?? 0;
  return at + bytes.length;
}

/** Never less than what `lines` will take. */
function sizeOf(lines: readonly PaperLine[]): number {
  let size = SLIP_HEAD.length + CUT.length + MAX_STYLE_BYTES;
  for (const line of lines) {
    size += MAX_STYLE_BYTES + 1;
    size += line.kind === 'raster' ? rasterBytes(line.widthDots, line.heightDots, line.bitsBase64).length : sizeOfRow(line.row);
  }
  return size;
}

function sizeOfRow({ left, gap, right }: Row): number {
  return left.length * 2 + gap + right.length * 2;
}

/** `unit`: where the row's texts begin among the units. */
function writeRow({ left, gap, fill, right }: Row, unit: number, target: Uint8Array, start: number): number {
  const middle = unit + left.length;
  const gapAt = writePaperUnits(units, unit, middle, target, start);
  const gapEnd = gapAt + gap;
  const code = FILL_CODE[fill];
  for (let at = gapAt; at < gapEnd; at += 1) target[at] = code;
  return writePaperUnits(units, middle, middle + right.length, target, gapEnd);
}
