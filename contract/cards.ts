/** What the windows draw of card payment: a sale in parts, the trade at the terminal, slips to sign by hand, results nobody waited for. */
import { z } from 'zod';
import { failureCode, id, isoTime, won } from './primitives.ts';

export const partStanding = z.enum(['taken', 'under-way', 'unknown', 'cancelling', 'cancel-unknown', 'surplus', 'none', 'returned']);

/** Of one charge, as slip and screen may show it. Empty where nobody said. */
const cardSaid = { approvalNumber: z.string(), maskedNumber: z.string(), issuer: z.string(), /** YYYYMMDDhhmmss in Seoul. */ tradedAt: z.string() };

export const partView = z.object({
  partId: id,
  kind: z.enum(['cash', 'card']),
  standing: partStanding,
  amountWon: won,
  /** Cash only; 0 for a card. */
  receivedWon: won,
  changeWon: won,
  /** A charge only; 0 is a lump sum. */
  installmentMonths: z.int(),
  card: z.object(cardSaid).nullable(),
  /** What to say of its newest trade: a code of the catalogue; null: nothing is wrong. */
  trouble: failureCode.nullable(),
  /** The issuer's own words, beside it. */
  message: z.string(),
  signature: z.enum(['not-needed', 'asking', 'signed', 'handwritten']),
  /** What to say of a pad that gave none; null: it did, or nobody wanted one of it. */
  unsigned: failureCode.nullable(),
});
export type PartView = z.infer<typeof partView>;

/** The trade at the terminal now. `abort`: whether the counter can still stop it. */
export const liveTradeView = z.object({
  tradeNumber: z.string(),
  act: z.enum(['charge', 'cancel', 'inquiry', 'receipt', 'receipt-cancel']),
  stage: z.enum(['connecting', 'asking-terminal', 'waiting-for-customer', 'insert-card', 'swipe-card', 'approving', 'confirming']),
  since: isoTime,
  startedAt: isoTime,
  abort: z.enum(['possible', 'asked', 'too-late']),
});
export type LiveTradeView = z.infer<typeof liveTradeView>;

/** A trade nobody knows the fate of: what is known of it, and how to find out. Never a key to charge again. */
export const unknownTradeView = z.object({
  tradeNumber: z.string(),
  partId: id,
  act: z.enum(['charge', 'cancel']),
  amountWon: won,
  reason: z.string(),
  detail: z.string(),
  inquiries: z.int(),
  /** Whether the terminal can be asked (again). */
  canInquire: z.boolean(),
  lastInquiry: z.string().nullable(),
  /** What an answer said that proves nothing: a hint where to look. */
  claimed: z.object({ ...cardSaid, totalWon: won.nullable() }).nullable(),
  /** From this amount on her word needs a manager's right. */
  needsManager: z.boolean(),
});
export type UnknownTradeView = z.infer<typeof unknownTradeView>;

export const tenderingView = z.object({
  totalWon: won,
  takenWon: won,
  inDoubtWon: won,
  surplusWon: won,
  /** What may be asked for now. */
  leftWon: won,
  quantity: z.int(),
  parts: z.array(partView),
  /** Why no card can be asked now; null: it can. */
  lock: failureCode.nullable(),
  live: liveTradeView.nullable(),
  /** The number of its own trade while the terminal is at another's: not asked yet, it can be taken back. */
  waiting: z.string().nullable(),
  unknown: unknownTradeView.nullable(),
  /** The charge whose signature is wanted. */
  signing: z.object({ partId: id, amountWon: won, attempt: z.int() }).nullable(),
  /** Nothing of the customer's is held: back to the basket. */
  canLeave: z.boolean(),
  /** Only evidence will end it: the next customer can be served meanwhile. */
  canPutAside: z.boolean(),
});
export type TenderingView = z.infer<typeof tenderingView>;

/** What may be asked of the terminal at hand, for the screens that offer it. */
export const cardOfferView = z.object({
  /** A terminal is there by the settings; whether it is well stands in the status. */
  terminal: z.boolean(),
  maxTotalWon: won,
  installmentsFromWon: won,
  /** 0: none can be offered. */
  maxMonths: z.int(),
  managerFromWon: won,
  stages: z.enum(['detailed', 'waiting-only']),
});
export type CardOfferView = z.infer<typeof cardOfferView>;

/** What is open about cards, for the status line and the close of a day. */
export const cardCasesView = z.object({
  unknownCharges: z.int(),
  unknownChargesWon: won,
  strayCharges: z.int(),
  strayChargesWon: won,
  slipsUnsigned: z.int(),
  slipsUnsignedWon: won,
  slipsNotPrinted: z.int(),
  slipsToHandOver: z.int(),
});
export type CardCasesView = z.infer<typeof cardCasesView>;

export const handwrittenView = z.object({
  slipId: id,
  saleId: id,
  saleNumber: z.int(),
  chargedWon: won,
  card: z.object(cardSaid),
  state: z.enum(['printing', 'printed', 'not-printed', 'collected', 'handed-over', 'not-needed', 'written-off']),
  /** Why it is not out; null while it takes its way. */
  trouble: failureCode.nullable(),
  prints: z.int(),
  openedAt: isoTime,
  ageDays: z.int(),
  /** Once it is in the shop's hands: as what, by whom, when. */
  how: z.enum(['printed', 'by-hand']).nullable(),
  collectedBy: z.string(),
  collectedAt: isoTime.nullable(),
  batch: z.string(),
  handedOn: z.string(),
  /** Who answers for it where nobody signed, and why; empty otherwise. */
  writtenOffBy: z.string(),
  reason: z.string(),
});
export type HandwrittenView = z.infer<typeof handwrittenView>;

export const byHandLine = z.object({ label: z.string(), value: z.string() });

export const strayView = z.object({
  strayId: id,
  kind: z.enum(['surfaced', 'contradicts', 'foreign']),
  saleId: id.nullable(),
  saleNumber: z.int().nullable(),
  tradeNumber: z.string(),
  amountWon: won,
  ...cardSaid,
  /** What the terminal says of it: a charge that the journal does not count on, or no charge where the journal counts on one. */
  says: z.enum(['approved', 'not-approved']),
  openedAt: isoTime,
  /** How a cancel of it stands; null: none was asked. */
  cancel: z.enum(['under-way', 'unknown', 'not-done']).nullable(),
  trouble: failureCode.nullable(),
  canCancel: z.boolean(),
});
export type StrayView = z.infer<typeof strayView>;

export const evidenceSource = z.enum(['terminal-slip', 'terminal-last-trade', 'van-site', 'van-phone']);

/** What a person read; `tradedAt` YYYYMMDDhhmmss. */
export const verdict = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('approved'), approvalNumber: z.string().max(12), tradedAt: z.string().max(14) }),
  z.object({ verdict: z.literal('not-approved') }),
]);

export const installmentMonths = z.int().min(0).max(99);
