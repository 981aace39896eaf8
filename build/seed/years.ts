/** Years of sales, told from a seed and written in one go. */
import { PRACTICE_SETTINGS } from '../../electron/settings.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { type Carried, tellDay } from './day-story.ts';
import { shelf } from './goods.ts';
import { planDays } from './plan.ts';
import { type Random, seeded } from './random.ts';
import type { Years } from './telling.ts';

export type YearsOptions = {
  readonly sales: number;
  readonly years: number;
  /** `YYYY-MM-DD`: the day sold last. */
  readonly lastDay: string;
  readonly seed: number;
  readonly seal: (digits: string) => string;
};

const FIRST_CARD_APPROVAL = 30_000_000;

/** The entries of one act after the other; `sales`: how many sales they have begun so far. */
export function* tellYears({ sales, years, lastDay, seed, seal }: YearsOptions): Generator<{ readonly entries: readonly JournalEntry[]; readonly sales: number }> {
  const random = seeded(seed);
  const days = planDays({ sales, years, lastDay }, random);
  const firstMs = Date.parse(days[0]?.businessDay ?? lastDay);
  let [approvals, cardApprovals, refunds] = [0, FIRST_CARD_APPROVAL, 0];
  const told: Years = { random, shop: PRACTICE_SETTINGS.shop, seal, take: shelf(), id: idsInOrder(random), approval: () => `TB${String((approvals += 1)).padStart(7, '0')}`, cardApproval: () => String((cardApprovals += 1)), refundNumber: () => (refunds += 1) };
  const carried: Carried = { saleNumber: 0, zNumber: 0, receipts: [] };
  for (const day of days) {
    if (day.sales === 0) continue;
    const year = Math.floor((Date.parse(day.businessDay) - firstMs) / (365.25 * 86_400_000));
    for (const entries of tellDay(told, { ...day, year }, carried)) yield { entries, sales: carried.saleNumber };
  }
}

/** As long as real ones, and in the order of time, so that a file of years grows at its end. */
function idsInOrder(random: Random): (prefix: string) => string {
  let count = 0;
  const hex = (digits: number) => Math.floor(random.next() * 16 ** digits).toString(16).padStart(digits, '0');
  return (prefix) => {
    count += 1;
    const time = count.toString(16).padStart(12, '0');
    return `${prefix}-${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${hex(4)}-${hex(12)}`;
  };
}
