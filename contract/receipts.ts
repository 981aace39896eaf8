/** What the windows draw of a cash receipt: its number while it is typed, how it stands, and what is known of it at the card terminal. */
import { z } from 'zod';
import { liveTradeView } from './cards.ts';
import { failureCode, form, id, isoTime, purpose, receiptForm, won } from './primitives.ts';

export const cashReceiptStateName = z.enum(['queued', 'requested', 'unknown', 'issued', 'confirmed', 'rejected', 'failed', 'partly-cancelled', 'cancelled']);

/** One that the card terminal issues. */
export const receiptAtTerminal = z.object({
  tradeNumber: z.string(),
  /** Its trade at the terminal now. */
  live: liveTradeView.nullable(),
  /** What is at the terminal before it: it is not asked yet. */
  behind: liveTradeView.nullable(),
  /** Nobody knows whether it was issued: what is known of it. */
  unknown: z
    .object({
      reason: z.string(),
      detail: z.string(),
      inquiries: z.int(),
      canInquire: z.boolean(),
      lastInquiry: z.string().nullable(),
      /** What an answer said that proves nothing. */
      claimed: z.object({ approvalNumber: z.string(), maskedNumber: z.string() }).nullable(),
    })
    .nullable(),
});
export type ReceiptAtTerminal = z.infer<typeof receiptAtTerminal>;

export const cashReceiptView = z.object({
  cashReceiptId: id,
  state: cashReceiptStateName,
  purpose,
  form: receiptForm,
  /** `010-****-5678`: the only form of the number a view carries once it was submitted. Empty while nobody but the terminal knows it. */
  identifierMasked: z.string(),
  totalWon: won,
  approvalNumber: z.string().nullable(),
  createdAt: isoTime,
  deadlineAt: isoTime.nullable(),
  /** What to tell the cashier of it; null: nothing is wrong. */
  failure: z.object({ code: failureCode, gatewayCode: z.int().nullable(), message: z.string() }).nullable(),
  /** Null: the gateway registers it. */
  terminal: receiptAtTerminal.nullable(),
});
export type CashReceiptView = z.infer<typeof cashReceiptView>;

/** Which way cash receipts go. Through the terminal only where there is one. */
export const receiptWay = z.enum(['gateway', 'terminal']);

/** Which way the shop's cash receipts go, and who takes the number. */
export const receiptOfferView = z.object({
  way: receiptWay,
  /** `terminal`: the customer keys it there, and nowhere else. Of the terminal's way only. */
  number: z.enum(['counter-or-terminal', 'terminal']),
  /** The gateway is set up: what the terminal did not issue can go that way. */
  gateway: z.boolean(),
});
export type ReceiptOfferView = z.infer<typeof receiptOfferView>;

/** Which way this one is to go: what the terminal did not issue can go through the gateway all the same, where there is one. */
export const wantedWay = z.enum(['as-set', 'gateway']);

/** A number being typed for a cash receipt, by whom, and whether it is being read back. Shown on both displays. */
export const receiptDraft = z.object({
  saleId: id,
  saleNumber: z.int(),
  totalWon: won,
  typedBy: z.enum(['cashier', 'customer']),
  /** Since when it is that one's to type. */
  since: isoTime,
  purpose,
  form,
  digits: z.string(),
  way: wantedWay,
  /** The receipt it is to take the place of; null for the first of a sale. */
  corrects: id.nullable(),
  /** `confirmed`: the customer said on her display that it is right, and somebody at the counter goes on. */
  stage: z.enum(['typing', 'read-back', 'confirmed']),
  /** The signature pad that asks the customer for it, or why it does not any more; null: it is typed on a screen. */
  pad: z.discriminatedUnion('state', [z.object({ state: z.literal('asking'), askId: id }), z.object({ state: z.literal('ended'), why: failureCode })]).nullable(),
  /** Why the number cannot stand as typed; `identifier.incomplete` while it is merely unfinished; null = complete and good. */
  refusal: failureCode.nullable(),
});
export type ReceiptDraft = z.infer<typeof receiptDraft>;
