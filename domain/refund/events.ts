/** What can happen to a refund, what it asks for, and what it refuses. How they belong together is in machine.ts. */
import type { TradeCommand, TradeEvent } from '../card-payment/machine.ts';
import type { ReceiptCancelIntent } from '../cash-receipt/cancel.ts';
import type { Actor } from '../people.ts';
import type { TenderEvent, TenderRules } from '../tender/machine.ts';
import type { CardReturnRefusal, Decision } from './card-return.ts';
import type { WayRules } from './payments.ts';
import type { ReceiptCancelOutcome, Refund, RefundPlan, Reissue } from './refund.ts';

export type RefundEvent =
  /** The new sale is paid, with `creditWon` of the goods that came back; the plan is for what they were worth beyond it. */
  | { readonly type: 'exchanged'; readonly saleId: string; readonly creditWon: number; readonly plan: RefundPlan }
  | { readonly type: 'cancel-intended'; readonly returnId: string; readonly tradeNumber: string }
  /** What became of one trade, named by its number. */
  | { readonly type: 'traded'; readonly tradeNumber: string; readonly event: TradeEvent }
  /** The customer pays what she owes after a cancel. `drawerJobId` for what opens the drawer. */
  | { readonly type: 'rest-tendered'; readonly returnId: string; readonly event: Exclude<TenderEvent, { readonly type: 'traded' }>; readonly drawerJobId: string | null }
  | { readonly type: 'rest-chosen'; readonly returnId: string; readonly owed: 'rest' | 'restore' }
  | { readonly type: 'rest-waived'; readonly returnId: string; readonly decision: Decision }
  | { readonly type: 'returned-by-phone'; readonly returnId: string; readonly decision: Decision }
  | { readonly type: 'cash-decided'; readonly returnId: string; readonly decision: Decision }
  | { readonly type: 'set-aside'; readonly returnId: string }
  | { readonly type: 'cash-out'; readonly returnId: string; readonly drawerJobId: string; readonly at: string }
  | { readonly type: 'drawer-again'; readonly returnId: string; readonly drawerJobId: string }
  | { readonly type: 'cash-handed'; readonly returnId: string; readonly by: Actor; readonly at: string }
  | { readonly type: 'receipts-begun' }
  | { readonly type: 'receipt-settled'; readonly cancelId: string; readonly outcome: ReceiptCancelOutcome }
  | { readonly type: 'receipt-again'; readonly cancelId: string; readonly intent: ReceiptCancelIntent }
  | { readonly type: 'receipt-left'; readonly cancelId: string; readonly decision: Decision }
  | { readonly type: 'reissue-begun' }
  | { readonly type: 'reissue-settled'; readonly outcome: NonNullable<Reissue['outcome']> }
  | { readonly type: 'slips-queued'; readonly jobIds: readonly string[] }
  | { readonly type: 'called-off'; readonly by: Actor; readonly at: string };

export type RefundRefusal = CardReturnRefusal | 'refund.money-moved' | 'refund.restore-too-late' | 'refund.credit-not-won';

export type Ask =
  /** A restart came before it was begun. */
  | 'go-on'
  | 'trade-unknown'
  | 'not-cancelled'
  | 'rest'
  | 'handed'
  | 'phone'
  | 'receipt'
  /** Whether the terminal cancelled it. */
  | 'receipt-unknown'
  | 'aside';

export type RefundCommand =
  | { readonly kind: 'await-sale' }
  | { readonly kind: 'begin-cancel' | 'begin-rest' | 'begin-cash'; readonly returnId: string }
  | { readonly kind: 'trade'; readonly tradeNumber: string; readonly command: TradeCommand }
  | { readonly kind: 'open-drawer'; readonly jobId: string }
  | { readonly kind: 'begin-receipts' }
  /** `atTerminal`: it wants somebody there, as everything the terminal does. */
  | { readonly kind: 'begin-reissue'; readonly cashReceiptId: string; readonly atTerminal: boolean }
  /** They are durable; drive them, and tell how each stands. */
  | { readonly kind: 'cancel-receipts'; readonly cancelIds: readonly string[] }
  /** One that must be through is queued or in doubt; the queue sees to it, and tells. */
  | { readonly kind: 'await-receipts' }
  | { readonly kind: 'issue-receipt'; readonly cashReceiptId: string }
  /** Paper for these returns; none of them: for the refund itself. */
  | { readonly kind: 'begin-slips'; readonly covers: readonly string[] }
  | { readonly kind: 'print'; readonly jobIds: readonly string[] }
  | { readonly kind: 'ask-person'; readonly ask: Ask; readonly id: string }
  | { readonly kind: 'nothing' };

export type RefundStep =
  | { readonly ok: true; readonly refund: Refund; readonly command: RefundCommand }
  | { readonly ok: false; readonly refund: Refund; readonly refusal: RefundRefusal };

export type RefundRules = { readonly tender: TenderRules; readonly way: WayRules };

export type CardEvent = RefundEvent & { type: 'cancel-intended' | 'rest-tendered' | 'rest-chosen' | 'rest-waived' | 'returned-by-phone' | 'cash-decided' | 'set-aside' };
export type CashEvent = RefundEvent & { type: 'cash-out' | 'drawer-again' | 'cash-handed' };
export type ReceiptEvent = RefundEvent & { type: 'receipts-begun' | 'receipt-settled' | 'receipt-again' | 'receipt-left' | 'reissue-begun' | 'reissue-settled' };
