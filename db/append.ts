/**
 * The one way in: entries become rows and projections in one transaction. Everything that can be done before the transaction
 * (canonical text, hashes, the signature) is; the transaction itself is inserts and one fsync.
 */
import { type KeyObject, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { canonicalJson } from './canonical.ts';
import { rowHash, type RowContent, signHash } from './chain.ts';
import { JournalRefusal } from './journal-error.ts';
import type { JournalLimits } from './limits.ts';
import type { Project } from './projections/projector.ts';
import type { Appended } from './records.ts';
import { actorText } from './stored.ts';

export type Head = { readonly seq: number; readonly hash: Buffer };

type Prepared = { readonly row: RowContent; readonly entry: JournalEntry; readonly prevHash: Buffer; readonly hash: Buffer; readonly signature: Buffer | null };

export function readHead(db: Database, genesis: Buffer): Head {
  const last = db.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  return last ?? { seq: 0, hash: genesis };
}

/** `beside`: what must be written with them or not at all, and is no part of the chain. */
export type Append = (entries: readonly JournalEntry[], beside?: () => void) => readonly Appended[];

/** The returned function throws a JournalRefusal or the database's own error; then nothing of the entries is there. */
export function createAppender(db: Database, options: { genesis: Buffer; signingKey: KeyObject; project: Project; limits: JournalLimits }): Append {
  const { genesis, signingKey, project, limits } = options;
  const insert = db.prepare(`INSERT INTO journal (seq, id, at, business_day, actor, kind, sale_id, payload, prev_hash, hash, signature)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const write = db.transaction((rows: readonly Prepared[], beside: () => void) => {
    for (const { row, entry, prevHash, hash, signature } of rows) {
      insert.run(row.seq, row.id, row.at, row.businessDay, row.actor, row.kind, row.saleId, row.payload, prevHash, hash, signature);
      project(row.seq, entry);
    }
    beside();
  });
  let head = readHead(db, genesis);
  return (entries, beside = () => undefined) => {
    if (entries.length === 0 || entries.length > limits.entriesPerAppend) throw new JournalRefusal(`an append holds 1 to ${limits.entriesPerAppend} entries`);
    const rows = chain(entries, head, signingKey, limits);
    try {
      write.immediate(rows, beside);
    } catch (error) {
      head = readHead(db, genesis);
      throw error;
    }
    const last = rows.at(-1);
    if (last !== undefined) head = { seq: last.row.seq, hash: last.hash };
    return rows.map(({ row, hash }) => ({ seq: row.seq, hash: hash.toString('hex') }));
  };
}

function chain(entries: readonly JournalEntry[], head: Head, signingKey: KeyObject, limits: JournalLimits): Prepared[] {
  let prevHash = head.hash;
  return entries.map((entry, index) => {
    const row = contentOf(entry, head.seq + 1 + index, limits);
    const hash = rowHash(prevHash, row);
    const signature = index === entries.length - 1 ? signHash(hash, signingKey) : null;
    const prepared = { row, entry, prevHash, hash, signature };
    prevHash = hash;
    return prepared;
  });
}

function contentOf(entry: JournalEntry, seq: number, limits: JournalLimits): RowContent {
  const { at, businessDay, actor, kind, saleId } = entry;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || Number.isNaN(Date.parse(at)) || at < '1970') throw new JournalRefusal(`no time in UTC milliseconds: ${at}`);
  if (!/^\d{4}-\d\d-\d\d$/.test(businessDay)) throw new JournalRefusal(`no business day: ${businessDay}`);
  const payload = textOf(entry.payload, kind);
  if (payload.length > limits.payloadCharacters) throw new JournalRefusal(`${kind} is longer than ${limits.payloadCharacters} characters`);
  return { seq, id: rowId(Date.parse(at)), at, businessDay, actor: actorText(actor), kind, saleId, payload };
}

function textOf(payload: JournalEntry['payload'], kind: string): string {
  try {
    return canonicalJson(payload);
  } catch (error) {
    throw new JournalRefusal(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** UUID version 7 of the entry's time: neighbours in the index, so that an append touches few pages of an old journal. */
function rowId(atMs: number): string {
  const time = atMs.toString(16).padStart(12, '0');
  // A random UUID lends its random part; drawing bytes for each row costs more than the row's hash.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
