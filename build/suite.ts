/**
 * Everything `npm test` runs, with one count over all of it. The last line is `N passed, N failed`.
 *
 *   against the clock:  unit tests of what others answer → end-to-end tests
 *   beside them:        types → lint → own checks → what is drawn → unit tests of what is worked out alone
 *
 * Whatever starts counters and waits for them has the machine to itself, one after the other; the rest, which nothing makes late, takes
 * what those leave idle.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findHost } from '../e2e/host.ts';
import { readPlaywrightReport, readVitestReport, type Tally } from './setup/reports.ts';
import { checkAll, SHORT_LIVED } from './typecheck.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OUT_DIR = path.join(ROOT, 'out');
/** Programs the tests start by the hundred are read and compiled once, not every time; made anew by every run. */
const COMPILE_CACHE_DIR = path.join(OUT_DIR, 'compile-cache');
const STEP_LIMIT_MS = 16 * 60_000;
const MAX_KEPT_WORDS = 1_048_576;

type Step = { readonly name: string; readonly tally: Tally; readonly seconds: number };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Where a step's words go, and how much of the machine it gets. */
type Lane = { readonly say: (text: string) => void; readonly stdio: 'inherit' | 'pipe'; readonly priority: number };

/** Speaks straight to the terminal. */
const AGAINST_THE_CLOCK: Lane = { say: text => void process.stdout.write(text), stdio: 'inherit', priority: constants.priority.PRIORITY_NORMAL };

/** Kept until the lane has ended, so that two do not speak at once. */
const besideTheClock = (): Lane & { readonly said: () => string } => {
  let said = '';
  const say = (text: string): void => {
    if (said.length < MAX_KEPT_WORDS) said += text;
  };
  return { say, said: () => said, stdio: 'pipe', priority: constants.priority.PRIORITY_LOW };
};

/** What it starts inherits it. Where it is not to be had the step runs like the others. */
const lower = (pid: number | undefined, priority: number): void => {
  if (pid === undefined || priority === constants.priority.PRIORITY_NORMAL) return;
  try {
    setPriority(pid, priority);
  } catch {
    print('(what runs beside the tests could not be given a lower priority)');
  }
};

/** Runs a Node program of ours or of a package. Answers whether it ended with 0. */
const runNode = (args: readonly string[], { say, stdio, priority }: Lane, extra: Readonly<Record<string, string>> = {}): Promise<boolean> =>
  new Promise(resolve => {
    // Colours are for people: in a file or a log they bury the words.
    const colours = process.stdout.isTTY && stdio === 'inherit' ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' };
    const env = { ...process.env, ...colours, ...extra, NODE_COMPILE_CACHE: COMPILE_CACHE_DIR };
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', stdio, stdio], env });
    lower(child.pid, priority);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say);
    const timer = setTimeout(() => {
      say(`FAILED ${args.join(' ')}: took longer than ${STEP_LIMIT_MS / 60_000} minutes and was ended\n`);
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

const typecheck = async ({ say, priority }: Lane): Promise<Tally> => {
  const checked = await checkAll(pid => lower(pid, priority));
  for (const { ok, output } of checked) if (!ok) say(output);
  return sum(checked.map(({ project, ok }) => oneCheck(`types: ${project}`, ok)));
};

const lint = async (lane: Lane): Promise<Tally> =>
  // One thread: several would work out the same types once each.
  oneCheck('lint: oxlint', await runNode([path.join('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'], lane, { ...SHORT_LIVED, GOMAXPROCS: '1' }));

/** Every script in build/checks is a check of its own; it explains itself and ends with 0 or 1. */
const ownChecks = async (lane: Lane): Promise<Tally> => {
  const dir = path.join(ROOT, 'build', 'checks');
  const scripts = existsSync(dir) ? readdirSync(dir).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts')) : [];
  const tallies: Tally[] = [];
  for (const script of scripts.toSorted()) tallies.push(oneCheck(`check: build/checks/${script}`, await runNode([path.join(dir, script)], lane)));
  return sum(tallies);
};

/** `project` is one of vitest.config.ts. */
const unitTests = (project: 'alone' | 'with-others') => async (lane: Lane): Promise<Tally> => {
  const report = path.join(OUT_DIR, `unit-${project}.json`);
  rmSync(report, { force: true });
  const ok = await runNode([path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', `--project=${project}`, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], lane);
  return readVitestReport(report, ok, ROOT);
};

/** `report` is where the configuration has it written. */
const playwright = (report: string, ...args: readonly string[]) => async (lane: Lane): Promise<Tally> => {
  const file = path.join(OUT_DIR, report);
  rmSync(file, { force: true });
  const ok = await runNode([path.join('node_modules', 'playwright', 'cli.js'), 'test', ...args], lane);
  return readPlaywrightReport(file, ok);
};

type Run = readonly [name: string, run: (lane: Lane) => Promise<Tally>];

const runSteps = async (lane: Lane, runs: readonly Run[]): Promise<readonly Step[]> => {
  const steps: Step[] = [];
  for (const [name, run] of runs) {
    lane.say(`\n── ${name}\n`);
    const began = performance.now();
    const tally = await run(lane);
    steps.push({ name, tally, seconds: (performance.now() - began) / 1000 });
  }
  return steps;
};

const main = async (): Promise<void> => {
  mkdirSync(OUT_DIR, { recursive: true });
  rmSync(COMPILE_CACHE_DIR, { recursive: true, force: true });
  const host = findHost();
  const beside = besideTheClock();
  const ran = await Promise.all([
    runSteps(AGAINST_THE_CLOCK, [
      ['unit tests of what others answer', unitTests('with-others')],
      [`end-to-end tests on ${host.kind}`, playwright('e2e.json')],
    ]),
    runSteps(beside, [
      ['types, every folder with its own walls', typecheck],
      ['lint', lint],
      ['own checks', ownChecks],
      ['what is drawn: every screen and state', playwright('drawn.json', '--config', path.join('e2e', 'drawn.config.ts'))],
      ['unit tests of what is worked out alone', unitTests('alone')],
    ]),
  ]);
  const steps = ran.flat();
  print(beside.said());

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
