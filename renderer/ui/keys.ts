/**
 * Who hears the keyboard. Keys reach layers only after the scanner guard has decided that a person pressed them
 * (cashier/scanner.ts): dialog before screen before app, the latest first; a modal layer lets nothing through below it.
 */
import { useEffect, useRef } from 'react';

export type KeyLevel = 'app' | 'screen' | 'dialog';

export type KeyLayer = {
  /** `KeyboardEvent.key` → act: `F3`, `Escape`, `Delete`, `ArrowUp` … */
  readonly keys?: Readonly<Record<string, () => void>>;
  /** One character typed by a person while no text field has the focus; true when it was used. */
  readonly onTyped?: (character: string) => boolean;
  /** Enter pressed by a person while no other control shows the focus: the primary act. */
  readonly onEnter?: () => void;
  readonly modal?: boolean;
};

type Entry = { readonly level: KeyLevel; readonly layer: () => KeyLayer };

const ORDER = { app: 0, screen: 1, dialog: 2 } as const satisfies Record<KeyLevel, number>;
const entries: Entry[] = [];

/** Registers while mounted; the handlers of the latest render are the ones that run. */
export function useKeyLayer(level: KeyLevel, layer: KeyLayer): void {
  const latest = useRef(layer);
  useEffect(() => {
    latest.current = layer;
  });
  useEffect(() => {
    const entry: Entry = { level, layer: () => latest.current };
    entries.push(entry);
    return () => {
      entries.splice(entries.indexOf(entry), 1);
    };
  }, [level]);
}

function fromTheTop(): readonly KeyLayer[] {
  const sorted = entries.map((entry, index) => ({ entry, index })).toSorted((a, b) => ORDER[b.entry.level] - ORDER[a.entry.level] || b.index - a.index);
  const layers: KeyLayer[] = [];
  for (const { entry } of sorted) {
    const layer = entry.layer();
    layers.push(layer);
    if (layer.modal === true) break;
  }
  return layers;
}

/** A dialog is open: whatever is under it is out of reach. */
export function dialogOpen(): boolean {
  return entries.some((entry) => entry.layer().modal === true);
}

/** Each returns whether somebody used it. */
export function pressKey(key: string): boolean {
  for (const layer of fromTheTop()) {
    const act = layer.keys !== undefined && Object.hasOwn(layer.keys, key) ? layer.keys[key] : undefined;
    if (act === undefined) continue;
    act();
    return true;
  }
  return false;
}

export function typeCharacter(character: string): boolean {
  return fromTheTop().some((layer) => layer.onTyped?.(character) ?? false);
}

export function pressEnter(): boolean {
  for (const layer of fromTheTop()) {
    if (layer.onEnter === undefined) continue;
    layer.onEnter();
    return true;
  }
  return false;
}
