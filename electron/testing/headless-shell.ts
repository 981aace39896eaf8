/** A shell without windows: lends the program its data folder and forks our own programs from source. For tests and drills. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ForkedProgram, ShellPort } from '../shell-port.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const SOURCES: Readonly<Record<string, string>> = {
  'virtual-printer.js': path.join(ROOT, 'native', 'printer', 'virtual', 'main.ts'),
  'terminal-simulator.js': path.join(ROOT, 'native', 'terminal', 'simulator', 'main.ts'),
  'pad-simulator.js': path.join(ROOT, 'native', 'signature-pad', 'koces-pad', 'simulator', 'main.ts'),
  'popbill-sandbox.js': path.join(ROOT, 'electron', 'cash-receipt', 'popbill', 'sandbox', 'main.ts'),
};

export function headlessShell(dataDir: string): ShellPort {
  return {
    dataDir,
    shellName: 'headless, for tests',
    appVersion: '0.0.0-test',
    customerMonitor: () => 'unknown',
    fork: forkFromSource,
    secrets: {
      available: false,
      encrypt: () => {
        throw new Error('there is no key store here');
      },
      decrypt: () => {
        throw new Error('there is no key store here');
      },
    },
  };
}

function forkFromSource(script: string, args: readonly string[], env: Readonly<Record<string, string>>): ForkedProgram {
  const source = SOURCES[script];
  if (source === undefined) throw new Error(`not one of our programs: ${script}`);
  const child = spawn(process.execPath, [source, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const lines = createInterface({ input: child.stdout });
  return {
    get pid() {
      return child.pid;
    },
    onLine: (listener) => void lines.on('line', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
