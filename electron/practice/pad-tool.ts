/** The simulated signature pad at its control port, and what was chosen for it. */
import { z } from 'zod';
import { LASTING, type PadBehaviour } from '../../contract/behaviours.ts';
import type { PracticeView } from '../../contract/practice.ts';
import { askControlPort } from '../../native/simulator-control.ts';
import { PAD_SCRIPTS } from './behaviours.ts';
import { CUSTOMER_MS } from './simulators.ts';
import { leftOf, MAX_WAITING } from './terminal-tool.ts';

export type ControlledPad = { readonly controlPort: number };

export type PadTool = {
  readonly view: () => Promise<NonNullable<PracticeView['pad']>>;
  readonly behave: (behaviour: PadBehaviour, until: 'next' | 'all') => Promise<void>;
};

const stateAnswer = z.object({ state: z.object({ waitingScripts: z.int() }) });

export function createPadTool({ controlPort }: ControlledPad): PadTool {
  let usual: PadBehaviour = 'signs';
  let waiting: readonly PadBehaviour[] = [];

  async function view(): Promise<NonNullable<PracticeView['pad']>> {
    const { state } = stateAnswer.parse(await askControlPort(controlPort, { ask: 'state' }));
    waiting = leftOf(waiting, state.waitingScripts);
    return { usual, waiting: [...waiting] };
  }

  return {
    view,
    behave: async (behaviour, until) => {
      await view();
      const script = { customerMs: CUSTOMER_MS, ...PAD_SCRIPTS[behaviour] };
      if (until === 'all' || LASTING.has(behaviour)) {
        usual = behaviour;
        waiting = [];
        await askControlPort(controlPort, { tell: 'forget' });
        await askControlPort(controlPort, { tell: 'usual', script });
      } else if (waiting.length < MAX_WAITING) {
        waiting = [...waiting, behaviour];
        await askControlPort(controlPort, { tell: 'next', script });
      }
    },
  };
}
