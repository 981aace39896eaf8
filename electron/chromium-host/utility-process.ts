import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { guarded, notImplemented, onlyEvents } from './guard.ts';

type ForkOptions = { stdio?: unknown; env?: NodeJS.ProcessEnv; serviceName?: string };

/** What is left running is ended when we end; the pipe on stdin ends it even after a kill -9 of ours. */
const running = new Set<{ kill(): boolean }>();

const fork = (script: string, args: readonly string[], options: ForkOptions) => {
  for (const name of Object.keys(options)) if (!['stdio', 'env', 'serviceName'].includes(name)) notImplemented(`utilityProcess.fork option ${name}`);
  if (options.stdio !== 'pipe') notImplemented("utilityProcess.fork without stdio: 'pipe'");
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...(options.env ?? process.env), EXIT_WITH_STDIN: '1', NODE_OPTIONS: '' },
  });
  child.stdin.on('error', () => {}); // It may end before us; its exit is reported below.
  const events = new EventEmitter();
  const handle = { kill: () => child.kill('SIGTERM') };
  running.add(handle);
  child.on('spawn', () => events.emit('spawn'));
  child.on('error', problem => process.stderr.write(`${options.serviceName ?? script}: ${problem.message}\n`));
  child.on('close', code => {
    running.delete(handle);
    events.emit('exit', code ?? 1);
  });
  return guarded('UtilityProcess', {
    get pid(): number | undefined {
      return child.exitCode === null && child.signalCode === null ? child.pid : undefined;
    },
    stdout: child.stdout,
    stderr: child.stderr,
    kill: handle.kill,
    on: (event: string, listener: (code: number) => void): void => {
      onlyEvents('UtilityProcess', ['spawn', 'exit'], event);
      events.on(event, listener);
    },
  });
};

export const utilityProcess = guarded('utilityProcess', { fork });

export const endUtilityProcesses = (): void => {
  for (const child of running) child.kill();
};
