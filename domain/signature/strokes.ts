/** A signature as points, whatever drew it: lines of points on a field of 1,000 by 1,000, from its upper left corner. */
export type Point = { readonly x: number; readonly y: number };
export type Stroke = readonly Point[];

export const FIELD = 1_000;
/** A pad sends some fifty points a second; this is minutes of them. */
export const MAX_POINTS = 10_000;

/** Smaller than this, a name and a dot look alike. */
const FEWEST_POINTS = 6;
const LEAST_LENGTH = 250;

/** Whether there is enough ink to call it a signature. Length is what counts: a dot pressed for long has many points. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  return points >= FEWEST_POINTS && points <= MAX_POINTS && inkLength(strokes) >= LEAST_LENGTH;
}

/** Points beyond the field are drawn at its edge; what is no number is left out. */
export function clampPoint(point: Point): Point | null {
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) return null;
  return { x: within(point.x), y: within(point.y) };
}

function within(value: number): number {
  return Math.min(FIELD, Math.max(0, Math.round(value)));
}

function inkLength(strokes: readonly Stroke[]): number {
  let length = 0;
  for (const stroke of strokes) {
    let before: Point | null = null;
    for (const given of stroke) {
      const point = clampPoint(given);
      if (point === null) continue;
      if (before !== null) length += Math.hypot(point.x - before.x, point.y - before.y);
      before = point;
    }
  }
  return length;
}
