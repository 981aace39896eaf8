// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported, and every program that reads this file needs its types
/// <reference path="./escpos.d.ts" />
/**
 * The bytes that come from the package `escpos`: alignment, bold, cut, raster. What it gets wrong is not asked of it
 * (docs/decisions/0002-escpos.md). Commands without a parameter are taken from it once, when this module loads.
 */
import Escpos from 'escpos';

/** Line feeds between the last line and the cut: the knife sits some 15 mm above the print head. */
const FEED_BEFORE_CUT_LINES = 5;

function bytesOf(act: (printer: Escpos) => void): Uint8Array {
  const printer = new Escpos(undefined, { encoding: 'cp949' });
  act(printer);
  return Uint8Array.from(printer.buffer.flush());
}

export const ALIGN = {
  left: bytesOf((printer) => printer.align('lt')),
  center: bytesOf((printer) => printer.align('ct')),
  right: bytesOf((printer) => printer.align('rt')),
} as const;

// Not `style('B')`: that also sends ESC 5, which receipt printers do not know.
export const BOLD_ON = bytesOf((printer) => printer.print(Escpos.command.TEXT_FORMAT.TXT_BOLD_ON));
export const BOLD_OFF = bytesOf((printer) => printer.print(Escpos.command.TEXT_FORMAT.TXT_BOLD_OFF));

export const CUT = bytesOf((printer) => printer.cut(true, FEED_BEFORE_CUT_LINES));

const MAX_KEPT_RASTERS = 8;
const keptRasters = new Map<string, Uint8Array>();

/** Rows per GS v 0, so that a tall picture never asks a printer for more memory than it has. */
const RASTER_BAND_ROWS = 256;

/** GS v 0. The last few pictures are kept: a shop's logo is on every slip, and the package takes a while over it. */
export function rasterBytes(widthDots: number, heightDots: number, bitsBase64: string): Uint8Array {
  const key = `${widthDots}x${heightDots}:${bitsBase64}`;
  const kept = keptRasters.get(key);
  if (kept) return kept;
  const bits = Buffer.from(bitsBase64, 'base64');
  const made = bytesOf((printer) => {
    for (let top = 0; top < heightDots; top += RASTER_BAND_ROWS) {
      const rows = Math.min(RASTER_BAND_ROWS, heightDots - top);
      printer.raster(new Escpos.Image({ data: greyPixels(bits, widthDots, top, rows), shape: [widthDots, rows, 4] }), 'normal');
    }
  });
  const [oldest] = keptRasters.keys();
  if (keptRasters.size >= MAX_KEPT_RASTERS && oldest !== undefined) keptRasters.delete(oldest);
  keptRasters.set(key, made);
  return made;
}

/** Four channels per dot, the form the package reads: black where the bit is set, else white. */
function greyPixels(bits: Buffer, widthDots: number, top: number, rows: number): Uint8Array {
  const rowBytes = Math.ceil(widthDots / 8);
  const pixels = new Uint8Array(widthDots * rows * 4).fill(255);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const set = ((bits[(top + y) * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      if (set === 1) pixels.fill(0, (y * widthDots + x) * 4, (y * widthDots + x) * 4 + 3);
    }
  }
  return pixels;
}
