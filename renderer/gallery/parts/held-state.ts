/** States that come and go with a finger or the keyboard, held still to be looked at: written where the library writes them. */
const ATTRIBUTES = { pressed: 'data-pressed', focus: 'data-focus-visible' } as const;

export type HeldState = keyof typeof ATTRIBUTES;

function isHeld(text: string | undefined): text is HeldState {
  return text !== undefined && Object.hasOwn(ATTRIBUTES, text);
}

/** Every `[data-hold]` gives its state to the control inside it. The library sets these only when they change, so they stay. */
export function holdStates(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-hold]')) {
    const held = place.dataset['hold'];
    if (isHeld(held)) place.querySelector('button, input')?.setAttribute(ATTRIBUTES[held], 'true');
  }
}
