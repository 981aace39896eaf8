/**
 * Fills the small disk mounted at argv[2] with a journal until it is full, frees some of it and goes on; writes what happened as
 * one line of JSON.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { JournalError, type Journal } from '../journal.ts';
import { fileKeyStore, openJournal } from '../journal.ts';

const QUIET_AND_MORE_MS = 1_500;

const [, , disk = ''] = process.argv;
const ballast = join(disk, 'ballast');
const file = openSync(ballast, 'w');
writeSync(file, Buffer.alloc(1_000_000));
closeSync(file);

async function open(): Promise<Journal> {
  const opened = await openJournal({ path: join(disk, 'journal.db'), keys: fileKeyStore(join(disk, 'keys')) });
  if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
  return opened.journal;
}

const entry = {
  kind: 'failure.recorded',
  payload: { code: 'printer.offline', detail: 'x'.repeat(10_000) },
  at: '2026-01-05T00:00:00.000Z',
  businessDay: '2026-01-05',
  actor: null,
  saleId: null,
} as const;

async function fill(journal: Journal): Promise<{ durable: number; error: unknown }> {
  for (let durable = 0; durable < 10_000; ) {
    try {
      durable = (await journal.append([entry, entry])).at(-1)?.seq ?? 0;
    } catch (error) {
      return { durable, error };
    }
  }
  throw new Error('the disk is not small');
}

const journal = await open();
const { durable, error } = await fill(journal);
// The quiet moment after an append, in which the log is moved into the file: there is no room for that either.
await delay(QUIET_AND_MORE_MS);
const atFull = await journal.counter();
rmSync(ballast);
const after = await journal.append([entry]);
await journal.close();
const again = await open();
const report = await again.verify();
await again.close();
const trouble = error instanceof JournalError ? { code: error.code, written: error.written } : String(error);
process.stdout.write(JSON.stringify({ durable, trouble, lastSeqAtFull: atFull.lastSeq, nextSeq: after[0]?.seq, ok: report.ok, rows: report.rows }));
