import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { connectCdp, type Cdp } from './cdp.ts';
import { explainForbidden, POLICY_DIRS, remoteDebuggingForbiddenBy } from './policy.ts';
import { makeLineSplitter } from '../shell/lines.ts';

const CANDIDATES: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to run on: GYESANDAE_CHROMIUM, else the first installed Chromium, Chrome or Edge. */
export const findChromium = (override: string | undefined, exists: (file: string) => boolean = existsSync): string => {
  const found = override ?? CANDIDATES.find(exists);
  if (found !== undefined && exists(found)) return found;
  throw new Error('no Chromium, Chrome or Edge was found; install one, or name it in GYESANDAE_CHROMIUM');
};

/** Switches that turn a browser into a window of ours. `extra` comes from app.commandLine and, in tests, from the launcher. */
export const chromiumSwitches = (profileDir: string, extra: readonly string[], isRoot: boolean): readonly string[] => [
  '--remote-debugging-pipe',
  `--user-data-dir=${profileDir}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,GlobalMediaControls,SpareRendererForSitePerProcess',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--password-store=basic',
  '--no-proxy-server',
  // Nothing we show comes from a network: every name fails to resolve, also for what slips past the interception.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--lang=ko',
  '--window-position=0,0',
  // Root cannot have Chromium's sandbox; --test-type only removes the bar that says so from the till.
  ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ...extra.filter(argument => !(isRoot && argument === '--no-sandbox')),
  '--app=data:text/html,<title>counter</title>',
];

export type Chromium = { readonly cdp: Cdp; readonly child: ChildProcess; lastWords(): string };

/** How long a Chromium left over from a killed run may take to notice that its pipe is closed. */
const LEFTOVER_LIMIT_MS = 5000;
const KEPT_LINES = 20;

/**
 * Chromium marks its profile with a link `SingletonLock → host-pid`. After a kill of ours the old one may still be ending; a new one would
 * hand its window over to it and leave. Our own lock has already made sure that no other counter uses this folder.
 */
const clearLeftover = async (profileDir: string): Promise<void> => {
  let owner: string;
  try {
    owner = readlinkSync(path.join(profileDir, 'SingletonLock'));
  } catch {
    return;
  }
  const dash = owner.lastIndexOf('-');
  const pid = Number(owner.slice(dash + 1));
  if (owner.slice(0, dash) === hostname() && Number.isSafeInteger(pid) && pid > 0) {
    for (let waitedMs = 0; waitedMs < LEFTOVER_LIMIT_MS; waitedMs += 50) {
      try {
        process.kill(pid, 0);
      } catch {
        break;
      }
      await delay(50);
    }
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(path.join(profileDir, name), { force: true });
};

export const startChromium = async (binary: string, profileDir: string, extra: readonly string[]): Promise<Chromium> => {
  const policy = remoteDebuggingForbiddenBy(POLICY_DIRS);
  if (policy !== null) throw new Error(explainForbidden(policy));
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  await clearLeftover(profileDir);
  const switches = chromiumSwitches(profileDir, extra, process.getuid?.() === 0);
  const child = spawn(binary, switches, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const kept: string[] = [];
  const onLine = makeLineSplitter(line => {
    // Playwright reads this line to find the windows; everything else is only of interest when the start fails.
    if (line.startsWith('DevTools listening on ') || process.env['GYESANDAE_CHROMIUM_LOG'] === '1') process.stderr.write(`${line}\n`);
    kept.push(line);
    if (kept.length > KEPT_LINES) kept.shift();
  });
  child.stderr?.setEncoding('utf8').on('data', onLine);
  const toChromium = child.stdio[3];
  const fromChromium = child.stdio[4];
  if (!(toChromium instanceof Writable) || !(fromChromium instanceof Readable)) throw new Error('the pipes to Chromium could not be opened');
  child.on('error', problem => fromChromium.destroy(problem));
  return { cdp: connectCdp(fromChromium, toChromium), child, lastWords: () => kept.join('\n') };
};
