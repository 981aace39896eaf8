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
 * told `cancelled`, in the same append. One of a receipt that the card terminal issued is asked of the terminal (cancel-at-terminal.ts).
 */
import type { TradeEvent } from '../card-payment/machine.ts';
import type { TaxBreakdown } from '../tax.ts';
import { isWithin, minusTax, shareOfTax, sumTax } from '../tax.ts';
import { unreachable } from '../unreachable.ts';
import type { CancelAsked, CancelTrade } from './cancel-at-terminal.ts';
import { cancelAfter, newCancelAtTerminal } from './cancel-at-terminal.ts';
import type { CashReceiptCommand, CashReceiptEvent, CashReceiptRefusal, CashReceiptState, Issue } from './machine.ts';
import { recoverCashReceipt, stepCashReceipt } from './machine.ts';

/** 1 거래취소 · 2 오류발급 · 3 기타, as the tax office counts them. */
export type ReceiptCancelReason = 'transaction-cancelled' | 'issued-in-error' | 'other';

export type ReceiptCancelIntent = {
  readonly cancelId: string;
  /** The gateway's key of this document, the same in every attempt; or the number of the terminal's trade, so ≤ 20 of `[A-Za-z0-9]`. */
  readonly mgtKey: string;
  /** The receipt that is cancelled. */
  readonly cashReceiptId: string;
  readonly reason: ReceiptCancelReason;
  readonly amounts: TaxBreakdown;
  /** Nothing of the receipt is cancelled before, and nothing of it is left after. */
  readonly whole: boolean;
};

type SentState = Exclude<CashReceiptState, { readonly name: 'partly-cancelled' | 'cancelled' | 'at-terminal' | 'issued-at-terminal' | 'failed' }>;
export type ReceiptCancelState =
  | { readonly name: 'waiting' }
  | { readonly name: 'not-needed' }
  | SentState
  /** `trade`: it was asked of the terminal. */
  | { readonly name: 'failed'; readonly refusal: CashReceiptRefusal; readonly trade?: CancelTrade }
  /** Asked of the card terminal, or about to be: its trade says how it stands there. */
  | { readonly name: 'at-terminal'; readonly trade: CancelTrade }
  | ({ readonly name: 'issued-at-terminal'; readonly trade: CancelTrade } & Issue);

export type ReceiptCancelEvent =
  /** `ask`: the card terminal issued it, and is asked. */
  | { readonly type: 'original-issued'; readonly approvalNumber: string; readonly tradeDate: string; readonly ask?: CancelAsked }
  /** The original failed or was rejected: there is nothing to cancel. */
  | { readonly type: 'original-absent' }
  /** The terminal cannot be asked for it: somebody does it by hand. */
  | { readonly type: 'not-asked'; readonly refusal: CashReceiptRefusal }
  /** What became of its trade at the card terminal. */
  | { readonly type: 'traded'; readonly event: TradeEvent }
  | Exclude<CashReceiptEvent, { readonly type: 'cancelled' | 'traded' }>;

export type ReceiptCancelCommand = CashReceiptCommand | 'look-at-original';

export type ReceiptCancelStep =
  | { readonly ok: true; readonly state: ReceiptCancelState; readonly command: ReceiptCancelCommand }
  | { readonly ok: false; readonly state: ReceiptCancelState };

export const NEW_RECEIPT_CANCEL: ReceiptCancelState = { name: 'waiting' };

/** Total: an event that does not fit the state is refused and changes nothing. */
export function stepReceiptCancel(state: ReceiptCancelState, event: ReceiptCancelEvent): ReceiptCancelStep {
  const next = transition(state, event);
  return next === null ? { ok: false, state } : { ok: true, state: next, command: recoverOrAwait(next) };
}

function transition(state: ReceiptCancelState, event: ReceiptCancelEvent): ReceiptCancelState | null {
  switch (event.type) {
    case 'original-issued':
      if (state.name !== 'waiting') return null;
      return event.ask === undefined ? { name: 'queued', attempts: 0, why: 'new' } : newCancelAtTerminal(event.ask);
    case 'original-absent':
      return state.name === 'waiting' || state.name === 'queued' ? { name: 'not-needed' } : null;
    case 'not-asked':
      return state.name === 'waiting' || state.name === 'queued' ? { name: 'failed', refusal: event.refusal } : null;
    case 'traded':
      return cancelAfter(state, event.event);
    default: {
      if (!isSent(state)) return null;
      const step = stepCashReceipt(state, event);
      return step.ok ? ofGateway(step.state) : null;
    }
  }
}

/** Whoever sent it waits for its answer; found so later, it is asked about. */
function recoverOrAwait(state: ReceiptCancelState): ReceiptCancelCommand {
  return state.name === 'requested' ? 'await-answer' : recoverReceiptCancel(state);
}

function isSent(state: ReceiptCancelState): state is SentState {
  return state.name !== 'waiting' && state.name !== 'not-needed' && state.name !== 'failed' && state.name !== 'at-terminal' && state.name !== 'issued-at-terminal';
}

/** A cancel is no receipt that could itself be cancelled, and what the gateway registers was asked of no terminal. */
function ofGateway(state: CashReceiptState): SentState | (ReceiptCancelState & { readonly name: 'failed' }) | null {
  if (state.name === 'failed') return { name: 'failed', refusal: state.refusal };
  return state.name === 'partly-cancelled' || state.name === 'cancelled' || state.name === 'at-terminal' || state.name === 'issued-at-terminal' ? null : state;
}

/** What to do with a cancel found in this state, at any time and after a restart: asked about, never sent again unasked. */
export function recoverReceiptCancel(state: ReceiptCancelState): ReceiptCancelCommand {
  if (state.name === 'waiting') return 'look-at-original';
  return isSent(state) ? recoverCashReceipt(state) : 'nothing';
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

const CAME_TO_NOTHING: ReadonlySet<ReceiptCancelState['name']> = new Set<ReceiptCancelState['name']>(['failed', 'rejected', 'not-needed']);

/** A receipt with what is not cancelled of it, nor being cancelled. `wholeOnly`: part of it cannot be cancelled. */
export type ReceiptLeft = { readonly cashReceiptId: string; readonly amounts: TaxBreakdown; readonly untouched: boolean; readonly wholeOnly: boolean };

/**
 * Null where the receipt does not stand, or nothing of it is left. A cancel counts unless it came to nothing; and then too where a person
 * saw to it otherwise (`byHand`, by their ids): what was settled once is not asked for again.
 */
export function receiptLeft(receipt: { readonly cashReceiptId: string; readonly amounts: TaxBreakdown; readonly state: CashReceiptState; readonly way?: 'terminal' }, cancels: readonly { readonly intent: ReceiptCancelIntent; readonly state: ReceiptCancelState }[], byHand: ReadonlySet<string> = new Set()): ReceiptLeft | null {
  const { name } = receipt.state;
  if (name === 'failed' || name === 'rejected' || name === 'cancelled') return null;
  const counted = cancels.filter(({ intent, state }) => intent.cashReceiptId === receipt.cashReceiptId && (byHand.has(intent.cancelId) || !CAME_TO_NOTHING.has(state.name)));
  const amounts = minusTax(receipt.amounts, sumTax(counted.map(({ intent }) => intent.amounts)));
  return amounts.totalWon <= 0 ? null : { cashReceiptId: receipt.cashReceiptId, amounts, untouched: counted.length === 0, wholeOnly: receipt.way === 'terminal' };
}

export type ReceiptCut = Pick<ReceiptCancelIntent, 'cashReceiptId' | 'amounts' | 'whole'>;

/** `again`: what was cancelled of a receipt beyond the cash, since no part of it can be; it is issued anew. At most one is cut in part. */
export type ReceiptCuts = { readonly cuts: readonly ReceiptCut[]; readonly again: { readonly cashReceiptId: string; readonly amounts: TaxBreakdown } | null };

/**
 * What is cancelled of which receipt when this cash goes back: the one that is exactly it, else the newest first. Cash that no receipt
 * covers needs no cancel, and is taken to go back last: a customer keeps no receipt for money she has again.
 */
export function cutReceipts(receipts: readonly ReceiptLeft[], cash: TaxBreakdown): ReceiptCuts {
  const exact = receipts.find((receipt) => receipt.amounts.totalWon === cash.totalWon);
  const cuts: ReceiptCut[] = [];
  let again: ReceiptCuts['again'] = null;
  let rest = cash;
  for (const receipt of exact === undefined ? receipts.toReversed() : [exact]) {
    if (rest.totalWon === 0) break;
    const { cashReceiptId, untouched, wholeOnly } = receipt;
    const won = Math.min(rest.totalWon, receipt.amounts.totalWon);
    const amounts = amountsOfCut(receipt.amounts, rest, won);
    const isAll = won === receipt.amounts.totalWon;
    if (!isAll && wholeOnly) again = { cashReceiptId, amounts: minusTax(receipt.amounts, amounts) };
    cuts.push({ cashReceiptId, amounts: wholeOnly ? receipt.amounts : amounts, whole: untouched && (isAll || wholeOnly) });
    rest = shareOfTax(rest, rest.totalWon - won);
  }
  return { cuts, again };
}

function amountsOfCut(left: TaxBreakdown, wanted: TaxBreakdown, won: number): TaxBreakdown {
  if (won === left.totalWon) return left;
  return wanted.totalWon === won && isWithin(wanted, left) ? wanted : shareOfTax(left, won);
}
