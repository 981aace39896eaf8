/**
 * Photos this window has at hand, by their hash: what is once there is never another. Asked for a few at a time and when nothing else
 * is to do, so that no key of a sale waits for a picture; how many wait and how much is kept is bounded.
 */
import { MAX_PHOTOS_PER_CALL } from '../../contract/limits.ts';

/** Wanted and not asked for yet; the oldest gives way: whoever wanted it has long scrolled on. */
export const MAX_WAITING = 120;
/** A few hundred photos. */
export const MAX_KEPT_BYTES = 6_000_000;

export type PhotoBytes = Uint8Array<ArrayBuffer>;

export type PhotoStore = {
  /** Null while it is not here. */
  readonly get: (photo: string) => PhotoBytes | null;
  readonly want: (photo: string) => void;
  /** One that came another way: it was made in this window. */
  readonly keep: (photo: string, bytes: PhotoBytes) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export type PhotoSource = {
  /** Null: not now. */
  readonly ask: (photos: string[]) => Promise<readonly { readonly photo: string; readonly bytes: PhotoBytes }[] | null>;
  /** When the window has a moment. */
  readonly later: (act: () => void) => void;
};

export function createPhotoStore({ ask, later }: PhotoSource): PhotoStore {
  const kept = new Map<string, PhotoBytes>();
  /** Main has said that it has no such photo. */
  const gone = new Set<string>();
  const waiting = new Set<string>();
  const listeners = new Set<() => void>();
  let keptBytes = 0;
  let busy = false;

  function keep(photo: string, bytes: PhotoBytes): void {
    drop(photo);
    gone.delete(photo);
    kept.set(photo, bytes);
    keptBytes += bytes.length;
    for (const oldest of kept.keys()) {
      if (keptBytes <= MAX_KEPT_BYTES || oldest === photo) break;
      drop(oldest);
    }
  }

  function drop(photo: string): void {
    keptBytes -= kept.get(photo)?.length ?? 0;
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
    for (const { photo, bytes } of answer ?? []) keep(photo, bytes);
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
      const bytes = kept.get(photo);
      if (bytes !== undefined) {
        // In use: not the next to go.
        kept.delete(photo);
        kept.set(photo, bytes);
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
    keep(photo, bytes) {
      keep(photo, bytes);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
