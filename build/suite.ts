/** Everything `npm test` runs, in order, with one count over all of it. The last line is `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findHost } from '../e2e/host.ts';
import { readPlaywrightReport, readVitestReport, type Tally } from './setup/reports.ts';
import { checkAll } from './typecheck.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OUT_DIR = path.join(ROOT, 'out');
/** Programs the tests start by the hundred are read and compiled once, not every time; made anew by every run. */
const COMPILE_CACHE_DIR = path.join(OUT_DIR, 'compile-cache');
const STEP_LIMIT_MS = 16 * 60_000;

type Step = { readonly name: string; readonly tally: Tally; readonly seconds: number };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a Node program of ours or of a package; its output goes straight to the terminal. Answers whether it ended with 0. */
const runNode = (args: readonly string[]): Promise<boolean> =>
  new Promise(resolve => {
    // Colours are for people: in a file or a log they bury the words.
    const colours = process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' };
    const env = { ...process.env, ...colours, NODE_COMPILE_CACHE: COMPILE_CACHE_DIR };
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env });
    const timer = setTimeout(() => {
      print(`FAILED ${args[0]}: took longer than ${STEP_LIMIT_MS / 60_000} minutes and was ended`);
      child.kill('SIGKILL');
    }, STEP_LIMIT_MS);
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

const oneCheck = (name: string, ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? [] : [name], skipped: [] });
const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, tally) => total + tally.passed, 0),
  failed: tallies.flatMap(tally => tally.failed),
  skipped: tallies.flatMap(tally => tally.skipped),
});

const typecheck = async (): Promise<Tally> => {
  const checked = await checkAll();
  for (const { ok, output } of checked) if (!ok) print(output);
  return sum(checked.map(({ project, ok }) => oneCheck(`types: ${project}`, ok)));
};

const lint = async (): Promise<Tally> =>
  oneCheck('lint: oxlint', await runNode([path.join('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']));

/** Every script in build/checks is a check of its own; it explains itself and ends with 0 or 1. */
const ownChecks = async (): Promise<Tally> => {
  const dir = path.join(ROOT, 'build', 'checks');
  const scripts = existsSync(dir) ? readdirSync(dir).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts')) : [];
  const tallies: Tally[] = [];
  for (const script of scripts.toSorted()) tallies.push(oneCheck(`check: build/checks/${script}`, await runNode([path.join(dir, script)])));
  return sum(tallies);
};

const unitTests = async (): Promise<Tally> => {
  const report = path.join(OUT_DIR, 'unit.json');
  rmSync(report, { force: true });
  const ok = await runNode([path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]);
  return readVitestReport(report, ok, ROOT);
};

const endToEndTests = async (): Promise<Tally> => {
  const report = path.join(OUT_DIR, 'e2e.json');
  rmSync(report, { force: true });
  const ok = await runNode([path.join('node_modules', 'playwright', 'cli.js'), 'test']);
  return readPlaywrightReport(report, ok);
};

const runStep = async (name: string, run: () => Promise<Tally>): Promise<Step> => {
  print(`\n── ${name}`);
  const began = performance.now();
  const tally = await run();
  return { name, tally, seconds: (performance.now() - began) / 1000 };
};

const main = async (): Promise<void> => {
  mkdirSync(OUT_DIR, { recursive: true });
  rmSync(COMPILE_CACHE_DIR, { recursive: true, force: true });
  const host = findHost();
  const steps: Step[] = [];
  steps.push(await runStep('types, every folder with its own walls', typecheck));
  steps.push(await runStep('lint', lint));
  steps.push(await runStep('own checks', ownChecks));
  steps.push(await runStep('unit tests', unitTests));
  steps.push(await runStep(`end-to-end tests on ${host.kind}`, endToEndTests));

  print('\n── summary');
  for (const { name, tally, seconds } of steps) {
    const skipped = tally.skipped.length === 0 ? '' : `, ${tally.skipped.length} skipped`;
    print(`${tally.failed.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${tally.passed} passed, ${tally.failed.length} failed${skipped} (${seconds.toFixed(1)} s)`);
  }
  if (host.kind === 'electron') print('Electron: run');
  else print('Electron: NOT RUN (its binary is not installed); the same specs ran on the Chromium host');
  if (process.getuid?.() === 0) print("Chromium's own sandbox was off, because this ran as root");
  const total = sum(steps.map(step => step.tally));
  for (const name of total.skipped) print(`skipped: ${name}`);
  for (const name of total.failed) print(`FAILED: ${name}`);
  print(`${total.passed} passed, ${total.failed.length} failed`);
  process.exitCode = total.failed.length === 0 ? 0 : 1;
};

await main();
