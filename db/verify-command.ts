/**
 * `node db/verify-command.ts FILE`: reads a journal or a backup of one, changes nothing in it, and says whether it holds.
 * Exit code 0: it holds. 1: it does not. 2: it could not be read. Needs no keys: the public key is in the file, and the head office
 * knows it too.
 */
import Database from 'better-sqlite3';
import { quickCheck, sizeOf } from './database.ts';
import { journalErrorFrom } from './journal-error.ts';
import { refuseFuture } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { VerifyReport } from './records.ts';
import { readIdentity, verifyJournal } from './verify.ts';

const PROGRESS_EVERY_MS = 1_000;

async function main(path: string | undefined): Promise<number> {
  if (path === undefined || sizeOf(path) < 0) {
    process.stderr.write('Usage: node db/verify-command.ts FILE\nThere is no such file.\n');
    return 2;
  }
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      return await check(db);
    } finally {
      db.close();
    }
  } catch (error) {
    const known = journalErrorFrom(error);
    process.stderr.write(`${path} could not be verified.\n${known.message}\n`);
    if ('code' in known && known.code === 'journal.locked') process.stderr.write('A counter has it open. Close the counter, or verify a backup.\n');
    return 'code' in known && known.code === 'journal.corrupt' ? 1 : 2;
  }
}

async function check(db: Database.Database): Promise<number> {
  refuseFuture(db, MIGRATIONS);
  quickCheck(db);
  const identity = readIdentity(db);
  let next = PROGRESS_EVERY_MS;
  const report = await verifyJournal(db, ({ done, total }) => {
    if (performance.now() < next) return;
    next = performance.now() + PROGRESS_EVERY_MS;
    process.stderr.write(`${done} of ${total} rows\n`);
  });
  process.stdout.write(words(report, identity?.counterId ?? 'unknown'));
  return report.ok ? 0 : 1;
}

function words(report: VerifyReport, counterId: string): string {
  const head = `counter ${counterId}: ${report.rows} rows, last ${report.lastSeq}, hash ${report.lastHash}\n`;
  if (report.ok) return `${head}The chain holds: every hash, every signature, no number missing.\n`;
  const faults = report.faults.map(({ seq, what }) => `  row ${seq}: ${what}\n`).join('');
  return `${head}The chain does NOT hold:\n${faults}Keep this file as it is. Verify the last good backup and compare from the first row named here.\n`;
}

process.exitCode = await main(process.argv[2]);
