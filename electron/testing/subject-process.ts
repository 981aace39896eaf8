/**
 * Processes of one program that a drill may kill, one after the other. Each takes jobs on its standard input, a JSON line each, and lives until
 * it is killed in the middle of one; whoever comes after it begins anew. So every restart is a process of its own, at half the cost of two for each point.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';

const JOB_LIMIT_MS = 60_000;

/** What a job said before it was over, or killed: its points in order, and else the last it said under each word. */
export type Told = { readonly points: readonly string[]; readonly said: ReadonlyMap<string, unknown>; readonly killed: boolean };
export type SubjectProcesses = { readonly run: (job: unknown) => Promise<Told>; readonly stop: () => Promise<void> };

export function createSubjectProcesses(program: string, args: readonly string[] = []): SubjectProcesses {
  let child: ChildProcess | null = null;

  const start = (): ChildProcess => {
    const started = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    started.once('exit', () => (child = null));
    return started;
  };

  async function run(job: unknown): Promise<Told> {
    const subject = (child ??= start());
    const timer = setTimeout(() => subject.kill('SIGTERM'), JOB_LIMIT_MS);
    try {
      return await told(subject, job);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run,
    stop: async () => {
      if (child === null) return;
      const gone = once(child, 'exit');
      child.stdin?.end();
      await gone;
    },
  };
}

/** Hands the job over and listens until it has ended one way or the other. */
async function told(subject: ChildProcess, job: unknown): Promise<Told> {
  if (subject.stdout === null || subject.stdin === null) throw new Error('its lines are pipes');
  const said = new Map<string, unknown>();
  const points: string[] = [];
  const lines = createInterface({ input: subject.stdout });
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  lines.on('line', (line) => {
    const [word = ''] = line.split(' ', 1);
    const what: unknown = JSON.parse(line.slice(word.length));
    if (word === 'point') points.push(String(what));
    else said.set(word, what);
    if (word === 'end') end();
  });
  lines.once('close', end);
  subject.stdin.write(`${JSON.stringify(job)}\n`);
  await over;
  lines.close();
  const killed = !said.has('end') && (await exitOf(subject)) === 'SIGKILL';
  if (said.has('failed')) throw new Error(String(said.get('failed')));
  return { points, said, killed };
}

async function exitOf(child: ChildProcess): Promise<string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}
