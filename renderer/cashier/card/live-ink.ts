/** The ink of the signature that is being given, on its way to whoever watches it: the newest, as long as somebody signs. */
import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { LiveInk } from '../../../contract/signature.ts';
import { useClient } from '../../bridge.ts';

export type InkStore = {
  readonly get: () => LiveInk | null;
  readonly put: (ink: LiveInk) => void;
  readonly forget: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createInkStore(): InkStore {
  let current: LiveInk | null = null;
  const listeners = new Set<() => void>();
  const set = (next: LiveInk | null) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    put: (ink) => {
      if (current === null || current.signId !== ink.signId || ink.seq > current.seq) set(ink);
    },
    forget: () => set(null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Of this window. */
export const LIVE_INK = createInkStore();
export const InkContext = createContext<InkStore>(LIVE_INK);

/** Null while nothing is drawn, and for a signature that is over. A window that comes late asks once for what was drawn before. */
export function useLiveInk(signId: string | null): LiveInk | null {
  const store = use(InkContext);
  const client = useClient();
  const ink = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    if (signId === null) return undefined;
    void client.call('signature.live', {}).then((result) => {
      if (result.ok && result.res?.signId === signId) store.put(result.res);
    });
    return store.forget;
  }, [store, client, signId]);
  return signId !== null && ink?.signId === signId ? ink : null;
}
