/**
 * What the windows draw. Main pushes a whole view after every append; windows hold no truth of their own.
 * `CounterView` goes to the cashier's window, `CustomerView` to the customer's: the second never carries what the first may not show.
 */
import { z } from 'zod';
import { act } from './people.ts';
import { cardCasesView, cardOfferView, tenderingView } from './cards.ts';
import { deviceView } from './devices.ts';
import { exchangeView } from './exchange.ts';
import { importView } from './import.ts';
import { breakdown, businessDay, failureCode, id, isoTime, language, person, taxClass, won } from './primitives.ts';
import { cashReceiptView, receiptDraft, receiptOfferView } from './receipts.ts';
import { refundCasesView, refundView } from './refund.ts';
import { padKind, signatureAsk } from './signature.ts';

export const printStateName = z.enum(['queued', 'sent', 'confirmed', 'unknown', 'failed', 'settled']);

export const lineView = z.object({
  lineId: id,
  name: z.string(),
  barcode: z.string(),
  /** Of one; of 100 g where `grams` is there. */
  unitPriceWon: won,
  /** Weighed goods: what one of them weighs. */
  grams: z.int().optional(),
  quantity: z.int(),
  discountWon: won,
  /** What one of it cost before somebody changed the price. */
  listPriceWon: won.optional(),
  /** After the line's own discount; a discount on the whole sale is shown by itself. */
  amountWon: won,
  taxClass,
  /** Empty when there is none. */
  note: z.string(),
});
export type LineView = z.infer<typeof lineView>;

export const paymentView = z.object({
  breakdown,
  discountWon: won,
  /** The part of it that was given on the whole sale. */
  saleDiscountWon: won,
  quantity: z.int(),
  /** Of the cash. */
  receivedWon: won,
  changeWon: won,
  /** What of it was paid in cash: the cash receipt is for this. */
  cashWon: won,
  /** What goods that came back paid of it, and of which sale they were. */
  exchange: z.object({ saleNumber: z.int(), amountWon: won }).nullable(),
  /** The charges that stand. */
  cards: z.array(z.object({ partId: id, amountWon: won, installmentMonths: z.int(), issuer: z.string(), maskedNumber: z.string(), approvalNumber: z.string(), handwritten: z.boolean(), /** Why the pad gave no signature; null where it did, or where nobody asked it. */ unsigned: failureCode.nullable() })),
  paidAt: isoTime,
  /** 의무발행 applies: declining is not offered; self-issue is proposed, due by `deadlineAt`. */
  mandatory: z.boolean(),
  deadlineAt: isoTime.nullable(),
});
export type PaymentView = z.infer<typeof paymentView>;

export const printView = z.object({
  jobId: id,
  kind: z.enum(['slip', 'drawer']),
  state: printStateName,
  copyNumber: z.int(),
  /** Why it is not confirmed, as a catalogue code; null while under way or confirmed. */
  failure: failureCode.nullable(),
  createdAt: isoTime,
});
export type PrintView = z.infer<typeof printView>;

const saleHead = { saleId: id, saleNumber: z.int() };
export const saleView = z.discriminatedUnion('stage', [
  /** No sale yet: the next scan starts number `saleNumber`. */
  z.object({ stage: z.literal('idle'), saleNumber: z.int() }),
  z.object({
    stage: z.literal('basket'),
    ...saleHead,
    lines: z.array(lineView),
    breakdown,
    discountWon: won,
    /** The part of it that was given on the whole sale. */
    saleDiscountWon: won,
    quantity: z.int(),
    /** The line cancelled or the discount changed last, while that can still be taken back. `name` is empty for the whole sale. */
    undo: z.object({ what: z.enum(['line-cancelled', 'line-discounted', 'line-repriced', 'sale-discounted']), name: z.string() }).nullable(),
    /** The line that was touched last: the screen keeps it in sight. */
    lastLineId: id.nullable(),
    /** A payment was begun and came to nothing. */
    tried: z.boolean(),
    /** Goods of an earlier sale came back for it. */
    exchange: exchangeView.nullable(),
  }),
  /** Paid by card, or in parts: until all of it is taken and signed for. */
  z.object({ stage: z.literal('tendering'), ...saleHead, tendering: tenderingView }),
  z.object({ stage: z.literal('receipt-choice'), ...saleHead, payment: paymentView, failed: cashReceiptView.nullable() }),
  z.object({ stage: z.literal('receipt-issuing'), ...saleHead, payment: paymentView, cashReceipt: cashReceiptView }),
  z.object({ stage: z.literal('slip-question'), ...saleHead, payment: paymentView, cashReceipt: cashReceiptView.nullable(), copies: z.int() }),
  z.object({
    stage: z.literal('done'),
    ...saleHead,
    payment: paymentView,
    cashReceipt: cashReceiptView.nullable(),
    prints: z.array(printView),
    /** Issue now is possible: no live receipt on this sale. */
    canIssue: z.boolean(),
  }),
]);
export type SaleView = z.infer<typeof saleView>;

/** A basket put aside: told apart by when, how much and what. */
export const heldView = z.object({
  saleId: id, saleNumber: z.int(), heldAt: isoTime, totalWon: won, quantity: z.int(), firstName: z.string(), lineCount: z.int(),
  /** Its charge is unknown: only evidence ends it. */
  unknownCharge: z.boolean(),
  /** Who put it aside, where that is known, and whether she only left the counter. */
  heldBy: z.object({ name: z.string(), left: z.boolean() }).nullable(),
});
export type HeldView = z.infer<typeof heldView>;

export const statusView = z.object({
  printer: deviceView,
  gateway: deviceView,
  terminal: deviceView,
  display: deviceView,
  /** Without one of its own (`none`) there is nothing to be well or not. */
  pad: deviceView.extend({ kind: padKind }),
  /** The journal's disk, and the journal itself. */
  journal: deviceView,
  /** Cash receipts not at the gateway or not known to be: count, won and age. */
  unsent: z.object({ count: z.int(), amountWon: won, oldestAt: isoTime.nullable() }),
  /** Unknown and stray charges, slips to be signed or handed over. */
  cards: cardCasesView,
  /** Refunds that are not over. */
  refunds: refundCasesView,
  /** Slips whose paper nobody has confirmed and nobody has printed again. `backup`: a second printer can stand in. `off`: no slip is printed of itself. */
  prints: z.object({ count: z.int(), backup: z.boolean(), off: z.boolean(), jobs: z.array(printView.extend({ saleId: id.nullable(), saleNumber: z.int().nullable() })) }),
});
export type StatusView = z.infer<typeof statusView>;

export const shiftCloseView = z.object({
  zNumber: z.int(),
  closedAt: isoTime,
  floatWon: won,
  cashSalesWon: won,
  /** Out of the drawer for refunds, less what came in again with them. */
  cashRefundsWon: won,
  saleCount: z.int(),
  expectedWon: won,
  countedWon: won,
  differenceWon: won,
  openCases: z.object({ cashReceiptsUnsent: z.int(), cashReceiptsUnsentWon: won, printsUnsettled: z.int(), refundsOpen: z.int(), refundsOpenWon: won }).extend(cardCasesView.shape),
});
export type ShiftCloseView = z.infer<typeof shiftCloseView>;

/** Something that happened away from where she looks; stays until dismissed. */
export const notice = z.object({ noticeId: id, code: failureCode, saleId: id.nullable(), saleNumber: z.int().nullable(), at: isoTime });

export const counterView = z.object({
  revision: z.int(),
  mode: z.enum(['practice', 'shop']),
  shellName: z.string(),
  appVersion: z.string(),
  shop: z.object({ name: z.string(), businessNumber: z.string(), counterNumber: z.int() }),
  acceptResidentNumber: z.boolean(),
  /** The journal cannot be used: nothing can be sold; the start screen says why and what to do. */
  trouble: z.object({ code: failureCode, detail: z.string() }).nullable(),
  users: z.array(person.extend({ practicePin: z.string().nullable(), may: z.array(act) })),
  signedIn: person.nullable(),
  /** She approves for herself: the shop is set to one person. */
  onePerson: z.boolean(),
  /** Signed out after so many minutes without a touch; 0 = never. */
  idleMinutes: z.int(),
  shift: z.object({ shiftId: id, openedAt: isoTime, businessDay, floatWon: won, openedBy: z.string() }).nullable(),
  lastClose: shiftCloseView.nullable(),
  sale: saleView,
  /** Oldest first. */
  held: z.array(heldView),
  /** The refund on the screen; null: none is. */
  refund: refundView.nullable(),
  cardOffer: cardOfferView,
  receiptOffer: receiptOfferView,
  /** How far a discount goes before it needs a right and a reason. */
  discountMaxPercent: z.int(),
  draft: receiptDraft.nullable(),
  /** Whom the counter waits for to sign, a test among them. The ink comes by itself (`signature.ink`). */
  signature: signatureAsk.nullable(),
  lastSale: z.object({ saleId: id, saleNumber: z.int(), totalWon: won, changeWon: won }).nullable(),
  status: statusView,
  notices: z.array(notice),
  catalogue: z.object({
    /** Goes up with every change: a window that shows products or keys asks again. */
    revision: z.int(),
    /** What was deleted or arranged last, while it can be taken back. `name` is empty where several were meant. */
    undo: z.object({ act: z.enum(['products-deleted', 'keys-changed', 'photo-changed']), name: z.string(), products: z.int() }).nullable(),
    import: importView.nullable(),
  }),
});
export type CounterView = z.infer<typeof counterView>;

export const customerView = z.object({
  revision: z.int(),
  mode: z.enum(['practice', 'shop']),
  shopName: z.string(),
  language,
  screen: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('closed') }),
    z.object({ kind: z.literal('idle') }),
    /** A test picture, for a few seconds and never over what a customer is asked. */
    z.object({ kind: z.literal('test'), testId: id }),
    z.object({ kind: z.literal('lines'), lines: z.array(lineView), totalWon: won, quantity: z.int(), discountWon: won, /** What she brought back, and what is left between the two. */ exchange: exchangeView.pick({ backWon: true, dueWon: true, giveWon: true }).nullable() }),
    /** Being paid by card, or in parts: what is charged now, and what is left. `wait`: what the customer is to do. */
    z.object({ kind: z.literal('tendering'), totalWon: won, takenWon: won, leftWon: won, chargingWon: won.nullable(), wait: z.enum(['none', 'card', 'approval', 'cancel', 'checking']) }),
    /** Paid; the cashier is choosing. Shows total, received, change. */
    z.object({ kind: z.literal('paid'), payment: paymentView }),
    z.object({ kind: z.literal('number'), saleId: id, payment: paymentView.nullable(), draft: receiptDraft }),
    z.object({ kind: z.literal('signature'), signId: id, amountWon: won, attempt: z.int().min(1), test: z.boolean() }),
    /** `keyed`: she types the number at the card terminal. */
    z.object({ kind: z.literal('issuing'), payment: paymentView.nullable(), keyed: z.boolean() }),
    z.object({ kind: z.literal('slip-question'), saleId: id, payment: paymentView, cashReceipt: cashReceiptView.nullable() }),
    z.object({ kind: z.literal('thanks'), payment: paymentView, cashReceipt: cashReceiptView.nullable(), printed: z.boolean() }),
  ]),
});
export type CustomerView = z.infer<typeof customerView>;

export const saleRow = z.object({
  saleId: id,
  saleNumber: z.int(),
  paidAt: isoTime,
  totalWon: won,
  receivedWon: won,
  changeWon: won,
  cardWon: won,
  firstName: z.string(),
  lineCount: z.int(),
  cashReceipt: cashReceiptView.nullable(),
  /** Somebody saw to the cancel of that receipt by hand: it does not stand any more, although its own state says so. */
  receiptByHand: z.boolean(),
  canIssue: z.boolean(),
  /** What goods of it that came back were worth. */
  refundedWon: won,
  deadlineAt: isoTime.nullable(),
});
export type SaleRow = z.infer<typeof saleRow>;

export { cashReceiptStateName, cashReceiptView } from './receipts.ts';
export type { CashReceiptView, ReceiptDraft, ReceiptOfferView } from './receipts.ts';
export type { ProductView } from './catalogue.ts';
export type { ImportView } from './import.ts';
