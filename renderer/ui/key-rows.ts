/** The lines of the key map. */
import type { KeyLayer, UsualKey } from './keys.ts';

export type UsualWords = Readonly<Record<UsualKey | 'Enter', string>>;
/** Keys that do the same stand together. */
export type KeyRow = { readonly keys: readonly string[]; readonly does: string };

const CAPS: Readonly<Record<string, string>> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** Top layer first, as the keys are heard: a key that an upper layer takes is not listed again for a lower one. */
export function keyRows(layers: readonly KeyLayer[], usual: UsualWords): readonly KeyRow[] {
  const rows = new Map<string, string[]>();
  const taken = new Set<string>();
  const add = (key: string, does: string) => {
    if (taken.has(key)) return;
    taken.add(key);
    const before = rows.get(does);
    if (before === undefined) rows.set(does, [CAPS[key] ?? key]);
    else before.push(CAPS[key] ?? key);
  };
  const isUsual = (key: string): key is UsualKey => Object.hasOwn(usual, key);
  for (const layer of layers) {
    for (const [characters, does] of layer.typed ?? []) add(characters, does);
    if (layer.onEnter !== undefined) add('Enter', layer.enterDoes ?? usual.Enter);
    for (const [key, act] of Object.entries(layer.keys ?? {})) {
      if (typeof act === 'object') add(key, act.does);
      else if (isUsual(key)) add(key, usual[key]);
    }
  }
  // What this list itself is opened with stands last.
  const [first, ...rest] = [...rows].map(([does, keys]) => ({ keys, does }));
  return first === undefined ? [] : first.keys.includes('F1') ? [...rest, first] : [first, ...rest];
}
