/** F1: what the keys do on the screen at hand, read from the layers that hear them. */
import { useEffect, useSyncExternalStore } from 'react';
import { keyMapWords } from '../words/key-map.ts';
import { useWords } from '../words/language.tsx';
import { Dialog } from './dialog.tsx';
import type { KeyRow, UsualWords } from './key-rows.ts';
import { keyRows } from './key-rows.ts';
import { keyLayers, useKeyLayer, useLayerChanges } from './keys.ts';

const listeners = new Set<() => void>();
let open = false;

function setOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

/** For the menu: those who touch find it there. */
export function openKeyMap(): void {
  setOpen(true);
}

/** Mounted once per window. */
export function KeyMap() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
  useKeyLayer('everywhere', { keys: { F1: () => setOpen(!open) } });
  useEffect(() => () => setOpen(false), []);
  return shown ? <KeyMapDialog /> : null;
}

function KeyMapDialog() {
  const words = useWords(keyMapWords);
  // The screen may change underneath: the list is that of the screen at hand.
  useLayerChanges();
  const usual: UsualWords = { ...words.usual, Enter: words.enter };
  return (
    <Dialog title={words.title} onClose={() => setOpen(false)} testId="key-map" kind="wide" aside>
      <dl className="columns-2 gap-x-9 cramped:columns-1">
        {keyRows(keyLayers(), usual).map((row) => (
          <Row key={row.does + row.keys.join()} row={row} />
        ))}
      </dl>
      <p className="text-[0.9375rem] text-ink-2">{words.scanner}</p>
    </Dialog>
  );
}

function Row({ row }: { readonly row: KeyRow }) {
  return (
    <div className="mb-1 grid min-h-9 break-inside-avoid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-x-4 border-b border-sunk pb-1" data-testid="key-row">
      <dt className="flex flex-wrap gap-1.5">
        {row.keys.map((key) => (
          <kbd key={key} className="num rounded-[0.3125rem] border border-line-strong bg-paper px-2 py-0.5 font-sans text-[0.9375rem] font-semibold whitespace-nowrap">
            {key}
          </kbd>
        ))}
      </dt>
      <dd className="m-0">{row.does}</dd>
    </div>
  );
}
