/** When this window heard a scanner last: for the device page. Nothing follows from it. */
import { useSyncExternalStore } from 'react';
import { wallMs } from '../ui/now.ts';
import type { HowScanned } from './scanner.ts';

/** `how` is null for a scan that landed in the customer's window: nobody timed it there. */
export type HeardScan = { readonly code: string; readonly how: HowScanned | null };

let heardAt: string | null = null;
const listeners = new Set<() => void>();

export function logScan(): void {
  heardAt = new Date(wallMs()).toISOString();
  for (const listener of listeners) listener();
}

export function useScannedAt(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => heardAt,
  );
}
