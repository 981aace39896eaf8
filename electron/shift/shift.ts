/** The day: open with a float, close with a blind count; the difference is recorded, never corrected (rules of the counter, §9). */
import type { Denomination, JournalEntry, ShiftClose, ShiftOpenCases } from '../../domain/journal-entry.ts';
import { isReason } from '../../domain/people/reasons.ts';
import { exceedsDifferenceLimit } from '../../domain/shift.ts';
import { isWon, sumWon } from '../../domain/won.ts';
import { remindOfOwed } from '../cash-receipt/owed.ts';
import type { Counter } from '../counter.ts';
import { abandonedSale, append, entry } from '../counter.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Approvals, Permission } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { Prints } from '../slips/prints.ts';

/** Notes and coins in circulation. */
export const DENOMINATIONS_WON: readonly number[] = [50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10];
/** A float above this is a slip of the finger. */
const MAX_FLOAT_WON = 100_000_000;

export type Shift = {
  readonly open: (floatWon: number) => Promise<Result<null>>;
  /** A difference above the limit takes the right to close over it or an approval, and a reason. */
  readonly close: (counted: readonly Denomination[], given: Permission) => Promise<Result<ShiftClose & { closedAt: string }>>;
};

type ShiftParts = {
  readonly prints: Prints;
  readonly approvals: Approvals;
  /** The checkout's own: no sale begins between the look at the drawer and the end of the shift. */
  readonly exclusive: OneAtATime;
  readonly cases: () => Omit<ShiftOpenCases, 'cashReceiptsUnsent' | 'cashReceiptsUnsentWon' | 'printsUnsettled'>;
};

export function createShift(counter: Counter, { prints, approvals, exclusive, cases }: ShiftParts): Shift {
  const { memory, journal } = counter;

  async function open(floatWon: number): Promise<Result<null>> {
    if (memory.signedIn === null) return refuse('people.not-signed-in');
    if (memory.shift !== null) return refuse('shift.already-open');
    if (!isWon(floatWon) || floatWon < 0 || floatWon > MAX_FLOAT_WON) return refuse('cash.amount-not-won');
    const shiftId = counter.ids.next('d');
    const opened = entry(counter, { kind: 'shift.opened', payload: { shiftId, floatWon } }, null);
    const durable = await append(counter, [opened]);
    if (!durable.ok) return durable;
    // The row's own moment and day: what is read back after a restart is the same.
    memory.shift = { shiftId, openedAt: opened.at, businessDay: opened.businessDay, floatWon, openedBy: memory.signedIn.name };
    memory.lastClose = null;
    counter.changed();
    counter.background(remindOfOwed(counter));
    return DONE;
  }

  async function close(counted: readonly Denomination[], given: Permission): Promise<Result<ShiftClose & { closedAt: string }>> {
    const { shift, signedIn } = memory;
    if (signedIn === null) return refuse('people.not-signed-in');
    if (shift === null) return refuse('shift.not-open');
    if (saleIsOpen(counter)) return refuse('shift.sale-open');
    // What waits for evidence of its charge waits on, named; goods put aside are sold or given back first.
    const aside = memory.held.filter((held) => held.tendered === undefined).length;
    if (aside > 0) return refuse('shift.sale-held', String(aside));
    if (!isCount(counted)) return refuse('shift.count-invalid');
    const totals = await journal.shiftTotals(shift.shiftId);
    const unsent = await journal.unsentCashReceipts();
    const countedWon = sumWon(counted.map((row) => row.valueWon * row.count));
    const expectedWon = sumWon([shift.floatWon, totals.cashSalesWon, -totals.cashRefundsWon]);
    const result: ShiftClose = {
      shiftId: shift.shiftId,
      zNumber: memory.nextZNumber,
      floatWon: shift.floatWon,
      cashSalesWon: totals.cashSalesWon,
      cashRefundsWon: totals.cashRefundsWon,
      saleCount: totals.saleCount,
      expectedWon,
      countedWon,
      differenceWon: countedWon - expectedWon,
      counted: counted.filter((row) => row.count > 0),
      openCases: { cashReceiptsUnsent: unsent.count, cashReceiptsUnsentWon: unsent.amountWon, printsUnsettled: prints.unsettled().length, ...cases() },
    };
    const allowed = await mayCloseOver(counter, approvals, result, given);
    if (!allowed.ok) return allowed;
    const row = entry(counter, { kind: 'shift.closed', payload: result }, null);
    const durable = await append(counter, [...allowed.value, ...emptyBasket(counter), row]);
    if (!durable.ok) return durable;
    const closed = { ...result, closedAt: row.at };
    memory.shift = null;
    memory.sale = null;
    memory.draft = null;
    memory.lastSale = null;
    memory.nextZNumber += 1;
    memory.lastClose = closed;
    counter.changed();
    counter.background(remindOfOwed(counter));
    return ok(closed);
  }

  return { open: (floatWon) => exclusive(() => open(floatWon)), close: (counted, given) => exclusive(() => close(counted, given)) };
}

/**
 * What it takes to close over this difference: nothing within the limit, else a reason and the right or an approval. The count that was
 * made blind is written down before anybody is told how far off it is: a second one that fits better does not take its place unseen.
 */
async function mayCloseOver(counter: Counter, approvals: Approvals, { shiftId, countedWon, expectedWon, differenceWon }: ShiftClose, { reason, approvalId }: Permission): Promise<Result<readonly JournalEntry[]>> {
  if (!exceedsDifferenceLimit(differenceWon, counter.settings.shift.differenceLimitWon)) return ok([]);
  if (reason === null) {
    const durable = await append(counter, [entry(counter, { kind: 'shift.counted', payload: { shiftId, countedWon, expectedWon, differenceWon } }, null)]);
    if (!durable.ok) return durable;
  }
  if (reason === null || !isReason('close-over-difference', reason)) return refuse('people.reason-needed', `close-over-difference ${differenceWon}`);
  const allowed = await approvals.check({ act: 'close-over-difference', saleId: null, amountWon: differenceWon, reason }, approvalId);
  return allowed.ok ? ok(allowed.value.rows) : allowed;
}

/** A basket with goods in it, or a paid sale whose questions are not answered yet, keeps the shift open. */
export function saleIsOpen(counter: Counter): boolean {
  const { sale } = counter.memory;
  if (sale === null) return false;
  if (sale.stage === 'basket') return sale.cart.lines.length > 0 || sale.tried !== undefined || sale.exchange !== undefined;
  return sale.stage !== 'done' && sale.stage !== 'abandoned';
}

/** A basket whose goods were all taken out again ends with its shift: left open, the next shift's goods would be rung up into this one. */
function emptyBasket(counter: Counter): JournalEntry[] {
  const { sale } = counter.memory;
  return sale?.stage === 'basket' ? [abandonedSale(counter, sale)] : [];
}

function isCount(counted: readonly Denomination[]): boolean {
  const values = counted.map((row) => row.valueWon);
  return new Set(values).size === values.length && values.every((value) => DENOMINATIONS_WON.includes(value));
}
