import { useCallback, useEffect, useRef, useState } from 'react';
import type { TypedDigits, TypedDigitsEvent } from './typed-digits.ts';
import { shownDigits, stepTypedDigits } from './typed-digits.ts';

export type DigitField = {
  readonly digits: string;
  /** The view has caught up: its verdict is about what is on the screen. */
  readonly settled: boolean;
  readonly edit: (change: (digits: string) => string) => void;
};

/** `send` resolves to whether main took the digits; `limit` is the most a number of this form has. */
export function useTypedDigits(viewDigits: string, limit: number, send: (digits: string) => Promise<boolean>): DigitField {
  const [state, setState] = useState<TypedDigits>({ view: viewDigits, pending: [], underWay: 0 });
  /** Two keys may come before one render. */
  const latest = useRef(state);
  const step = useCallback((event: TypedDigitsEvent) => {
    latest.current = stepTypedDigits(latest.current, event);
    setState(latest.current);
  }, []);

  useEffect(() => {
    if (latest.current.view !== viewDigits) step({ type: 'view', digits: viewDigits });
  }, [viewDigits, step]);

  const edit = useCallback(
    (change: (digits: string) => string) => {
      const before = shownDigits(latest.current);
      const digits = change(before).slice(0, limit);
      if (digits === before) return;
      step({ type: 'typed', digits });
      void send(digits).then((taken) => step({ type: 'answered', taken }));
    },
    [limit, send, step],
  );

  const digits = shownDigits(state);
  return { digits, settled: digits === viewDigits, edit };
}
