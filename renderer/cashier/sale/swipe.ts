/** A finger drawn to the left over a line takes the line out; what it means is here, apart from the pointer events that tell of it. */

/** Before this the finger may still be pressing or scrolling. */
const SLACK_PX = 12;
/** Let go beyond this part of the row: out. */
const AWAY_PART = 0.3;

export type Drag = { readonly acrossPx: number; readonly downPx: number };

/** The row follows a finger that goes clearly to the left; upwards and downwards is scrolling, to the right is nothing. */
export function isSwipe({ acrossPx, downPx }: Drag): boolean {
  return acrossPx < -SLACK_PX && Math.abs(acrossPx) > 2 * Math.abs(downPx);
}

export function isAway(acrossPx: number, widthPx: number): boolean {
  return -acrossPx >= widthPx * AWAY_PART;
}
