/** Some of them, from the whole length of the run: one out of each stretch, by a dice that falls the same every time. */
export function sampleOf<T>(points: readonly T[], count: number, seed: number): readonly T[] {
  if (count >= points.length) return points;
  let state = seed;
  return Array.from({ length: count }, (_, stretch) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const from = Math.floor((stretch * points.length) / count);
    const to = Math.floor(((stretch + 1) * points.length) / count);
    return from + ((state >>> 8) % (to - from));
  }).flatMap((at) => points.slice(at, at + 1));
}
