/** Walks the chain and says what does not hold. In slices, so that sales go on meanwhile. Used by the worker and by verify-command.ts. */
import type { KeyObject } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { JournalKind } from '../domain/journal-entry.ts';
import type { RefundEvent } from '../domain/refund/events.ts';
import type { TenderEvent } from '../domain/tender/machine.ts';
import { type ChainLink, genesisHash, publicKeyFrom, type RowContent, rowFault } from './chain.ts';
import { corrupt } from './journal-error.ts';
import type { Progress, VerifyFault, VerifyReport } from './records.ts';

export const MAX_FAULTS = 20;
const SLICE_ROWS = 200;

export type Identity = { readonly counterId: string; readonly publicKey: string; readonly sealingKeyId: string };

/** Whose journal this is; null for one that was just made. */
export function readIdentity(db: Database): Identity | null {
  const values = new Map(db.prepare<[], { name: string; value: string }>('SELECT name, value FROM meta').all().map(({ name, value }) => [name, value]));
  if (values.size === 0) return null;
  const counterId = values.get('counter_id');
  const publicKey = values.get('public_key');
  const sealingKeyId = values.get('sealing_key_id');
  if (counterId === undefined || publicKey === undefined || sealingKeyId === undefined) throw corrupt('the journal does not say whose it is');
  return { counterId, publicKey, sealingKeyId };
}

/** Every text as the bytes that are stored: decoding may not forgive what hashing must see. */
type RawRow = {
  readonly seq: number;
  readonly id: Buffer;
  readonly at: Buffer;
  readonly businessDay: Buffer;
  readonly actor: Buffer | null;
  readonly kind: Buffer;
  readonly saleId: Buffer | null;
  readonly payload: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
  readonly signature: Buffer | null;
};

const RAW = `seq, CAST(id AS BLOB) AS id, CAST(at AS BLOB) AS at, CAST(business_day AS BLOB) AS businessDay, CAST(actor AS BLOB) AS actor,
  CAST(kind AS BLOB) AS kind, CAST(sale_id AS BLOB) AS saleId, CAST(payload AS BLOB) AS payload, prev_hash AS prevHash, hash, signature`;

/** What each table must hold one row of, for each entry of these kinds. */
const COUNTED = {
  sales: ['sale.started'],
  card_trades: ['sale.charge-intended', 'sale.cancel-intended', 'refund.cancel-intended', 'refund.rest-tendered charge-intended', 'refund.rest-tendered cancel-intended'],
  refunds: ['refund.begun'],
  receipt_cancels: ['receipt-cancel.created'],
  handwritten_slips: ['handwritten.opened'],
  stray_charges: ['stray.opened'],
  cash_receipts: ['cash-receipt.created'],
  print_jobs: ['print.queued'],
  shifts: ['shift.opened'],
  failures: ['failure.recorded'],
  staff: ['people.user-added'],
} as const satisfies Record<string, readonly (JournalKind | `refund.rest-tendered ${TenderEvent['type']}`)[]>;

/** What a sale was paid by comes to what it is, cash and cards, to the won; and nothing was paid for a sale that is none. */
const MISPAID = `SELECT (SELECT count(*) FROM sales s WHERE s.paid_at IS NOT NULL
    AND s.total_won - s.exchange_won <> (SELECT coalesce(sum(p.amount_won), 0) FROM payments p WHERE p.sale_number = s.sale_number))
  + (SELECT count(*) FROM payments p WHERE p.sale_number NOT IN (SELECT sale_number FROM sales))`;

type Walk = { seq: number; hash: Uint8Array; signed: boolean; rows: number; readonly faults: VerifyFault[]; readonly kinds: Map<string, number> };

/** Throws only when the file itself cannot be read. */
export async function verifyJournal(db: Database, report: (progress: Progress) => void): Promise<VerifyReport> {
  const identity = readIdentity(db);
  if (identity === null) throw corrupt('the journal does not say whose it is');
  const publicKey = publicKeyFrom(identity.publicKey);
  const walk: Walk = { seq: 0, hash: genesisHash(identity.counterId, identity.publicKey), signed: true, rows: 0, faults: [], kinds: new Map() };
  const slice = db.prepare<[number, number], RawRow>(`SELECT ${RAW} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`);
  const last = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM journal').pluck();
  for (;;) {
    const rows = slice.all(walk.seq, SLICE_ROWS);
    for (const row of rows) step(walk, row, publicKey);
    // The counts are compared in the same turn as the last slice: nothing can be appended in between.
    if (rows.length < SLICE_ROWS) break;
    report({ done: walk.seq, total: last.get() ?? walk.seq });
    await nextTurn();
  }
  if (!walk.signed) fault(walk, walk.seq, 'the last row is not signed: the end of an append is missing');
  compareProjections(db, walk);
  report({ done: walk.seq, total: walk.seq });
  return { ok: walk.faults.length === 0, rows: walk.rows, lastSeq: walk.seq, lastHash: Buffer.from(walk.hash).toString('hex'), faults: walk.faults };
}

/** The end of the chain only: cheap enough for every start. Returns the first fault, or null. */
export function tailFault(db: Database, identity: Identity, tailRows: number): VerifyFault | null {
  const publicKey = publicKeyFrom(identity.publicKey);
  const rows = db.prepare<[number], RawRow>(`SELECT * FROM (SELECT ${RAW} FROM journal ORDER BY seq DESC LIMIT ?) ORDER BY seq`).all(tailRows);
  const first = rows[0];
  if (first === undefined) return null;
  const start = first.seq === 1 ? genesisHash(identity.counterId, identity.publicKey) : first.prevHash;
  const walk: Walk = { seq: first.seq - 1, hash: start, signed: true, rows: 0, faults: [], kinds: new Map() };
  for (const row of rows) step(walk, row, publicKey);
  if (!walk.signed) fault(walk, walk.seq, 'the last row is not signed');
  return walk.faults[0] ?? null;
}

function step(walk: Walk, raw: RawRow, publicKey: KeyObject): void {
  const row = decode(raw);
  const what = row === null ? 'not-text' : rowFault(walk, row, publicKey);
  if (what !== null) fault(walk, raw.seq, what);
  // Each row is judged after the row that stands before it, so that one changed row is one fault and not a thousand.
  walk.seq = raw.seq;
  walk.hash = raw.hash;
  walk.signed = raw.signature !== null;
  walk.rows += 1;
  if (row === null) return;
  const counted = countedAs(row);
  walk.kinds.set(counted, (walk.kinds.get(counted) ?? 0) + 1);
}

/** What is paid for the rest of a refund is told apart by the step of its tender: some of them make a trade. */
function countedAs({ kind, payload }: RowContent): string {
  if (kind !== ('refund.rest-tendered' satisfies JournalKind)) return kind;
  try {
    const { event }: { readonly event: RefundEvent & { readonly type: 'rest-tendered' } } = JSON.parse(payload);
    return `${kind} ${event.event.type}`;
  } catch {
    // A row that cannot be read is a fault of its own.
    return kind;
  }
}

function fault(walk: Walk, seq: number, what: string): void {
  if (walk.faults.length < MAX_FAULTS) walk.faults.push({ seq, what });
}

const EXACT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(raw: RawRow): (RowContent & ChainLink) | null {
  const text = (bytes: Buffer) => EXACT_UTF8.decode(bytes);
  const textOrNull = (bytes: Buffer | null) => (bytes === null ? null : text(bytes));
  const { seq, prevHash, hash, signature } = raw;
  try {
    const columns = { id: text(raw.id), at: text(raw.at), businessDay: text(raw.businessDay), kind: text(raw.kind), payload: text(raw.payload) };
    return { seq, ...columns, actor: textOrNull(raw.actor), saleId: textOrNull(raw.saleId), prevHash, hash, signature };
  } catch {
    return null;
  }
}

function compareProjections(db: Database, walk: Walk): void {
  for (const [table, kinds] of Object.entries(COUNTED)) {
    const inTable = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    const inJournal = kinds.reduce((sum, kind) => sum + (walk.kinds.get(kind) ?? 0), 0);
    if (inTable !== inJournal) fault(walk, walk.seq, `${table} holds ${inTable} rows, the journal says ${inJournal}`);
  }
  const mispaid = db.prepare<[], number>(MISPAID).pluck().get() ?? 0;
  if (mispaid > 0) fault(walk, walk.seq, `${mispaid} sales are paid with another sum than they come to`);
}
