/** What the window counts of a sale: keys, touches and time. For the manager's eye alone; no sale waits for it or hangs on it. */
import { z } from 'zod';
import { MAX_COUNTED, MAX_TIMED_MS } from './limits.ts';
import { businessDay, id } from './primitives.ts';

const count = z.int().min(0).max(MAX_COUNTED);
const took = z.int().min(0).max(MAX_TIMED_MS);

export const meterSample = z.object({
  saleId: id,
  /** To the moment the money was taken: since the last scan (or product key), and in all. Touches count like keys. */
  sinceLastItem: count,
  untilPaid: count,
  paidAfterMs: took,
  /** From the question of the cash receipt to its being issued; null when it was not issued there and then. */
  receipt: z.object({ presses: count, issuedAfterMs: took }).nullable(),
});
export type MeterSample = z.infer<typeof meterSample>;

/** Middle and slow end of what was measured; null where nothing was. */
export const spread = z.object({ count: z.int().min(1), median: z.number(), p90: z.number() }).nullable();
export type SpreadView = z.infer<typeof spread>;

export const meterRow = z.object({ sales: z.int(), presses: spread, paidMs: spread, receiptPresses: spread, receiptMs: spread });
export type MeterRowView = z.infer<typeof meterRow>;

export const meterReport = z.object({
  today: meterRow,
  /** Oldest first; days without a sale are there, and empty. */
  days: z.array(meterRow.extend({ day: businessDay })),
  /** Of the same days, by whoever was signed in; most sales first. */
  people: z.array(meterRow.extend({ name: z.string() })),
});
export type MeterReportView = z.infer<typeof meterReport>;
