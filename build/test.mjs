// npm test: sets the machine up as npm start does, then runs every check and test on Node 24. Runs on Node 20 with no packages.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './setup/build-dist.mjs';
import { needsDisplay, startDisplay } from './setup/display.mjs';
import { ensurePackages, node24 } from './setup/packages.mjs';
import { say, Unmet } from './setup/say.mjs';
import { ensureSystem, findElectron } from './setup/system.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

const test = async () => {
  ensurePackages(root);
  const withoutDisplay = needsDisplay();
  ensureSystem({ browser: findElectron(root) === null, display: withoutDisplay, serial: true }, path.join(root, 'out'));
  ensureBuilt(root);
  const display = withoutDisplay ? await startDisplay() : { env: {}, stop: () => {} };
  const child = spawn(node24(root), [path.join(root, 'build', 'suite.ts')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...display.env } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('exit', code => {
    display.stop();
    process.exit(code ?? 1);
  });
};

test().catch(problem => {
  say(problem instanceof Unmet ? problem.message : String(problem instanceof Error ? problem.stack : problem));
  // What could not be set up is a failure like any other, and is counted as one.
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
});
