/**
 * A counter with a card terminal, as a process that a drill may kill: `card-subject.js TERMINAL_CONTROL_PORT`. It takes jobs on its standard
 * input, a JSON line each (`CardJob`), and does one after the other: looks at the journal cold, starts the counter, sells once by card from
 * wherever it stands, looks at the journal cold again. What it finds it says line by line; at the point a job names it sends itself SIGKILL.
 */
import process from 'node:process';
import { startApp } from '../app.ts';
import { nextOffer, sellByCard } from './card-cashier.ts';
import { readCardsCold } from './card-cold.ts';
import { scenarioOf, type ScenarioName } from './card-scenarios.ts';
import { createCashier } from './cashier.ts';
import { say, serveJobs } from './crash-program.ts';
import { withCrashPoints } from './crash-points.ts';
import { headlessShell } from './headless-shell.ts';

/** `killAt`: a point by its name and how often it was reached; null: never. `only`: people and shift are made, and nothing is sold. `looks`: at what the journal says before the counter starts. */
export type CardJob = { readonly dataDir: string; readonly scenario: ScenarioName; readonly killAt: string | null; readonly only: 'begin' | null; readonly looks: boolean };

const controlPort = Number(process.argv[2] ?? '0');

function createPoints(killAt: string | null) {
  const times = new Map<string, number>();
  let armed = false;
  return {
    arm: (on: boolean): void => void (armed = on),
    reach: (name: string): void => {
      if (!armed) return;
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      const point = `${name} (${time})`;
      say('point', point);
      if (point === killAt) process.kill(process.pid, 'SIGKILL');
    },
  };
}

async function carryOut({ dataDir, scenario, killAt, only, looks }: CardJob): Promise<void> {
  if (looks) say('cold', await readCardsCold(dataDir));
  const { arm, reach } = createPoints(killAt);
  const app = await startApp(headlessShell(dataDir), { now: () => new Date(), wrap: (parts) => withCrashPoints(parts, reach) });
  const cashier = createCashier(app, { trusting: process.env['FULL_STORM'] !== '1' });
  const first = await cashier.look();
  await cashier.begin();
  if (only === null) {
    const { view, offer } = await nextOffer(cashier);
    say('asked', { trouble: first.trouble, offer, notices: view.notices.map(({ code }) => code) });
    arm(true);
    await sellByCard({ cashier, scenario: scenarioOf(scenario), controlPort, reach });
    arm(false);
  }
  await app.stop();
  say('end', await readCardsCold(dataDir));
}

await serveJobs((line) => {
  const job: CardJob = JSON.parse(line);
  return carryOut(job);
});
