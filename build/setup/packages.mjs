// Are the packages of package-lock.json installed? If not, `npm ci`. Runs on Node 20 with no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say, Unmet } from './say.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/** @param {string} file @returns {Lock | null} */
const readLock = file => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** True when npm's own record of what it installed agrees with the lock; packages for other platforms may be missing.
 * @param {Lock | null} wanted @param {Lock | null} installed @returns {boolean} */
export const agrees = (wanted, installed) => {
  if (wanted?.packages === undefined || installed?.packages === undefined) return false;
  const have = installed.packages;
  return Object.entries(wanted.packages).every(([name, { version, optional, link }]) => {
    if (!name.startsWith('node_modules/') || link === true) return true;
    return have[name] === undefined ? optional === true : have[name].version === version;
  });
};

/** The Node that everything after the set-up runs on. @param {string} root */
export const node24 = root => path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const run = (/** @type {string} */ root, /** @type {string[]} */ args) => spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0;

/** Installs what the lock says unless it is there already. @param {string} root */
export const ensurePackages = root => {
  const modules = path.join(root, 'node_modules');
  const upToDate = agrees(readLock(path.join(root, 'package-lock.json')), readLock(path.join(modules, '.package-lock.json')));
  if (upToDate && existsSync(node24(root))) return;
  say('installing packages (npm ci); this takes about half a minute');
  // No install script runs except the one that fetches Node 24: better-sqlite3 and serialport bring ready-made binaries.
  if (!run(root, ['ci', '--no-fund', '--no-audit', '--ignore-scripts', '--loglevel=error'])) {
    throw new Unmet('npm ci failed; see above. It needs the npm registry once (a proxy or mirror is set with "npm config set registry URL").');
  }
  if (!existsSync(node24(root)) && !run(root, ['rebuild', 'node', '--foreground-scripts', '--loglevel=error'])) {
    throw new Unmet('Node 24 could not be fetched (package "node"); see above.');
  }
  if (!existsSync(node24(root))) throw new Unmet(`Node 24 is missing after the installation: ${path.relative(root, node24(root))}`);
};
