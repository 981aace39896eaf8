/** Which shell the specs drive. They themselves do not know. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Host = {
  /** The name of the Playwright project. */
  readonly kind: 'electron' | 'chromium-host';
  /** What Playwright starts; takes Electron's command line. */
  readonly executable: string;
};

export const ROOT = path.join(import.meta.dirname, '..');
export const MAIN_FILE = path.join(ROOT, 'dist', 'electron', 'main.js');

/** Never `require('electron')` to find out: without a binary that starts a download. */
const findElectron = (): string | null => {
  const dir = path.join(ROOT, 'node_modules', 'electron');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  try {
    const name = override === undefined ? readFileSync(path.join(dir, 'path.txt'), 'utf8').trim() : 'electron';
    const file = path.join(override ?? path.join(dir, 'dist'), name);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
};

/** POS_HOST=electron or chromium-host, else Electron where its binary is, else the Chromium host. Throws rather than run something else. */
export const findHost = (wanted: string | undefined = process.env['POS_HOST'], electron: string | null = findElectron()): Host => {
  if (wanted !== undefined && wanted !== 'electron' && wanted !== 'chromium-host') throw new Error(`POS_HOST is electron or chromium-host, not "${wanted}"`);
  if (wanted === 'electron' && electron === null) throw new Error("POS_HOST=electron, but Electron's binary is not installed (npx install-electron)");
  if (wanted !== 'chromium-host' && electron !== null) return { kind: 'electron', executable: electron };
  return { kind: 'chromium-host', executable: path.join(ROOT, 'electron', 'chromium-host', 'launch') };
};
