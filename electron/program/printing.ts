/** Who gets paper is not changed in passing: other copies, or no printer at all, take the right to it or an approval, and a reason (rules of the counter, §6). */
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Printing, PrintingChange } from '../../domain/people/printing-change.ts';
import { printingChange } from '../../domain/people/printing-change.ts';
import { isReason } from '../../domain/people/reasons.ts';
import type { Permission } from '../people/approvals.ts';
import type { Refusal, Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Settings } from '../settings.ts';
import { NONE } from '../settings.ts';
import type { PlaceApp } from '../shell-port.ts';

function changeOf(before: Settings, after: Settings): PrintingChange | null {
  const printing = ({ slip, printer }: Settings): Printing => ({ slip, printer: printer.address !== NONE });
  return printingChange(printing(before), printing(after));
}

/** Said before anything is laid on the disk, with the change itself: whoever is asked for a yes is shown it, and the yes is bound to it. */
export function needsPrintingReason(before: Settings, after: Settings, { reason }: Permission): Refusal | null {
  const change = changeOf(before, after);
  const said = reason !== null && isReason('printing-off', reason);
  return said || change === null ? null : refuse('people.reason-needed', `printing-off ${change}`);
}

/** Answers the rows that belong into the append of the change. */
export async function mayChangePrinting(app: PlaceApp, { before, after }: { readonly before: Settings; readonly after: Settings }, { reason, approvalId }: Permission): Promise<Result<readonly JournalEntry[]>> {
  const change = changeOf(before, after);
  if (change === null) return ok([]);
  const allowed = await app.allow({ act: 'printing-off', saleId: null, amountWon: null, reason, change }, approvalId);
  return allowed.ok ? ok(allowed.value.rows) : allowed;
}
