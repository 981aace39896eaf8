import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../wire/bytes.ts';
import { decodeSignaturePicture } from './signature-picture.ts';

const WIDTH = 128;
const HEIGHT = 64;

/** As the vendor's samples are: 62 bytes of head, rows from the bottom up. `isInk` says where the pen was. */
function bmp(isInk: (x: number, y: number) => boolean, inkBit: 0 | 1, palette: readonly [number, number]): string {
  const bytes = new Uint8Array(62 + (WIDTH / 8) * HEIGHT);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(10, 62, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, WIDTH, true);
  view.setInt32(22, HEIGHT, true);
  view.setUint16(28, 1, true);
  bytes.set([palette[0], palette[0], palette[0], 0, palette[1], palette[1], palette[1], 0], 54);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = 62 + (HEIGHT - 1 - y) * (WIDTH / 8) + (x >> 3);
      if ((isInk(x, y) ? inkBit : 1 - inkBit) === 1) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return toHex(bytes);
}

const isLine = (x: number, y: number): boolean => y === 5 && x > 10 && x < 40;

describe('a signature picture of the terminal', () => {
  it.each([
    ['ink as 0-bits on black and white', bmp(isLine, 0, [0, 255])],
    ['ink as 1-bits on a 0 ground, with the same palette', bmp(isLine, 1, [0, 255])],
    ['ink as 1-bits, palette turned', bmp(isLine, 1, [255, 0])],
  ])('%s', (_name, hex) => {
    const raster = decodeSignaturePicture(hex);
    expect(raster).toMatchObject({ widthDots: WIDTH, heightDots: HEIGHT });
    const inked = [...(raster?.bits ?? [])].flatMap((byte, index) => Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1 ? index * 8 + bit : -1)).filter((dot) => dot >= 0));
    expect(inked).toEqual(Array.from({ length: 29 }, (_, step) => 5 * WIDTH + 11 + step));
  });

  it('is undefined for anything else, and harms nobody', () => {
    const sound = bmp(isLine, 0, [0, 255]);
    expect(decodeSignaturePicture(sound.slice(0, -2))).toBeUndefined();
    expect(decodeSignaturePicture('')).toBeUndefined();
    expect(decodeSignaturePicture('424D')).toBeUndefined();
    fc.assert(fc.property(fc.nat({ max: 61 }), fc.nat({ max: 255 }), (at, byte) => {
      const spoilt = `${sound.slice(0, at * 2)}${byte.toString(16).padStart(2, '0')}${sound.slice(at * 2 + 2)}`;
      const raster = decodeSignaturePicture(spoilt);
      if (raster) expect(raster.bits).toHaveLength(Math.ceil(raster.widthDots / 8) * raster.heightDots);
    }));
  });
});
