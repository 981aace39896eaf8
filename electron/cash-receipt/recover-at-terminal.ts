/** Receipts at the terminal that nobody drives: found there at a start, or with an answer the journal could not take. */
import { notify } from '../counter.ts';
import { drive } from './drive.ts';
import type { ReceiptWork } from './work.ts';
import { tellIfFailed } from './work.ts';

const RECOVER_BATCH = 1_000;

/** After a start: what was never asked is not asked, what was asked is unknown, and what the terminal may still know it is asked. */
export async function recoverAtTerminal(work: ReceiptWork): Promise<void> {
  const { counter } = work;
  for (const { cashReceiptId, saleId, saleNumber } of await counter.journal.cashReceiptsIn(['at-terminal'], { limit: RECOVER_BATCH })) {
    if (counter.isStopping()) return;
    const settled = await drive(work, cashReceiptId);
    if (settled === 'failed') tellIfFailed(work, cashReceiptId);
    // On the screen it says so itself.
    if (settled === 'unknown' && counter.memory.sale?.saleId !== saleId) notify(counter, 'cash-receipt.terminal-unknown', saleId, saleNumber);
  }
}

/** What the journal could not take in time is tried again. */
export function resumeAtTerminal(work: ReceiptWork): void {
  for (const cashReceiptId of work.atTerminal.unwritten.keys()) work.counter.background(drive(work, cashReceiptId));
}
