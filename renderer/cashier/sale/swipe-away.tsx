import type { PointerEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { isAway, isSwipe } from './swipe.ts';

export type SwipeAwayProps = {
  /** What letting go there will do, drawn where the row was. */
  readonly words: string;
  readonly onAway: () => void;
  readonly className: string;
  readonly children: ReactNode;
};

/** The finger, where it began, and how far the row has followed it; 0 while it may still be a press. */
type Held = { readonly pointerId: number; readonly x: number; readonly y: number; acrossPx: number };

/** Drawn to the left by a finger, and out when let go far enough: what the Delete key does. Undo brings the line back. */
export function SwipeAway({ words, onAway, className, children }: SwipeAwayProps) {
  const held = useRef<Held | null>(null);
  const [pulled, setPulled] = useState<{ readonly acrossPx: number; readonly away: boolean } | null>(null);
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const from = held.current;
    if (from === null || from.pointerId !== event.pointerId) return;
    const drag = { acrossPx: event.clientX - from.x, downPx: event.clientY - from.y };
    if (from.acrossPx === 0) {
      if (!isSwipe(drag)) return;
      // From here the finger belongs to the row: what it pressed first is not pressed.
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    from.acrossPx = Math.min(-1, drag.acrossPx);
    setPulled({ acrossPx: from.acrossPx, away: isAway(from.acrossPx, event.currentTarget.offsetWidth) });
  };
  const letGo = (event: PointerEvent<HTMLDivElement>) => {
    const away = held.current !== null && held.current.acrossPx !== 0 && isAway(held.current.acrossPx, event.currentTarget.offsetWidth);
    drop();
    if (away) onAway();
  };
  const drop = () => {
    held.current = null;
    setPulled(null);
  };
  return (
    <div className="relative h-full overflow-hidden">
      {pulled === null ? null : (
        <span aria-hidden="true" className={cx('absolute inset-0 flex items-center justify-end pr-5.5 font-semibold', pulled.away ? 'bg-bad text-surface' : 'bg-bad-soft text-bad')}>
          {words}
        </span>
      )}
      {/* On the way down to the buttons in the row: they keep a press to themselves. */}
      <div
        className={cx('relative touch-pan-y', pulled !== null && 'bg-surface', className)}
        style={pulled === null ? undefined : { transform: `translateX(${pulled.acrossPx}px)` }}
        onPointerDownCapture={(event) => {
          held.current = event.isPrimary && event.button === 0 ? { pointerId: event.pointerId, x: event.clientX, y: event.clientY, acrossPx: 0 } : null;
        }}
        onPointerMoveCapture={move}
        onPointerUpCapture={letGo}
        onPointerCancelCapture={drop}
      >
        {children}
      </div>
    </div>
  );
}
