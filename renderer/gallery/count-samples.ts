/** What was counted in the drawer over a week: closes within the limit and over it, and a count that was made again. */
import type { CallAnswer } from '../../contract/calls.ts';
import type { DrawerCountView } from '../../contract/ledger.ts';

const KIM = { userId: 'practice-cashier', name: '김', role: 'cashier' } as const;
const MANAGER = { userId: 'practice-manager', name: '점장', role: 'manager' } as const;
const OWNER = { userId: 'practice-owner', name: '대표', role: 'owner' } as const;

const count = (seq: number, at: string, over: Partial<DrawerCountView>): DrawerCountView => ({
  seq, kind: 'closed', at, zNumber: seq, actor: KIM, countedWon: 1_384_300, expectedWon: 1_384_300, differenceWon: 0, closedWon: 1_384_300, allowed: null, reason: null, approver: null, alone: false, ...over,
});

export const SAMPLE_COUNTS: CallAnswer<'ledger.counts'> = {
  more: false,
  rows: [
    count(127, '2026-11-21T04:50:00.000Z', { kind: 'counted', zNumber: null, countedWon: 1_300_000, differenceWon: -84_300, closedWon: null }),
    count(126, '2026-11-20T13:12:00.000Z', { countedWon: 962_000, expectedWon: 982_000, differenceWon: -20_000, closedWon: 962_000, allowed: 'approved', reason: 'not-found', approver: MANAGER }),
    count(125, '2026-11-20T13:04:00.000Z', { kind: 'counted', zNumber: 126, countedWon: 912_000, expectedWon: 982_000, differenceWon: -70_000, closedWon: 962_000 }),
    count(124, '2026-11-19T13:02:00.000Z', { countedWon: 1_120_400, expectedWon: 1_120_900, differenceWon: -500, closedWon: 1_120_400 }),
    count(123, '2026-11-18T13:09:00.000Z', { actor: MANAGER, countedWon: 874_000, expectedWon: 859_000, differenceWon: 15_000, closedWon: 874_000, allowed: 'by-right', reason: 'change-amiss' }),
    count(122, '2026-11-18T13:07:00.000Z', { kind: 'counted', zNumber: 123, actor: MANAGER, countedWon: 874_000, expectedWon: 859_000, differenceWon: 15_000, closedWon: 874_000 }),
    count(121, '2026-11-17T13:01:00.000Z', { countedWon: 1_003_500, expectedWon: 1_003_500, closedWon: 1_003_500 }),
    count(120, '2026-11-16T13:20:00.000Z', { actor: OWNER, countedWon: 700_000, expectedWon: 731_000, differenceWon: -31_000, closedWon: 700_000, allowed: 'approved', reason: 'owner-knows', approver: OWNER, alone: true }),
    count(119, '2026-11-15T13:03:00.000Z', { countedWon: 1_220_000, expectedWon: 1_218_000, differenceWon: 2_000, closedWon: 1_220_000 }),
  ],
};
