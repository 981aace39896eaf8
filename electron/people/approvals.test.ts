import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Role } from '../../domain/people.ts';
import type { ApprovalContent } from '../../domain/people/approval.ts';
import type { PrintingChange } from '../../domain/people/printing-change.ts';
import { APPROVAL_VALID_MS } from '../../domain/people/approval.ts';
import { ACTS, DEFAULT_RIGHTS, needsTwoPeople } from '../../domain/people/rights.ts';
import { DEFAULT_PEOPLE_RULES } from '../../domain/people/rules.ts';
import { createApprovals } from './approvals.ts';
import { CASHIER, MANAGER, OWNER, PIN, peopleHere, withJournal } from './testing/people-here.ts';

withJournal();

const CONTENT: ApprovalContent = { act: 'discount-over-limit', saleId: 's1', amountWon: 5_000, reason: 'damaged' };
const refusalsIn = (written: readonly JournalEntry[]) => written.filter((row) => row.kind === 'people.approval-refused').map((row) => row.payload.refusal);
const kindsOf = (rows: readonly JournalEntry[]) => rows.map((row) => row.kind);

describe.each(ACTS)('%s', (act) => {
  const content: ApprovalContent = { act, saleId: 's1', amountWon: 1_000, reason: 'damaged' };
  const alone = !needsTwoPeople(act);

  it.each<readonly [Role, boolean]>([
    ['cashier', false],
    ['manager', alone && act !== 'people'],
    ['owner', alone],
  ])('without an approval, a %s: %s', async (role, may) => {
    const here = await peopleHere();
    here.signIn(role);
    const answer = await here.approvals.check(content, null);
    if (may) expect(answer).toMatchObject({ ok: true, value: { actor: { role }, approver: null, rows: [{ kind: 'people.act-by-right', actor: { role }, saleId: 's1', payload: { act, amountWon: 1_000, reason: 'damaged' } }] } });
    else expect(answer).toEqual({ ok: false, code: 'people.approval-needed', detail: act });
  });

  it.each<readonly [Role, Role, string]>([
    ['cashier', 'cashier', 'people.forbidden'],
    ['cashier', 'manager', act === 'people' ? 'people.forbidden' : 'ok'],
    ['cashier', 'owner', 'ok'],
    ['manager', 'cashier', 'people.forbidden'],
    ['manager', 'manager', act === 'people' ? 'people.forbidden' : 'people.approval-same-person'],
    ['manager', 'owner', 'ok'],
    ['owner', 'cashier', 'people.forbidden'],
    ['owner', 'manager', act === 'people' ? 'people.forbidden' : 'ok'],
    // Nobody else has the right to the people: then she is alone, and may.
    ['owner', 'owner', act === 'people' ? 'ok' : 'people.approval-same-person'],
  ])('asked by a %s, approved by a %s: %s', async (asking, approving, expected) => {
    const here = await peopleHere();
    here.signIn(asking);
    const approved = await here.approvals.approve(content, here.idOf(approving), PIN);
    expect(approved.ok ? 'ok' : approved.code).toBe(expected);
    if (!approved.ok) {
      expect(here.written.at(-1)).toMatchObject({ kind: 'people.approval-refused', actor: { role: asking }, saleId: 's1', payload: { act, approver: { role: approving } } });
      return;
    }
    const allowed = await here.approvals.check(content, approved.value.approvalId);
    expect(allowed).toMatchObject({ ok: true, value: { actor: { role: asking }, approver: { role: approving }, alone: asking === approving, rows: [{ kind: 'people.approval-used' }] } });
  });
});

describe('an approval at the counter', () => {
  async function approved(over: Parameters<typeof peopleHere>[0] = {}) {
    const here = await peopleHere(over);
    here.signIn('cashier');
    const answer = await here.approvals.approve(CONTENT, MANAGER.userId, PIN);
    if (!answer.ok) throw new Error(answer.code);
    return { here, approvalId: answer.value.approvalId };
  }

  it('says in the journal who approved what for whom, and what the journal says is not enough to use it', async () => {
    const { here, approvalId } = await approved();
    const row = here.written.find((each) => each.kind === 'people.approval-granted');
    expect(row).toMatchObject({ actor: CASHIER, saleId: 's1', payload: { act: 'discount-over-limit', amountWon: 5_000, reason: 'damaged', approver: MANAGER, alone: false } });
    expect(JSON.stringify(here.written)).not.toContain(approvalId);
    const stolen = row?.kind === 'people.approval-granted' ? row.payload.approvalId : '';
    expect(approvalId.startsWith(stolen)).toBe(true);
    for (const forged of [stolen, `${stolen}_`, `${stolen}_${'A'.repeat(22)}`, `${stolen}_${approvalId.slice(-22).toLowerCase()}`, `${approvalId}A`, '']) {
      if (forged !== approvalId) expect(await here.approvals.check(CONTENT, forged)).toMatchObject({ ok: false, code: 'people.approval-unknown' });
    }
    expect(refusalsIn(here.written).every((refusal) => refusal === 'unknown')).toBe(true);
    expect(await here.approvals.check(CONTENT, approvalId)).toMatchObject({ ok: true });
  });

  it('does not outlive the program: after a restart with the same journal it is refused and recorded', async () => {
    const { here, approvalId } = await approved();
    const after = createApprovals(here.counter, here.door);
    expect(await after.check(CONTENT, approvalId)).toMatchObject({ ok: false, code: 'people.approval-unknown' });
    expect(refusalsIn(here.written)).toEqual(['unknown']);
  });

  it('used twice: refused the second time, and recorded', async () => {
    const { here, approvalId } = await approved();
    const answers = await Promise.all([here.approvals.check(CONTENT, approvalId), here.approvals.check(CONTENT, approvalId), here.approvals.check(CONTENT, approvalId)]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(['ok', 'people.approval-used', 'people.approval-used']);
    expect(refusalsIn(here.written)).toEqual(['used', 'used']);
  });

  it('older than two minutes, or from a clock that was put back: refused and recorded', async () => {
    const { here, approvalId } = await approved();
    here.pass(APPROVAL_VALID_MS);
    expect(await here.approvals.check(CONTENT, approvalId)).toMatchObject({ ok: false, code: 'people.approval-expired' });
    here.pass(-2 * APPROVAL_VALID_MS);
    expect(await here.approvals.check(CONTENT, approvalId)).toMatchObject({ ok: false, code: 'people.approval-expired' });
    expect(refusalsIn(here.written)).toEqual(['expired', 'expired']);
  });

  it.each<readonly [string, Partial<ApprovalContent>]>([
    ['another amount', { amountWon: 5_001 }],
    ['another sale', { saleId: 's2' }],
    ['another act', { act: 'price-change' }],
    ['another reason', { reason: 'event' }],
  ])('for %s: refused and recorded', async (_what, over) => {
    const { here, approvalId } = await approved();
    expect(await here.approvals.check({ ...CONTENT, ...over }, approvalId)).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.approval-refused', payload: { refusal: 'other-content', approver: MANAGER } });
  });

  it('for turning off one copy turns off no other: refused and recorded with what was tried, and good for its own once', async () => {
    const here = await peopleHere();
    here.signIn('cashier');
    const asked = (change: PrintingChange): ApprovalContent => ({ act: 'printing-off', saleId: null, amountWon: null, reason: 'save-paper', change });
    const answer = await here.approvals.approve(asked('2-customer-to-1-customer'), MANAGER.userId, PIN);
    const approvalId = answer.ok ? answer.value.approvalId : null;
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.approval-granted', payload: { change: '2-customer-to-1-customer' } });
    for (const change of ['2-customer-to-0-customer', '1-customer-to-0-customer', '2-customer-to-1-customer-no-printer'] as const) {
      expect(await here.approvals.check(asked(change), approvalId)).toMatchObject({ ok: false, code: 'people.approval-other-content' });
      expect(here.written.at(-1)).toMatchObject({ kind: 'people.approval-refused', payload: { act: 'printing-off', change, refusal: 'other-content' } });
    }
    expect(await here.approvals.check({ act: 'printing-off', saleId: null, amountWon: null, reason: 'save-paper' }, approvalId)).toMatchObject({ ok: false, code: 'people.approval-other-content' });
    const allowed = await here.approvals.check(asked('2-customer-to-1-customer'), approvalId);
    expect(allowed).toMatchObject({ ok: true, value: { rows: [{ kind: 'people.approval-used', payload: { change: '2-customer-to-1-customer' } }] } });
    expect(await here.approvals.check(asked('2-customer-to-1-customer'), approvalId)).toMatchObject({ ok: false, code: 'people.approval-used' });
    expect(refusalsIn(here.written)).toEqual(['other-content', 'other-content', 'other-content', 'other-content', 'used']);
  });

  it('is not good for somebody else who has signed in since', async () => {
    const { here, approvalId } = await approved();
    here.signIn('owner');
    expect(await here.approvals.check(CONTENT, approvalId)).toMatchObject({ ok: false, code: 'people.approval-other-content' });
  });

  it('in a shop of one person she approves for herself with her own PIN, and the journal says so', async () => {
    const here = await peopleHere({ rules: { ...DEFAULT_PEOPLE_RULES, onePerson: true } });
    here.signIn('owner');
    const refund: ApprovalContent = { act: 'refund', saleId: 's1', amountWon: 9_000, reason: 'damaged' };
    expect(await here.approvals.check(refund, null)).toMatchObject({ ok: false, code: 'people.approval-needed' });
    const answer = await here.approvals.approve(refund, OWNER.userId, PIN);
    expect(answer.ok).toBe(true);
    expect(here.written.at(-1)).toMatchObject({ kind: 'people.approval-granted', actor: OWNER, payload: { approver: OWNER, alone: true } });
    const allowed = await here.approvals.check(refund, answer.ok ? answer.value.approvalId : null);
    expect(allowed.ok && kindsOf(allowed.value.rows)).toEqual(['people.approval-used']);
  });

  it('a wrong PIN approves nothing, is recorded, and five of them lock it', async () => {
    const here = await peopleHere();
    here.signIn('cashier');
    const codes: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await here.approvals.approve(CONTENT, MANAGER.userId, '9999');
      codes.push(answer.ok ? 'ok' : answer.code);
    }
    expect(codes).toEqual(['people.pin-wrong', 'people.pin-wrong', 'people.pin-wrong', 'people.pin-wrong', 'people.locked', 'people.locked']);
    expect(await here.approvals.approve(CONTENT, MANAGER.userId, PIN)).toMatchObject({ ok: false, code: 'people.locked' });
    const refused = here.written.filter((row) => row.kind === 'people.pin-refused');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ actor: CASHIER, payload: { userId: MANAGER.userId, locked: false } });
    expect(refused[4]).toMatchObject({ payload: { locked: true } });
    here.pass(60_000);
    expect(await here.approvals.approve(CONTENT, MANAGER.userId, PIN)).toMatchObject({ ok: true });
  });

  it('guesses made all at once are counted one by one', async () => {
    const here = await peopleHere();
    here.signIn('cashier');
    const answers = await Promise.all(Array.from({ length: 20 }, () => here.approvals.approve(CONTENT, MANAGER.userId, '9999')));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    expect(codes.filter((code) => code === 'people.pin-wrong')).toHaveLength(4);
    expect(codes.filter((code) => code === 'people.locked')).toHaveLength(16);
  });

  it('what cannot be recorded is not approved', async () => {
    const here = await peopleHere();
    here.signIn('cashier');
    here.fillDisk();
    expect(await here.approvals.approve(CONTENT, MANAGER.userId, PIN)).toMatchObject({ ok: false, code: 'journal.disk-full' });
  });

  it('a right given to cashiers is theirs alone from then on', async () => {
    const rights = { ...DEFAULT_RIGHTS, cashier: { ...DEFAULT_RIGHTS.cashier, 'discount-over-limit': true } };
    const here = await peopleHere({ rules: { ...DEFAULT_PEOPLE_RULES, rights } });
    here.signIn('cashier');
    expect(await here.approvals.check(CONTENT, null)).toMatchObject({ ok: true, value: { approver: null } });
  });

  it('nobody is signed in: nothing is approved and nothing allowed', async () => {
    const here = await peopleHere();
    expect(await here.approvals.approve(CONTENT, MANAGER.userId, PIN)).toMatchObject({ ok: false, code: 'people.not-signed-in' });
    expect(await here.approvals.check(CONTENT, null)).toMatchObject({ ok: false, code: 'people.not-signed-in' });
  });
});
