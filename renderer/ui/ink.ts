/** Ink on glass: strokes of points on a grid of their own, drawn smooth, at the resolution the glass really has. */

/** x and y in turn. */
export type InkStroke = readonly number[];
export type Grid = { readonly width: number; readonly height: number };

/** Of the grid's width: a felt pen's line on a field as wide as a hand. */
const PEN = 1 / 130;
const MOST_PIXELS = 4_096;

/** A canvas as large as it is shown, in the glass's own pixels, empty, with the grid laid on it; null where nothing can be drawn. */
export function freshCanvas(canvas: HTMLCanvasElement, grid: Grid): CanvasRenderingContext2D | null {
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.min(MOST_PIXELS, Math.max(1, Math.round(width * devicePixelRatio)));
  canvas.height = Math.min(MOST_PIXELS, Math.max(1, Math.round(height * devicePixelRatio)));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.setTransform(canvas.width / grid.width, 0, 0, canvas.height / grid.height, 0, 0);
  context.lineWidth = grid.width * PEN;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = getComputedStyle(canvas).color;
  return context;
}

/**
 * What the points from `from` on add to a stroke: curves through the middles between them, so that samples make no corners. The newest
 * half step is drawn straight, and covered by its curve when the next point comes.
 */
export function drawStroke(context: CanvasRenderingContext2D, stroke: InkStroke, from = 0): void {
  const at = (index: number) => ({ x: stroke[index * 2] ?? 0, y: stroke[index * 2 + 1] ?? 0 });
  const points = stroke.length >> 1;
  for (let index = Math.max(0, from); index < points; index += 1) {
    const here = at(index);
    const before = at(Math.max(0, index - 1));
    const earlier = at(Math.max(0, index - 2));
    const start = { x: (earlier.x + before.x) / 2, y: (earlier.y + before.y) / 2 };
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.quadraticCurveTo(before.x, before.y, (before.x + here.x) / 2, (before.y + here.y) / 2);
    context.lineTo(here.x, here.y);
    context.stroke();
  }
}
