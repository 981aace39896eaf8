/**
 * npm run drill: puts each fault of drill/*faults.ts into a copy of the tree and runs the tests that must catch it; before that it
 * tries ten million spoilt inputs on each codec, kills the counter at every point of every sale and refund, and looks at every screen in the dark and in Chinese. Prints a table; ends with 0 only
 * when every fault was caught, every codec held, every sale was led to its end and every screen can be read.
 * `npm run drill -- TEXT` drills what contains TEXT in its name; `fuzz` is the codecs alone, `storm` the crashes, `gallery` the screens.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { FAULTS, type Fault } from './drill/faults.ts';
import { FUZZ_DRILLS, runFuzzDrill } from './drill/fuzz.ts';
import { GALLERY_DRILL, runGalleryDrill } from './drill/gallery.ts';
import { runStormDrill, STORM_DRILLS } from './drill/storms.ts';
import { TERMINAL_FAULTS } from './drill/terminal-faults.ts';
import { needsDisplay, startDisplay } from './setup/display.mjs';
import { ensureSystem, findElectron } from './setup/system.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const RUN_LIMIT_MS = 5 * 60_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** The tree as it lies here, with what is not committed yet, but without what is ignored. */
const copyTree = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'gyesandae-drill-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  for (const file of new Set(listed.split('\0').filter(name => name !== ''))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(copy, file), { force: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
};

/** Where the tests run; `stdio` is loud only for the run without faults, whose failure must be explained. */
type Place = { readonly copy: string; readonly env: Readonly<Record<string, string>>; readonly stdio: 'ignore' | 'inherit' };

/** Runs a command in the copy; answers whether it ended with 0. */
const run = ({ copy, env, stdio }: Place, args: readonly string[]): Promise<boolean> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio, env: { ...process.env, ...env } });
    const timer = setTimeout(() => child.kill('SIGKILL'), RUN_LIMIT_MS);
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

const passes = async (place: Place, test: string): Promise<boolean> => {
  if (test !== 'e2e') return run(place, ['node_modules/vitest/vitest.mjs', 'run', test]);
  if (!(await run(place, ['build/bundle.ts']))) return false;
  return run(place, ['node_modules/playwright/cli.js', 'test', 'e2e/shell.spec.ts', '--max-failures=1']);
};

type Outcome = 'caught' | 'MISSED' | 'STALE';

const drill = async (place: Place, fault: Fault): Promise<Outcome> => {
  const file = path.join(place.copy, fault.file);
  const sound = readFileSync(file, 'utf8');
  // A fault that cannot be put in exactly once says nothing: the list must follow the code.
  if (sound.split(fault.find).length !== 2) return 'STALE';
  writeFileSync(file, sound.replace(fault.find, () => fault.replace));
  try {
    return (await passes(place, fault.caughtBy)) ? 'MISSED' : 'caught';
  } finally {
    writeFileSync(file, sound);
  }
};

/** Answers whether every codec, storm and screen asked for held. */
const longRuns = async (wanted: string): Promise<boolean> => {
  let held = true;
  for (const protocol of FUZZ_DRILLS.filter(name => `fuzz ${name}`.includes(wanted))) held = (await runFuzzDrill(protocol)) && held;
  const storms = STORM_DRILLS.filter(name => `storm ${name}`.includes(wanted));
  if (storms.length > 0) ensureSystem({ browser: false, display: false, serial: true }, path.join(ROOT, 'out'));
  for (const test of storms) held = (await runStormDrill(test)) && held;
  if (GALLERY_DRILL.includes(wanted)) {
    ensureSystem({ browser: findElectron(ROOT) === null, display: false, serial: false }, path.join(ROOT, 'out'));
    held = (await runGalleryDrill()) && held;
  }
  return held;
};

const main = async (): Promise<void> => {
  const wanted = process.argv[2] ?? '';
  const longRunsHeld = await longRuns(wanted);
  process.exitCode = longRunsHeld ? 0 : 1;
  const faults = [...FAULTS, ...TERMINAL_FAULTS].filter(fault => fault.name.includes(wanted));
  if (faults.length === 0) return;
  ensureSystem({ browser: findElectron(ROOT) === null, display: needsDisplay(), serial: false }, path.join(ROOT, 'out'));
  const display = needsDisplay() ? await startDisplay() : { env: {}, stop: () => {} };
  const copy = copyTree();
  try {
    for (const test of new Set(faults.map(fault => fault.caughtBy))) {
      if (!(await passes({ copy, env: display.env, stdio: 'inherit' }, test))) throw new Error(`${test} fails without any fault put in; nothing can be learnt from it`);
    }
    const outcomes = new Map<string, Outcome>();
    for (const fault of faults) {
      const outcome = await drill({ copy, env: display.env, stdio: 'ignore' }, fault);
      outcomes.set(fault.name, outcome);
      print(`${outcome.padEnd(7)} ${fault.name.padEnd(48)} ${fault.file}  by ${fault.caughtBy}`);
    }
    const caught = [...outcomes.values()].filter(outcome => outcome === 'caught').length;
    print(`${caught} of ${faults.length} faults caught`);
    process.exitCode = caught === faults.length && longRunsHeld ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
    display.stop();
  }
};

await main();
