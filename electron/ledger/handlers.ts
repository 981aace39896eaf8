/** Calls of whoever looks over what others did: slips printed again, cancels of cash receipts that are not through, and what was counted in the drawer. */
import type { CallName } from '../../contract/calls.ts';
import { DAY_MS } from '../../domain/seoul-time.ts';
import { mayDo } from '../../domain/people/rights.ts';
import type { LedgerTime } from '../../db/journal.ts';
import type { Counter } from '../counter.ts';
import { printRow } from '../history/print-rows.ts';
import type { Refunds } from '../refund/refunds.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { HandlersOf } from '../router.ts';
import { waitingCancels } from './waiting-cancels.ts';

export type LedgerUseCases = { readonly counter: Counter; readonly refunds: Pick<Refunds, 'open'> };

/** Longer is nobody's look over a counter: what lies further back is found sale by sale. */
const MAX_DAYS = 31;
/** More than ten a day in all of them. */
const MAX_COUNTS = 400;

export function ledgerHandlers({ counter, refunds }: LedgerUseCases): HandlersOf<Extract<CallName, `ledger.${string}`>> {
  const { journal, memory } = counter;
  const allowed = () => memory.signedIn !== null && mayDo(memory.rules.rights, memory.signedIn, 'reports');
  return {
    'ledger.people': async ({ from, to }) => {
      if (!allowed()) return refuse('people.approval-needed', 'reports');
      const time = timeOf(from, to);
      return time.ok ? ok({ people: [...(await journal.printSums(time.value))] }) : time;
    },
    'ledger.prints': async ({ from, to, beforeSeq, limit, ...page }) => {
      if (!allowed()) return refuse('people.approval-needed', 'reports');
      const time = timeOf(from, to);
      if (!time.ok) return time;
      // One more than asked for tells whether there is more.
      const found = await journal.printLedger({ ...time.value, ...page, limit: limit + 1, ...(beforeSeq === null ? {} : { beforeSeq }) });
      const rows = found.slice(0, limit).map((record) => ({ ...printRow(record), seq: record.seq, saleId: record.saleId, saleNumber: record.saleNumber }));
      return ok({ rows, nextBefore: found.length > limit ? (rows.at(-1)?.seq ?? null) : null });
    },
    'ledger.counts': async ({ from, to }) => {
      if (!allowed()) return refuse('people.approval-needed', 'reports');
      const time = timeOf(from, to);
      if (!time.ok) return time;
      const found = await journal.drawerCounts({ ...time.value, limit: MAX_COUNTS + 1 });
      return ok({ rows: found.slice(0, MAX_COUNTS), more: found.length > MAX_COUNTS });
    },
    'ledger.cancels': async () => (allowed() ? ok(await waitingCancels(counter, refunds)) : refuse('people.approval-needed', 'reports')),
  };
}

/** From the first moment of one day to the last of another, in Seoul. */
function timeOf(from: string, to: string): Result<LedgerTime> {
  const [fromMs, toMs] = [from, to].map((day) => Date.parse(`${day}T00:00:00+09:00`));
  if (fromMs === undefined || toMs === undefined || Number.isNaN(fromMs) || Number.isNaN(toMs)) return refuse('bridge.bad-request', 'no such day');
  const beforeMs = toMs + DAY_MS;
  if (beforeMs <= fromMs || beforeMs - fromMs > MAX_DAYS * DAY_MS) return refuse('bridge.bad-request', `at most ${MAX_DAYS} days`);
  return ok({ from: new Date(fromMs).toISOString(), before: new Date(beforeMs).toISOString() });
}
