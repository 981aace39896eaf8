/**
 * Calls between a real window and main: `counter.ping` there and back, and a change until the window has read the view that is pushed
 * for it; both beside the same to a blank shell, in turns.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from '../parts/figure.ts';
import { summarise } from '../parts/statistics.ts';
import { runShell, type ShellPlace } from './run.ts';
import type { Pages } from './pages.ts';

export type CallOptions = { readonly place: ShellPlace; readonly mainFile: string; readonly blankFile: string; readonly dir: string; readonly calls: number; readonly pushes: number };

const PUSHES_A_TURN = 25;
/** Turns of this many calls; between them the other shell has its turn. */
const CALLS_A_TURN = 50;
const PUSH_WITHIN_MS = 5_000;

export async function benchCalls({ place, mainFile, blankFile, dir, calls, pushes }: CallOptions): Promise<readonly Measured[]> {
  const dirs = { counter: path.join(dir, 'calls-counter'), blank: path.join(dir, 'calls-blank') };
  for (const folder of Object.values(dirs)) mkdirSync(folder, { recursive: true });
  const blank = await runShell(place, blankFile, dirs.blank);
  try {
    const counter = await runShell(place, mainFile, dirs.counter);
    try {
      const both = { counter: counter.pages, blank: blank.pages };
      const pings = await inTurns(both, calls, CALLS_A_TURN, pingTimes);
      const views = await inTurns(both, pushes, PUSHES_A_TURN, pushTimes);
      return [
        { name: 'call window → main → window (counter.ping)', unit: 'ms', measured: summarise(pings.counter), beside: { to: 'floor', name: 'the same, blank shell', measured: summarise(pings.blank) } },
        { name: 'change: call out → new view pushed in and read', unit: 'ms', measured: summarise(views.counter), beside: { to: 'floor', name: 'an empty push, blank shell', measured: summarise(views.blank) } },
      ];
    } finally {
      await counter.end();
    }
  } finally {
    await blank.end();
  }
}

type Both<T> = { readonly counter: T; readonly blank: T };

async function inTurns(pages: Both<Pages>, count: number, aTurn: number, expression: (count: number) => string): Promise<Both<number[]>> {
  const times: Both<number[]> = { counter: [], blank: [] };
  // The first turn of each is for warming up.
  await timesIn(pages.counter, expression(aTurn));
  await timesIn(pages.blank, expression(aTurn));
  while (times.counter.length < count) {
    times.blank.push(...(await timesIn(pages.blank, expression(aTurn))));
    times.counter.push(...(await timesIn(pages.counter, expression(aTurn))));
  }
  return times;
}

/** Runs in the window, on its own clock: what is measured is what the page sees. */
function pingTimes(count: number): string {
  return `(async () => {
    const times = [];
    for (let n = 0; n < ${count}; n += 1) {
      const start = performance.now();
      const answer = JSON.parse(await gyesandae.invoke(JSON.stringify({ id: n, call: 'counter.ping', req: { n } })));
      times.push(performance.now() - start);
      if (answer.ok !== true || answer.res.n !== n) throw new Error('the answer to another ping: ' + JSON.stringify(answer));
    }
    return times;
  })()`;
}

/** Dismissing a notice that is not there changes nothing, and says so to both windows like any change. The page's own listener comes first. */
function pushTimes(count: number): string {
  return `(async () => {
    let arrived = () => {};
    const hear = raw => { if (JSON.parse(raw).ev === 'counter.changed') globalThis.benchArrived(); };
    globalThis.benchArrived ?? gyesandae.onPush(hear);
    globalThis.benchArrived = () => arrived();
    const times = [];
    for (let n = 0; n < ${count}; n += 1) {
      const view = new Promise((resolve, reject) => {
        arrived = resolve;
        setTimeout(reject, ${PUSH_WITHIN_MS}, new Error('no push came'));
      });
      const start = performance.now();
      const answer = gyesandae.invoke(JSON.stringify({ id: n, call: 'notice.dismiss', req: { noticeId: 'none' } }));
      await view;
      times.push(performance.now() - start);
      if (JSON.parse(await answer).ok !== true) throw new Error('the change was refused');
    }
    return times;
  })()`;
}

async function timesIn(pages: Pages, expression: string): Promise<number[]> {
  const times = await pages.evaluate('cashier', expression);
  if (!Array.isArray(times)) throw new Error('the window answered no list of times');
  return times.map(Number);
}
