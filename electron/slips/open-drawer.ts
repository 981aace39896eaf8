/** The drawer without a sale: by right or with an approval, never without a reason, and durable with the name of whoever asked before it opens. */
import { isReason } from '../../domain/people/reasons.ts';
import type { Counter } from '../counter.ts';
import type { Approvals, Permission } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { Prints } from './prints.ts';

type Use = { readonly counter: Counter; readonly approvals: Approvals; readonly prints: Pick<Prints, 'openDrawer'> };

export async function openDrawer({ counter, approvals, prints }: Use, { reason, approvalId }: Permission): Promise<Result<null>> {
  if (counter.memory.signedIn === null) return refuse('people.not-signed-in');
  if (reason === null || !isReason('open-drawer', reason)) return refuse('people.reason-needed', 'open-drawer');
  const allowed = await approvals.check({ act: 'open-drawer', saleId: null, amountWon: null, reason }, approvalId);
  return allowed.ok ? prints.openDrawer('drawer', allowed.value.rows) : allowed;
}
