/** From one entry to the tables it moves. The same code folds an entry when it is appended and when everything is rebuilt. */
import type { Database } from 'better-sqlite3';
import type { CheckoutEvent } from '../../domain/checkout/machine.ts';
import type { ReceiptCancelEvent } from '../../domain/cash-receipt/cancel.ts';
import type { RefundEvent } from '../../domain/refund/events.ts';
import type { HandwrittenEvent } from '../../domain/handwritten-slip/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { StrayEvent } from '../../domain/stray-charge/machine.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Progress } from '../records.ts';
import { ENTRY_COLUMNS, type EntryColumns, entryFromColumns } from '../stored.ts';
import { cashReceiptProjection } from './cash-receipts.ts';
import { dayProjection } from './day.ts';
import { historyProjection } from './history.ts';
import { openCaseProjection } from './open-cases.ts';
import { movesPeople, peopleProjection } from './people.ts';
import { printJobProjection } from './print-jobs.ts';
import { refundProjection } from './refunds.ts';
import { saleProjection } from './sales.ts';

/** Raise it whenever an entry is folded differently: journals opened after that are folded anew. */
export const PROJECTION_VERSION = 7;

/** Children before parents, as foreign keys want them emptied. */
const TABLES = [
  'special_acts', 'people_rules', 'staff',
  'open_cases', 'history_approvals', 'history_postings', 'history_products', 'history_words', 'failures', 'receipt_cancels', 'refund_moves', 'refund_lines', 'refunds', 'print_jobs', 'cash_receipts', 'stray_charges', 'handwritten_slips', 'card_trades',
  'payments', 'sale_lines', 'sales', 'drawer_counts', 'shifts',
] as const;
export const PROJECTION_TABLES: readonly string[] = TABLES;

/** In the journal for whoever reads it, and in no table. */
const WITHOUT_TABLE = [
  'program.started',
  'program.stopped',
  'program.place-left',
  'settings.changed',
  'signature.kept',
  'slip.fact-differed',
  'people.signed-in',
  'people.signed-out',
  'people.pin-refused',
  'people.pin-changed',
  'people.pin-reset',
  'people.approval-granted',
  'catalogue.product-saved',
  'catalogue.changed',
  'catalogue.imported',
  'catalogue.import-undone',
] as const satisfies readonly JournalEntry['kind'][];
type WithoutTable = Extract<JournalEntry, { readonly kind: (typeof WITHOUT_TABLE)[number] }>;

function movesNoTable(entry: JournalEntry): entry is WithoutTable {
  return WITHOUT_TABLE.some((kind) => kind === entry.kind);
}

/** Every event of a machine moves its table in the same way, whatever it is called. */
type SaleChange = Extract<JournalEntry, { readonly kind: `sale.${CheckoutEvent['type']}` }>;
type SlipChange = Extract<JournalEntry, { readonly kind: `handwritten.${HandwrittenEvent['type']}` }>;
type StrayChange = Extract<JournalEntry, { readonly kind: `stray.${StrayEvent['type']}` }>;

function isSaleChange(entry: JournalEntry): entry is SaleChange {
  return entry.kind.startsWith('sale.') && entry.kind !== 'sale.started';
}

type RefundChange = Extract<JournalEntry, { readonly kind: `refund.${RefundEvent['type']}` }>;
type CancelChange = Extract<JournalEntry, { readonly kind: `receipt-cancel.${ReceiptCancelEvent['type']}` }>;

function isSlipChange(entry: JournalEntry): entry is SlipChange {
  return entry.kind.startsWith('handwritten.') && entry.kind !== 'handwritten.opened';
}

function isStrayChange(entry: JournalEntry): entry is StrayChange {
  return entry.kind.startsWith('stray.') && entry.kind !== 'stray.opened';
}

function isRefundChange(entry: JournalEntry): entry is RefundChange {
  return entry.kind.startsWith('refund.') && entry.kind !== 'refund.begun';
}

function isCancelChange(entry: JournalEntry): entry is CancelChange {
  return entry.kind.startsWith('receipt-cancel.') && entry.kind !== 'receipt-cancel.created';
}

export type Project = (seq: number, entry: JournalEntry) => void;

/** `live`: an entry being appended, held against the domain's machines. Throws a JournalRefusal for one that cannot follow. */
export function createProjector(db: Database, live: boolean): Project {
  const history = historyProjection(db);
  const sales = saleProjection(db, history);
  const receipts = cashReceiptProjection(db, history, live);
  const prints = printJobProjection(db, history, live);
  const cases = openCaseProjection(db, history, live);
  const refunds = refundProjection(db, history, live);
  const day = dayProjection(db);
  const people = peopleProjection(db);
  return (seq, entry) => {
    if (movesNoTable(entry)) return;
    if (isSaleChange(entry)) return sales.changed(seq, entry, entry.payload);
    if (isSlipChange(entry)) return cases.slipChanged(seq, entry.payload);
    if (isStrayChange(entry)) return cases.strayChanged(seq, entry.payload);
    if (isRefundChange(entry)) return refunds.changed(seq, entry, entry.payload);
    if (isCancelChange(entry)) return refunds.cancelChanged(seq, entry, entry.payload);
    if (movesPeople(entry)) return people(seq, entry);
    switch (entry.kind) {
      case 'shift.opened':
        return day.shiftOpened(seq, entry);
      case 'shift.counted':
        return day.shiftCounted(seq, entry);
      case 'shift.closed':
        return day.shiftClosed(seq, entry);
      case 'failure.recorded':
        return day.failed(seq, entry);
      case 'sale.started':
        return sales.started(seq, entry);
      case 'cash-receipt.created':
        return receipts.created(seq, entry);
      case 'cash-receipt.sending':
      case 'cash-receipt.issued':
      case 'cash-receipt.refused':
      case 'cash-receipt.unreachable':
      case 'cash-receipt.put-off':
      case 'cash-receipt.unclear':
      case 'cash-receipt.found':
      case 'cash-receipt.absent':
      case 'cash-receipt.traded':
      case 'cash-receipt.nts-confirmed':
      case 'cash-receipt.nts-rejected':
      case 'cash-receipt.cancelled':
        return receipts.changed(seq, entry, entry.payload);
      case 'refund.begun':
        return refunds.begun(seq, entry);
      case 'receipt-cancel.created':
        return refunds.cancelCreated(seq, entry);
      case 'handwritten.opened':
        return cases.slipOpened(seq, entry);
      case 'stray.opened':
        return cases.strayOpened(seq, entry);
      case 'print.queued':
        return prints.queued(seq, entry);
      case 'print.sent':
      case 'print.confirmed':
      case 'print.unknown':
      case 'print.failed':
      case 'print.settled':
        return prints.changed(seq, entry, entry.payload);
      default:
        return unreachable(entry);
    }
  };
}

/** Empties the projections and folds the whole journal again, in one transaction. Returns the number of rows folded. */
export function rebuildProjections(db: Database, onSlice: (progress: Progress) => void = () => {}): number {
  return db
    .transaction(() => {
      for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
      const project = createProjector(db, false);
      const next = db.prepare<[number, number], EntryColumns>(`SELECT ${ENTRY_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`);
      const total = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM journal').pluck().get() ?? 0;
      let rows = 0;
      for (let slice = next.all(0, SLICE_ROWS); slice.length > 0; slice = next.all(rows, SLICE_ROWS)) {
        for (const row of slice) project(row.seq, entryFromColumns(row));
        rows += slice.length;
        onSlice({ done: rows, total });
      }
      db.prepare('UPDATE projection_build SET version = ?').run(PROJECTION_VERSION);
      return rows;
    })
    .immediate();
}

const SLICE_ROWS = 500;

export function projectionsAreCurrent(db: Database): boolean {
  return db.prepare('SELECT version FROM projection_build').pluck().get() === PROJECTION_VERSION;
}
