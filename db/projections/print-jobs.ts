/** Print jobs: what was to come out, why, and how far it got. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { type PrintJobEvent, type PrintJobState, stepPrintJob } from '../../domain/print-job.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { parseStored } from '../stored.ts';

type Change = { readonly jobId: string; readonly event: PrintJobEvent; readonly after: PrintJobState };

export type PrintJobProjection = {
  readonly queued: (seq: number, entry: JournalEntry & { kind: 'print.queued' }) => void;
  readonly changed: (seq: number, payload: Change) => void;
};

const QUEUED: PrintJobState = { name: 'queued' };

/** `live`: the step is taken again and must agree (see cash-receipts.ts). */
export function printJobProjection(db: Database, live: boolean): PrintJobProjection {
  const create = db.prepare(`INSERT INTO print_jobs (created_seq, job_id, sale_id, shift_id, job_kind, reason, document_kind, copy_kind,
    state_name, state, created_at, last_seq)
    VALUES (?, ?, ?, (SELECT shift_id FROM shifts WHERE closed_at IS NULL), ?, ?, ?, ?, 'queued', ?, ?, ?)`);
  const current = db.prepare<[string], { state: string }>('SELECT state FROM print_jobs WHERE job_id = ?');
  const change = db.prepare('UPDATE print_jobs SET state_name = ?, state = ?, last_seq = ? WHERE job_id = ?');
  return {
    queued(seq, entry) {
      const { jobId, job, reason } = entry.payload;
      const document = job.kind === 'slip' ? job.document.kind : null;
      const copyKind = job.kind === 'slip' ? job.copyKind : null;
      create.run(seq, jobId, entry.saleId, job.kind, reason, document, copyKind, canonicalJson(QUEUED), entry.at, seq);
    },
    changed(seq, { jobId, event, after }) {
      const before = current.get(jobId);
      if (before === undefined) throw new JournalRefusal(`print job ${jobId} has no intent`);
      const state = canonicalJson(after);
      if (live) {
        const step = stepPrintJob(parseStored<PrintJobState>(before.state), event);
        if (!step.ok || canonicalJson(step.state) !== state) throw new JournalRefusal(`print job ${jobId}: ${event.type} does not follow ${before.state}`);
      }
      change.run(after.name, state, seq, jobId);
    },
  };
}
