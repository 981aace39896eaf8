/**
 * What the journal can say. One entry is one row: append-only, hash-chained, signed (see db/).
 * Payloads are plain JSON. A personal number is only ever there sealed (`…Sealed`) and masked (`…Masked`).
 */
import type { ReceiptCancelEvent, ReceiptCancelIntent, ReceiptCancelState } from './cash-receipt/cancel.ts';
import type { CashReceiptEvent, CashReceiptState } from './cash-receipt/machine.ts';
import type { ReceiptForm, ReceiptPurpose } from './cash-receipt/identifier.ts';
import type { CatalogueProduct } from './catalogue/product.ts';
import type { CheckoutEvent, CheckoutState } from './checkout/machine.ts';
import type { FailureCode } from './failure.ts';
import type { HandwrittenEvent, HandwrittenState } from './handwritten-slip/machine.ts';
import type { Actor, Role } from './people.ts';
import type { GrantRefusal, SpendRefusal } from './people/approval.ts';
import type { PrintingChange } from './people/printing-change.ts';
import type { Act } from './people/rights.ts';
import type { PeopleRules } from './people/rules.ts';
import type { PrintJobEvent, PrintJobState } from './print-job.ts';
import type { RefundEvent } from './refund/events.ts';
import type { Refund } from './refund/refund.ts';
import type { Mode, SettingsRecord, SettingsSection } from './shop.ts';
import type { CustomerFact } from './slip/customer-fact.ts';
import type { CopyKind } from './slip/policy.ts';
import type { SlipDocument } from './slip/document.ts';
import type { StrayEvent, StrayState } from './stray-charge/machine.ts';
import type { TaxBreakdown } from './tax.ts';

type Kinds<Prefix extends string, Event extends { readonly type: string }> = `${Prefix}.${Event['type']}`;

export type CashReceiptIntent = {
  readonly cashReceiptId: string;
  /** The gateway's idempotency key, ≤ 24 of `[A-Za-z0-9_-]`, the same in every attempt; at the card terminal the number of its one trade. */
  readonly mgtKey: string;
  /** Absent: the gateway registers it. */
  readonly way?: 'terminal';
  readonly purpose: ReceiptPurpose;
  readonly form: ReceiptForm;
  readonly identifierSealed: string;
  /** Empty where the customer keys the number at the terminal. */
  readonly identifierMasked: string;
  readonly amounts: TaxBreakdown;
  /** When the money was taken, ISO 8601 UTC: the trade the receipt is for. */
  readonly paidAt: string;
  /** Last moment to issue, ISO 8601 UTC, where the law sets one; null otherwise. */
  readonly deadlineAt: string | null;
};

/** Why paper was asked for: every print is an entry with its reason (rules of the counter, §6). */
export type PrintReason = 'original' | 'again' | 'not-out' | 'other-printer' | 'later-receipt' | 'handwritten' | 'refund' | 'drawer' | 'test';
/** Where it goes: the counter's own printer, or the one that stands in for it. */
export type PrinterPlace = 'first' | 'second';

export type PrintIntent = {
  readonly jobId: string;
  readonly job: { readonly kind: 'slip'; readonly document: SlipDocument; readonly copyKind: CopyKind; readonly copyNumber: number } | { readonly kind: 'drawer' };
  readonly reason: PrintReason;
  /** Left out: the first. */
  readonly printer?: PrinterPlace;
  /** Who allowed it, where whoever asked may not by herself. */
  readonly approver?: Actor;
  /** What the customer knew of the purchase, where she was asked before a copy was handed out. */
  readonly asked?: CustomerFact;
};

/** 수기서명 전표: which charge it is for. Its print job stands beside it in the same append. */
export type HandwrittenOpened = {
  readonly slipId: string;
  readonly partId: string;
  readonly tradeNumber: string;
  readonly chargedWon: number;
  readonly jobId: string;
  readonly after: HandwrittenState;
};

export type StrayOpened = { readonly strayId: string; readonly amountWon: number; readonly after: StrayState };

/**
 * A signature on a card slip, as it is kept: in the same append as the `signed` event that names it. What is sealed is text: the points
 * of a pad of ours (base64 of native/signature-pad/stored.ts), or the picture a terminal handed over (hex of a BMP).
 */
export type SignatureRecord = {
  readonly signatureId: string;
  readonly partId: string;
  readonly takenOn: 'display' | 'koces-pad' | 'terminal';
  readonly form: 'strokes' | 'bmp';
  readonly inkSealed: string;
};

export type Denomination = { readonly valueWon: number; readonly count: number };

/** What the day is closed over: named, never silent. Those after `printsUnsettled` are not on what older versions wrote. */
export type ShiftOpenCases = {
  readonly cashReceiptsUnsent: number;
  readonly cashReceiptsUnsentWon: number;
  readonly printsUnsettled: number;
  readonly unknownCharges?: number;
  readonly unknownChargesWon?: number;
  readonly strayCharges?: number;
  readonly strayChargesWon?: number;
  readonly slipsUnsigned?: number;
  readonly slipsUnsignedWon?: number;
  readonly slipsNotPrinted?: number;
  readonly slipsToHandOver?: number;
  readonly refundsOpen?: number;
  readonly refundsOpenWon?: number;
};

export type ShiftClose = {
  readonly shiftId: string;
  readonly zNumber: number;
  readonly floatWon: number;
  readonly cashSalesWon: number;
  /** Not on what older versions wrote: they gave nothing back. */
  readonly cashRefundsWon?: number;
  readonly saleCount: number;
  readonly expectedWon: number;
  readonly countedWon: number;
  readonly differenceWon: number;
  readonly counted: readonly Denomination[];
  readonly openCases: ShiftOpenCases;
};

export type ProductChange = { readonly before: CatalogueProduct | null; readonly after: CatalogueProduct | null };

/** `save-withdrawn`: what was saved could not be carried out and was told to be refused. */
export type CatalogueAct = 'products-deleted' | 'keys-changed' | 'photo-changed' | 'undone' | 'save-withdrawn';
export type CatalogueChange = {
  readonly act: CatalogueAct;
  readonly changes: readonly ProductChange[];
  /** The pages of the quick keys in their order, when that changes too. */
  readonly pages: { readonly before: readonly string[]; readonly after: readonly string[] } | null;
};

export type ImportCounts = { readonly added: number; readonly changed: number; readonly same: number; readonly skipped: number; readonly bad: number };
export type CatalogueImported = { readonly importId: string; readonly fileName: string; readonly batchSha256: string; readonly counts: ImportCounts };

/** Nobody is ever deleted: the journal names people for five years. */
export type UserState = { readonly name: string; readonly role: Role; readonly active: boolean };

/** What is allowed to whom by whom; the sale is the entry's own. */
type SpecialAct = { readonly act: Act; readonly amountWon: number | null; readonly reason: string | null; readonly change?: PrintingChange };
/** `alone`: asked and approved by one person, because there is nobody else. */
type ApprovedAct = SpecialAct & { readonly approvalId: string; readonly approver: Actor; readonly alone: boolean };
/** `unknown`: forged, or from before the last start. */
export type ApprovalRefused = SpecialAct & { readonly approvalId: string | null; readonly approver: Actor | null; readonly refusal: GrantRefusal | SpendRefusal | 'unknown' };

/** The part of an entry that says what happened; whoever writes it adds when, on which business day and by whom. */
export type EntryBody =
  | { readonly kind: 'program.started'; readonly payload: { readonly version: string; readonly mode: Mode; readonly shell: string } }
  | { readonly kind: 'program.stopped'; readonly payload: Record<string, never> }
  | { readonly kind: 'people.user-added'; readonly payload: { readonly userId: string; readonly name: string; readonly role: Role } }
  | { readonly kind: 'people.signed-in'; readonly payload: { readonly userId: string } }
  /** `because` is left out where she left by herself. */
  | { readonly kind: 'people.signed-out'; readonly payload: { readonly userId: string; readonly because?: 'idle' | 'switched' } }
  | { readonly kind: 'people.user-changed'; readonly payload: { readonly userId: string; readonly before: UserState; readonly after: UserState } }
  /** She chose it herself. */
  | { readonly kind: 'people.pin-changed'; readonly payload: { readonly userId: string } }
  /** Somebody else gave her one, to be changed when she signs in. */
  | { readonly kind: 'people.pin-reset'; readonly payload: { readonly userId: string } }
  | { readonly kind: 'people.rules-changed'; readonly payload: { readonly before: PeopleRules; readonly after: PeopleRules } }
  | { readonly kind: 'people.pin-refused'; readonly payload: { readonly userId: string; readonly locked: boolean } }
  /** The entry's actor asked. */
  | { readonly kind: 'people.approval-granted'; readonly payload: ApprovedAct }
  | { readonly kind: 'people.approval-used'; readonly payload: ApprovedAct }
  | { readonly kind: 'people.approval-refused'; readonly payload: ApprovalRefused }
  /** Somebody with the right did what others must ask for. */
  | { readonly kind: 'people.act-by-right'; readonly payload: SpecialAct }
  | { readonly kind: 'shift.opened'; readonly payload: { readonly shiftId: string; readonly floatWon: number } }
  /** A count that was too far off to close over without a right: what it said, before anybody was told. */
  | { readonly kind: 'shift.counted'; readonly payload: { readonly shiftId: string; readonly countedWon: number; readonly expectedWon: number; readonly differenceWon: number } }
  | { readonly kind: 'shift.closed'; readonly payload: ShiftClose }
  | { readonly kind: 'sale.started'; readonly payload: { readonly saleNumber: number; readonly shiftId: string } }
  /** `after` is null while the sale is a plain basket: baskets are folded from their events. */
  | { readonly kind: Kinds<'sale', CheckoutEvent>; readonly payload: { readonly event: CheckoutEvent; readonly after: CheckoutState | null } }
  | { readonly kind: 'cash-receipt.created'; readonly payload: CashReceiptIntent }
  | {
      readonly kind: Kinds<'cash-receipt', CashReceiptEvent>;
      readonly payload: { readonly cashReceiptId: string; readonly event: CashReceiptEvent; readonly after: CashReceiptState };
    }
  | { readonly kind: 'refund.begun'; readonly payload: { readonly refundId: string; readonly after: Refund } }
  | { readonly kind: Kinds<'refund', RefundEvent>; readonly payload: { readonly refundId: string; readonly event: RefundEvent; readonly after: Refund } }
  /** A receipt's cancel: a document of its own, of the sale its receipt is of. */
  | { readonly kind: 'receipt-cancel.created'; readonly payload: ReceiptCancelIntent & { readonly refundId: string } }
  | { readonly kind: Kinds<'receipt-cancel', ReceiptCancelEvent>; readonly payload: { readonly cancelId: string; readonly event: ReceiptCancelEvent; readonly after: ReceiptCancelState } }
  | { readonly kind: 'handwritten.opened'; readonly payload: HandwrittenOpened }
  | { readonly kind: Kinds<'handwritten', HandwrittenEvent>; readonly payload: { readonly slipId: string; readonly event: HandwrittenEvent; readonly after: HandwrittenState } }
  /** The sale is the entry's own, where the terminal's number names one. */
  | { readonly kind: 'stray.opened'; readonly payload: StrayOpened }
  | { readonly kind: Kinds<'stray', StrayEvent>; readonly payload: { readonly strayId: string; readonly event: StrayEvent; readonly after: StrayState } }
  | { readonly kind: 'signature.kept'; readonly payload: SignatureRecord }
  | { readonly kind: 'print.queued'; readonly payload: PrintIntent }
  /** A copy was asked for by somebody who did not know of the purchase what she said she knew: nothing was printed. */
  | { readonly kind: 'slip.fact-differed'; readonly payload: { readonly fact: CustomerFact } }
  | { readonly kind: Kinds<'print', PrintJobEvent>; readonly payload: { readonly jobId: string; readonly event: PrintJobEvent; readonly after: PrintJobState } }
  /** `before` is null for a new product. Of a photo only its hash: the bytes are in the catalogue's file, put there before this entry. Durable before the catalogue itself is changed, so that a start can finish what was begun. */
  | { readonly kind: 'catalogue.product-saved'; readonly payload: { readonly before: CatalogueProduct | null; readonly after: CatalogueProduct } }
  /** A part of the settings was changed by a person, or (actor null) a change a power cut had interrupted was finished. Secrets are never in it, only that one was replaced. */
  | { readonly kind: 'settings.changed'; readonly payload: { readonly section: SettingsSection; readonly before: SettingsRecord; readonly after: SettingsRecord; readonly secretReplaced: boolean } }
  /** Somebody left for practice, or for the shop. */
  | { readonly kind: 'program.place-left'; readonly payload: { readonly to: Mode } }
  /** Everything else that is done to products and their keys by hand: deleted, brought back, moved. The catalogue follows as above. */
  | { readonly kind: 'catalogue.changed'; readonly payload: CatalogueChange }
  /** The products themselves are in the catalogue's file, staged before this entry: `batchSha256` is over them. */
  | { readonly kind: 'catalogue.imported'; readonly payload: CatalogueImported }
  /** Products that were changed after the import stay as they are. */
  | { readonly kind: 'catalogue.import-undone'; readonly payload: { readonly importId: string; readonly restored: number; readonly kept: number } }
  | { readonly kind: 'failure.recorded'; readonly payload: { readonly code: FailureCode; readonly detail: string } };

export type JournalEntry = EntryBody & {
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  /** `YYYY-MM-DD` in Asia/Seoul: the day the shift was opened. */
  readonly businessDay: string;
  /** null = the program itself (recovery, the queue). */
  readonly actor: Actor | null;
  readonly saleId: string | null;
};

export type JournalKind = JournalEntry['kind'];
