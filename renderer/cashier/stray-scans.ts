/** Codes scanned while the customer's window had the keyboard, on their way to whoever judges scans. */
import { createContext } from 'react';

export type StrayScans = {
  readonly put: (code: string) => void;
  /** Returns how to stop listening. */
  readonly listen: (listener: (code: string) => void) => () => void;
};

export function createStrayScans(): StrayScans {
  const listeners = new Set<(code: string) => void>();
  return {
    put: (code) => {
      for (const listener of listeners) listener(code);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Of this window: there is one scanner and one judge. */
export const STRAY_SCANS = createStrayScans();
export const StrayScansContext = createContext<StrayScans>(STRAY_SCANS);
