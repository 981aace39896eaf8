/**
 * The signature an ED-721 took itself, out of R31: a one-bit BMP as hex. The vendor's two samples disagree about which bit is ink, so the
 * palette decides, and a picture that is mostly ink is taken for its negative: nobody signs more than half of a pad black.
 */
import type { Raster } from '../../signature-pad/raster.ts';
import { fromHex } from '../../wire/bytes.ts';

const HEAD_BYTES = 62;
const MAX_SIDE = 1_024;

/** Undefined for anything but a one-bit, uncompressed BMP that is all there. */
export function decodeSignaturePicture(hex: string): Raster | undefined {
  const bytes = fromHex(hex);
  if (bytes === undefined || bytes.length < HEAD_BYTES || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const widthDots = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const heightDots = Math.abs(signedHeight);
  const isPlain = view.getUint16(28, true) === 1 && view.getUint32(30, true) === 0;
  if (!isPlain || widthDots < 1 || widthDots > MAX_SIDE || heightDots < 1 || heightDots > MAX_SIDE) return undefined;
  const palette = 14 + view.getUint32(14, true);
  const start = view.getUint32(10, true);
  const storedRow = Math.ceil(widthDots / 32) * 4;
  if (palette + 8 > bytes.length || start + storedRow * heightDots > bytes.length) return undefined;
  // Blue, green, red: the darker entry is ink.
  const lightness = (entry: number): number => [0, 1, 2].reduce((sum, part) => sum + (bytes[palette + 4 * entry + part] ?? 0), 0);
  const inkBit = lightness(1) < lightness(0) ? 1 : 0;
  const isSet = (x: number, y: number): boolean => {
    const row = signedHeight > 0 ? heightDots - 1 - y : y;
    return (((bytes[start + row * storedRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === inkBit;
  };
  return rasterFrom(widthDots, heightDots, isSet);
}

function rasterFrom(widthDots: number, heightDots: number, isSet: (x: number, y: number) => boolean): Raster {
  const rowBytes = Math.ceil(widthDots / 8);
  let inked = 0;
  for (let y = 0; y < heightDots; y += 1) for (let x = 0; x < widthDots; x += 1) if (isSet(x, y)) inked += 1;
  const isNegative = inked > (widthDots * heightDots) / 2;
  const bits = new Uint8Array(rowBytes * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (isSet(x, y) === isNegative) continue;
      const at = y * rowBytes + (x >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, bits };
}
