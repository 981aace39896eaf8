/** What a sale can be, what can happen to it, and what it asks for: the words `machine.ts` and `tendering.ts` speak. */
import type { TradeEvent } from '../card-payment/machine.ts';
import type { Cart, CartLine, CartRefusal, CartTotals, SoldProduct } from '../cart.ts';
import type { GoodsBack } from '../refund/exchange.ts';
import type { Aside, KeptLine } from './kept.ts';
import type { CashReceiptSettings } from '../shop.ts';
import type { SignatureEvent, SignatureState } from '../signature/machine.ts';
import type { SignatureSettings } from '../signature/rule.ts';
import type { CopyKind, SlipSettings } from '../slip/policy.ts';
import type { TaxBreakdown } from '../tax.ts';
import type { Part, Tender, TenderRefusal, TenderRules } from '../tender/machine.ts';

/** The signature of one charge: taken, being taken, or a line on a slip for a pen. `slipId`: that slip, once it is opened. */
export type PartSignature = { readonly partId: string; readonly state: SignatureState; readonly slipId: string | null };

/** How a sale is paid that is not paid by cash in one sum. */
export type Tendered = { readonly tender: Tender; readonly signatures: readonly PartSignature[] };

export type Payment = {
  readonly cart: Cart;
  readonly totals: CartTotals;
  /** Of the cash alone; 0 where none was taken. */
  readonly receivedWon: number;
  readonly changeWon: number;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
  /** 의무발행: someone must be named on a cash receipt, or nobody (self-issue), within the deadline. Judged by the cash. */
  readonly mandatory: boolean;
  /** Absent: cash alone, the whole of it at once. */
  readonly tendered?: Tendered;
  /** What goods of an earlier sale paid of it, that came back in exchange (domain/refund/exchange.ts). */
  readonly exchange?: Pick<GoodsBack, 'refundId' | 'refundNumber' | 'saleNumber' | 'soldAt'> & { readonly amounts: TaxBreakdown };
};

/** How the cash receipt stands at the moment the customer leaves; the receipt's own record goes on from there. */
export type ReceiptOutcome =
  | { readonly outcome: 'declined' }
  | { readonly outcome: 'postponed' }
  /** Nothing was paid in cash: there is nothing to issue one for. */
  | { readonly outcome: 'no-cash' }
  | { readonly outcome: 'issued' | 'queued' | 'unknown'; readonly cashReceiptId: string };

/** `jobIds`: one for each paper (`papers.ts`) of each copy. */
export type SlipOutcome = { readonly by: 'customer' | 'cashier' | 'rule'; readonly copies: number; readonly copyKind: CopyKind; readonly jobIds: readonly string[] };

export type Sale = { readonly saleId: string; readonly saleNumber: number };

/** What was tried before and came to nothing stays with the basket: a terminal may still say that it was approved. */
type Tried = { readonly tried?: readonly Part[] };

/** Goods of an earlier sale came back for it, from its first moment on. */
type Exchanging = { readonly exchange?: GoodsBack };

/** What was in the basket when it was put aside; it stays with it to the end. */
type Kept = { readonly kept?: readonly KeptLine[] };

export type BasketState = Sale & Tried & Exchanging & Kept & { readonly stage: 'basket'; readonly cart: Cart };
/** Put aside until it is recalled: a basket, or a payment whose charge is unknown (`tendered`). `heldAt` ISO 8601, UTC. */
export type HeldState = Sale & Tried & Exchanging & Kept & { readonly stage: 'held'; readonly cart: Cart; readonly heldAt: string; readonly tendered?: Tendered; readonly aside?: Aside };
export type TenderingState = Sale & Tendered & Exchanging & Kept & { readonly stage: 'tendering'; readonly cart: Cart; readonly totals: CartTotals };

export type CheckoutState =
  | BasketState
  | HeldState
  | TenderingState
  | (Sale & { readonly stage: 'receipt-choice'; readonly payment: Payment; readonly failedReceiptId: string | null })
  | (Sale & { readonly stage: 'receipt-issuing'; readonly payment: Payment; readonly cashReceiptId: string })
  | (Sale & { readonly stage: 'slip-question'; readonly payment: Payment; readonly receipt: ReceiptOutcome })
  | (Sale & { readonly stage: 'done'; readonly payment: Payment; readonly receipt: ReceiptOutcome; readonly slip: SlipOutcome })
  | (Sale & { readonly stage: 'abandoned' });

/** Every `at` is ISO 8601, UTC. `leftWon` is what the cashier saw as left to pay: a sum that has moved since refuses the act. */
export type TenderingEvent =
  | { readonly type: 'cash-taken'; readonly partId: string; readonly leftWon: number; readonly amountWon: number; readonly receivedWon: number; readonly takenAt: string; readonly drawerJobId: string }
  | { readonly type: 'cash-returned'; readonly partId: string; readonly at: string; readonly drawerJobId: string }
  | { readonly type: 'charge-intended'; readonly partId: string; readonly tradeNumber: string; readonly leftWon: number; readonly amountWon: number; readonly installmentMonths: number }
  | { readonly type: 'cancel-intended'; readonly partId: string; readonly tradeNumber: string }
  | { readonly type: 'charge-kept'; readonly partId: string; readonly at: string }
  /** What became of one trade, named by its number. */
  | { readonly type: 'traded'; readonly tradeNumber: string; readonly event: TradeEvent; readonly at: string }
  | { readonly type: 'signature-taken'; readonly partId: string; readonly event: SignatureEvent; readonly at: string }
  /** The slip with a line for a pen, opened with its print job. */
  | { readonly type: 'handwritten-opened'; readonly partId: string; readonly slipId: string; readonly jobId: string; readonly at: string }
  /** Back to the basket: nothing of the customer's is held, and nothing may be. */
  | { readonly type: 'tendering-left' };

/** Nothing is left to pay: the goods are even, or `giveWon` goes back. */
export type ExchangeSettled = { readonly type: 'exchange-settled'; readonly giveWon: number; /** ISO 8601, UTC. */ readonly at: string };

export type CheckoutEvent =
  /** The first event of a sale that is an exchange. */
  | { readonly type: 'exchange-begun'; readonly back: GoodsBack }
  | ExchangeSettled
  | { readonly type: 'line-added'; readonly product: SoldProduct; readonly quantity: number; readonly lineId: string; /** For goods sold by weight, and for no others. */ readonly grams?: number }
  | { readonly type: 'quantity-set'; readonly lineId: string; readonly quantity: number }
  | { readonly type: 'line-cancelled'; readonly lineId: string }
  | { readonly type: 'line-restored'; readonly line: CartLine; readonly index: number }
  | { readonly type: 'line-discounted'; readonly lineId: string; readonly discountWon: number }
  | { readonly type: 'sale-discounted'; readonly discountWon: number }
  | { readonly type: 'line-weighed'; readonly lineId: string; readonly grams: number }
  | { readonly type: 'line-noted'; readonly lineId: string; readonly note: string }
  /** What one of it costs, whatever the catalogue says. */
  | { readonly type: 'line-repriced'; readonly lineId: string; readonly unitPriceWon: number }
  | { readonly type: 'held'; readonly heldAt: string; readonly aside?: Aside }
  /** `at` is not on what older versions wrote. */
  | { readonly type: 'recalled'; readonly at?: string }
  | { readonly type: 'abandoned' }
  /** `dueWon` is what the cashier saw when she took the money: a total that has moved since refuses the tender. */
  | { readonly type: 'tendered'; readonly dueWon: number; readonly receivedWon: number; readonly paidAt: string; readonly drawerJobId: string }
  | { readonly type: 'receipt-declined' }
  | { readonly type: 'receipt-postponed' }
  | { readonly type: 'receipt-requested'; readonly cashReceiptId: string }
  | { readonly type: 'receipt-settled'; readonly cashReceiptId: string; readonly outcome: 'issued' | 'queued' | 'unknown' | 'failed' }
  | { readonly type: 'slip-answered'; readonly wants: boolean; readonly by: 'customer' | 'cashier' | 'rule'; readonly jobIds: readonly string[] }
  | TenderingEvent;

export type CheckoutCommand =
  | { readonly kind: 'await-person' }
  | { readonly kind: 'open-drawer'; readonly jobId: string }
  /** One trade on the card terminal; nothing but `intended` leads to `authorise` and `cancel`. */
  | { readonly kind: 'trade'; readonly tradeNumber: string; readonly act: 'authorise' | 'cancel' | 'inquire' }
  /** The program was ended while this trade was under way: the runner appends `restarted`, whose command goes on from there. */
  | { readonly kind: 'restart-trade'; readonly tradeNumber: string }
  | { readonly kind: 'ask-signature'; readonly partId: string }
  /** The runner appends `handwritten-opened` with the slip's record and its print job. */
  | { readonly kind: 'open-handwritten'; readonly partId: string }
  | { readonly kind: 'issue-cash-receipt'; readonly cashReceiptId: string }
  /** The rule answers the slip question: the runner appends `slip-answered` by rule with a job for each paper of this many copies. */
  | { readonly kind: 'answer-slip-by-rule'; readonly copies: number }
  | { readonly kind: 'print-slip'; readonly jobIds: readonly string[] }
  | { readonly kind: 'nothing' };

export type CheckoutRefusal =
  | CartRefusal
  | TenderRefusal
  | 'refund.exchange-tax-differs'
  | 'not-in-this-stage'
  | 'cart-empty'
  | 'received-less-than-due'
  | 'amount-not-won'
  | 'due-has-changed'
  | 'self-issue-required'
  | 'another-receipt'
  | 'slip-copies-differ';

export type CheckoutStep =
  | { readonly ok: true; readonly state: CheckoutState; readonly command: CheckoutCommand }
  | { readonly ok: false; readonly state: CheckoutState; readonly refusal: CheckoutRefusal };

/** The settings a step may depend on; the same for the whole sale. */
export type CheckoutRules = { readonly slip: SlipSettings; readonly cashReceipt: CashReceiptSettings; readonly tender: TenderRules; readonly signature: SignatureSettings };
