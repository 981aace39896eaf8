/**
 * The printer's face: GalmuriMono11 (OFL), a bitmap face of 12-dot Hangul and 6-dot ASCII, doubled to the 24 and 12
 * dots of Font A. Read once, when the first slip is drawn; a glyph is parsed when first used.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** `rows[y]` holds the dots of one row, bit 23 leftmost. Rows beyond 24 are the tails of letters such as `g`. */
export type FaceGlyph = { readonly rows: Uint32Array; readonly width: 12 | 24 };

export const GLYPH_ROWS = 28;
const CELL = 12;
const SOURCE_ROWS = GLYPH_ROWS / 2;

/** Where each glyph starts in the file's text. */
let index: ReadonlyMap<number, number> | undefined;
let source = '';
const glyphs = new Map<number, FaceGlyph>();

/** The glyph for a character of `columns` columns; a hollow box where the face has none. */
export function glyphOf(character: string, columns: 1 | 2): FaceGlyph {
  const code = character.codePointAt(0) ?? 0;
  const key = code * 2 + columns - 1;
  const known = glyphs.get(key);
  if (known) return known;
  // Bounded by the code page: nothing else is ever asked for.
  const made = makeGlyph(code, columns);
  glyphs.set(key, made);
  return made;
}

export function faceHas(character: string): boolean {
  return faceIndex().has(character.codePointAt(0) ?? 0);
}

function faceIndex(): ReadonlyMap<number, number> {
  if (index) return index;
  source = readFileSync(createRequire(import.meta.url).resolve('galmuri/dist/GalmuriMono11.bdf'), 'latin1');
  const made = new Map<number, number>();
  const mark = '\nENCODING ';
  for (let at = source.indexOf(mark); at >= 0; at = source.indexOf(mark, at + 1)) {
    made.set(Number.parseInt(source.slice(at + mark.length, at + mark.length + 8), 10), at);
  }
  index = made;
  return made;
}

function makeGlyph(code: number, columns: 1 | 2): FaceGlyph {
  const start = faceIndex().get(code);
  const width = columns === 2 ? 24 : 12;
  const small = start === undefined ? missing(columns) : parseGlyph(start, columns);
  // Lines of a table must meet at right angles: smoothing is for letters.
  const straight = code >= 0x2500 && code <= 0x25ff;
  // Letters sit a dot higher: the face leaves its row of air above them only.
  return { rows: straight ? doubled(small) : raised(smoothed(small)), width };
}

/** Twelve columns of dots as bits 11..0 per row, row 0 at the top of the cell. */
function parseGlyph(start: number, columns: 1 | 2): Uint16Array {
  const text = source.slice(start, source.indexOf('\nENDCHAR', start));
  const advance = Number(/\nDWIDTH (\d+)/.exec(text)?.[1] ?? CELL);
  const box = /\nBBX (\d+) (\d+) (-?\d+) (-?\d+)/.exec(text);
  const [width = 0, height = 0, left = 0, bottom = 0] = (box ?? []).slice(1).map(Number);
  const rows = text.slice(text.indexOf('\nBITMAP') + 7).trim().split(/\s+/);
  const cell = columns === 2 ? CELL : CELL / 2;
  const x = left + Math.floor((cell - advance) / 2);
  const result = new Uint16Array(SOURCE_ROWS);
  for (let row = 0; row < height; row += 1) {
    const y = CELL - bottom - height + row;
    const hex = rows[row] ?? '';
    const bits = hex === '' ? 0 : Number.parseInt(hex, 16) >> (hex.length * 4 - Math.max(width, 1));
    if (y < 0 || y >= SOURCE_ROWS) continue;
    const shift = CELL - width - x;
    result[y] = (shift >= 0 ? bits << shift : bits >> -shift) & 0xfff;
  }
  return result;
}

function missing(columns: 1 | 2): Uint16Array {
  const full = columns === 2 ? 0xffe : 0xf80;
  const edges = columns === 2 ? 0x802 : 0x880;
  return Uint16Array.from({ length: SOURCE_ROWS }, (_, y) => (y === 1 || y === 11 ? full : y > 1 && y < 11 ? edges : 0));
}

function doubled(small: Uint16Array): Uint32Array {
  const rows = new Uint32Array(GLYPH_ROWS);
  for (let y = 0; y < GLYPH_ROWS; y += 1) {
    for (let x = 0; x < CELL; x += 1) {
      if (dot(small, x, y >> 1) === 1) rows[y] = (rows[y] ?? 0) | (3 << (22 - 2 * x));
    }
  }
  return rows;
}

/** Scale2x (Mazzoleni): each dot becomes four, and a corner is filled where two neighbours agree, so slants are not stairs. */
function smoothed(small: Uint16Array): Uint32Array {
  const rows = new Uint32Array(GLYPH_ROWS);
  for (let y = 0; y < SOURCE_ROWS; y += 1) {
    for (let x = 0; x < CELL; x += 1) {
      const [up, left, here, right, down] = [dot(small, x, y - 1), dot(small, x - 1, y), dot(small, x, y), dot(small, x + 1, y), dot(small, x, y + 1)];
      const plain = up === down || left === right;
      const quarters = plain
        ? [here, here, here, here]
        : [left === up ? left : here, right === up ? right : here, left === down ? left : here, right === down ? right : here];
      const at = 22 - 2 * x;
      rows[2 * y] = (rows[2 * y] ?? 0) | ((((quarters[0] ?? 0) << 1) | (quarters[1] ?? 0)) << at);
      rows[2 * y + 1] = (rows[2 * y + 1] ?? 0) | ((((quarters[2] ?? 0) << 1) | (quarters[3] ?? 0)) << at);
    }
  }
  return rows;
}

function raised(rows: Uint32Array): Uint32Array {
  return Uint32Array.from(rows, (_, y) => rows[y + 1] ?? 0);
}

function dot(rows: Uint16Array, x: number, y: number): number {
  return x < 0 || x >= CELL ? 0 : ((rows[y] ?? 0) >> (CELL - 1 - x)) & 1;
}
