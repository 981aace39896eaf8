/** One crash in the middle of a card sale and what comes after. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { askControlPort } from '../../native/simulator-control.ts';
import { startSimulatorProcess } from '../../native/simulator-process.ts';
import type { TerminalFamily } from '../../native/terminal/simulator/server.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../../native/terminal/simulator/process.ts';
import type { Offer } from './card-cashier.ts';
import type { ColdCards } from './card-cold.ts';
import { scenarioOf, type ScenarioName } from './card-scenarios.ts';
import type { CardJob } from './card-subject.ts';
import { dataFolder, type Lane } from './crash-drill.ts';
import { createSubjectProcesses } from './subject-process.ts';

const SUBJECT = path.join(import.meta.dirname, 'card-subject.ts');
const PAD_SIMULATOR = path.join(import.meta.dirname, '..', '..', 'native', 'signature-pad', 'koces-pad', 'simulator', 'main.ts');
const WAITS = { customerTimeoutMs: 3_000, approvalTimeoutMs: 3_000, closingTimeoutMs: 500, inquiryTimeoutMs: 500, lingerMs: 1_000 };
/** Longer than it takes to be killed while the customer is waited for. */
const CUSTOMER_MS = 40;

/** What a job said before it ended, or was killed. */
export type CardRun = {
  readonly points: readonly string[];
  /** Null: it did not look, or there was no journal yet. */
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
  const counters = createSubjectProcesses(SUBJECT, [String(terminal.controlPort)]);
  const run = async (job: CardJob): Promise<CardRun> => {
    const { points, said, killed } = await counters.run(job);
    return { points, cold: (said.get('cold') ?? null) as ColdCards | null, asked: (said.get('asked') ?? null) as CardRun['asked'], end: (said.get('end') ?? null) as ColdCards | null, killed };
  };
  return { family, lane, terminal, run, stop: async () => void (await Promise.all([counters.stop(), terminal.stop()])) };
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
