/** Keys and touches that come too late to be meant: pressed at a window that did not answer, handled when it does. */

/** A person who has waited this long for an answer has stopped believing in it. */
export const MAX_KEY_AGE_MS = 1_000;

/** Takes when a key or the screen was pressed and what time it is now, both in ms on the page's clock; true when it still counts. */
export type KeyFreshness = (pressedAtMs: number, nowMs: number) => boolean;

/**
 * Of the keys that waited behind a freeze all are dropped, the last ones too: half of an amount is worse than none of it. A key counts
 * again when it was pressed after the window had woken up.
 */
export function createKeyFreshness(): KeyFreshness {
  let wokeAtMs = Number.NEGATIVE_INFINITY;
  return (pressedAtMs, nowMs) => {
    if (nowMs - pressedAtMs > MAX_KEY_AGE_MS) wokeAtMs = Math.max(wokeAtMs, nowMs);
    return pressedAtMs > wokeAtMs;
  };
}
