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

/** Node 24 comes as a package made for one platform, as the lock names it. @param {string} root @param {{ platform: string, arch: string }} machine */
const packagedNode = (root, { platform, arch }) => {
  const windows = platform === 'win32';
  return path.join(root, 'node_modules', `node-${windows ? 'win' : platform}-${arch}`, 'bin', windows ? 'node.exe' : 'node');
};

/** As `engines` in package.json has it. @param {string} version */
const isNode24 = version => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 24 && minor >= 11;
};

/** The Node that everything after the set-up runs on: the one that was installed, or where there is none for this machine the running one.
 * @param {string} root @param {{ platform: string, arch: string, execPath: string }} [machine] @returns {string} */
export const node24 = (root, machine = process) => {
  const packaged = packagedNode(root, machine);
  return existsSync(packaged) ? packaged : machine.execPath;
};

/** @param {string} root @param {{ platform: string, arch: string, version: string }} [machine] @returns {boolean} */
export const hasNode24 = (root, machine = { platform: process.platform, arch: process.arch, version: process.versions.node }) =>
  existsSync(packagedNode(root, machine)) || isNode24(machine.version);

const run = (/** @type {string} */ root, /** @type {string[]} */ args) => spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0;

/** Installs what the lock says unless it is there already. @param {string} root */
export const ensurePackages = root => {
  const modules = path.join(root, 'node_modules');
  const upToDate = agrees(readLock(path.join(root, 'package-lock.json')), readLock(path.join(modules, '.package-lock.json')));
  if (upToDate && hasNode24(root)) return;
  say('installing packages (npm ci); this takes about half a minute');
  // No install script runs: better-sqlite3, serialport and Node itself bring ready-made binaries.
  if (!run(root, ['ci', '--no-fund', '--no-audit', '--ignore-scripts', '--loglevel=error'])) {
    throw new Unmet('npm ci failed; see above. It needs the npm registry once (a proxy or mirror is set with "npm config set registry URL").');
  }
  if (!hasNode24(root)) throw new Unmet(`No package brings Node 24 for ${process.platform} on ${process.arch}, and this is Node ${process.versions.node}: install Node 24.11 or newer of 24, then run the same command again.`);
};
