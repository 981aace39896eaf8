/** One view for every screen of the customer display, and for what strains it. Sample numbers only. */
import type { CashReceiptView, CustomerView, LineView, PaymentView, ReceiptDraft } from '../../contract/views.ts';
import { taxBreakdown } from '../../domain/tax.ts';

type Screen = CustomerView['screen'];
export type CustomerSample = { readonly name: string; readonly view: CustomerView };

const GOODS = [
  ['우리밀 식빵', 4_200, 1, 0, 'taxable'],
  ['들꽃 우유 900mL', 2_950, 2, 0, 'taxable'],
  ['산골 달걀 15구', 6_900, 1, 500, 'exempt'],
  ['햇살 아메리카노 원두 500g', 18_000, 2, 0, 'taxable'],
] as const;

function toLine([name, unitPriceWon, quantity, discountWon, taxClass]: readonly [string, number, number, number, 'taxable' | 'exempt'], index: number): LineView {
  return { lineId: `l${index}`, name, barcode: '', unitPriceWon, quantity, discountWon, amountWon: unitPriceWon * quantity - discountWon, taxClass, note: '' };
}

const lines = GOODS.map(toLine);
const many = Array.from({ length: 46 }, (_, index) => toLine(GOODS[index % 3] ?? GOODS[0], index));
many.push(toLine(['국산 참깨를 저온에서 볶아 짠 들꽃 참기름 선물세트 320mL 2병', 1_284_000, 12, 0, 'taxable'], 46));

export const samplePayment: PaymentView = {
  breakdown: taxBreakdown({ taxableWon: 46_100, taxFreeWon: 6_400 }),
  discountWon: 500,
  saleDiscountWon: 0,
  quantity: 6,
  receivedWon: 60_000,
  changeWon: 7_500,
  cashWon: 52_500,
  exchange: null,
  cards: [],
  paidAt: '2026-11-21T05:08:03.000Z',
  mandatory: false,
  deadlineAt: null,
};

export const sampleReceipt: CashReceiptView = {
  cashReceiptId: 'cr1',
  state: 'issued',
  purpose: 'income-deduction',
  form: 'phone',
  identifierMasked: '010-****-5678',
  totalWon: 52_500,
  approvalNumber: 'TB0000178',
  createdAt: '2026-11-21T05:08:30.000Z',
  deadlineAt: null,
  failure: null,
  terminal: null,
};

const draft: ReceiptDraft = {
  saleId: 's412',
  saleNumber: 412,
  totalWon: 52_500,
  typedBy: 'customer',
  since: '2026-11-21T05:08:14.000Z',
  purpose: 'income-deduction',
  form: 'phone',
  digits: '',
  way: 'as-set',
  corrects: null,
  stage: 'typing',
  pad: null,
  refusal: 'identifier.incomplete',
};

const number = (change: Partial<ReceiptDraft>): Screen => ({ kind: 'number', saleId: draft.saleId, payment: samplePayment, draft: { ...draft, ...change } });

const screens: readonly (readonly [string, Screen])[] = [
  ['closed', { kind: 'closed' }],
  ['idle', { kind: 'idle' }],
  ['test', { kind: 'test', testId: 't-1' }],
  ['lines', { kind: 'lines', lines, totalWon: 52_500, quantity: 6, discountWon: 500, exchange: null }],
  ['lines-first', { kind: 'lines', lines: lines.slice(0, 1), totalWon: 4_200, quantity: 1, discountWon: 0, exchange: null }],
  ['lines-many', { kind: 'lines', lines: many, totalWon: many.reduce((sum, line) => sum + line.amountWon, 0), quantity: 74, discountWon: 7_500, exchange: null }],
  ['lines-exchange', { kind: 'lines', lines: lines.slice(0, 1), totalWon: 4_200, quantity: 1, discountWon: 0, exchange: { backWon: 2_500, dueWon: 1_700, giveWon: 0 } }],
  ['lines-exchange-give', { kind: 'lines', lines: lines.slice(0, 1), totalWon: 4_200, quantity: 1, discountWon: 0, exchange: { backWon: 6_400, dueWon: 0, giveWon: 2_200 } }],
  ['slip-question-exchange', { kind: 'slip-question', saleId: draft.saleId, payment: { ...samplePayment, receivedWon: 0, changeWon: 0, cashWon: 0, exchange: { saleNumber: 411, amountWon: 52_500 } }, cashReceipt: null }],
  ['paid', { kind: 'paid', payment: samplePayment }],
  ['card', { kind: 'tendering', totalWon: 52_500, takenWon: 0, leftWon: 0, chargingWon: 52_500, wait: 'card' }],
  ['card-split', { kind: 'tendering', totalWon: 52_500, takenWon: 12_500, leftWon: 40_000, chargingWon: 40_000, wait: 'approval' }],
  ['paid-exact', { kind: 'paid', payment: { ...samplePayment, receivedWon: 52_500, changeWon: 0 } }],
  ['number-empty', number({})],
  ['number-half', number({ digits: '01012345' })],
  ['number-refused', number({ digits: '021', refusal: 'identifier.phone-prefix' })],
  ['number-good', number({ digits: '01012345678', refusal: null })],
  ['number-business-wrong', number({ purpose: 'expense-proof', form: 'business-number', digits: '1248100999', refusal: 'identifier.check-digit' })],
  ['number-card', number({ form: 'card', digits: '0000000000000000000', refusal: null })],
  ['number-on-pad', number({ pad: { state: 'asking', askId: 'ask-1' } })],
  ['number-mirrored', number({ typedBy: 'cashier', digits: '01012345' })],
  ['read-back', number({ digits: '01012345678', refusal: null, stage: 'read-back' })],
  ['read-back-business', number({ purpose: 'expense-proof', form: 'business-number', digits: '1248100998', refusal: null, stage: 'read-back' })],
  ['signature', { kind: 'signature', signId: 'sign-1', amountWon: 52_500, attempt: 1, test: false }],
  ['signature-again', { kind: 'signature', signId: 'sign-2', amountWon: 1_284_000, attempt: 2, test: false }],
  ['signature-test', { kind: 'signature', signId: 'sign-3', amountWon: 0, attempt: 1, test: true }],
  ['issuing', { kind: 'issuing', payment: samplePayment, keyed: false }],
  ['issuing-keyed', { kind: 'issuing', payment: samplePayment, keyed: true }],
  ['slip-question', { kind: 'slip-question', saleId: draft.saleId, payment: samplePayment, cashReceipt: sampleReceipt }],
  ['slip-question-none', { kind: 'slip-question', saleId: draft.saleId, payment: samplePayment, cashReceipt: null }],
  ['thanks', { kind: 'thanks', payment: samplePayment, cashReceipt: sampleReceipt, printed: true }],
  ['thanks-later', { kind: 'thanks', payment: { ...samplePayment, receivedWon: 52_500, changeWon: 0 }, cashReceipt: { ...sampleReceipt, state: 'queued', approvalNumber: null }, printed: false }],
];

export const customerSamples: readonly CustomerSample[] = screens.map(([name, screen]) => ({
  name,
  view: { revision: 1, mode: 'practice', shopName: '들꽃마트', language: 'ko', screen },
}));
