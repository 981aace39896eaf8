/**
 * A learner chooses what the simulated terminal and pad do next, and looks into the simulated issuer's books. Goes over the simulators'
 * own control ports: the counter's way to them, and what it is told on it, stay as they are with a real one.
 */
import { ZodError } from 'zod';
import type { TerminalMemory } from '../../contract/behaviours.ts';
import type { PracticeBehave, PracticeView } from '../../contract/practice.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Settings } from '../settings.ts';
import { createPadTool, type ControlledPad } from './pad-tool.ts';
import { createTerminalTool, type ControlledTerminal } from './terminal-tool.ts';

export type PracticePanel = {
  readonly view: () => Promise<Result<PracticeView>>;
  readonly behave: (choice: PracticeBehave) => Promise<Result<PracticeView>>;
  readonly setMemory: (memory: TerminalMemory) => Promise<Result<PracticeView>>;
  /** A sale that somebody keys on the terminal itself. */
  readonly keyedSale: (totalWon: number) => Promise<Result<PracticeView>>;
  readonly forget: (device: PracticeBehave['device']) => Promise<Result<PracticeView>>;
};

/** What is real, or not there, is null. */
export type PracticeDevices = { readonly terminal: ControlledTerminal | null; readonly pad: ControlledPad | null };

export function createPracticePanel(settings: Settings, devices: PracticeDevices): PracticePanel {
  const exclusive = oneAtATime();
  const terminal = devices.terminal === null ? null : createTerminalTool(devices.terminal, settings.terminal.waits);
  const pad = devices.pad === null ? null : createPadTool(devices.pad);

  /** In a shop there is nothing to choose; a simulator that has died is expected. */
  function then<Tool>(tool: Tool | null, act: (tool: Tool) => Promise<void>): Promise<Result<PracticeView>> {
    return exclusive(async () => {
      if (settings.mode !== 'practice') return refuse('practice.only');
      if (tool === null) return refuse('practice.no-simulator');
      try {
        await act(tool);
        return ok({ terminal: terminal === null ? null : await terminal.view(), pad: pad === null ? null : await pad.view() });
      } catch (problem) {
        if (problem instanceof ZodError) throw problem;
        return refuse('practice.simulator-gone', problem instanceof Error ? problem.message : '');
      }
    });
  }

  return {
    view: () => then({}, async () => undefined),
    behave: (choice) => (choice.device === 'pad' ? then(pad, (tool) => tool.behave(choice.behaviour, choice.for)) : then(terminal, (tool) => tool.behave(choice.behaviour, choice.for))),
    setMemory: (memory) => then(terminal, (tool) => tool.setMemory(memory)),
    keyedSale: (totalWon) => then(terminal, (tool) => tool.keyedSale(totalWon)),
    forget: (device) => (device === 'pad' ? then(pad, (tool) => tool.behave('signs', 'all')) : then(terminal, (tool) => tool.behave('approve', 'all'))),
  };
}
