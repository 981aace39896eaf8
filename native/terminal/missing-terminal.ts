/** Stands where the card terminal would be in a shop that has none. It takes nothing and pretends nothing: no trade is ever sent. */
import type { Terminal, TerminalCapabilities } from './port.ts';

/** The detail of every refusal of it. */
export const NO_TERMINAL = 'no card terminal is connected';

const NOTHING: TerminalCapabilities = {
  family: '',
  inquiry: 'none',
  networkReversal: false,
  tradeNumberEcho: 'echo-if-given',
  stages: 'waiting-only',
  installments: { maxMonths: 0 },
  limits: { maxTotalWon: 0 },
  taxFreePart: false,
  signature: { takenBy: 'terminal', saysWhetherTaken: false, handsPictureOver: false },
  cardCancel: { mayAskForCard: false },
  cashReceipt: { customerNumber: 'terminal', cancelReason: false, cancelWithinDays: 0 },
  abort: 'until-card-read',
  information: false,
};

const REFUSED = { cause: 'not-supported', detail: NO_TERMINAL } as const;

export function missingTerminal(): Terminal {
  return {
    capabilities: NOTHING,
    trade: async () => ({ state: 'not-sent', ...REFUSED }),
    inquire: async () => ({ state: 'not-sent', ...REFUSED }),
    abort: async () => ({ state: 'nothing-under-way' }),
    info: async () => ({ state: 'absent', ...REFUSED }),
    close: async () => undefined,
  };
}
