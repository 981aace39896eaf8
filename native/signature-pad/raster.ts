/** A signature as a one-bit picture for the slip: rows top to bottom, eight dots a byte, the leftmost dot in the highest bit. */
import type { Point, Signature } from './port.ts';

export type Raster = { readonly widthDots: number; readonly heightDots: number; readonly bits: Uint8Array };

const MAX_DOTS = 1_024;
/** Empty rim, so that a thick pen at the edge is not cut off. */
const RIM_DOTS = 4;

/** Fits the whole grid into the picture, its proportions kept, drawn with a round pen of `penDots`. */
export function rasterOfSignature(signature: Signature, size: { readonly widthDots: number; readonly heightDots: number; readonly penDots?: number }): Raster {
  const { widthDots, heightDots, penDots = 3 } = size;
  if (![widthDots, heightDots].every((dots) => Number.isInteger(dots) && dots > 2 * RIM_DOTS && dots <= MAX_DOTS)) throw new RangeError(`a picture of ${widthDots} × ${heightDots} dots`);
  const rowBytes = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(rowBytes * heightDots);
  const scale = Math.min((widthDots - 2 * RIM_DOTS) / signature.width, (heightDots - 2 * RIM_DOTS) / signature.height);
  const left = (widthDots - signature.width * scale) / 2;
  const top = (heightDots - signature.height * scale) / 2;
  const placed = ({ x, y }: Point): Point => ({ x: left + (x + 0.5) * scale, y: top + (y + 0.5) * scale });
  const radius = penDots / 2;
  const dab = ({ x, y }: Point): void => {
    for (let row = Math.max(0, Math.floor(y - radius)); row <= Math.min(heightDots - 1, Math.ceil(y + radius)); row += 1) {
      for (let column = Math.max(0, Math.floor(x - radius)); column <= Math.min(widthDots - 1, Math.ceil(x + radius)); column += 1) {
        if ((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2 > radius ** 2) continue;
        const at = row * rowBytes + (column >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
      }
    }
  };
  for (const stroke of signature.strokes) {
    let from: Point | undefined;
    for (const point of stroke.map(placed)) {
      const steps = from ? Math.max(1, Math.ceil(Math.hypot(point.x - from.x, point.y - from.y) * 2)) : 1;
      for (let step = 1; step <= steps; step += 1) {
        const part = step / steps;
        dab(from ? { x: from.x + (point.x - from.x) * part, y: from.y + (point.y - from.y) * part } : point);
      }
      from = point;
    }
  }
  return { widthDots, heightDots, bits };
}
