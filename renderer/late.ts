/**
 * A part of a window that its first paint does not need: fetched once the window stands idle, so that whoever opens it finds it there.
 * Who is faster than that waits a moment for it; who cannot have it is told, and asks again with the next opening.
 */
import { useEffect, useSyncExternalStore } from 'react';

export type Standing<Part> = { readonly at: 'coming' } | { readonly at: 'here'; readonly part: Part } | { readonly at: 'failed'; readonly detail: string };

export type Late<Part> = {
  readonly standing: () => Standing<Part>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Answers when it is here or has failed; never throws. */
  readonly fetch: () => Promise<void>;
};

const COMING = { at: 'coming' } as const;

export function createLate<Part>(load: () => Promise<Part>): Late<Part> {
  let standing: Standing<Part> = COMING;
  let underWay: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const stand = (next: Standing<Part>) => {
    standing = next;
    for (const listener of listeners) listener();
  };
  const ask = async () => {
    if (standing.at === 'failed') stand(COMING);
    try {
      stand({ at: 'here', part: await load() });
    } catch (error) {
      stand({ at: 'failed', detail: String(error) });
      underWay = null;
    }
  };
  return {
    standing: () => standing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: () => (underWay ??= ask()),
  };
}

/** As it stands now, asked for with the first look at it. */
export function useLate<Part>({ standing, subscribe, fetch }: Late<Part>): Standing<Part> {
  const now = useSyncExternalStore(subscribe, standing);
  useEffect(() => void fetch(), [fetch]);
  return now;
}
