/** Views to draw the screens with, without a counter behind them. Served by the development server only; never bundled. */
import type { CashReceiptView, CounterView, LineView, PaymentView, PrintView, ProductView, ReceiptDraft, SaleView } from '../../contract/views.ts';
import { ACTS } from '../../domain/people/rights.ts';
import { CARD_OFFER, NO_CARD_CASES } from './card-samples.ts';
import { photoOf } from './photo-samples.ts';
import { breakdownOf } from './sample-tax.ts';

const SALE = { saleId: 'sale-0412', saleNumber: 412 } as const;
const AT = '2026-11-21T05:08:03.000Z';
/** The shop has been open since the morning, and nothing has failed since. */
const OPENED_AT = '2026-11-20T23:58:00.000Z';

const SHELF: readonly (readonly [category: string, rows: readonly (readonly [name: string, priceWon: number])[]])[] = [
  ['음료', [['아메리카노', 2500], ['아메리카노 큰컵', 3200], ['아몬드 라떼', 4300], ['생수 2L', 1100], ['생수 500mL', 700], ['들꽃 우유 900mL', 2950], ['얼음컵', 900]]],
  ['빵', [['우리밀 식빵', 4200], ['찹쌀 꽈배기', 1200], ['단팥빵', 1800], ['소금빵', 2800]]],
  ['과자', [['달빛 새우과자', 1700], ['감자 스틱', 1500], ['견과 한줌', 1300]]],
  ['생활', [['종량제 봉투 10L', 250], ['종량제 봉투 20L', 490], ['종이컵 50개', 1900], ['쇼핑백', 100]]],
  ['채소', [['산골 달걀 15구', 6900], ['상추 한 봉', 2200]]],
  ['원두', [['햇살 아메리카노 원두 500g', 18000]]],
];

export const PRODUCTS: readonly ProductView[] = SHELF.flatMap(([category, rows], shelf) =>
  rows.map(([name, priceWon], index) => ({
    productId: `p-${shelf}-${index}`,
    barcode: `20000${shelf}00000${index}`,
    name,
    priceWon,
    taxClass: category === '채소' ? ('exempt' as const) : ('taxable' as const),
    category,
    quickKey: { page: category, place: index + 1 },
    photo: photoOf(name),
  })),
);

function line(lineId: string, name: string, unitPriceWon: number, quantity: number, discountWon = 0, taxClass: LineView['taxClass'] = 'taxable'): LineView {
  return { lineId, name, barcode: '2000000000004', unitPriceWon, quantity, discountWon, amountWon: unitPriceWon * quantity - discountWon, taxClass, note: '' };
}

export const LINES: readonly LineView[] = [
  line('l1', '우리밀 식빵', 4200, 1),
  line('l2', '들꽃 우유 900mL', 2950, 2),
  line('l3', '산골 달걀 15구', 6900, 1, 500, 'exempt'),
  line('l4', '햇살 아메리카노 원두 500g', 18000, 2),
];

/** Every fourth sale is the whole basket, the others are of one product. */
export function linesFor(saleNumber: number): readonly LineView[] {
  const product = PRODUCTS[saleNumber % PRODUCTS.length];
  if (saleNumber % 4 === 0 || product === undefined) return LINES;
  const { name, barcode, priceWon: unitPriceWon, taxClass } = product;
  const quantity = (saleNumber % 5) + 1;
  return [{ lineId: `l-${saleNumber}`, name, barcode, unitPriceWon, quantity, discountWon: 0, amountWon: unitPriceWon * quantity, taxClass, note: '' }];
}

/** Notes of five thousand won. */
export function tenderedFor(totalWon: number): number {
  return Math.ceil(totalWon / 5_000) * 5_000;
}

function saleBefore(saleNumber: number): NonNullable<CounterView['lastSale']> {
  const { totalWon } = breakdownOf(linesFor(saleNumber));
  return { saleId: `sale-${saleNumber}`, saleNumber, totalWon, changeWon: tenderedFor(totalWon) - totalWon };
}

export function basket(lines: readonly LineView[], over: Partial<SaleView & { stage: 'basket' }> = {}): SaleView {
  return {
    stage: 'basket',
    ...SALE,
    lines: [...lines],
    breakdown: breakdownOf(lines),
    discountWon: lines.reduce((sum, { discountWon }) => sum + discountWon, 0),
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    saleDiscountWon: 0,
    undo: null,
    lastLineId: lines.at(-1)?.lineId ?? null,
    tried: false,
    exchange: null,
    ...over,
  };
}

export const payment: PaymentView = {
  breakdown: breakdownOf(LINES),
  discountWon: 500,
  saleDiscountWon: 0,
  quantity: 6,
  receivedWon: 60_000,
  changeWon: 7_500,
  cashWon: breakdownOf(LINES).totalWon,
  exchange: null,
  cards: [],
  paidAt: AT,
  mandatory: false,
  deadlineAt: null,
};

export const mandatoryPayment: PaymentView = {
  ...payment,
  breakdown: { supplyWon: 113_636, vatWon: 11_364, taxFreeWon: 0, serviceChargeWon: 0, totalWon: 125_000 },
  receivedWon: 130_000,
  changeWon: 5_000,
  cashWon: 130_000,
  mandatory: true,
  deadlineAt: '2026-11-26T14:59:59.999Z',
};

export const cashReceipt: CashReceiptView = {
  cashReceiptId: 'cr-1',
  state: 'issued',
  purpose: 'income-deduction',
  form: 'phone',
  identifierMasked: '010-****-5678',
  totalWon: payment.breakdown.totalWon,
  approvalNumber: 'TB0000178',
  createdAt: AT,
  deadlineAt: null,
  failure: null,
  terminal: null,
};

export const print: PrintView = { jobId: 'job-1', kind: 'slip', state: 'confirmed', copyNumber: 1, failure: null, createdAt: AT };

export function draft(over: Partial<ReceiptDraft>): ReceiptDraft {
  return {
    saleId: SALE.saleId,
    saleNumber: SALE.saleNumber,
    totalWon: payment.breakdown.totalWon,
    typedBy: 'cashier',
    since: '2026-11-21T05:08:14.000Z',
    purpose: 'income-deduction',
    form: 'phone',
    digits: '',
    way: 'as-set',
    corrects: null,
    stage: 'typing',
    pad: null,
    refusal: 'identifier.incomplete',
    ...over,
  };
}

export const SALE_HEAD = SALE;

export function counter(over: Partial<CounterView>): CounterView {
  return {
    revision: 1,
    mode: 'practice',
    shellName: 'Electron',
    appVersion: '0.1.0',
    shop: { name: '들꽃마트', businessNumber: '124-81-00998', counterNumber: 1 },
    acceptResidentNumber: false,
    receiptOffer: { way: 'gateway', number: 'counter-or-terminal', gateway: true },
    trouble: null,
    users: [
      { userId: 'practice-cashier', name: '김', role: 'cashier', practicePin: '1234', may: [] },
      { userId: 'practice-manager', name: '점장', role: 'manager', practicePin: '5678', may: ACTS.filter((act) => act !== 'people') },
      { userId: 'practice-owner', name: '대표', role: 'owner', practicePin: '2580', may: [...ACTS] },
    ],
    onePerson: false,
    idleMinutes: 0,
    signedIn: { userId: 'practice-cashier', name: '김', role: 'cashier' },
    shift: { shiftId: 'shift-1', openedAt: OPENED_AT, businessDay: '2026-11-21', floatWon: 100_000, openedBy: '김' },
    lastClose: null,
    sale: { stage: 'idle', saleNumber: SALE.saleNumber },
    held: [],
    refund: null,
    cardOffer: CARD_OFFER,
    discountMaxPercent: 10,
    draft: null,
    signature: null,
    lastSale: saleBefore(411),
    status: {
      printer: { state: 'ok', failure: null, since: OPENED_AT, address: 'tcp://127.0.0.1:9100' },
      gateway: { state: 'ok', failure: null, since: OPENED_AT, address: 'https://sandbox.invalid' },
      terminal: { state: 'ok', failure: null, since: OPENED_AT, address: 'tcp://127.0.0.1:9201' },
      display: { state: 'ok', failure: null, since: OPENED_AT, address: '' },
      pad: { state: 'ok', failure: null, since: OPENED_AT, address: '', kind: 'display' },
      journal: { state: 'ok', failure: null, since: OPENED_AT, address: '계산대/journal.db' },
      unsent: { count: 0, amountWon: 0, oldestAt: null },
      cards: NO_CARD_CASES,
      refunds: { count: 0, won: 0, first: null },
      prints: { count: 0, backup: true, off: false, jobs: [] },
    },
    notices: [],
    catalogue: { revision: 1, undo: null, import: null },
    ...over,
  };
}
