/** The virtual printer as a child process, and its control port as functions. */
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startSimulatorProcess } from '../../simulator-process.ts';
import type { Tell, VirtualPrinterState } from './server.ts';

const CONTROL_ANSWER_WITHIN_MS = 10_000;

export type VirtualPrinterProcess = {
  /** `tcp://127.0.0.1:port`, as the settings name a printer. */
  readonly address: string;
  readonly tell: (what: Tell) => Promise<void>;
  readonly state: () => Promise<VirtualPrinterState>;
  readonly slipText: (number: number) => Promise<string>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export async function startVirtualPrinterProcess(options: { readonly dir: string; readonly columns?: 42 | 48; readonly port?: number }): Promise<VirtualPrinterProcess> {
  const args = ['--port', String(options.port ?? 0), '--control-port', '0', '--dir', options.dir, '--columns', String(options.columns ?? 48)];
  const simulator = await startSimulatorProcess(path.join(import.meta.dirname, 'main.ts'), args);
  const controlPort = Number(simulator.said['controlPort']);
  return {
    address: `tcp://127.0.0.1:${Number(simulator.said['port'])}`,
    tell: async (what) => {
      await ask(controlPort, what);
    },
    state: async () => (await ask(controlPort, { ask: 'state' })).state,
    slipText: async (number) => (await ask(controlPort, { ask: 'slip', number })).text,
    stop: simulator.stop,
  };
}

type Answer = { readonly ok: boolean; readonly state: VirtualPrinterState; readonly text: string };

function ask(controlPort: number, request: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const line = connect(controlPort, '127.0.0.1', () => line.write(`${JSON.stringify(request)}\n`));
    line.setTimeout(CONTROL_ANSWER_WITHIN_MS, () => line.destroy(new Error('the control port is silent')));
    line.on('error', reject);
    createInterface({ input: line }).once('line', (text) => {
      line.end();
      const answer: Answer = JSON.parse(text);
      if (answer.ok) resolve(answer);
      else reject(new Error(`the virtual printer did not understand ${JSON.stringify(request)}`));
    });
  });
}
