/** What a refund is made of. How it goes is in machine.ts; how it is begun, in begin.ts. */
import type { ReceiptCancelIntent } from '../cash-receipt/cancel.ts';
import type { CashReceiptIntent } from '../journal-entry.ts';
import type { Actor } from '../people.ts';
import type { CashReturnIntent, ReturnIntent } from './allocation.ts';
import type { CardReturn, CardStanding, Decision } from './card-return.ts';
import { cardStanding, hasMoved, newCardReturn } from './card-return.ts';
import type { CashOut } from './cash-out.ts';
import type { ReturnedGoods } from './goods.ts';

/**
 * `void`: the whole sale on its own business day. `exchange`: goods against a new sale. `receipt-correction`: no goods and no money, a
 * cash receipt issued in error and the right one in its place.
 */
export type RefundKind = 'void' | 'refund' | 'exchange' | 'receipt-correction';

/** Never changes once it is durable. Moments are ISO 8601, UTC. */
export type RefundIntent = {
  readonly refundId: string;
  /** The shop's own, by counter, never used twice. */
  readonly refundNumber: number;
  readonly saleId: string;
  readonly saleNumber: number;
  /** The first sale of those tied by exchanges; the sale itself where there was none. */
  readonly rootSaleId: string;
  readonly soldAt: string;
  readonly kind: RefundKind;
  readonly goods: ReturnedGoods;
  /** A ready reason, or the person's own words (domain/people/reasons.ts). */
  readonly reason: string;
  readonly requestedBy: Actor;
  /** Whoever approved it; null where it needed nobody. */
  readonly approvedBy: Actor | null;
  /** Nobody else could be asked: both are one person. */
  readonly alone: boolean;
  readonly at: string;
};

export type CashReturn = { readonly kind: 'cash'; readonly intent: CashReturnIntent; readonly out: CashOut | null };
export type Return = CardReturn | CashReturn;
export type ReturnStanding = CardStanding;

/**
 * How a cancel stands when the customer need not wait any longer; its own record goes on from there. `unproven`: asked of the terminal,
 * and nobody but a person, or a late answer, can say what became of it.
 */
export type ReceiptCancelOutcome = 'cancelled' | 'queued' | 'unknown' | 'unproven' | 'failed' | 'not-needed';

/** `left`: it could not be cancelled here, and a manager saw to it (by hand at the terminal, or the tax office by telephone, 126). */
export type ReceiptReturn = { readonly intent: ReceiptCancelIntent; readonly begun: boolean; readonly outcome: ReceiptCancelOutcome | null; readonly left: Decision | null };

/** The receipt that takes the place of a wrong one, or of one that was cancelled whole although part of it stands. */
export type Reissue = { readonly intent: CashReceiptIntent; readonly begun: boolean; readonly outcome: 'issued' | 'queued' | 'unknown' | 'failed' | null };

export type Refund = {
  readonly intent: RefundIntent;
  /** In the order they are carried out. */
  readonly returns: readonly Return[];
  readonly receipts: readonly ReceiptReturn[];
  readonly reissue: Reissue | null;
  /** The sale the goods went against, and what they paid of it; null until it is paid, and for every other kind. */
  readonly exchange: { readonly saleId: string; readonly creditWon: number } | null;
  readonly calledOff: { readonly by: Actor; readonly at: string } | null;
  /** Paper that was queued, with the returns that stand on it. */
  readonly slips: readonly { readonly jobIds: readonly string[]; readonly covers: readonly string[] }[];
};

/** What is to be given back, and the receipts to be cancelled for it. */
export type RefundPlan = { readonly returns: readonly ReturnIntent[]; readonly receipts: readonly ReceiptCancelIntent[]; readonly reissue: CashReceiptIntent | null };

export function newRefund(intent: RefundIntent, plan: RefundPlan): Refund {
  return { intent, ...planned(plan), exchange: null, calledOff: null, slips: [] };
}

export function planned({ returns, receipts, reissue }: RefundPlan): Pick<Refund, 'returns' | 'receipts' | 'reissue'> {
  return {
    returns: returns.map((intent): Return => (intent.kind === 'cash' ? { kind: 'cash', intent, out: null } : newCardReturn(intent))),
    receipts: receipts.map(newReceiptReturn),
    reissue: reissue === null ? null : { intent: reissue, begun: false, outcome: null },
  };
}

export function newReceiptReturn(intent: ReceiptCancelIntent): ReceiptReturn {
  return { intent, begun: false, outcome: null, left: null };
}

export function standingOfReturn(ret: Return): ReturnStanding {
  if (ret.kind === 'card') return cardStanding(ret);
  if (ret.out === null) return 'waiting';
  return ret.out.handed === null ? 'handing-out' : 'returned';
}

/** Over, and by itself never open again. Proof that comes late opens it all the same. */
export function isOver(ret: Return): boolean {
  const standing = standingOfReturn(ret);
  return standing === 'returned' || standing === 'restored';
}

export function isMoved(ret: Return): boolean {
  return ret.kind === 'cash' ? ret.out !== null : hasMoved(ret);
}

/** A receipt's cancel that nobody needs to wait for. A correction waits until the wrong one is gone. */
export function isReceiptSettled({ outcome, left }: ReceiptReturn, kind: RefundKind): boolean {
  if (left !== null || outcome === 'cancelled' || outcome === 'not-needed') return true;
  return kind !== 'receipt-correction' && (outcome === 'queued' || outcome === 'unknown');
}
