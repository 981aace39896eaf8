/**
 * The shell: windows, the scheme they load from, the bridge, and the order in which things start and end.
 * With preload.ts the only file that imports 'electron'. The same file runs on Electron and on the Chromium host.
 */
import { app, BrowserWindow, ipcMain, Menu, protocol, safeStorage, screen, session, utilityProcess } from 'electron';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { App, ShellPort } from './shell-port.ts';
import { assetHeaders, resolveAsset } from './shell/assets.ts';
import { INVOKE_CHANNEL, PUSH_CHANNEL } from './shell/bridge.ts';
import { programEnv, programFile, wrapProgram } from './shell/fork.ts';
import { lastWords, sayLastWords } from './shell/last-words.ts';
import { parseShellOptions, type ShellOptions } from './shell/options.ts';
import { isAllowedNavigation, SCHEME, WINDOW_KINDS, windowUrl, type WindowKind } from './shell/origin.ts';
import { placeWindows } from './shell/placement.ts';
import { makeReloadGuard } from './shell/reload.ts';
import { takeScreenshots } from './shell/screenshot.ts';
import { admitCall, refusal } from './shell/sender.ts';
import { bringToFront, makeQuitDrain } from './shell/shutdown.ts';
import { windowOptions } from './shell/window-options.ts';

const BUNDLE_DIR = import.meta.dirname;
const RENDERER_DIR = path.join(BUNDLE_DIR, '..', 'renderer');
const SCREENSHOT_LIMIT_MS = 60_000;
/** A page that has stood this long is sound; a later death is not counted together with earlier ones. */
const STANDING_MS = 30_000;

const log = (line: string): void => void process.stderr.write(`${line}\n`);
const windows = new Map<WindowKind, BrowserWindow>();
let quitting = false;

/** Says which shell this is, from the process itself: only Electron's own binary knows a version of Electron. */
const shellName = (): string => {
  const version: string | undefined = process.versions.electron;
  return version === undefined ? 'Chromium host, for development and machines without Electron' : `Electron ${version}`;
};

const shellPort = (options: ShellOptions): ShellPort => ({
  dataDir: options.dataDir,
  shellName: shellName(),
  appVersion: app.getVersion(),
  fork: (script, args, env) => {
    const forkOptions = { stdio: 'pipe', serviceName: script, env: programEnv(process.env, env) } as const;
    const child = utilityProcess.fork(programFile(BUNDLE_DIR, script), [...args], forkOptions);
    return wrapProgram(child, script, log);
  },
  customerMonitor: () => (screen.getAllDisplays().length > 1 ? 'own' : 'shared'),
  secrets: {
    // Linux without a key ring offers "basic_text", which is no secret: say so instead of pretending.
    available: safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encrypt: text => safeStorage.encryptString(text),
    decrypt: data => safeStorage.decryptString(data),
  },
});

const denyEverythingUnused = (): void => {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', event => event.preventDefault());
};

const serveRenderer = (): void => {
  protocol.handle(SCHEME, async request => {
    const asset = resolveAsset(RENDERER_DIR, request.url);
    if (asset === null) return new Response('not found', { status: 404 });
    try {
      return new Response(await readFile(asset.file), { headers: assetHeaders(asset.contentType) });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
};

const connectBridge = (starting: Promise<App>): void => {
  ipcMain.handle(INVOKE_CHANNEL, async (event, raw: unknown) => {
    const kind = WINDOW_KINDS.find(candidate => windows.get(candidate)?.webContents === event.sender) ?? null;
    const frame = event.senderFrame;
    const facts = frame === null ? null : { origin: frame.origin, isMainFrame: frame === event.sender.mainFrame };
    const admission = admitCall(raw, facts, kind);
    if (!admission.admitted) return refusal(admission.code);
    // A page may be quicker than the journal; its first call waits.
    const counter = await starting;
    return counter.handle(admission.raw, admission.sender);
  });
};

/** From the beginning: a window may stand there while an older journal is folded anew. */
const push = (kind: WindowKind, raw: string): void => {
  const window = windows.get(kind);
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(PUSH_CHANNEL, raw);
};

const guardContents = (window: BrowserWindow, kind: WindowKind): void => {
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (!isAllowedNavigation(kind, url)) event.preventDefault();
  });
  contents.on('will-attach-webview', event => event.preventDefault());
  const reload = makeReloadGuard(
    () => {
      if (!window.isDestroyed()) contents.reload();
    },
    (run, delayMs) => void setTimeout(run, delayMs),
  );
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    log(`the ${kind} window's renderer is gone (${details.reason}); loading it again`);
    reload.died();
  });
  let standing: ReturnType<typeof setTimeout> | undefined;
  contents.on('did-finish-load', () => {
    clearTimeout(standing);
    standing = setTimeout(() => reload.stood(), STANDING_MS);
    standing.unref();
  });
};

const openWindow = async (kind: WindowKind, options: ShellOptions): Promise<void> => {
  const placement = placeWindows(screen.getPrimaryDisplay().id, screen.getAllDisplays(), options)[kind];
  const window = new BrowserWindow(windowOptions(kind, placement, path.join(BUNDLE_DIR, 'preload.cjs'), app.isPackaged));
  windows.set(kind, window);
  guardContents(window, kind);
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    if (quitting) return;
    // Closing the till ends the program; a customer display closed by a stray hand comes back.
    if (kind === 'cashier') app.quit();
    else openWindow(kind, options).catch(fail);
  });
  await window.loadURL(windowUrl(kind));
};

const screenshot = async (file: string): Promise<void> => {
  const pictured = [...windows].map(([kind, window]) => ({
    kind,
    isReady: async () => (await window.webContents.executeJavaScript('document.documentElement.dataset.ready')) === 'true',
    capturePng: async () => (await window.webContents.capturePage()).toPNG(),
  }));
  for (const written of await takeScreenshots(pictured, file, SCREENSHOT_LIMIT_MS)) log(`screenshot: ${written}`);
};

function fail(problem: unknown): void {
  if (quitting) return;
  log(`the counter could not start or go on: ${lastWords(problem)}`);
  process.exitCode = 1;
  app.exit(1);
}

/** Reading the counter's code takes a while in which this process does nothing else: only once the shell's own processes are on their way. */
const startCounter = async (shellReady: Promise<void>, options: ShellOptions): Promise<App> => {
  await nextTurn();
  const { startProgram } = await import('./program/program.ts');
  // Electron lends its key store and its child processes only once it is ready. The host has no more to lend later, and is ready late.
  if (process.versions.electron !== undefined) await shellReady;
  return startProgram(shellPort(options), { place: options.practice ? 'practice' : null, alsoAsk: options.alsoAsk, onPush: push });
};

const start = async (options: ShellOptions): Promise<void> => {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  Menu.setApplicationMenu(null);
  // The counter's code is read while the shell starts, journal and simulators start while the windows load.
  const starting = startCounter(app.whenReady(), options);
  // Told below, where it is waited for.
  starting.catch(() => {});
  const drain = makeQuitDrain(
    async () => {
      const counter = await starting;
      await counter.stop();
    },
    () => app.quit(),
    log,
  );
  app.on('before-quit', event => {
    quitting = true;
    drain(event);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    const cashier = windows.get('cashier');
    if (cashier !== undefined && !cashier.isDestroyed()) bringToFront(cashier);
  });
  await app.whenReady();
  denyEverythingUnused();
  serveRenderer();
  connectBridge(starting);
  const opening = Promise.all(WINDOW_KINDS.map(kind => openWindow(kind, options)));
  await Promise.all([starting, opening]);
  if (options.screenshotFile !== null) {
    await screenshot(options.screenshotFile);
    app.quit();
  }
};

sayLastWords(process, log, () => app.exit(1));
try {
  const options = parseShellOptions({ argv: process.argv.slice(1), env: process.env, platform: process.platform, homeDir: homedir() });
  app.setPath('userData', path.join(options.dataDir, 'shell'));
  if (app.requestSingleInstanceLock()) start(options).catch(fail);
  else {
    log('the counter is already open on this data folder; its window comes to the front');
    app.exit(0);
  }
} catch (problem) {
  // A wrong option or a folder that cannot be made: the words are for whoever typed it, a stack would bury them.
  fail(problem instanceof Error ? problem.message : problem);
}
