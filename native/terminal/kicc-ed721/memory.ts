/** Which trades were answered, and which one was asked for last: a late answer finds its trade, and a repeated one is told once. */
import type { TradeRequest, UnaskedResult } from '../port.ts';
import type { KiccBody, Pairs } from './codec.ts';
import { judge } from './judge.ts';
import { endedBy, outcomeOfForeign } from './trade.ts';

export type Memory = {
  begins(request: TradeRequest): void;
  /** Its answer is here: the same again is only a repetition. */
  ends(): void;
  foreign(pairs: Pairs): void;
  /** An answer FF while nobody waits. */
  ended(body: KiccBody): void;
  /** Whether the answer of the trade asked for last is still to come. */
  awaits(): boolean;
};

const MAX_REMEMBERED = 32;

export function createMemory(onUnasked: (result: UnaskedResult) => void): Memory {
  let open: TradeRequest | undefined;
  let last: TradeRequest | undefined;
  const answered: string[] = [];
  const close = (tradeNumber: string): void => {
    if (open?.tradeNumber === tradeNumber) open = undefined;
    answered.push(tradeNumber);
    if (answered.length > MAX_REMEMBERED) answered.shift();
  };
  return {
    awaits: () => open !== undefined,
    begins: (request) => {
      last = request;
      open = request;
    },
    ends: () => last && close(last.tradeNumber),
    foreign: (pairs) => {
      const tradeNumber = (pairs['S23'] ?? '').trim();
      if (tradeNumber !== '' && answered.includes(tradeNumber)) return;
      const outcome = open?.tradeNumber === tradeNumber ? judge(open, pairs) : outcomeOfForeign(pairs);
      if (tradeNumber !== '') close(tradeNumber);
      onUnasked({ tradeNumber, outcome });
    },
    ended: (body) => {
      if (open === undefined) return;
      const { tradeNumber } = open;
      close(tradeNumber);
      onUnasked({ tradeNumber, outcome: endedBy(body, false) });
    },
  };
}
