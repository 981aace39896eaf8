// node build/run.mjs FILE [arguments]: runs one of our TypeScript files on Node 24, installing packages first if they are missing.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages, node24 } from './setup/packages.mjs';
import { say, Unmet } from './setup/say.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const [file, ...args] = process.argv.slice(2);

try {
  if (file === undefined) throw new Unmet('usage: node build/run.mjs FILE [arguments]');
  ensurePackages(root);
  const child = spawn(node24(root), [path.resolve(root, file), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
} catch (problem) {
  if (!(problem instanceof Unmet)) throw problem;
  say(problem.message);
  process.exit(1);
}
