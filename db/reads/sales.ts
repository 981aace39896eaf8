/** Reads about sales. Synchronous: they run in the worker. */
import type { Database } from 'better-sqlite3';
import type { CheckoutEvent, CheckoutState } from '../../domain/checkout/machine.ts';
import type { CashReceiptState } from '../../domain/cash-receipt/machine.ts';
import type { CashReceiptIntent } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { JournalRefusal } from '../journal-error.ts';
import { LIST_LIMIT, listLimit } from '../limits.ts';
import type { CashReceiptBrief, JournalRow, SaleRecord, SaleStage } from '../records.ts';
import { ENTRY_COLUMNS, type EntryColumns, entryFromColumns, parseStored, parseStoredOrNull } from '../stored.ts';

/** More events than a basket of 999 lines can sensibly take; a longer sale is refused rather than folded in part. */
export const MAX_SALE_EVENTS = 20_000;

type SaleColumns = {
  readonly saleNumber: number;
  readonly saleId: string;
  readonly shiftId: string;
  readonly businessDay: string;
  readonly startedAt: string;
  readonly paidAt: string | null;
  readonly stage: SaleStage;
  readonly supplyWon: number;
  readonly vatWon: number;
  readonly taxFreeWon: number;
  readonly serviceChargeWon: number;
  readonly totalWon: number;
  readonly receivedWon: number;
  readonly changeWon: number;
  readonly cardWon: number;
  readonly exchangeWon: number;
  readonly refundedWon: number;
  readonly firstName: string | null;
  readonly lineCount: number;
  readonly actor: string | null;
  readonly state: string | null;
};

const SALE_COLUMNS = `sale_number AS saleNumber, sale_id AS saleId, shift_id AS shiftId, business_day AS businessDay, started_at AS startedAt,
  paid_at AS paidAt, stage, supply_won AS supplyWon, vat_won AS vatWon, tax_free_won AS taxFreeWon, service_charge_won AS serviceChargeWon,
  total_won AS totalWon, received_won AS receivedWon, change_won AS changeWon, card_won AS cardWon, exchange_won AS exchangeWon, first_name AS firstName, line_count AS lineCount, actor,
  (SELECT payload -> '$.after' FROM journal WHERE seq = last_seq) AS state,
  (SELECT coalesce(sum(r.total_won), 0) FROM refunds r WHERE r.sale_number = sales.sale_number AND r.stage <> 'called-off') AS refundedWon`;

type ReceiptColumns = { readonly saleId: string; readonly intent: string; readonly state: string; readonly createdAt: string };

export type DayPage = {
  /** At most 1,000 sales. */
  readonly limit: number;
  /** Only sales with smaller numbers: the next page. */
  readonly beforeSaleNumber?: number;
};

export type SaleReads = {
  readonly saleEvents: (saleId: string) => readonly CheckoutEvent[];
  readonly sale: (saleId: string) => SaleRecord | null;
  readonly salesOfDay: (businessDay: string, page: DayPage) => readonly SaleRecord[];
  /** In the order given; numbers nobody has are left out. At most 1,000. */
  readonly salesByNumber: (saleNumbers: readonly number[]) => readonly SaleRecord[];
  readonly saleJournal: (saleId: string, page?: { readonly limit: number; readonly afterSeq?: number }) => readonly JournalRow[];
};

export function saleReads(db: Database): SaleReads {
  const events = db.prepare<[string, number], { payload: string }>(
    `SELECT payload FROM journal WHERE sale_id = ? AND kind LIKE 'sale.%' AND kind <> 'sale.started' ORDER BY seq LIMIT ?`,
  );
  const one = db.prepare<[string], SaleColumns>(`SELECT ${SALE_COLUMNS} FROM sales WHERE sale_id = ?`);
  const day = db.prepare<[string, number, number], SaleColumns>(
    `SELECT ${SALE_COLUMNS} FROM sales WHERE business_day = ? AND sale_number < ? ORDER BY sale_number DESC LIMIT ?`,
  );
  const byNumber = db.prepare<[number], SaleColumns>(`SELECT ${SALE_COLUMNS} FROM sales WHERE sale_number = ?`);
  const receipts = db.prepare<[string, number], ReceiptColumns>(
    `SELECT r.sale_id AS saleId, j.payload AS intent, r.state, r.created_at AS createdAt FROM journal j JOIN cash_receipts r ON r.created_seq = j.seq
      WHERE j.sale_id IN (SELECT value FROM json_each(?)) AND j.kind = 'cash-receipt.created' ORDER BY j.seq LIMIT ?`,
  );
  const rows = db.prepare<[string, number, number], EntryColumns & { id: string; hash: Buffer }>(
    `SELECT ${ENTRY_COLUMNS}, id, hash FROM journal WHERE sale_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  const withReceipts = (sales: readonly SaleColumns[]): readonly SaleRecord[] => {
    const found = receipts.all(JSON.stringify(sales.map((sale) => sale.saleId)), LIST_LIMIT * RECEIPTS_PER_SALE);
    const bySale = Map.groupBy(found, (receipt) => receipt.saleId);
    return sales.map((sale) => saleRecord(sale, (bySale.get(sale.saleId) ?? []).slice(0, RECEIPTS_PER_SALE).map(brief)));
  };
  return {
    saleEvents(saleId) {
      const found = events.all(saleId, MAX_SALE_EVENTS + 1);
      if (found.length > MAX_SALE_EVENTS) throw new JournalRefusal(`sale ${saleId} has more than ${MAX_SALE_EVENTS} events`);
      return found.map(({ payload }) => parseStored<{ readonly event: CheckoutEvent }>(payload).event);
    },
    sale(saleId) {
      const found = one.get(saleId);
      return found === undefined ? null : (withReceipts([found])[0] ?? null);
    },
    salesOfDay: (businessDay, { limit, beforeSaleNumber }) =>
      withReceipts(day.all(businessDay, beforeSaleNumber ?? Number.MAX_SAFE_INTEGER, listLimit(limit))),
    salesByNumber: (saleNumbers) => (saleNumbers.length === 0 ? [] : withReceipts(saleNumbers.slice(0, listLimit(saleNumbers.length)).flatMap((saleNumber) => byNumber.get(saleNumber) ?? []))),
    saleJournal: (saleId, { limit, afterSeq } = { limit: LIST_LIMIT }) =>
      rows
        .all(saleId, afterSeq ?? 0, listLimit(limit))
        .map((row) => ({ ...entryFromColumns(row), seq: row.seq, id: row.id, hash: row.hash.toString('hex') })),
  };
}

/** A list shows no more of one sale; `cashReceiptsOfSale` has them all. */
const RECEIPTS_PER_SALE = 20;

function saleRecord(row: SaleColumns, cashReceipts: readonly CashReceiptBrief[]): SaleRecord {
  const { supplyWon, vatWon, taxFreeWon, serviceChargeWon, totalWon, firstName, lineCount } = row;
  return {
    saleId: row.saleId,
    saleNumber: row.saleNumber,
    shiftId: row.shiftId,
    businessDay: row.businessDay,
    startedAt: row.startedAt,
    paidAt: row.paidAt,
    stage: row.stage,
    totalWon,
    receivedWon: row.receivedWon,
    changeWon: row.changeWon,
    cardWon: row.cardWon,
    exchangeWon: row.exchangeWon,
    refundedWon: row.refundedWon,
    breakdown: { supplyWon, vatWon, taxFreeWon, serviceChargeWon, totalWon },
    state: parseStoredOrNull<CheckoutState>(row.state),
    itemSummary: { firstName, lineCount },
    cashReceipts,
    actor: parseStoredOrNull<Actor>(row.actor),
  };
}

function brief(row: ReceiptColumns): CashReceiptBrief {
  const { cashReceiptId, purpose, form, identifierMasked, amounts, deadlineAt } = parseStored<CashReceiptIntent>(row.intent);
  const state = parseStored<CashReceiptState>(row.state);
  return { cashReceiptId, purpose, form, identifierMasked, amounts, deadlineAt, state, createdAt: row.createdAt };
}
