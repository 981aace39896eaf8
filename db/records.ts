/** What the journal answers with: records folded from its rows, plain JSON, ready to cross a thread. */
import type { CardApproval } from '../domain/card-payment/approval.ts';
import type { Trade } from '../domain/card-payment/machine.ts';
import type { ReceiptCancelIntent, ReceiptCancelState } from '../domain/cash-receipt/cancel.ts';
import type { CashReceiptState } from '../domain/cash-receipt/machine.ts';
import type { ReceiptForm, ReceiptPurpose } from '../domain/cash-receipt/identifier.ts';
import type { CheckoutState } from '../domain/checkout/machine.ts';
import type { SearchTermKind } from '../domain/history/search.ts';
import type { FailureCode } from '../domain/failure.ts';
import type { HandwrittenState } from '../domain/handwritten-slip/machine.ts';
import type { ApprovalRefused, CashReceiptIntent, JournalEntry, PrintIntent } from '../domain/journal-entry.ts';
import type { Actor, Role } from '../domain/people.ts';
import type { PrintingChange } from '../domain/people/printing-change.ts';
import type { Act } from '../domain/people/rights.ts';
import type { PrintJobState } from '../domain/print-job.ts';
import type { StrayState } from '../domain/stray-charge/machine.ts';
import type { Refund, RefundKind } from '../domain/refund/refund.ts';
import type { RefundStage } from '../domain/refund/stage.ts';
import type { TaxBreakdown } from '../domain/tax.ts';

/** One durable row. `hash` in hex. */
export type Appended = { readonly seq: number; readonly hash: string };

/** An entry as it stands in the journal. */
export type JournalRow = JournalEntry & { readonly seq: number; readonly id: string; readonly hash: string };

export type SaleStage = CheckoutState['stage'];

export type OpenShift = {
  readonly shiftId: string;
  readonly openedAt: string;
  readonly businessDay: string;
  readonly floatWon: number;
  readonly openedBy: Actor | null;
};

export type CounterRecord = {
  readonly nextSaleNumber: number;
  readonly nextZNumber: number;
  /** 0 while the journal is empty. */
  readonly lastSeq: number;
  /** When the last row was written; null while the journal is empty. */
  readonly lastAt: string | null;
  /** Of the shift opened last, open or closed; null before the first. */
  readonly lastBusinessDay: string | null;
  readonly openShift: OpenShift | null;
  /** Sales neither done nor abandoned, oldest first. */
  readonly openSales: readonly { readonly saleId: string; readonly saleNumber: number; readonly stage: SaleStage }[];
};

export type CashReceiptBrief = {
  readonly cashReceiptId: string;
  readonly purpose: ReceiptPurpose;
  readonly form: ReceiptForm;
  readonly identifierMasked: string;
  readonly amounts: TaxBreakdown;
  readonly deadlineAt: string | null;
  readonly state: CashReceiptState;
  readonly createdAt: string;
};

export type SaleRecord = {
  readonly saleId: string;
  readonly saleNumber: number;
  readonly shiftId: string;
  readonly businessDay: string;
  readonly startedAt: string;
  /** Null until the money was taken; until then every amount is 0. */
  readonly paidAt: string | null;
  readonly stage: SaleStage;
  readonly totalWon: number;
  readonly receivedWon: number;
  readonly changeWon: number;
  readonly cardWon: number;
  /** What goods of an earlier sale paid of it. */
  readonly exchangeWon: number;
  /** What goods of it that came back were worth; a refund that is open counts, one that was called off does not. */
  readonly refundedWon: number;
  readonly breakdown: TaxBreakdown;
  /** The last state an entry carried; null while the sale is a basket (fold `saleEvents` then). */
  readonly state: CheckoutState | null;
  /** Of the paid goods; `firstName` is null until then. */
  readonly itemSummary: { readonly firstName: string | null; readonly lineCount: number };
  /** Oldest first. */
  readonly cashReceipts: readonly CashReceiptBrief[];
  /** Who took the money; who started the sale until then. */
  readonly actor: Actor | null;
};

/** A finished sale that was looked for: by what it was found, and whether somebody still has to look after something of it. */
export type FoundSale = { readonly sale: SaleRecord; readonly matched: readonly SearchTermKind[]; readonly open: boolean };
/** `nextBefore`: where to go on, also when fewer were found than asked for; null when there is nothing further. */
export type FoundSales = { readonly found: readonly FoundSale[]; readonly nextBefore: number | null };

export type CashReceiptRecord = CashReceiptIntent & {
  readonly saleId: string;
  readonly saleNumber: number;
  readonly state: CashReceiptState;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type PrintJobRecord = PrintIntent & {
  /** Null for a test print or a drawer opened without a sale. */
  readonly saleId: string | null;
  readonly state: PrintJobState;
  readonly createdAt: string;
  /** Null where the customer asked, or the program. */
  readonly askedBy: Actor | null;
  /** Who said how it ended, where a person did. */
  readonly settledBy: Actor | null;
};

/** A row of the print ledger; `seq` is where its page goes on. */
export type PrintLedgerRecord = PrintJobRecord & { readonly seq: number; /** Null for what belongs to no sale. */ readonly saleNumber: number | null };

/** Slips of one person in some days; `userId` null: the customer asked, or the program. */
export type PrintSum = { readonly userId: string | null; readonly name: string; readonly slips: number; /** Beyond the first. */ readonly again: number; /** Not out, or in doubt, or ended by a person's word. */ readonly inDoubt: number };

export type RefundRecord = {
  readonly refundId: string;
  readonly saleId: string;
  readonly saleNumber: number;
  /** The shift and day it was begun in. */
  readonly shiftId: string;
  readonly businessDay: string;
  readonly begunAt: string;
  readonly refund: Refund;
};

/** What was taken for sales less what was given back before they were over; refunds apart, what went out of the shop positive. */
export type ShiftTotals = { readonly saleCount: number; readonly cashSalesWon: number; readonly cardSalesWon: number; readonly cashRefundsWon: number; readonly cardRefundsWon: number };

/** `totalWon`: what the goods were worth. */
export type RefundBrief = { readonly saleId: string; readonly refundId: string; readonly refundNumber: number; readonly kind: RefundKind; readonly totalWon: number; readonly stage: RefundStage; readonly begunAt: string };

export type ReceiptCancelRecord = {
  readonly intent: ReceiptCancelIntent;
  readonly refundId: string;
  readonly saleId: string;
  readonly saleNumber: number;
  readonly state: ReceiptCancelState;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type UnsentCashReceipts = { readonly count: number; readonly amountWon: number; readonly oldestAt: string | null };
export type FailureCount = { readonly code: FailureCode; readonly count: number };

/** Numbers that are missing between those in use, each range inclusive. */
export type NumberGap = { readonly from: number; readonly to: number };
export type GapReport = { readonly saleNumbers: readonly NumberGap[]; readonly zNumbers: readonly NumberGap[] };

/** Everybody who ever worked here; who no longer does is not active, and stays. */
export type UserRecord = { readonly userId: string; readonly name: string; readonly role: Role; readonly active: boolean; readonly addedAt: string; readonly mustChangePin: boolean };
/** `pinHash` as the caller's slow function wrote it; `mustChange`: somebody else has seen this PIN. */
export type PinRecord = { readonly userId: string; readonly pinHash: string; readonly mustChange: boolean };
/** `lockedUntil` ISO 8601 UTC, null = not locked. */
export type Credential = { readonly userId: string; readonly pinHash: string; readonly mustChangePin: boolean; readonly failures: number; readonly lockedUntil: string | null };

/** One act that others must ask for: who did it or tried to, what, why, and who said yes. */
export type SpecialActRecord = {
  readonly seq: number;
  readonly at: string;
  readonly act: Act;
  readonly outcome: 'by-right' | 'approved' | 'refused';
  readonly saleId: string | null;
  readonly saleNumber: number | null;
  readonly amountWon: number | null;
  readonly reason: string | null;
  readonly change: PrintingChange | null;
  readonly actor: Actor | null;
  readonly approver: Actor | null;
  readonly alone: boolean;
  readonly refusal: ApprovalRefused['refusal'] | null;
};

/** `counted`: too far off to close over, and told to nobody before it was written down. `closedWon`: what the shift was closed with, null while it is open. */
export type DrawerCountRecord = {
  readonly seq: number;
  readonly kind: 'counted' | 'closed';
  readonly at: string;
  readonly zNumber: number | null;
  readonly actor: Actor | null;
  readonly countedWon: number;
  readonly expectedWon: number;
  readonly differenceWon: number;
  readonly closedWon: number | null;
  /** Of a close over the limit. */
  readonly allowed: 'by-right' | 'approved' | null;
  readonly reason: string | null;
  readonly approver: Actor | null;
  readonly alone: boolean;
};

export type VerifyFault = { readonly seq: number; readonly what: string };
/** `faults`: the first of them, at most `MAX_FAULTS`. */
export type VerifyReport = { readonly ok: boolean; readonly rows: number; readonly lastSeq: number; readonly lastHash: string; readonly faults: readonly VerifyFault[] };
export type Progress = { readonly done: number; readonly total: number };

export type Durability = { readonly journalMode: string; readonly synchronous: number; readonly lockingMode: string; readonly foreignKeys: number; readonly schema: number };

/** A trade of the card terminal, and whose it is. */
export type TradeRecord = { readonly saleId: string; readonly saleNumber: number; readonly partId: string; readonly trade: Trade };

export type HandwrittenRecord = {
  readonly slipId: string;
  readonly saleId: string;
  readonly saleNumber: number;
  readonly partId: string;
  readonly tradeNumber: string;
  readonly chargedWon: number;
  /** Of the charge it is for. */
  readonly approval: CardApproval | null;
  readonly state: HandwrittenState;
  readonly openedAt: string;
  readonly lastSeq: number;
};

export type StrayRecord = {
  readonly strayId: string;
  /** Null where the terminal's number names no sale of ours. */
  readonly saleId: string | null;
  readonly tradeNumber: string;
  readonly amountWon: number;
  readonly state: StrayState;
  readonly openedAt: string;
};
