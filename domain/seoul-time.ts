/**
 * Times as the shop reads them. The journal keeps UTC; paper, screens and the tax office speak Asia/Seoul, which is UTC+9
 * with no summer time since 1988: one addition, no time-zone tables, and the same answer on every machine.
 */
const SEOUL_OFFSET_MS = 9 * 60 * 60 * 1000;
export const DAY_MS = 24 * 60 * 60 * 1000;

const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** ISO 8601 UTC → epoch milliseconds. A RangeError when the text names no moment: the caller's bug. */
export function epochMsOf(iso: string): number {
  const epochMs = ISO_UTC.test(iso) ? Date.parse(iso) : Number.NaN;
  // Date.parse turns 31 February into 3 March; a moment that does not read back as itself is refused.
  if (!Number.isFinite(epochMs) || new Date(epochMs).toISOString().slice(0, 19) !== iso.slice(0, 19)) {
    throw new RangeError(`not a moment in ISO 8601 UTC: ${iso}`);
  }
  return epochMs;
}

/** `2026-03-02T05:04:09Z` → `2026-03-02 14:04:09`. */
export function seoulDateTime(iso: string): string {
  return seoulIso(iso).slice(0, 19).replace('T', ' ');
}

/** `YYYY-MM-DD`: the day it is in Seoul at that moment. */
export function seoulDay(iso: string): string {
  return seoulIso(iso).slice(0, 10);
}

/** `14:04`: the time of day in Seoul, to the minute. */
export function seoulTime(iso: string): string {
  return seoulIso(iso).slice(11, 16);
}

/** `yyyyMMddHHmmss`, as gateways write it. */
export function seoulCompact(iso: string): string {
  return seoulIso(iso).slice(0, 19).replaceAll(/[-:T]/g, '');
}

/** `YYYY-MM-DD` in Seoul → the last millisecond of that day, ISO 8601 UTC. */
export function endOfSeoulDay(day: string): string {
  return new Date(startOfSeoulDayMs(day) + DAY_MS - 1).toISOString();
}

/** Days from one Seoul day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfSeoulDayMs(to) - startOfSeoulDayMs(from)) / DAY_MS);
}

function startOfSeoulDayMs(day: string): number {
  if (!DAY.test(day)) throw new RangeError(`not a day: ${day}`);
  return epochMsOf(`${day}T00:00:00Z`) - SEOUL_OFFSET_MS;
}

function seoulIso(iso: string): string {
  return new Date(epochMsOf(iso) + SEOUL_OFFSET_MS).toISOString();
}
