/**
 * An approval: somebody with the right lets somebody do one thing, once, now.
 *
 *   granted ──used──▶ used
 *      └── two minutes ──▶ expired (nothing marks it: the clock says so)
 *
 * It is bound to the act, the sale, the amount, the reason, the change that was asked for and whoever asked. What differs in any of them was not approved.
 * Pure and total; where approvals are kept, and how one is known to be genuine, is electron/people/approvals.ts.
 */
import type { Actor } from '../people.ts';
import type { PrintingChange } from './printing-change.ts';
import type { Act, Rights } from './rights.ts';
import { mayDo } from './rights.ts';

/** What was on the screen when it was approved. */
export type ApprovalContent = {
  readonly act: Act;
  /** Null where the act belongs to no sale. */
  readonly saleId: string | null;
  /** Null where the act has no amount. */
  readonly amountWon: number | null;
  readonly reason: string | null;
  /** What is to be otherwise; left out where sale and amount say it. */
  readonly change?: PrintingChange | undefined;
};

export type Approval = {
  readonly approvalId: string;
  readonly content: ApprovalContent;
  readonly requester: Actor;
  readonly approver: Actor;
  /** The requester approved herself, because there is nobody else to ask. */
  readonly alone: boolean;
  readonly grantedAtMs: number;
  readonly state: 'granted' | 'used';
};

/** Long enough to see the act through, too short to be kept for another. */
export const APPROVAL_VALID_MS = 120_000;

export type GrantRefusal = 'forbidden' | 'same-person';
export type SpendRefusal = 'expired' | 'used' | 'other-content';

/** `alone`: the shop is set to one person, or nobody else in it has this right. */
export type GrantRules = { readonly rights: Rights; readonly alone: boolean };
export type Grant = Omit<Approval, 'state' | 'alone'>;
export type Granted = { readonly ok: true; readonly approval: Approval } | { readonly ok: false; readonly refusal: GrantRefusal };

export function grantApproval({ rights, alone }: GrantRules, grant: Grant): Granted {
  const { approver, requester, content } = grant;
  if (!mayDo(rights, approver, content.act)) return { ok: false, refusal: 'forbidden' };
  const samePerson = approver.userId === requester.userId;
  if (samePerson && !alone) return { ok: false, refusal: 'same-person' };
  return { ok: true, approval: { ...grant, alone: samePerson, state: 'granted' } };
}

export type Spent = { readonly ok: true; readonly approval: Approval } | { readonly ok: false; readonly approval: Approval; readonly refusal: SpendRefusal };

/** Refused: the approval is as it was. One that is refused for another amount may still be used for its own. */
export function spendApproval(approval: Approval, asked: { readonly content: ApprovalContent; readonly requester: Actor; readonly atMs: number }): Spent {
  const refuse = (refusal: SpendRefusal): Spent => ({ ok: false, approval, refusal });
  if (!isSameContent(approval.content, asked.content) || approval.requester.userId !== asked.requester.userId) return refuse('other-content');
  if (approval.state === 'used') return refuse('used');
  if (hasExpired(approval, asked.atMs)) return refuse('expired');
  return { ok: true, approval: { ...approval, state: 'used' } };
}

/** A clock that was put back does not make an approval young again. */
export function hasExpired({ grantedAtMs }: Approval, atMs: number): boolean {
  return atMs < grantedAtMs || atMs - grantedAtMs >= APPROVAL_VALID_MS;
}

function isSameContent(a: ApprovalContent, b: ApprovalContent): boolean {
  return a.act === b.act && a.saleId === b.saleId && a.amountWon === b.amountWon && a.reason === b.reason && a.change === b.change;
}
