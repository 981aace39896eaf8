// What the machine itself must have: a browser, fonts, a display. As root on Debian it is installed; otherwise we say exactly what to install.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say, Unmet } from './say.mjs';

const BROWSERS = [
  'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge',
].map(name => `/usr/bin/${name}`);
const OTHER_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string | null} */
export const findBrowser = () => {
  const named = process.env['GYESANDAE_CHROMIUM'];
  if (named !== undefined) return existsSync(named) ? named : null;
  return [...BROWSERS, ...OTHER_BROWSERS].find(file => existsSync(file)) ?? null;
};

/** Electron's binary, if its one-time download has happened. Never `require('electron')`: that would start the download.
 * @param {string} root @returns {string | null} */
export const findElectron = root => {
  const dir = path.join(root, 'node_modules', 'electron');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  try {
    const name = override === undefined ? readFileSync(path.join(dir, 'path.txt'), 'utf8').trim() : process.platform === 'win32' ? 'electron.exe' : 'electron';
    const file = path.join(override ?? path.join(dir, 'dist'), name);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
};

const has = (/** @type {string} */ program) => (process.env['PATH'] ?? '').split(path.delimiter).some(dir => dir !== '' && existsSync(path.join(dir, program)));
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

const hasKoreanFont = () => {
  if (existsSync(CJK_FONT)) return true;
  const listed = spawnSync('fc-list', [':lang=ko', 'file'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
};

/** Debian packages for what is missing.
 * @param {{ browser: boolean, display: boolean, serial: boolean }} needs @returns {string[]} */
export const missingDebianPackages = needs => {
  if (process.platform !== 'linux') return [];
  const missing = [];
  if (needs.browser && findBrowser() === null) missing.push('chromium', 'chromium-sandbox');
  if (!hasKoreanFont()) missing.push('fonts-noto-cjk');
  if (needs.display && !has('Xvfb')) missing.push('xvfb');
  if (needs.serial && !has('udevadm')) missing.push('udev');
  if (needs.serial && !has('socat')) missing.push('socat');
  return missing;
};

const isDebianRoot = () => process.platform === 'linux' && process.getuid?.() === 0 && has('apt-get');

/** @param {string[]} packages @param {string} logDir */
const aptInstall = (packages, logDir) => {
  mkdirSync(logDir, { recursive: true });
  const logFile = path.join(logDir, 'apt.log');
  say(`installing with apt-get (as root): ${packages.join(' ')}; what it says goes to ${path.relative(process.cwd(), logFile) || logFile}`);
  const log = openSync(logFile, 'a');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ args) => spawnSync('apt-get', args, { stdio: ['ignore', log, log], env }).status === 0;
  apt(['update', '-q']);
  const installed = apt(['install', '-y', '-q', '--no-install-recommends', ...packages]);
  closeSync(log);
  if (!installed) throw new Unmet(`apt-get could not install ${packages.join(' ')}; the reason is in ${logFile}`);
};

/** Installs what is missing, or says what to install. @param {{ browser: boolean, display: boolean, serial: boolean }} needs @param {string} logDir */
export const ensureSystem = (needs, logDir) => {
  const missing = missingDebianPackages(needs);
  if (missing.length > 0 && isDebianRoot()) aptInstall(missing, logDir);
  else if (missing.length > 0) {
    throw new Unmet(
      has('apt-get')
        ? `please install first:  sudo apt-get install ${missing.join(' ')}`
        : `please install first, by the means of your system: ${missing.join(', ')} (names as in Debian)`,
    );
  }
  if (needs.browser && findBrowser() === null) throw new Unmet('please install Chromium, Google Chrome or Microsoft Edge, or name one in GYESANDAE_CHROMIUM');
};
