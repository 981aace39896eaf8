import type { ComponentPropsWithRef, KeyboardEvent, MouseEvent, PointerEvent } from 'react';

export type PressProps = Omit<ComponentPropsWithRef<'button'>, 'onClick' | 'type'> & {
  readonly onPress: () => void;
  /** For the finger alone: the keyboard has another way to the same. */
  readonly skippedByTab?: boolean;
  /** Any further name, e.g. what it stands for. */
  readonly [data: `data-${string}`]: string | undefined;
};

/** A finger that rests on a button is a long touch to the browser, two at once are a gesture: neither becomes a click by itself. */
const CLICK_LATE_MS = 80;

/** Buttons with a finger or the mouse on them, from the press down until the click that answers it. */
const armed = new WeakSet<HTMLButtonElement>();

/**
 * What every button here is made of. It costs the page hardly more than the browser's own, and there are a hundred on a screen: the press is
 * written into the page without drawing anything again. A press never takes the focus, and a key held down is one press.
 */
export function Press({ onPress, skippedByTab = false, ...button }: PressProps) {
  return (
    <button
      {...button}
      {...(skippedByTab ? { tabIndex: -1 } : {})}
      {...(button.disabled === true ? { 'data-disabled': 'true' } : {})}
      type="button"
      onClick={(event) => {
        // A click without a finger is a key's, a screen reader's or our own; of a finger's, one is answered.
        const answersPress = armed.delete(event.currentTarget);
        if (event.detail === 0 || answersPress) onPress();
      }}
      onMouseDown={keepFocus}
      onPointerDown={press}
      onPointerUp={letGo}
      onPointerLeave={leave}
      onPointerCancel={leave}
      onKeyDown={dropRepeats}
    />
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function press({ button, pointerId, currentTarget, target }: PointerEvent<HTMLButtonElement>): void {
  if (button !== 0 || currentTarget.disabled) return;
  // A touch belongs to where it began until it is let go; without this nobody would say that it has left.
  if (target instanceof Element && target.hasPointerCapture(pointerId)) target.releasePointerCapture(pointerId);
  armed.add(currentTarget);
  currentTarget.dataset['pressed'] = 'true';
}

function letGo({ currentTarget, pointerType }: PointerEvent<HTMLButtonElement>): void {
  if (currentTarget.dataset['pressed'] === undefined) return;
  delete currentTarget.dataset['pressed'];
  if (pointerType === 'touch') setTimeout(() => currentTarget.isConnected && armed.has(currentTarget) && currentTarget.click(), CLICK_LATE_MS);
}

function leave({ currentTarget }: PointerEvent<HTMLButtonElement>): void {
  delete currentTarget.dataset['pressed'];
}

function dropRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
