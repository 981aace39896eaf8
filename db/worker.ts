/** The journal's own thread: the only one that touches the database. Requests are carried out in the order they came. */
import { parentPort } from 'node:worker_threads';
import { type Core, type CoreOptions, openCore } from './core.ts';
import { JournalError, journalErrorFrom, JournalRefusal } from './journal-error.ts';
import type { LongName, OperationName, Reply, Request, Start } from './protocol.ts';
import { troubleOf, writesRows } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');

/** A quiet moment: long enough after an append that the next one is unlikely to wait for the log to be moved. */
const QUIET_MS = 1_000;

function reply(message: Reply): void {
  port?.postMessage(message);
}

function open(options: CoreOptions): Core | null {
  try {
    const core = openCore(options, (progress) => reply({ kind: 'opening', progress }));
    reply({ kind: 'opened', identity: core.identity });
    return core;
  } catch (error) {
    reply({ kind: 'not-opened', trouble: troubleOf(error) });
    return null;
  }
}

const isLong = (core: Core, name: string): name is LongName => Object.hasOwn(core.long, name);

/** Carries out what is asked until it is told to close. Answers what to do with each request. */
function serve(core: Core): (request: Request) => void {
  let longsUnderWay = 0;
  let quiet: NodeJS.Timeout | undefined;
  /** Set when a failed fsync has left the fate of an append open: nothing more is written until the journal is opened again. */
  let stopped: JournalError | null = null;

  // Only tidying: where it fails (no room for it on a full disk) the log keeps what is in it, and a later try moves it.
  const moveLog = () => {
    try {
      core.checkpoint();
    } catch (error) {
      if (journalErrorFrom(error) instanceof JournalRefusal) throw error;
    }
  };

  const carryOut = ({ id, name, args }: { id: number; name: OperationName; args: readonly unknown[] }) => {
    if (stopped !== null && writesRows(name)) throw new JournalError('journal.unavailable', stopped.detail);
    // The door's types make sure that the arguments are those of this operation.
    const operation = core.operations[name] as (...given: readonly unknown[]) => unknown;
    reply({ kind: 'done', id, value: operation(...args) });
    if (writesRows(name)) {
      clearTimeout(quiet);
      quiet = setTimeout(moveLog, QUIET_MS);
    }
  };

  const carryOutLong = async (id: number, name: LongName, args: readonly unknown[]) => {
    const operation = core.long[name] as (...given: readonly unknown[]) => Promise<unknown>;
    longsUnderWay += 1;
    try {
      const value = await operation((progress: unknown) => port?.postMessage({ kind: 'progress', id, progress }), ...args);
      reply({ kind: 'done', id, value });
    } finally {
      longsUnderWay -= 1;
    }
  };

  const failed = (id: number, error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble.kind === 'error' && trouble.written === 'unknown') stopped = new JournalError(trouble.code, trouble.detail);
    reply({ kind: 'trouble', id, trouble });
  };

  const close = (id: number) => {
    clearTimeout(quiet);
    core.close();
    // What is still under way would answer into the next file's time.
    const idle = longsUnderWay === 0;
    serving = null;
    reply({ kind: 'closed', id, idle });
    if (!idle) port?.close();
  };

  return ({ id, name, args }) => {
    try {
      if (name === 'close') close(id);
      else if (isLong(core, name)) carryOutLong(id, name, args).catch((error: unknown) => failed(id, error));
      else carryOut({ id, name, args });
    } catch (error) {
      failed(id, error);
    }
  };
}

let serving: ((request: Request) => void) | null = null;

port.on('message', (message: Start | Request) => {
  if (message.name !== 'open') return serving?.(message);
  const core = open(message.options);
  serving = core === null ? null : serve(core);
});
