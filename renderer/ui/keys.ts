/**
 * Who hears the keyboard. Keys reach layers only after the scanner guard has decided that a person pressed them
 * (cashier/scanner.ts): dialog before screen before app, the latest first; a modal layer lets nothing through below it.
 * The key map (ui/key-map.tsx) is made from the same layers, so it cannot say anything else than what the keys do.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { pageMs } from './now.ts';

/** `everywhere` is heard over dialogs too: the key that explains the keys. */
export type KeyLevel = 'app' | 'screen' | 'dialog' | 'everywhere';

/** Keys that do the same wherever they do anything: the catalogue has words for them (words/key-map.ts). */
export type UsualKey = 'F1' | 'F2' | 'F3' | 'F8' | 'F10' | 'Escape' | 'Backspace' | 'Delete' | 'ArrowUp' | 'ArrowDown';
/** Keys that mean something else on every screen: without words they are a type error. */
export type OtherKey = 'F4' | 'F5' | 'F6' | 'F7' | 'F9' | 'F11' | 'F12' | 'Home' | 'End' | 'PageUp' | 'PageDown' | 'ArrowLeft' | 'ArrowRight' | 'Insert';

/** What a key does, and how the key map says it. */
export type NamedAct = { readonly act: () => void; readonly does: string };
export type KeyAct = (() => void) | NamedAct;
/** `KeyboardEvent.key` → act. */
export type Keys = Readonly<Partial<Record<UsualKey, KeyAct>> & Partial<Record<OtherKey, NamedAct>>>;

export type KeyLayer = {
  readonly keys?: Keys;
  /** One character typed by a person while no text field has the focus; true when it was used. */
  readonly onTyped?: (character: string) => boolean;
  /** What `onTyped` does, for the key map: `['0–9', 'Amount received']`. */
  readonly typed?: readonly (readonly [characters: string, does: string])[];
  /** Enter pressed by a person while no other control shows the focus: the primary act. */
  readonly onEnter?: () => void;
  /** Left out where Enter is what the blue button says. */
  readonly enterDoes?: string;
  readonly modal?: boolean;
  /** Lies over the screen and is no part of it: the key map itself. */
  readonly aside?: boolean;
};

type Entry = { readonly level: KeyLevel; readonly layer: () => KeyLayer; /** On the page's clock: since when people can see it. */ shownAtMs: number };

const ORDER = { app: 0, screen: 1, dialog: 2, everywhere: 3 } as const satisfies Record<KeyLevel, number>;
const entries: Entry[] = [];
/** When a layer last went away: whatever was pressed before that was meant for it. */
let goneAtMs = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();
let changes = 0;

function changed(): void {
  changes += 1;
  for (const listener of listeners) listener();
}

export function named(does: string, act: () => void): NamedAct {
  return { does, act };
}

/** Registers while mounted; the handlers of the latest render are the ones that run. */
export function useKeyLayer(level: KeyLevel, layer: KeyLayer): void {
  const latest = useRef(layer);
  useEffect(() => {
    latest.current = layer;
  });
  useEffect(() => {
    const entry: Entry = { level, layer: () => latest.current, shownAtMs: pageMs() };
    // In the page now, on the glass with the next frame.
    const frame = requestAnimationFrame(() => {
      entry.shownAtMs = pageMs();
    });
    entries.push(entry);
    changed();
    return () => {
      cancelAnimationFrame(frame);
      entries.splice(entries.indexOf(entry), 1);
      goneAtMs = pageMs();
      changed();
    };
  }, [level]);
}

type Heard = { readonly entry: Entry; readonly layer: KeyLayer };

function fromTheTop(counts: (layer: KeyLayer) => boolean = () => true): readonly Heard[] {
  const sorted = entries
    .map((entry, index) => ({ entry, index, layer: entry.layer() }))
    .filter(({ layer }) => counts(layer))
    .toSorted((a, b) => ORDER[b.entry.level] - ORDER[a.entry.level] || b.index - a.index);
  const lowest = sorted.findIndex(({ layer }) => layer.modal === true);
  return lowest < 0 ? sorted : sorted.slice(0, lowest + 1);
}

/**
 * Since when, on the page's clock in ms, people can see what is on the screen now. A touch before that was meant for what is gone.
 */
export function screenShownAtMs(): number {
  return Math.max(goneAtMs, ...fromTheTop().map(({ entry }) => entry.shownAtMs));
}

/** Every change of what is on the screen, as a number that goes up; for `keyLayers`. */
export function useLayerChanges(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => changes,
  );
}

/** What can be pressed on the screen at hand, top first; what lies over it as an explanation is left out. */
export function keyLayers(): readonly KeyLayer[] {
  return fromTheTop((layer) => layer.aside !== true).map(({ layer }) => layer);
}

/** A dialog is open: whatever is under it is out of reach. */
export function dialogOpen(): boolean {
  return entries.some((entry) => entry.layer().modal === true);
}

/**
 * Each returns whether somebody used the key. `atMs`: when it was pressed, on the page's clock. A key from before its layer could be
 * seen was pressed for another screen: it is used up and does nothing.
 */
export function pressKey(key: string, atMs: number): boolean {
  for (const { entry, layer } of fromTheTop()) {
    const found = Object.entries(layer.keys ?? {}).find(([name]) => name === key)?.[1];
    if (found === undefined) continue;
    if (!meantFor(entry, atMs)) return true;
    if (typeof found === 'function') found();
    else found.act();
    return true;
  }
  return false;
}

export function typeCharacter(character: string, atMs: number): boolean {
  return fromTheTop().some(({ entry, layer }) => layer.onTyped !== undefined && (!meantFor(entry, atMs) || layer.onTyped(character)));
}

export function pressEnter(atMs: number): boolean {
  for (const { entry, layer } of fromTheTop()) {
    if (layer.onEnter === undefined) continue;
    if (meantFor(entry, atMs)) layer.onEnter();
    return true;
  }
  return false;
}

function meantFor(entry: Entry, atMs: number): boolean {
  return atMs >= entry.shownAtMs && atMs >= goneAtMs;
}
