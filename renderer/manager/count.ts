/** A blind count of the drawer, by denomination. Pure. */
export const NOTES_WON = [50_000, 10_000, 5_000, 1_000] as const;
export const COINS_WON = [500, 100, 50, 10] as const;
export const DENOMINATIONS_WON = [...NOTES_WON, ...COINS_WON] as const;
export type Denomination = (typeof DENOMINATIONS_WON)[number];

/** Five digits are more coins than a drawer holds, and within what main takes. */
export const MAX_COUNT = 99_999;

/** Text as typed: an empty field is nothing counted yet. */
export type Count = Readonly<Partial<Record<Denomination, string>>>;

export function countOf(count: Count, value: Denomination): number {
  return Number(count[value] ?? '0');
}

/** Only digits count; more than five are not taken, leading zeros fall away. */
export function withText(count: Count, value: Denomination, text: string): Count {
  const digits = text.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
  return digits.length > String(MAX_COUNT).length ? count : { ...count, [value]: digits };
}

export function stepped(count: Count, value: Denomination, by: -1 | 1): Count {
  const next = Math.min(MAX_COUNT, Math.max(0, countOf(count, value) + by));
  return { ...count, [value]: String(next) };
}

export function countedWon(count: Count): number {
  return DENOMINATIONS_WON.reduce<number>((sum, value) => sum + value * countOf(count, value), 0);
}

/** What main is told: every denomination, counted or not. */
export function countedRows(count: Count): { valueWon: number; count: number }[] {
  return DENOMINATIONS_WON.map((valueWon) => ({ valueWon, count: countOf(count, valueWon) }));
}

export function nextDenomination(value: Denomination, step: -1 | 1): Denomination | null {
  return DENOMINATIONS_WON[DENOMINATIONS_WON.indexOf(value) + step] ?? null;
}
