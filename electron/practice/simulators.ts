/**
 * Practice mode's devices: the virtual printer and the sandbox gateway, each a process of its own on its real protocol.
 * The counter reaches them by address, through the same drivers as real ones.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import type { ForkedProgram, ShellPort } from '../shell-port.ts';

/** A simulator that is not ready by then never will be. */
const READY_WITHIN_MS = 15_000;

const readyLine = z.object({ ready: z.literal(true), port: z.int().min(1).max(65_535) });

export type Simulator = { readonly port: number; readonly stop: () => void };
export type Sandbox = Simulator & { readonly linkId: string; readonly secretKey: string };

export async function startVirtualPrinter(shell: ShellPort, columns: number): Promise<Simulator> {
  const dir = path.join(shell.dataDir, 'slips');
  return start(shell, 'virtual-printer.js', ['--port', '0', '--control-port', '0', '--dir', dir, '--columns', String(columns)], {});
}

/** Credentials of the sandbox are made afresh for every start: they open nothing else. */
export async function startSandbox(shell: ShellPort): Promise<Sandbox> {
  const linkId = 'PRACTICE';
  const secretKey = randomBytes(32).toString('base64');
  const stateFile = path.join(shell.dataDir, 'sandbox-state.jsonl');
  const simulator = await start(shell, 'popbill-sandbox.js', ['--port', '0', '--state-file', stateFile, '--link-id', linkId], { POPBILL_SANDBOX_SECRET: secretKey });
  return { ...simulator, linkId, secretKey };
}

function start(shell: ShellPort, script: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Simulator> {
  const program = shell.fork(script, args, { ...env, EXIT_WITH_STDIN: '1' });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      program.kill();
      reject(new Error(`${script} was not ready within ${READY_WITHIN_MS} ms`));
    }, READY_WITHIN_MS);
    program.onExit((code) => {
      clearTimeout(late);
      reject(new Error(`${script} ended with ${code ?? 'a signal'} before it was ready`));
    });
    program.onLine((line) => {
      const port = portOf(line);
      if (port === null) return;
      clearTimeout(late);
      resolve({ port, stop: () => stop(program) });
    });
  });
}

function stop(program: ForkedProgram): void {
  program.kill();
}

function portOf(line: string): number | null {
  try {
    const parsed = readyLine.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data.port : null;
  } catch {
    return null;
  }
}
