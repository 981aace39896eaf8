/**
 * A yes that was given and not used: where nothing could be written (a full disk), main keeps the approval as it was, within its two minutes.
 * So the same act by the same person goes on with the yes she has, and nobody is called to the counter again.
 */
import type { ApprovalContentView } from '../../../contract/people.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { APPROVAL_VALID_MS } from '../../../domain/people/approval.ts';
import type { CallRefusal } from '../../bridge.ts';

type Answer<T> = { readonly ok: true; readonly res: T } | CallRefusal;

/** Whoever asked is part of it: a yes is not good in other hands. */
export type AskedBy = ApprovalContentView & { readonly userId: string | null };

export type Unspent = {
  /** One at a time: another takes its place. */
  readonly hold: (asked: AskedBy, approvalId: string) => void;
  readonly drop: () => void;
  /** The approval of exactly this, as long as it is good. */
  readonly of: (asked: AskedBy) => string | null;
  /** Why this was asked for, where only the reason is not said yet. */
  readonly reasonOf: (asked: Omit<AskedBy, 'reason'>) => string | null;
};

/** The journal says of these that nothing of the append is there. */
const NOT_WRITTEN: ReadonlySet<FailureCode> = new Set<FailureCode>(['journal.disk-full', 'journal.read-only', 'journal.locked']);
/** It is good no more, whatever was thought of it here. */
const STALE: ReadonlySet<FailureCode> = new Set<FailureCode>(['people.approval-expired', 'people.approval-used', 'people.approval-unknown', 'people.approval-other-content']);

const keyOf = ({ act, saleId, amountWon, change, userId }: Omit<AskedBy, 'reason'>): string => JSON.stringify([act, saleId, amountWon, change ?? null, userId]);

export function createUnspent(): Unspent {
  let held: { readonly key: string; readonly reason: string | null; readonly approvalId: string } | null = null;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    clearTimeout(forgetting);
    held = null;
  };
  return {
    drop,
    hold(asked, approvalId) {
      drop();
      held = { key: keyOf(asked), reason: asked.reason, approvalId };
      forgetting = setTimeout(drop, APPROVAL_VALID_MS);
    },
    of: (asked) => (held !== null && held.key === keyOf(asked) && held.reason === asked.reason ? held.approvalId : null),
    reasonOf: (asked) => (held !== null && held.key === keyOf(asked) ? held.reason : null),
  };
}

export type Approving = {
  readonly unspent: Unspent;
  /** Null: nobody said yes. */
  readonly ask: () => Promise<string | null>;
  readonly onRefusal: (refusal: CallRefusal) => void;
};

/** Makes the call as it is; where it needs an approval, with the one that was not used, else with one that is asked for now. */
export async function callApproved<T>(asked: AskedBy, call: (approvalId: string | null) => Promise<Answer<T>>, { unspent, ask, onRefusal }: Approving): Promise<Answer<T>> {
  const settle = (answer: Answer<T>): Answer<T> => {
    if (answer.ok || !NOT_WRITTEN.has(answer.code)) unspent.drop();
    if (!answer.ok) onRefusal(answer);
    return answer;
  };
  const first = await call(null);
  if (first.ok) return first;
  if (first.code !== 'people.approval-needed') {
    onRefusal(first);
    return first;
  }
  const held = unspent.of(asked);
  if (held !== null) {
    const again = await call(held);
    if (again.ok || !STALE.has(again.code)) return settle(again);
    unspent.drop();
  }
  const approvalId = await ask();
  if (approvalId === null) return first;
  unspent.hold(asked, approvalId);
  return settle(await call(approvalId));
}
