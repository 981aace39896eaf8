/** A sale as it happened, from its rows of the journal: told anew whenever it is looked at, never kept. */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { TimelineEntryView } from '../../contract/timeline.ts';
import type { TimelineEntry } from '../../domain/history/timeline.ts';
import { newNames, tellRows, TIMELINE_WHATS } from '../../domain/history/timeline.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

/** Rows read at once: a sale at the counter waits for no more than one such page. */
const PAGE_ROWS = 500;
/** What is read of one sale at most; a sale of a thousand lines, tendered, printed and refunded, has some thousand rows. */
const MAX_ROWS = 10_000;

export async function saleTimeline({ journal }: Counter, { saleId, group, skip, limit }: CallPayload<'history.timeline'>): Promise<Result<CallAnswer<'history.timeline'>>> {
  const sale = await journal.sale(saleId);
  if (sale === null) return refuse('sale.unknown');
  const { entries, cut } = await told(journal, saleId);
  const shown = group === null ? entries : entries.filter(({ what }) => TIMELINE_WHATS[what] === group);
  return ok({ saleId, saleNumber: sale.saleNumber, entries: shown.slice(skip, skip + limit).map(entryView), total: shown.length, cut });
}

/** From the beginning: what a later row calls by an id, an earlier one has named. */
async function told(journal: Counter['journal'], saleId: string): Promise<{ readonly entries: readonly TimelineEntry[]; readonly cut: boolean }> {
  const names = newNames();
  const entries: TimelineEntry[] = [];
  let afterSeq = 0;
  for (let read = 0; read < MAX_ROWS; read += PAGE_ROWS) {
    const rows = await journal.saleJournal(saleId, { limit: PAGE_ROWS, afterSeq });
    entries.push(...tellRows(rows, names));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return { entries, cut: false };
    afterSeq = last.seq;
  }
  return { entries, cut: true };
}

function entryView({ actor, approver, ...told }: TimelineEntry): TimelineEntryView {
  return { ...told, actor: actor?.name ?? null, approver: approver?.name ?? null };
}
