import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgePhoto, pictureFacts } from '../../../domain/catalogue/photo.ts';
import { PRACTICE_PRODUCTS } from '../products.ts';
import { createCanvas, ellipse, panel, polygon } from './canvas.ts';
import { drawGoods, PICTURED } from './goods.ts';

describe('the practice shelf’s pictures', () => {
  it('are of goods that stand on it, and can be kept as they are', () => {
    for (const name of PICTURED) {
      expect([name, PRACTICE_PRODUCTS.some((product) => product.name === name)]).toEqual([name, true]);
      const picture = drawGoods(name) ?? new Uint8Array();
      expect([name, judgePhoto(picture), pictureFacts(picture)?.type]).toEqual([name, null, 'image/png']);
    }
    for (const name of ['생수 2L', 'toString', '']) expect(drawGoods(name)).toBeNull();
  });

  it('are all different, and the same every time', () => {
    const drawn = PICTURED.map((name) => drawGoods(name)?.toString('base64'));
    expect(new Set(drawn).size).toBe(PICTURED.length);
    expect(PICTURED.map((name) => drawGoods(name)?.toString('base64'))).toEqual(drawn);
  });
});

describe('the canvas', () => {
  it.each([
    ['an ellipse', ellipse(0.5, 0.5, 0.5), false],
    ['a panel', panel(0.5, 0.5, 0.5, 0.5), true],
    ['a panel with round corners', panel(0.5, 0.5, 0.5, 0.5, 0.25), false],
    ['a polygon', polygon([0.25, 0.25], [0.75, 0.25], [0.75, 0.75], [0.25, 0.75]), true],
  ] as const)('fills %s within its bounds and nothing outside', (_, shape, corner) => {
    const canvas = createCanvas(16, [0, 0, 0]);
    canvas.fill(shape, [255, 0, 0]);
    const red = redOf(canvas.png());
    expect(red(8, 8)).toBe(255);
    expect(red(1, 8)).toBe(0);
    expect(red(8, 13)).toBe(0);
    expect(red(4, 4) === 255).toBe(corner);
  });
});

/** The red of a pixel, out of the PNG of a canvas of 16. */
function redOf(png: Buffer): (x: number, y: number) => number {
  const at = png.indexOf('IDAT');
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  return (x, y) => lines[y * 49 + 1 + x * 3] ?? -1;
}
