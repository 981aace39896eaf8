/** What main would answer in the rooms of slips to sign and of card results to look at. How many there are is what the status says. */
import type { CallAnswer, CallName } from '../../contract/calls.ts';
import { calls } from '../../contract/calls.ts';
import type { HandwrittenView, StrayView } from '../../contract/cards.ts';
import type { CounterView } from '../../contract/views.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { DAY_MS } from '../../domain/seoul-time.ts';
import { NO_CARD_CASES, SOME_CARD_CASES } from './card-samples.ts';

type Ended = CallAnswer<'handwritten.list'>['ended'][number];

const SEOUL_MS = 9 * 60 * 60_000;
const NOW_MS = Date.parse('2026-11-21T05:08:03.000Z');
/** No slip is printed before the shop opens, however many there are. */
const SLIPS_A_DAY = 12;
const ISSUERS = ['하늘카드', '바다카드', '들꽃카드'] as const;

/** As a terminal writes a time: YYYYMMDDhhmmss, in Korea. */
function compact(at: string): string {
  return new Date(Date.parse(at) + SEOUL_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}

function slip(index: number, state: HandwrittenView['state'], over: Partial<HandwrittenView> = {}): HandwrittenView {
  const days = over.ageDays ?? 0;
  const openedAt = new Date(NOW_MS - days * DAY_MS - (index % SLIPS_A_DAY) * 1_260_000).toISOString();
  const held = state === 'collected' || state === 'handed-over';
  return {
    slipId: `hs-${state}-${index}`,
    saleId: `sale-${411 - (index % 5)}`,
    saleNumber: 411 - (index % 5),
    chargedWon: 52_500 + index * 13_000,
    card: { approvalNumber: String(30_000_001 + index * 1_117), maskedNumber: '9490-1234-****-123*', issuer: ISSUERS[index % 3] ?? '', tradedAt: compact(openedAt) },
    state,
    trouble: null,
    prints: held ? 0 : 1,
    openedAt,
    ageDays: days,
    how: held ? 'printed' : null,
    collectedBy: held ? '김' : '',
    collectedAt: held ? new Date(Date.parse(openedAt) + 240_000).toISOString() : null,
    batch: '',
    handedOn: '',
    writtenOffBy: '',
    reason: '',
    ...over,
  };
}

const OPEN: readonly HandwrittenView[] = [
  slip(3, 'printed', { ageDays: 4 }),
  slip(0, 'not-printed', { ageDays: 1, trouble: 'handwritten.print-unknown', prints: 2 }),
  slip(1, 'printed'),
  slip(2, 'printing'),
  slip(4, 'collected', { ageDays: 9 }),
  slip(5, 'collected', { ageDays: 2, how: 'by-hand' }),
  slip(6, 'collected', { ageDays: 1 }),
];
const ENDED: readonly Ended[] = [
  { ...slip(7, 'handed-over', { ageDays: 16, batch: '11월 1차', handedOn: '2026-11-14' }), lastSeq: 940 },
  { ...slip(8, 'written-off', { ageDays: 17, writtenOffBy: '점장', reason: 'left-unsigned' }), lastSeq: 902 },
  { ...slip(9, 'not-needed', { ageDays: 21 }), lastSeq: 877 },
];
const MANY: readonly HandwrittenView[] = Array.from({ length: 320 }, (_, index) => slip(index, 'printed', { ageDays: Math.floor((320 - index) / 9) }));

function stray(index: number, over: Partial<StrayView>): StrayView {
  const openedAt = new Date(NOW_MS - 600_000 - index * 1_740_000).toISOString();
  return {
    strayId: `sc-${index}`, kind: 'foreign', saleId: null, saleNumber: null, tradeNumber: '', amountWon: 12_000, approvalNumber: String(30_000_777 - index * 31), maskedNumber: '9490-1234-****-123*', issuer: '하늘카드',
    tradedAt: compact(openedAt), says: 'approved', openedAt, cancel: null, trouble: null, canCancel: false, ...over,
  };
}

const ours = (saleNumber: number, amountWon: number) => ({ saleId: `sale-${saleNumber}`, saleNumber, tradeNumber: `261121000${saleNumber}abcdefg`, amountWon });
const STRAYS: readonly StrayView[] = [
  stray(0, { ...ours(409, 52_500), kind: 'surfaced', canCancel: true }),
  stray(1, { maskedNumber: '', issuer: '', tradedAt: '' }),
  stray(2, { ...ours(402, 21_600), kind: 'contradicts', says: 'not-approved', approvalNumber: '', maskedNumber: '', issuer: '', tradedAt: '' }),
  stray(3, { ...ours(397, 8_400), kind: 'contradicts' }),
  stray(4, { ...ours(391, 36_000), kind: 'surfaced', cancel: 'under-way' }),
  stray(5, { ...ours(388, 17_200), kind: 'surfaced', cancel: 'not-done', trouble: 'card.cancel-not-done', canCancel: true }),
];

export const MANY_CARD_CASES: CounterView['status']['cards'] = { ...NO_CARD_CASES, slipsUnsigned: MANY.length, slipsUnsignedWon: MANY.reduce((won, { chargedWon }) => won + chargedWon, 0) };

/** The answer to a call of these rooms; undefined for every other call. */
export function custodyAnswer(call: CallName, req: unknown, cards: CounterView['status']['cards']): unknown {
  switch (call) {
    case 'handwritten.list': {
      const { endedBefore } = calls['handwritten.list'].req.parse(req);
      const some = cards.slipsUnsigned === SOME_CARD_CASES.slipsUnsigned;
      const open = some ? [...OPEN] : cards.slipsUnsigned === 0 ? [] : [...MANY];
      return { open, ended: some && endedBefore === null ? [...ENDED] : [], more: some && endedBefore === null } satisfies CallAnswer<'handwritten.list'>;
    }
    case 'handwritten.byHand':
      return { lines: BY_HAND } satisfies CallAnswer<'handwritten.byHand'>;
    case 'stray.list':
      return { strays: cards.strayCharges === 0 ? [] : [...STRAYS] } satisfies CallAnswer<'stray.list'>;
    default:
      return undefined;
  }
}

const BY_HAND: CallAnswer<'handwritten.byHand'>['lines'] = [
  { label: '가맹점', value: '들꽃마트 124-81-00998' },
  { label: '승인일시', value: '2026-11-20 14:08:03' },
  { label: '금액', value: '52,500원' },
  { label: '할부', value: '일시불' },
  { label: '카드번호', value: '9490-1234-****-123*' },
  { label: '승인번호', value: '30000001' },
];

/** A cashier asks a manager; a journal that cannot be read answers nothing. */
export function custodyRefusal(call: CallName, req: unknown, view: CounterView): FailureCode | null {
  if (!call.startsWith('handwritten.') && !call.startsWith('stray.')) return null;
  if (view.status.journal.failure === 'journal.unavailable') return 'journal.unavailable';
  const approvalId = call === 'handwritten.writeOff' ? calls['handwritten.writeOff'].req.parse(req).approvalId : call === 'stray.settle' ? calls['stray.settle'].req.parse(req).approvalId : '';
  return approvalId === null && view.signedIn?.role === 'cashier' ? 'people.approval-needed' : null;
}
