/** The ink of the signature that is being given, for the cashier to watch: the whole of it, some twenty times a second at most, bounded. */
import type { LiveInk } from '../../contract/signature.ts';
import { BATCH_EVERY_MS } from '../../contract/limits.ts';
import { MAX_LIVE_POINTS } from '../../contract/signature.ts';
import type { PenEvent } from '../../native/signature-pad/port.ts';

export type InkWatch = {
  readonly add: (event: PenEvent) => void;
  readonly ink: () => LiveInk;
  /** Points so far, those left out of the picture among them. */
  readonly points: () => number;
  readonly stop: () => void;
};

export function watchInk(signId: string, grid: { readonly width: number; readonly height: number }, push: (ink: LiveInk) => void): InkWatch {
  let strokes: number[][] = [];
  let current: number[] | null = null;
  let shown = 0;
  let points = 0;
  let seq = 0;
  let timer: NodeJS.Timeout | null = null;

  const ink = (): LiveInk => ({ signId, seq, ...grid, strokes: strokes.map((stroke) => [...stroke]) });

  function tell(): void {
    timer = null;
    seq += 1;
    push(ink());
  }

  function addPoint(x: number, y: number): void {
    if (current !== null && current.at(-2) === x && current.at(-1) === y) return;
    if (shown >= MAX_LIVE_POINTS) {
      strokes = thinned(strokes);
      shown = strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
      current = current === null ? null : (strokes.at(-1) ?? null);
    }
    if (current === null) strokes.push((current = []));
    current.push(x, y);
    shown += 1;
    points += 1;
  }

  return {
    add: (event) => {
      if (event.kind === 'point') addPoint(event.point.x, event.point.y);
      else current = null;
      if (event.kind === 'cleared') {
        strokes = [];
        shown = 0;
        points = 0;
      }
      timer ??= setTimeout(tell, BATCH_EVERY_MS);
    },
    ink,
    points: () => points,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/** Half of it, begun and ended where each stroke was; dots that are too many go altogether, the oldest first. */
function thinned(strokes: readonly (readonly number[])[]): number[][] {
  const half = strokes.map((stroke) => stroke.filter((_, at) => (at >> 1) % 2 === 0 || at >= stroke.length - 2));
  const points = half.reduce((sum, stroke) => sum + stroke.length / 2, 0);
  return points <= MAX_LIVE_POINTS * 0.75 ? half : half.slice(Math.ceil(half.length / 2));
}
