import { useEffect, useState } from 'react';

/** The time now, in ms since 1970, renewed every `everyMs`: for clocks and "since when" on the screen, never for a rule. */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
