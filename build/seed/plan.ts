/** How many sales each day has: more at the end of the week, more each year, and in the end exactly as many as were asked for. */
import { DAY_MS } from '../../domain/seoul-time.ts';
import { allocateWon } from '../../domain/won.ts';
import type { Random } from './random.ts';

export type PlannedDay = { readonly businessDay: string; readonly sales: number };

/** Sunday first. */
const WEEK = [112, 84, 88, 92, 96, 124, 138] as const;
/** A shop that is liked grows a little: in hundredths a year. */
const GROWTH = 6;
const DAYS_A_YEAR = 365.25;

/** `lastDay` is in it. Two days a year the shop is closed: they have no sales. */
export function planDays({ sales, years, lastDay }: { readonly sales: number; readonly years: number; readonly lastDay: string }, random: Random): readonly PlannedDay[] {
  const count = Math.max(1, Math.round(years * DAYS_A_YEAR));
  const lastMs = Date.parse(`${lastDay}T00:00:00Z`);
  const days = Array.from({ length: count }, (_, index) => new Date(lastMs - (count - 1 - index) * DAY_MS));
  const weights = days.map((day, index) => {
    // The last day is a day of work: whoever looks at the years begins there.
    if (index < count - 1 && random.chance(2 / DAYS_A_YEAR)) return 0;
    const grown = 100 + Math.floor((index / DAYS_A_YEAR) * GROWTH);
    return (WEEK[day.getUTCDay()] ?? 100) * grown * random.between(85, 115);
  });
  const counts = allocateWon(sales, weights);
  return days.map((day, index) => ({ businessDay: day.toISOString().slice(0, 10), sales: counts[index] ?? 0 }));
}
