/** A number on the pad: given up at once when nobody wants it any more, or when somebody has to sign. */
import type { NumberOutcome, NumberRequest } from '../../native/signature-pad/port.ts';

export type NumberAsks = {
  /** Null: the counter is closing. `isWanted`: whether anybody still waits for it. */
  readonly ask: (request: NumberRequest, isWanted: () => boolean) => Promise<NumberOutcome | null>;
  /** Ends the asking under way, if there is one. */
  readonly end: (why: 'given-up' | 'closing') => void;
  readonly isAsking: () => boolean;
};

type Pad = { readonly askNumber: (request: NumberRequest) => Promise<NumberOutcome>; /** Until what it is at has ended. */ readonly putDown: (pending: Promise<unknown>) => void };

const WANTED_EVERY_MS = 100;
const GIVEN_UP = { state: 'cancelled', by: 'counter' } as const;

export function createNumberAsks({ askNumber, putDown }: Pad): NumberAsks {
  let endNow: ((why: 'given-up' | 'closing') => void) | null = null;
  return {
    ask: async (request, isWanted) => {
      if (!isWanted()) return GIVEN_UP;
      const { promise: ended, resolve: end } = Promise.withResolvers<'given-up' | 'closing'>();
      endNow = end;
      // What is typed elsewhere, or dropped, is dropped there: nobody tells the pad.
      const watch = setInterval(() => (isWanted() ? undefined : end('given-up')), WANTED_EVERY_MS);
      const pending = askNumber(request);
      const outcome = await Promise.race([pending, ended]).finally(() => {
        clearInterval(watch);
        endNow = null;
      });
      if (typeof outcome !== 'string') return outcome;
      putDown(pending);
      return outcome === 'closing' ? null : GIVEN_UP;
    },
    end: (why) => endNow?.(why),
    isAsking: () => endNow !== null,
  };
}
