// Where practice data lies, and how it is thrown away. The same rule as electron/shell/options.ts, here for Node 20; a test compares them.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Unmet } from './say.mjs';

/** @param {{ env: Record<string, string | undefined>, platform: string, homeDir: string }} machine @returns {string} */
export const practiceFolder = ({ env, platform, homeDir }) => {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(homeDir, 'AppData', 'Local'), 'gyesandae', 'practice');
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Application Support', 'gyesandae', 'practice');
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homeDir, '.local', 'share');
  return path.join(base, 'gyesandae', 'practice');
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

/** Removes practice data. Only ever the practice folder itself: a folder named with --data may hold real sales.
 * @param {string} dir @param {string} practice */
export const resetPractice = (dir, practice) => {
  if (path.resolve(dir) !== path.resolve(practice)) {
    throw new Unmet(`--reset-practice removes only the practice folder (${practice}), never a folder given with --data`);
  }
  if (!existsSync(dir)) return false;
  if (isRunning(dir)) throw new Unmet('the counter is running on the practice data; close it first');
  rmSync(dir, { recursive: true, force: true });
  return true;
};
