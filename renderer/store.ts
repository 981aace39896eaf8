/** The newest view main has pushed. Windows keep no truth of their own: an older view never replaces a newer one. */
import { useSyncExternalStore } from 'react';

export type ViewStore<V> = {
  readonly get: () => V | null;
  readonly put: (view: V) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createViewStore<V extends { readonly revision: number }>(): ViewStore<V> {
  let current: V | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    put: (view) => {
      if (current !== null && view.revision <= current.revision) return;
      current = view;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useView<V>(store: ViewStore<V>): V | null {
  return useSyncExternalStore(store.subscribe, store.get);
}
