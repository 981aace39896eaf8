/**
 * The port to whoever registers cash receipts with the tax office. Popbill is the first (docs/decisions/0004).
 *
 * How to read the outcomes, money first:
 * - `unreachable` on issue/cancel: certainly nothing reached the endpoint that registers. Sending again is safe.
 * - `unclear`: something was sent and no trustworthy answer came. It may be registered. Inquire by `mgtKey`
 *   before anything else; never change the key.
 * - `refused` with `mayExist: true`: the gateway said no, but its words do not exclude that a receipt with this
 *   key stands there already. Inquire by `mgtKey` before telling anyone that there is none.
 * - `mayExist: false` speaks of this one call. After an earlier `unclear` call with the same key, inquire all the same.
 */

/** What a refusal means at the counter (rules of the counter, §3); `rejected` is a refusal that fits none of the others. */
export type GatewayFailure =
  /** The gateway or the tax office cannot now: it waits and is sent again later. */
  | 'system'
  /** Business number, membership, credentials, points: a manager changes the settings; everything waits. */
  | 'merchant-data'
  /** The customer's number or the purpose: corrected with the customer. */
  | 'customer-data'
  /** Amounts do not add up, or a cancel is more than is left. */
  | 'amount'
  /** The key is in use: the receipt that exists is the one to show. */
  | 'duplicate'
  /** The trade date is further back than the gateway takes. */
  | 'past-deadline'
  | 'rejected';

export type TroubleCode =
  | 'name-not-found'
  | 'connection-refused'
  | 'connect-failed'
  | 'connect-timeout'
  | 'tls-failed'
  | 'write-failed'
  | 'connection-lost'
  | 'reply-timeout'
  | 'call-timeout'
  | 'reply-too-large'
  | 'reply-not-http'
  | 'server-error'
  | 'unexpected-status'
  | 'reply-not-json'
  | 'reply-not-understood'
  | 'token-not-renewed';

/** `detail` is for a technician: fixed words, an errno or an HTTP status. Never credentials, never reply bodies. */
export type GatewayTrouble = { readonly code: TroubleCode; readonly detail: string };

export type GatewayRefusal = {
  readonly kind: 'refused';
  /** The gateway's own code (negative), or null when the counter itself refused to send the request. */
  readonly gatewayCode: number | null;
  /** The gateway's words, at most 200 characters, runs of seven or more digits masked. */
  readonly message: string;
  readonly failure: GatewayFailure;
  readonly mayExist: boolean;
};

export type GatewayUnreachable = { readonly kind: 'unreachable'; readonly why: GatewayTrouble };
export type GatewayUnclear = { readonly kind: 'unclear'; readonly why: GatewayTrouble };

/** The merchant as it stands on the receipt. `businessNumber`: ten digits, not checked for the check digit. */
export type GatewayMerchant = {
  readonly businessNumber: string;
  readonly name: string;
  readonly representative: string;
  readonly address: string;
  readonly phone: string;
  /** 종사업장번호, four digits, only for merchants that have one. */
  readonly branchNumber?: string;
};

/** Won. Always `supplyWon + vatWon + serviceChargeWon = totalWon`; tax-free goods are inside `supplyWon`. */
export type GatewayAmounts = {
  readonly totalWon: number;
  readonly supplyWon: number;
  readonly vatWon: number;
  readonly serviceChargeWon: number;
};

export type GatewayIssueRequest = GatewayAmounts & {
  /** 1–24 of `[A-Za-z0-9_-]`, ours, fixed in the intent: the idempotency key. */
  readonly mgtKey: string;
  /** yyyyMMddHHmmss in Asia/Seoul, today or yesterday; absent: the moment of issue. */
  readonly tradeDt?: string;
  readonly purpose: 'income-deduction' | 'expense-proof';
  /** Digits only; self-issue is `0100001234` with income deduction. */
  readonly identifier: string;
  /** `exempt` only when nothing in the sale carries VAT. */
  readonly taxation: 'taxable' | 'exempt';
  readonly itemName?: string;
  readonly orderNumber?: string;
  readonly merchant: GatewayMerchant;
};

export type CancelReason = 'transaction-cancelled' | 'issued-in-error' | 'other';

export type GatewayCancelRequest = {
  /** A new key: a cancel is a document of its own. */
  readonly mgtKey: string;
  readonly originalApprovalNumber: string;
  /** yyyyMMdd. */
  readonly originalTradeDate: string;
  readonly reason: CancelReason;
  /** Present: cancels this much of the original, at most what is left. Absent: the whole. */
  readonly part?: GatewayAmounts;
  /** yyyyMMddHHmmss in Asia/Seoul; absent: the moment of issue. */
  readonly tradeDt?: string;
};

/** `approvalNumber`: nine characters, not always digits. `tradeDate` yyyyMMdd, `tradeDt` yyyyMMddHHmmss, Asia/Seoul. */
export type GatewayApproval = { readonly approvalNumber: string; readonly tradeDate: string; readonly tradeDt: string };

export type IssueOutcome = (GatewayApproval & { readonly kind: 'issued' }) | GatewayRefusal | GatewayUnreachable | GatewayUnclear;
export type CancelOutcome = (GatewayApproval & { readonly kind: 'cancelled' }) | GatewayRefusal | GatewayUnreachable | GatewayUnclear;

/** `other`: a state this counter does not know (a draft, say); someone has to look. */
export type GatewayReceiptState = 'issued' | 'sending' | 'confirmed' | 'rejected' | 'other';

export type GatewayReceipt = GatewayAmounts & {
  readonly mgtKey: string;
  readonly document: 'approval' | 'cancel';
  readonly state: GatewayReceiptState;
  /** The gateway's own number for the state (Popbill: 300, 303, 304, 305). */
  readonly stateCode: number;
  /** Null when the gateway shows none (not expected in `issued`, `sending` and `confirmed`). */
  readonly approvalNumber: string | null;
  readonly tradeDate: string;
  readonly tradeDt: string;
  /** What the tax office answered, once it has. `at` yyyyMMddHHmmss, Asia/Seoul. */
  readonly ntsResult?: { readonly code: string; readonly message: string; readonly at: string };
};

/** An inquiry changes nothing, so `unreachable` here means: no trustworthy answer; ask again. */
export type InquiryOutcome =
  | { readonly kind: 'found'; readonly receipt: GatewayReceipt }
  | { readonly kind: 'absent' }
  | GatewayUnreachable
  | GatewayRefusal;

/** `missing` are keys the answer does not mention: `inquire` each before deciding that it is absent. */
export type InquireManyOutcome =
  | { readonly kind: 'answered'; readonly found: readonly GatewayReceipt[]; readonly missing: readonly string[] }
  | GatewayUnreachable
  | GatewayRefusal;

/** `clockSkewMs` = gateway's clock − counter's clock; null when the gateway's clock could not be read. */
export type GatewayHealth =
  | { readonly kind: 'well'; readonly clockSkewMs: number; readonly tokenExpiresAtMs: number }
  | { readonly kind: 'refused'; readonly clockSkewMs: number | null; readonly gatewayCode: number; readonly message: string; readonly failure: GatewayFailure }
  | { readonly kind: 'unreachable'; readonly clockSkewMs: number | null; readonly why: GatewayTrouble };

export const INQUIRE_MANY_MAX = 1000;

export type CashReceiptGateway = {
  issue(request: GatewayIssueRequest): Promise<IssueOutcome>;
  cancel(request: GatewayCancelRequest): Promise<CancelOutcome>;
  inquire(mgtKey: string): Promise<InquiryOutcome>;
  /** 1 to `INQUIRE_MANY_MAX` keys; more is a RangeError. */
  inquireMany(mgtKeys: readonly string[]): Promise<InquireManyOutcome>;
  /** Reads the gateway's clock and holds a valid token: for the status line and the check at opening. */
  check(): Promise<GatewayHealth>;
};
