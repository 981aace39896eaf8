/** One day at the counter: opened, sold, counted and closed; and in the morning what became of yesterday's receipts. */
import { cashWonOf } from '../../domain/checkout/payment.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import type { PlannedDay } from './plan.ts';
import { type Random, weighted } from './random.ts';
import { tellSale } from './sale-story.ts';
import type { EntryBody } from '../../domain/journal-entry.ts';
import { issued, MANAGER, type Receipt, receiptEntry, type Years } from './telling.ts';

/** What one day hands on to the next. */
export type Carried = { saleNumber: number; zNumber: number; receipts: readonly Receipt[] };

export type Day = PlannedDay & { /** Years since the first day. */ readonly year: number };

const CASHIERS: readonly Actor[] = [
  { userId: 'practice-cashier', name: '김', role: 'cashier' },
  { userId: 'seed-cashier-2', name: '직원 2', role: 'cashier' },
  { userId: 'seed-cashier-3', name: '직원 3', role: 'cashier' },
];
const FLOAT_WON = 100_000;

const HOUR_MS = 3_600_000;
const OPENS_AT_HOUR = 9;
/** From nine in the morning on, hour by hour: noon, the way home, the evening. */
const HOURS = weighted([30, 45, 60, 110, 120, 70, 60, 65, 90, 130, 120, 80, 40]);

/** Appends of the day in their order; each is one transaction at a real counter, here only their sequence matters. */
export function* tellDay(years: Years, day: Day, carried: Carried): Generator<readonly JournalEntry[]> {
  const { random } = years;
  const opensMs = Date.parse(`${day.businessDay}T00:00:00+09:00`) + OPENS_AT_HOUR * HOUR_MS;
  const actor = random.chance(0.15) ? MANAGER : random.pick(CASHIERS);
  const at = (atMs: number, body: EntryBody, who: Actor | null, saleId: string | null = null): JournalEntry => ({ ...body, at: new Date(atMs).toISOString(), businessDay: day.businessDay, actor: who, saleId });
  const shiftId = years.id('d');
  yield [
    at(opensMs - 400_000, { kind: 'program.started', payload: { version: '0.1.0', mode: 'practice', shell: 'seed' } }, null),
    at(opensMs - 300_000, { kind: 'people.signed-in', payload: { userId: actor.userId } }, actor),
    at(opensMs - 200_000, { kind: 'shift.opened', payload: { shiftId, floatWon: FLOAT_WON } }, actor),
    ...morningReceipts(years, carried.receipts).map(({ saleId, body }, index) => at(opensMs - 190_000 + index * 20, body, null, saleId)),
  ];
  const offline = random.chance(1 / 180);
  const receipts: Receipt[] = [];
  let [cashSalesWon, cashRefundsWon, saleCount, freeMs] = [0, 0, 0, opensMs];
  for (const wishedMs of momentsOf(day.sales, opensMs, random)) {
    carried.saleNumber += 1;
    const story = tellSale(years, { saleNumber: carried.saleNumber, businessDay: day.businessDay, year: day.year, shiftId, actor, atMs: Math.max(wishedMs, freeMs), offline });
    freeMs = story.endedMs + 1_500;
    if (story.receipt !== null) receipts.push(story.receipt);
    if ('payment' in story.state) {
      saleCount += 1;
      cashSalesWon += cashWonOf(story.state.payment);
      cashRefundsWon += story.cashBackWon;
    }
    yield story.entries;
  }
  carried.zNumber += 1;
  carried.receipts = receipts;
  const expectedWon = FLOAT_WON + cashSalesWon - cashRefundsWon;
  const differenceWon = random.chance(0.8) ? 0 : random.between(-50, 30) * 100;
  const unsent = receipts.filter(({ state }) => state.name === 'queued');
  const openCases = { cashReceiptsUnsent: unsent.length, cashReceiptsUnsentWon: 0, printsUnsettled: 0 };
  const close = { shiftId, zNumber: carried.zNumber, floatWon: FLOAT_WON, cashSalesWon, cashRefundsWon, saleCount, expectedWon, countedWon: expectedWon + differenceWon, differenceWon, counted: [], openCases };
  const closesMs = Math.max(freeMs, opensMs + 13 * HOUR_MS) + 300_000;
  yield [at(closesMs, { kind: 'shift.closed', payload: close }, actor), at(closesMs + 60_000, { kind: 'people.signed-out', payload: { userId: actor.userId } }, actor), at(closesMs + 90_000, { kind: 'program.stopped', payload: {} }, null)];
}

function momentsOf(count: number, opensMs: number, random: Random): readonly number[] {
  return Array.from({ length: count }, () => opensMs + HOURS(random) * HOUR_MS + random.between(0, HOUR_MS - 1)).toSorted((a, b) => a - b);
}

/** What waited for the line goes out; of the rest the tax office says, a day later, that it has them, and once in a while that it has not. */
function morningReceipts(years: Years, receipts: readonly Receipt[]): readonly { readonly saleId: string; readonly body: EntryBody }[] {
  return receipts.flatMap((receipt) => {
    const { saleId, state } = receipt;
    const row = (event: Parameters<typeof receiptEntry>[1]) => ({ saleId, body: receiptEntry(receipt, event) });
    if (state.name === 'queued') return [row({ type: 'sending', tradeDt: seoulCompact(receipt.paidAt) }), row(issued(years, receipt.paidAt))];
    if (state.name !== 'issued') return [];
    return [row(years.random.chance(0.002) ? { type: 'nts-rejected', ntsCode: '5100', ntsMessage: '식별번호 오류' } : { type: 'nts-confirmed' })];
  });
}
