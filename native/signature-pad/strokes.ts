/** Points as they come from a pen, gathered into strokes. */
import type { PenEvent, Point, Signature } from './port.ts';

/** A name has more than this many points and spreads over more than this part of the pad; a slip of the pen does not. */
const LEAST_POINTS = 6;
const LEAST_SPREAD = 1 / 20;

export type StrokeCollector = {
  /** Clamps to the grid: the range a pad sends is not always what its papers say. False once there are too many. */
  add(event: PenEvent): boolean;
  signature(): Signature;
};

export function createStrokeCollector(width: number, height: number, maxPoints: number): StrokeCollector {
  let strokes: Point[][] = [];
  let current: Point[] | undefined;
  let count = 0;
  return {
    add: (event) => {
      if (event.kind === 'pen-up') current = undefined;
      if (event.kind === 'cleared') {
        strokes = [];
        current = undefined;
        count = 0;
      }
      if (event.kind !== 'point') return true;
      if (count >= maxPoints) return false;
      const point = { x: clamp(event.point.x, width), y: clamp(event.point.y, height) };
      const last = current?.at(-1);
      // A pen that rests says the same point again and again.
      if (last && last.x === point.x && last.y === point.y) return true;
      count += 1;
      if (current) current.push(point);
      else strokes.push((current = [point]));
      return true;
    },
    signature: () => ({ width, height, strokes: strokes.map((stroke) => [...stroke]) }),
  };
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, Math.round(value)));
}

export function isEmptySignature({ width, height, strokes }: Signature): boolean {
  const points = strokes.flat();
  if (points.length < LEAST_POINTS) return true;
  const spread = (of: (point: Point) => number): number => Math.max(...points.map(of)) - Math.min(...points.map(of));
  return Math.max(spread(({ x }) => x) / width, spread(({ y }) => y) / height) < LEAST_SPREAD;
}

/** Ink narrower than this part of the grid is not blown up further: a small hand stays a small hand. */
const LEAST_CROP = 0.4;

/** The same strokes on a grid that ends where the ink does, for a picture without empty margins. */
export function croppedToInk(signature: Signature): Signature {
  const points = signature.strokes.flat();
  if (points.length === 0) return signature;
  const across = span(points.map(({ x }) => x), signature.width);
  const down = span(points.map(({ y }) => y), signature.height);
  return { width: across.size, height: down.size, strokes: signature.strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x - across.from, y: y - down.from }))) };
}

function span(values: readonly number[], whole: number): { readonly from: number; readonly size: number } {
  let [least, most] = [whole - 1, 0];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const size = Math.min(whole, Math.max(most - least + 1, Math.ceil(whole * LEAST_CROP)));
  return { from: Math.max(0, Math.min(whole - size, Math.floor((least + most + 1 - size) / 2))), size };
}
