/** Somebody signing, on the display and on a pad: made-up strokes that say nothing. */
import type { LiveInk, SignatureAsk } from '../../contract/signature.ts';

const AT = '2026-11-21T05:08:03.000Z';

export function signing(over: Partial<SignatureAsk> = {}): SignatureAsk {
  return { signId: 'sign-1', on: 'display', test: false, saleId: 'sale-0412', amountWon: 52_500, attempt: 1, askedAt: AT, ...over };
}

const WAVES = [
  [0.14, 0.5, 0.2],
  [0.4, 0.46, 0.12],
  [0.62, 0.52, 0.26],
] as const;

export function sampleInk({ signId, on }: SignatureAsk): LiveInk {
  const grid = on === 'display' ? { width: 1_000, height: 600 } : { width: 128, height: 64 };
  const strokes = WAVES.map(([from, middle, height]) =>
    Array.from({ length: 30 }, (_, step) => [Math.round(grid.width * (from + step * 0.0075)), Math.round(grid.height * (middle + height * Math.sin(step / 3.2)))]).flat(),
  );
  return { signId, seq: 1, ...grid, strokes };
}
