/** The sandbox as a child process, and its control calls as functions. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startSimulatorProcess } from '../../../../native/simulator-process.ts';
import type { SandboxState } from './control.ts';
import type { FaultRequest } from './faults.ts';

export type SandboxProcess = {
  readonly url: string;
  readonly linkId: string;
  readonly secretKey: string;
  readonly fault: (request: FaultRequest) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly pushClock: (pushMs: number) => Promise<void>;
  readonly state: () => Promise<SandboxState>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export type SandboxProcessOptions = { readonly stateFile: string; readonly port?: number; readonly linkId?: string; readonly secretKey?: string };

export async function startSandboxProcess(options: SandboxProcessOptions): Promise<SandboxProcess> {
  const linkId = options.linkId ?? 'TESTLINK';
  const secretKey = options.secretKey ?? randomBytes(32).toString('base64');
  const args = ['--port', String(options.port ?? 0), '--state-file', options.stateFile, '--link-id', linkId];
  const simulator = await startSimulatorProcess(path.join(import.meta.dirname, 'main.ts'), args, { POPBILL_SANDBOX_SECRET: secretKey });
  const url = `http://127.0.0.1:${Number(simulator.said['port'])}`;
  const control = async (method: string, call: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${url}/_control/${call}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`the sandbox refused ${call}: ${await response.text()}`);
    return response;
  };
  return {
    url,
    linkId,
    secretKey,
    fault: async (request) => void (await control('POST', 'faults', request)),
    clearFaults: async () => void (await control('DELETE', 'faults')),
    pushClock: async (pushMs) => void (await control('POST', 'clock', { pushMs })),
    state: async () => {
      const state: SandboxState = JSON.parse(await (await control('GET', 'state')).text());
      return state;
    },
    stop: simulator.stop,
  };
}
