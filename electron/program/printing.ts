/** Who gets paper is not changed in passing: other copies, or no printer at all, take the right to it or an approval, and a reason (rules of the counter, §6). */
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { isReason } from '../../domain/people/reasons.ts';
import type { Permission } from '../people/approvals.ts';
import type { Refusal, Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Settings } from '../settings.ts';
import { NONE } from '../settings.ts';
import type { PlaceApp } from '../shell-port.ts';

/** A printer that is put where there was none takes nothing from anybody. */
function changesPrinting(before: Settings, after: Settings): boolean {
  const { slip, printer } = after;
  return slip.copies !== before.slip.copies || slip.use !== before.slip.use || (printer.address === NONE && before.printer.address !== NONE);
}

/** Said before anything is laid on the disk. */
export function needsPrintingReason(before: Settings, after: Settings, { reason }: Permission): Refusal | null {
  const said = reason !== null && isReason('printing-off', reason);
  return said || !changesPrinting(before, after) ? null : refuse('people.reason-needed', 'printing-off');
}

/** Answers the rows that belong into the append of the change. */
export async function mayChangePrinting(app: PlaceApp, { before, after }: { readonly before: Settings; readonly after: Settings }, { reason, approvalId }: Permission): Promise<Result<readonly JournalEntry[]>> {
  if (!changesPrinting(before, after)) return ok([]);
  const allowed = await app.allow({ act: 'printing-off', saleId: null, amountWon: null, reason }, approvalId);
  return allowed.ok ? ok(allowed.value.rows) : allowed;
}
