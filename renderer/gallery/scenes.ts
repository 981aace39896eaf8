/** Every screen and state of the cashier's path, by name: `gallery.html?scene=basket&theme=dark&lang=en`. */
import type { SignatureAsk } from '../../contract/signature.ts';
import type { CounterView, LineView, PaymentView, SaleView } from '../../contract/views.ts';
import { ACTS } from '../../domain/people/rights.ts';
import { NO_CARD_CASES, SOME_CARD_CASES, TENDERINGS } from './card-samples.ts';
import { MANY_CARD_CASES } from './custody-samples.ts';
import { CORRECTIONS } from './correction-samples.ts';
import { EXCHANGE_REFUNDS, EXCHANGES } from './exchange-samples.ts';
import { IMPORTS } from './import-samples.ts';
import { SHOP_SETTINGS } from './program-samples.ts';
import { RECEIPT_TERMINAL_SCENES } from './receipt-terminal-samples.ts';
import { REFUND_BRIEF, REFUNDS } from './refund-samples.ts';
import { signing } from './signature-samples.ts';
import { basket, cashReceipt, counter, draft, LINES, mandatoryPayment, payment, print, SALE_HEAD } from './samples.ts';

const failure = { code: 'cash-receipt.customer-data', gatewayCode: -14000123, message: '거래처 식별번호가 유효하지 않습니다.' } as const;
const down = { state: 'down', failure: 'printer.paper-end', since: '2026-11-21T05:02:00.000Z', address: 'tcp://127.0.0.1:9100' } as const;
const busyStatus: CounterView['status'] = {
  printer: down,
  gateway: { state: 'down', failure: 'cash-receipt.network', since: '2026-11-21T05:02:00.000Z', address: 'https://sandbox.invalid' },
  unsent: { count: 2, amountWon: 31_000, oldestAt: '2026-11-21T04:56:00.000Z' },
  cards: NO_CARD_CASES,
  refunds: { count: 0, won: 0, first: null },
  prints: { count: 1, backup: true, off: false, jobs: [{ ...print, jobId: 'job-9', state: 'failed', failure: 'printer.paper-end', saleId: 'sale-411', saleNumber: 411 }] },
  terminal: { state: 'ok', failure: null, since: '2026-11-21T05:02:00.000Z', address: 'tcp://127.0.0.1:9201' },
  display: { state: 'ok', failure: null, since: '2026-11-21T05:02:00.000Z', address: '' },
  pad: { state: 'ok', failure: null, since: '2026-11-21T05:02:00.000Z', address: '', kind: 'display' },
  journal: { state: 'ok', failure: null, since: '2026-11-21T05:02:00.000Z', address: '' },
};
/** Every cable there is, broken; and a disk that is nearly full. */
const cutStatus: CounterView['status'] = {
  ...busyStatus,
  printer: { ...down, failure: 'printer.unreachable' },
  terminal: { ...busyStatus.terminal, state: 'down', failure: 'terminal.unreachable' },
  display: { ...busyStatus.display, state: 'down', failure: 'display.silent' },
  journal: { ...busyStatus.journal, state: 'warning', failure: 'journal.disk-low' },
};
const noPrinter: CounterView['status'] = {
  ...busyStatus,
  printer: { state: 'warning', failure: 'printer.none', since: '2026-11-21T05:02:00.000Z', address: 'none' },
  gateway: { state: 'warning', failure: 'settings.gateway-missing', since: '2026-11-21T05:02:00.000Z', address: 'none' },
  terminal: { state: 'warning', failure: 'terminal.none', since: '2026-11-21T05:02:00.000Z', address: 'none' },
  unsent: { count: 0, amountWon: 0, oldestAt: null },
  prints: { count: 0, backup: false, off: false, jobs: [] },
};
/** A shop whose owner bought everything: what its settings say is what is connected. */
const inUse: CounterView['status'] = {
  ...counter({}).status,
  printer: { ...busyStatus.terminal, address: SHOP_SETTINGS.printer.address },
  terminal: { ...busyStatus.terminal, address: SHOP_SETTINGS.terminal.address },
  pad: { ...busyStatus.pad, kind: 'koces-pad', address: SHOP_SETTINGS.signature.address },
};
const choice = { stage: 'receipt-choice', ...SALE_HEAD, payment, failed: null } as const;
const done: SaleView & { stage: 'done' } = { stage: 'done', ...SALE_HEAD, payment, cashReceipt, prints: [print], canIssue: false };
const manyLines = Array.from({ length: 8 }, (_, round) => LINES.map((line) => ({ ...line, lineId: `${line.lineId}-${round}` }))).flat();

const NOTED = LINES.map((line) => (line.lineId === 'l1' ? { ...line, note: '얇게 썰어서' } : line));
const WEIGHED = [...LINES.slice(0, 2), { ...LINES[2], lineId: 'lw', name: '햇고구마', unitPriceWon: 480, grams: 1_350, quantity: 1, discountWon: 0, amountWon: 6_480, taxClass: 'exempt', note: '', barcode: '2100101' }] as const satisfies readonly LineView[];
const HELD: CounterView['held'] = [
  { saleId: 'sale-0409', saleNumber: 409, heldAt: '2026-11-21T04:58:00.000Z', totalWon: 12_400, quantity: 5, firstName: '들꽃 우유 900mL', lineCount: 3, unknownCharge: true, heldBy: { name: '김', left: false } },
  { saleId: 'sale-0410', saleNumber: 410, heldAt: '2026-11-21T05:03:00.000Z', totalWon: 2_500, quantity: 1, firstName: '아메리카노', lineCount: 1, unknownCharge: false, heldBy: { name: '이', left: true } },
];

const manager = { userId: 'practice-manager', name: '점장', role: 'manager' } as const;
const importing = (name: keyof typeof IMPORTS): CounterView => counter({ signedIn: manager, catalogue: { revision: 1, undo: null, import: IMPORTS[name] } });

type CardScene = keyof typeof TENDERINGS;
const cardScene = (name: CardScene): CounterView => counter({ sale: { stage: 'tendering', ...SALE_HEAD, tendering: TENDERINGS[name] } });
const CARD_SCENES = Object.fromEntries(Object.keys(TENDERINGS).map((name) => [name, cardScene(name as CardScene)])) as Record<CardScene, CounterView>;
const signingScene = (over: Partial<SignatureAsk>): CounterView => {
  const signature = signing(over);
  const { attempt, amountWon } = signature;
  return counter({ signature, sale: { stage: 'tendering', ...SALE_HEAD, tendering: { ...TENDERINGS['card-signing'], signing: { partId: 'pt-3', amountWon, attempt } } } });
};
type RefundScene = keyof typeof REFUNDS | keyof typeof CORRECTIONS;
const REFUND_SCENES = Object.fromEntries(Object.entries({ ...REFUNDS, ...CORRECTIONS }).map(([name, refund]) => [name, counter({ refund })])) as Record<RefundScene, CounterView>;
const ofCard = { breakdown: payment.breakdown, cards: [{ partId: 'pt-1', amountWon: payment.breakdown.totalWon, installmentMonths: 3, issuer: '하늘카드', maskedNumber: '9490-1234-****-123*', approvalNumber: '30000001', handwritten: true, unsigned: 'signature.broken' }] } satisfies Partial<PaymentView>;
const EXCHANGE_SCENES = {
  ...(Object.fromEntries(Object.entries(EXCHANGES).map(([name, sale]) => [name, counter({ sale })])) as Record<keyof typeof EXCHANGES, CounterView>),
  ...(Object.fromEntries(Object.entries(EXCHANGE_REFUNDS).map(([name, refund]) => [name, counter({ refund })])) as Record<keyof typeof EXCHANGE_REFUNDS, CounterView>),
};

/** A shop that has just been made has its owner. */
const SHOP_PEOPLE: CounterView['users'] = [{ userId: 'u-1', name: '사장', role: 'owner', practicePin: null, may: [...ACTS] }];

export const SCENES = {
  welcome: null,
  'welcome-begun': null,
  'setup-shop-wrong': null,
  'setup-tax': null,
  'setup-printer': null,
  'setup-printer-found': null,
  'setup-receipts': null,
  'setup-owner': null,
  'setup-review': null,
  changing: null,
  'shop-sign-in': counter({ mode: 'shop', signedIn: null, shift: null, users: SHOP_PEOPLE, lastSale: null }),
  'shop-new': counter({ mode: 'shop', users: SHOP_PEOPLE, signedIn: { userId: 'u-1', name: '사장', role: 'owner' }, lastSale: null, status: noPrinter }),
  'shop-in-use': counter({ mode: 'shop', users: SHOP_PEOPLE, signedIn: { userId: 'u-1', name: '사장', role: 'owner' }, status: inUse }),
  ...CARD_SCENES,
  ...REFUND_SCENES,
  ...EXCHANGE_SCENES,
  'refund-open': counter({ status: { ...counter({}).status, refunds: { count: 1, won: REFUND_BRIEF.totalWon, first: REFUND_BRIEF } } }),
  'done-card': counter({ sale: { ...done, payment: { ...payment, receivedWon: 0, changeWon: 0, cashWon: 0, ...ofCard }, cashReceipt: null, prints: [print] } }),
  starting: null,
  'starting-folding': null,
  trouble: counter({ trouble: { code: 'journal.disk-full', detail: 'SQLITE_FULL' } }),
  'sign-in': counter({ signedIn: null }),
  'open-shift': counter({ shift: null }),
  idle: counter({}),
  basket: counter({ sale: basket(LINES) }),
  'basket-weight': counter({ sale: basket(WEIGHED) }),
  'basket-repriced': counter({ sale: basket(LINES.map((line) => (line.lineId === 'l1' ? { ...line, unitPriceWon: 3_000, listPriceWon: 4_200, amountWon: 3_000 } : line)), { undo: { what: 'line-repriced', name: '우리밀 식빵' } }) }),
  'basket-undo': counter({ sale: basket(LINES.slice(0, 3), { undo: { what: 'line-cancelled', name: '햇살 아메리카노 원두 500g' } }) }),
  'basket-full': counter({ sale: basket(NOTED, { saleDiscountWon: 2_500, discountWon: 3_000, breakdown: { supplyWon: 39_637, vatWon: 3_963, taxFreeWon: 6_400, serviceChargeWon: 0, totalWon: 50_000 }, undo: { what: 'sale-discounted', name: '' } }), held: HELD }),
  'idle-held': counter({ held: HELD }),
  'basket-long': counter({ sale: basket(manyLines) }),
  'basket-trouble': counter({ sale: basket(LINES), status: busyStatus }),
  'slips-off': counter({ sale: basket(LINES), status: { ...counter({}).status, prints: { count: 0, backup: false, off: true, jobs: [] } } }),
  'all-cut': counter({ sale: basket(LINES), status: cutStatus }),
  'signing-waits': signingScene({ signId: 'sign-2' }),
  'signing-draws': signingScene({}),
  'signing-again-pad': signingScene({ signId: 'sign-3', on: 'koces-pad', attempt: 2 }),
  /** What is open about cards; the rooms of it are behind the menu. */
  'cards-open': counter({ sale: basket(LINES), status: { ...counter({}).status, cards: SOME_CARD_CASES } }),
  'cards-notice': counter({ sale: basket(LINES), status: { ...counter({}).status, cards: SOME_CARD_CASES }, notices: [{ noticeId: 'n1', code: 'stray.surfaced', saleId: 'sale-0409', saleNumber: 409, at: '2026-11-21T05:00:00.000Z' }] }),
  'cards-many': counter({ status: { ...counter({}).status, cards: MANY_CARD_CASES } }),
  'cards-unread': counter({ status: { ...counter({}).status, cards: SOME_CARD_CASES, journal: { ...cutStatus.journal, state: 'down', failure: 'journal.unavailable' } } }),
  'pad-test': counter({ signature: signing({ test: true, saleId: null, amountWon: 0 }) }),
  'pad-cut': counter({ status: { ...counter({}).status, pad: { state: 'down', failure: 'pad.unreachable', since: '2026-11-21T05:02:00.000Z', address: 'serial:///dev/ttyUSB0?baud=38400', kind: 'koces-pad' } } }),
  manager: counter({ signedIn: { userId: 'practice-manager', name: '점장', role: 'manager' } }),
  owner: counter({ signedIn: { userId: 'practice-owner', name: '대표', role: 'owner' } }),
  notice: counter({ sale: basket(LINES), notices: [{ noticeId: 'n1', code: 'cash-receipt.gateway-refused', saleId: 'sale-0409', saleNumber: 409, at: '2026-11-21T05:00:00.000Z' }] }),
  'receipt-open': counter({ sale: choice }),
  'receipt-mandatory': counter({ sale: { ...choice, payment: mandatoryPayment } }),
  'receipt-failed': counter({ sale: { ...choice, failed: { ...cashReceipt, state: 'failed', approvalNumber: null, failure } }, draft: draft({ digits: '01012345678', refusal: null }) }),
  'receipt-pad': counter({ sale: choice, draft: draft({ typedBy: 'customer', pad: { state: 'asking', askId: 'ask-1' } }) }),
  'receipt-pad-cancelled': counter({ sale: choice, draft: draft({ typedBy: 'customer', pad: { state: 'ended', why: 'number-pad.cancelled' } }) }),
  'receipt-pad-wrong': counter({ sale: choice, draft: draft({ typedBy: 'customer', digits: '0101234', pad: { state: 'ended', why: 'identifier.incomplete' } }) }),
  'receipt-customer': counter({ sale: choice, draft: draft({ digits: '0101234', typedBy: 'customer' }) }),
  'receipt-read-back': counter({ sale: choice, draft: draft({ digits: '01012345678', stage: 'read-back', refusal: null }) }),
  'receipt-read-back-card': counter({ sale: choice, draft: draft({ form: 'card', digits: '1544202012345678901', stage: 'read-back', refusal: null }) }),
  ...RECEIPT_TERMINAL_SCENES,
  issuing: counter({ sale: { stage: 'receipt-issuing', ...SALE_HEAD, payment, cashReceipt: { ...cashReceipt, state: 'requested', approvalNumber: null } } }),
  'slip-question': counter({ sale: { stage: 'slip-question', ...SALE_HEAD, payment, cashReceipt, copies: 1 } }),
  'slip-unsigned': counter({ sale: { stage: 'slip-question', ...SALE_HEAD, payment: { ...payment, receivedWon: 0, changeWon: 0, cashWon: 0, ...ofCard }, cashReceipt: null, copies: 1 } }),
  done: counter({ sale: done }),
  'done-issue': counter({ sale: { ...done, cashReceipt: null, canIssue: true, prints: [] } }),
  'done-print-failed': counter({ sale: { ...done, cashReceipt: null, canIssue: true, prints: [{ ...print, state: 'failed', failure: 'printer.paper-end' }] }, status: { ...busyStatus, unsent: { count: 0, amountWon: 0, oldestAt: null } } }),
  /** The rooms of products are behind the menu; these say what is found there. */
  'products-manager': counter({ signedIn: manager, catalogue: { revision: 1, undo: { act: 'products-deleted', name: '유자 식빵', products: 1 }, import: null } }),
  'products-photo': counter({ signedIn: manager, catalogue: { revision: 1, undo: { act: 'photo-changed', name: '우리밀 식빵', products: 1 }, import: null } }),
  'import-applying': importing('import-applying'),
  'import-ready': importing('import-ready'),
  'import-mapping': importing('import-mapping'),
  'import-failed': importing('import-failed'),
  'import-done': importing('import-done'),
} as const satisfies Record<string, CounterView | null>;

export type SceneName = keyof typeof SCENES;

export function sceneNamed(name: string | null): CounterView | null {
  return name !== null && Object.hasOwn(SCENES, name) ? SCENES[name as SceneName] : SCENES.basket;
}
