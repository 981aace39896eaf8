import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../people.ts';
import type { Approval, ApprovalContent } from './approval.ts';
import { APPROVAL_VALID_MS, grantApproval, spendApproval } from './approval.ts';
import type { Act, Rights } from './rights.ts';
import { ACTS, canHave, DEFAULT_RIGHTS, EDITED_ROLES, mayDo, mayDoAlone, needsTwoPeople } from './rights.ts';
import { DEFAULT_PEOPLE_RULES, isAlone } from './rules.ts';

const KIM: Actor = { userId: 'u1', name: '김', role: 'cashier' };
const LEE: Actor = { userId: 'u2', name: '이', role: 'manager' };
const OWNER: Actor = { userId: 'u3', name: '사장', role: 'owner' };
const CONTENT: ApprovalContent = { act: 'discount-over-limit', saleId: 's1', amountWon: 5_000, reason: 'damaged' };
const AT_MS = Date.parse('2026-11-21T05:00:00.000Z');

const granted = (over: Partial<{ requester: Actor; approver: Actor; content: ApprovalContent; alone: boolean; rights: Rights }> = {}) =>
  grantApproval(
    { rights: over.rights ?? DEFAULT_RIGHTS, alone: over.alone ?? false },
    { approvalId: 'a1', content: over.content ?? CONTENT, requester: over.requester ?? KIM, approver: over.approver ?? LEE, grantedAtMs: AT_MS },
  );

function mustGrant(over: Parameters<typeof granted>[0] = {}): Approval {
  const result = granted(over);
  if (!result.ok) throw new Error(result.refusal);
  return result.approval;
}

describe('rights', () => {
  it('as a shop begins: a cashier none, a manager all but the people, the owner all', () => {
    expect(ACTS.filter((act) => mayDo(DEFAULT_RIGHTS, KIM, act))).toEqual([]);
    expect(ACTS.filter((act) => !mayDo(DEFAULT_RIGHTS, LEE, act))).toEqual(['people']);
    expect(ACTS.filter((act) => !mayDo(DEFAULT_RIGHTS, OWNER, act))).toEqual([]);
  });

  it.each(ACTS.flatMap((act) => EDITED_ROLES.filter((role) => canHave(role, act)).map((role) => [act, role] as const)))('%s can be given to a %s and taken from one, and nothing else moves', (act, role) => {
    for (const may of [true, false]) {
      const rights: Rights = { ...DEFAULT_RIGHTS, [role]: { ...DEFAULT_RIGHTS[role], [act]: may } };
      expect(mayDo(rights, { role }, act)).toBe(may);
      for (const other of ACTS) if (other !== act) expect(mayDo(rights, { role }, other)).toBe(mayDo(DEFAULT_RIGHTS, { role }, other));
      expect(mayDo(rights, OWNER, act)).toBe(true);
    }
  });

  it('to answer for a charge or for a missing signature is never a cashier’s, whatever stands in the rules', () => {
    expect(ACTS.filter((act) => !canHave('cashier', act))).toEqual(['settle-card', 'write-off-slip']);
    expect(ACTS.filter((act) => !canHave('manager', act))).toEqual([]);
    const all: Rights = { ...DEFAULT_RIGHTS, cashier: { ...DEFAULT_RIGHTS.cashier, 'settle-card': true, 'write-off-slip': true } };
    expect(ACTS.filter((act) => mayDo(all, KIM, act))).toEqual([]);
    expect(granted({ rights: all, requester: OWNER, approver: KIM, content: { ...CONTENT, act: 'settle-card' } })).toEqual({ ok: false, refusal: 'forbidden' });
  });

  it('money that goes out again is nobody’s alone, whatever her rights', () => {
    expect(ACTS.filter(needsTwoPeople)).toEqual(['void', 'refund', 'exchange']);
    expect(ACTS.filter((act) => !mayDoAlone(DEFAULT_RIGHTS, OWNER, act))).toEqual(['void', 'refund', 'exchange']);
  });
});

describe('who can be asked', () => {
  const people = [KIM, LEE, OWNER];
  it('she is not alone while somebody else has the right', () => {
    expect(isAlone(DEFAULT_PEOPLE_RULES, people, LEE, 'refund')).toBe(false);
    expect(isAlone(DEFAULT_PEOPLE_RULES, people, OWNER, 'refund')).toBe(false);
    expect(isAlone(DEFAULT_PEOPLE_RULES, people, OWNER, 'people')).toBe(true);
    expect(isAlone(DEFAULT_PEOPLE_RULES, [KIM, OWNER], OWNER, 'refund')).toBe(true);
  });
  it('she is when the owner has said that the shop is one person', () => expect(isAlone({ ...DEFAULT_PEOPLE_RULES, onePerson: true }, people, LEE, 'refund')).toBe(true));
});

describe('an approval', () => {
  it('is given by somebody with the right, and only then', () => {
    expect(granted()).toMatchObject({ ok: true, approval: { state: 'granted', alone: false } });
    expect(granted({ approver: { ...KIM, userId: 'u9' } })).toEqual({ ok: false, refusal: 'forbidden' });
  });

  it('is not given to oneself, unless there is nobody else, and then it says so', () => {
    expect(granted({ requester: LEE })).toEqual({ ok: false, refusal: 'same-person' });
    expect(granted({ requester: LEE, alone: true })).toMatchObject({ ok: true, approval: { alone: true } });
    expect(granted({ alone: true })).toMatchObject({ ok: true, approval: { alone: false } });
    expect(granted({ requester: KIM, approver: KIM, alone: true })).toEqual({ ok: false, refusal: 'forbidden' });
  });

  it('is good until two minutes are over, to the millisecond, and never before it was given', () => {
    const spend = (afterMs: number) => spendApproval(mustGrant(), { content: CONTENT, requester: KIM, atMs: AT_MS + afterMs });
    expect(spend(0).ok).toBe(true);
    expect(spend(APPROVAL_VALID_MS - 1).ok).toBe(true);
    expect(spend(APPROVAL_VALID_MS)).toMatchObject({ ok: false, refusal: 'expired' });
    expect(spend(-1)).toMatchObject({ ok: false, refusal: 'expired' });
  });

  it('is good once', () => {
    const first = spendApproval(mustGrant(), { content: CONTENT, requester: KIM, atMs: AT_MS });
    expect(spendApproval(first.approval, { content: CONTENT, requester: KIM, atMs: AT_MS + 1 })).toMatchObject({ ok: false, refusal: 'used' });
  });

  it.each<readonly [string, Partial<ApprovalContent>]>([
    ['another act', { act: 'price-change' }],
    ['another sale', { saleId: 's2' }],
    ['no sale', { saleId: null }],
    ['another amount', { amountWon: 5_001 }],
    ['no amount', { amountWon: null }],
    ['another reason', { reason: 'event' }],
    ['no reason', { reason: null }],
    ['some change', { change: '1-customer-to-0-customer' }],
  ])('is not good for %s, and stays good for its own', (_what, over) => {
    const refused = spendApproval(mustGrant(), { content: { ...CONTENT, ...over }, requester: KIM, atMs: AT_MS });
    expect(refused).toMatchObject({ ok: false, refusal: 'other-content' });
    expect(spendApproval(refused.approval, { content: CONTENT, requester: KIM, atMs: AT_MS }).ok).toBe(true);
  });

  it('is not good in other hands', () => {
    expect(spendApproval(mustGrant(), { content: CONTENT, requester: OWNER, atMs: AT_MS })).toMatchObject({ ok: false, refusal: 'other-content' });
  });
});

const role = fc.constantFrom<Role>('cashier', 'manager', 'owner');
const person = fc.record({ userId: fc.constantFrom('u1', 'u2', 'u3'), name: fc.constant('김'), role });
const content = fc.record({
  act: fc.constantFrom<Act>(...ACTS),
  saleId: fc.constantFrom(null, 's1', 's2'),
  amountWon: fc.constantFrom(null, 0, 1, 5_000),
  reason: fc.constantFrom(null, '', 'damaged'),
});
const row = fc.array(fc.boolean(), { minLength: ACTS.length, maxLength: ACTS.length }).map((may) => Object.fromEntries(ACTS.map((act, index) => [act, may[index] ?? false])) as Record<Act, boolean>);
const rights: fc.Arbitrary<Rights> = fc.record({ cashier: row, manager: row });

describe('whatever is asked, in whatever order', () => {
  it('an approval is spent at most once, only within its time, only by whoever asked, only for what was shown', () => {
    const attempt = fc.record({ content, requester: person, afterMs: fc.integer({ min: -10_000, max: 2 * APPROVAL_VALID_MS }) });
    fc.assert(
      fc.property(rights, fc.boolean(), content, person, person, fc.array(attempt, { maxLength: 12 }), fc.boolean(), (given, alone, own, requester, approver, attempts, honest) => {
        const result = grantApproval({ rights: given, alone }, { approvalId: 'a', content: own, requester, approver, grantedAtMs: AT_MS });
        const never = approver.role === 'cashier' && (own.act === 'settle-card' || own.act === 'write-off-slip');
        const may = approver.role === 'owner' || (!never && given[approver.role][own.act]);
        expect(result.ok).toBe(may && (alone || approver.userId !== requester.userId));
        if (!result.ok) return;
        expect(result.approval.alone).toBe(approver.userId === requester.userId);
        let approval = result.approval;
        let spent = 0;
        const tries = honest ? [...attempts, { content: own, requester, afterMs: 1_000 }] : attempts;
        for (const each of tries) {
          const next = spendApproval(approval, { content: each.content, requester: each.requester, atMs: AT_MS + each.afterMs });
          if (next.ok) {
            spent += 1;
            expect(each.content).toEqual(own);
            expect(each.requester.userId).toBe(requester.userId);
            expect(each.afterMs >= 0 && each.afterMs < APPROVAL_VALID_MS).toBe(true);
          } else expect(next.approval).toEqual(approval);
          approval = next.approval;
        }
        expect(spent).toBeLessThanOrEqual(1);
        // What is asked for honestly and in time is never refused because of what others tried before.
        if (honest) expect(spent).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
