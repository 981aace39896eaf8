/** npm run bench: measures, prints a table, writes JSON. What each figure means and how it is taken: docs/bench.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureBuilt } from '../setup/build-dist.mjs';
import { needsDisplay, startDisplay } from '../setup/display.mjs';
import { ensureSystem, findBrowser, findElectron } from '../setup/system.mjs';
import { type Figure, figureOf, type Measured } from './parts/figure.ts';
import { loadPerCore, machineFacts, machineLine } from './parts/machine.ts';
import { type BenchName, type BenchOptions, HELP, readBenchOptions } from './parts/options.ts';
import { tableOf } from './parts/table.ts';
import { benchCards } from './cards.ts';
import { benchHistory } from './history.ts';
import { benchSaleCommit } from './sale-commit.ts';
import { buildBlankShell } from './shell/blank-shell.ts';
import { benchCalls } from './shell/calls.ts';
import { benchKeys } from './shell/keys.ts';
import { benchStart } from './shell/start.ts';
import { benchSlipEncoding } from './slips/encoding.ts';
import { benchLongBasket } from './window/long-basket.ts';
import { benchMemory } from './window/memory.ts';
import { benchWindow } from './window/window.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const OUT_DIR = path.join(ROOT, 'out');
const MAIN_FILE = path.join(ROOT, 'dist', 'electron', 'main.js');
/** Whatever hangs, the bench does not. */
const WHOLE_LIMIT_MS = 8 * 60_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const say = (line: string): void => void process.stderr.write(`bench: ${line}\n`);

/** A display of our own where there is none; the windows must be painted to be ready. */
async function withShells(dir: string, run: (shells: { place: { root: string; env: Readonly<Record<string, string>> }; mainFile: string; blankFile: string; dir: string }) => Promise<readonly Measured[]>) {
  const display = needsDisplay() ? await startDisplay() : { env: {}, stop: () => {} };
  try {
    const blankFile = await buildBlankShell(ROOT, path.join(dir, 'blank'));
    return await run({ place: { root: ROOT, env: display.env }, mainFile: MAIN_FILE, blankFile, dir });
  } finally {
    display.stop();
  }
}

function measure(name: BenchName, dir: string, { sales, cards, years }: BenchOptions): Promise<readonly Measured[]> | readonly Measured[] {
  switch (name) {
    case 'commit':
      return benchSaleCommit({ dir, rounds: 200 });
    case 'slip':
      return benchSlipEncoding({ rounds: 300 });
    case 'calls':
      return withShells(dir, (shells) => benchCalls({ ...shells, calls: 1_000, pushes: 300 }));
    case 'start':
      return withShells(dir, (shells) => benchStart({ ...shells, rounds: 6 }));
    case 'keys':
      return withShells(dir, (shells) => benchKeys({ ...shells, rounds: 5 }));
    case 'window':
      return withShells(dir, (shells) => benchWindow({ ...shells, products: 100_000, keys: 200, scans: 200 }));
    case 'basket':
      return withShells(dir, (shells) => benchLongBasket({ ...shells, lines: 500 }));
    case 'memory':
      return withShells(dir, (shells) => benchMemory({ ...shells, sales }));
    case 'history':
      return benchHistory({ dir, ...years, rounds: 100 });
    case 'cards':
      return benchCards({ dir, sales: cards });
  }
}

/** The folder lies in the checkout: on a real disk, and where a bundle finds its packages. */
async function measureAll(options: BenchOptions): Promise<readonly Figure[]> {
  mkdirSync(OUT_DIR, { recursive: true });
  const dir = mkdtempSync(path.join(OUT_DIR, 'bench-'));
  // Also when it is given up, or interrupted.
  process.on('exit', () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  const figures: Figure[] = [];
  for (const name of options.only) {
    say(`${name} …`);
    const ownDir = path.join(dir, name);
    mkdirSync(ownDir);
    figures.push(...(await measure(name, ownDir, options)).map(figureOf));
  }
  return figures;
}

function report(figures: readonly Figure[], jsonFile: string): void {
  print(tableOf(figures));
  mkdirSync(path.dirname(jsonFile), { recursive: true });
  writeFileSync(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
  const missed = figures.filter(({ met }) => met === false);
  print(missed.length === 0 ? 'every aim is met' : `aims missed: ${missed.map(({ name, ratio, aim }) => `${name} (${ratio === null ? '' : `${ratio} ×, `}aim ${aim})`).join('; ')}`);
  print(`written to ${path.relative(process.cwd(), jsonFile)}`);
}

async function bench(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2), path.join(OUT_DIR, 'bench.json'));
  if (options.help) return print(HELP);
  const electron = findElectron(ROOT);
  if (options.only.some((name) => name !== 'commit' && name !== 'slip' && name !== 'history' && name !== 'cards')) {
    ensureSystem({ browser: electron === null, display: needsDisplay(), serial: false }, OUT_DIR);
    ensureBuilt(ROOT);
  }
  print(machineLine(machineFacts(electron ?? findBrowser())));
  const busyBefore = loadPerCore();
  const began = performance.now();
  const figures = await measureAll(options);
  report(figures, path.resolve(options.jsonFile));
  print(`took ${Math.round((performance.now() - began) / 1_000)} s; load per core before it ${busyBefore.toFixed(1)}, after it ${loadPerCore().toFixed(1)}`);
  if (busyBefore > 1) print('the machine was busy with something else: floors and peers met the same, but take the figures again when it is quiet');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
const limit = setTimeout(() => {
  say(`not done within ${WHOLE_LIMIT_MS / 1_000} s; given up`);
  process.exit(1);
}, WHOLE_LIMIT_MS);
try {
  await bench();
} catch (problem) {
  say(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
  process.exitCode = 1;
}
clearTimeout(limit);
process.exit();
