/** Starts a shell as `npm start` does and watches its two windows. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { node24 } from '../../setup/packages.mjs';
import { findElectron } from '../../setup/system.mjs';
import { connectPages, type Pages } from './pages.ts';

const READY_WITHIN_MS = 30_000;
const END_WITHIN_MS = 15_000;
const MAX_KEPT_WORDS = 16_384;

export type ShellRun = {
  readonly pages: Pages;
  /** From the moment the process was asked for until both windows had said they were ready. */
  readonly readyMs: number;
  /** Asks it to end in good order and waits until it is gone. */
  readonly end: () => Promise<void>;
};

/** Shells that are running; none outlives the bench, whatever ends it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** `env` carries the display, where there is none. */
export type ShellPlace = { readonly root: string; readonly env: Readonly<Record<string, string>> };

export function shellName({ root }: ShellPlace): 'Electron' | 'Chromium host' {
  return findElectron(root) === null ? 'Chromium host' : 'Electron';
}

export async function runShell(place: ShellPlace, mainFile: string, dataDir: string): Promise<ShellRun> {
  const { file, args, env } = commandOf(place, [mainFile, `--data=${dataDir}`, '--practice', '--size=1366x768']);
  const start = performance.now();
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...place.env, ...env }, detached: process.platform !== 'win32' });
  running.add(child);
  child.on('exit', () => running.delete(child));
  const end = () => endShell(child);
  try {
    return await within(READY_WITHIN_MS, 'ready', async () => {
      const pages = await connectPages(await debuggingAddress(child));
      await Promise.all([pages.ready('cashier'), pages.ready('customer')]);
      return { pages, readyMs: performance.now() - start, end: () => (pages.close(), end()) };
    });
  } catch (problem) {
    await end();
    throw problem;
  }
}

/** A shell for one piece of work, gone afterwards. */
export async function withShell<T>(place: ShellPlace, mainFile: string, dataDir: string, work: (pages: Pages) => Promise<T>): Promise<T> {
  const { pages, end } = await runShell(place, mainFile, dataDir);
  try {
    return await work(pages);
  } finally {
    await end();
  }
}

/** As build/start.mjs, with the one switch that opens the windows to the bench. */
function commandOf({ root }: ShellPlace, appArgs: readonly string[]) {
  const electron = findElectron(root);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (electron !== null) return { file: electron, args: [...asRoot, '--remote-debugging-port=0', ...appArgs], env: {} };
  const register = pathToFileURL(path.join(root, 'electron', 'chromium-host', 'register.ts')).href;
  const args = ['--disable-warning=ExperimentalWarning', '--import', register, ...appArgs];
  return { file: node24(root), args, env: { GYESANDAE_CHROMIUM_SWITCHES: '--remote-debugging-port=0' } };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the shell ended with ${code ?? 'a signal'} before its windows were ready:\n${said}`)));
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      if (said.length < MAX_KEPT_WORDS) said += piece;
      const address = /^DevTools listening on (ws:\S+)$/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

async function endShell(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await gone;
  clearTimeout(killer);
}

async function within<T>(limitMs: number, what: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the shell was not ${what} within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
