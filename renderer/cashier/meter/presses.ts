/** Counts what a person presses in this window: keys that no scanner sent, and touches. Only ever goes up. */
let presses = 0;

export function countPress(): void {
  presses += 1;
}

export function pressesSoFar(): number {
  return presses;
}

/** Starts counting touches; returns how to stop. */
export function countTouches(): () => void {
  const onDown = (event: PointerEvent) => {
    if (event.isPrimary) countPress();
  };
  window.addEventListener('pointerdown', onDown, { capture: true });
  return () => window.removeEventListener('pointerdown', onDown, { capture: true });
}
