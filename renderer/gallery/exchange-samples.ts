/** Goods taken for goods that came back, in every state it can be looked at. */
import type { ExchangeView } from '../../contract/exchange.ts';
import type { RefundView } from '../../contract/refund.ts';
import type { SaleView } from '../../contract/views.ts';
import { taxBreakdown } from '../../domain/tax.ts';
import { REFUNDS } from './refund-samples.ts';
import { basket, LINES, payment, SALE_HEAD } from './samples.ts';

const BACK: ExchangeView = {
  refundId: 'f-1', saleId: 'sale-0411', saleNumber: 411, soldAt: '2026-11-21T04:41:00.000Z', backWon: 36_000, dueWon: 16_500, giveWon: 0, refusal: null,
  lines: [{ name: '햇살 아메리카노 원두 500g', quantity: 2, amountWon: 36_000 }],
};
const ONE = LINES.slice(3).map((line) => ({ ...line, quantity: 1, amountWon: 18_000 }));
const even = { ...payment, breakdown: taxBreakdown({ taxableWon: 36_000, taxFreeWon: 0 }), discountWon: 0, quantity: 2, receivedWon: 0, changeWon: 0, cashWon: 0, exchange: { saleNumber: 411, amountWon: 36_000 } };

/** The basket of each, and the sale after it. */
export const EXCHANGES = {
  'exchange-empty': basket([], { exchange: { ...BACK, dueWon: 0, giveWon: 36_000 } }),
  'exchange-due': basket(LINES, { exchange: BACK }),
  'exchange-give': basket(ONE, { exchange: { ...BACK, dueWon: 0, giveWon: 18_000 } }),
  'exchange-even': basket(LINES.slice(3), { exchange: { ...BACK, dueWon: 0 } }),
  'exchange-tax': basket(LINES.slice(2, 3), { exchange: { ...BACK, dueWon: 0, refusal: 'refund.exchange-tax-differs' } }),
  'exchange-slip': { stage: 'slip-question', ...SALE_HEAD, payment: even, cashReceipt: null, copies: 1 },
  'exchange-paid': { stage: 'slip-question', ...SALE_HEAD, payment: { ...payment, receivedWon: 20_000, changeWon: 3_500, cashWon: 16_500, exchange: { saleNumber: 411, amountWon: 36_000 } }, cashReceipt: null, copies: 1 },
  'exchange-done': { stage: 'done', ...SALE_HEAD, payment: even, cashReceipt: null, prints: [], canIssue: false },
} as const satisfies Record<string, SaleView>;

const handing = REFUNDS['refund-handed'];
/** The refund behind it: while goods are chosen, and while a difference goes back. */
export const EXCHANGE_REFUNDS = {
  'exchange-open': { ...handing, kind: 'exchange', stage: 'exchanging', amountWon: 36_000, givenBackWon: 0, trouble: null, ask: null, returns: [], receipts: [] },
  'exchange-handed': { ...handing, kind: 'exchange', amountWon: 36_000, exchange: { saleId: 'sale-0412', creditWon: 23_500 } },
} as const satisfies Record<string, RefundView>;
