/** The clocks of a window: nothing else in it reads one, and the gallery sets this one to the afternoon of its samples. */
import { useEffect, useState } from 'react';

/** The time now, in ms since 1970. */
export function wallMs(): number {
  return Date.now();
}

/** Ms since the page began, as the times of events are counted: for how long ago something was pressed or shown. */
export function pageMs(): number {
  return performance.now();
}

/** The time now, in ms since 1970, renewed every `everyMs`: for clocks and "since when" on the screen, never for a rule. */
export function useNow(everyMs: number): number {
  const [atMs, setAtMs] = useState(wallMs);
  useEffect(() => {
    const timer = setInterval(() => setAtMs(wallMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return atMs;
}
