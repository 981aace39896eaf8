/** A sale by card in every state it can be looked at. */
import type { CardCasesView, CardOfferView, LiveTradeView, PartView, TenderingView, UnknownTradeView } from '../../contract/cards.ts';

export const CARD_OFFER: CardOfferView = { terminal: true, maxTotalWon: 999_999_999, installmentsFromWon: 50_000, maxMonths: 36, managerFromWon: 100_000, stages: 'detailed' };
export const NO_CARD_CASES: CardCasesView = { unknownCharges: 0, unknownChargesWon: 0, strayCharges: 0, strayChargesWon: 0, slipsUnsigned: 0, slipsUnsignedWon: 0, slipsNotPrinted: 0, slipsToHandOver: 0 };
export const SOME_CARD_CASES: CardCasesView = { unknownCharges: 1, unknownChargesWon: 52_500, strayCharges: 6, strayChargesWon: 147_700, slipsUnsigned: 2, slipsUnsignedWon: 157_000, slipsNotPrinted: 2, slipsToHandOver: 3 };

const AT = '2026-11-21T05:08:03.000Z';
const CARD = { approvalNumber: '30000001', maskedNumber: '9490-1234-****-123*', issuer: '하늘카드', tradedAt: '20261121140803' } as const;
export const CARD_PART: PartView = {
  partId: 'pt-1', kind: 'card', standing: 'taken', amountWon: 30_000, receivedWon: 0, changeWon: 0, installmentMonths: 0, card: CARD, trouble: null, message: '', signature: 'not-needed', unsigned: null,
};
const CASH_PART: PartView = { ...CARD_PART, partId: 'pt-2', kind: 'cash', amountWon: 12_500, receivedWon: 20_000, changeWon: 7_500, card: null };
const asked = (standing: PartView['standing'], over: Partial<PartView> = {}): PartView => ({ ...CARD_PART, partId: 'pt-3', standing, amountWon: 52_500, card: null, ...over });

function tendering(over: Partial<TenderingView>): TenderingView {
  return { totalWon: 52_500, takenWon: 0, inDoubtWon: 0, surplusWon: 0, leftWon: 52_500, quantity: 6, parts: [], lock: null, live: null, waiting: null, unknown: null, signing: null, canLeave: true, canPutAside: false, ...over };
}

const live = (over: Partial<LiveTradeView>): LiveTradeView => ({ tradeNumber: '261121000412abcdefg', act: 'charge', stage: 'waiting-for-customer', since: AT, startedAt: AT, abort: 'possible', ...over });
const UNKNOWN: UnknownTradeView = {
  tradeNumber: '261121000412abcdefg', partId: 'pt-3', act: 'charge', amountWon: 52_500, reason: 'no-answer', detail: 'no result within 60000 ms', inquiries: 0, canInquire: false, lastInquiry: null, claimed: null, needsManager: false,
};
const underWay = (over: Partial<LiveTradeView>) => tendering({ parts: [asked('under-way')], leftWon: 0, inDoubtWon: 52_500, live: live(over), canLeave: false });
const unknown = (over: Partial<UnknownTradeView>) => tendering({ parts: [asked('unknown')], leftWon: 0, inDoubtWon: 52_500, unknown: { ...UNKNOWN, ...over }, canLeave: false, canPutAside: true });

export const TENDERINGS = {
  'card-split': tendering({ takenWon: 42_500, leftWon: 10_000, parts: [CARD_PART, CASH_PART, asked('none', { amountWon: 10_000, trouble: 'card.declined', message: '한도초과' })], canLeave: false }),
  'card-split-unsigned': tendering({ takenWon: 30_000, leftWon: 22_500, parts: [{ ...CARD_PART, signature: 'handwritten', unsigned: 'signature.cancelled' }], canLeave: false }),
  'card-declined': tendering({ parts: [asked('none', { trouble: 'card.declined', message: '한도초과 카드사로 문의하세요' })] }),
  'card-unreachable': tendering({ parts: [asked('none', { trouble: 'card.unreachable' })] }),
  'card-connecting': underWay({ stage: 'connecting' }),
  'card-waiting': underWay({}),
  'card-approving': underWay({ stage: 'approving', abort: 'too-late' }),
  'card-behind': { ...underWay({ act: 'receipt', tradeNumber: '261121000411hijklmn' }), waiting: '261121000412abcdefg' },
  'card-stopping': underWay({ abort: 'asked' }),
  'card-cancelling': tendering({ takenWon: 30_000, leftWon: 22_500, parts: [{ ...CARD_PART, standing: 'cancelling' }], live: live({ act: 'cancel' }), canLeave: false }),
  'card-unknown': unknown({}),
  'card-unknown-asked': { ...unknown({ canInquire: true, inquiries: 2, lastInquiry: 'FAIL', needsManager: true, amountWon: 152_500, claimed: { ...CARD, totalWon: 152_500 } }), totalWon: 152_500, inDoubtWon: 152_500, parts: [asked('unknown', { amountWon: 152_500 })] },
  'card-cancel-unknown': tendering({ takenWon: 30_000, leftWon: 22_500, parts: [{ ...CARD_PART, standing: 'cancel-unknown' }], unknown: { ...UNKNOWN, act: 'cancel', amountWon: 30_000 }, canLeave: false, canPutAside: true }),
  'card-surplus': tendering({ surplusWon: 52_500, parts: [asked('surplus', { card: CARD })], canLeave: false }),
  'card-signing': tendering({ takenWon: 52_500, leftWon: 0, parts: [asked('taken', { card: CARD, signature: 'asking' })], signing: { partId: 'pt-3', amountWon: 52_500, attempt: 1 }, canLeave: false }),
} as const satisfies Record<string, TenderingView>;
