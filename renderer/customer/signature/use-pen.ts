/** Finger, pen or mouse on the field: one at a time, every sample the glass took, in the field's own points. */
import type { PointerEvent } from 'react';
import { useRef } from 'react';
import { SIGN_FIELD } from '../../../contract/limits.ts';

export type PenHandlers = {
  readonly onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLCanvasElement>) => void;
};

export function usePen(onPoint: (starts: boolean, x: number, y: number) => void, onLift: () => void): PenHandlers {
  const down = useRef<{ readonly id: number; readonly box: DOMRect } | null>(null);
  /** A hand that holds a pen rests on the glass: once a pen was seen, fingers are no pens. */
  const penSeen = useRef(false);
  const put = (starts: boolean, at: { readonly clientX: number; readonly clientY: number }, box: DOMRect) => {
    onPoint(starts, within((at.clientX - box.left) / box.width, SIGN_FIELD.width), within((at.clientY - box.top) / box.height, SIGN_FIELD.height));
  };
  const lift = (event: PointerEvent<HTMLCanvasElement>) => {
    if (down.current?.id !== event.pointerId) return;
    down.current = null;
    onLift();
  };
  return {
    onPointerDown: (event) => {
      if (down.current !== null || event.button !== 0 || (event.pointerType === 'touch' && penSeen.current)) return;
      penSeen.current ||= event.pointerType === 'pen';
      const box = event.currentTarget.getBoundingClientRect();
      down.current = { id: event.pointerId, box };
      event.currentTarget.setPointerCapture(event.pointerId);
      put(true, event, box);
    },
    onPointerMove: (event) => {
      const { current } = down;
      if (current === null || current.id !== event.pointerId) return;
      const samples = event.nativeEvent.getCoalescedEvents();
      for (const sample of samples.length === 0 ? [event] : samples) put(false, sample, current.box);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}

function within(share: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.floor(share * size)));
}
