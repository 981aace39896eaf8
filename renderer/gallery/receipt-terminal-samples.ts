/** Cash receipts through the card terminal, in every state a cashier meets. */
import type { LiveTradeView } from '../../contract/cards.ts';
import type { CashReceiptView, ReceiptAtTerminal } from '../../contract/receipts.ts';
import type { CounterView } from '../../contract/views.ts';
import { cashReceipt, counter, mandatoryPayment, payment, print, SALE_HEAD } from './samples.ts';

const AT = '2026-11-21T05:08:09.000Z';
const LIVE: LiveTradeView = { tradeNumber: '261121000412abcdefg', act: 'receipt', stage: 'waiting-for-customer', since: AT, startedAt: AT, abort: 'possible' };
const TERMINAL: ReceiptAtTerminal = { tradeNumber: LIVE.tradeNumber, live: LIVE, behind: null, unknown: null };
const UNKNOWN: NonNullable<ReceiptAtTerminal['unknown']> = { reason: 'no-answer', detail: 'no result within 120000 ms', inquiries: 1, canInquire: true, lastInquiry: 'FAIL', claimed: null };
const UNKNOWN_FAILURE: CashReceiptView['failure'] = { code: 'cash-receipt.terminal-unknown', gatewayCode: null, message: '' };
const KEYED: CounterView['receiptOffer'] = { way: 'terminal', number: 'terminal', gateway: true };
const TYPED: CounterView['receiptOffer'] = { way: 'terminal', number: 'counter-or-terminal', gateway: true };

function issuing(terminal: Partial<ReceiptAtTerminal>, over: Partial<CashReceiptView> = {}): CounterView {
  return counter({ receiptOffer: KEYED, sale: { stage: 'receipt-issuing', ...SALE_HEAD, payment, cashReceipt: { ...cashReceipt, state: 'requested', approvalNumber: null, terminal: { ...TERMINAL, ...terminal }, ...over } } });
}

const keyed = { form: 'at-terminal', identifierMasked: '' } as const;
const failed: CashReceiptView = { ...cashReceipt, state: 'failed', approvalNumber: null, failure: { code: 'cash-receipt.terminal-declined', gatewayCode: null, message: '8324 번호 오류' }, terminal: { ...TERMINAL, live: null } };
const choice = { stage: 'receipt-choice', ...SALE_HEAD, payment } as const;
const unknownReceipt: CashReceiptView = { ...cashReceipt, state: 'unknown', approvalNumber: null, failure: UNKNOWN_FAILURE, terminal: { ...TERMINAL, live: null, unknown: UNKNOWN } };

export const RECEIPT_TERMINAL_SCENES = {
  'receipt-terminal-choice': counter({ receiptOffer: TYPED, sale: { ...choice, failed: null } }),
  'receipt-terminal-keyed': counter({ receiptOffer: KEYED, sale: { ...choice, failed: null } }),
  'receipt-terminal-refused': counter({ receiptOffer: TYPED, sale: { ...choice, failed } }),
  'receipt-terminal-refused-mandatory': counter({ receiptOffer: TYPED, sale: { ...choice, payment: mandatoryPayment, failed } }),
  'receipt-terminal-live': issuing({}, keyed),
  'receipt-terminal-approving': issuing({ live: { ...LIVE, stage: 'approving', abort: 'too-late' } }),
  'receipt-terminal-behind': issuing({ live: null, behind: { ...LIVE, act: 'charge', tradeNumber: '261121000411abcdefg' } }),
  'receipt-terminal-unknown': issuing({ live: null, unknown: UNKNOWN }, { state: 'unknown', failure: UNKNOWN_FAILURE }),
  'receipt-terminal-done-unknown': counter({ receiptOffer: TYPED, sale: { stage: 'done', ...SALE_HEAD, payment, cashReceipt: unknownReceipt, prints: [print], canIssue: false } }),
} as const satisfies Record<string, CounterView>;
