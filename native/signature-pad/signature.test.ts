import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNoPad } from './none.ts';
import type { Signature } from './port.ts';
import { rasterOfSignature, type Raster } from './raster.ts';
import { MAX_SIDE, restoreSignature, storeSignature } from './stored.ts';
import { createStrokeCollector, isEmptySignature } from './strokes.ts';
import { SCRIBBLE } from './koces-pad/simulator/machine.ts';

const NAME: Signature = { width: 128, height: 64, strokes: SCRIBBLE.map((stroke) => stroke.map(([x, y]) => ({ x, y }))) };

const anySignature = fc.record({ width: fc.integer({ min: 1, max: MAX_SIDE }), height: fc.integer({ min: 1, max: MAX_SIDE }) }).chain(({ width, height }) =>
  fc.record({
    width: fc.constant(width), height: fc.constant(height),
    strokes: fc.array(fc.array(fc.record({ x: fc.integer({ min: 0, max: width - 1 }), y: fc.integer({ min: 0, max: height - 1 }) }), { minLength: 1, maxLength: 60 }), { maxLength: 12 }),
  }),
);

describe('the stored form', () => {
  it('gives back every point of every signature', () => {
    fc.assert(fc.property(anySignature, (signature) => {
      expect(restoreSignature(storeSignature(signature))).toEqual(signature);
    }));
  });

  it('is small', () => {
    expect(storeSignature(NAME).length).toBeLessThan(160);
  });

  it('takes any bytes without harm', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const restored = restoreSignature(bytes);
      if (restored) expect(restoreSignature(storeSignature(restored))).toEqual(restored);
    }));
    fc.assert(fc.property(fc.nat({ max: 200 }), fc.nat({ max: 255 }), (at, byte) => {
      const bytes = storeSignature(NAME);
      bytes[at % bytes.length] = byte;
      const restored = restoreSignature(bytes);
      if (restored) expect(restored.strokes.flat().every(({ x, y }) => x >= 0 && x < restored.width && y >= 0 && y < restored.height)).toBe(true);
    }));
  });

  it('refuses what is off its grid', () => {
    expect(() => storeSignature({ width: 10, height: 10, strokes: [[{ x: 10, y: 0 }]] })).toThrow('a point at 10, 0');
    expect(() => storeSignature({ width: 0, height: 10, strokes: [] })).toThrow('a grid of 0');
  });
});

describe('strokes', () => {
  it('part where the pen was lifted, and leave out a point that is said twice', () => {
    const strokes = createStrokeCollector(128, 64, 100);
    for (const event of [{ kind: 'pen-up' }, { kind: 'point', point: { x: 1, y: 1 } }, { kind: 'point', point: { x: 1, y: 1 } }, { kind: 'point', point: { x: 2, y: 1 } }, { kind: 'pen-up' }, { kind: 'point', point: { x: 200, y: 90 } }] as const) {
      expect(strokes.add(event)).toBe(true);
    }
    expect(strokes.signature().strokes).toEqual([[{ x: 1, y: 1 }, { x: 2, y: 1 }], [{ x: 127, y: 63 }]]);
  });

  it('have a limit', () => {
    const strokes = createStrokeCollector(128, 64, 3);
    expect([1, 2, 3, 4].map((x) => strokes.add({ kind: 'point', point: { x, y: 0 } }))).toEqual([true, true, true, false]);
  });

  it('are empty when nobody could call them a name', () => {
    expect(isEmptySignature(NAME)).toBe(false);
    expect(isEmptySignature({ ...NAME, strokes: [] })).toBe(true);
    expect(isEmptySignature({ ...NAME, strokes: [Array.from({ length: 30 }, (_, step) => ({ x: 40 + (step % 2), y: 30 }))] })).toBe(true);
    expect(isEmptySignature({ ...NAME, strokes: [[{ x: 0, y: 0 }, { x: 100, y: 60 }]] })).toBe(true);
  });
});

describe('the picture for the slip', () => {
  const inked = ({ bits, widthDots }: Raster, x: number, y: number): boolean => ((bits[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

  it('has ink where the pen was, and none at its rim', () => {
    const raster = rasterOfSignature({ width: 128, height: 64, strokes: [[{ x: 0, y: 32 }, { x: 127, y: 32 }]] }, { widthDots: 256, heightDots: 128 });
    expect(raster.bits).toHaveLength(32 * 128);
    for (let x = 8; x < 248; x += 1) expect(inked(raster, x, 64)).toBe(true);
    for (let x = 0; x < 256; x += 1) expect(inked(raster, x, 50) || inked(raster, x, 78)).toBe(false);
  });

  it('keeps the proportions of the pad', () => {
    const square: Signature = { width: 64, height: 64, strokes: [[{ x: 0, y: 0 }, { x: 63, y: 0 }, { x: 63, y: 63 }, { x: 0, y: 63 }, { x: 0, y: 0 }]] };
    const raster = rasterOfSignature(square, { widthDots: 300, heightDots: 100, penDots: 2 });
    const columns = Array.from({ length: 300 }, (_, x) => x).filter((x) => Array.from({ length: 100 }, (_, y) => y).some((y) => inked(raster, x, y)));
    expect((columns.at(-1) ?? 0) - (columns[0] ?? 0)).toBeLessThanOrEqual(100);
  });

  it('never writes outside of itself', () => {
    fc.assert(fc.property(anySignature, fc.integer({ min: 9, max: 600 }), fc.integer({ min: 9, max: 200 }), (signature, widthDots, heightDots) => {
      const { bits } = rasterOfSignature(signature, { widthDots, heightDots });
      expect(bits).toHaveLength(Math.ceil(widthDots / 8) * heightDots);
      const spare = Math.ceil(widthDots / 8) * 8 - widthDots;
      for (let row = 1; row <= heightDots; row += 1) expect((bits[row * Math.ceil(widthDots / 8) - 1] ?? 0) & ((1 << spare) - 1)).toBe(0);
    }), { numRuns: 30 });
  });
});

describe('a counter without a pad', () => {
  it('has its answer at once', async () => {
    const pad = createNoPad();
    expect(await pad.sign({ lines: [] })).toMatchObject({ state: 'absent', cause: 'none' });
    expect(pad.capabilities.signature).toBe(false);
    await pad.close();
  });
});
