/**
 * A touched or clicked button must not keep the focus: the next key would make that focus visible, and Enter would press the
 * touched key again instead of the screen's primary button. React Aria's `preventFocusOnPress` gives the focus back to whatever
 * had it before, which does nothing when that was the page itself.
 */
export function keepFocusFromTouch(): () => void {
  const onMouseDown = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault();
  };
  window.addEventListener('mousedown', onMouseDown, { capture: true });
  return () => window.removeEventListener('mousedown', onMouseDown, { capture: true });
}
