/** Money on its way back, as it crosses: what is offered of a sale, what a choice comes to, and a refund as it stands. */
import { z } from 'zod';
import { evidenceSource, installmentMonths, liveTradeView, partView, unknownTradeView, verdict } from './cards.ts';
import { reason } from './people.ts';
import { breakdown, businessDay, failureCode, id, isoTime, purpose, receiptForm, typedNumber, won } from './primitives.ts';
import { cashReceiptStateName, receiptAtTerminal, receiptWay, wantedWay } from './receipts.ts';

export const refundKind = z.enum(['void', 'refund', 'exchange', 'receipt-correction']);
export const refundStage = z.enum(['exchanging', 'giving-back', 'receipts', 'reissuing', 'by-phone', 'slips', 'aside', 'done', 'called-off']);
export const cardWay = z.enum(['cancel', 'partial-cancel', 'cancel-and-recharge', 'by-phone']);
export const returnStanding = z.enum(['waiting', 'cancelling', 'cancel-unknown', 'not-cancelled', 'cash-decided', 'handing-out', 'rest-due', 'rest-asked', 'rest-unknown', 'rest-surplus', 'returned', 'restored']);
export const receiptCancelReason = z.enum(['transaction-cancelled', 'issued-in-error', 'other']);
export const refundAsk = z.enum(['go-on', 'trade-unknown', 'not-cancelled', 'rest', 'handed', 'phone', 'receipt', 'receipt-unknown', 'aside']);
const receiptOutcome = z.enum(['cancelled', 'queued', 'unknown', 'unproven', 'failed', 'not-needed']);

/** `cash`, or the number of a charge. */
export const paymentId = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);
export const share = z.object({ paymentId, amountWon: won });
export const chosenLine = z.object({ lineId: id, quantity: z.int().min(1).max(9_999) });
/** null: everything that is left. */
export const chosenLines = z.array(chosenLine).max(999).nullable();

const card = z.object({ issuer: z.string(), maskedNumber: z.string(), approvalNumber: z.string(), /** YYYYMMDD */ tradeDate: z.string(), installmentMonths: z.int() });

export const lineLeftView = z.object({ lineId: id, name: z.string(), unitPriceWon: won, grams: z.int().optional(), soldQuantity: z.int(), soldWon: won, leftQuantity: z.int(), leftWon: won });
export type LineLeftView = z.infer<typeof lineLeftView>;

export const paymentLeftView = z.object({ paymentId, kind: z.enum(['cash', 'card']), leftWon: won, card: card.nullable() });
export type PaymentLeftView = z.infer<typeof paymentLeftView>;

export const refundBrief = z.object({ refundId: id, refundNumber: z.int(), saleId: id, saleNumber: z.int(), kind: refundKind, stage: refundStage, totalWon: won, at: isoTime, trouble: failureCode.nullable() });
export type RefundBriefView = z.infer<typeof refundBrief>;

/** A receipt whose cancel came to nothing at the counter, and who saw to it otherwise. */
export const receiptByHand = z.object({ cashReceiptId: id, amountWon: won, /** Nothing of it is left: it is not asked for again. */ whole: z.boolean(), byName: z.string(), reason: z.string(), at: isoTime });
export type ReceiptByHandView = z.infer<typeof receiptByHand>;

const receiptLeftView = z.object({ cashReceiptId: id, purpose, form: receiptForm, identifierMasked: z.string(), approvalNumber: z.string().nullable(), leftWon: won, untouched: z.boolean(), /** Who issued it: it is cancelled, and corrected, by the same way. */ way: receiptWay });

/** What of a sale can go back. */
export const refundOffer = z.object({
  saleId: id,
  saleNumber: z.int(),
  soldAt: isoTime,
  businessDay,
  lines: z.array(lineLeftView),
  leftWon: won,
  payments: z.array(paymentLeftView),
  receipts: z.array(receiptLeftView),
  /** In the order they were begun; those called off are not among them. */
  refunds: z.array(refundBrief),
  /** One that is not over: it is finished first. */
  openRefundId: id.nullable(),
  /** Copies beyond the first that came out: the customer may have one paper and bring another. */
  copiesPrinted: z.int(),
});
export type RefundOfferView = z.infer<typeof refundOffer>;

/** One way by which some of it goes back, before it is begun. */
export const plannedReturn = z.object({ paymentId, kind: z.enum(['cash', 'card']), way: cardWay.nullable(), amountWon: won, /** Charged anew after the cancel; 0 where nothing is. */ rechargeWon: won, rechargeMonths: z.int(), card: card.nullable() });
export type PlannedReturnView = z.infer<typeof plannedReturn>;

export const refundPreview = z.object({
  /** Of an exchange nothing goes back before the goods are taken. */
  kind: z.enum(['void', 'refund', 'exchange']),
  amountWon: won,
  breakdown,
  shares: z.array(share),
  returns: z.array(plannedReturn),
  receipts: z.array(z.object({ cashReceiptId: id, amountWon: won, whole: z.boolean(), identifierMasked: z.string(), way: receiptWay })),
  /** Issued anew, where a receipt is cancelled whole although part of it stands. */
  reissueWon: won.nullable(),
});
export type RefundPreview = z.infer<typeof refundPreview>;

export const refundReturnView = z.object({
  returnId: id,
  kind: z.enum(['cash', 'card']),
  way: cardWay.nullable(),
  amountWon: won,
  standing: returnStanding,
  aside: z.boolean(),
  card: card.nullable(),
  /** What a cancel takes back: the whole charge. */
  chargedWon: won,
  trouble: failureCode.nullable(),
  /** The issuer's own words on the last try, or the reference of a call. */
  message: z.string(),
  tries: z.int(),
  canTryAgain: z.boolean(),
  /** Of the cancel, once it is proven. */
  cancelApproval: z.string().nullable(),
  instead: z.enum(['phone', 'cash']).nullable(),
  /** Cash that was recorded as going out; `handed`: the customer has it. */
  cash: z.object({ amountWon: won, handed: z.boolean(), canOpenAgain: z.boolean() }).nullable(),
  /** What the customer pays again for what she keeps. */
  rest: z
    .object({ owed: z.enum(['rest', 'restore', 'twice']), dueWon: won, leftWon: won, wholeWon: won, restWon: won, months: z.int(), parts: z.array(partView), lock: failureCode.nullable(), canChoose: z.boolean(), canRestore: z.boolean(), waivedWon: won.nullable() })
    .nullable(),
});
export type RefundReturnView = z.infer<typeof refundReturnView>;

export const refundReceiptView = z.object({
  cancelId: id,
  identifierMasked: z.string(),
  amountWon: won,
  begun: z.boolean(),
  outcome: receiptOutcome.nullable(),
  approvalNumber: z.string().nullable(),
  failure: z.object({ code: failureCode, gatewayCode: z.int().nullable(), message: z.string() }).nullable(),
  left: z.boolean(),
  /** What it is at the terminal; null for one that is not asked of it. */
  terminal: receiptAtTerminal.nullable(),
});
export type RefundReceiptView = z.infer<typeof refundReceiptView>;

export const refundView = z.object({
  refundId: id,
  refundNumber: z.int(),
  saleId: id,
  saleNumber: z.int(),
  soldAt: isoTime,
  kind: refundKind,
  reason: z.string(),
  requestedBy: z.string(),
  approvedBy: z.string().nullable(),
  at: isoTime,
  amountWon: won,
  givenBackWon: won,
  lines: z.array(z.object({ lineId: id, name: z.string(), quantity: z.int(), amountWon: won })),
  stage: refundStage,
  trouble: failureCode.nullable(),
  /** What the screen asks a person now, and of what; null while the counter is at work, and when it is over. */
  ask: z.object({ ask: refundAsk, id: z.string() }).nullable(),
  returns: z.array(refundReturnView),
  receipts: z.array(refundReceiptView),
  reissue: z
    .object({
      amountWon: won,
      identifierMasked: z.string(),
      purpose,
      outcome: z.enum(['issued', 'queued', 'unknown', 'failed']).nullable(),
      approvalNumber: z.string().nullable(),
      /** As its own record has it, which goes on after the customer has left; null while it is not begun. */
      state: cashReceiptStateName.nullable(),
      failure: failureCode.nullable(),
      atTerminal: z.boolean(),
      /** What it is at the terminal; null for one that is not asked of it. */
      terminal: receiptAtTerminal.nullable(),
    })
    .nullable(),
  exchange: z.object({ saleId: id, creditWon: won }).nullable(),
  restored: z.boolean(),
  /** What the terminal is at, as far as this refund waits for it. */
  live: liveTradeView.nullable(),
  /** Its own trade while the terminal is at another: it is not asked yet, and can be taken back. */
  waiting: z.string().nullable(),
  unknown: unknownTradeView.nullable(),
  canCallOff: z.boolean(),
  prints: z.array(z.object({ jobId: id, state: z.enum(['queued', 'sent', 'confirmed', 'unknown', 'failed', 'settled']), failure: failureCode.nullable() })),
});
export type RefundView = z.infer<typeof refundView>;

/** For the status line and the close of a day. */
export const refundCasesView = z.object({ count: z.int(), won, first: refundBrief.nullable() });
export type RefundCasesView = z.infer<typeof refundCasesView>;

const approvalId = id.nullable();
const ofReturn = { refundId: id, returnId: id };

export const refundRequests = {
  offer: z.object({ saleId: id }),
  preview: z.object({ saleId: id, want: z.enum(['refund', 'exchange']).optional(), lines: chosenLines, shares: z.array(share).max(30).nullable() }),
  begin: z.object({ saleId: id, lines: chosenLines, expectedWon: won, shares: z.array(share).max(30).nullable(), reason, receiptReason: receiptCancelReason, approvalId }),
  /** `form` at-terminal: the customer keys the number there. */
  correct: z.object({ saleId: id, cashReceiptId: id, purpose, form: receiptForm, digits: typedNumber, way: wantedWay.default('as-set'), approvalId }),
  ofRefund: z.object({ refundId: id }),
  ofReturn: z.object(ofReturn),
  trade: z.object({ refundId: id, tradeNumber: z.string().max(20) }),
  settle: z.object({ refundId: id, tradeNumber: z.string().max(20), verdict, source: evidenceSource, approvalId }),
  chargeRest: z.object({ ...ofReturn, leftWon: won, amountWon: won, installmentMonths }),
  takeRest: z.object({ ...ofReturn, leftWon: won, amountWon: won, receivedWon: z.number() }),
  restPart: z.object({ ...ofReturn, partId: id }),
  chooseOwed: z.object({ ...ofReturn, owed: z.enum(['rest', 'restore']) }),
  decide: z.object({ ...ofReturn, what: z.enum(['phone', 'cash', 'waive']), reason: z.string().min(1).max(60), approvalId }),
  receipt: z.object({ refundId: id, cancelId: id }),
  settleReceipt: z.object({ refundId: id, cancelId: id, verdict, source: evidenceSource }),
  leaveReceipt: z.object({ refundId: id, cancelId: id, reason: z.string().min(1).max(60), approvalId }),
} as const;
