/**
 * Starts one of our simulators as a process of its own and waits for its word that it listens.
 * For tests, drills and benches: the product starts them through its shell.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';

const READY_WITHIN_MS = 20_000;

export type SimulatorProcess = {
  readonly child: ChildProcess;
  /** What its first line said, for example `{"ready":true,"port":1234}`. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Ends it and waits until it is gone. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export async function startSimulatorProcess(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env, EXIT_WITH_STDIN: '1' } });
  const said = await firstLine(child, script);
  return {
    child,
    said,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

function firstLine(child: ChildProcess, script: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${script} was not ready within ${READY_WITHIN_MS} ms`));
    }, READY_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code ?? 'a signal'} before it was ready`)));
    if (child.stdout === null) throw new Error('its output is a pipe');
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(late);
      const said: unknown = JSON.parse(line);
      resolve(Object.fromEntries(Object.entries(said ?? {})));
    });
  });
}
