/** What a manager looks over: slips printed again, by whom and by whose leave; cancels of cash receipts that are not through; and what was counted in the drawer. */
import { z } from 'zod';
import { businessDay, id, isoTime, person, won } from './primitives.ts';
import { printRow } from './prints.ts';
import { receiptCancelReason, refundKind } from './refund.ts';

/** By the clock on the wall, both days included. */
const days = { from: businessDay, to: businessDay };

export const ledgerRequests = {
  people: z.object(days),
  counts: z.object(days),
  prints: z.object({ ...days, kept: z.enum(['again', 'in-doubt', 'all']), /** Null: everyone's. */ userId: id.nullable(), beforeSeq: z.int().min(1).nullable(), limit: z.int().min(1).max(100) }),
} as const;

/** `userId` null: the customer asked, or the program. */
export const ledgerPerson = z.object({ userId: id.nullable(), name: z.string(), slips: z.int(), again: z.int(), inDoubt: z.int() });
export type LedgerPerson = z.infer<typeof ledgerPerson>;

export const ledgerRow = printRow.extend({ seq: z.int(), saleId: id.nullable(), saleNumber: z.int().nullable() });
export type LedgerRow = z.infer<typeof ledgerRow>;

/** Newest first; `nextBefore`: where the next page begins, null at the end. */
export const ledgerPage = z.object({ rows: z.array(ledgerRow), nextBefore: z.int().nullable() });

/** One that is not through: of which receipt, since when, what it waits for, and what it is part of. */
export const waitingCancel = z.object({
  cancelId: id,
  refundId: id,
  saleId: id,
  saleNumber: z.int(),
  identifierMasked: z.string(),
  amountWon: won,
  reason: receiptCancelReason,
  refundKind,
  since: isoTime,
  /** When it was last tried, or heard of. */
  lastAt: isoTime,
  attempts: z.int(),
  /** `original`: the receipt itself is not issued yet; `terminal`: it is there, or nobody but a person can say what became of it; `failed`: a person has to see to it. */
  waitsFor: z.enum(['original', 'line', 'answer', 'terminal', 'failed']),
  /** Small print: what the gateway said. */
  detail: z.string(),
});
export type WaitingCancelView = z.infer<typeof waitingCancel>;

/** Oldest first. */
export const waitingCancels = z.object({ cancels: z.array(waitingCancel), more: z.boolean() });

/** A close, or a count before it that was too far off. `closedWon`: what its shift was closed with. */
export const drawerCount = z.object({
  seq: z.int(),
  kind: z.enum(['counted', 'closed']),
  at: isoTime,
  /** Of the close its shift ended with; null while it is open. */
  zNumber: z.int().nullable(),
  actor: person.nullable(),
  countedWon: won,
  expectedWon: won,
  differenceWon: won,
  closedWon: won.nullable(),
  /** Null where nothing took a right. */
  allowed: z.enum(['by-right', 'approved']).nullable(),
  reason: z.string().nullable(),
  approver: person.nullable(),
  /** She approved it herself: there was nobody else. */
  alone: z.boolean(),
});
export type DrawerCountView = z.infer<typeof drawerCount>;

/** Newest first. */
export const drawerCounts = z.object({ rows: z.array(drawerCount), more: z.boolean() });
