/**
 * The cancel of a cash receipt, whole or in part: a document of its own, with its own key and its own approval number (rules of the
 * counter, §3).
 *
 *   waiting ──the original is issued──▶ queued ─▶ … as a receipt: requested, unknown, issued, failed, confirmed, rejected
 *      └─────────┬──────────────────────────┘
 *                └──the original came to nothing──▶ not-needed
 *
 * It names the original's approval number, so it waits until there is one: an original still in the queue, or in doubt, is settled first.
 * From then on it is sent, lost, asked about and found exactly as an issue is, under the same machine. When it is issued the original is
 * told `cancelled`, in the same append.
 */
import type { TaxBreakdown } from '../tax.ts';
import { isWithin, minusTax, shareOfTax, sumTax } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import type { CashReceiptCommand, CashReceiptEvent, CashReceiptState } from './machine.ts';
import { recoverCashReceipt, stepCashReceipt } from './machine.ts';

/** 1 거래취소 · 2 오류발급 · 3 기타, as the tax office counts them. */
export type ReceiptCancelReason = 'transaction-cancelled' | 'issued-in-error' | 'other';

export type ReceiptCancelIntent = {
  readonly cancelId: string;
  /** The gateway's key of this document, ≤ 24 of `[A-Za-z0-9_-]`; the same in every attempt. */
  readonly mgtKey: string;
  /** The receipt that is cancelled. */
  readonly cashReceiptId: string;
  readonly reason: ReceiptCancelReason;
  readonly amounts: TaxBreakdown;
  /** Nothing of the receipt is cancelled before, and nothing of it is left after. */
  readonly whole: boolean;
};

type SentState = Exclude<CashReceiptState, { readonly name: 'partly-cancelled' | 'cancelled' | 'at-terminal' | 'issued-at-terminal' }>;
export type ReceiptCancelState = { readonly name: 'waiting' } | { readonly name: 'not-needed' } | SentState;

export type ReceiptCancelEvent =
  | { readonly type: 'original-issued'; readonly approvalNumber: string; readonly tradeDate: string }
  /** The original failed or was rejected: there is nothing to cancel. */
  | { readonly type: 'original-absent' }
  | Exclude<CashReceiptEvent, { readonly type: 'cancelled' | 'traded' }>;

export type ReceiptCancelCommand = CashReceiptCommand | 'look-at-original';

export type ReceiptCancelStep =
  | { readonly ok: true; readonly state: ReceiptCancelState; readonly command: ReceiptCancelCommand }
  | { readonly ok: false; readonly state: ReceiptCancelState };

export const NEW_RECEIPT_CANCEL: ReceiptCancelState = { name: 'waiting' };

/** Total: an event that does not fit the state is refused and changes nothing. */
export function stepReceiptCancel(state: ReceiptCancelState, event: ReceiptCancelEvent): ReceiptCancelStep {
  switch (event.type) {
    case 'original-issued':
      return state.name === 'waiting' ? { ok: true, state: { name: 'queued', attempts: 0, why: 'new' }, command: 'send' } : { ok: false, state };
    case 'original-absent':
      return state.name === 'waiting' || state.name === 'queued' ? { ok: true, state: { name: 'not-needed' }, command: 'nothing' } : { ok: false, state };
    default: {
      if (state.name === 'waiting' || state.name === 'not-needed') return { ok: false, state };
      const step = stepCashReceipt(state, event);
      if (!step.ok || !isSent(step.state)) return { ok: false, state };
      return { ok: true, state: step.state, command: step.command };
    }
  }
}

function isSent(state: CashReceiptState): state is SentState {
  return state.name !== 'partly-cancelled' && state.name !== 'cancelled' && state.name !== 'at-terminal' && state.name !== 'issued-at-terminal';
}

/** What to do with a cancel found in this state, at any time and after a restart: asked about, never sent again unasked. */
export function recoverReceiptCancel(state: ReceiptCancelState): ReceiptCancelCommand {
  if (state.name === 'waiting') return 'look-at-original';
  return state.name === 'not-needed' ? 'nothing' : recoverCashReceipt(state);
}

/** What the original's state means for a cancel that waits for it; null: it is not known yet. */
export function eventOfOriginal(original: CashReceiptState): (ReceiptCancelEvent & { readonly type: 'original-issued' | 'original-absent' }) | null {
  switch (original.name) {
    case 'queued':
    case 'requested':
    case 'unknown':
    case 'at-terminal':
      return null;
    case 'issued':
    case 'issued-at-terminal':
    case 'confirmed':
    case 'partly-cancelled':
    case 'cancelled':
      return { type: 'original-issued', approvalNumber: original.approvalNumber, tradeDate: original.tradeDate };
    case 'failed':
    case 'rejected':
      return { type: 'original-absent' };
    default:
      return unreachable(original);
  }
}

/** A receipt with what is not cancelled of it, nor being cancelled. */
export type ReceiptLeft = { readonly cashReceiptId: string; readonly amounts: TaxBreakdown; readonly untouched: boolean };

/** Null where the receipt does not stand, or nothing of it is left. A cancel counts unless it came to nothing. */
export function receiptLeft(receipt: { readonly cashReceiptId: string; readonly amounts: TaxBreakdown; readonly state: CashReceiptState }, cancels: readonly { readonly intent: ReceiptCancelIntent; readonly state: ReceiptCancelState }[]): ReceiptLeft | null {
  const { name } = receipt.state;
  if (name === 'failed' || name === 'rejected' || name === 'cancelled') return null;
  const counted = cancels.filter(({ intent, state }) => intent.cashReceiptId === receipt.cashReceiptId && state.name !== 'failed' && state.name !== 'rejected' && state.name !== 'not-needed');
  const amounts = minusTax(receipt.amounts, sumTax(counted.map(({ intent }) => intent.amounts)));
  return amounts.totalWon <= 0 ? null : { cashReceiptId: receipt.cashReceiptId, amounts, untouched: counted.length === 0 };
}

export type ReceiptCut = Pick<ReceiptCancelIntent, 'cashReceiptId' | 'amounts' | 'whole'>;

/**
 * What is cancelled of which receipt when this cash goes back: the one that is exactly it, else the newest first. Cash that no receipt
 * covers needs no cancel, and is taken to go back last: a customer keeps no receipt for money she has again.
 */
export function cutReceipts(receipts: readonly ReceiptLeft[], cash: TaxBreakdown): ReceiptCut[] {
  const exact = receipts.find((receipt) => receipt.amounts.totalWon === cash.totalWon);
  const cuts: ReceiptCut[] = [];
  let rest = cash;
  for (const receipt of exact === undefined ? receipts.toReversed() : [exact]) {
    if (rest.totalWon === 0) break;
    const won = Math.min(rest.totalWon, receipt.amounts.totalWon);
    const amounts = amountsOfCut(receipt.amounts, rest, won);
    cuts.push({ cashReceiptId: receipt.cashReceiptId, amounts, whole: receipt.untouched && won === receipt.amounts.totalWon });
    rest = shareOfTax(rest, rest.totalWon - won);
  }
  return cuts;
}

function amountsOfCut(left: TaxBreakdown, wanted: TaxBreakdown, won: number): TaxBreakdown {
  if (won === left.totalWon) return left;
  return wanted.totalWon === won && isWithin(wanted, left) ? wanted : shareOfTax(left, won);
}
