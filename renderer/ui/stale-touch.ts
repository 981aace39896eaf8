/** Touches that were meant for what is no longer there: from before the screen at hand could be seen, or the second half of a double tap. */
import { screenShownAtMs } from './keys.ts';
import { pageMs } from './now.ts';

/** Two touches this near each other in time and place are one gesture. */
const DOUBLE_TAP_MS = 400;
const DOUBLE_TAP_PX = 48;
const REST_OF_A_TOUCH = ['pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'dblclick'] as const;

export type Touch = { readonly atMs: number; readonly x: number; readonly y: number };

/** Pure; all times in ms on the page's clock. */
export function isStaleTouch(touch: Touch, before: Touch | null, shownAtMs: number): boolean {
  if (touch.atMs < shownAtMs) return true;
  if (before === null || before.atMs >= shownAtMs) return false;
  return touch.atMs - before.atMs <= DOUBLE_TAP_MS && Math.hypot(touch.x - before.x, touch.y - before.y) <= DOUBLE_TAP_PX;
}

/** Starts listening; returns how to stop. `isFresh`: whether a touch has not waited too long, as for keys. */
export function dropStaleTouches(isFresh: (pressedAtMs: number, nowMs: number) => boolean): () => void {
  let before: Touch | null = null;
  let dropping = false;
  const drop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onDown = (event: PointerEvent) => {
    const touch = { atMs: event.timeStamp, x: event.clientX, y: event.clientY };
    dropping = !isFresh(touch.atMs, pageMs()) || isStaleTouch(touch, before, screenShownAtMs());
    before = touch;
    if (dropping) drop(event);
  };
  const onRest = (event: Event) => {
    // A click without a finger is a key's or a screen reader's.
    if (dropping && event.isTrusted && !(event.type === 'click' && event instanceof MouseEvent && event.detail === 0)) drop(event);
  };
  window.addEventListener('pointerdown', onDown, { capture: true });
  for (const type of REST_OF_A_TOUCH) window.addEventListener(type, onRest, { capture: true });
  return () => {
    window.removeEventListener('pointerdown', onDown, { capture: true });
    for (const type of REST_OF_A_TOUCH) window.removeEventListener(type, onRest, { capture: true });
  };
}
