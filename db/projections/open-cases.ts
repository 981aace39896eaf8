/** Handwritten slips and stray charges: followed until they end. */
import type { Database } from 'better-sqlite3';
import type { HandwrittenEvent, HandwrittenState } from '../../domain/handwritten-slip/machine.ts';
import { stepHandwritten } from '../../domain/handwritten-slip/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { StrayEvent, StrayState } from '../../domain/stray-charge/machine.ts';
import { canonicalJson } from '../canonical.ts';
import { JournalRefusal } from '../journal-error.ts';
import { parseStored } from '../stored.ts';
import type { HistoryProjection } from './history.ts';

export type OpenCaseProjection = {
  readonly slipOpened: (seq: number, entry: JournalEntry & { kind: 'handwritten.opened' }) => void;
  readonly slipChanged: (seq: number, payload: { readonly slipId: string; readonly event: HandwrittenEvent; readonly after: HandwrittenState }) => void;
  readonly strayOpened: (seq: number, entry: JournalEntry & { kind: 'stray.opened' }) => void;
  readonly strayChanged: (seq: number, payload: { readonly strayId: string; readonly event: StrayEvent; readonly after: StrayState }) => void;
};

const ENDED: ReadonlySet<HandwrittenState['name']> = new Set<HandwrittenState['name']>(['handed-over', 'not-needed', 'written-off']);

/** `live`: the slip's step is taken again and must agree (see cash-receipts.ts). A stray's hangs on settings and is not. */
export function openCaseProjection(db: Database, history: HistoryProjection, live: boolean): OpenCaseProjection {
  const openSlip = db.prepare(`INSERT INTO handwritten_slips (slip_id, sale_number, part_id, trade_number, charged_won, state_name, state, opened_at, last_seq)
    VALUES (?, (SELECT sale_number FROM sales WHERE sale_id = ?), ?, ?, ?, ?, ?, ?, ?)`);
  const slip = db.prepare<[string], { state: string; saleNumber: number }>('SELECT state, sale_number AS saleNumber FROM handwritten_slips WHERE slip_id = ?');
  const changeSlip = db.prepare('UPDATE handwritten_slips SET state_name = ?, state = ?, last_seq = ? WHERE slip_id = ?');
  const openStray = db.prepare(`INSERT INTO stray_charges (stray_id, sale_id, trade_number, amount_won, state_name, state, opened_at, last_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const changeStray = db.prepare(`UPDATE stray_charges SET state_name = ?, state = ?, last_seq = ? WHERE stray_id = ? AND state_name = 'open'`);
  const saleNumberOf = db.prepare<[string], number>('SELECT sale_number FROM sales WHERE sale_id = ?').pluck();
  const strayOf = db.prepare<[string], number>('SELECT s.sale_number FROM stray_charges c JOIN sales s ON s.sale_id = c.sale_id WHERE c.stray_id = ?').pluck();
  return {
    slipOpened(seq, entry) {
      const { slipId, partId, tradeNumber, chargedWon, after } = entry.payload;
      openSlip.run(slipId, entry.saleId, partId, tradeNumber, chargedWon, after.name, canonicalJson(after), entry.at, seq);
      const opened = slip.get(slipId);
      if (opened !== undefined) history.openCase(opened.saleNumber, 'handwritten', slipId, entry.at);
    },
    slipChanged(seq, { slipId, event, after }) {
      const before = slip.get(slipId);
      if (before === undefined) throw new JournalRefusal(`handwritten slip ${slipId} was never opened`);
      const state = canonicalJson(after);
      if (live) {
        const step = stepHandwritten(parseStored<HandwrittenState>(before.state), event);
        if (!step.ok || canonicalJson(step.state) !== state) throw new JournalRefusal(`handwritten slip ${slipId}: ${event.type} does not follow ${before.state}`);
      }
      changeSlip.run(after.name, state, seq, slipId);
      if (ENDED.has(after.name)) history.closeCase(before.saleNumber, 'handwritten', slipId);
    },
    strayOpened(seq, entry) {
      const { strayId, amountWon, after } = entry.payload;
      openStray.run(strayId, entry.saleId, after.said.tradeNumber, amountWon, after.name, canonicalJson(after), entry.at, seq);
      const sale = entry.saleId === null ? undefined : saleNumberOf.get(entry.saleId);
      if (sale !== undefined) history.openCase(sale, 'stray', strayId, entry.at);
    },
    strayChanged(seq, { strayId, after }) {
      const done = changeStray.run(after.name, canonicalJson(after), seq, strayId);
      if (done.changes !== 1) throw new JournalRefusal(`stray charge ${strayId} is not open`);
      const sale = strayOf.get(strayId);
      if (sale !== undefined && after.name !== 'open') history.closeCase(sale, 'stray', strayId);
    },
  };
}
