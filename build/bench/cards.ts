/**
 * Card sales in a row against the simulated terminal, on a counter without windows: what the counter's memory grows by, what it leaves open,
 * and how long a sale takes whose terminal and customer take no time. The same sale again and again: what still grows is kept for nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startApp } from '../../electron/app.ts';
import { PRACTICE_SETTINGS } from '../../electron/settings.ts';
import { createCashier, type Cashier } from '../../electron/testing/cashier.ts';
import { headlessShell } from '../../electron/testing/headless-shell.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Measured } from './parts/figure.ts';
import { summarise } from './parts/statistics.ts';

const FAMILIES = ['koces-cat', 'kicc-ed721'] as const;
type Family = (typeof FAMILIES)[number];

/** What everything touched once, pools and compiled code, takes is there by then. */
const WARM_UP = 50;
/** What may come and go between two looks without anything being kept. */
const GROWTH_MB = 3;
const LOOKS = 5;
/** For lines to close and rounds to pass. */
const SETTLE_MS = 300;
const STALLED_AFTER_MS = 20_000;

export async function benchCards({ dir, sales }: { readonly dir: string; readonly sales: number }): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const family of FAMILIES) measured.push(...(await benchFamily(path.join(dir, family), family, sales)));
  return measured;
}

async function benchFamily(dataDir: string, family: Family, sales: number): Promise<readonly Measured[]> {
  mkdirSync(dataDir, { recursive: true });
  const terminal = await startTerminalSimulatorProcess({ family });
  const settings = { ...PRACTICE_SETTINGS, terminal: { ...PRACTICE_SETTINGS.terminal, family, address: terminal.address } };
  writeFileSync(path.join(dataDir, 'settings.json'), JSON.stringify(settings));
  const app = await startApp(headlessShell(dataDir));
  try {
    const cashier = createCashier(app);
    await cashier.begin();
    await sell(cashier, WARM_UP);
    const before = { heapMb: await heapMb(), open: openThings(), lines: (await terminal.state()).open };
    const halfway = Math.floor(sales / 2);
    const times = await sell(cashier, halfway);
    const halfMb = await heapMb();
    times.push(...(await sell(cashier, sales - halfway)));
    const after = { heapMb: await heapMb(), open: openThings(), lines: (await terminal.state()).open };
    await expectChargedOnceEach(terminal, WARM_UP + sales);
    const of = `${family}, ${sales.toLocaleString('en')} card sales`;
    return [
      { name: `${of}: growth of the heap, first half`, unit: 'MB', measured: summarise([halfMb - before.heapMb]) },
      { name: `${of}: growth of the heap, second half`, unit: 'MB', measured: summarise([after.heapMb - halfMb]), limit: { of: 'median', atMost: GROWTH_MB } },
      { name: `${of}: files, lines and timers left open`, unit: 'handles', measured: summarise([after.open - before.open]), limit: { of: 'median', atMost: 0 } },
      { name: `${of}: lines to the terminal left open`, unit: 'handles', measured: summarise([after.lines - before.lines]), limit: { of: 'median', atMost: 0 } },
      { name: `${family}: card sale, charge to slip question`, unit: 'ms', measured: summarise(times) },
    ];
  } finally {
    await app.stop();
    await terminal.stop();
  }
}

/** Answers how long each took from the call to the approved charge. */
async function sell(cashier: Cashier, sales: number): Promise<number[]> {
  const [product] = await cashier.must('catalogue.list', {});
  const times: number[] = [];
  for (let sale = 0; sale < sales; sale += 1) {
    await cashier.must('sale.scan', { code: product?.barcode ?? '' });
    const view = (await cashier.look()).sale;
    if (view.stage !== 'basket') throw new Error(`expected a basket, not ${view.stage}`);
    const { saleId, breakdown } = view;
    const start = performance.now();
    await cashier.must('sale.chargeCard', { saleId, leftWon: breakdown.totalWon, amountWon: breakdown.totalWon, installmentMonths: 0 });
    await untilStage(cashier, 'slip-question');
    times.push(performance.now() - start);
    await cashier.must('slip.answer', { saleId, wants: false });
    await cashier.must('sale.next', { saleId });
  }
  return times;
}

async function untilStage(cashier: Cashier, stage: 'slip-question'): Promise<void> {
  const deadline = performance.now() + STALLED_AFTER_MS;
  for (;;) {
    const { sale } = await cashier.look();
    if (sale.stage === stage) return;
    if (performance.now() > deadline) throw new Error(`the sale stands at ${sale.stage}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** What is still held after the rubbish was collected, the smallest of several looks: rounds and watches come and go. */
async function heapMb(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS / LOOKS));
    collect();
    least = Math.min(least, process.memoryUsage().heapUsed);
  }
  return least / 1_048_576;
}

/** Everything the process would wait for: sockets, pipes, files, timers. */
function openThings(): number {
  return process.getActiveResourcesInfo().length;
}

async function expectChargedOnceEach(terminal: TerminalSimulatorProcess, sales: number): Promise<void> {
  const { trades } = await terminal.state();
  const approved = trades.filter((trade) => trade.approved).length;
  if (approved !== sales || trades.length !== sales) throw new Error(`${sales} sales, ${trades.length} trades, ${approved} approved`);
}
