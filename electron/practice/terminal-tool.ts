/** The simulated card terminal at its control port: what was chosen for it, and the books of its issuer. */
import { z } from 'zod';
import { LASTING, type TerminalBehaviour, type TerminalMemory } from '../../contract/behaviours.ts';
import type { PracticeTrade, PracticeView } from '../../contract/practice.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import type { TerminalFamily, TerminalSettings } from '../terminal/settings.ts';
import { behavioursOf, scriptOf } from './behaviours.ts';

export type ControlledTerminal = { readonly family: TerminalFamily; readonly address: string; readonly controlPort: number };

export type TerminalTool = {
  readonly view: () => Promise<NonNullable<PracticeView['terminal']>>;
  readonly behave: (behaviour: TerminalBehaviour, until: 'next' | 'all') => Promise<void>;
  readonly setMemory: (memory: TerminalMemory) => Promise<void>;
  readonly keyedSale: (totalWon: number) => Promise<void>;
};

const TRADES_SHOWN = 12;
/** A learner who lines up more has lost count. */
export const MAX_WAITING = 9;

const simulatedTrade = z.object({ number: z.string(), kind: z.string(), totalWon: z.int(), approved: z.boolean(), confirmed: z.boolean(), approvalNumber: z.string() });
const stateAnswer = z.object({ state: z.object({ trades: z.array(simulatedTrade), waitingScripts: z.int() }) });

export function createTerminalTool({ family, address, controlPort }: ControlledTerminal, waits: TerminalSettings['waits']): TerminalTool {
  let usual: TerminalBehaviour = 'approve';
  let waiting: readonly TerminalBehaviour[] = [];
  let memory: TerminalMemory = 'fail';
  const script = (behaviour: TerminalBehaviour) => ({ ...scriptOf(behaviour, family, waits), inquiry: memory });

  /** Everything as chosen, from the beginning. */
  async function tellAll(): Promise<void> {
    await askControlPort(controlPort, { tell: 'forget' });
    await askControlPort(controlPort, { tell: 'usual', script: script(usual) });
    for (const behaviour of waiting) await askControlPort(controlPort, { tell: 'next', script: script(behaviour) });
  }

  /** What trades have used up no longer waits. */
  async function look() {
    const { state } = stateAnswer.parse(await askControlPort(controlPort, { ask: 'state' }));
    waiting = leftOf(waiting, state.waitingScripts);
    return state;
  }

  return {
    view: async () => {
      const { trades } = await look();
      return {
        family,
        line: address.startsWith('serial:') ? 'serial' : 'tcp',
        behaviours: behavioursOf(family),
        usual,
        waiting: [...waiting],
        memory: family === 'kicc-ed721' ? memory : null,
        trades: trades.slice(-TRADES_SHOWN).toReversed().map(tradeView),
      };
    },
    behave: async (behaviour, until) => {
      await look();
      if (until === 'all' || LASTING.has(behaviour)) {
        usual = behaviour;
        waiting = [];
        return tellAll();
      }
      if (waiting.length >= MAX_WAITING) return;
      waiting = [...waiting, behaviour];
      await askControlPort(controlPort, { tell: 'next', script: script(behaviour) });
    },
    setMemory: async (next) => {
      await look();
      memory = next;
      await tellAll();
    },
    keyedSale: async (totalWon) => void (await askControlPort(controlPort, { tell: 'keyed-sale', totalWon })),
  };
}

export function leftOf<Behaviour>(waiting: readonly Behaviour[], scripts: number): readonly Behaviour[] {
  return scripts === 0 ? [] : waiting.slice(-scripts);
}

const KINDS: Readonly<Record<string, PracticeTrade['kind']>> = {
  G120: 'card',
  'G120 cancel': 'card-cancel',
  G130: 'cash-receipt',
  'G130 cancel': 'cash-receipt-cancel',
  D1: 'card',
  D4: 'card-cancel',
  B1: 'cash-receipt',
  B2: 'cash-receipt-cancel',
};

function tradeView({ kind, ...trade }: z.output<typeof simulatedTrade>): PracticeTrade {
  return { ...trade, kind: KINDS[kind] ?? 'other' };
}
