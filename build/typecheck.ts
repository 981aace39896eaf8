/** Checks every folder with the compiler's own walls of that folder (its tsconfig). `npm run typecheck`. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.join(import.meta.dirname, '..');
/** Folders side by side, each with one thread: several threads in one folder work out the same types once each. */
const AT_ONCE = 2;
/** For compilers written in Go: they end before their memory is worth tidying, which takes a third of their time; past this limit they do tidy. */
export const SHORT_LIVED = { GOGC: 'off', GOMEMLIMIT: '1GiB' } as const;

/** Every folder with a tsconfig, then the one for the tests. Paths relative to the repository. */
export const projects = (root: string = ROOT): readonly string[] => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && existsSync(path.join(root, entry.name, 'tsconfig.json')))
    .map(entry => path.join(entry.name, 'tsconfig.json'));
  return [...folders.toSorted(), 'tsconfig.tests.json'];
};

/** Is told the number of each compiler's process as it begins. */
type Begun = (pid: number | undefined) => void;

/** Runs the compiler on one project; a folder without any source yet has nothing to fail at. */
export const checkProject = (project: string, begun: Begun = () => {}): Promise<{ readonly ok: boolean; readonly output: string }> =>
  new Promise(resolve => {
    const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    // What was read before and has not changed is not read again.
    const known = ['--incremental', '--tsBuildInfoFile', path.join(ROOT, 'out', 'types', `${project.replaceAll(/[^a-z.]/g, '-')}.tsbuildinfo`)];
    const child = spawn(process.execPath, [tsc, '--singleThreaded', '-p', path.join(ROOT, project), ...known], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...SHORT_LIVED } });
    begun(child.pid);
    let output = '';
    const keep = (piece: string): void => {
      if (output.length < 100_000) output += piece;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('close', code => resolve({ ok: code === 0 || output.includes('TS18003'), output }));
  });

export type Checked = { readonly project: string; readonly ok: boolean; readonly output: string };

/** Every folder, in the order of their names. */
export const checkAll = async (begun?: Begun): Promise<readonly Checked[]> => {
  const all = projects();
  const checked = new Map<string, Checked>();
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) checked.set(project, { project, ...(await checkProject(project, begun)) });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return all.flatMap(project => checked.get(project) ?? []);
};

const main = async (): Promise<void> => {
  for (const { project, ok, output } of await checkAll()) {
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${project}\n${ok ? '' : output}`);
    if (!ok) process.exitCode = 1;
  }
};

if (import.meta.main) await main();
