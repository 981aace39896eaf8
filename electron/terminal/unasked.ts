/** Results of the terminal that nobody waited for, on their way to whoever keeps them. What comes before somebody listens is held. */
import type { UnaskedResult } from '../../native/terminal/port.ts';

/** More than a terminal can have left over from a start. */
const MAX_HELD = 100;

export type UnaskedListener = (result: UnaskedResult) => void;

export type UnaskedResults = {
  readonly tell: UnaskedListener;
  /** One listener: what is held goes to it at once, in order. */
  readonly onUnasked: (listener: UnaskedListener) => void;
};

export function createUnaskedResults(log: (line: string) => void): UnaskedResults {
  let held: UnaskedResult[] = [];
  let listener: UnaskedListener | null = null;

  function tell(result: UnaskedResult): void {
    if (listener !== null) return listener(result);
    if (held.length < MAX_HELD) held.push(result);
    else log(`terminal: a result nobody asked for was not kept: trade ${result.tradeNumber}, ${result.outcome.state}`);
  }

  return {
    tell,
    onUnasked: (next) => {
      listener = next;
      const waiting = held;
      held = [];
      for (const result of waiting) next(result);
    },
  };
}
