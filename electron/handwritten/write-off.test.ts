import { expect, it } from 'vitest';
import type { HandwrittenRecord } from '../../db/journal.ts';
import type { HandwrittenState } from '../../domain/handwritten-slip/machine.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { ApprovalContent } from '../../domain/people/approval.ts';
import { CASHIER, MANAGER, peopleHere, PIN, withJournal } from '../people/testing/people-here.ts';
import { createHandwritten } from './handwritten.ts';

withJournal();

const SLIP: HandwrittenRecord = {
  slipId: 'hs-1',
  saleId: 's1',
  saleNumber: 7,
  partId: 'pt-1',
  tradeNumber: '000000000001',
  chargedWon: 60_000,
  approval: { approvalNumber: '30015784', tradedAt: '20261121140000', cancels: false, totalWon: 60_000, maskedNumber: '', issuer: '', acquirer: '', merchantNumber: '', terminalId: '', vanNumber: '', message: '', notices: [], signedAtTerminal: null },
  state: { name: 'printing', jobId: 'p-1', prints: 1 },
  openedAt: '2026-11-21T05:00:00.000Z',
  lastSeq: 1,
};

it('a slip that cannot be written off yet spends no approval; when it can, the same one is good for it, once', async () => {
  const here = await peopleHere();
  here.signIn('cashier');
  const kept: (readonly JournalEntry[])[] = [];
  let state: HandwrittenState = SLIP.state;
  const journal = { ...here.counter.journal, handwrittenSlip: async () => ({ ...SLIP, state }), append: async (rows: readonly JournalEntry[]) => (kept.push(rows), []) };
  const slips = createHandwritten({ ...here.counter, journal }, { run: async () => undefined, stateOf: async () => null });
  const content: ApprovalContent = { act: 'write-off-slip', saleId: 's1', amountWon: 60_000, reason: 'slip-lost' };
  const approved = await here.approvals.approve(content, MANAGER.userId, PIN);
  const approvalId = approved.ok ? approved.value.approvalId : '';
  const writeOff = (reason: string) => slips.writeOff('hs-1', reason, () => here.approvals.check({ ...content, reason }, approvalId));

  expect(await writeOff('slip-lost'), 'its paper is still on the way').toMatchObject({ ok: false, code: 'handwritten.not-in-this-stage' });
  state = { name: 'printed', prints: 1 };
  expect(await writeOff(' '), 'no reason').toMatchObject({ ok: false, code: 'handwritten.reason-missing' });
  expect(here.written.map(({ kind }) => kind)).toEqual(['people.approval-granted']);
  expect(kept).toEqual([]);
  expect(await writeOff('slip-lost')).toMatchObject({ ok: true });
  expect(kept).toMatchObject([[{ kind: 'handwritten.written-off', actor: CASHIER, payload: { event: { by: MANAGER, reason: 'slip-lost' } } }, { kind: 'people.approval-used', payload: { approver: MANAGER } }]]);
  expect(await writeOff('slip-lost')).toMatchObject({ ok: false, code: 'people.approval-used' });
});
