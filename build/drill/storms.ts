/** The whole of the crash drills that `npm test` only samples: the counter is killed at every point of every sale, receipt, refund, exchange, correction, reprint and import; a hundred thousand lines are brought in. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.join(import.meta.dirname, '..', '..');
const LIMIT_MS = 90 * 60_000;

export const STORM_DRILLS: readonly string[] = [
  'domain/recovery.test.ts',
  'electron/testing/crash.test.ts',
  'electron/testing/card-crash.test.ts',
  'electron/testing/receipt-crash.test.ts',
  'electron/testing/refund-crash.test.ts',
  'electron/testing/correct-crash.test.ts',
  'electron/testing/reprint-crash.test.ts',
  'electron/catalogue/import/crash.test.ts',
  'electron/catalogue/photos-crash.test.ts',
  'electron/catalogue/import/imports.test.ts',
];

/** Answers whether it ended well within its limit; what it found is on the terminal. */
export const runStormDrill = (test: string): Promise<boolean> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FULL_STORM: '1' } });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
