/**
 * One crash in the middle of a card sale and what comes after. A process is killed at a point; the next one starts the same counter, sells to
 * the end, and lives on to be killed in another folder: every restart is a process of its own, at half the cost of two for each point.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { askControlPort } from '../../native/simulator-control.ts';
import { startSimulatorProcess } from '../../native/simulator-process.ts';
import type { TerminalFamily } from '../../native/terminal/simulator/server.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Offer } from './card-cashier.ts';
import type { ColdCards } from './card-cold.ts';
import { scenarioOf, type ScenarioName } from './card-scenarios.ts';
import type { CardJob } from './card-subject.ts';
import { dataFolder, type Lane } from './crash-drill.ts';

const SUBJECT = path.join(import.meta.dirname, 'card-subject.ts');
const PAD_SIMULATOR = path.join(import.meta.dirname, '..', '..', 'native', 'signature-pad', 'koces-pad', 'simulator', 'main.ts');
const JOB_LIMIT_MS = 60_000;
const WAITS = { customerTimeoutMs: 3_000, approvalTimeoutMs: 3_000, closingTimeoutMs: 500, inquiryTimeoutMs: 500, lingerMs: 1_000 };
/** Longer than it takes to be killed while the customer is waited for. */
const CUSTOMER_MS = 40;

/** What a job said before it ended, or was killed. */
export type CardRun = {
  readonly points: readonly string[];
  /** Null: there was no journal yet. */
  readonly cold: ColdCards | null;
  readonly asked: { readonly trouble: { readonly code: string } | null; readonly offer: Offer; readonly notices: readonly string[] } | null;
  readonly end: ColdCards | null;
  readonly killed: boolean;
};

/** A family's terminal, and the counters that reach it: one after the other. */
export type Site = { readonly family: TerminalFamily; readonly lane: Lane; readonly terminal: TerminalSimulatorProcess; readonly run: (job: CardJob) => Promise<CardRun>; readonly stop: () => Promise<void> };

export async function openSite(family: TerminalFamily, lane: Lane): Promise<Site> {
  const terminal = await startTerminalSimulatorProcess({ family });
  await terminal.usual({ signature: 'not-taken', customerMs: CUSTOMER_MS });
  const counters = createCounters([SUBJECT, String(terminal.controlPort)]);
  return { family, lane, terminal, run: counters.run, stop: async () => void (await Promise.all([counters.stop(), terminal.stop()])) };
}

/** A folder of a scenario; `from` brings journal and keys along. `padAddress`: where its pad is plugged in. */
export function cardFolder({ family, lane, terminal }: Site, name: string, { scenario, padAddress, from }: { readonly scenario: ScenarioName; readonly padAddress: string; readonly from?: string | undefined }): string {
  const dir = dataFolder(lane, name, from);
  const file = path.join(dir, 'settings.json');
  const settings = { ...JSON.parse(readFileSync(file, 'utf8')), terminal: { family, address: terminal.address, waits: WAITS }, signature: { ...scenarioOf(scenario).signature, padAddress } };
  writeFileSync(file, JSON.stringify(settings));
  return dir;
}

/** The pad of a scenario, for one counter and its restart: a cable that was pulled stays out. */
export async function plugPadIn(scenario: ScenarioName): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const { pad } = scenarioOf(scenario);
  if (pad === null) return { address: 'none', stop: async () => undefined };
  const simulator = await startSimulatorProcess(PAD_SIMULATOR, []);
  await askControlPort(Number(simulator.said['controlPort']), { tell: 'usual', script: pad });
  return { address: String(simulator.said['address']), stop: () => simulator.stop() };
}

function createCounters(args: readonly string[]): { readonly run: Site['run']; readonly stop: () => Promise<void> } {
  let child: ChildProcess | null = null;

  const start = (): ChildProcess => {
    const started = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    started.once('exit', () => (child = null));
    return started;
  };

  async function run(job: CardJob): Promise<CardRun> {
    const counter = (child ??= start());
    const timer = setTimeout(() => counter.kill('SIGTERM'), JOB_LIMIT_MS);
    try {
      return await told(counter, job);
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
async function told(counter: ChildProcess, job: CardJob): Promise<CardRun> {
  if (counter.stdout === null || counter.stdin === null) throw new Error('its lines are pipes');
  const said = new Map<string, unknown>();
  const points: string[] = [];
  const lines = createInterface({ input: counter.stdout });
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  lines.on('line', (line) => {
    const [word = ''] = line.split(' ', 1);
    const what: unknown = JSON.parse(line.slice(word.length));
    if (word === 'point') points.push(String(what));
    else said.set(word, what);
    if (word === 'end') end();
  });
  lines.once('close', end);
  counter.stdin.write(`${JSON.stringify(job)}\n`);
  await over;
  lines.close();
  const killed = !said.has('end') && (await exitOf(counter)) === 'SIGKILL';
  if (said.has('failed')) throw new Error(String(said.get('failed')));
  return { points, cold: (said.get('cold') ?? null) as ColdCards | null, asked: (said.get('asked') ?? null) as CardRun['asked'], end: (said.get('end') ?? null) as ColdCards | null, killed };
}

async function exitOf(child: ChildProcess): Promise<string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}
