/** The panel's groups as one list: the terminal's, then the pad's, each with what the device at hand can do. Pure. */
import { PAD_GROUPS, TERMINAL_GROUPS, type PadBehaviour, type PadGroup, type TerminalBehaviour, type TerminalGroup } from '../../../contract/behaviours.ts';
import type { PracticeView } from '../../../contract/practice.ts';

export type Group =
  | { readonly device: 'terminal'; readonly group: TerminalGroup; readonly behaviours: readonly TerminalBehaviour[] }
  | { readonly device: 'pad'; readonly group: PadGroup; readonly behaviours: readonly PadBehaviour[] };

const TERMINAL = ['clear', 'lost', 'line', 'odd', 'cancel'] as const satisfies readonly TerminalGroup[];
const PAD = ['customer', 'pad', 'line'] as const satisfies readonly PadGroup[];

export function groupsOf({ terminal, pad }: PracticeView): readonly Group[] {
  const offered = new Set(terminal?.behaviours);
  const ofTerminal: Group[] = terminal === null ? [] : TERMINAL.map((group) => ({ device: 'terminal', group, behaviours: TERMINAL_GROUPS[group].filter((behaviour) => offered.has(behaviour)) }));
  const ofPad: Group[] = pad === null ? [] : PAD.map((group) => ({ device: 'pad', group, behaviours: PAD_GROUPS[group] }));
  return [...ofTerminal, ...ofPad];
}

/** One further, and from the last to the first. */
export function stepped(length: number, at: number, by: 1 | -1): number {
  return length === 0 ? 0 : (at + by + length) % length;
}
