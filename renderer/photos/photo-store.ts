/**
 * Photos this window has at hand, by their hash: what is once there is never another. Asked for a few at a time and when nothing else
 * is to do, so that no key of a sale waits for a picture; how many wait and how much is kept is bounded.
 */
import type { PhotoView } from '../../contract/catalogue.ts';
import { MAX_PHOTOS_PER_CALL } from '../../contract/catalogue.ts';

/** Wanted and not asked for yet; the oldest gives way: whoever wanted it has long scrolled on. */
export const MAX_WAITING = 120;
/** Characters of all addresses together: a few hundred photos. */
export const MAX_KEPT_CHARS = 8_000_000;

export type PhotoStore = {
  /** The `data:` address of its bytes; null while it is not here. */
  readonly get: (photo: string) => string | null;
  readonly want: (photo: string) => void;
  /** One that came another way: it was made in this window. */
  readonly keep: (photo: string, address: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export type PhotoSource = {
  /** Null: not now. */
  readonly ask: (photos: string[]) => Promise<readonly PhotoView[] | null>;
  /** When the window has a moment. */
  readonly later: (act: () => void) => void;
};

export function createPhotoStore({ ask, later }: PhotoSource): PhotoStore {
  const kept = new Map<string, string>();
  /** Main has said that it has no such photo. */
  const gone = new Set<string>();
  const waiting = new Set<string>();
  const listeners = new Set<() => void>();
  let keptChars = 0;
  let busy = false;

  function keep(photo: string, address: string): void {
    drop(photo);
    gone.delete(photo);
    kept.set(photo, address);
    keptChars += address.length;
    for (const oldest of kept.keys()) {
      if (keptChars <= MAX_KEPT_CHARS || oldest === photo) break;
      drop(oldest);
    }
  }

  function drop(photo: string): void {
    keptChars -= kept.get(photo)?.length ?? 0;
    kept.delete(photo);
  }

  /** What was wanted last is in sight now. */
  function next(): string[] {
    const wanted = [...waiting].slice(-MAX_PHOTOS_PER_CALL);
    for (const photo of wanted) waiting.delete(photo);
    return wanted;
  }

  async function fetchSome(): Promise<void> {
    const wanted = next();
    const answer = wanted.length === 0 ? [] : await ask(wanted);
    busy = false;
    for (const { photo, type, base64 } of answer ?? []) keep(photo, `data:${type};base64,${base64}`);
    // What could not be asked for is asked for again by whoever wants it next.
    if (answer !== null) for (const photo of wanted) if (!kept.has(photo)) gone.add(photo);
    if ((answer ?? []).length > 0) for (const listener of listeners) listener();
    if (answer === null) waiting.clear();
    else if (waiting.size > 0) goOn();
  }

  function goOn(): void {
    if (busy) return;
    busy = true;
    later(() => void fetchSome());
  }

  return {
    get: (photo) => kept.get(photo) ?? null,
    want(photo) {
      const address = kept.get(photo);
      if (address !== undefined) {
        // In use: not the next to go.
        kept.delete(photo);
        kept.set(photo, address);
        return;
      }
      if (gone.has(photo)) return;
      waiting.delete(photo);
      waiting.add(photo);
      for (const oldest of waiting) {
        if (waiting.size <= MAX_WAITING) break;
        waiting.delete(oldest);
      }
      goOn();
    },
    keep(photo, address) {
      keep(photo, address);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
