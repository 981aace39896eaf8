/** Money on its way back, in every state it can be looked at. */
import type { CallAnswer, CallPayload } from '../../contract/calls.ts';
import type { ReceiptAtTerminal } from '../../contract/receipts.ts';
import type { RefundBriefView, RefundReceiptView, RefundReturnView, RefundView } from '../../contract/refund.ts';
import { taxBreakdown } from '../../domain/tax.ts';
import { CARD_PART } from './card-samples.ts';
import { LINES } from './samples.ts';

const AT = '2026-11-21T05:08:03.000Z';
const CARD = { issuer: '하늘카드', maskedNumber: '9490-1234-****-123*', approvalNumber: '30000001', tradeDate: '20261121', installmentMonths: 0 };

const CASH_RETURN: RefundReturnView = {
  returnId: 'r1', kind: 'cash', way: null, amountWon: 12_500, standing: 'handing-out', aside: false, card: null, chargedWon: 0, trouble: 'refund.cash-unconfirmed', message: '', tries: 0, canTryAgain: false,
  cancelApproval: null, instead: null, cash: { amountWon: 12_500, handed: false, canOpenAgain: true }, rest: null,
};
const CARD_RETURN: RefundReturnView = { ...CASH_RETURN, kind: 'card', way: 'cancel', amountWon: 52_500, standing: 'cancelling', card: CARD, chargedWon: 52_500, trouble: null, tries: 1, canTryAgain: true, cash: null };

const CASH_REFUND: RefundView = {
  refundId: 'f-1', refundNumber: 7, saleId: 'sale-0411', saleNumber: 411, soldAt: '2026-11-21T04:41:00.000Z', kind: 'refund', reason: 'changed-mind', requestedBy: '김', approvedBy: '점장', at: AT,
  amountWon: 12_500, givenBackWon: 12_500, lines: [{ lineId: 'l1', name: '햇살 아메리카노 원두 500g', quantity: 1, amountWon: 12_500 }], stage: 'giving-back', trouble: 'refund.cash-unconfirmed', ask: { ask: 'handed', id: 'r1' },
  returns: [CASH_RETURN], receipts: [{ cancelId: 'rc-1', identifierMasked: '010-****-5678', amountWon: 12_500, begun: false, outcome: null, approvalNumber: null, failure: null, left: false, terminal: null }], reissue: null, exchange: null,
  restored: false, live: null, waiting: null, unknown: null, canCallOff: false, prints: [],
};
const CARD_REFUND: RefundView = { ...CASH_REFUND, kind: 'void', amountWon: 52_500, givenBackWon: 0, trouble: null, ask: null, returns: [CARD_RETURN], receipts: [] };
const TRADE = { tradeNumber: '261121000411abcdefg', act: 'cancel' } as const;
const [failedReceipt] = CASH_REFUND.receipts;
const handed: RefundReturnView = { ...CASH_RETURN, standing: 'returned', trouble: null, cash: { amountWon: 12_500, handed: true, canOpenAgain: false } };
const restDue: RefundReturnView = {
  ...CARD_RETURN, way: 'cancel-and-recharge', amountWon: 12_500, standing: 'rest-due', trouble: 'refund.rest-not-charged', message: '한도초과', cancelApproval: '30000009',
  rest: { owed: 'rest', dueWon: 40_000, leftWon: 40_000, wholeWon: 52_500, restWon: 40_000, months: 0, parts: [{ ...CARD_PART, standing: 'none', amountWon: 40_000, card: null, trouble: 'card.declined', message: '한도초과 카드사로 문의하세요' }], lock: null, canChoose: true, canRestore: true, waivedWon: null },
};

/** The terminal issued the receipt: it is cancelled whole there, and issued again for what stays. */
const AT_WORK: RefundView = { ...CASH_REFUND, stage: 'receipts', trouble: null, ask: null, returns: [handed] };
const RECEIPT_LIVE = { tradeNumber: '261121000411hijklmn', act: 'receipt-cancel', stage: 'waiting-for-customer', since: AT, startedAt: AT, abort: 'possible' } as const;
const NOT_LIVE: ReceiptAtTerminal = { tradeNumber: RECEIPT_LIVE.tradeNumber, live: null, behind: null, unknown: null };
const REISSUE: NonNullable<RefundView['reissue']> = { amountWon: 40_000, atTerminal: true, identifierMasked: '010-****-5678', purpose: 'income-deduction', outcome: null, approvalNumber: null, state: null, failure: null, terminal: null };
const cancelling = (terminal: Partial<ReceiptAtTerminal>): RefundReceiptView => ({
  cancelId: 'rc-1', identifierMasked: '010-****-5678', amountWon: 52_500, begun: true, outcome: null, approvalNumber: null, failure: null, left: false, terminal: { ...NOT_LIVE, ...terminal },
});

export const REFUNDS = {
  'refund-handed': CASH_REFUND,
  'refund-handed-no-drawer': { ...CASH_REFUND, returns: [{ ...CASH_RETURN, cash: { amountWon: 12_500, handed: false, canOpenAgain: false } }] },
  'refund-live': { ...CARD_REFUND, live: { ...TRADE, stage: 'waiting-for-customer', since: AT, startedAt: AT, abort: 'possible' } },
  'refund-waiting': { ...CARD_REFUND, live: { ...RECEIPT_LIVE, tradeNumber: '261121000409abcdefg', stage: 'waiting-for-customer' }, waiting: TRADE.tradeNumber, returns: [{ ...CARD_RETURN, standing: 'cancelling', trouble: null }] },
  'refund-unknown': {
    ...CARD_REFUND, trouble: 'card.cancel-unknown', ask: { ask: 'trade-unknown', id: TRADE.tradeNumber }, returns: [{ ...CARD_RETURN, standing: 'cancel-unknown', trouble: 'card.cancel-unknown' }],
    unknown: { ...TRADE, partId: 'r1', amountWon: 52_500, reason: 'no-answer', detail: 'no result within 60000 ms', inquiries: 1, canInquire: true, lastInquiry: '', claimed: null, needsManager: false },
  },
  'refund-not-cancelled': { ...CARD_REFUND, trouble: 'card.cancel-declined', ask: { ask: 'not-cancelled', id: 'r1' }, returns: [{ ...CARD_RETURN, standing: 'not-cancelled', trouble: 'card.cancel-declined', message: '취소불가' }] },
  'refund-no-more-cancels': { ...CARD_REFUND, trouble: 'card.cancel-declined', ask: { ask: 'not-cancelled', id: 'r1' }, returns: [{ ...CARD_RETURN, standing: 'not-cancelled', trouble: 'card.cancel-declined', message: '취소불가', tries: 5, canTryAgain: false }] },
  'refund-rest': { ...CARD_REFUND, kind: 'refund', amountWon: 12_500, givenBackWon: 52_500, trouble: 'refund.rest-not-charged', ask: { ask: 'rest', id: 'r1' }, returns: [restDue] },
  'refund-phone': { ...CARD_REFUND, kind: 'refund', amountWon: 65_000, givenBackWon: 12_500, stage: 'by-phone', trouble: 'refund.by-phone-only', ask: { ask: 'phone', id: 'r1' }, returns: [{ ...handed, returnId: 'r2' }, { ...CARD_RETURN, way: 'by-phone', standing: 'waiting', trouble: 'refund.by-phone-only', tries: 0, canTryAgain: false, card: { ...CARD, tradeDate: '20260814' } }] },
  'refund-go-on': { ...CARD_REFUND, ask: { ask: 'go-on', id: 'r1' }, canCallOff: true, returns: [{ ...CARD_RETURN, standing: 'waiting', tries: 0 }] },
  'refund-receipt': {
    ...CASH_REFUND, stage: 'receipts', trouble: 'refund.receipt-not-cancelled', ask: { ask: 'receipt', id: 'rc-1' }, returns: [handed],
    receipts: failedReceipt === undefined ? [] : [{ ...failedReceipt, begun: true, outcome: 'failed', failure: { code: 'refund.receipt-not-cancelled', gatewayCode: -14_001_004, message: '취소할 수 없는 현금영수증입니다.' } }],
  },
  'refund-receipt-live': { ...AT_WORK, receipts: [cancelling({ live: { ...RECEIPT_LIVE, stage: 'waiting-for-customer' } })] },
  'refund-receipt-asked': { ...AT_WORK, receipts: [cancelling({ live: { ...RECEIPT_LIVE, act: 'inquiry', stage: 'asking-terminal', abort: 'too-late' } })] },
  'refund-receipt-behind': { ...AT_WORK, receipts: [cancelling({ behind: { ...RECEIPT_LIVE, act: 'charge', tradeNumber: '261121000412abcdefg' } })] },
  'refund-receipt-unknown': {
    ...AT_WORK, trouble: 'refund.receipt-terminal-unknown', ask: { ask: 'receipt-unknown', id: 'rc-1' },
    receipts: [{ ...cancelling({ unknown: { reason: 'no-answer', detail: 'no result within 120000 ms', inquiries: 1, canInquire: true, lastInquiry: 'FAIL', claimed: null } }), outcome: 'unproven' }],
  },
  'refund-receipt-declined': {
    ...AT_WORK, trouble: 'refund.receipt-not-cancelled', ask: { ask: 'receipt', id: 'rc-1' },
    receipts: [{ ...cancelling({}), outcome: 'failed', failure: { code: 'refund.receipt-terminal-declined', gatewayCode: null, message: '8414 승인 거래 없음' } }],
  },
  'refund-receipt-by-hand': {
    ...AT_WORK, trouble: 'refund.receipt-not-cancelled', ask: { ask: 'receipt', id: 'rc-1' },
    receipts: [{ ...cancelling({}), outcome: 'failed', terminal: null, failure: { code: 'refund.receipt-by-hand', gatewayCode: null, message: '' } }],
  },
  'refund-reissue': { ...AT_WORK, stage: 'reissuing', receipts: [{ ...cancelling({}), outcome: 'cancelled' }], reissue: { ...REISSUE, terminal: { ...NOT_LIVE, live: { ...RECEIPT_LIVE, act: 'receipt', stage: 'approving', abort: 'too-late' } } } },
  'refund-reissue-go-on': { ...AT_WORK, stage: 'reissuing', ask: { ask: 'go-on', id: 'r-2' }, receipts: [{ ...cancelling({}), outcome: 'cancelled' }], reissue: REISSUE },
  'refund-done-reissued': { ...AT_WORK, stage: 'done', prints: [{ jobId: 'p-1', state: 'confirmed', failure: null }], receipts: [{ ...cancelling({}), outcome: 'cancelled', approvalNumber: '30000009' }], reissue: { ...REISSUE, outcome: 'issued', approvalNumber: '30000010' } },
  'refund-work': { ...AT_WORK, receipts: CASH_REFUND.receipts.map((receipt) => ({ ...receipt, begun: true })) },
  'refund-done': {
    ...CASH_REFUND, stage: 'done', trouble: null, ask: null, returns: [handed], prints: [{ jobId: 'p-1', state: 'confirmed', failure: null }],
    receipts: failedReceipt === undefined ? [] : [{ ...failedReceipt, begun: true, outcome: 'queued' }],
  },
} as const satisfies Record<string, RefundView>;

export const REFUND_BRIEF: RefundBriefView = { refundId: 'f-0', refundNumber: 6, saleId: 'sale-0411', saleNumber: 411, kind: 'refund', stage: 'aside', totalWon: 1_500, at: AT, trouble: 'card.cancel-unknown' };

/** What can go back of the sale the history shows: some of it did before. */
export function offerAnswer({ saleId }: CallPayload<'refund.offer'>): CallAnswer<'refund.offer'> {
  const receipt = { cashReceiptId: 'r-1', purpose: 'income-deduction', form: 'phone', identifierMasked: '010-****-5678', approvalNumber: 'TB0000178', leftWon: CASH_WON, untouched: true, way: 'gateway' } as const;
  return {
    saleId, saleNumber: 411, soldAt: '2026-11-21T04:41:00.000Z', businessDay: '2026-11-21', lines: LEFT, leftWon: LEFT_WON, receipts: [receipt], refunds: [], openRefundId: null, copiesPrinted: 1,
    payments: [{ paymentId: 'cash', kind: 'cash', leftWon: CASH_WON, card: null }, { paymentId: 'c1', kind: 'card', leftWon: CARD_WON, card: CARD }],
  };
}

/** Cash first, the card for the rest. */
export function previewAnswer({ want, lines }: CallPayload<'refund.preview'>): CallAnswer<'refund.preview'> {
  const amountWon = lines === null ? LEFT_WON : lines.reduce((sum, { lineId, quantity }) => sum + quantity * (LEFT.find((line) => line.lineId === lineId)?.unitPriceWon ?? 0), 0);
  if (want === 'exchange') return { kind: want, amountWon, breakdown: taxBreakdown({ taxableWon: amountWon, taxFreeWon: 0 }), shares: [], returns: [], receipts: [], reissueWon: null };
  const cashWon = Math.min(amountWon, CASH_WON);
  const restWon = amountWon - cashWon;
  const whole = restWon === CARD_WON;
  const card = { paymentId: 'c1', kind: 'card', way: whole ? 'cancel' : 'cancel-and-recharge', amountWon: restWon, rechargeWon: CARD_WON - restWon, rechargeMonths: 0, card: CARD } as const;
  const cash = { paymentId: 'cash', kind: 'cash', way: null, amountWon: cashWon, rechargeWon: 0, rechargeMonths: 0, card: null } as const;
  return {
    kind: 'refund', amountWon, breakdown: taxBreakdown({ taxableWon: amountWon, taxFreeWon: 0 }), shares: [],
    returns: restWon === 0 ? [cash] : [card, cash],
    receipts: [{ cashReceiptId: 'r-1', amountWon: cashWon, whole: cashWon === CASH_WON, identifierMasked: '010-****-5678', way: 'gateway' }],
    reissueWon: null,
  };
}

const CASH_WON = 12_500;
const LEFT = LINES.map(({ lineId, name, unitPriceWon, quantity, amountWon }, index) => ({ lineId, name, unitPriceWon, soldQuantity: quantity, soldWon: amountWon, leftQuantity: index === 1 ? 0 : quantity, leftWon: index === 1 ? 0 : amountWon }));
const LEFT_WON = LEFT.reduce((sum, line) => sum + line.leftWon, 0);
const CARD_WON = LEFT_WON - CASH_WON;
