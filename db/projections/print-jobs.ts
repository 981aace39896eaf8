/** Print jobs: what was to come out, why, and how far it got. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { type PrintJobEvent, type PrintJobState, stepPrintJob } from '../../domain/print-job.ts';
import { paperOf } from '../../domain/slip/reprint.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { actorText, parseStored } from '../stored.ts';
import type { HistoryProjection } from './history.ts';

type Change = { readonly jobId: string; readonly event: PrintJobEvent; readonly after: PrintJobState };

export type PrintJobProjection = {
  readonly queued: (seq: number, entry: JournalEntry & { kind: 'print.queued' }) => void;
  readonly changed: (seq: number, entry: JournalEntry, payload: Change) => void;
};

type Current = { readonly state: string; readonly jobKind: string; readonly reason: string; readonly saleId: string | null };

const QUEUED: PrintJobState = { name: 'queued' };

/** `live`: the step is taken again and must agree (see cash-receipts.ts). */
export function printJobProjection(db: Database, history: HistoryProjection, live: boolean): PrintJobProjection {
  const create = db.prepare(`INSERT INTO print_jobs (created_seq, job_id, sale_id, shift_id, job_kind, reason, document_kind, copy_kind,
    state_name, state, created_at, last_seq, paper, asked_by)
    VALUES (?, ?, ?, (SELECT shift_id FROM shifts WHERE closed_at IS NULL), ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)`);
  const current = db.prepare<[string], Current>('SELECT state, job_kind AS jobKind, reason, sale_id AS saleId FROM print_jobs WHERE job_id = ?');
  const saleNumberOf = db.prepare<[string], number>('SELECT sale_number FROM sales WHERE sale_id = ?').pluck();
  const settledBy = db.prepare<[number, string], string>(`SELECT older.job_id FROM open_cases o JOIN print_jobs older ON older.job_id = o.ref
    JOIN print_jobs own ON own.paper = older.paper AND own.copy_kind = older.copy_kind AND own.created_seq > older.created_seq
    WHERE o.sale_number = ? AND o.kind = 'print' AND own.job_id = ?`).pluck();
  // Jobs go out in order, but the journal may hear of the first after the second.
  const cameOutSince = db.prepare<[string], number>(`SELECT 1 FROM print_jobs own JOIN journal j ON j.sale_id = own.sale_id AND j.seq > own.created_seq JOIN print_jobs later ON later.created_seq = j.seq
    WHERE own.job_id = ? AND later.state_name IN ('confirmed', 'settled') AND later.reason <> 'handwritten' AND later.paper = own.paper AND later.copy_kind = own.copy_kind LIMIT 1`).pluck();
  const settle = db.prepare('UPDATE print_jobs SET settled_by = ? WHERE job_id = ?');
  const change = db.prepare('UPDATE print_jobs SET state_name = ?, state = ?, last_seq = ? WHERE job_id = ?');

  /** Paper nobody has seen is somebody's case until a later one of the same comes out, or somebody says how it ended: then all before it ended so. */
  function follow(entry: JournalEntry, saleId: string, jobId: string, after: PrintJobState): void {
    if (after.name === 'sent') return;
    const saleNumber = saleNumberOf.get(saleId);
    if (saleNumber === undefined) return;
    if ((after.name === 'unknown' || after.name === 'failed') && cameOutSince.get(jobId) === undefined) history.openCase(saleNumber, 'print', jobId, entry.at);
    if (after.name === 'settled') history.closeCase(saleNumber, 'print', jobId);
    if (after.name === 'confirmed' || after.name === 'settled') for (const settled of settledBy.all(saleNumber, jobId)) history.closeCase(saleNumber, 'print', settled);
  }

  return {
    queued(seq, entry) {
      const { jobId, job, reason } = entry.payload;
      const document = job.kind === 'slip' ? job.document.kind : null;
      const copyKind = job.kind === 'slip' ? job.copyKind : null;
      const paper = job.kind === 'slip' ? paperOf(job.document) : null;
      create.run(seq, jobId, entry.saleId, job.kind, reason, document, copyKind, canonicalJson(QUEUED), entry.at, seq, paper, actorText(entry.actor));
    },
    changed(seq, entry, { jobId, event, after }) {
      const known = current.get(jobId);
      if (known === undefined) throw new JournalRefusal(`print job ${jobId} has no intent`);
      const state = canonicalJson(after);
      if (live) {
        const step = stepPrintJob(parseStored<PrintJobState>(known.state), event);
        if (!step.ok || canonicalJson(step.state) !== state) throw new JournalRefusal(`print job ${jobId}: ${event.type} does not follow ${known.state}`);
      }
      change.run(after.name, state, seq, jobId);
      if (after.name === 'settled') settle.run(actorText(entry.actor), jobId);
      if (known.saleId !== null && known.jobKind === 'slip' && known.reason !== 'test' && known.reason !== 'handwritten') follow(entry, known.saleId, jobId, after);
    },
  };
}
