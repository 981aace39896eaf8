/**
 * A signature as it is stored: some two hundred bytes instead of a picture.
 *
 *   version 1 · width · height · number of strokes · for each: number of points, the first point, then the way to each next one
 *
 * Numbers are variable-length, seven bits a byte, steps folded so that small ones either way are short; then deflated where that helps
 * (the version says). Reading trusts nothing: every count is bounded before memory is taken for it.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { joined } from '../wire/bytes.ts';
import type { Point, Signature } from './port.ts';

const PLAIN = 1;
const DEFLATED = 2;
export const MAX_SIDE = 4_096;
export const MAX_STORED_POINTS = 20_000;
const MAX_PLAIN_BYTES = 8 + MAX_STORED_POINTS * 6;

/** A grid that is too large, a point off it or too many points are a bug of the caller's and throw. */
export function storeSignature({ width, height, strokes }: Signature): Uint8Array {
  if (![width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= MAX_SIDE)) throw new RangeError(`a grid of ${width} × ${height}`);
  const numbers: number[] = [width, height, strokes.length];
  let count = 0;
  for (const stroke of strokes) {
    count += stroke.length;
    if (stroke.length === 0 || count > MAX_STORED_POINTS) throw new RangeError('an empty stroke, or too many points');
    numbers.push(stroke.length);
    let from: Point | undefined;
    for (const point of stroke) {
      if (!isOn(point, width, height)) throw new RangeError(`a point at ${point.x}, ${point.y}`);
      numbers.push(...(from ? [fold(point.x - from.x), fold(point.y - from.y)] : [point.x, point.y]));
      from = point;
    }
  }
  const plain = Uint8Array.from(numbers.flatMap(variable));
  const small = deflateRawSync(plain, { level: 9 });
  return small.length < plain.length ? joined(Uint8Array.of(DEFLATED), small) : joined(Uint8Array.of(PLAIN), plain);
}

/** Undefined for bytes that `storeSignature` did not make. */
export function restoreSignature(stored: Uint8Array): Signature | undefined {
  const plain = unpack(stored);
  if (plain === undefined) return undefined;
  const read = reader(plain);
  const [width, height, strokeCount] = [read(), read(), read()];
  if (width === undefined || height === undefined || strokeCount === undefined) return undefined;
  if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE || strokeCount > MAX_STORED_POINTS) return undefined;
  const strokes: Point[][] = [];
  let left = MAX_STORED_POINTS;
  for (let index = 0; index < strokeCount; index += 1) {
    const stroke = readStroke(read, left, width, height);
    if (stroke === undefined) return undefined;
    left -= stroke.length;
    strokes.push(stroke);
  }
  return read() === undefined ? { width, height, strokes } : undefined;
}

function unpack(stored: Uint8Array): Uint8Array | undefined {
  const body = stored.subarray(1);
  if (stored[0] === PLAIN) return body.length <= MAX_PLAIN_BYTES ? body : undefined;
  if (stored[0] !== DEFLATED) return undefined;
  try {
    return inflateRawSync(body, { maxOutputLength: MAX_PLAIN_BYTES });
  } catch {
    return undefined;
  }
}

function readStroke(read: () => number | undefined, most: number, width: number, height: number): Point[] | undefined {
  const length = read();
  if (length === undefined || length < 1 || length > most) return undefined;
  const points: Point[] = [];
  let from: Point | undefined;
  for (let index = 0; index < length; index += 1) {
    const [one, two] = [read(), read()];
    if (one === undefined || two === undefined) return undefined;
    const point: Point = from ? { x: from.x + unfold(one), y: from.y + unfold(two) } : { x: one, y: two };
    if (!isOn(point, width, height)) return undefined;
    points.push(point);
    from = point;
  }
  return points;
}

function isOn({ x, y }: Point, width: number, height: number): boolean {
  return Number.isInteger(x) && Number.isInteger(y) && x >= 0 && x < width && y >= 0 && y < height;
}

/** 0, −1, 1, −2 … become 0, 1, 2, 3 … */
function fold(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step;
}

function unfold(folded: number): number {
  return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
}

function variable(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

const MOST_BYTES_OF_A_NUMBER = 4;

function reader(bytes: Uint8Array): () => number | undefined {
  let at = 0;
  return () => {
    let number = 0;
    for (let place = 0; place < MOST_BYTES_OF_A_NUMBER; place += 1) {
      const byte = bytes[at];
      if (byte === undefined) return undefined;
      at += 1;
      number |= (byte & 0x7f) << (7 * place);
      if (byte < 0x80) return number;
    }
    return undefined;
  };
}
