/**
 * A counter as a process that a drill may kill. It names every point it reaches on stdout and sends itself SIGKILL at the one it was
 * asked to: by its number, or at the first whose name matches. The first line is the view it started with.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { startApp } from '../app.ts';
import type { Cashier } from './cashier.ts';
import { createCashier } from './cashier.ts';
import { withCrashPoints } from './crash-points.ts';
import { headlessShell } from './headless-shell.ts';

/** Where to die: 0 nowhere; -1 it ends when there are people and a day. */
export type CrashAt = number | RegExp;

export function crashAtOf(text: string): CrashAt {
  return /^-?\d+$/.test(text) ? Number(text) : new RegExp(text);
}

/** Synchronous to the end: what was said before the kill has been said. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Points count from what `act` does; what it must find first, it does in `before`. */
export async function runToCrash<T>(dataDir: string, crashAt: CrashAt, { before, act }: { readonly before: (cashier: Cashier) => Promise<T>; readonly act: (cashier: Cashier, found: T) => Promise<void> }): Promise<never> {
  let armed = false;
  let reached = 0;
  const reach = (point: string): void => {
    if (!armed) return;
    reached += 1;
    say(`point ${reached} ${point}`);
    if (typeof crashAt === 'number' ? reached === crashAt : crashAt.test(point)) process.kill(process.pid, 'SIGKILL');
  };
  const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
  const cashier = createCashier(app);
  say(`view ${JSON.stringify(await cashier.look())}`);
  await cashier.begin();
  if (crashAt !== -1) {
    const found = await before(cashier);
    armed = true;
    await act(cashier, found);
    armed = false;
  }
  await app.stop();
  say('sold');
  return process.exit(0);
}
