/** A simulated card terminal as a child process, and its control port as functions. */
import path from 'node:path';
import { askControlPort } from '../../simulator-control.ts';
import { startSimulatorProcess } from '../../simulator-process.ts';
import type { Script } from './script.ts';
import type { TerminalFamily, TerminalSimulatorState } from './server.ts';

export type TerminalSimulatorProcess = {
  /** `tcp://127.0.0.1:port` or `serial:///dev/…`, as the settings name a terminal. */
  readonly address: string;
  readonly controlPort: number;
  readonly next: (script: Partial<Script>) => Promise<void>;
  /** For all trades that have no script of their own. */
  readonly usual: (script: Partial<Script>) => Promise<void>;
  /** As if somebody keyed a sale on the terminal itself; with a number: the approval of that trade, long after it was asked. */
  readonly keyedSale: (totalWon: number, number?: string) => Promise<void>;
  readonly state: () => Promise<TerminalSimulatorState>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export async function startTerminalSimulatorProcess(options: { readonly family: TerminalFamily; readonly pty?: boolean; readonly port?: number }): Promise<TerminalSimulatorProcess> {
  const args = ['--family', options.family, ...(options.pty ? ['--pty'] : ['--port', String(options.port ?? 0)])];
  const simulator = await startSimulatorProcess(path.join(import.meta.dirname, 'main.ts'), args);
  const controlPort = Number(simulator.said['controlPort']);
  return {
    address: String(simulator.said['address']),
    controlPort,
    next: async (script) => void (await askControlPort(controlPort, { tell: 'next', script })),
    usual: async (script) => void (await askControlPort(controlPort, { tell: 'usual', script })),
    keyedSale: async (totalWon, number = '') => void (await askControlPort(controlPort, { tell: 'keyed-sale', totalWon, number })),
    state: async () => (await askControlPort(controlPort, { ask: 'state' }))['state'] as TerminalSimulatorState,
    stop: simulator.stop,
  };
}
