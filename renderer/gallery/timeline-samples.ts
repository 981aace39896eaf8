/** A sale as it happened, with something of every part of the tale but none of its trouble. What became of it is what the history says of it (sale-samples.ts). */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { TimelineEntryView } from '../../contract/timeline.ts';
import { TIMELINE_WHATS } from '../../domain/history/timeline.ts';

const FIRST_MS = Date.parse('2026-11-21T05:03:57.000Z');
type Step = Omit<TimelineEntryView, 'seq' | 'at' | 'actor' | 'approver'> & { readonly after: number; readonly who?: string | null; readonly approver?: string };

/** Of the newest sale, whose paper stands beside it: three thousand won, in cash in the end. */
const STEPS: readonly Step[] = [
  { after: 0, what: 'started' },
  { after: 0, what: 'line-added', name: '감자 스틱', quantity: 2, won: 1_500 },
  { after: 4, what: 'line-added', name: '우리밀 식빵', quantity: 1, won: 4_200 },
  { after: 3, what: 'line-added', name: '제주 감귤 2kg', quantity: 1, won: 9_900 },
  { after: 5, what: 'approval-used', act: 'discount-over-limit', won: 2_500, reason: 'expiring', approver: '점장' },
  { after: 1, what: 'line-discounted', name: '제주 감귤 2kg', won: 2_500, approver: '점장' },
  { after: 9, what: 'held' },
  { after: 54, what: 'recalled' },
  { after: 6, what: 'line-cancelled', name: '우리밀 식빵' },
  { after: 2, what: 'line-cancelled', name: '제주 감귤 2kg' },
  { after: 8, what: 'charge-intended', won: 3_000, months: 0 },
  { after: 0, what: 'terminal-asked', won: 3_000, who: null },
  { after: 14, what: 'declined', detail: '8324 한도초과 카드사로 문의하세요', who: null },
  { after: 6, what: 'charge-intended', won: 3_000, months: 0 },
  { after: 0, what: 'terminal-asked', won: 3_000, who: null },
  { after: 12, what: 'charge-approved', name: '하늘카드 9490-1234-****-123*', number: '30000001', won: 3_000, who: null },
  { after: 5, what: 'cancel-intended', won: 3_000 },
  { after: 0, what: 'terminal-asked', won: 3_000, who: null },
  { after: 9, what: 'cancel-approved', name: '하늘카드 9490-1234-****-123*', number: '30000002', won: 3_000, who: null },
  { after: 6, what: 'cash-paid', won: 3_000, receivedWon: 5_000 },
  { after: 0, what: 'drawer-queued', print: 'drawer' },
  { after: 9, what: 'receipt-created', name: '010-****-5678', won: 3_000, purpose: 'income-deduction' },
  { after: 0, what: 'receipt-sent', name: '010-****-5678', who: null },
  { after: 1, what: 'receipt-issued', name: '010-****-5678', number: 'TB0000178', who: null },
  { after: 4, what: 'slip-wanted', by: 'customer' },
  { after: 0, what: 'slip-queued', print: 'original', quantity: 1 },
  { after: 3, what: 'print-confirmed', who: null },
  { after: 10, what: 'slip-queued', print: 'again', quantity: 2, approver: '점장' },
  { after: 3, what: 'print-confirmed', who: null },
  { after: 8, what: 'slip-queued', print: 'other-printer', quantity: 3 },
  { after: 4, what: 'print-unknown', who: null },
  { after: 6, what: 'print-settled', settled: 'written' },
  { after: 5, what: 'slip-queued', print: 'not-out', quantity: 4, who: '점장' },
  { after: 2, what: 'print-failed', detail: 'paper-end', who: null },
  { after: 15, what: 'receipt-rejected', name: '010-****-5678', detail: '', who: null },
  { after: 32, what: 'refund-begun', refund: 'refund', won: 1_500, reason: 'changed-mind', approver: '점장' },
  { after: 0, what: 'refund-cash-out' },
];

let atMs = FIRST_MS;
const ENTRIES: readonly TimelineEntryView[] = STEPS.map(({ after, who, approver, ...told }, index) => {
  atMs += after * 1_000;
  return { ...told, seq: 4_000 + index, at: new Date(atMs).toISOString(), actor: who === undefined ? '김' : who, approver: approver ?? null };
});

export function timelineAnswer({ saleId, group, skip, limit }: CallPayload<'history.timeline'>): CallAnswer<'history.timeline'> {
  const shown = ENTRIES.filter(({ what }) => group === null || TIMELINE_WHATS[what] === group);
  return { saleId, saleNumber: 411, entries: shown.slice(skip, skip + limit), total: shown.length, cut: false };
}
