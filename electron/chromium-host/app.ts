/** The `app` of the host: one instance, ready, and the order in which everything ends. */
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { BrowserWindow, connectWindows } from './browser-window.ts';
import { endBrowser, startBrowser } from './browser.ts';
import { guarded, notImplemented, onlyEvents } from './guard.ts';
import { takeInstanceLock, type InstanceLock } from './instance-lock.ts';
import { endUtilityProcesses } from './utility-process.ts';

const EVENTS: readonly string[] = ['before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance'];

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const events = new EventEmitter();
const paths = new Map<string, string>();
let lock: InstanceLock | null = null;
let ready: Promise<void> | null = null;
let ending: 'no' | 'asked' | 'exiting' = 'no';
let sandboxEnabled = false;

const getPath = (name: string): string => paths.get(name) ?? (name === 'home' ? homedir() : notImplemented(`app.getPath('${name}') before setPath`));

/** `before-quit` may hold the end back; the shell then calls quit again. */
const mayQuit = (event: 'before-quit' | 'will-quit'): boolean => {
  let prevented = false;
  events.emit(event, { preventDefault: () => (prevented = true) });
  return !prevented;
};

const exit = (code = 0): void => {
  if (ending === 'exiting') return;
  ending = 'exiting';
  events.emit('quit', {}, code);
  endUtilityProcesses();
  void endBrowser().finally(() => {
    if (lock?.held === true) lock.release();
    process.exit(code);
  });
};

const quit = (): void => {
  if (ending === 'exiting') return;
  ending = 'asked';
  if (!mayQuit('before-quit')) return;
  for (const window of BrowserWindow.getAllWindows()) window.gone();
  if (mayQuit('will-quit')) exit(Number(process.exitCode ?? 0));
};

connectWindows({
  allClosed: () => {
    // As in Electron: when quitting closes the windows, nobody is told that all are closed.
    if (ending !== 'no') return;
    if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed');
    else quit();
  },
  neverShown: problem => {
    say(`Chromium host: ${problem}`);
    exit(1);
  },
});

const onChromiumEnd = (reason: string): void => {
  if (ending !== 'no') return;
  say(`Chromium has ended (${reason}); the counter closes its journal and ends too`);
  quit();
};

const describeHost = (): void => {
  say('shell: Chromium host, for development and machines without Electron');
  if (process.getuid?.() === 0) say("Chromium's own sandbox is off, because this runs as root");
};

const whenReady = (): Promise<void> => {
  if (!sandboxEnabled) notImplemented('starting without app.enableSandbox()');
  ready ??= startBrowser(getPath('userData'), onChromiumEnd).then(describeHost);
  return ready;
};

const requestSingleInstanceLock = (): boolean => {
  lock ??= takeInstanceLock(getPath('userData'));
  if (!lock.held) return false;
  lock.onKnock(() => {
    const refreshed = BrowserWindow.getAllWindows().map(window => window.refreshState());
    void Promise.allSettled(refreshed).then(() => events.emit('second-instance', {}, [], ''));
  });
  return true;
};

// A terminal's Ctrl+C, a service manager, a closed terminal: all mean "end in good order"; asked twice, at once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (ending === 'no') quit();
    else if (signal === 'SIGINT') exit(130);
  });
}

const packageVersion = (): string => {
  const file = path.join(import.meta.dirname, '..', '..', 'package.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0.0.0';
};

const app = guarded('app', {
  isPackaged: false,
  getVersion: packageVersion,
  getName: (): string => 'gyesandae',
  getPath,
  setPath: (name: string, value: string): void => {
    mkdirSync(value, { recursive: true, mode: 0o700 });
    paths.set(name, value);
  },
  enableSandbox: (): void => {
    if (ready !== null) throw new Error('app.enableSandbox() can only be called before app is ready');
    sandboxEnabled = true;
  },
  requestSingleInstanceLock,
  whenReady,
  quit,
  exit,
  on: (event: string, listener: (...args: unknown[]) => void): void => {
    onlyEvents('app', EVENTS, event);
    events.on(event, listener);
  },
  once: (event: string, listener: (...args: unknown[]) => void): void => {
    onlyEvents('app', EVENTS, event);
    events.once(event, listener);
  },
});

export { app };
