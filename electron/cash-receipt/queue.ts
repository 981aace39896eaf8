/** The receipts nobody stands and waits for: those not yet at the gateway, and those the tax office has not judged. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import { notify } from '../counter.ts';
import { drive } from './drive.ts';
import { eventOfNts, settledOf } from './outcomes.ts';
import { isDue, waitForTurn } from './turns.ts';
import type { ReceiptWork } from './work.ts';
import { load, reached, record, tellIfFailed } from './work.ts';

/** Receipts the queue takes up in one round; the rest wait for the next. */
const DRAIN_BATCH = 1_000;
const WATCH_BATCH = 500;

/** One round over everything unsettled whose turn has come. `now`: regardless of turns (a person asked, or the line is back). */
export async function drain(work: ReceiptWork, options: { now: boolean }): Promise<void> {
  const { counter, gateway, turns } = work;
  const nowMs = () => counter.now().getTime();
  const waiting = await counter.journal.cashReceiptsIn(['queued', 'requested', 'unknown'], { limit: DRAIN_BATCH });
  const due = waiting.filter((receipt) => options.now || isDue(turns, receipt.cashReceiptId, nowMs()));
  if (due.length === 0) return;
  // A look before the leap: while the line is down the journal is not filled with attempts that cannot succeed.
  const health = await gateway.check();
  reached(work, health.kind !== 'unreachable');
  if (health.kind === 'unreachable') {
    for (const receipt of due) waitForTurn(turns, receipt.cashReceiptId, nowMs());
    return;
  }
  for (const receipt of due) {
    if (counter.isStopping()) return;
    if (work.drives.has(receipt.cashReceiptId) || isSettledMeanwhile(work, receipt)) continue;
    // Nobody is looking at this sale any more: a failure is told by a notice.
    await drive(work, receipt.cashReceiptId);
    tellIfFailed(work, receipt.cashReceiptId);
    // The line is down: the others would only wait for the same time limit, one after another.
    if (!work.reachable) break;
  }
}

/** The round may have read it long ago: what is known here is never older. */
function isSettledMeanwhile({ records }: ReceiptWork, { cashReceiptId }: CashReceiptRecord): boolean {
  const known = records.get(cashReceiptId);
  if (known === undefined) return false;
  const settled = settledOf(known.state);
  return settled === 'issued' || settled === 'failed';
}

/** Asks what became of issued receipts at the tax office. Asking again joins the question under way. */
export function watch(work: ReceiptWork): Promise<void> {
  work.watching ??= ask(work).finally(() => {
    work.watching = null;
  });
  return work.watching;
}

async function ask(work: ReceiptWork): Promise<void> {
  const { counter, gateway } = work;
  const issued = await counter.journal.cashReceiptsIn(['issued'], { limit: WATCH_BATCH });
  if (issued.length === 0) return;
  const answer = await gateway.inquireMany(issued.map((receipt) => receipt.mgtKey));
  if (answer.kind !== 'answered') return;
  const byKey = new Map(answer.found.map((found) => [found.mgtKey, found]));
  for (const receipt of issued) {
    const event = eventOfNts(byKey.get(receipt.mgtKey));
    if (counter.isStopping()) return;
    if (event === null) continue;
    // Read before the question was asked: a cancel may have come in between.
    const current = (await load(work, receipt.cashReceiptId)) ?? receipt;
    if ((await record(work, current, event)) === null) continue;
    if (event.type === 'nts-rejected') notify(counter, 'cash-receipt.nts-rejected', receipt.saleId, receipt.saleNumber);
  }
}
