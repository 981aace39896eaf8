/** The long run of the codecs' fuzzing: ten million spoilt inputs each, as programs of their own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.join(import.meta.dirname, '..', '..');
const INPUTS = 10_000_000;
/** `npm test` tries seed 20,260,415; these are others. */
const FIRST_SEED = 1;
const LIMIT_MS = 60 * 60_000;

export const FUZZ_DRILLS: readonly string[] = ['koces-cat', 'kicc-ed721', 'koces-pad', 'escpos-status'];

/** Answers whether it ended well within its limit; what it found is on the terminal. */
export const runFuzzDrill = (protocol: string): Promise<boolean> =>
  new Promise(resolve => {
    const args = ['native/inspect/fuzz-main.ts', '--protocol', protocol, '--inputs', String(INPUTS), '--seed', String(FIRST_SEED)];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
