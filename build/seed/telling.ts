/** What the stories of a sale have in common: who is there, what is told of it, and the machines that say whether it follows. */
import { type CashReceiptEvent, type CashReceiptState, stepCashReceipt } from '../../domain/cash-receipt/machine.ts';
import { type CheckoutCommand, type CheckoutEvent, type CheckoutRules, type CheckoutState, startSale, stepCheckout } from '../../domain/checkout/machine.ts';
import { DEFAULT_CHECKOUT_RULES } from '../../domain/checkout/rules.ts';
import type { EntryBody, JournalEntry, PrintIntent } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { type PrintJobEvent, type PrintJobState, stepPrintJob } from '../../domain/print-job.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import type { Shop } from '../../domain/shop.ts';
import type { Taken } from './goods.ts';
import type { Random } from './random.ts';

export type Years = {
  readonly random: Random;
  readonly shop: Shop;
  readonly seal: (digits: string) => string;
  readonly take: (random: Random, year: number) => Taken;
  /** Ids in the order of time: a journal of years is written at its end, not all over. */
  readonly id: (prefix: string) => string;
  /** Approval numbers of the cash receipts' test service, one after the other. */
  readonly approval: () => string;
  /** Of the simulated card terminal. */
  readonly cardApproval: () => string;
  readonly refundNumber: () => number;
};

export type Customer = {
  readonly saleNumber: number;
  readonly businessDay: string;
  /** Years since the first day. */
  readonly year: number;
  readonly shiftId: string;
  readonly actor: Actor;
  /** When the first thing is scanned, epoch ms. */
  readonly atMs: number;
  /** Nothing reaches the gateway on this day. */
  readonly offline: boolean;
};

export type Receipt = { readonly cashReceiptId: string; readonly saleId: string; readonly paidAt: string; state: CashReceiptState };
export type SaleStory = { readonly entries: readonly JournalEntry[]; readonly state: CheckoutState; readonly receipt: Receipt | null; readonly endedMs: number; /** Out of the drawer again. */ readonly cashBackWon: number };

export const MANAGER: Actor = { userId: 'practice-manager', name: '점장', role: 'manager' };
export const RULES: CheckoutRules = DEFAULT_CHECKOUT_RULES;
/** A sale while it goes on: what it has written, where it stands, what time it is. */
export type Telling = {
  readonly saleId: string;
  readonly entries: JournalEntry[];
  state: CheckoutState;
  receipt: Receipt | null;
  clockMs: number;
  cashBackWon: number;
  readonly later: (leastMs: number, mostMs: number) => void;
  readonly iso: () => string;
  readonly write: (body: EntryBody, actor?: Actor | null) => void;
  readonly step: (event: CheckoutEvent, actor?: Actor | null) => CheckoutCommand;
  readonly print: (intent: PrintIntent, events: readonly PrintJobEvent[]) => void;
};

export function begin({ random, id }: Years, customer: Customer): Telling {
  const saleId = id('s');
  const telling: Telling = {
    saleId,
    entries: [],
    state: startSale(saleId, customer.saleNumber),
    receipt: null,
    clockMs: customer.atMs,
    cashBackWon: 0,
    later: (leastMs, mostMs) => void (telling.clockMs += random.between(leastMs, mostMs)),
    iso: () => new Date(telling.clockMs).toISOString(),
    write: (body, actor = customer.actor) => void telling.entries.push({ ...body, at: telling.iso(), businessDay: customer.businessDay, actor, saleId }),
    step(event, actor) {
      const step = stepCheckout(telling.state, event, RULES);
      if (!step.ok) throw new Error(`the generator tells what the sale refuses: ${event.type} ${step.refusal}`);
      telling.state = step.state;
      telling.write({ kind: `sale.${event.type}`, payload: { event, after: step.state.stage === 'basket' ? null : step.state } }, actor);
      return step.command;
    },
    print(intent, events) {
      telling.write({ kind: 'print.queued', payload: intent });
      let state: PrintJobState = { name: 'queued' };
      for (const event of events) {
        const step = stepPrintJob(state, event);
        if (!step.ok) throw new Error(`the generator tells what the print job refuses: ${event.type}`);
        telling.later(5, 400);
        state = step.state;
        telling.write({ kind: `print.${event.type}`, payload: { jobId: intent.jobId, event, after: state } }, null);
      }
    },
  };
  telling.write({ kind: 'sale.started', payload: { saleNumber: customer.saleNumber, shiftId: customer.shiftId } });
  return telling;
}

/** What an event makes of a receipt, as the row that says so. */
export function receiptEntry(receipt: Receipt, event: CashReceiptEvent): EntryBody {
  const step = stepCashReceipt(receipt.state, event);
  if (!step.ok) throw new Error(`the generator tells what the receipt refuses: ${event.type} after ${receipt.state.name}`);
  receipt.state = step.state;
  return { kind: `cash-receipt.${event.type}`, payload: { cashReceiptId: receipt.cashReceiptId, event, after: step.state } };
}

export function issued({ approval }: Pick<Years, 'approval'>, paidAt: string): CashReceiptEvent & { type: 'issued' } {
  const tradeDt = seoulCompact(paidAt);
  return { type: 'issued', approvalNumber: approval(), tradeDate: tradeDt.slice(0, 8), tradeDt };
}
