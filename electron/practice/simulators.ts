/**
 * Practice mode's devices: the virtual printer, the sandbox gateway, the simulated terminal and signature pad, each a process of its own on its real protocol.
 * The counter reaches them by address, through the same drivers as real ones.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import type { ForkedProgram, ShellPort } from '../shell-port.ts';
import type { TerminalFamily } from '../terminal/settings.ts';

/** The simulated customer is no faster than the eye: each stage can be seen. */
export const CUSTOMER_MS = 800;

/** A simulator that is not ready by then never will be. */
const READY_WITHIN_MS = 15_000;

const port = z.int().min(1).max(65_535);
const readyLine = z.object({ ready: z.literal(true), port });
const deviceReadyLine = z.object({ ready: z.literal(true), address: z.string(), controlPort: port });

export type Simulator = { readonly port: number; readonly stop: () => void };
/** `address` as the settings name a terminal; its behaviour is chosen at `controlPort`. */
export type SimulatedTerminal = { readonly family: TerminalFamily; readonly address: string; readonly controlPort: number; readonly stop: () => void };
export type SimulatedPad = { readonly address: string; readonly controlPort: number; readonly stop: () => void };
export type Sandbox = Simulator & { readonly linkId: string; readonly secretKey: string };

/** `folder`: where its paper lies. */
export async function startVirtualPrinter(shell: ShellPort, columns: number, folder: string): Promise<Simulator> {
  const dir = path.join(shell.dataDir, folder);
  return start(shell, 'virtual-printer.js', ['--port', '0', '--control-port', '0', '--dir', dir, '--columns', String(columns)], {}, readyLine);
}

/** Credentials of the sandbox are made afresh for every start: they open nothing else. */
export async function startSandbox(shell: ShellPort): Promise<Sandbox> {
  const linkId = 'PRACTICE';
  const secretKey = randomBytes(32).toString('base64');
  const stateFile = path.join(shell.dataDir, 'sandbox-state.jsonl');
  const simulator = await start(shell, 'popbill-sandbox.js', ['--port', '0', '--state-file', stateFile, '--link-id', linkId], { POPBILL_SANDBOX_SECRET: secretKey }, readyLine);
  return { ...simulator, linkId, secretKey };
}

/** `serial` is a cable made by `socat`; where it cannot be made, TCP takes its place and the address says so. */
export async function startSimulatedTerminal(shell: ShellPort, family: TerminalFamily, line: 'tcp' | 'serial'): Promise<SimulatedTerminal> {
  const args = ['--family', family, '--control-port', '0', '--customer-ms', String(CUSTOMER_MS)];
  const overTcp = () => start(shell, 'terminal-simulator.js', [...args, '--port', '0'], {}, deviceReadyLine);
  const ready = line === 'tcp' ? await overTcp() : await start(shell, 'terminal-simulator.js', [...args, '--pty'], {}, deviceReadyLine).catch(overTcp);
  return { family, ...ready };
}

/** At the end of a cable made by `socat`; null where it cannot be made, and the log says why. */
export async function startSimulatedPad(shell: ShellPort, log: (line: string) => void): Promise<SimulatedPad | null> {
  try {
    return await start(shell, 'pad-simulator.js', ['--control-port', '0', '--customer-ms', String(CUSTOMER_MS)], {}, deviceReadyLine);
  } catch (error) {
    log(`the simulated pad did not start: ${String(error)}`);
    return null;
  }
}

type Ready<S extends z.ZodType> = Omit<z.output<S>, 'ready'> & { readonly stop: () => void };

function start<S extends z.ZodType>(shell: ShellPort, script: string, args: readonly string[], env: Readonly<Record<string, string>>, line: S): Promise<Ready<S>> {
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
    program.onLine((text) => {
      const said = parsed(line, text);
      if (said === null) return;
      clearTimeout(late);
      resolve({ ...said, stop: () => stop(program) });
    });
  });
}

function stop(program: ForkedProgram): void {
  program.kill();
}

function parsed<S extends z.ZodType>(line: S, text: string): z.output<S> | null {
  try {
    const said = line.safeParse(JSON.parse(text));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}
