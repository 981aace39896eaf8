/**
 * Approvals as the counter keeps them: in memory, for two minutes. What is handed out is a name and a seal over what was approved, made
 * with a key that is drawn at every start and written nowhere. The journal says who approved what for whom, and nothing in it or
 * anywhere else on the disk makes an approval: a row that was copied, or one from before the last start, is refused and recorded.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FailureCode } from '../../domain/failure.ts';
import type { ApprovalRefused, JournalEntry } from '../../domain/journal-entry.ts';
import type { Actor } from '../../domain/people.ts';
import type { Approval, ApprovalContent } from '../../domain/people/approval.ts';
import { grantApproval, spendApproval } from '../../domain/people/approval.ts';
import { mayDoAlone } from '../../domain/people/rights.ts';
import { isAlone } from '../../domain/people/rules.ts';
import type { Counter } from '../counter.ts';
import { append, entry, ifNotWritten } from '../counter.ts';
import type { Refusal, Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Door } from './door.ts';

/** Whose act it is. `rows` belong into the append of the act itself, so that there is no act without them and none of them without the act. */
export type Allowed = {
  readonly actor: Actor;
  /** Null where the actor has the right herself. */
  readonly approver: Actor | null;
  /** Nobody else could be asked: approver and actor are one person. */
  readonly alone: boolean;
  readonly rows: readonly JournalEntry[];
};

/** Asked by a use case when nothing else can refuse what it is about to do to this. */
export type AllowFor<T> = (about: T) => Promise<Result<Allowed>>;

/** Whoever it will be that answers for it: an act is tried with her before anybody is asked. */
export function withTheRight(actor: Actor): Actor {
  return { ...actor, role: 'owner' };
}

/** What comes with a call that may need it; both null at first, and asked for when they do. */
export type Permission = { readonly reason: string | null; readonly approvalId: string | null };
export const NOT_ASKED: Permission = { reason: null, approvalId: null };

export type Approvals = {
  /** The person signed in asks, the one with the PIN answers. Answers what the call is to be made with. */
  readonly approve: (content: ApprovalContent, userId: string, pin: string) => Promise<Result<{ approvalId: string }>>;
  /** Whether the person signed in may do this now, by her own right or with this approval, which is spent by it. Asked last, when nothing else can refuse the act. */
  readonly check: (content: ApprovalContent, approvalId: string | null) => Promise<Result<Allowed>>;
};

/** More at once than there are people who could have asked within two minutes. */
const MAX_KEPT = 100;
/** Drawn from 32 letters: more than the 256 bits the hash can use. */
const KEY_CHARS = 52;
/** 128 bits and a little. */
const SEAL_CHARS = 22;

/** Until then it can still be said that it was used or is too old, and not merely that nobody knows it. */
const FORGET_AFTER_MS = 600_000;

const FAILURES = {
  unknown: 'people.approval-unknown',
  expired: 'people.approval-expired',
  used: 'people.approval-used',
  'other-content': 'people.approval-other-content',
  'same-person': 'people.approval-same-person',
  forbidden: 'people.forbidden',
} as const satisfies Record<ApprovalRefused['refusal'], FailureCode>;

export function createApprovals(counter: Counter, door: Pick<Door, 'prove'>): Approvals {
  const { memory } = counter;
  const key = counter.ids.randomText(KEY_CHARS);
  const kept = new Map<string, Approval>();

  async function approve(content: ApprovalContent, userId: string, pin: string): Promise<Result<{ approvalId: string }>> {
    const requester = memory.signedIn;
    if (requester === null) return refuse('people.not-signed-in');
    const approver = await door.prove(userId, pin);
    if (!approver.ok) return approver;
    const { rules, users } = memory;
    const grant = { approvalId: counter.ids.next('a'), content, requester, approver: approver.value, grantedAtMs: counter.now().getTime() };
    const granted = grantApproval({ rights: rules.rights, alone: isAlone(rules, users, requester, content.act) }, grant);
    if (!granted.ok) return refused(content, { approvalId: null, approver: approver.value, refusal: granted.refusal });
    const { approval } = granted;
    const payload = { ...said(content), approvalId: approval.approvalId, approver: approval.approver, alone: approval.alone };
    const durable = await append(counter, [entry(counter, { kind: 'people.approval-granted', payload }, content.saleId, requester)]);
    if (!durable.ok) return durable;
    makeRoom(approval.grantedAtMs);
    kept.set(approval.approvalId, approval);
    return ok({ approvalId: `${approval.approvalId}_${sealOf(approval)}` });
  }

  async function check(content: ApprovalContent, approvalId: string | null): Promise<Result<Allowed>> {
    const actor = memory.signedIn;
    if (actor === null) return refuse('people.not-signed-in');
    if (approvalId === null) {
      if (!mayDoAlone(memory.rules.rights, actor, content.act)) return refuse('people.approval-needed', content.act);
      const row = entry(counter, { kind: 'people.act-by-right', payload: said(content) }, content.saleId, actor);
      return ok({ actor, approver: null, alone: false, rows: [row] });
    }
    const approval = genuine(approvalId);
    if (approval === null) return refused(content, { approvalId: nameOf(approvalId), approver: null, refusal: 'unknown' });
    const spent = spendApproval(approval, { content, requester: actor, atMs: counter.now().getTime() });
    if (!spent.ok) return refused(content, { approvalId: approval.approvalId, approver: approval.approver, refusal: spent.refusal });
    // Nothing is waited for between the look and this: of two calls with one approval one is the first.
    kept.set(approval.approvalId, spent.approval);
    const payload = { ...said(content), approvalId: approval.approvalId, approver: approval.approver, alone: approval.alone };
    const row = entry(counter, { kind: 'people.approval-used', payload }, content.saleId, actor);
    // No act, no use: where the disk had no room for the act, the approval is what it was, within its two minutes.
    const used = ifNotWritten(row, () => {
      if (kept.get(approval.approvalId) === spent.approval) kept.set(approval.approvalId, approval);
    });
    return ok({ actor, approver: approval.approver, alone: approval.alone, rows: [used] });
  }

  /** Recorded before it is said. */
  async function refused(content: ApprovalContent, why: Pick<ApprovalRefused, 'approvalId' | 'approver' | 'refusal'>): Promise<Refusal> {
    const durable = await append(counter, [entry(counter, { kind: 'people.approval-refused', payload: { ...said(content), ...why } }, content.saleId)]);
    return durable.ok ? refuse(FAILURES[why.refusal], content.act) : durable;
  }

  function genuine(approvalId: string): Approval | null {
    const approval = kept.get(nameOf(approvalId));
    if (approval === undefined) return null;
    const given = Buffer.from(approvalId.slice(-SEAL_CHARS));
    const own = Buffer.from(sealOf(approval));
    return given.length === own.length && timingSafeEqual(given, own) ? approval : null;
  }

  function sealOf({ approvalId, content, requester, approver, grantedAtMs }: Approval): string {
    const { act, saleId, amountWon, reason, change = null } = content;
    const sealed = JSON.stringify([approvalId, act, saleId, amountWon, reason, change, requester.userId, approver.userId, grantedAtMs]);
    return createHmac('sha256', key).update(sealed).digest('base64url').slice(0, SEAL_CHARS);
  }

  /** Those long expired go; were there still too many, the oldest do. */
  function makeRoom(nowMs: number): void {
    for (const [name, approval] of kept) if (nowMs - approval.grantedAtMs > FORGET_AFTER_MS) kept.delete(name);
    for (const name of kept.keys()) {
      if (kept.size < MAX_KEPT) return;
      kept.delete(name);
    }
  }

  return { approve, check };
}

/** What was approved, as its rows say it; the sale is the row's own. */
function said({ act, amountWon, reason, change }: ApprovalContent) {
  return { act, amountWon, reason, ...(change === undefined ? {} : { change }) };
}

/** The part that stands in the journal. */
function nameOf(approvalId: string): string {
  return approvalId.slice(0, -SEAL_CHARS - 1);
}
