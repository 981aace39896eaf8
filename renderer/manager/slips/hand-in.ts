/** What is typed when slips are handed to the agency, before main judges it again. */
import type { HandwrittenView } from '../../../contract/cards.ts';
import { seoulDay } from '../../../domain/seoul-time.ts';

export const MAX_BATCH_CHARS = 60;

export type DayProblem = { readonly kind: 'no-day' } | { readonly kind: 'before-signed'; readonly day: string };

/** `2026-11-28`, a real day, and not before the last of them was signed; null: it can stand. */
export function dayProblem(text: string, slips: readonly Pick<HandwrittenView, 'collectedAt'>[]): DayProblem | null {
  const day = text.trim();
  if (!isDay(day)) return { kind: 'no-day' };
  const signed = slips.flatMap(({ collectedAt }) => (collectedAt === null ? [] : [seoulDay(collectedAt)])).toSorted();
  const last = signed.at(-1);
  return last !== undefined && day < last ? { kind: 'before-signed', day: last } : null;
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
