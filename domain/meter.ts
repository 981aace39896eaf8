/** How much work a sale is: presses and time, as middle and slow end, by day and by person. Pure. */

export type Measured = {
  /** Business day. */
  readonly day: string;
  readonly person: string;
  /** Keys and touches after the last item until the money was taken. */
  readonly sinceLastItem: number;
  readonly paidAfterMs: number;
  readonly receipt: { readonly presses: number; readonly issuedAfterMs: number } | null;
};

/** Of values that were measured, never between two of them. Null for none. */
export type Spread = { readonly count: number; readonly median: number; readonly p90: number } | null;

export type MeterRow = { readonly sales: number; readonly presses: Spread; readonly paidMs: Spread; readonly receiptPresses: Spread; readonly receiptMs: Spread };

/** Nearest rank: the smallest value that at least this share of all do not exceed. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const median = at(0.5);
  const p90 = at(0.9);
  return median === undefined || p90 === undefined ? null : { count: sorted.length, median, p90 };
}

export function meterRow(measured: readonly Measured[]): MeterRow {
  const receipts = measured.flatMap(({ receipt }) => (receipt === null ? [] : [receipt]));
  return {
    sales: measured.length,
    presses: spreadOf(measured.map(({ sinceLastItem }) => sinceLastItem)),
    paidMs: spreadOf(measured.map(({ paidAfterMs }) => paidAfterMs)),
    receiptPresses: spreadOf(receipts.map(({ presses }) => presses)),
    receiptMs: spreadOf(receipts.map(({ issuedAfterMs }) => issuedAfterMs)),
  };
}

/** The last `count` calendar days up to and with `today`, oldest first. */
export function lastDays(today: string, count: number): readonly string[] {
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}

const DAY_MS = 24 * 60 * 60_000;

export type MeterReport = {
  readonly today: MeterRow;
  readonly days: readonly (MeterRow & { readonly day: string })[];
  readonly people: readonly (MeterRow & { readonly name: string })[];
};

export function meterReport(measured: readonly Measured[], today: string, dayCount: number): MeterReport {
  const days = lastDays(today, dayCount);
  const inDays = measured.filter(({ day }) => days.includes(day));
  const byDay = Map.groupBy(inDays, ({ day }) => day);
  const people = [...Map.groupBy(inDays, ({ person }) => person)].map(([name, theirs]) => ({ name, ...meterRow(theirs) }));
  return {
    today: meterRow(byDay.get(today) ?? []),
    days: days.map((day) => ({ day, ...meterRow(byDay.get(day) ?? []) })),
    people: people.toSorted((a, b) => b.sales - a.sales || (a.name < b.name ? -1 : 1)),
  };
}
