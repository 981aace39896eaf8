/** A sale as it happened, row by row, as it crosses to the windows (domain/history/timeline.ts). */
import { z } from 'zod';
import { TIMELINE_GROUPS, TIMELINE_WHATS, type TimelineWhat } from '../domain/history/timeline.ts';
import { evidenceSource } from './cards.ts';
import { act, reason } from './people.ts';
import { failureCode, id, isoTime, purpose, won } from './primitives.ts';
import { printReason, settlement } from './prints.ts';
import { refundKind } from './refund.ts';

const whats = Object.keys(TIMELINE_WHATS) as [TimelineWhat, ...TimelineWhat[]];

/** Left out: the row says nothing of it. */
export const timelineEntry = z.object({
  seq: z.int(),
  at: isoTime,
  what: z.enum(whats),
  /** Who did it; null: the program by itself. */
  actor: z.string().nullable(),
  /** Who stood for it beside her. */
  approver: z.string().nullable(),
  name: z.string().optional(),
  quantity: z.int().optional(),
  won: won.optional(),
  receivedWon: won.optional(),
  months: z.int().optional(),
  number: z.string().optional(),
  detail: z.string().optional(),
  reason: reason.optional(),
  purpose: purpose.optional(),
  refund: refundKind.optional(),
  act: act.optional(),
  print: printReason.optional(),
  settled: settlement.optional(),
  source: evidenceSource.optional(),
  failure: failureCode.optional(),
  by: z.enum(['customer', 'cashier', 'rule']).optional(),
});
export type TimelineEntryView = z.infer<typeof timelineEntry>;

export const MAX_TIMELINE_PAGE = 200;

export const timelineRequest = z.object({
  saleId: id,
  /** Only this part of the tale; null: all of it. */
  group: z.enum(TIMELINE_GROUPS).nullable(),
  /** Entries before this page. */
  skip: z.int().min(0).max(100_000),
  limit: z.int().min(1).max(MAX_TIMELINE_PAGE),
});

/** Oldest first. `total` of the group that was asked for; `cut`: the sale has more rows than are read. */
export const timelinePage = z.object({ saleId: id, saleNumber: z.int(), entries: z.array(timelineEntry), total: z.int(), cut: z.boolean() });
export type TimelinePage = z.infer<typeof timelinePage>;
