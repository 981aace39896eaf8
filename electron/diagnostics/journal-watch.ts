/** The journal's place: room on its disk, looked at now and then, and the whole chain read when somebody asks for it. */
import { statfs } from 'node:fs/promises';
import type { VerifyView } from '../../contract/devices.ts';
import { JournalError } from '../../db/journal.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Counter } from '../counter.ts';
import { append, entry } from '../counter.ts';
import type { Result } from '../result.ts';
import { DONE } from '../result.ts';
import type { Health } from './health.ts';

/** A busy day writes some 20 MB: this leaves weeks to make room. */
export const LOW_DISK_BYTES = 512 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;

export type JournalWatch = {
  readonly health: () => Health;
  readonly freeBytes: () => number | null;
  readonly verification: () => VerifyView | null;
  /** Looks at the disk now. */
  readonly look: () => Promise<void>;
  /** Begins; a second asking while one is under way is the same. */
  readonly verify: () => Result<null>;
  readonly start: () => void;
  readonly stop: () => void;
};

export type FreeBytes = () => Promise<number>;

export function freeBytesOf(folder: string): FreeBytes {
  return async () => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  };
}

export function createJournalWatch(counter: Counter, address: string, askFree: FreeBytes): JournalWatch {
  let free: number | null = null;
  let verification: VerifyView | null = null;
  let broken = false;
  let health: Health = { state: 'checking', failure: null, since: counter.now().toISOString(), address };
  let timer: NodeJS.Timeout | undefined;

  function judge(): void {
    const failure = counter.memory.trouble?.code ?? (broken ? 'journal.corrupt' : free !== null && free < LOW_DISK_BYTES ? 'journal.disk-low' : null);
    const state = failure === null ? 'ok' : failure === 'journal.disk-low' ? 'warning' : 'down';
    if (health.state === state && health.failure === failure) return;
    health = { ...health, state, failure, since: counter.now().toISOString() };
    counter.changed();
  }

  async function look(): Promise<void> {
    try {
      free = await askFree();
    } catch (problem) {
      // A disk that cannot be asked says nothing about the journal; its own writing tells.
      free = null;
      counter.log(`free space: ${String(problem)}`);
    }
    judge();
  }

  async function read(): Promise<void> {
    const began = counter.now();
    const tookMs = () => Math.max(0, counter.now().getTime() - began.getTime());
    try {
      const report = await counter.journal.verify({ onProgress: ({ done, total }) => (verification = { state: 'running', done, total }) });
      const [fault] = report.faults;
      broken = !report.ok;
      verification = { state: 'done', ok: report.ok, rows: report.rows, at: counter.now().toISOString(), tookMs: tookMs(), firstFault: fault === undefined ? null : `${fault.seq}: ${fault.what}` };
    } catch (problem) {
      if (!(problem instanceof JournalError)) {
        // Our own mistake: not to be mistaken for a reading that still goes on.
        verification = null;
        throw problem;
      }
      verification = { state: 'failed', code: problem.code, at: counter.now().toISOString() };
    }
    judge();
    if (broken) await record('journal.corrupt', verification.state === 'done' ? (verification.firstFault ?? '') : '');
    counter.changed();
  }

  async function record(code: FailureCode, detail: string): Promise<void> {
    await append(counter, [entry(counter, { kind: 'failure.recorded', payload: { code, detail } }, null)]);
  }

  return {
    health: () => health,
    freeBytes: () => free,
    verification: () => verification,
    look,
    verify: () => {
      if (verification?.state === 'running') return DONE;
      verification = { state: 'running', done: 0, total: 0 };
      counter.background(read());
      return DONE;
    },
    start: () => {
      counter.background(look());
      timer = setInterval(() => counter.background(look()), LOOK_EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}
