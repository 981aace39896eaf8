/**
 * Digits appear under the finger before main has answered. What was typed here stands until main's view says the same,
 * a call was refused, or the view changes while nothing of ours is under way (the cashier took over).
 */
import { useCallback, useEffect, useRef, useState } from 'react';

export type TypedDigits = {
  readonly digits: string;
  /** The view has caught up: its verdict is about what is on the screen. */
  readonly settled: boolean;
  readonly edit: (change: (digits: string) => string) => void;
};

/** `send` resolves to whether main took the digits; `limit` is the most a number of this form has. */
export function useTypedDigits(viewDigits: string, limit: number, send: (digits: string) => Promise<boolean>): TypedDigits {
  const [local, setLocal] = useState<string | null>(null);
  /** What the next key adds to: two keys may come before one render. */
  const latest = useRef(viewDigits);
  const view = useRef(viewDigits);
  const underWay = useRef(0);

  useEffect(() => {
    view.current = viewDigits;
    if (underWay.current > 0) return;
    latest.current = viewDigits;
    setLocal(null);
  }, [viewDigits]);

  const edit = useCallback(
    (change: (digits: string) => string) => {
      const digits = change(latest.current).slice(0, limit);
      if (digits === latest.current) return;
      latest.current = digits;
      setLocal(digits);
      underWay.current += 1;
      void send(digits).then((taken) => {
        underWay.current -= 1;
        if (taken || underWay.current > 0) return;
        latest.current = view.current;
        setLocal(null);
      });
    },
    [limit, send],
  );

  const digits = local ?? viewDigits;
  return { digits, settled: digits === viewDigits, edit };
}
