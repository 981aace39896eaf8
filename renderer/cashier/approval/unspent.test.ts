import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureCode } from '../../../domain/failure.ts';
import { APPROVAL_VALID_MS } from '../../../domain/people/approval.ts';
import type { AskedBy } from './unspent.ts';
import { callApproved, createUnspent } from './unspent.ts';

const ASKED: AskedBy = { act: 'refund', saleId: 's1', amountWon: 9_000, reason: 'damaged', userId: 'u1' };
const no = (code: FailureCode) => ({ ok: false, code, detail: '' }) as const;
const DONE = { ok: true, res: null } as const;

/** The counter and the person with the PIN: approvals a1, a2, … are given in turn; `answers` are what a call with one of them gets. */
function here() {
  const unspent = createUnspent();
  const calls: (string | null)[] = [];
  const shown: FailureCode[] = [];
  let given = 0;
  async function run(answers: readonly (typeof DONE | ReturnType<typeof no>)[], asked: AskedBy = ASKED) {
    const left = [...answers];
    const call = async (approvalId: string | null) => {
      calls.push(approvalId);
      return approvalId === null ? no('people.approval-needed') : (left.shift() ?? no('program.bug'));
    };
    return callApproved(asked, call, { unspent, ask: async () => `a${(given += 1)}`, onRefusal: ({ code }) => shown.push(code) });
  }
  return { run, calls, shown, unspent, given: () => given };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a yes that was given', () => {
  it.each<FailureCode>(['journal.disk-full', 'journal.read-only', 'journal.locked'])('is used when the same is tried again after %s, and nobody is asked twice', async (code) => {
    const counter = here();
    expect(await counter.run([no(code)])).toEqual(no(code));
    expect(await counter.run([no(code)])).toEqual(no(code));
    expect(await counter.run([DONE])).toEqual(DONE);
    expect(counter.calls).toEqual([null, 'a1', null, 'a1', null, 'a1']);
    expect([counter.given(), counter.shown]).toEqual([1, [code, code]]);
    await counter.run([DONE]);
    expect(counter.given(), 'it was used').toBe(2);
  });

  it('is forgotten when its two minutes are over, counted from when it was given', async () => {
    const counter = here();
    await counter.run([no('journal.disk-full')]);
    vi.advanceTimersByTime(APPROVAL_VALID_MS - 1);
    await counter.run([no('journal.disk-full')]);
    expect(counter.given()).toBe(1);
    vi.advanceTimersByTime(1);
    await counter.run([DONE]);
    expect(counter.calls.at(-1)).toBe('a2');
  });

  it.each<FailureCode>(['people.approval-expired', 'people.approval-used', 'people.approval-unknown'])('is asked for anew where main answers %s, and only then', async (code) => {
    const counter = here();
    await counter.run([no('journal.disk-full')]);
    expect(await counter.run([no(code), DONE])).toEqual(DONE);
    expect(counter.calls).toEqual([null, 'a1', null, 'a1', 'a2']);
    expect(counter.shown).toEqual(['journal.disk-full']);
  });

  it.each<FailureCode>(['refund.another-open', 'journal.unavailable'])('is not kept after %s: nobody knows here whether it was used', async (code) => {
    const counter = here();
    await counter.run([no(code)]);
    await counter.run([DONE]);
    expect(counter.calls).toEqual([null, 'a1', null, 'a2']);
  });

  it.each<readonly [string, Partial<AskedBy>]>([
    ['another act', { act: 'void' }],
    ['another sale', { saleId: 's2' }],
    ['another amount', { amountWon: 9_001 }],
    ['another reason', { reason: 'wrong-item' }],
    ['another change', { change: '1-customer-to-0-customer' }],
    ['somebody else', { userId: 'u2' }],
  ])('is not offered for %s', async (_what, over) => {
    const counter = here();
    await counter.run([no('journal.disk-full')]);
    await counter.run([DONE], { ...ASKED, ...over });
    expect(counter.calls).toEqual([null, 'a1', null, 'a2']);
  });

  it('keeps the reason it was given for, so that it is not asked for again either', async () => {
    const counter = here();
    await counter.run([no('journal.disk-full')]);
    expect(counter.unspent.reasonOf(ASKED)).toBe('damaged');
    expect(counter.unspent.reasonOf({ ...ASKED, amountWon: 1 })).toBeNull();
    await counter.run([DONE]);
    expect(counter.unspent.reasonOf(ASKED)).toBeNull();
  });
});

it('a call that needs no yes asks nobody, and one that nobody approves ends there', async () => {
  const refused: FailureCode[] = [];
  const parts = { unspent: createUnspent(), ask: async () => null, onRefusal: ({ code }: { code: FailureCode }) => refused.push(code) };
  expect(await callApproved(ASKED, async () => DONE, parts)).toEqual(DONE);
  expect(await callApproved(ASKED, async () => no('refund.another-open'), parts)).toEqual(no('refund.another-open'));
  expect(await callApproved(ASKED, async () => no('people.approval-needed'), parts)).toEqual(no('people.approval-needed'));
  expect(refused).toEqual(['refund.another-open']);
});
