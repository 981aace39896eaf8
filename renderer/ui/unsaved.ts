/** Whether something is typed somewhere that nobody has saved yet. */
import { useEffect } from 'react';

let unsaved = 0;

export function useUnsaved(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    unsaved += 1;
    return () => {
      unsaved -= 1;
    };
  }, [changed]);
}

export function hasUnsaved(): boolean {
  return unsaved > 0;
}
