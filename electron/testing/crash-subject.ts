/**
 * The counter as a process that a drill may kill: `crash-subject.ts DATA_DIR CRASH_AT`. It names every point it reaches on stdout and
 * sends itself SIGKILL at point CRASH_AT (0 = never). Points count from the first scan on. The first line is the view it started with.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { startApp } from '../app.ts';
import { createCashier } from './cashier.ts';
import { withCrashPoints } from './crash-points.ts';
import { headlessShell } from './headless-shell.ts';

const [dataDir = '', crashAtText = '0'] = process.argv.slice(2);
const crashAt = Number(crashAtText);
let armed = false;
let reached = 0;

/** Synchronous to the end: what was said before the kill has been said. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const reach = (point: string): void => {
  if (!armed) return;
  reached += 1;
  say(`point ${reached} ${point}`);
  if (reached === crashAt) process.kill(process.pid, 'SIGKILL');
};

const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
const cashier = createCashier(app);
say(`view ${JSON.stringify(await cashier.look())}`);
await cashier.begin();
armed = true;
await cashier.sellOnce();
armed = false;
await app.stop();
say('sold');
process.exit(0);
