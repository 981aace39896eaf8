/** Everything that stands around the counter: its states for the status line, and a test for each. Nothing here holds up a sale. */
import path from 'node:path';
import type { DevicesReport, TestJobView } from '../../contract/devices.ts';
import { sampleSlip } from '../../native/printer/samples.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Approvals } from '../people/approvals.ts';
import { mayNow } from '../people/may.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { ShellPort } from '../shell-port.ts';
import type { KnownJob } from '../slips/known-jobs.ts';
import { failureOfPrint } from '../slips/print-outcomes.ts';
import type { Prints } from '../slips/prints.ts';
import type { TerminalWatch } from '../terminal/watch.ts';
import type { DisplayWatch } from './display-watch.ts';
import { createDisplayWatch } from './display-watch.ts';
import type { HealthWatch } from './health.ts';
import type { JournalWatch } from './journal-watch.ts';
import type { PadWatch } from './pad-watch.ts';
import { createPadWatch } from './pad-watch.ts';
import type { Signatures } from '../signature/signatures.ts';
import { createJournalWatch, freeBytesOf } from './journal-watch.ts';

export type Devices = {
  readonly health: HealthWatch;
  readonly terminal: TerminalWatch;
  readonly display: DisplayWatch;
  readonly journal: JournalWatch;
  readonly pad: PadWatch;
  readonly report: () => Promise<Result<DevicesReport>>;
  readonly testPrinter: () => Promise<Result<null>>;
  readonly testSeen: (jobId: string, seen: boolean) => Promise<Result<null>>;
  readonly testDrawer: () => Promise<Result<null>>;
  readonly testGateway: () => Promise<Result<{ tookMs: number }>>;
  readonly start: () => void;
  readonly stop: () => void;
};

export type DeviceParts = {
  readonly health: HealthWatch;
  readonly terminal: TerminalWatch;
  /** Whether the terminal is practice's own. */
  readonly terminalIsSimulated: boolean;
  readonly prints: Prints;
  readonly signatures: Signatures;
  readonly approvals: Approvals;
};

export function createDevices(counter: Counter, shell: ShellPort, { health, terminal, terminalIsSimulated, prints, signatures, approvals }: DeviceParts): Devices {
  const display = createDisplayWatch(counter, shell.customerMonitor);
  const journal = createJournalWatch(counter, path.join(shell.dataDir, 'journal.db'), freeBytesOf(shell.dataDir));
  const pad = createPadWatch(counter, signatures, display.health);
  /** What a person said of the newest test slip. */
  let seen: { readonly jobId: string; readonly seen: boolean } | null = null;

  async function testDrawer(): Promise<Result<null>> {
    const may = mayNow(counter, 'open-drawer');
    if (!may.ok) return may;
    const allowed = await approvals.check({ act: 'open-drawer', saleId: null, amountWon: null, reason: 'drawer-check' }, null);
    return allowed.ok ? prints.openDrawer('test', allowed.value.rows) : allowed;
  }

  async function testSeen(jobId: string, wasSeen: boolean): Promise<Result<null>> {
    if (prints.newestTest('slip')?.jobId !== jobId) return refuse('slip.nothing-to-print');
    if (!wasSeen) {
      const durable = await append(counter, [entry(counter, { kind: 'failure.recorded', payload: { code: 'printer.not-seen', detail: `slip ${jobId}` } }, null)]);
      if (!durable.ok) return durable;
    }
    seen = { jobId, seen: wasSeen };
    counter.changed();
    return DONE;
  }

  return {
    health,
    terminal,
    display,
    journal,
    pad,
    report: async () => {
      const answers = health.answers();
      const { lastSeq, lastAt } = await counter.journal.counter();
      return ok({
        printer: { lastAnswer: answers.printer, columns: counter.settings.printer.columns, test: testView(prints.newestTest('slip'), seen) },
        drawer: { test: testView(prints.newestTest('drawer'), null) },
        gateway: { lastAnswer: answers.gateway },
        terminal: { lastAnswer: terminal.lastAnswer(), family: counter.settings.terminal.family, identity: terminal.identity(), simulated: terminalIsSimulated },
        display: display.report(),
        pad: { ...pad.report(), test: signatures.lastTest() },
        journal: { lastSeq, lastAt, freeBytes: journal.freeBytes(), verify: journal.verification() },
      });
    },
    testPrinter: () => prints.test(sampleSlip('test', counter.settings.printer.columns)),
    testSeen,
    testDrawer,
    testGateway: async () => ok({ tookMs: await health.askGateway() }),
    start: () => {
      health.start();
      terminal.start();
      display.start();
      journal.start();
      pad.start();
    },
    stop: () => {
      health.stop();
      terminal.stop();
      display.stop();
      journal.stop();
      pad.stop();
    },
  };
}

function testView(job: KnownJob | null, said: { readonly jobId: string; readonly seen: boolean } | null): TestJobView | null {
  if (job === null) return null;
  const { jobId, state, createdAt } = job;
  // Nobody settles a test.
  return { jobId, state: state.name === 'settled' ? 'unknown' : state.name, failure: failureOfPrint(state, job.job.kind), createdAt, seen: said?.jobId === jobId ? said.seen : null };
}
