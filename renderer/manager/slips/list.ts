/** The list of slips as it is walked, marked and acted on. */
import type { HandwrittenView } from '../../../contract/cards.ts';
import { sumWon } from '../../../domain/won.ts';

/** The steps of a slip's way; each has one act. */
export const SLIP_TABS = ['to-sign', 'to-hand-in', 'ended'] as const;
export type SlipTab = (typeof SLIP_TABS)[number];

/** As many as one call hands in. */
export const MAX_MARKED = 200;

export type Slips = { readonly open: readonly HandwrittenView[]; readonly ended: readonly HandwrittenView[] };

export function tabOf({ state }: HandwrittenView): SlipTab {
  if (state === 'collected') return 'to-hand-in';
  return state === 'handed-over' || state === 'not-needed' || state === 'written-off' ? 'ended' : 'to-sign';
}

export function rowsOf(tab: SlipTab, slips: Slips): readonly HandwrittenView[] {
  return tab === 'ended' ? slips.ended : slips.open.filter((slip) => tabOf(slip) === tab);
}

/** The tab beside this one; the last is followed by the first. */
export function tabBeside(tab: SlipTab, by: -1 | 1): SlipTab {
  const at = SLIP_TABS.indexOf(tab) + by;
  return SLIP_TABS[(at + SLIP_TABS.length) % SLIP_TABS.length] ?? tab;
}

/** Whether its step can be recorded now: not while it prints, and not once it is over. */
export function isReady({ state }: HandwrittenView): boolean {
  return state === 'printed' || state === 'not-printed' || state === 'collected';
}

/** Where the list stands: a slip, and its place for when it is gone from the list. */
export type Place = { readonly slipId: string; readonly index: number };

/** The slip at that place; the one that took its place once it is gone; null in an empty list. */
export function slipAt(rows: readonly HandwrittenView[], place: Place | null): HandwrittenView | null {
  if (place === null) return rows[0] ?? null;
  return rows.find(({ slipId }) => slipId === place.slipId) ?? rows[Math.min(place.index, rows.length - 1)] ?? null;
}

export function placeOf(rows: readonly HandwrittenView[], slipId: string): Place {
  return { slipId, index: Math.max(0, rows.findIndex((row) => row.slipId === slipId)) };
}

/** Some rows further, and never beyond the ends. */
export function walked(rows: readonly HandwrittenView[], place: Place | null, by: number): Place | null {
  const now = slipAt(rows, place);
  if (now === null) return null;
  const next = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(now) + by))];
  return next === undefined ? null : placeOf(rows, next.slipId);
}

export type Marks = ReadonlySet<string>;

/** One more or one less; one that is not ready is not marked, and no more than one call takes. */
export function withMark(marks: Marks, slip: HandwrittenView): Marks {
  const next = new Set(marks);
  if (next.delete(slip.slipId)) return next;
  return isReady(slip) && next.size < MAX_MARKED ? next.add(slip.slipId) : marks;
}

/** All that are ready, oldest first, or none where all are marked already. */
export function allOrNone(rows: readonly HandwrittenView[], marks: Marks): Marks {
  const all = rows.filter(isReady).slice(0, MAX_MARKED);
  return all.every(({ slipId }) => marks.has(slipId)) ? new Set() : new Set(all.map(({ slipId }) => slipId));
}

/** What the act is for: those marked, else the one the list stands at. */
export function meant(rows: readonly HandwrittenView[], marks: Marks, place: Place | null): readonly HandwrittenView[] {
  const marked = rows.filter((slip) => marks.has(slip.slipId) && isReady(slip));
  if (marked.length > 0) return marked;
  const slip = slipAt(rows, place);
  return slip !== null && isReady(slip) ? [slip] : [];
}

export function wonOf(slips: readonly HandwrittenView[]): number {
  return sumWon(slips.map(({ chargedWon }) => chargedWon));
}

type Ended = { readonly slipId: string; readonly lastSeq: number };

/** News in front of what was loaded before. An ended slip does not change any more. */
export function mergedEnded<S extends Ended>(fresh: readonly S[], before: readonly S[]): readonly S[] {
  const oldest = fresh.at(-1)?.lastSeq ?? Number.POSITIVE_INFINITY;
  return [...fresh, ...before.filter(({ lastSeq }) => lastSeq < oldest)];
}

/** Rows drawn at first, and more at a time. */
const DRAWN_ROWS = 60;
/** Rows that are there before the hand comes to them. */
const ROWS_AHEAD = 20;

/** How many rows are drawn: as many as were asked for, and always those around the place. */
export function drawnRows(rows: readonly HandwrittenView[], slip: HandwrittenView | null, pages: number): number {
  const at = slip === null ? 0 : rows.indexOf(slip);
  return Math.min(rows.length, Math.max(pages * DRAWN_ROWS, at + ROWS_AHEAD));
}
