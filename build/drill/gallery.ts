/** Every screen and state in the dark and in Chinese too, of which `npm test` asks a third. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.join(import.meta.dirname, '..', '..');
const LIMIT_MS = 20 * 60_000;

export const GALLERY_DRILL = 'gallery in the dark and in Chinese';

/** Answers whether it ended well within its limit; what it found is on the terminal. */
export const runGalleryDrill = (): Promise<boolean> =>
  new Promise(resolve => {
    const args = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/drawn.config.ts', 'gallery'];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FULL_GALLERY: '1' } });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
