import { unreachable } from '../../../domain/unreachable.ts';
import { GLYPH_ROWS, glyphOf } from './face.ts';
import { CHARACTER_DOTS, COLUMN_DOTS, type Glyph, type PaperRow, type PaperStrip } from './paper.ts';
import type { GreyPicture } from './png.ts';

/** 80 mm at eight dots a millimetre. */
const PAPER_DOTS = 640;
const TOP_DOTS = 40;
const BOTTOM_DOTS = 16;
const MAX_HEIGHT_DOTS = 24_000;

const WHITE = 255;
const BLACK = 22;
const EDGE = 200;

/** Strips one below the other, each ending in its cut (dashes) or its torn edge (teeth). */
export function drawStrips(strips: readonly PaperStrip[]): GreyPicture {
  const heights = strips.map((strip) => TOP_DOTS + strip.rows.reduce((sum, row) => sum + advance(row), 0) + BOTTOM_DOTS);
  const height = Math.min(MAX_HEIGHT_DOTS, Math.max(TOP_DOTS + BOTTOM_DOTS, heights.reduce((sum, each) => sum + each, 0)));
  const picture: GreyPicture = { width: PAPER_DOTS, height, pixels: new Uint8Array(PAPER_DOTS * height).fill(WHITE) };
  let top = 0;
  for (const [index, strip] of strips.entries()) {
    drawStrip(picture, strip, top + TOP_DOTS);
    top += heights[index] ?? 0;
    drawEnd(picture, strip, top - BOTTOM_DOTS / 2);
  }
  return picture;
}

function drawStrip(picture: GreyPicture, strip: PaperStrip, top: number): void {
  // The head of a 42-column printer is 512 dots wide: its last column ends eight dots before the edge.
  const headDots = strip.columns === 42 ? 512 : strip.columns * COLUMN_DOTS;
  const margin = Math.floor((PAPER_DOTS - headDots) / 2);
  let y = top;
  for (const row of strip.rows) {
    drawRow(picture, row, margin, y);
    y += advance(row);
  }
}

function advance(row: PaperRow): number {
  switch (row.kind) {
    case 'text':
      return row.feedDots;
    case 'raster':
      return row.rows * row.scaleY;
    case 'feed':
      return row.dots;
    default:
      return unreachable(row);
  }
}

function drawRow(picture: GreyPicture, row: PaperRow, margin: number, top: number): void {
  if (row.kind === 'text') {
    for (const glyph of row.glyphs) drawGlyph(picture, glyph, margin + glyph.x, top + row.heightDots - glyph.scaleY * CHARACTER_DOTS);
  }
  if (row.kind === 'raster') drawRaster(picture, row, margin + row.x, top);
}

function drawGlyph(picture: GreyPicture, glyph: Glyph, left: number, top: number): void {
  const { scaleX, scaleY, reverse } = glyph;
  const cellDots = glyph.width / scaleX;
  const face = glyphOf(glyph.character, cellDots > COLUMN_DOTS ? 2 : 1);
  if (reverse) fill(picture, left, top, glyph.width, scaleY * CHARACTER_DOTS, BLACK);
  const rows = reverse ? CHARACTER_DOTS : GLYPH_ROWS;
  for (let y = 0; y < rows; y += 1) {
    const plain = face.rows[y] ?? 0;
    // Emphasis is the same row struck twice, one dot apart.
    const dots = glyph.bold ? plain | (plain >>> 1) : plain;
    if (dots === 0) continue;
    for (let x = 0; x < cellDots; x += 1) {
      if (((dots >>> (23 - x)) & 1) === 1) fill(picture, left + x * scaleX, top + y * scaleY, scaleX, scaleY, reverse ? WHITE : BLACK);
    }
  }
  if (glyph.underline > 0) fill(picture, left, top + CHARACTER_DOTS * scaleY + 1, glyph.width, Math.min(2, glyph.underline), BLACK);
}

function drawRaster(picture: GreyPicture, row: Extract<PaperRow, { kind: 'raster' }>, left: number, top: number): void {
  for (let y = 0; y < row.rows; y += 1) {
    for (let x = 0; x < row.widthBytes * 8; x += 1) {
      const set = ((row.bits[y * row.widthBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      if (set === 1) fill(picture, left + x * row.scaleX, top + y * row.scaleY, row.scaleX, row.scaleY, BLACK);
    }
  }
}

function drawEnd(picture: GreyPicture, strip: PaperStrip, y: number): void {
  for (let x = 0; x < PAPER_DOTS; x += 1) {
    if (strip.cut) {
      if (x % 16 < 9) fill(picture, x, y, 1, 2, EDGE);
    } else {
      fill(picture, x, y - Math.abs((x % 16) - 8) / 2, 1, 2, EDGE);
    }
  }
}

function fill(picture: GreyPicture, left: number, top: number, width: number, height: number, shade: number): void {
  const right = Math.min(picture.width, left + width);
  const bottom = Math.min(picture.height, Math.floor(top) + height);
  for (let y = Math.max(0, Math.floor(top)); y < bottom; y += 1) {
    picture.pixels.fill(shade, y * picture.width + Math.max(0, left), y * picture.width + right);
  }
}
