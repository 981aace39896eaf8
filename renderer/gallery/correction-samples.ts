/** A wrong cash receipt on its way to being put right, in every state it can be looked at. */
import type { RefundView } from '../../contract/refund.ts';

const AT = '2026-11-21T05:08:03.000Z';

const CANCELLING: RefundView = {
  refundId: 'f-9', refundNumber: 9, saleId: 'sale-0411', saleNumber: 411, soldAt: '2026-11-21T04:41:00.000Z', kind: 'receipt-correction', reason: 'wrong-number', requestedBy: '김', approvedBy: null, at: AT,
  amountWon: 0, givenBackWon: 0, lines: [], stage: 'receipts', trouble: null, ask: null, returns: [], exchange: null, restored: false, live: null, waiting: null, unknown: null, canCallOff: false, prints: [],
  receipts: [{ cancelId: 'rc-9', identifierMasked: '010-****-5678', amountWon: 12_500, begun: true, outcome: null, approvalNumber: null, failure: null, left: false, terminal: null }],
  reissue: { amountWon: 52_500, terminal: null, identifierMasked: '010-****-5432', purpose: 'income-deduction', outcome: null, approvalNumber: null, state: null, failure: null, atTerminal: false },
};

const [wrong] = CANCELLING.receipts;
const cancel = (over: Partial<RefundView['receipts'][number]>): RefundView['receipts'] => (wrong === undefined ? [] : [{ ...wrong, ...over }]);
const right = (over: Partial<NonNullable<RefundView['reissue']>>): RefundView['reissue'] => (CANCELLING.reissue === null ? null : { ...CANCELLING.reissue, ...over });
const GONE = { ...CANCELLING, receipts: cancel({ outcome: 'cancelled', approvalNumber: 'TB0000180' }) };
const DONE: RefundView = { ...GONE, stage: 'done', prints: [{ jobId: 'p-9', state: 'confirmed', failure: null }] };

export const CORRECTIONS = {
  'correction-cancelling': CANCELLING,
  'correction-queued': { ...CANCELLING, receipts: cancel({ outcome: 'queued' }) },
  'correction-unknown': { ...CANCELLING, receipts: cancel({ outcome: 'unknown' }) },
  'correction-issuing-terminal': { ...GONE, stage: 'reissuing', reissue: right({ atTerminal: true, state: 'requested', identifierMasked: '' }) },
  'correction-refused': {
    ...CANCELLING, trouble: 'refund.receipt-not-corrected', ask: { ask: 'receipt', id: 'rc-9' },
    receipts: cancel({ outcome: 'failed', failure: { code: 'refund.receipt-not-corrected', gatewayCode: -14_001_004, message: '취소할 수 없는 현금영수증입니다.' } }),
  },
  'correction-issued': { ...DONE, reissue: right({ outcome: 'issued', state: 'issued', approvalNumber: 'TB0000181' }) },
  'correction-issued-later': { ...DONE, reissue: right({ outcome: 'queued', state: 'queued', failure: 'cash-receipt.network' }) },
  'correction-not-issued': { ...DONE, reissue: right({ outcome: 'failed', state: 'failed', failure: 'cash-receipt.customer-data' }) },
  'correction-left': { ...DONE, receipts: cancel({ outcome: 'failed', left: true }), prints: [{ jobId: 'p-9', state: 'failed', failure: 'printer.paper-end' }] },
} as const satisfies Record<string, RefundView>;
