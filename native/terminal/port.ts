/**
 * What the checkout sees of a card terminal, whatever family it is of.
 *
 * A trade number is given by the caller and is fixed in the journal before a byte leaves. Nothing here sends a trade twice: whatever is
 * unclear comes back as `unknown`, and only `declined`, `cancelled` and `not-sent` say that no money moved.
 */
import type { ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';

export type Amounts = {
  /** What the customer pays; the others are contained in it. */
  readonly totalWon: number;
  readonly vatWon: number;
  readonly serviceChargeWon: number;
  readonly taxFreeWon: number;
};

export type Original = {
  readonly approvalNumber: string;
  /** YYYYMMDD. */
  readonly tradeDate: string;
};

type Trade = {
  /** Up to 20 of A-Z, a-z, 0-9, "-", unique for the counter for ever. */
  readonly tradeNumber: string;
  /** Which merchant, where a terminal serves several; otherwise undefined. */
  readonly terminalId?: string | undefined;
};

export type CardAuthorise = Trade & { readonly kind: 'card-authorise'; readonly amounts: Amounts; /** 0 or 1: lump sum. */ readonly installmentMonths: number };
export type CardCancel = Trade & { readonly kind: 'card-cancel'; /** The whole sum of the original. */ readonly totalWon: number; readonly installmentMonths: number; readonly original: Original };

export type CashReceiptCancelReason = 'trade-cancelled' | 'issued-by-mistake' | 'other';
export type CashReceiptIssue = Trade & {
  readonly kind: 'cash-receipt-issue'; readonly amounts: Amounts; readonly purpose: ReceiptPurpose;
  /** Digits. Undefined: the terminal asks the customer. */
  readonly customerNumber?: string | undefined;
};
export type CashReceiptCancel = Trade & {
  readonly kind: 'cash-receipt-cancel'; readonly totalWon: number; readonly purpose: ReceiptPurpose; readonly original: Original;
  readonly reason: CashReceiptCancelReason; readonly customerNumber?: string | undefined;
};
export type TradeRequest = CardAuthorise | CardCancel | CashReceiptIssue | CashReceiptCancel;

/** What the terminal said of a trade it did. All numbers are masked. */
export type Approval = {
  readonly approvalNumber: string;
  /** YYYYMMDDhhmmss by the terminal; empty where it gives none. */
  readonly tradedAt: string;
  readonly cancels: boolean;
  /** As the terminal repeats it; undefined where its meaning is not settled. */
  readonly totalWon: number | undefined;
  readonly installmentMonths: number;
  readonly maskedNumber: string;
  readonly issuer: { readonly code: string; readonly name: string };
  readonly acquirer: { readonly code: string; readonly name: string };
  readonly merchantNumber: string;
  readonly terminalId: string;
  /** The VAN operator's own number of the trade. */
  readonly vanNumber: string;
  readonly cardKind: 'credit' | 'check' | 'gift' | 'other' | undefined;
  /** Words of the VAN operator for the slip, as they came. */
  readonly message: string;
  readonly notices: readonly string[];
  /** Whether the terminal took a signature; undefined where it does not say. */
  readonly signedAtTerminal: boolean | undefined;
  /** The signature it took, hex of a BMP, where it hands one over. */
  readonly signatureBmpHex: string | undefined;
};

/** What a person should look at although the trade stands. */
export type Check =
  /** The terminal did not close the trade after our receipt: it stands by its result, look at its slip. */
  | 'not-closed'
  /** It approved, and showed words that belong to a refusal. */
  | 'displayed-text';

export type NotSentCause =
  /** The request breaks a rule of the protocol: a caller's mistake, shown with its reason. */
  | 'invalid'
  /** This terminal cannot do it at all. */
  | 'not-supported'
  /** No line to it. */
  | 'unreachable'
  /** There is a line, and nobody answers on it. */
  | 'silent'
  | 'busy'
  | 'closed';

export type UnknownReason =
  /** Nothing came within the limit. */
  | 'no-answer'
  | 'line-dropped'
  /** The terminal refused the bytes; what it made of them it does not say. */
  | 'nak'
  /** The write was broken off. */
  | 'not-written-whole'
  /** An answer came, and its check byte was wrong. */
  | 'damaged-answer'
  /** Success was claimed, and it lacks what proves it; `detail` says what. */
  | 'contradictory-answer';

export type TradeOutcome =
  | { readonly state: 'approved'; readonly approval: Approval; readonly checks: readonly Check[] }
  /** Proven: no money moved. `by` the terminal itself, or whoever stands behind it. */
  | { readonly state: 'declined'; readonly by: 'issuer' | 'terminal'; readonly code: string; readonly message: string }
  /** Proven: ended before anything was approved. */
  | { readonly state: 'cancelled'; readonly by: 'customer' | 'counter' | 'time' }
  | { readonly state: 'not-sent'; readonly cause: NotSentCause; readonly detail: string }
  /** May have been approved. No second charge before this is settled. */
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly detail: string; /** What an untrusted or unproven answer said. */ readonly claimed?: Approval | undefined };

/** Told while a trade is under way, for the screens; nothing depends on it. */
export type TradeStage = 'connecting' | 'asking-terminal' | 'waiting-for-customer' | 'insert-card' | 'swipe-card' | 'approving' | 'confirming';

/**
 * A result nobody waited for: of an earlier trade after its time limit, or keyed on the terminal itself. Real, and to be kept.
 * `tradeNumber` is empty where the terminal does not say.
 */
export type UnaskedResult = { readonly tradeNumber: string; readonly outcome: Extract<TradeOutcome, { state: 'approved' | 'declined' | 'cancelled' | 'unknown' }> };

export type TradeEvents = { readonly onStage?: (stage: TradeStage) => void };

export type Inquiry = {
  /** The request whose fate is asked for. */
  readonly of: TradeRequest;
  /** A number of its own, so that an echo of it is never taken for the trade's. */
  readonly inquiryNumber: string;
};

export type InquiryOutcome =
  /** The terminal's stored result is that trade's, and says this. */
  | { readonly state: 'found'; readonly outcome: Extract<TradeOutcome, { state: 'approved' | 'declined' }> }
  /** It answered, and the answer proves nothing. `other`: the result it holds is of this trade instead. */
  | { readonly state: 'no-evidence'; readonly detail: string; readonly other?: string | undefined }
  | { readonly state: 'not-sent'; readonly cause: NotSentCause; readonly detail: string };

export type AbortOutcome =
  /** The terminal was told. Its word on the trade is still to come: go on waiting for it. */
  | { readonly state: 'asked' }
  | { readonly state: 'nothing-under-way' }
  /** Approval has begun, or it was asked before: only the answer ends it. */
  | { readonly state: 'too-late' }
  | { readonly state: 'not-written'; readonly detail: string };

export type InfoOutcome =
  | { readonly state: 'answers'; readonly model: string; readonly version: string; readonly serial: string; readonly terminalId: string }
  | { readonly state: 'absent'; readonly cause: NotSentCause; readonly detail: string };

export type TerminalCapabilities = {
  readonly family: string;
  /** `try`: a stored result that names the trade is evidence, anything else is none. */
  readonly inquiry: 'none' | 'try';
  /** Whether the POS can reverse a trade whose answer was lost. Where not, a person settles it at the terminal. */
  readonly networkReversal: boolean;
  /** Which proof binds an answer to its request. `echo-if-given`: an echo that differs is another trade's, none proves nothing. */
  readonly tradeNumberEcho: 'always' | 'echo-if-given';
  readonly stages: 'detailed' | 'waiting-only';
  readonly installments: { readonly maxMonths: number };
  readonly limits: { readonly maxTotalWon: number };
  /** Whether a tax-free part is told apart; where not, only the VAT says it. */
  readonly taxFreePart: boolean;
  readonly signature: { readonly takenBy: 'terminal'; readonly saysWhetherTaken: boolean; readonly handsPictureOver: boolean };
  readonly cardCancel: { readonly mayAskForCard: boolean };
  readonly cashReceipt: {
    /** `terminal`: the customer keys the number there and the POS never learns it. */
    readonly customerNumber: 'counter-or-terminal' | 'terminal';
    readonly cancelReason: boolean;
    readonly cancelWithinDays: number;
  };
  readonly abort: 'until-approving' | 'until-card-read';
  /** Tells model, version and serial without a trade. */
  readonly information: boolean;
};

export type Terminal = {
  readonly capabilities: TerminalCapabilities;
  /** Never throws for anything a terminal, a cable or a request can do. */
  trade(request: TradeRequest, events?: TradeEvents): Promise<TradeOutcome>;
  inquire(inquiry: Inquiry): Promise<InquiryOutcome>;
  /** Once, while a trade is under way. */
  abort(): Promise<AbortOutcome>;
  /** Moves no money and disturbs nothing: `absent` for `busy` while a request is under way or the answer of an earlier one may still come. */
  info(): Promise<InfoOutcome>;
  /** Refuses what comes later, waits for what is under way, ends the line. */
  close(): Promise<void>;
};

export type TerminalLimits = {
  readonly connectTimeoutMs: number;
  readonly writeTimeoutMs: number;
  /** For the terminal's first sign of life, before anything that moves money. */
  readonly linkCheckTimeoutMs: number;
  /** From the request to its answer: card, PIN, signature. Longer than the terminal's own limit, else answers are lost. */
  readonly customerTimeoutMs: number;
  /** From "approving" to the result. */
  readonly approvalTimeoutMs: number;
  /** For what ends a trade after its result. */
  readonly closingTimeoutMs: number;
  readonly inquiryTimeoutMs: number;
  /** How long the line stays open for a result that is late. */
  readonly lingerMs: number;
  /** A line that was quiet this long has nothing more to say of earlier trades. */
  readonly drainMs: number;
  /** Requests waiting or under way. */
  readonly maxRequests: number;
};

export const DEFAULT_TERMINAL_LIMITS: TerminalLimits = {
  connectTimeoutMs: 5_000,
  writeTimeoutMs: 5_000,
  linkCheckTimeoutMs: 5_000,
  customerTimeoutMs: 120_000,
  approvalTimeoutMs: 60_000,
  closingTimeoutMs: 10_000,
  inquiryTimeoutMs: 30_000,
  lingerMs: 300_000,
  drainMs: 300,
  maxRequests: 4,
};

const MAX_TOTAL_WON = 2_000_000_000;

/** The rules both families share. A sentence for the log, or undefined. */
export function faultOfTrade(request: TradeRequest, capabilities: TerminalCapabilities): string | undefined {
  if (!/^[A-Za-z0-9-]{1,20}$/.test(request.tradeNumber)) return 'the trade number must be 1 to 20 letters, digits or "-"';
  if (request.terminalId !== undefined && !/^[A-Za-z0-9]{1,10}$/.test(request.terminalId)) return 'the terminal id must be 1 to 10 letters or digits';
  const totalWon = 'amounts' in request ? request.amounts.totalWon : request.totalWon;
  const { maxTotalWon } = capabilities.limits;
  if (!Number.isSafeInteger(totalWon) || totalWon < 1 || totalWon > Math.min(maxTotalWon, MAX_TOTAL_WON)) return `the total must be from 1 to ${maxTotalWon} won`;
  if ('amounts' in request) {
    const { vatWon, serviceChargeWon, taxFreeWon } = request.amounts;
    const parts = [vatWon, serviceChargeWon, taxFreeWon];
    if (parts.some((won) => !Number.isSafeInteger(won) || won < 0)) return 'VAT, service charge and tax-free part must be won, zero or more';
    if (vatWon + serviceChargeWon + taxFreeWon > totalWon) return 'VAT, service charge and tax-free part exceed the total';
  }
  if ('installmentMonths' in request) {
    const { installmentMonths } = request;
    if (!Number.isInteger(installmentMonths) || installmentMonths < 0 || installmentMonths > capabilities.installments.maxMonths) return `months must be from 0 to ${capabilities.installments.maxMonths}`;
  }
  if ('original' in request) {
    if (!/^[A-Za-z0-9]{1,12}$/.test(request.original.approvalNumber)) return 'a cancel needs the original approval number';
    if (!/^\d{8}$/.test(request.original.tradeDate)) return 'a cancel needs the original date as YYYYMMDD';
  }
  if ('customerNumber' in request && request.customerNumber !== undefined && !/^\d{10,19}$/.test(request.customerNumber)) return 'the customer number must be 10 to 19 digits';
  return undefined;
}
