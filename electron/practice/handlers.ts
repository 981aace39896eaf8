/** Calls of the practice panel → use case. */
import type { CallName } from '../../contract/calls.ts';
import type { Handlers } from '../router.ts';
import type { PracticePanel } from './panel.ts';

type PracticeCall = Extract<CallName, `practice.${string}`>;

export function practiceHandlers(panel: PracticePanel): Pick<Handlers, PracticeCall> {
  return {
    'practice.view': () => panel.view(),
    'practice.behave': (choice) => panel.behave(choice),
    'practice.memory': ({ memory }) => panel.setMemory(memory),
    'practice.keyedSale': ({ totalWon }) => panel.keyedSale(totalWon),
    'practice.forget': ({ device }) => panel.forget(device),
  };
}
