/** Reads about card trades, handwritten slips and stray charges. Synchronous: they run in the worker. */
import type { Database } from 'better-sqlite3';
import type { Trade } from '../../domain/card-payment/machine.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import type { HandwrittenState } from '../../domain/handwritten-slip/machine.ts';
import type { StrayState } from '../../domain/stray-charge/machine.ts';
import { listLimit } from '../limits.ts';
import type { HandwrittenRecord, StrayRecord, TradeRecord } from '../records.ts';
import { parseStored } from '../stored.ts';

export type CardReads = {
  readonly cardTrade: (tradeNumber: string) => TradeRecord | null;
  readonly handwrittenSlip: (slipId: string) => HandwrittenRecord | null;
  readonly handwrittenSlipsOfSale: (saleId: string) => readonly HandwrittenRecord[];
  readonly openHandwrittenSlips: (page: { readonly limit: number }) => readonly HandwrittenRecord[];
  readonly endedHandwrittenSlips: (page: { readonly limit: number; readonly beforeSeq?: number }) => readonly HandwrittenRecord[];
  readonly strayCharge: (strayId: string) => StrayRecord | null;
  readonly openStrayCharges: (page: { readonly limit: number }) => readonly StrayRecord[];
};

type SlipColumns = Omit<HandwrittenRecord, 'state' | 'approval'> & { readonly state: string; readonly trade: string | null };
type StrayColumns = Omit<StrayRecord, 'state'> & { readonly state: string };

const SLIP = `SELECT h.slip_id AS slipId, s.sale_id AS saleId, h.sale_number AS saleNumber, h.part_id AS partId, h.trade_number AS tradeNumber, h.charged_won AS chargedWon,
  h.state, h.opened_at AS openedAt, h.last_seq AS lastSeq, t.trade FROM handwritten_slips h JOIN sales s ON s.sale_number = h.sale_number
  LEFT JOIN card_trades t ON t.trade_number = h.trade_number`;
const STRAY = 'SELECT stray_id AS strayId, sale_id AS saleId, trade_number AS tradeNumber, amount_won AS amountWon, state, opened_at AS openedAt FROM stray_charges';
/** Nobody has to do anything with these any more. */
const ENDED = `('handed-over', 'not-needed', 'written-off')`;

export function cardReads(db: Database): CardReads {
  const trade = db.prepare<[string], { saleId: string; saleNumber: number; partId: string; trade: string }>(
    `SELECT s.sale_id AS saleId, t.sale_number AS saleNumber, t.part_id AS partId, t.trade FROM card_trades t JOIN sales s ON s.sale_number = t.sale_number WHERE t.trade_number = ?`,
  );
  const slip = db.prepare<[string], SlipColumns>(`${SLIP} WHERE h.slip_id = ?`);
  const ofSale = db.prepare<[string], SlipColumns>(`${SLIP} WHERE s.sale_id = ? ORDER BY h.opened_at LIMIT 100`);
  const open = db.prepare<[number], SlipColumns>(`${SLIP} WHERE h.state_name NOT IN ${ENDED} ORDER BY h.opened_at LIMIT ?`);
  const ended = db.prepare<[number, number], SlipColumns>(`${SLIP} WHERE h.state_name IN ${ENDED} AND h.last_seq < ? ORDER BY h.last_seq DESC LIMIT ?`);
  const stray = db.prepare<[string], StrayColumns>(`${STRAY} WHERE stray_id = ?`);
  const strays = db.prepare<[number], StrayColumns>(`${STRAY} WHERE state_name = 'open' ORDER BY opened_at LIMIT ?`);
  return {
    cardTrade(tradeNumber) {
      const row = trade.get(tradeNumber);
      return row === undefined ? null : { ...row, trade: parseStored<Trade>(row.trade) };
    },
    handwrittenSlip(slipId) {
      const row = slip.get(slipId);
      return row === undefined ? null : slipRecord(row);
    },
    handwrittenSlipsOfSale: (saleId) => ofSale.all(saleId).map(slipRecord),
    openHandwrittenSlips: ({ limit }) => open.all(listLimit(limit)).map(slipRecord),
    endedHandwrittenSlips: ({ limit, beforeSeq }) => ended.all(beforeSeq ?? Number.MAX_SAFE_INTEGER, listLimit(limit)).map(slipRecord),
    strayCharge(strayId) {
      const row = stray.get(strayId);
      return row === undefined ? null : strayRecord(row);
    },
    openStrayCharges: ({ limit }) => strays.all(listLimit(limit)).map(strayRecord),
  };
}

function slipRecord({ trade, ...row }: SlipColumns): HandwrittenRecord {
  const approval = trade === null ? null : approvalOf(parseStored<Trade>(trade).state);
  return { ...row, approval, state: parseStored<HandwrittenState>(row.state) };
}

function strayRecord(row: StrayColumns): StrayRecord {
  return { ...row, state: parseStored<StrayState>(row.state) };
}
