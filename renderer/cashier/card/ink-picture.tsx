/** Strokes as they stand, drawn whole each time: some thousand points are a millisecond's work. */
import { useEffect, useRef } from 'react';
import { cx } from '../../ui/cx.ts';
import type { Grid, InkStroke } from '../../ui/ink.ts';
import { drawWhole, freshCanvas, onOtherLight } from '../../ui/ink.ts';

export type InkPictureProps = { readonly grid: Grid; readonly strokes: readonly InkStroke[]; readonly label: string; readonly className?: string };

export function InkPicture({ grid, strokes, label, className }: InkPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = grid;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const draw = () => {
      const context = freshCanvas(element, { width, height });
      if (context !== null) for (const stroke of strokes) drawWhole(context, stroke);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    const forgetLight = onOtherLight(draw);
    return () => {
      observer.disconnect();
      forgetLight();
    };
  }, [width, height, strokes]);
  return <canvas ref={canvas} role="img" aria-label={label} className={cx('size-full text-ink', className)} data-testid="live-ink" data-strokes={strokes.length} data-points={strokes.reduce((sum, stroke) => sum + (stroke.length >> 1), 0)} />;
}
