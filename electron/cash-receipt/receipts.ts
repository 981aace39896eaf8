/** Cash receipts, as the rest of the counter sees them: driven one by one, drained as a queue, remembered for the views. */
import type { CashReceiptRecord } from '../../db/journal.ts';
import type { CashReceiptEvent } from '../../domain/cash-receipt/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { LateResult } from '../card-payment/trades.ts';
import type { Counter } from '../counter.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { ReceiptSettlement } from './at-terminal.ts';
import { inquireReceiptAgain, settleReceipt, tellLateReceipt, waitsForPerson, withdrawReceipt } from './at-terminal.ts';
import { drive } from './drive.ts';
import type { CashReceiptGateway } from './gateway.ts';
import type { Settled } from './outcomes.ts';
import { drain, watch } from './queue.ts';
import { recoverAtTerminal, resumeAtTerminal } from './recover-at-terminal.ts';
import type { AtTerminal } from './terminal-drive.ts';
import type { ReceiptSignals, ReceiptWork } from './work.ts';
import { load, newReceiptWork, put, tellIfFailed } from './work.ts';

export type Receipts = {
  /** Drives a receipt until it is settled for the counter. Answers how it stands; never throws. */
  readonly drive: (cashReceiptId: string) => Promise<Settled>;
  /** For whoever is no longer looking at the sale: a notice that its receipt was refused. */
  readonly tellIfFailed: (cashReceiptId: string) => void;
  /** One round over everything unsettled whose turn has come. `now`: regardless of turns (a person asked, or the line is back). */
  readonly drain: (options: { now: boolean }) => Promise<void>;
  /** Asks what became of issued receipts at the tax office. */
  readonly watch: () => Promise<void>;
  /** The receipt as it is known here, newest state. */
  readonly known: (cashReceiptId: string) => CashReceiptRecord | undefined;
  readonly ofSale: (saleId: string) => readonly CashReceiptRecord[];
  /** Puts receipts of a sale, or one just created, where views find them. */
  readonly remember: (records: readonly CashReceiptRecord[]) => void;
  /** One whose intent has just become durable: the next drive may ask the terminal for it. */
  readonly created: (record: CashReceiptRecord) => void;
  /** At the card terminal, and nothing under way there: nobody but a person can say how it stands. */
  readonly waitsForPerson: (cashReceiptId: string) => boolean;
  /** What a person read at the terminal. */
  readonly settle: (cashReceiptId: string, settlement: ReceiptSettlement) => Promise<Result<null>>;
  readonly inquire: (cashReceiptId: string) => Promise<Result<null>>;
  /** A result nobody waited for; null: no receipt of ours has this trade. */
  readonly tellLate: (late: LateResult) => Promise<Result<null> | null>;
  /** A trade that waits for its turn and is taken back; null: no receipt of ours has it. */
  readonly withdraw: (tradeNumber: string) => Promise<Result<null> | null>;
  /** Those a restart found at the terminal. */
  readonly recover: () => Promise<void>;
  readonly resume: () => void;
  readonly forgetSettled: (keepSaleId: string | null) => void;
  /** The receipt as it stands, from here or from the journal. */
  readonly current: (cashReceiptId: string) => Promise<CashReceiptRecord | null>;
  /** That so much of it is cancelled, in one append with `rows`. */
  readonly cancelled: (cashReceiptId: string, event: CashReceiptEvent & { type: 'cancelled' }, rows: readonly JournalEntry[]) => Promise<Result<unknown>>;
  /** Resolves when no drive is under way. */
  readonly idle: () => Promise<void>;
};

export function createReceipts(counter: Counter, gateway: CashReceiptGateway, signals: ReceiptSignals, atTerminal: AtTerminal): Receipts {
  const work = newReceiptWork(counter, gateway, signals, atTerminal);
  return {
    drive: (cashReceiptId) => drive(work, cashReceiptId),
    tellIfFailed: (cashReceiptId) => tellIfFailed(work, cashReceiptId),
    drain: (options) => drain(work, options),
    watch: () => watch(work),
    known: (cashReceiptId) => work.records.get(cashReceiptId),
    ofSale: (saleId) => [...work.records.values()].filter((receipt) => receipt.saleId === saleId),
    remember: (found) => remember(work, found),
    created: (record) => {
      remember(work, [record]);
      if (record.way === 'terminal') atTerminal.fresh.add(record.cashReceiptId);
    },
    waitsForPerson: (cashReceiptId) => !work.drives.has(cashReceiptId) && waitsForPerson(work.records.get(cashReceiptId)),
    settle: (cashReceiptId, settlement) => settleReceipt(work, cashReceiptId, settlement),
    inquire: (cashReceiptId) => inquireReceiptAgain(work, cashReceiptId),
    tellLate: (late) => tellLateReceipt(work, late),
    withdraw: (tradeNumber) => withdrawReceipt(work, tradeNumber),
    recover: () => recoverAtTerminal(work),
    resume: () => resumeAtTerminal(work),
    current: (cashReceiptId) => load(work, cashReceiptId),
    cancelled: async (cashReceiptId, event, rows) => {
      const receipt = await load(work, cashReceiptId);
      return receipt === null ? refuse('cash-receipt.unknown') : put(work, receipt, event, null, rows);
    },
    forgetSettled: (keepSaleId) => forgetSettled(work, keepSaleId),
    idle: async () => void (await Promise.allSettled(work.drives.values())),
  };
}

function remember({ records }: ReceiptWork, found: readonly CashReceiptRecord[]): void {
  for (const receipt of found) records.set(receipt.cashReceiptId, receipt);
}

/** Those under way stay, and those of the sale on the screen; the journal has the others. */
function forgetSettled({ records, drives }: ReceiptWork, keepSaleId: string | null): void {
  for (const [key, receipt] of records) if (receipt.saleId !== keepSaleId && !drives.has(key)) records.delete(key);
}
