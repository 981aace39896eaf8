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

/** A canvas keeps the ink it was drawn with: by another light it is to be drawn anew. Answers how to stop listening. */
export function onOtherLight(redraw: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const themed = new MutationObserver(redraw);
  dark.addEventListener('change', redraw);
  themed.observe(document.documentElement, { attributeFilter: ['class'] });
  return () => {
    dark.removeEventListener('change', redraw);
    themed.disconnect();
  };
}

/**
 * What the points from `from` on add to a stroke: curves through the middles between them, so that samples make no corners. The last half
 * step, from the last middle to where the pen is, is for `drawEnd`.
 */
export function drawStroke(context: CanvasRenderingContext2D, stroke: InkStroke, from = 0): void {
  for (let index = Math.max(0, from); index < stroke.length >> 1; index += 1) {
    const here = pointAt(stroke, index);
    const before = pointAt(stroke, index - 1);
    const start = middle(pointAt(stroke, index - 2), before);
    const end = middle(before, here);
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.quadraticCurveTo(before.x, before.y, end.x, end.y);
    context.stroke();
  }
}

/** Where the pen was lifted, or is now. */
export function drawEnd(context: CanvasRenderingContext2D, stroke: InkStroke): void {
  const last = (stroke.length >> 1) - 1;
  const here = pointAt(stroke, last);
  const start = middle(pointAt(stroke, last - 1), here);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(here.x, here.y);
  context.stroke();
}

export function drawWhole(context: CanvasRenderingContext2D, stroke: InkStroke): void {
  drawStroke(context, stroke);
  drawEnd(context, stroke);
}

type Point = { readonly x: number; readonly y: number };

/** Before the first there is the first. */
function pointAt(stroke: InkStroke, index: number): Point {
  const at = Math.max(0, index) * 2;
  return { x: stroke[at] ?? 0, y: stroke[at + 1] ?? 0 };
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
