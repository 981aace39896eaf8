/** How far an older journal is folded anew: heard while there is no counter to show yet. */
import { createContext, use, useSyncExternalStore } from 'react';
import type { CallName } from '../../contract/calls.ts';
import type { PushFrame } from '../../contract/envelope.ts';
import type { CallResult } from '../bridge.ts';

export type Folding = Extract<PushFrame, { readonly ev: 'journal.folding' }>['data'];

export type FoldingStore = {
  /** Null: nothing is folded that anybody waits for. */
  readonly get: () => Folding | null;
  readonly put: (folding: Folding | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks again after a call that was not answered in its time, as long as the folding went on meanwhile. */
  readonly wait: <N extends CallName>(call: () => Promise<CallResult<N>>) => Promise<CallResult<N>>;
};

export function createFoldingStore(): FoldingStore {
  let current: Folding | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    put: (folding) => {
      current = folding;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    wait: async (call) => {
      for (;;) {
        const before = current;
        const result = await call();
        if (result.ok || current === before) return result;
      }
    },
  };
}

/** Of this window. */
export const FOLDING = createFoldingStore();
export const FoldingContext = createContext<FoldingStore>(FOLDING);

export function useFolding(): Folding | null {
  const store = use(FoldingContext);
  return useSyncExternalStore(store.subscribe, store.get);
}
