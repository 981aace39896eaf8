// Where the program's data lies, and how practice data is thrown away. The same rule as electron/shell/options.ts, here for Node 20; a test compares them.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Unmet } from './say.mjs';

/** @param {{ env: Record<string, string | undefined>, platform: string, homeDir: string }} machine @returns {string} */
export const homeFolder = ({ env, platform, homeDir }) => {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(homeDir, 'AppData', 'Local'), 'gyesandae');
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Application Support', 'gyesandae');
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homeDir, '.local', 'share');
  return path.join(base, 'gyesandae');
};

const isRunning = (/** @type {string} */ dir) => {
  try {
    const pid = Number(readFileSync(path.join(dir, 'shell', 'instance.lock'), 'utf8').split(' ')[0]);
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Removes practice data. Only ever the practice folder itself: the shop beside it holds real sales, and so may a folder named with --data.
 * @param {string} home @param {string} usual */
export const resetPractice = (home, usual) => {
  if (path.resolve(home) !== path.resolve(usual)) {
    throw new Unmet(`--reset-practice removes only the practice data in ${usual}, never anything in a folder given with --data`);
  }
  const dir = path.join(home, 'practice');
  if (!existsSync(dir)) return false;
  // An earlier version kept its lock in the practice folder.
  if (isRunning(home) || isRunning(dir)) throw new Unmet('the counter is running; close it first');
  rmSync(dir, { recursive: true, force: true });
  return true;
};
