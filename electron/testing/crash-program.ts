/**
 * A counter as a process that a drill may kill. It takes jobs on its standard input, a JSON line each, and does one after the other. It names
 * every point it reaches on stdout and sends itself SIGKILL at the one it was asked to: by its number, or at the first whose name matches.
 * What it says first of each job is the view the counter started with.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { startApp } from '../app.ts';
import type { Cashier } from './cashier.ts';
import { createCashier } from './cashier.ts';
import { withCrashPoints } from './crash-points.ts';
import { headlessShell } from './headless-shell.ts';

/** Where to die: 0 nowhere; -1 it ends when there are people and a day. */
export type CrashAt = number | RegExp;
/** `crashAt`: a number, or the source of a pattern. `asked`: what this program is told of the job. */
export type CrashJob = { readonly dataDir: string; readonly crashAt: number | string; readonly asked: readonly string[] };

/** Points count from what `act` does; what it must find first, it does in `before`. */
export type Play<T> = { readonly before: (cashier: Cashier, asked: readonly string[]) => Promise<T>; readonly act: (cashier: Cashier, found: T, asked: readonly string[]) => Promise<void> };

/** Synchronous to the end: what was said before the kill has been said. */
export const say = (word: string, what: unknown): void => void writeSync(1, `${word} ${JSON.stringify(what)}\n`);

/** Does the jobs, each in JSON, until there are no more; one that fails is the last. */
export async function serveJobs(carryOut: (job: string) => Promise<void>): Promise<never> {
  for await (const line of createInterface({ input: process.stdin })) {
    await carryOut(line).catch((problem: unknown) => {
      say('failed', String(problem));
      process.exit(1);
    });
  }
  return process.exit(0);
}

export function playToCrash<T>(play: Play<T>): Promise<never> {
  return serveJobs((line) => {
    const job: CrashJob = JSON.parse(line);
    return runToCrash(job, play);
  });
}

async function runToCrash<T>({ dataDir, crashAt, asked }: CrashJob, { before, act }: Play<T>): Promise<void> {
  const pattern = typeof crashAt === 'string' ? new RegExp(crashAt) : null;
  let armed = false;
  let reached = 0;
  const reach = (point: string): void => {
    if (!armed) return;
    reached += 1;
    say('point', point);
    if (reached === crashAt || pattern?.test(point)) process.kill(process.pid, 'SIGKILL');
  };
  const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
  const cashier = createCashier(app, { trusting: process.env['FULL_STORM'] !== '1' });
  say('view', await cashier.look());
  await cashier.begin();
  if (crashAt !== -1) {
    const found = await before(cashier, asked);
    armed = true;
    await act(cashier, found, asked);
    armed = false;
  }
  await app.stop();
  say('end', 'sold');
}
