/**
 * npm run drill: puts each fault of drill/faults.ts into a copy of the tree and runs the tests that must catch it.
 * Prints a table; ends with 0 only when every fault was caught. `npm run drill -- TEXT` drills the faults whose name contains TEXT.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { FAULTS, type Fault } from './drill/faults.ts';
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

/** Runs a command in the copy; answers whether it ended with 0. */
const run = (copy: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<boolean> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', env: { ...process.env, ...env } });
    const timer = setTimeout(() => child.kill('SIGKILL'), RUN_LIMIT_MS);
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

const passes = async (copy: string, test: string, env: Readonly<Record<string, string>>): Promise<boolean> => {
  if (test !== 'e2e') return run(copy, ['node_modules/vitest/vitest.mjs', 'run', test], env);
  if (!(await run(copy, ['build/bundle.ts'], env))) return false;
  return run(copy, ['node_modules/playwright/cli.js', 'test', 'e2e/shell.spec.ts', '--max-failures=1'], env);
};

type Outcome = 'caught' | 'MISSED' | 'STALE';

const drill = async (copy: string, fault: Fault, env: Readonly<Record<string, string>>): Promise<Outcome> => {
  const file = path.join(copy, fault.file);
  const sound = readFileSync(file, 'utf8');
  // A fault that cannot be put in exactly once says nothing: the list must follow the code.
  if (sound.split(fault.find).length !== 2) return 'STALE';
  writeFileSync(file, sound.replace(fault.find, () => fault.replace));
  try {
    return (await passes(copy, fault.caughtBy, env)) ? 'MISSED' : 'caught';
  } finally {
    writeFileSync(file, sound);
  }
};

const main = async (): Promise<void> => {
  const wanted = process.argv[2] ?? '';
  const faults = FAULTS.filter(fault => fault.name.includes(wanted));
  ensureSystem({ browser: findElectron(ROOT) === null, display: needsDisplay(), serial: false }, path.join(ROOT, 'out'));
  const display = needsDisplay() ? await startDisplay() : { env: {}, stop: () => {} };
  const copy = copyTree();
  try {
    for (const test of new Set(faults.map(fault => fault.caughtBy))) {
      if (!(await passes(copy, test, display.env))) throw new Error(`${test} fails without any fault put in; nothing can be learnt from it`);
    }
    const outcomes = new Map<string, Outcome>();
    for (const fault of faults) {
      const outcome = await drill(copy, fault, display.env);
      outcomes.set(fault.name, outcome);
      print(`${outcome.padEnd(7)} ${fault.name.padEnd(48)} ${fault.file}  by ${fault.caughtBy}`);
    }
    const caught = [...outcomes.values()].filter(outcome => outcome === 'caught').length;
    print(`${caught} of ${faults.length} faults caught`);
    process.exitCode = caught === faults.length ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
    display.stop();
  }
};

await main();
