import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for as long as the component stands, which does what the newest one given would do: what is drawn with it need not be
 * drawn again because a handler was made anew. For what people press, not for what is called while drawing.
 */
export function useSteady<Args extends readonly unknown[], Answer>(act: (...args: Args) => Answer): (...args: Args) => Answer {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args) => latest.current(...args), []);
}
